import { describe, expect, test } from 'vitest';
import {
  type PlainPolicyGradient,
  withPolicyGradient,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/own-policy-gradient.ts';
import { policyFactLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/policy-facts.ts';
import {
  exactGradient,
  logTrick,
  policyGradientLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/policy-gradient.ts';
import { datasetCases, datasetParameters, examplesOf } from '../../../../properties/instances/policy/dataset-case.ts';
import { hasScores, policyCases, tableCases, withScores } from '../../../../properties/instances/policy/policy-case.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { search } from '../../../../src/law/search.ts';
import { decodeInstance, encode } from '../../../../src/law/witness.ts';
import { policyGradient } from '../../../../src/policy/gradient.ts';
import { float64 } from '../../../../src/scalar/float64.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const laws: readonly AnyLaw[] = [...policyGradientLaws, ...policyFactLaws];
const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

describe('the laws of the policy gradient', () => {
  testExpectations(laws);
});

describe('what a person reads', () => {
  test.each([
    ['pg.grad', 'score-sign', { examples: [{ weights: [1, 1], rewards: [0, 1] }], temperature: 1 }],
    ['pg.grad', 'missing-mean', { examples: [{ weights: [1, 1], rewards: [0, 1] }], temperature: 1 }],
    ['pg.grad', 'temperature-multiplied', { examples: [{ weights: [1, 1], rewards: [0, 1] }], temperature: 2 }],
    ['pg.grad-logits', 'score-sign', { weights: [1, 1], rewards: [0, 1], temperature: 1 }],
    ['pg.grad-norm', 'range-over-four', { weights: [1, 1], rewards: [0, 1], temperature: 1 }],
    ['pg.fisher', 'temperature-multiplied', { weights: [1, 1], rewards: [0, 0], temperature: 2 }],
  ])('%s catches %s on two classes', (id, tooth, expected) => {
    expect(encode(caughtBy(lawOf(id), tooth))).toEqual(expected);
  });

  test('samples from another distribution miss the gradient', () => {
    expect(breaking(logTrick as AnyLaw, 'on-policy')).toMatchObject({
      weights: [1, 1],
      rewards: [0, 1],
      sampler: [2, 1],
    });
  });
});

describe('a policy gradient of your own', () => {
  const judged = (mine: Parameters<typeof withPolicyGradient>[0], id = 'pg.grad') =>
    checkLaw({ ...lawOf(id), float64: withPolicyGradient(mine) }, { runs: 200, seed: 1 });
  /** The right answer by the other formula, Σ_y p_y (r_y − E r) ∇f_y / τ. */
  const centered = (...[p, gradients, tau, r]: Parameters<PlainPolicyGradient>): readonly number[] => {
    const mean = r.reduce((total, x, y) => total + p[y]! * x, 0);
    return gradients[0]!.map((_, j) => gradients.reduce((sum, g, y) => sum + p[y]! * (r[y]! - mean) * g[j]!, 0) / tau);
  };

  test('passes when it is right, by whatever formula', () => {
    for (const id of ['pg.grad', 'pg.grad-logits', 'pg.reward-inner', 'pg.grad-norm', 'pg.grad-norm-sharp']) {
      const { verdict, float64: inDoubles } = judged(centered, id);
      expect({ verdict, cases: inDoubles?.cases, violated: inDoubles?.violated }).toEqual({
        verdict: 'holds',
        cases: 50,
        violated: 0,
      });
    }
  });

  test.each([
    ['has the wrong sign', (g: number[]) => g.map((x) => -x), { temperature: 1 }],
    ['is one part in a million off', (g: number[]) => g.map((x) => x * 1.000001), { temperature: 1 }],
    ['drops the last parameter', (g: number[]) => g.map((x, j) => (j === g.length - 1 ? 0 : x)), { temperature: 1 }],
  ])('is caught when it %s', (_name, spoil, expected) => {
    const report = judged((...policy) => spoil([...centered(...policy)]));
    expect(report.verdict).toBe('violated');
    const [simplest] = report.counterexamples;
    expect(simplest).toMatchObject({ implementation: 'float64', kept: 'simplest' });
    expect(simplest!.instance).toEqual({ examples: [{ weights: [1, 1], rewards: [0, 1] }], ...expected });
  });

  test('is caught by an inequality when it multiplies by the temperature', () => {
    const report = judged((p, gradients, tau, r) => centered(p, gradients, 1 / tau, r), 'pg.grad-norm');
    expect(report.verdict).toBe('violated');
    expect(report.counterexamples[0]!.instance).toEqual({ weights: [1, 1], rewards: [0, 1], temperature: 2 });
  });

  test('is told when it returns too few coordinates, or none that are numbers', () => {
    const short = withPolicyGradient(() => [0]);
    const policy = {
      probabilities: [0.5, 0.5],
      logitGradients: [
        [1, 0],
        [0, 1],
      ],
      temperature: 1,
    };
    expect(() => short.gradient(float64, policy, [1, 0])).toThrow(
      'The policy gradient has 1 entry; give 2 finite numbers.',
    );
    expect(() => withPolicyGradient(() => [Number.NaN, 0]).gradient(float64, policy, [1, 0])).toThrow(
      'The policy gradient is NaN at index 0; give 2 finite numbers.',
    );
    expect(policyGradient(float64, policy, [1, 0])).toEqual([0.25, -0.25]);
  });
});

describe('instances', () => {
  test('data sets and policies come back from JSON as they were', () => {
    for (const instances of [policyCases, datasetCases(), datasetCases({ baselined: true })]) {
      search<unknown>(
        instances,
        (instance) => {
          const text = JSON.stringify(encode(instance));
          expect(JSON.stringify(encode(instances.decode(JSON.parse(text))))).toBe(text);
          return true;
        },
        { seed: 3, from: 0, to: 100 },
      );
    }
  });

  test('every x has a table of its own when there are no features', () => {
    const instance = {
      examples: [
        { weights: [1, 1], rewards: [0, 1] },
        { weights: [1, 2, 3], rewards: [0, 1, 2] },
      ],
      temperature: 1,
    };
    expect(datasetParameters(instance)).toBe(5);
    expect(examplesOf(float64, instance)[1]!.features).toEqual([
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
    ]);
  });

  test('laws of tables refuse features, and the sharp bound classes that are not equally likely', () => {
    const policy = { weights: [1, 1], rewards: [0, 1], temperature: 1 };
    const tables = [...policyFactLaws, ...policyGradientLaws].filter(({ instances }) => instances === tableCases);
    expect(tables.map(({ id }) => id)).toContain('pg.grad-logits');
    for (const law of tables) {
      expect(() => decodeInstance(law, { ...policy, features: [[1], [0]] })).toThrow('a table of logits');
    }
    const sharp = policyFactLaws.find(({ id }) => id === 'pg.grad-norm-sharp')!;
    expect(() => decodeInstance(sharp, { ...policy, weights: [3, 1] })).toThrow('two classes of the same weight');
  });

  test('one class alone has no scores', () => {
    expect(hasScores({ weights: [1], rewards: [0], temperature: 1 })).toBe(false);
  });

  test('a policy that ignores its parameters is moved', () => {
    const flat = { weights: [1, 1], rewards: [0, 1], temperature: 1, features: [[2], [2]] };
    expect(hasScores(flat)).toBe(false);
    expect(withScores(flat).features).toEqual([[3], [2]]);
  });

  test('data without meaning is refused', () => {
    const { decode } = datasetCases();
    const pair = { weights: [1, 1], rewards: [0, 1] };
    const refused =
      (...examples: object[]) =>
      () =>
        decode({ examples, temperature: 1 });
    expect(refused({ ...pair, weights: [1, 0] })).toThrow('A weight is not positive');
    expect(refused({ ...pair, rewards: [1] })).toThrow('give one a class');
    expect(refused(pair, { ...pair, features: [[1], [2]] })).toThrow('give all or none');
    expect(
      refused(
        { ...pair, features: [[1], [2]] },
        {
          ...pair,
          features: [
            [1, 2],
            [2, 1],
          ],
        },
      ),
    ).toThrow('features of example 1');
    expect(() => datasetCases({ baselined: true }).decode({ examples: [pair], temperature: 1 })).toThrow(
      'An example has no baseline',
    );
    expect(exactGradient.instances.accepts({ examples: [], temperature: 1 })).toBe(false);
  });
});
