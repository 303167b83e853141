import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type BoundCase, boundCases } from '../../instances/descent/bound-case.ts';
import { type ScheduleCase, scheduleCases } from '../../instances/descent/schedule-case.ts';

const shortBounds = boundCases({ most: 4, zeros: 'any' });

/** Bound cases with small whole numbers that are as they should be but for one change. */
const changedBound = (change: (draw: Draw) => Partial<BoundCase>): Instances<BoundCase> => ({
  ...shortBounds,
  generate: (draw) => ({
    squaredDistance: draw.integer(1, 4),
    squaredGradient: draw.integer(1, 4),
    rate: draw.integer(1, 4) / 2,
    horizon: draw.integer(1, 4),
    ...change(draw),
  }),
});

/** η or α is negative. */
export const negativeRate = changedBound((draw) => ({ rate: -draw.integer(1, 4) / 2 }));

/** D = G = 0. */
export const nothingToBound = changedBound(() => ({ squaredDistance: 0, squaredGradient: 0 }));

const changedSchedule = (change: (draw: Draw, horizon: number) => Partial<ScheduleCase>): Instances<ScheduleCase> => ({
  ...scheduleCases,
  generate: (draw) => {
    const horizon = draw.integer(1, 4);
    const rate = draw.integer(1, 4) / 2;
    return {
      squaredDistance: draw.integer(1, 4),
      squaredGradient: draw.integer(1, 4),
      rates: draw.list(horizon, () => rate),
      ...change(draw, horizon),
    };
  },
});

/** Rates in any order. */
export const unorderedRates = changedSchedule((draw, horizon) => ({
  rates: draw.list(horizon, () => draw.integer(1, 16) / 8),
}));

/** One negative rate throughout. */
export const negativeSchedule = changedSchedule((draw, horizon) => {
  const rate = -draw.integer(1, 4) / 2;
  return { rates: draw.list(horizon, () => rate) };
});

/** D = G = 0, with decreasing rates. */
export const nothingToSchedule = changedSchedule((_draw, horizon) => ({
  squaredDistance: 0,
  squaredGradient: 0,
  rates: Array.from({ length: horizon }, (_, t) => horizon - t),
}));
