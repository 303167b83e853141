import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { type OnlineRun, onlineRuns } from '../../instances/descent/online-run.ts';
import type { ModelLoss } from '../../model.ts';
import type { NegatedLoss } from './losses.ts';

const onPoint = { kind: 'box', lower: [0], upper: [0] } as const;
/** The unit interval, where D = 1. */
const onUnitInterval = { kind: 'box', lower: [0], upper: [1] } as const;

const end = (draw: Draw): ExactVector => [draw.integer(0, 1)];
const slope = (draw: Draw, most = 1): ModelLoss => ({ kind: 'linear', slope: [draw.integer(-most, most)] });
const rate = (draw: Draw): number => draw.integer(1, 8) / 4;

/** At most four steps from end to end of the unit interval, with slopes of at most 1: where the simplest witnesses live. */
function drawShortRun(draw: Draw): OnlineRun {
  const losses = draw.list(draw.integer(1, 4), () => slope(draw));
  const rates = losses.map(() => rate(draw)).sort((a, b) => b - a);
  return {
    set: onUnitInterval,
    start: end(draw),
    comparator: end(draw),
    losses,
    schedule: draw.chance(0.5) ? { kind: 'constant', rate: rates[0]! } : { kind: 'sequence', rates },
  };
}

const runs = onlineRuns({ sets: ['box'], losses: ['linear'], schedules: ['constant'] });

/** Short runs that are as they should be but for one change. */
const changed = (change: (draw: Draw, run: OnlineRun) => Partial<OnlineRun>): Instances<OnlineRun> => ({
  ...runs,
  generate: (draw) => {
    const run = drawShortRun(draw);
    return { ...run, ...change(draw, run) };
  },
});

/** The start is anywhere; Θ is an interval or a point. */
export const anyStart = changed((draw) => ({
  set: draw.chance(0.5) ? onPoint : onUnitInterval,
  start: [draw.integer(-2, 2)],
  comparator: [0],
}));

/** The comparator is anywhere; Θ is an interval or a point. */
export const comparatorAnywhere = changed((draw) => ({
  set: draw.chance(0.5) ? onPoint : onUnitInterval,
  start: [0],
  comparator: [draw.integer(-2, 2)],
}));

/** Θ is two points; the run starts at one of them and is pushed toward the other. */
export const twoPoints = changed((draw, run) => {
  const points = draw.chance(0.5) ? [[1], [-1]] : [[1], [0]];
  const push: ModelLoss = { kind: 'linear', slope: [1] };
  return {
    set: { kind: 'finite', points },
    start: points[0]!,
    comparator: points[1]!,
    losses: run.losses.map(() => push),
    schedule: { kind: 'constant', rate: rate(draw) },
  };
});

/**
 * Θ is a segment of the plane with nearest points in the maximum norm. The run starts at 0 and is pushed beside the
 * other end, where the nearest point is 0 again, or against an axis.
 */
export const maxNormSegments = changed((draw, run) => {
  const end: ExactVector = [1, draw.integer(2, 6)];
  const beside = draw.integer(1, 3);
  const push = (): ModelLoss => ({
    kind: 'linear',
    slope: draw.pick([
      [beside, -beside],
      [0, -draw.integer(1, 4)],
    ]),
  });
  return {
    set: { kind: 'max-norm-segment', from: [0, 0], to: end },
    start: [0, 0],
    comparator: end,
    losses: run.losses.map((_, t) => (t === 0 ? { kind: 'linear', slope: [beside, -beside] } : push())),
  };
});

/** −max(0, s θ + o): flat where the run may start, falling elsewhere. */
const fallingRamp = (draw: Draw): NegatedLoss => ({
  kind: 'negated',
  loss: { kind: 'max-affine', slopes: [[0], [draw.pick([-1, 1])]], offsets: [0, draw.integer(-2, 2) / 4] },
});

/** −θ²/2 about one of the ends. */
const fallingParabola = (draw: Draw): NegatedLoss => ({
  kind: 'negated',
  loss: { kind: 'quadratic', curvature: 1, center: end(draw) },
});

/** Concave losses: the same negated ramp or parabola at every step. */
export const concaveRamps = changed((draw, run) => {
  const loss = draw.chance(0.7) ? fallingRamp(draw) : fallingParabola(draw);
  return { losses: run.losses.map(() => loss) };
});

/** Rates in any order. */
export const ratesInAnyOrder = changed((draw, run) => ({
  schedule: { kind: 'sequence', rates: run.losses.map(() => draw.pick([1 / 16, 1 / 8, 1 / 4, 1 / 2, 1])) },
}));

/** A constant negative rate. */
export const rateBelowZero = changed((draw) => ({ schedule: { kind: 'constant', rate: -rate(draw) } }));

/** D² claimed as the squared distance of the start from the comparator, which is where the run starts; G as it is. */
export const distanceOfStartClaimed = changed(() => ({
  start: [0],
  comparator: [0],
  bounds: { squaredDistance: 0, squaredGradient: 1 },
}));

/** D² claimed too small, G as it is. */
export const smallDiameterClaimed = changed((draw) => ({
  bounds: { squaredDistance: draw.integer(0, 3) / 4, squaredGradient: 1 },
}));

/** G² claimed too small, D as it is. */
export const smallGradientClaimed = changed((draw, run) => ({
  start: [0],
  comparator: [1],
  losses: run.losses.map(() => slope(draw, 3)),
  bounds: { squaredDistance: 1, squaredGradient: draw.integer(0, 4) },
}));

/** The same rate at every step, or one step alone; D = G = 1. */
export const constantRates = changed((draw) => ({
  start: [1],
  comparator: [0],
  schedule: { kind: 'constant', rate: rate(draw) },
}));

/** Θ is a point, or the losses are constant, or both. */
export const nothingAtStake = changed((draw, run) => ({
  set: draw.chance(0.5) ? onPoint : onUnitInterval,
  start: [0],
  comparator: [0],
  losses: run.losses.map(() => slope(draw, draw.integer(0, 1))),
}));
