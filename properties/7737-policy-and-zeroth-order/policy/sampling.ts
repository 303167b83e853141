import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import { type MeanHypothesis, samplesNeeded } from '../../../src/law/e-process.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { categorical, DRAWS, type RandomStream, standardNormal, stream } from '../../../src/random/index.ts';
import { plainData } from '../../instances/plain-data.ts';
import {
  drawSeed,
  evidenceOf,
  FALSE_ALARMS,
  noBettorWins,
  type Seeded,
  seedSchema,
  seeds,
} from '../../instances/seeds.ts';
import { SECTIONS } from '../sections.ts';
import { actionMistakes, normalMistakes } from './teeth/samplers.ts';

/** Draws of an action with probabilities weights / 2³², one after the other. */
export type ActionSampler = (weights: readonly number[], stream: RandomStream) => () => number;
/** Standard normal draws, one after the other. */
export type NormalSampler = (stream: RandomStream) => () => number;

/** Cases of either law in a run: each is a test of its own, with its own part of the false alarms. */
const RUNS = 8;

/** A policy at one context, its probabilities in units of 2⁻³², and a seed to draw its actions from. */
interface ActionDraws extends Seeded {
  readonly weights: readonly number[];
}

function requireActionDraws({ weights }: ActionDraws): void {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total !== DRAWS) throw new RangeError(`The weights sum to ${total}; give whole numbers that sum to 2^32.`);
}

/** Odds from 1 to 16, rounded to whole weights. */
function drawActionDraws(draw: Draw): ActionDraws {
  const odds = draw.list(draw.integer(2, 5), () => draw.integer(1, 16));
  const total = odds.reduce((a, b) => a + b);
  const others = odds.slice(1).map((odd) => Math.floor((odd * DRAWS) / total));
  return { seed: drawSeed(draw), weights: [others.reduce((left, weight) => left - weight, DRAWS), ...others] };
}

const actionDraws = plainData<ActionDraws>({
  schema: z.strictObject({ seed: seedSchema, weights: z.array(z.int().min(1)).min(2).max(64) }),
  generate: drawActionDraws,
  require: requireActionDraws,
  fixed: ['weights'],
});

const hit = (condition: boolean): number => (condition ? 1 : 0);

/**
 * The share of each class in two draws has mean p_y; and a draw equals the one before it, whichever that was, with the
 * probability of that one: the excess has mean 0.
 */
const actionMeans = (weights: readonly number[]): readonly MeanHypothesis[] => [
  ...weights.map((weight) => ({ range: [0, 1], mean: weight / DRAWS }) as const),
  { range: [-1, 1], mean: 0 },
];

/** Twice the pairs of draws at which a class whose probability is off by 3 % is expected to be found out. */
const actionEvidence = evidenceOf(({ seed, weights }: ActionDraws, sampler: ActionSampler) => {
  const hypotheses = actionMeans(weights);
  const alpha = FALSE_ALARMS.share('pg.sampler', RUNS);
  const draw = sampler(weights, stream(seed));
  const excess = (before: number, now: number): number => hit(before === now) - (weights[before] ?? 0) / DRAWS;
  let last = draw();
  return {
    hypotheses,
    alpha,
    observations: 2 * samplesNeeded({ bias: 0.03, variance: 1 / 8, alpha, tests: hypotheses.length }),
    observe: () => {
      const [before, first, second] = [last, draw(), draw()];
      last = second;
      const shares = weights.map((_, y) => (hit(first === y) + hit(second === y)) / 2);
      return [...shares, (excess(before, first) + excess(first, second)) / 2];
    },
  };
});

export const actionSampling = law<ActionDraws, ActionSampler>({
  id: 'pg.sampler',
  version: 1,
  cites: [{ article: '7737', equations: [5] }],
  section: SECTIONS.sampling,
  states: String.raw`P(y_t=y)=p_y=\tfrac{k_y}{2^{32}},\qquad P(y_{t+1}=y_t\mid y_1,\dots,y_t)=p_{y_t}`,
  says: 'Actions are drawn with the probabilities asked for, and two draws in a row agree as often as independent ones: no bettor against it gets rich, except by a chance fixed in advance.',
  expects: 'holds',
  instances: actionDraws,
  hypotheses: [],
  subject: 'action sampler',
  reference: (weights, draws) => () => categorical(weights, draws),
  claim: (F, instance, use) => noBettorWins(F, actionEvidence(instance, use)),
  cover: {
    'three classes or more': { atLeast: 0.1, when: ({ weights }) => weights.length > 2 },
    'unequal probabilities': { atLeast: 0.5, when: ({ weights }) => new Set(weights).size > 1 },
  },
  teeth: actionMistakes,
  atMostRuns: RUNS,
});

/**
 * P(|u| ≤ t) for a standard normal u lies between (hits ∓ 1) / 2⁴⁰. What the sampler's own doubles change about these
 * probabilities is about 2⁻⁴⁶ and lies well inside the bounds.
 */
export const CENTRAL_PROBABILITIES: readonly { readonly t: number; readonly hits: number }[] = [
  { t: 1 / 2, hits: 421030404907 },
  { t: 1, hits: 750625034765 },
  { t: 3 / 2, hits: 952601038547 },
  { t: 2, hits: 1049483558555 },
];

const UNIT = 2 ** -40;

/** Half of the draws are negative, half differ in sign from the one before, whatever came before, and so many draws are within t of zero. */
const normalMeans: readonly MeanHypothesis[] = [
  1 / 2,
  1 / 2,
  ...CENTRAL_PROBABILITIES.map(({ hits }) => [(hits - 1) * UNIT, (hits + 1) * UNIT] as const),
].map((mean) => ({ range: [0, 1], mean }));

/**
 * Twice the pairs of draws at which a spread that is off by 3 % is expected to be found out: it changes P(|u| ≤ 3/2) by
 * 0.0117, and the share of two draws has a variance of 0.058.
 */
const normalEvidence = evidenceOf(({ seed }: Seeded, sampler: NormalSampler) => {
  const alpha = FALSE_ALARMS.share('zo.normal-sampler', RUNS);
  const draw = sampler(stream(seed));
  let last = draw();
  return {
    hypotheses: normalMeans,
    alpha,
    observations: 2 * samplesNeeded({ bias: 0.0117, variance: 0.058, alpha, tests: normalMeans.length }),
    observe: () => {
      const [before, first, second] = [last, draw(), draw()];
      last = second;
      const within = ({ t }: { readonly t: number }): number =>
        (hit(Math.abs(first) <= t) + hit(Math.abs(second) <= t)) / 2;
      const negative = (hit(first < 0) + hit(second < 0)) / 2;
      const turns = (hit(before < 0 !== first < 0) + hit(first < 0 !== second < 0)) / 2;
      return [negative, turns, ...CENTRAL_PROBABILITIES.map(within)];
    },
  };
});

export const normalSampling = law<Seeded, NormalSampler>({
  id: 'zo.normal-sampler',
  version: 1,
  cites: [{ article: '7737', equations: [11] }],
  section: SECTIONS.zerothOrder,
  states: String.raw`u\sim N(0,1):\quad P(u<0)=\tfrac12,\qquad P(u_tu_{t+1}<0)=\tfrac12,\qquad P(|u|\le c)=\operatorname{erf}(c/\sqrt2)\ \text{ for }c=\tfrac12,1,\tfrac32,2`,
  says: 'Normal directions are drawn as they should be: fair and independent signs, and the right shares within 1/2, 1, 3/2 and 2 of zero. No bettor against it gets rich, except by a chance fixed in advance.',
  expects: 'holds',
  instances: seeds,
  hypotheses: [],
  subject: 'normal sampler',
  reference: (draws) => () => standardNormal(draws),
  claim: (F, instance, use) => noBettorWins(F, normalEvidence(instance, use)),
  cover: {},
  teeth: normalMistakes,
  atMostRuns: RUNS,
});

/** The random draws that both estimators are made of. */
export const samplerLaws: readonly AnyLaw[] = [actionSampling, normalSampling];
