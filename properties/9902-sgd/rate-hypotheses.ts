import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import { atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import type { BoundCase } from '../instances/descent/bound-case.ts';
import type { ScheduleCase } from '../instances/descent/schedule-case.ts';
import { isPositive, isZero } from '../instances/well-formed.ts';

export const positiveRate = (necessity: Necessity<BoundCase>): Hypothesis<BoundCase> => ({
  name: 'positive-rate',
  says: 'The rate is positive: η > 0, α > 0.',
  holds: ({ rate }) => isPositive(rate),
  necessity,
});

export const positiveDistance = (necessity: Necessity<BoundCase>): Hypothesis<BoundCase> => ({
  name: 'positive-distance',
  says: 'D > 0.',
  holds: ({ squaredDistance }) => isPositive(squaredDistance),
  necessity,
});

export const positiveGradient = (necessity: Necessity<BoundCase>): Hypothesis<BoundCase> => ({
  name: 'positive-gradient',
  says: 'G > 0.',
  holds: ({ squaredGradient }) => isPositive(squaredGradient),
  necessity,
});

/** For anything with D² and G². */
export const notBothZero = <I extends Pick<BoundCase, 'squaredDistance' | 'squaredGradient'>>(
  necessity: Necessity<I>,
): Hypothesis<I> => ({
  name: 'not-both-zero',
  says: 'D and G are not both 0.',
  holds: ({ squaredDistance, squaredGradient }) => !(isZero(squaredDistance) && isZero(squaredGradient)),
  necessity,
});

export const positiveSchedule = (necessity: Necessity<ScheduleCase>): Hypothesis<ScheduleCase> => ({
  name: 'positive-rates',
  says: 'Every rate η_t is positive.',
  holds: ({ rates }) => rates.every(isPositive),
  necessity,
});

export const nonincreasingSchedule = (necessity: Necessity<ScheduleCase>): Hypothesis<ScheduleCase> => ({
  name: 'nonincreasing-rates',
  says: 'The rates do not increase: η_t ≥ η_{t+1}.',
  holds: ({ rates }) => rates.every((rate, t) => t === 0 || atMostExact(rate, rates[t - 1]!)),
  necessity,
});
