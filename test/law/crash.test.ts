import { describe, expect, test } from 'vitest';
import { laws, withProjection } from '../../properties/index.ts';
import { checkLaw } from '../../src/law/check.ts';
import { simplestCrash } from '../../src/law/crash.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { signOf } from '../../src/scalar/rational.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { type Numbers, toyLaw } from './toy.ts';

const OPTIONS = { runs: 200, seed: 9902 };

/** Divides by zero where it is given two negative numbers or more. */
const divides = toyLaw({
  claim: (F, { numbers }) => {
    const negative = numbers.filter((x) => signOf(toRational(x)) < 0).length;
    return atMost(F.div(F.one, negative > 1 ? F.zero : F.one), F.one);
  },
  teeth: {},
});

describe('a case that crashes', () => {
  test('is in the report, as simple as it gets', () => {
    const { verdict, crash } = checkLaw(divides, OPTIONS);
    expect(verdict).toBe('errored');
    expect(crash).toEqual({
      because: expect.stringContaining('zero'),
      implementation: 'reference',
      input: { numbers: [-1, -1] },
    });
  });

  test('is not in the report where none does', () => {
    expect(checkLaw(toyLaw(), OPTIONS)).not.toHaveProperty('crash');
  });

  test('is not made simpler by one that throws another error, or breaks a hypothesis', () => {
    const thrower = (hypotheses: Parameters<typeof toyLaw>[0]) =>
      toyLaw({
        ...hypotheses,
        claim: (_F, { numbers }) => {
          throw numbers[0] === 0 ? new TypeError('none') : new RangeError('one');
        },
      });
    const crash = { instance: { numbers: [5] }, implementation: 'reference', error: new RangeError('five') } as const;
    const simplest = (law: ReturnType<typeof toyLaw>, isLate = false) =>
      simplestCrash(law, crash, () => isLate).instance;
    expect(simplest(thrower({}))).toEqual({ numbers: [1] });
    const large = {
      name: 'large',
      says: 'Large.',
      holds: ({ numbers }: Numbers) => Number(numbers[0]) > 3,
      necessity: { kind: 'not-shown', because: '' },
    } as const;
    expect(simplest(thrower({ hypotheses: [large] }))).toEqual({ numbers: [4] });
    expect(simplest(thrower({}), true)).toEqual({ numbers: [5] });
  });

  test.each<[string, Parameters<typeof withProjection>[0], RegExp]>([
    ['returns NaN', (_, x) => x.map(() => Number.NaN), /NaN is not a finite double/],
    ['returns nothing', () => undefined as unknown as number[], /undefined/],
    [
      'throws',
      () => {
        throw new Error('not implemented');
      },
      /not implemented/,
    ],
  ])('of a projection that %s', (_name, project, because) => {
    const law = laws.find(({ id }) => id === 'proj.variational')!;
    const { verdict, crash } = checkLaw({ ...law, float64: withProjection(project) }, OPTIONS);
    expect(verdict).toBe('errored');
    expect(crash).toMatchObject({ implementation: 'float64', because: expect.stringMatching(because) });
    expect(crash!.input).toMatchObject({ set: expect.anything(), point: [0] });
  });
});
