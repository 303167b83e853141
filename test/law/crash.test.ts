import { describe, expect, test } from 'vitest';
import { laws, withProjection } from '../../properties/index.ts';
import { checkLaw } from '../../src/law/check.ts';
import { simplestCrash } from '../../src/law/crash.ts';
import type { Law } from '../../src/law/law.ts';
import { toothCounterexample } from '../../src/law/teeth.ts';
import type { Witness } from '../../src/law/witness.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { signOf } from '../../src/scalar/rational.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { anyNumbers, type Numbers, numbersFrom, toyLaw } from './toy.ts';

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

  test('may be decided in doubles: then it crashes when its ratio is taken exactly, and is shown', () => {
    const law = toyLaw({
      instances: numbersFrom(() => [ratio(1, 3)]),
      claim: (F, { numbers }) => {
        // A quotient that is not needed: in the filter 1/3 is a range, and by 0 any number; exact fractions have none.
        const [third] = F.vector(numbers);
        F.div(third!, F.zero);
        return atMost(third!, F.one);
      },
      secondOpinions: 0,
      teeth: {},
    });
    expect(checkLaw(law, OPTIONS)).toMatchObject({
      verdict: 'errored',
      cases: 200,
      errors: [expect.stringMatching(/^The tightest case, read exactly, crashed: Division by zero/)],
      crash: { because: expect.stringContaining('zero'), implementation: 'reference', input: { numbers: [0] } },
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

  describe('is made simpler', () => {
    const negatives = ({ numbers }: Numbers): number => numbers.filter((x) => signOf(toRational(x)) < 0).length;
    const hypothesis = (name: string, holds: (instance: Numbers) => boolean) =>
      ({ name, says: '', holds, necessity: { kind: 'not-shown', because: '' } }) as const;
    const crashes = (instance: Numbers): boolean => {
      if (negatives(instance) > 1) throw new TypeError('two');
      return true;
    };

    test('where a hypothesis throws, to one that satisfies those before it', () => {
      const long = hypothesis('long', ({ numbers }) => numbers.length > 2);
      const law = toyLaw({ hypotheses: [long, hypothesis('crashes', crashes)], teeth: {} });
      const three = { numbers: [-7, 3, 2.5, -1.5] };
      const crash = { instance: three, implementation: 'reference', error: new TypeError('') } as const;
      expect(simplestCrash(law, crash, () => false).instance).toEqual({ numbers: [-1, 0, -1] });
    });

    test('where it breaks a hypothesis itself, which the mistake may be to blame for', () => {
      const law = toyLaw({
        hypotheses: [hypothesis('positive', (instance) => negatives(instance) === 0)],
        claim: (F, instance) => atMost(F.zero, crashes(instance) ? F.one : F.zero),
        teeth: {},
      });
      const crash = { instance: { numbers: [-7, -3] }, implementation: 'reference', error: new TypeError('') } as const;
      expect(simplestCrash(law, crash, () => false).instance).toEqual({ numbers: [-1, -1] });
    });

    test('where telling the classes of cases throws', () => {
      const law = toyLaw({ cover: { all: { atLeast: 0, when: crashes } }, teeth: {} });
      expect(checkLaw(law, OPTIONS)).toMatchObject({
        verdict: 'errored',
        errors: ['A case crashed: two'],
        crash: { because: 'two', input: { numbers: [-1, -1] } },
      });
    });

    test('number by number, where making a simpler one throws as well', () => {
      const simplify = (): never => {
        throw new TypeError('two');
      };
      const claim: ReturnType<typeof toyLaw>['claim'] = (F, instance) =>
        atMost(F.zero, crashes(instance as Numbers) ? F.one : F.zero);
      const { crash } = checkLaw(toyLaw({ instances: { ...anyNumbers, simplify }, claim, teeth: {} }), OPTIONS);
      expect(new Set((crash!.input as Numbers).numbers)).toEqual(new Set([0, -1]));
      const violated = toyLaw({
        instances: { ...anyNumbers, simplify },
        claim: (F) => atMost(F.one, F.zero),
        teeth: {},
      });
      const { verdict, counterexamples } = checkLaw(violated, OPTIONS);
      expect(verdict).toBe('violated');
      expect(new Set((counterexamples[0]!.instance as Numbers).numbers)).toEqual(new Set([0]));
    });
  });

  test('of a stored witness of necessity is told, and the cases are still decided', () => {
    const law = toyLaw({
      hypotheses: [
        {
          name: 'positive',
          says: 'All are positive.',
          holds: ({ numbers }) => numbers.every((x) => signOf(toRational(x)) > 0),
          necessity: { kind: 'search', breaking: anyNumbers },
        },
      ],
      instances: numbersFrom((draw) => [draw.integer(1, 9)]),
      claim: (F, { numbers }) => atMost(F.zero, F.sqrt(F.vector(numbers)[0]!)),
      teeth: {},
    });
    const witness: Witness = {
      law: law.id,
      version: law.version,
      implementation: 'reference',
      hypotheses: [],
      broken: 'positive',
      kept: 'simplest',
      instance: { numbers: [-4] },
      observed: { by: 'rational', comparisons: [] },
    };
    const stored = new Map([['toy.law.positive', witness]]);
    expect(checkLaw(law, { ...OPTIONS, witnesses: stored })).toMatchObject({
      verdict: 'errored',
      cases: 200,
      decidedBy: { filter: 200 },
      hypotheses: [{ name: 'positive', necessity: 'not-shown', witness: 'toy.law.positive.json' }],
      errors: [
        'Hypothesis “positive” (not-shown): The claim crashed on its stored witness: ' +
          'The square root of a negative number is not real.',
      ],
    });
  });

  test('does not come out of the check where a counterexample is written down', () => {
    const claim: ReturnType<typeof toyLaw>['claim'] = (F, _instance, use) => {
      if (use === 'in doubles' && F.reading !== 'filter') throw new TypeError('only once');
      return atMost(F.of(use === 'in doubles' ? 2 : 0), F.one);
    };
    const report = checkLaw({ ...toyLaw({ claim, teeth: {}, subject: 'toy' }), float64: 'in doubles' }, OPTIONS);
    expect(report).toMatchObject({ verdict: 'errored', counterexamples: [] });
    expect(report.errors).toContain('Writing down a counterexample crashed: only once');
    expect(report.crash).toMatchObject({ because: 'only once', implementation: 'float64' });
  });

  test.each<[string, Parameters<typeof withProjection>[0], RegExp]>([
    ['returns NaN', (_, x) => x.map(() => Number.NaN), /The projection is NaN at index 0; give 1 finite number/],
    [
      'returns nothing',
      () => undefined as unknown as number[],
      /The projection is undefined; give 1 finite number in an array/,
    ],
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

test('drawing an instance may crash: the sentence says so, and what was drawn before', () => {
  const drawing = (draw: (keep: <T>(part: T) => T) => never) =>
    toyLaw({ instances: numbersFrom((source) => draw((part) => source.keep(part))) });
  const crash = (): never => {
    throw new RangeError('No number is left.');
  };
  expect(() => checkLaw(drawing(crash), OPTIONS)).toThrow(
    'drawing an instance crashed: No number is left. Drawn so far: nothing',
  );
  const afterAPart = drawing((keep) => {
    keep({ numbers: [ratio(1, 3)] });
    return crash();
  });
  expect(() => checkLaw(afterAPart, OPTIONS)).toThrow('No number is left. Drawn so far: {"numbers":["1/3"]}');
});

test('a run whose bounds crash is told as far as it was drawn, and of many such runs a short one', () => {
  const law = laws.find(({ id }) => id === 'sgd.case2')!;
  const { generate } = law.instances;
  const bounded: typeof generate = (draw) => {
    generate(draw);
    throw new RangeError('There is no bound.');
  };
  expect(() => checkLaw({ ...law, instances: { ...law.instances, generate: bounded } }, OPTIONS)).toThrow(
    'There is no bound. Drawn so far: {"set":{"kind":"box","lower":[0],"upper":[1]},"start":[1],"comparator":[0],' +
      '"losses":[{"kind":"linear","slope":[1]}],"schedule":{"kind":"constant","rate":1}}',
  );
});

describe('a planted mistake that crashes', () => {
  const throwing = (error: Error) => ({
    blunt: {
      says: 'Two negative numbers are too many.',
      claim: ((F, { numbers }) => {
        if (numbers.filter((x) => signOf(toRational(x)) < 0).length > 1) throw error;
        return atMost(F.zero, F.one);
      }) satisfies Law<Numbers, null>['claim'],
    },
  });
  const finite = (...all: Numbers['numbers'][]) => ({ ...anyNumbers, all: all.map((numbers) => ({ numbers })) });

  test.each([
    ['drawn', anyNumbers],
    ['listed', finite([1], [-5, 3, -7], [-1, -1])],
  ])('is named, with the simplest input that shows it: %s', (_, instances) => {
    const { verdict, teeth, errors, crash } = checkLaw(
      toyLaw({ teeth: throwing(new TypeError('too many')), instances }),
      OPTIONS,
    );
    expect({ verdict, teeth, errors, crash }).toEqual({
      verdict: 'errored',
      teeth: { blunt: 'missed' },
      errors: ['The planted mistake “blunt” crashed: too many'],
      crash: { because: 'too many', implementation: 'blunt', input: { numbers: [-1, -1] } },
    });
  });

  test('may divide by zero: that is neither a crash nor caught', () => {
    const { errors, crash } = checkLaw(toyLaw({ teeth: throwing(new RangeError('zero')) }), OPTIONS);
    expect(errors).toEqual(['The planted mistake “blunt” was not caught.']);
    expect(crash).toBeUndefined();
  });

  test('has no counterexample', () => {
    const law = toyLaw({ teeth: throwing(new TypeError('too many')) });
    expect(() => toothCounterexample(law, 'blunt', 1, 100)).toThrow('too many');
  });
});
