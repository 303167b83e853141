import type { Schedule } from '../../../src/descent/schedule.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { isPositive } from '../well-formed.ts';

/** The numbers a schedule is made of; its rates are positive exactly when all of them are. */
export function ratesOf(schedule: Schedule): ExactVector {
  switch (schedule.kind) {
    case 'constant':
      return [schedule.rate];
    case 'horizon':
      return [schedule.diameter, schedule.gradientBound];
    case 'decay':
      return [schedule.alpha];
    case 'sequence':
      return schedule.rates;
  }
}

/** Whether every rate is positive. */
export const hasPositiveRates = (schedule: Schedule): boolean => ratesOf(schedule).every(isPositive);

/** Whether η_t ≥ η_{t+1}, for positive rates. */
export const hasNonincreasingRates = (schedule: Schedule): boolean =>
  schedule.kind !== 'sequence' ||
  schedule.rates.every((rate, t) => t === 0 || atMostExact(rate, schedule.rates[t - 1]!));
