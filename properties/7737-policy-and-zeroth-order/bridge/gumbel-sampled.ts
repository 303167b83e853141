import { z } from 'zod';
import { gumbelAction } from '../../../src/bridge/gumbel.ts';
import type { Draw } from '../../../src/law/draw.ts';
import { type MeanHypothesis, samplesNeeded } from '../../../src/law/e-process.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import {
  naturalLogarithm,
  type RandomStream,
  standardGumbel,
  standardNormal,
  stream,
} from '../../../src/random/index.ts';
import { rational } from '../../../src/scalar/rational.ts';
import { plainData } from '../../instances/plain-data.ts';
import { drawSeed, evidenceOf, FALSE_ALARMS, noBettorWins, type Seeded, seedSchema } from '../../instances/seeds.ts';
import { SECTIONS } from '../sections.ts';

/** An action at the logits z, drawn by adding noise of the size of the temperature. */
type PerturbedSampler = (logits: readonly number[], temperature: number, stream: RandomStream) => number;

/** Cases in a run: each is a test of its own, with its own part of the false alarms. */
const RUNS = 8;

/** Whole softmax weights a, so that z = τ log a, the temperature τ, and a seed to draw from. */
interface PerturbedDraws extends Seeded {
  readonly weights: readonly number[];
  readonly temperature: number;
}

const drawPerturbedDraws = (draw: Draw): PerturbedDraws => ({
  seed: drawSeed(draw),
  weights: draw.list(draw.integer(2, 5), () => draw.integer(1, 16)),
  temperature: draw.pick([0.25, 0.5, 1, 2, 4]),
});

const perturbedDraws = plainData<PerturbedDraws>({
  schema: z.strictObject({
    seed: seedSchema,
    weights: z.array(z.int().min(1).max(1024)).min(2).max(64),
    temperature: z
      .number()
      .min(2 ** -10)
      .max(2 ** 10),
  }),
  generate: drawPerturbedDraws,
  fixed: ['weights', 'temperature'],
});

/**
 * p_y = a_y / Σ a, to 2⁻⁴⁰ on either side: what doubles change about it, in the logits, the logarithms of the noise and
 * the sum of both, is about 2⁻⁴⁶.
 */
function winnerMeans(weights: readonly number[]): readonly MeanHypothesis[] {
  const total = BigInt(weights.reduce((a, b) => a + b));
  const bound = (weight: number, side: bigint) => rational((BigInt(weight) << 40n) + side * total, total << 40n);
  return weights.map((weight) => ({ range: [0, 1], mean: [bound(weight, -1n), bound(weight, 1n)] }));
}

/** Twice the pairs of draws at which a class whose probability is off by 3 % is expected to be found out. */
const perturbedEvidence = evidenceOf(({ seed, weights, temperature }: PerturbedDraws, sampler: PerturbedSampler) => {
  const hypotheses = winnerMeans(weights);
  const alpha = FALSE_ALARMS.share('zoR.gumbel-sampled', RUNS);
  const logits = weights.map((weight) => temperature * naturalLogarithm(weight));
  const draws = stream(seed);
  return {
    hypotheses,
    alpha,
    observations: 2 * samplesNeeded({ bias: 0.03, variance: 1 / 8, alpha, tests: hypotheses.length }),
    observe: () => {
      const pair = [sampler(logits, temperature, draws), sampler(logits, temperature, draws)];
      return weights.map((_, y) => pair.filter((winner) => winner === y).length / 2);
    },
  };
});

/** The winner of z + τ · noise. */
const perturbedBy =
  (noise: (stream: RandomStream) => number): PerturbedSampler =>
  (logits, temperature, draws) => {
    const heights = logits.map((logit) => logit + temperature * noise(draws));
    return heights.indexOf(Math.max(...heights));
  };

export const gumbelSampled = law<PerturbedDraws, PerturbedSampler>({
  id: 'zoR.gumbel-sampled',
  version: 1,
  cites: [{ article: '7737', equations: [17], place: 'with Gumbel noise' }],
  section: SECTIONS.finale,
  states: String.raw`P\bigl(\operatorname{argmax}_k(z_k+\tau G_k)=y\bigr)=\frac{e^{z_y/\tau}}{\sum_ke^{z_k/\tau}}`,
  says: 'The winner of the logits with Gumbel noise of the size of the temperature added is a draw from the softmax policy: no bettor against it gets rich, except by a chance fixed in advance.',
  expects: 'holds',
  instances: perturbedDraws,
  hypotheses: [],
  subject: 'perturbed sampler',
  reference: gumbelAction,
  claim: (F, instance, use) => noBettorWins(F, perturbedEvidence(instance, use)),
  cover: {
    'three classes or more': { atLeast: 0.1, when: ({ weights }) => weights.length > 2 },
    'unequal probabilities': { atLeast: 0.5, when: ({ weights }) => new Set(weights).size > 1 },
    'a temperature other than 1': { atLeast: 0.2, when: ({ temperature }) => temperature !== 1 },
  },
  teeth: {
    'temperature-forgotten': {
      says: 'The noise is not scaled by the temperature.',
      use: (logits, _temperature, draws) => gumbelAction(logits, 1, draws),
    },
    'normal-noise': {
      says: 'The noise is standard normal.',
      use: perturbedBy(standardNormal),
    },
    'noise-subtracted': {
      says: 'The winner is that of z − τG, whose noise has its long tail on the wrong side.',
      use: perturbedBy((draws) => -standardGumbel(draws)),
    },
    'one-logarithm': {
      says: 'The noise is −log U, with one logarithm for two.',
      use: perturbedBy((draws) => -naturalLogarithm((Math.floor(draws.uniform() * 2 ** 52) + 0.5) * 2 ** -52)),
    },
  },
  atMostRuns: RUNS,
});

/** Softmax draws by noise and argmax alone. */
export const gumbelSampledLaws: readonly AnyLaw[] = [gumbelSampled];
