import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type SampledProblem, sampledProblems } from '../../instances/descent/sampled-problem.ts';
import type { ModelLoss } from '../../model.ts';

/**
 * Linear losses w_x θ on the interval [0, k] with small whole numbers, that are as they should be but for one change;
 * θ* is the end that minimizes their sum.
 */
const changed = (
  change: (draw: Draw, problem: SampledProblem) => Partial<SampledProblem>,
): Instances<SampledProblem> => ({
  ...sampledProblems,
  generate: (draw) => {
    const top = draw.integer(1, 2);
    const slopes = draw.list(draw.integer(1, 2), () => draw.integer(-2, 2));
    const horizon = draw.integer(1, 3);
    const problem: SampledProblem = {
      set: { kind: 'box', lower: [0], upper: [top] },
      start: [draw.integer(0, top)],
      comparator: [slopes.reduce((sum, slope) => sum + slope, 0) > 0 ? 0 : top],
      losses: slopes.map((slope) => ({ kind: 'linear', slope: [slope] })),
      weights: slopes.map(() => 1),
      schedule: { kind: 'constant', rate: draw.integer(1, 8) / 4 },
      horizon,
      sampling: 'independent',
    };
    return { ...problem, ...change(draw, problem) };
  },
});

/** One sample is drawn and then repeated. */
export const repeatedSamples = changed(() => ({ sampling: 'repeated' }));

/** The comparator minimizes L(x_1, ·). */
export const comparatorsInHindsight = changed((draw, { set }) => {
  const slopes = [draw.integer(1, 2), -draw.integer(1, 2)];
  const ends = set.kind === 'box' ? [[set.lower[0]!], [set.upper[0]!]] : [[0], [0]];
  return {
    losses: slopes.map((slope) => ({ kind: 'linear', slope: [slope] })),
    weights: [1, 1],
    comparator: slopes[0]! + slopes[1]! > 0 ? ends[0]! : ends[1]!,
    hindsight: ends,
  };
});

/** θ* is any end of the interval. */
export const anyEnd = changed((draw, { set }) => ({
  comparator: set.kind === 'box' ? [draw.chance(0.5) ? set.lower[0]! : set.upper[0]!] : [0],
}));

/** θ_1 is anywhere. */
export const anyStart = changed((draw) => ({ start: [draw.integer(-3, 3)] }));

/** One loss, and rates that increase from step to step. */
export const anyOrder = changed((draw, { losses, comparator, set }) => {
  const first = draw.integer(1, 4) / 8;
  const top = set.kind === 'box' ? Number(set.upper[0]) : 0;
  return {
    losses: losses.slice(0, 1).map(() => ({ kind: 'linear', slope: [Number(comparator[0]) === 0 ? 1 : -1] })),
    weights: [1],
    start: [top - Number(comparator[0])],
    horizon: 2,
    schedule: { kind: 'sequence', rates: [first, first + draw.integer(1, 16) / 8] },
  };
});

/** A negative rate. */
export const negativeSampleRates = changed((draw) => ({
  schedule: { kind: 'constant', rate: -draw.integer(1, 8) / 4 },
}));

/** Two points and a first step just too short to leave the start: the rate is half their distance over the slope. */
export const twoEnds = changed((draw) => {
  const top = draw.integer(1, 2);
  const slope = draw.integer(1, 2);
  return {
    set: { kind: 'finite', points: [[top], [0]] },
    start: [top],
    comparator: [0],
    losses: [{ kind: 'linear', slope: [slope] }],
    weights: [1],
    schedule: { kind: 'constant', rate: top / (2 * slope) },
    horizon: draw.integer(2, 3),
  };
});

/** −|w(θ − θ_1)|, which holds an iterate at its top. */
export const concaveSamples = changed((draw, { start, set }) => {
  const feature = draw.integer(1, 2);
  const loss: ModelLoss = {
    kind: 'negated',
    loss: { kind: 'absolute', feature: [feature], target: feature * Number(start[0]) },
  };
  const top = set.kind === 'box' ? Number(set.upper[0]) : 0;
  return { losses: [loss], weights: [1], comparator: [2 * Number(start[0]) > top ? 0 : top] };
});
