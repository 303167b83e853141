import { describe, expect, test } from 'vitest';
import { excessVarianceTheorem } from '../../../proofs/7737-policy-and-zeroth-order/excess-variance.ts';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';
import { partOf } from '../../../proofs/7737-policy-and-zeroth-order/read-law.ts';
import { rearrangementTheorem } from '../../../proofs/7737-policy-and-zeroth-order/rearrangement.ts';
import { rearrangementEqualityTheorem } from '../../../proofs/7737-policy-and-zeroth-order/rearrangement-equality.ts';
import { NotProved } from '../../../proofs/index.ts';
import { proved, type Theorem } from '../../../proofs/theorem/theorem.ts';
import {
  reference as policyParts,
  withScore,
} from '../../../properties/7737-policy-and-zeroth-order/policy/subject.ts';
import { reference, withEstimate } from '../../../properties/7737-policy-and-zeroth-order/zeroth-order/subject.ts';
import type * as Baseline from '../../../src/policy/baseline.ts';
import { optimalBaseline } from '../../../src/policy/baseline.ts';
import type * as Rearrangement from '../../../src/policy/rearrangement.ts';
import { rearranged, similarlyOrdered } from '../../../src/policy/rearrangement.ts';
import type * as Score from '../../../src/policy/score.ts';
import { score } from '../../../src/policy/score.ts';
import type * as ZerothOrderBaseline from '../../../src/zeroth-order/baseline.ts';
import type * as Estimator from '../../../src/zeroth-order/estimator.ts';
import { mutated } from '../mutated-text.ts';

/** The sentence of the failure. */
const failure = (theorem: Theorem): string => {
  try {
    theorem.check();
  } catch (error) {
    if (error instanceof NotProved) return error.message;
    throw error;
  }
  return 'proved';
};

/** The theorem that is this law, about another text. */
function about(id: string, use: unknown): Theorem {
  const { law, shapes, ...statement } = lawTheorems.find((theorem) => theorem.law.id === id)!;
  return proved(
    statement,
    shapes.map((shape) => partOf(law, shape, use)),
  );
}

describe('one change in a text of src/ is a failed step of every proof about it', () => {
  test('the texts as they are are proved', async () => {
    const texts = await mutated<typeof Score>('src/policy/score.ts', 'Source: B-(5).', 'Source: B-(5), again.');
    expect(failure(about('pg.score0', withScore(texts.score)))).toBe('proved');
    expect(failure(excessVarianceTheorem({ optimalBaseline, score: texts.score }))).toBe('proved');
  });

  test.each([
    ['a sign', 'F.minus(ofClass', 'F.plus(ofClass'],
    ['the mean is missing', 'F.minus(ofClass(logitGradients, action), mean)', 'ofClass(logitGradients, action)'],
  ])('score: %s', async (_, from, to) => {
    const { score } = await mutated<typeof Score>('src/policy/score.ts', from, to);
    const use = withScore(score);
    for (const id of ['pg.grad', 'pg.logtrick', 'pg.score0', 'pg.baseline', 'pg.grad-logits', 'pg.fisher']) {
      expect(failure(about(id, use))).toMatch(/^K = 2.*: The certificate of "\d+\. .*" does not expand to its goal/);
    }
    // Where directions do not tell the two gradients apart, what the policy gradient is does.
    expect(failure(about('zoR.parallel', use))).toMatch(/^d = 1, .*"1\. policy gradient 1" does not expand/);
    expect(failure(excessVarianceTheorem({ optimalBaseline, score }))).toMatch(
      /^K = 2.*: The certificate of "V\(b\) is V\(b\*\) and a square" does not expand/,
    );
  });

  test('score: the temperature is multiplied', async () => {
    const { score } = await mutated<typeof Score>('src/policy/score.ts', 'F.div(F.one, temperature)', 'temperature');
    for (const id of ['pg.grad', 'pg.logtrick', 'pg.grad-logits', 'pg.score-norm', 'zoR.parallel']) {
      expect(failure(about(id, withScore(score)))).toContain('does not expand to its goal');
    }
    // The scores are another multiple of what they should be, and still average 0.
    expect(failure(about('pg.score0', withScore(score)))).toBe('proved');
  });

  test('optimal baseline: without its weights', async () => {
    const texts = await mutated<typeof Baseline>(
      'src/policy/baseline.ts',
      'const squares = scores(F, policy, scoreOf).map(squaredNorm);',
      'const squares = scores(F, policy, scoreOf).map(() => F.one); void squaredNorm;',
    );
    expect(failure(excessVarianceTheorem({ optimalBaseline: texts.optimalBaseline, score }))).toMatch(
      /^K = 2, any model: The certificate of "V\(b\) is V\(b\*\) and a square" does not expand/,
    );
    const { parts, ...statement } = excessVarianceTheorem({ optimalBaseline: texts.optimalBaseline, score });
    for (const part of parts) expect(failure(proved(statement, [part]))).toMatch(/^K = \d.*: The certificate of/);
  });

  test('baseline for each parameter: the first score for all', async () => {
    const { coordinateBaselines } = await mutated<typeof Baseline>(
      'src/policy/baseline.ts',
      'square(s[k]!)',
      'square(s[0]!)',
    );
    expect(failure(about('pg.bopt-coordinate', { ...policyParts, coordinateBaselines }))).toMatch(
      /^K = 3: The certificate of "2\. variance of parameter 2" does not expand to its goal/,
    );
  });

  test('estimate: not divided by ε', async () => {
    const { directionalEstimate } = await mutated<typeof Estimator>(
      'src/zeroth-order/estimator.ts',
      'scale(div(sub(objective(F, axpy(smoothing, direction, x)), baseline), smoothing), direction)',
      'scale(sub(objective(F, axpy(smoothing, direction, x)), baseline), direction); void div',
    );
    const identities = ['zo.def', 'zo.limit', 'zo.quadratic', 'zo.bias', 'zo.m2', 'zo.bopt', 'zo.variance-forward'];
    const bounds = ['zo.bias-lipschitz-gradient', 'zo.bias-lipschitz-hessian', 'zo.bias-normal'];
    for (const id of [...identities, ...bounds, 'zo.ball-smoothing', 'zo.second-moment-lipschitz']) {
      const use = withEstimate(directionalEstimate);
      expect(failure(about(id, use)), id).toContain('does not expand to its goal');
    }
  });

  test('optimal baseline of zeroth order: without its weights', async () => {
    const { optimalBaseline } = await mutated<typeof ZerothOrderBaseline>(
      'src/zeroth-order/baseline.ts',
      '(u) => mul(objective(F, axpy(smoothing, u, x)), squaredNorm(u))',
      '(u) => mul(objective(F, axpy(smoothing, u, x)), weight)',
    );
    const use = { ...reference, optimalBaseline };
    for (const id of ['zo.bopt', 'zo.bopt-expansion']) {
      expect(failure(about(id, use))).toMatch(/^(skewed|three-point).* does not expand to its goal/);
    }
  });

  test('rearrangement: the inverse permutation', async () => {
    const { rearranged } = await mutated<typeof Rearrangement>(
      'src/policy/rearrangement.ts',
      'return order.map((i) => values[i]!);',
      'return order.map((_, i) => values[order.indexOf(i)]!);',
    );
    expect(failure(rearrangementTheorem({ rearranged, similarlyOrdered }))).toMatch(/^n = 3: .*"120 ≤ same order"/);
  });

  test.each([
    ['one sign', 'compare(c[i]!, c[j]!)', 'compare(c[j]!, c[i]!)', '"places 0 1: .* in same order"', 'pair of'],
    ['the largest value only', 'compare(c[i]!, c[j]!)', 'compare(c[0]!, c[j]!)', '"places 0 1: .*"', 'pair of'],
    ['neighbors only', 'j >= i ||', 'j !== i - 1 ||', 'The text about lists in the same order', 'proved'],
    ['some pair', 'a.every((ai, i)', 'a.some((ai, i)', 'The text about lists in the same order', 'one pair of'],
    ['ties count as out of order', '>= 0)', '> 0)', 'proved', 'one pair of places, path 01: .*"no"'],
  ])('lists in the same order: %s', async (_, from, to, orders, pair) => {
    const { similarlyOrdered } = await mutated<typeof Rearrangement>('src/policy/rearrangement.ts', from, to);
    expect(failure(rearrangementTheorem({ rearranged, similarlyOrdered }))).toMatch(new RegExp(orders));
    expect(failure(rearrangementEqualityTheorem({ similarlyOrdered }))).toMatch(new RegExp(pair));
  });
});
