import { describe, expect, test } from 'vitest';
import { rateInDoubles, stepInDoubles } from '../../../properties/9902-sgd/step-float64.ts';
import { float64Reference, type SgdParts } from '../../../properties/9902-sgd/subject.ts';
import { laws } from '../../../properties/index.ts';
import { rate } from '../../../src/descent/schedule.ts';
import { checkLaw } from '../../../src/law/check.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { Undecided } from '../../../src/scalar/algebra.ts';
import { filter, lowerEnd, upperEnd } from '../../../src/scalar/filter.ts';

const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

/** The law of the reference as it is, but for its step in doubles. */
const judged = (id: string, parts: Partial<SgdParts>) =>
  checkLaw({ ...lawOf(id), teeth: {}, cover: {}, float64: { ...float64Reference, ...parts } }, { runs: 400, seed: 1 });

describe.each(['sgd.regret-bound', 'sgd.final', 'sgd.step', 'sgd.case1', 'sgd.case2'])('%s', (id) => {
  test('judges steps and rates in doubles, and they are right', () => {
    expect(lawOf(id).float64).toBe(float64Reference);
    expect(judged(id, { step: stepInDoubles(), rate: rateInDoubles() })).toMatchObject({
      verdict: 'holds',
      float64: { cases: 100, violated: 0 },
    });
  });

  test('sees that a step in doubles ascends', () => {
    const ascending = stepInDoubles((F, project, theta, eta, g) => project(F.axpy(eta, g, theta)));
    const { verdict, counterexamples } = judged(id, { step: ascending });
    expect([verdict, counterexamples[0]?.implementation]).toEqual(['violated', 'float64']);
  });
});

test('sgd.case1 sees a rate in doubles without its G', () => {
  const withoutG = rateInDoubles((F, schedule, t) =>
    schedule.kind === 'horizon' ? rate(F, { ...schedule, gradientBound: 1 }, t) : rate(F, schedule, t),
  );
  const { verdict, counterexamples } = judged('sgd.case1', { rate: withoutG });
  expect([verdict, counterexamples[0]?.implementation]).toEqual(['violated', 'float64']);
});

describe('a step in doubles', () => {
  const stay = <V>(x: V): V => x;
  const inDoubles = (theta: number, eta: number, g: number) => {
    const [x] = stepInDoubles()(filter, stay, [filter.of(theta)], filter.of(eta), [filter.of(g)]);
    return [lowerEnd(x!), upperEnd(x!)] as const;
  };

  test('is widened by 64 units in the last place of the longer of its two terms', () => {
    const [lower, upper] = inDoubles(1, 0.5, 4);
    expect([lower, upper].map((end) => Math.round((end + 1) / 2 ** -46))).toEqual([-2, 2]);
  });

  test('rounds: 2⁵³ − 1 · (−1) is 2⁵³, within what it is widened by', () => {
    const [lower, upper] = inDoubles(2 ** 53, 1, -1);
    expect((lower + upper) / 2).toBe(2 ** 53);
    expect(upper).toBeGreaterThan(2 ** 53 + 2);
  });

  test('that leaves the range of doubles is left open', () => {
    expect(() => inDoubles(1e308, 10, 1e308)).toThrow(Undecided);
  });
});
