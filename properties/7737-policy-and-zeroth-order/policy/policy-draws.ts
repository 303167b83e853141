import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import { type LocalPolicy, scores, tableGradients } from '../../../src/policy/score.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import { categorical, DRAWS, type RandomStream } from '../../../src/random/index.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { plainData } from '../../instances/plain-data.ts';
import { drawSeed, type Seeded, seedSchema } from '../../instances/seeds.ts';

/** A policy over K classes with probabilities odds/16, and a seed to draw actions from. */
export interface PolicyDraws extends Seeded {
  readonly odds: readonly number[];
  /** Whole multiples of 3 = N − 1. */
  readonly rewards: readonly number[];
}

/**
 * Estimates of the policy gradient from {@link SAMPLES} drawn actions each, one after the other: K coordinates without a
 * baseline, then K with that of the other samples.
 */
export type PolicyEstimator = (instance: PolicyDraws, stream: RandomStream) => () => readonly number[];

/** Actions an estimate is made of. */
export const SAMPLES = 4;

const SIXTEEN = 16;

function requirePolicyDraws({ odds, rewards }: PolicyDraws): void {
  const total = odds.reduce((a, b) => a + b, 0);
  if (total !== SIXTEEN) throw new RangeError(`odds sum to ${total}; give positive whole numbers that sum to 16.`);
  if (rewards.length !== odds.length) {
    throw new RangeError(`There are ${rewards.length} rewards for ${odds.length} classes; give one a class.`);
  }
  if (new Set(rewards).size === 1) throw new RangeError(`All rewards are ${rewards[0]}; give rewards that differ.`);
}

function drawPolicyDraws(draw: Draw): PolicyDraws {
  const classes = draw.integer(2, 4);
  const others = draw.list(classes - 1, () => draw.integer(2, 4));
  return {
    seed: drawSeed(draw),
    odds: [others.reduce((left, odd) => left - odd, SIXTEEN), ...others],
    rewards: [3, -3, ...draw.list(classes - 2, () => 3 * draw.integer(-1, 1))],
  };
}

export const policyDraws = plainData<PolicyDraws>({
  schema: z.strictObject({
    seed: seedSchema,
    odds: z.array(z.int().min(1)).min(2).max(16),
    rewards: z.array(z.int().multipleOf(3).min(-300).max(300)),
  }),
  generate: drawPolicyDraws,
  require: requirePolicyDraws,
  fixed: ['odds', 'rewards'],
});

/** The softmax policy with these probabilities, its logits being the parameters. */
export const policyOf = <S>(F: Algebra<S>, odds: readonly number[]): LocalPolicy<S> => ({
  probabilities: normalize(F, F.vector(odds)),
  logitGradients: tableGradients(F, odds.length),
  temperature: F.one,
});

/** An estimator by what is done with the drawn actions of each estimate. */
export const estimatorFrom =
  (
    estimates: (
      scoresOfClasses: readonly Vector<number>[],
      rewards: Vector<number>,
      actions: readonly number[],
    ) => readonly number[],
    weightsOf: (odds: readonly number[]) => readonly number[] = exactWeights,
  ): PolicyEstimator =>
  ({ odds, rewards }, draws) => {
    const scoresOfClasses = scores(float64, policyOf(float64, odds));
    const weights = weightsOf(odds);
    return () =>
      estimates(
        scoresOfClasses,
        rewards,
        Array.from({ length: SAMPLES }, () => categorical(weights, draws)),
      );
  };

export const exactWeights = (odds: readonly number[]): readonly number[] => odds.map((odd) => (odd * DRAWS) / SIXTEEN);
