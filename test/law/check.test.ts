import { describe, expect, test } from 'vitest';
import { checkLaw, rangeOf } from '../../src/law/check.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { signOf } from '../../src/scalar/rational.ts';
import { atMost, below, equal } from '../../src/scalar/relation.ts';
import { anyNumbers, type Numbers, numbersFrom, toyLaw } from './toy.ts';

const OPTIONS = { runs: 200, seed: 9902 };

describe('verdicts', () => {
  test('a true law holds, with every case decided and a sample confirmed by decimal intervals', () => {
    const report = checkLaw(toyLaw(), OPTIONS);
    expect(report).toMatchObject({ verdict: 'holds', cases: 200, undecided: 0, teeth: { sign: 'caught' } });
    expect(report.confirmed + report.consistent).toBe(20);
    expect(Object.values(report.decidedBy).reduce((a, b) => a + b)).toBe(200);
  });

  test('a law says how many second opinions it can afford', () => {
    const confirmed = (secondOpinions: number) => checkLaw({ ...toyLaw(), secondOpinions }, OPTIONS);
    for (const count of [0, 5]) {
      const report = confirmed(count);
      expect(report.confirmed + report.consistent).toBe(count);
    }
  });

  test('a false law is violated, and its counterexample is what a person would write', () => {
    const law = toyLaw({ claim: (F, { numbers }) => atMost(F.sum(F.vector(numbers)), F.of(2)), teeth: {} });
    const report = checkLaw(law, OPTIONS);
    expect(report.verdict).toBe('violated');
    const [simplest, worst] = report.counterexamples;
    expect(simplest).toMatchObject({ kept: 'simplest', instance: { numbers: [3] } });
    expect(simplest!.observed.comparisons).toEqual([{ relation: '<=', left: ['3', '3'], right: ['2', '2'] }]);
    expect(worst!.kept).toBe('worst-margin');
  });

  test('a law that is false only at one point in a thousand is not violated unless the point is drawn', () => {
    const law = (numbers: readonly number[]) =>
      toyLaw({
        instances: numbersFrom((draw) => [draw.pick(numbers)]),
        claim: (F, instance: Numbers) => below(F.zero, F.square(F.sub(F.vector(instance.numbers)[0]!, F.of(0.5)))),
        teeth: {},
      });
    expect(checkLaw(law([0, 1, 2]), OPTIONS).verdict).toBe('holds');
    expect(checkLaw(law([0, 1, 2, 0.5]), OPTIONS).verdict).toBe('violated');
  });

  test('a claim about what has no value is undecided, or an error, but never a pass', () => {
    const about = (value: <S>(F: Algebra<S>) => S) =>
      toyLaw({
        instances: numbersFrom((draw) => [draw.integer(1, 3)]),
        claim: (F) => below(F.zero, value(F)),
        teeth: {},
      });
    const hidden = <S>(F: Algebra<S>): S => F.sub(F.exp(F.one), F.square(F.exp(F.of(0.5)))); // 0
    const seen = <S>(F: Algebra<S>): S => F.sub(F.mul(F.of(3), F.of(ratio(1, 3))), F.one); // 0
    expect(
      checkLaw(
        about((F) => F.max(F.one, F.div(F.one, hidden(F)))),
        { runs: 2, seed: 1 },
      ),
    ).toMatchObject({
      verdict: 'undecided',
      confirmed: 0,
    });
    expect(
      checkLaw(
        about((F) => F.add(F.one, F.square(F.div(F.one, seen(F))))),
        { runs: 2, seed: 1 },
      ),
    ).toMatchObject({
      verdict: 'errored',
      confirmed: 0,
    });
  });

  test('an identity of exponentials stays undecided: it is never shown as a pass', () => {
    const law = toyLaw({
      instances: numbersFrom((draw) => [draw.integer(1, 3)]),
      claim: (F, { numbers }) => {
        const x = F.vector(numbers)[0]!;
        return equal(F.mul(F.exp(x), F.exp(F.neg(x))), F.one);
      },
      teeth: {},
    });
    const report = checkLaw(law, { runs: 5, seed: 1 });
    expect(report).toMatchObject({ verdict: 'undecided', undecided: 5 });
    expect(report.open.length).toBeGreaterThan(0);
  });

  test('a class of cases that does not come up makes the law vacuous', () => {
    const cover = { negative: { atLeast: 0.5, when: ({ numbers }: Numbers) => signOf(toRational(numbers[0]!)) < 0 } };
    const positive = numbersFrom((draw) => [draw.positive('dyadic')]);
    expect(checkLaw(toyLaw({ cover, instances: positive }), OPTIONS).verdict).toBe('vacuous');
    const always = { any: { atLeast: 1, when: () => true } };
    expect(checkLaw(toyLaw({ cover: always }), OPTIONS).verdict).toBe('holds');
  });

  test('fewer cases than asked are incomplete', () => {
    const slow = numbersFrom((draw) => {
      const until = performance.now() + 20;
      while (performance.now() < until);
      return [draw.integer(1, 3)];
    });
    const report = checkLaw(toyLaw({ instances: slow, teeth: {} }), { ...OPTIONS, timeLimit: 0.2 });
    expect(report.verdict).toBe('incomplete');
    expect(report.cases).toBeLessThan(200);
  });

  describe('when the time is over', () => {
    const slowly = (seconds: number) => {
      const until = performance.now() + 1000 * seconds;
      while (performance.now() < until);
    };
    /** A mistake that no case shows, and that takes long to look for. */
    const slow = (name: string) => ({
      [name]: {
        says: 'Nothing is wrong, slowly.',
        claim: ((F, { numbers }) => {
          slowly(0.01);
          return atMost(F.zero, F.square(F.sum(F.vector(numbers))));
        }) satisfies ReturnType<typeof toyLaw>['claim'],
      },
    });
    const within = (seconds: number, law: ReturnType<typeof toyLaw>, options: object = {}) => {
      const started = performance.now();
      const report = checkLaw(law, { runs: 20, seed: 9902, timeLimit: seconds, ...options });
      expect(performance.now() - started).toBeLessThan(1000 * seconds + 5000);
      return report;
    };

    test('a law whose planted mistakes were not all tried is incomplete, whatever its cases say', () => {
      const teeth = { ...toyLaw().teeth, ...slow('late'), ...slow('later') };
      expect(within(1, toyLaw({ teeth: teeth as never }))).toMatchObject({
        verdict: 'incomplete',
        cases: 20,
        teeth: { sign: 'caught' },
        untried: { teeth: ['late', 'later'], hypotheses: [] },
        errors: [],
      });
      const claim = toyLaw().teeth.sign!.claim!;
      const refuted = within(1, toyLaw({ expects: 'refuted', claim, teeth: slow('late') as never }));
      expect(refuted.verdict).toBe('incomplete');
      expect(refuted.counterexamples).not.toEqual([]);
    });

    test('a violated law is violated all the same', () => {
      const claim = toyLaw().teeth.sign!.claim!;
      expect(within(1, toyLaw({ claim, teeth: slow('late') as never })).verdict).toBe('violated');
    });

    test('nothing more is begun', () => {
      const shown = { name: 'shown', says: '', holds: () => true, necessity: { kind: 'search', breaking: anyNumbers } };
      const law = toyLaw({ hypotheses: [shown as never] });
      const witnesses = new Map([['toy.law.shown', {} as never]]);
      expect(within(1, law, { deadline: Date.now() - 1, witnesses })).toMatchObject({
        verdict: 'incomplete',
        cases: 0,
        teeth: {},
        hypotheses: [{ name: 'shown', necessity: 'not-shown' }],
        untried: { teeth: ['sign'], hypotheses: ['shown'] },
        errors: [],
      });
    });

    test('the finitely many instances of a law are not all examined', () => {
      const all = Array.from({ length: 500 }, (_, i): Numbers => ({ numbers: [i] }));
      const claim = slow('late').late!.claim;
      const report = within(0.2, toyLaw({ instances: { ...anyNumbers, all }, claim, teeth: {} }));
      expect(report).toMatchObject({ verdict: 'incomplete', asked: 500 });
      expect(report.cases).toBeLessThan(500);
    });

    test('and nothing is said of what was left where nothing was', () => {
      expect(within(60, toyLaw())).not.toHaveProperty('untried');
    });
  });

  test('a mistake that is not caught, an instance that breaks a hypothesis, and a crash are errors of the law', () => {
    const idle = { says: 'Nothing is wrong.', claim: toyLaw().claim };
    expect(checkLaw(toyLaw({ teeth: { idle } }), OPTIONS)).toMatchObject({
      verdict: 'errored',
      errors: ['The planted mistake “idle” was not caught.'],
    });
    const never = { name: 'never', says: 'Never.', holds: () => false, necessity: { kind: 'not-shown', because: '' } };
    expect(checkLaw(toyLaw({ hypotheses: [never as never] }), OPTIONS).errors).toContain(
      'An instance was generated that breaks the hypothesis “never”.',
    );
    const crash = toyLaw({ claim: (F) => atMost(F.div(F.one, F.zero), F.one), teeth: {}, ladder: ['rational'] });
    expect(checkLaw(crash, OPTIONS).errors).toEqual(['A case crashed: Division by zero in exact arithmetic.']);
  });

  test('a case that breaks a positive bound is the tightest one met', () => {
    const law = toyLaw({
      claim: (F, { numbers }) => atMost(F.square(F.sum(F.vector(numbers))), F.of(2)),
      instances: numbersFrom((draw) => [draw.pick([0, 1, 3])]),
      expects: 'refuted',
      teeth: {},
    });
    expect(checkLaw(law, OPTIONS)).toMatchObject({
      verdict: 'refuted',
      tightest: { ratio: '9/2', input: { numbers: [3] } },
    });
    const nowhere = toyLaw({ claim: (F) => atMost(F.one, F.zero), expects: 'refuted', teeth: {} });
    expect(checkLaw(nowhere, OPTIONS).tightest).toBeNull();
    const identity = toyLaw({ claim: (F) => equal(F.one, F.zero), expects: 'refuted', teeth: {} });
    expect(checkLaw(identity, OPTIONS).tightest).toBeNull();
  });

  test('an expected refutation needs a decided counterexample', () => {
    const claim = toyLaw().teeth.sign!.claim!;
    expect(checkLaw(toyLaw({ expects: 'refuted', claim, teeth: {} }), OPTIONS).verdict).toBe('refuted');
    expect(checkLaw(toyLaw({ expects: 'refuted', teeth: {} }), OPTIONS).verdict).toBe('not-refuted');
    expect(checkLaw(toyLaw({ expects: 'conjectured', teeth: {} }), OPTIONS).verdict).toBe('conjectured');
  });

  test('a law that claims a sign alone has no tightest case, unless it tells its slack', () => {
    const square = toyLaw({ teeth: {} });
    expect(checkLaw(square, OPTIONS).tightest).toBeNull();
    const claim: ReturnType<typeof toyLaw>['claim'] = (F, instance) => {
      const x = F.square(F.sum(F.vector((instance as Numbers).numbers)));
      return { ...atMost(F.zero, x), slack: [x, F.add(F.one, x)] };
    };
    const instances = numbersFrom((draw) => [draw.integer(1, 9)]);
    expect(checkLaw(toyLaw({ claim, instances, teeth: {} }), OPTIONS).tightest).toEqual({
      ratio: '1/2',
      input: { numbers: [1] },
    });
  });

  test('a law about finitely many instances examines all of them, whatever the number of runs', () => {
    const all: readonly Numbers[] = [{ numbers: [1] }, { numbers: [2] }, { numbers: [3] }];
    const report = checkLaw(toyLaw({ instances: { ...anyNumbers, all } }), { runs: 1, seed: 1 });
    expect(report).toMatchObject({ verdict: 'holds', cases: 3, asked: 3, exhaustive: true });
  });
});

describe('soundness', () => {
  test('of 300 comparisons of random fractions, exactly the false ones are violated', () => {
    for (let seed = 1; seed <= 300; seed++) {
      let truth: boolean | undefined;
      const instances = numbersFrom((draw) => {
        const [p, q, r, s] = draw.list(4, () => draw.integer(1, 40));
        truth = p! * s! <= r! * q!;
        return [p!, q!, r!, s!];
      });
      const law = toyLaw({
        instances: { ...instances, simplify: () => [] },
        claim: (F, { numbers }) => {
          const [p, q, r, s] = F.vector(numbers);
          return atMost(F.sqrt(F.div(p!, q!)), F.sqrt(F.div(r!, s!)));
        },
        teeth: {},
      });
      const { verdict, errors } = checkLaw(law, { runs: 1, seed });
      expect(errors).toEqual([]);
      expect(verdict).toBe(truth ? 'holds' : 'violated');
    }
  });

  test('the decimal intervals overrule nobody silently: a lying reading is an error', () => {
    // A claim that answers differently in the filter than elsewhere, as a bug of the filter would.
    const claim: ReturnType<typeof toyLaw>['claim'] = (F) => atMost(F.reading === 'filter' ? F.zero : F.of(2), F.one);
    expect(checkLaw(toyLaw({ claim, teeth: {} }), OPTIONS).errors).toEqual([
      'Readings are in conflict: holds, but the decimal intervals say violated.',
    ]);
  });
});

describe('second opinions on counterexamples', () => {
  const CONFLICT = 'Readings are in conflict: violated, but the decimal intervals say holds.';
  type Claim = ReturnType<typeof toyLaw>['claim'];

  test('a counterexample in doubles is decided again, with the implementation in doubles', () => {
    const judged: string[] = [];
    const claim: Claim = (F, _instance, use) => {
      if (use === 'in doubles') judged.push(F.reading);
      return atMost(F.of(use === 'in doubles' ? 2 : 0), F.one);
    };
    const law = { ...toyLaw({ claim, teeth: {}, subject: 'toy' }), float64: 'in doubles' };
    expect(checkLaw(law, OPTIONS)).toMatchObject({ verdict: 'violated', errors: [], float64: { violated: 1 } });
    expect(judged).toContain('interval');
  });

  test('a filter that lies about doubles is an error, not a counterexample', () => {
    const claim: Claim = (F, _instance, use) => {
      const lies = use === 'in doubles' && F.reading === 'filter';
      return atMost(F.of(lies ? 2 : 0), F.one);
    };
    const law = { ...toyLaw({ claim, teeth: {}, subject: 'toy' }), float64: 'in doubles' };
    expect(checkLaw(law, OPTIONS)).toMatchObject({ verdict: 'errored', errors: [CONFLICT] });
  });

  test('so is a reading that lies about the shrunk counterexample alone', () => {
    const claim: Claim = (F, instance) => {
      const [first, ...rest] = F.vector((instance as Numbers).numbers);
      const told = rest.length === 0 && F.reading === 'interval' ? F.zero : F.add(F.square(first!), F.of(2));
      return atMost(told, F.one);
    };
    const instances = numbersFrom((draw) => draw.list(3, () => draw.integer(1, 9)));
    expect(checkLaw(toyLaw({ claim, instances, teeth: {} }), OPTIONS)).toMatchObject({
      verdict: 'errored',
      errors: [CONFLICT],
      counterexamples: [{ kept: 'simplest', instance: { numbers: [0] } }, { kept: 'worst-margin' }],
    });
  });

  test('a crash of the second opinion is an error of the law', () => {
    const claim: Claim = (F, instance) => {
      const { length } = (instance as Numbers).numbers;
      if (length === 1 && F.reading === 'interval') throw new RangeError('no digits left');
      return atMost(F.of(2), F.one);
    };
    const instances = numbersFrom((draw) => draw.list(3, () => draw.integer(1, 9)));
    expect(checkLaw(toyLaw({ claim, instances, teeth: {} }), OPTIONS).errors).toEqual([
      'The second opinion on a counterexample crashed: no digits left',
    ]);
  });
});

describe('shards', () => {
  test('index ranges cover every case once', () => {
    for (const of of [1, 2, 3, 7]) {
      const ranges = Array.from({ length: of }, (_, i) => rangeOf(100, { index: i + 1, of }));
      expect(ranges[0]![0]).toBe(0);
      expect(ranges.at(-1)![1]).toBe(100);
      for (let i = 1; i < of; i++) expect(ranges[i]![0]).toBe(ranges[i - 1]![1]);
    }
  });

  test('the cases of three shards are the cases of one run', () => {
    const seen: string[] = [];
    const instances = { ...anyNumbers };
    const claim: ReturnType<typeof toyLaw>['claim'] = (F, instance) => {
      if (F.reading === 'filter') seen.push(JSON.stringify((instance as Numbers).numbers.map(String)));
      return atMost(F.zero, F.one);
    };
    const law = toyLaw({ instances, claim, teeth: {} });
    checkLaw(law, OPTIONS);
    const whole = seen.splice(0);
    for (let index = 1; index <= 3; index++) checkLaw(law, { ...OPTIONS, shard: { index, of: 3 } });
    expect(seen).toEqual(whole);
  });
});
