import { describe, expect, test } from 'vitest';
import { adaptiveLaws, adaptiveLossesLaw, adaptiveRatesLaw } from '../../../properties/9902-sgd/stronger-adaptive.ts';
import { subgradientLaw, subgradientLaws } from '../../../properties/9902-sgd/stronger-subgradient.ts';
import { decide } from '../../../src/law/decide.ts';
import { search } from '../../../src/law/search.ts';
import { encode, statementAbout } from '../../../src/law/witness.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../law-checks.ts';
import { sizeOf } from './run-size.ts';

const laws = [...adaptiveLaws, ...subgradientLaws];
testExpectations(laws);

describe('every hypothesis is needed, by one or two steps on the line', () => {
  const cases = laws.flatMap((law) => searchedHypotheses(law).map((name) => [law.id, name, law] as const));
  test.each(cases)('%s: %s', (_id, name, law) => {
    const { run } = breaking(law, name) as { run: unknown };
    const twoSteps = ['nonincreasing-rates', 'convex-set', 'comparator-inside'].includes(name);
    expect(sizeOf(run)).toEqual([twoSteps ? 2 : 1, 1]);
  });
});

describe('a choice', () => {
  test('is read back from a file with its run', () => {
    for (const law of [adaptiveLossesLaw, adaptiveRatesLaw, subgradientLaw]) {
      search(
        law.instances as typeof subgradientLaw.instances,
        (instance) => {
          const json = JSON.parse(JSON.stringify(encode(instance)));
          expect(encode(law.instances.decode(json))).toEqual(encode(instance));
          return true;
        },
        { seed: 1, from: 0, to: 50 },
      );
    }
  });

  test('of an unknown rule is refused', () => {
    const instance = breaking(adaptiveLossesLaw, 'comparator-inside') as { run: unknown; choice: object };
    const json = { run: encode(instance.run), choice: { ...instance.choice, adversary: 'kind' } };
    expect(() => adaptiveLossesLaw.instances.decode(json)).toThrow();
  });
});

describe('an adversary', () => {
  const run = {
    set: { kind: 'box', lower: [-1], upper: [1] },
    start: [1],
    comparator: [0],
    losses: [{ kind: 'linear', slope: [-1] }],
    schedule: { kind: 'constant', rate: 1 },
  } as const;
  const regret = (adversary: 'greater-loss' | 'none'): number | undefined =>
    decide(statementAbout(adaptiveLossesLaw, { run, choice: { adversary, rates: 'scheduled' } })).ratio;

  test('turns −θ into θ at θ = 1, which makes the bound tight', () => {
    expect([regret('none'), regret('greater-loss')]).toEqual([-1, 1]);
  });
});

test('at a kink twice the slope is no subgradient', () => {
  const { choice } = caughtBy(subgradientLaw, 'outside-the-subdifferential') as { choice: number };
  expect(choice).toBeGreaterThan(0);
  expect(breaking(subgradientLaw, 'in-the-subdifferential')).toMatchObject({ run: { start: [1] }, choice: 2 });
});
