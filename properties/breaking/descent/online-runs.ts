import type { Schedule } from '../../../src/descent/schedule.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type OnlineRun, onlineRuns, simplerRuns } from '../../instances/descent/online-run.ts';

/** Short runs in one or two dimensions with small numbers: where the simplest witnesses live. */
const short = onlineRuns({
  sets: ['box'],
  losses: ['linear'],
  schedules: ['constant', 'sequence'],
  horizon: 4,
  dimension: 2,
});

/** Runs that are as they should be but for one change. */
const changed = (change: (draw: Draw, run: OnlineRun) => OnlineRun, base = short): Instances<OnlineRun> => ({
  ...base,
  generate: (draw) => change(draw, base.generate(draw)),
  simplify: simplerRuns,
});

const smallRate = (draw: Draw): number => draw.integer(1, 16) / 8;

/** Rates in any order. */
export const anyOrderOfRates = changed((draw, run) => ({
  ...run,
  schedule: { kind: 'sequence', rates: run.losses.map(() => smallRate(draw)) },
}));

/** A constant negative rate. */
export const negativeRates = changed((draw, run) => ({
  ...run,
  schedule: { kind: 'constant', rate: -smallRate(draw) } satisfies Schedule,
}));

/** The comparator is anywhere. */
export const anyComparator = changed((draw, run) => ({
  ...run,
  comparator: run.comparator.map(() => draw.integer(-4, 4)),
}));

/** G² claimed too small. */
export const gradientClaimedSmall = changed((draw, run) => ({
  ...run,
  bounds: { squaredDistance: draw.integer(0, 64), squaredGradient: draw.integer(0, 3) },
}));
