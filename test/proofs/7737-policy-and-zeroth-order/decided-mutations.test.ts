import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';
import { partOf } from '../../../proofs/7737-policy-and-zeroth-order/read-law.ts';
import { NotProved } from '../../../proofs/index.ts';
import { proved } from '../../../proofs/theorem/theorem.ts';
import { withEstimate } from '../../../properties/7737-policy-and-zeroth-order/zeroth-order/subject.ts';
import type * as ActionOfNoise from '../../../src/policy/action-of-noise.ts';
import type * as Ascent from '../../../src/policy/ascent.ts';
import type * as Rearrangement from '../../../src/policy/rearrangement.ts';
import type * as Softmax from '../../../src/policy/softmax.ts';
import type * as Surrogate from '../../../src/policy/surrogate.ts';
import { relu } from '../../../src/policy/surrogate.ts';
import type * as Estimator from '../../../src/zeroth-order/estimator.ts';
import { mutated } from '../mutated-text.ts';

/** The sentence of the failure of the theorem that is this law, about another text. */
function failure(id: string, use: unknown): string {
  const { law, shapes, ...statement } = lawTheorems.find((theorem) => theorem.law.id === id)!;
  try {
    proved(
      statement,
      shapes.map((shape) => partOf(law, shape, use)),
    ).check();
  } catch (error) {
    if (error instanceof NotProved || error instanceof RangeError) return error.message;
    throw error;
  }
  return 'proved';
}

describe('one change in a text that decides is a failed step of every proof about it', () => {
  test('stopped gradients', async () => {
    const { straightThrough } = await mutated<typeof Surrogate>(
      'src/policy/surrogate.ts',
      'add(stopGradient(sub(value, through)), through)',
      'add(stopGradient(add(value, through)), through)',
    );
    const use = <S>(F: Parameters<typeof straightThrough<S>>[0], x: S): S => straightThrough(F, relu(F, x), x);
    expect(failure('c.sg', use)).toContain(
      'every x, path 0: The certificate of "1. value" does not expand to its goal',
    );
  });

  test('estimate: not divided by ε', async () => {
    const { directionalEstimate } = await mutated<typeof Estimator>(
      'src/zeroth-order/estimator.ts',
      'scale(div(sub(objective(F, axpy(smoothing, direction, x)), baseline), smoothing), direction)',
      'scale(sub(objective(F, axpy(smoothing, direction, x)), baseline), direction); void div',
    );
    const use = withEstimate(directionalEstimate);
    expect(failure('zo.bias-lipschitz', use)).toMatch(/^rademacher, d = 1, degree 2, path 0: .*"1. error" does not/);
    expect(failure('zo.root-rate', use)).toMatch(/^rademacher, d = 1: .*"1. zeroth-order gradient" does not expand/);
  });

  test('importance weights', async () => {
    const { importanceSurrogate } = await mutated<typeof Surrogate>(
      'src/policy/surrogate.ts',
      'F.div(probabilities[y]!, sampler[y]!)',
      'F.mul(probabilities[y]!, sampler[y]!)',
    );
    expect(failure('c.importance', importanceSurrogate)).toMatch(/^K = 2: .*does not expand to its goal/);
  });

  test('the largest entry', async () => {
    const { argmax } = await mutated<typeof Softmax>(
      'src/policy/softmax.ts',
      'compare(values[y]!, values[best]!) > 0',
      'compare(values[y]!, values[best]!) < 0',
    );
    expect(failure('pg.hard-flat', { argmax })).toMatch(
      /^K = 2, class 1 leads: .*"1. the predicted class" does not expand/,
    );
  });

  test('the order of a guide', async () => {
    const { arrangedLike } = await mutated<typeof Rearrangement>(
      'src/policy/rearrangement.ts',
      'const rank = places.map((_, i) => places.indexOf(i));',
      'const rank = places;',
    );
    expect(failure('pg.same-order-fixed', { arrangedLike })).toMatch(/^K = 3, path \d+: .*order/);
  });

  test('the action of noise', async () => {
    const { actionOfNoise } = await mutated<typeof ActionOfNoise>(
      'src/policy/action-of-noise.ts',
      'return compare(noise, sum) < 0;',
      'return compare(noise, sum) > 0;',
    );
    expect(failure('c.action-path', { actionOfNoise })).toMatch(
      /^K = 2, path \d+: noise is not below the sum of the probabilities/,
    );
  });

  test('the gradient by the logits', async () => {
    const { logitGradient } = await mutated<typeof Ascent>(
      'src/policy/ascent.ts',
      'mul(p, sub(rewards[y]!, mean))',
      'mul(p, sub(mean, rewards[y]!))',
    );
    expect(failure('pg.ascent-first', { logitGradient })).toMatch(/^K = 2, path \d+: .*the sign of the gap/);
    expect(failure('pg.order-flow', { logitGradient })).toMatch(/^K = 2, path \d+: .*does not expand/);
  });
});
