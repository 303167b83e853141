import { z } from 'zod';
import { type ConvexSet, dimension } from '../../../src/convex/index.ts';
import type { Schedule } from '../../../src/descent/schedule.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import type { ModelLoss, ModelSet } from '../../model.ts';
import { isZero, modelDimension, passes, requireDimension, requireLoss, requireSet } from '../well-formed.ts';
import { drawLoss, type LossKind } from './losses.ts';
import { drawMember } from './members.ts';
import { ratesOf } from './rates-of.ts';
import { drawSchedule, type ScheduleKind } from './schedules.ts';
import { lossSchema, scheduleSchema, setSchema } from './schema.ts';
import { drawPoint, drawSet, type SetKind } from './sets.ts';
import { linearInstead, lossWithoutCoordinate, withoutPiece } from './simpler-losses.ts';
import { boxInstead, setWithoutCoordinate, withoutCondition } from './simpler-sets.ts';

/** One run of (projected) SGD against a comparator: everything that A-(4) and its derivation speak of. */
export interface OnlineRun {
  readonly set: ModelSet;
  /** θ₁. */
  readonly start: ExactVector;
  /** c, the point the run is compared with: θ* in the article. */
  readonly comparator: ExactVector;
  /** L(x_t, ·) for t = 1 … T. */
  readonly losses: readonly ModelLoss[];
  readonly schedule: Schedule;
  /** D² and G² as claimed; where absent, the least that the run allows. A-(14), A-(15). */
  readonly bounds?: { readonly squaredDistance: Exact; readonly squaredGradient: Exact } | undefined;
}

const onlineRunSchema: z.ZodType<OnlineRun> = z.strictObject({
  set: setSchema,
  start: exactVector,
  comparator: exactVector,
  losses: z.array(lossSchema).min(1).max(4096),
  schedule: scheduleSchema,
  bounds: z.strictObject({ squaredDistance: exactNumber, squaredGradient: exactNumber }).optional(),
});

/** What kinds of runs a law is asked about. */
export interface OnlineRunKinds {
  /** Kinds of sets; `space` is SGD without a projection. */
  readonly sets: readonly (SetKind | 'space')[];
  readonly losses: readonly LossKind[];
  readonly schedules: readonly ScheduleKind[];
  /** The fewest steps, unless that is more than are worth running. */
  readonly shortest?: number;
  /** The most steps. */
  readonly horizon?: number;
  readonly dimension?: number;
}

const MOST_STEPS = 128;
const MOST_DIMENSIONS = 32;
/** Exact arithmetic adds digits at every step: d · T stays below this in most cases. */
const MOST_WORK = 256;

const STYLES: readonly (readonly [number, NumberStyle])[] = [
  [6, 'integer'],
  [8, 'dyadic'],
  [4, 'fraction'],
  [2, 'log-scale'],
  [1, 'full-mantissa'],
];

/** Runs that satisfy every hypothesis of A-(4) by construction. */
export function onlineRuns(kinds: OnlineRunKinds): Instances<OnlineRun> {
  return {
    generate: (draw) => drawOnlineRun(draw, kinds),
    simplify: simplerRuns,
    accepts: (run) => passes(() => requireRun(run)),
    decode: (json) => {
      const run = onlineRunSchema.parse(json);
      requireRun(run);
      return run;
    },
  };
}

/** Throws a RangeError when the parts do not fit together; whether they satisfy a law's hypotheses is another matter. */
function requireRun({ set, start, comparator, losses, schedule }: OnlineRun): void {
  requireSet(set);
  const d = modelDimension(set);
  requireDimension('start', start, d);
  requireDimension('comparator', comparator, d);
  losses.forEach((loss, t) => {
    requireLoss(`losses[${t}]`, loss, d);
  });
  const rates = ratesOf(schedule);
  if (rates.some(isZero)) throw new RangeError('A rate is 0; give nonzero rates, or no step is taken.');
  if (schedule.kind === 'sequence' && schedule.rates.length !== losses.length) {
    throw new RangeError(`There are ${schedule.rates.length} rates for ${losses.length} losses; give as many.`);
  }
}

function drawOnlineRun(draw: Draw, kinds: OnlineRunKinds): OnlineRun {
  const wanted = draw.logUniform(1, kinds.dimension ?? MOST_DIMENSIONS);
  const style = draw.weighted(STYLES);
  const setKind = draw.pick(kinds.sets);
  const set =
    setKind === 'space' ? ({ kind: 'space', dimension: wanted } as const) : drawSet(draw, setKind, wanted, style);
  draw.keep({ set });
  const d = set.kind === 'space' ? wanted : dimension(set);
  const loss = draw.pick(kinds.losses);
  const schedule = draw.pick(kinds.schedules);
  const longest = longestRun(draw, { d, style, loss, schedule, set: setKind }, kinds.horizon);
  const horizon = draw.logUniform(Math.min(kinds.shortest ?? 1, longest), longest);
  const member = (): ExactVector => memberOf(draw, set, d, style);
  return draw.keep({
    set,
    start: member(),
    comparator: member(),
    losses: draw.list(horizon, () => drawLoss(draw, loss, d, style)),
    schedule: drawSchedule(draw, schedule, horizon, style),
  });
}

const memberOf = (draw: Draw, set: ConvexSet | { kind: 'space' }, d: number, style: NumberStyle): ExactVector =>
  set.kind === 'space' ? drawPoint(draw, d, style) : drawMember(draw, set, style);

interface Ingredients {
  readonly d: number;
  readonly style: NumberStyle;
  readonly loss: LossKind;
  readonly schedule: ScheduleKind;
  readonly set: SetKind | 'space';
}

/**
 * The most steps worth running. Enclosures widen at every step where the step is not a shift followed by a clamp
 * (quadratic losses, sorted projections), and fractions gain digits, so such runs are shorter.
 */
function longestRun(draw: Draw, { d, style, loss, schedule, set }: Ingredients, most = MOST_STEPS): number {
  const fine = style === 'full-mantissa' || style === 'log-scale' || style === 'fraction';
  const irrational = schedule === 'horizon' || schedule === 'decay';
  const sorted = set === 'simplex' || set === 'l1-ball' || set === 'product';
  const work = draw.chance(1 / 50) ? 4 * MOST_WORK : MOST_WORK;
  const caps = [
    most,
    Math.floor(work / d),
    ...(loss === 'quadratic' ? [fine ? 4 : 16] : []),
    ...(loss === 'logistic' ? [8] : []),
    ...(sorted && irrational ? [12] : []),
    ...(set === 'polytope' ? [8] : []),
  ];
  return Math.max(1, Math.min(...caps));
}

const FIXED_KEYS = new Set(['kind', 'horizon', 'dimension']);

/** Fewer steps, fewer coordinates, simpler sets, linear losses, fewer pieces, then simpler numbers. */
export function* simplerRuns(run: OnlineRun): Generator<OnlineRun> {
  const { losses, schedule } = run;
  const horizon = losses.length;
  for (const keep of new Set([1, 2, Math.ceil(horizon / 4), Math.ceil(horizon / 2)])) {
    if (keep < horizon) yield { ...run, losses: losses.slice(0, keep), schedule: firstRates(schedule, keep) };
  }
  for (let t = 0; t < horizon && horizon > 1; t++) {
    yield { ...run, losses: withoutEntry(losses, t), schedule: withoutRate(schedule, t) };
  }
  const d = run.start.length;
  for (let i = 0; i < d && d > 1; i++) {
    const smaller = withoutCoordinate(run, i);
    if (smaller !== undefined) yield smaller;
  }
  yield* withSimplerSet(run);
  yield* withSimplerLosses(run);
  yield* simplerData(run, FIXED_KEYS);
}

/** A box around the start and the comparator, or the set with a condition or a factor fewer. */
function* withSimplerSet(run: OnlineRun): Generator<OnlineRun> {
  const around = boxInstead(run.set, run.start, run.comparator);
  if (around !== undefined) yield { ...run, set: around };
  for (const set of withoutCondition(run.set)) yield { ...run, set };
}

/** All losses linear, then one of them, or one with a piece fewer. */
function* withSimplerLosses(run: OnlineRun): Generator<OnlineRun> {
  const linear = run.losses.map((loss) => linearInstead(loss, run.start));
  if (linear.some((losses) => losses.length > 0)) {
    yield { ...run, losses: run.losses.map((loss, t) => linear[t]![0] ?? loss) };
  }
  for (const [t, loss] of run.losses.entries()) {
    for (const simpler of [...linear[t]!, ...withoutPiece(loss)]) {
      yield { ...run, losses: withEntry(run.losses, t, simpler) };
    }
  }
}

function firstRates(schedule: Schedule, keep: number): Schedule {
  return schedule.kind === 'sequence' ? { ...schedule, rates: schedule.rates.slice(0, keep) } : schedule;
}

function withoutRate(schedule: Schedule, t: number): Schedule {
  return schedule.kind === 'sequence' ? { ...schedule, rates: withoutEntry(schedule.rates, t) } : schedule;
}

function withoutCoordinate(run: OnlineRun, i: number): OnlineRun | undefined {
  const set = setWithoutCoordinate(run.set, i);
  if (set === undefined) return undefined;
  return {
    ...run,
    set,
    start: withoutEntry(run.start, i),
    comparator: withoutEntry(run.comparator, i),
    losses: run.losses.map((loss) => lossWithoutCoordinate(loss, i)),
  };
}
