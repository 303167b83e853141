import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type Exact, type ExactVector, toDouble, toRational } from '../../../src/scalar/exact.ts';
import { asExact, plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { div } from '../../../src/scalar/rational.ts';
import type { OnlineRun } from './online-run.ts';

const MOST_STEPS = 24;

/**
 * Runs close to the worst: gradients of one length along the axes, back and forth and then mostly one way, on a small
 * cube from corner to corner, with rates near D/(G√T), constant or falling steeply.
 */
export function drawTenseRun(draw: Draw): OnlineRun {
  const d = draw.weighted([
    [6, 1],
    [2, 2],
    [1, 3],
  ]);
  const style: NumberStyle = draw.weighted([
    [3, 'integer'],
    [2, 'dyadic'],
    [1, 'fraction'],
  ]);
  const side = draw.positive(style, 2);
  const gradient = draw.positive(style, 2);
  const horizon = draw.logUniform(1, MOST_STEPS);
  const corner = (): ExactVector => draw.list(d, () => (draw.chance(0.5) ? 0 : side));
  const start = corner();
  return draw.keep({
    set: { kind: 'box', lower: draw.list(d, () => 0), upper: draw.list(d, () => side) },
    start,
    comparator: draw.chance(0.7) ? start.map((x) => (x === 0 ? side : 0)) : corner(),
    losses: drawAxisLosses(draw, d, horizon, gradient, start),
    schedule: drawSteepSchedule(draw, horizon, toDouble(side) / (toDouble(gradient) * Math.sqrt(horizon / d))),
  });
}

/** Linear losses ±G e_i; the later ones mostly away from the start. */
function drawAxisLosses(draw: Draw, d: number, horizon: number, gradient: Exact, start: ExactVector) {
  const turn = draw.integer(0, horizon);
  return Array.from({ length: horizon }, (_, t) => {
    const axis = d === 1 ? 0 : draw.integer(0, d - 1);
    const away = start[axis] === 0 ? -1 : 1;
    const sign = t >= turn ? away : t % 2 === 0 ? away : -away;
    const slope = Array.from({ length: d }, (_, i) => (i === axis ? timesExact(sign, gradient) : 0));
    return { kind: 'linear', slope } as const;
  });
}

/** Rates around the best constant one, on a grid of 1/16. */
function drawSteepSchedule(draw: Draw, horizon: number, best: number): OnlineRun['schedule'] {
  const grid = (x: number): number => Math.max(1, Math.round(16 * x)) / 16;
  if (draw.chance(0.4)) return { kind: 'constant', rate: grid(best) };
  const first = grid(best * 2 ** draw.integer(0, 3));
  const last = grid(best / 2 ** draw.integer(0, 2));
  const drop = draw.integer(1, horizon);
  return {
    kind: 'sequence',
    rates: Array.from({ length: horizon }, (_, t) => (t < drop ? first : Math.min(first, last))),
  };
}

const MOST_BOWLS = 6;

/**
 * A few steps from one end of an interval to the other, down quadratic losses about a point so far beyond that end that
 * on the interval they are nearly linear; steepest, with slope G, at the start.
 */
function drawBowlRun(draw: Draw): OnlineRun {
  const side = draw.positive('integer', 2);
  const gradient = draw.positive('integer', 2);
  const horizon = draw.integer(1, MOST_BOWLS);
  const [start, end] = draw.chance(0.5) ? [0, side] : [side, 0];
  const bowl = () => {
    const distance = timesExact(2 ** draw.integer(1, 4), side);
    const center = start === 0 ? distance : plusExact(side, timesExact(-1, distance));
    const curvature = asExact(div(toRational(gradient), toRational(distance)));
    return { kind: 'quadratic', curvature, center: [center] } as const;
  };
  return draw.keep({
    set: { kind: 'box', lower: [0], upper: [side] },
    start: [start],
    comparator: [end],
    losses: draw.list(horizon, bowl),
    schedule: drawSteepSchedule(draw, horizon, toDouble(side) / (toDouble(gradient) * Math.sqrt(horizon))),
  });
}

/** Half of the runs close to the worst, half from another source, whose simplifications and checks apply. */
export const halfTense = (others: Instances<OnlineRun>): Instances<OnlineRun> => ({
  ...others,
  generate: (draw) => {
    if (draw.chance(0.5)) return others.generate(draw);
    return draw.chance(0.1) ? drawBowlRun(draw) : drawTenseRun(draw);
  },
});
