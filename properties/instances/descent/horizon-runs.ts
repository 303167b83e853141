import { ballRegion } from '../../../src/descent/losses/loss-form.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type Filtered, filter, upperEnd } from '../../../src/scalar/filter.ts';
import { modelRegion, squaredModelDiameter, squaredModelGradientBound } from '../../model.ts';
import { decided } from './decided-runs.ts';
import { type OnlineRun, onlineRuns, simplerRuns } from './online-run.ts';
import type { ScheduleKind } from './schedules.ts';
import { BOUNDED_SETS } from './sets.ts';
import { drawTenseRun } from './tense-runs.ts';

const KINKED = ['absolute', 'hinge', 'max-affine'] as const;

/**
 * Runs on every bounded set with every loss, at a rate that is a root in most of them. Kinked losses on balls stop at
 * T = 2, polytopes at T = 4: no reading tells in time on which side of a kink or a face an iterate lies that is made of
 * many roots.
 */
export function boundedRuns(schedule: ScheduleKind): Instances<OnlineRun> {
  const flat = BOUNDED_SETS.filter((kind) => kind !== 'ball' && kind !== 'polytope');
  const sized = { schedules: [schedule], horizon: 32, dimension: 8 };
  const smooth = onlineRuns({ ...sized, sets: [...flat, 'ball'], losses: ['linear', 'quadratic'] });
  const kinked = onlineRuns({ ...sized, sets: flat, losses: KINKED });
  const large = onlineRuns({
    schedules: [schedule],
    sets: ['ball', 'box'],
    losses: ['linear'],
    shortest: 33,
    dimension: 4,
  });
  const wide = onlineRuns({
    schedules: [schedule],
    sets: [...flat, 'ball'],
    losses: ['linear', 'quadratic'],
    horizon: 4,
  });
  const parts: readonly (readonly [number, Instances<OnlineRun>])[] = [
    [40, smooth],
    [40, kinked],
    [8, onlineRuns({ ...sized, sets: ['polytope'], losses: ['linear', 'quadratic', ...KINKED], horizon: 4 })],
    [6, onlineRuns({ ...sized, sets: ['ball'], losses: KINKED, horizon: 2 })],
    [3, onlineRuns({ ...sized, sets: BOUNDED_SETS, losses: ['logistic'], horizon: 4 })],
    [7, large],
    [4, wide],
  ];
  return { ...smooth, generate: (draw) => decided(draw, () => draw.weighted(parts).generate(draw)) };
}

const projected = boundedRuns('horizon');
const unprojected = onlineRuns({
  sets: ['space'],
  losses: ['linear', ...KINKED],
  schedules: ['horizon'],
  horizon: 32,
  dimension: 8,
});

/**
 * Runs with the rate D/(G√T) of A-(6), where D ≥ ‖θ₁ − c‖ and G ≥ ‖g_t‖ are known before the run: D is the set's
 * diameter or the start's own distance, G a bound of the gradients on the set. Three in ten are close to the worst.
 */
export const horizonRuns: Instances<OnlineRun> = {
  ...projected,
  generate: (draw) => {
    if (draw.chance(0.3)) return fitted(draw, drawTenseRun(draw));
    return decided(draw, () => fitted(draw, (draw.chance(0.2) ? unprojected : projected).generate(draw)));
  },
  simplify: function* (run) {
    for (const simpler of simplerRuns(run)) yield forItsHorizon(simpler);
  },
};

/** The run with the rate that its own set, losses and horizon give; D is the diameter in half of the runs. */
export const fitted = (draw: Draw, run: OnlineRun): OnlineRun => {
  const diameter = draw.chance(0.5) ? squaredModelDiameter(filter, run.set) : undefined;
  return fittedWithin(run, diameter ?? filter.zero);
};

/** The run with the rate D/(G√T) for its own T, D² ≥ ‖θ₁ − c‖² and at least the given number, and G for its losses. */
export function fittedWithin(run: OnlineRun, atLeast: Filtered = filter.zero): OnlineRun {
  const { set, losses } = run;
  const start = filter.vector(run.start);
  const reach = filter.max(atLeast, filter.squaredNorm(filter.minus(start, filter.vector(run.comparator))));
  const region = modelRegion(filter, set) ?? ballRegion(filter, start, reach);
  const gradients = losses.map((loss) => squaredModelGradientBound(filter, loss, region));
  return {
    ...run,
    schedule: {
      kind: 'horizon',
      diameter: rootRoundedUp(reach),
      gradientBound: rootRoundedUp(gradients.reduce(filter.max)),
      horizon: losses.length,
    },
  };
}

/** A double with at most 8 bits that is at least √x; 1 where x is 0. */
export function rootRoundedUp(x: Filtered): number {
  const hi = upperEnd(filter.sqrt(x));
  if (hi <= 2 ** -500) return 1;
  const unit = 2 ** (Math.floor(Math.log2(hi)) - 7);
  return Math.ceil(hi / unit) * unit;
}

/** The run with its schedule's T set to the number of its steps. */
const forItsHorizon = (run: OnlineRun): OnlineRun =>
  run.schedule.kind === 'horizon' ? { ...run, schedule: { ...run.schedule, horizon: run.losses.length } } : run;
