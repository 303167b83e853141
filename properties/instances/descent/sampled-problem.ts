import { z } from 'zod';
import { dimension } from '../../../src/convex/index.ts';
import type { Schedule } from '../../../src/descent/schedule.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import type { ModelLoss, ModelSet } from '../../model.ts';
import { isZero, modelDimension, passes, requireDimension, requireLoss, requireSet } from '../well-formed.ts';
import { drawLoss } from './losses.ts';
import { drawMember } from './members.ts';
import { minimizer } from './minimizer.ts';
import { drawSchedule } from './schedules.ts';
import { lossSchema, scheduleSchema, setSchema } from './schema.ts';
import { drawSet } from './sets.ts';
import { lossWithoutCoordinate } from './simpler-losses.ts';
import { setWithoutCoordinate } from './simpler-sets.ts';

/** SGD on losses L(x, ·) with x drawn from a finite set X: every path of samples can be listed. */
export interface SampledProblem {
  readonly set: ModelSet;
  /** θ₁; also the fixed θ of A-(1). */
  readonly start: ExactVector;
  /** θ*, a minimizer over Θ of L = Σ p_x L(x, ·). A-(2). */
  readonly comparator: ExactVector;
  /** L(x, ·) for each x. */
  readonly losses: readonly ModelLoss[];
  /** x is drawn with probability p_x = weights[x] / Σ weights. */
  readonly weights: readonly number[];
  readonly schedule: Schedule;
  /** T. */
  readonly horizon: number;
  /** Whether x_1, …, x_T are independent, or one x is drawn and then repeated. */
  readonly sampling: 'independent' | 'repeated';
  /** A comparator chosen after x_1 was seen, one for each x; absent where θ* is fixed in advance. */
  readonly hindsight?: readonly ExactVector[] | undefined;
}

const sampledProblemSchema: z.ZodType<SampledProblem> = z.strictObject({
  set: setSchema,
  start: exactVector,
  comparator: exactVector,
  losses: z.array(lossSchema).min(1).max(8),
  weights: z.array(z.int().min(1).max(1024)).min(1).max(8),
  schedule: scheduleSchema,
  horizon: z.int().min(1).max(8),
  sampling: z.enum(['independent', 'repeated']),
  hindsight: z.array(exactVector).optional(),
});

/** The most paths of samples that are listed. */
const MOST_PATHS = 4096;

/** Throws a RangeError when the parts do not fit together. */
function requireProblem(problem: SampledProblem): void {
  const { set, start, comparator, losses, weights, schedule, horizon, hindsight = [] } = problem;
  requireSet(set);
  const d = modelDimension(set);
  requireDimension('start', start, d);
  requireDimension('comparator', comparator, d);
  losses.forEach((loss, x) => {
    requireLoss(`losses[${x}]`, loss, d);
  });
  hindsight.forEach((point, x) => {
    requireDimension(`hindsight[${x}]`, point, d);
  });
  for (const [name, { length }] of Object.entries({ weights, hindsight })) {
    if (length !== losses.length && !(name === 'hindsight' && length === 0)) {
      throw new RangeError(`${name} has ${length} entries for ${losses.length} losses; give as many.`);
    }
  }
  if (hindsight.length === 1) throw new RangeError('hindsight has one entry; with one sample there is nothing to see.');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 1)) {
    throw new RangeError('A weight is not a positive whole number; give whole numbers from 1.');
  }
  if (!Number.isSafeInteger(horizon) || horizon < 1) {
    throw new RangeError(`horizon is ${horizon}; give the number of steps, at least 1.`);
  }
  if (losses.length ** horizon > MOST_PATHS) {
    throw new RangeError(
      `There are ${losses.length ** horizon} paths; give fewer losses or steps, ${MOST_PATHS} at most.`,
    );
  }
  if (schedule.kind === 'sequence' && schedule.rates.length !== horizon) {
    throw new RangeError(`There are ${schedule.rates.length} rates for ${horizon} steps; give as many.`);
  }
  const rates = schedule.kind === 'sequence' ? schedule.rates : schedule.kind === 'constant' ? [schedule.rate] : [];
  if (rates.some(isZero)) throw new RangeError('A rate is 0; give nonzero rates, or no step is taken.');
}

/** Problems with few paths, differentiable losses, rational numbers throughout, and θ* their exact minimizer. */
export const sampledProblems: Instances<SampledProblem> = {
  generate: drawSampledProblem,
  simplify: simplerProblems,
  accepts: (problem) => passes(() => requireProblem(problem)),
  decode: (json) => {
    const problem = sampledProblemSchema.parse(json);
    requireProblem(problem);
    return problem;
  },
};

const SIZES: readonly (readonly [weight: number, size: readonly [samples: number, horizon: number]])[] = [
  [2, [1, 3]],
  [4, [2, 1]],
  [6, [2, 2]],
  [3, [2, 3]],
  [3, [3, 1]],
  [3, [3, 2]],
  [1, [2, 4]],
];

function drawSampledProblem(draw: Draw): SampledProblem {
  const [samples, horizon] = draw.weighted(SIZES);
  const style = draw.weighted<NumberStyle>([
    [3, 'integer'],
    [4, 'dyadic'],
    [1, 'fraction'],
  ]);
  const set = drawSet(draw, draw.pick(['box', 'segment', 'simplex', 'l1-ball']), draw.logUniform(1, 3), style);
  const d = dimension(set);
  const kind = draw.pick(['linear', 'quadratic'] as const);
  const losses = draw.list(samples, () => drawLoss(draw, kind, d, style));
  const weights = draw.list(samples, () => draw.integer(1, 3));
  return {
    set,
    start: drawMember(draw, set, style),
    comparator: minimizer(set, losses, weights) ?? drawMember(draw, set, style),
    losses,
    weights,
    schedule: drawSchedule(draw, draw.pick(['constant', 'sequence']), horizon, style),
    horizon,
    sampling: 'independent',
  };
}

const FIXED_KEYS = new Set(['kind', 'horizon', 'dimension']);

/** Fewer steps, fewer samples, fewer coordinates, then simpler numbers. */
export function* simplerProblems(problem: SampledProblem): Generator<SampledProblem> {
  const { schedule, horizon, losses, weights, hindsight } = problem;
  for (let keep = 1; keep < horizon; keep++) {
    const rates = schedule.kind === 'sequence' ? { ...schedule, rates: schedule.rates.slice(0, keep) } : schedule;
    yield { ...problem, horizon: keep, schedule: rates };
  }
  for (let x = 0; x < losses.length && losses.length > 1; x++) {
    yield {
      ...problem,
      losses: withoutEntry(losses, x),
      weights: withoutEntry(weights, x),
      hindsight: hindsight && withoutEntry(hindsight, x),
    };
  }
  for (let i = 0; i < problem.start.length && problem.start.length > 1; i++) {
    const set = setWithoutCoordinate(problem.set, i);
    if (set === undefined) continue;
    yield {
      ...problem,
      set,
      start: withoutEntry(problem.start, i),
      comparator: withoutEntry(problem.comparator, i),
      losses: losses.map((loss) => lossWithoutCoordinate(loss, i)),
      hindsight: hindsight?.map((point) => withoutEntry(point, i)),
    };
  }
  yield* simplerData(problem, FIXED_KEYS);
}
