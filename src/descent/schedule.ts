import type { Scalars } from '../scalar/algebra.ts';
import type { Exact, ExactVector } from '../scalar/exact.ts';
import { filledList, positive, shown, whole } from '../scalar/validate.ts';

/** Learning rates η₁, η₂, … as plain data. */
export type Schedule =
  /** η_t = rate. */
  | { readonly kind: 'constant'; readonly rate: Exact }
  /** η_t = D / (G √T), which needs the horizon T in advance. A-(6). */
  | { readonly kind: 'horizon'; readonly diameter: Exact; readonly gradientBound: Exact; readonly horizon: number }
  /** η_t = alpha / √t. A-(7). */
  | { readonly kind: 'decay'; readonly alpha: Exact }
  /** η_t = rates[t − 1]. */
  | { readonly kind: 'sequence'; readonly rates: ExactVector };

/**
 * η_t = rate > 0.
 * @throws RangeError that names the rate when it is not a positive real number.
 */
export const constantRate = (rate: Exact): Schedule => ({ kind: 'constant', rate: positive('rate', rate) });

/**
 * η_t = D / (G √T), the constant rate that minimizes the bound A-(4). A-(5), A-(6).
 * @throws RangeError that names what is wrong when D or G is not a positive real number, or T not a whole number from 1.
 */
export function horizonRate(diameter: Exact, gradientBound: Exact, horizon: number): Schedule {
  return {
    kind: 'horizon',
    diameter: positive('diameter', diameter),
    gradientBound: positive('gradientBound', gradientBound),
    horizon: whole('horizon', horizon, 'the number of steps'),
  };
}

/**
 * η_t = alpha / √t, alpha > 0. A-(7), A-(8).
 * @throws RangeError that names alpha when it is not a positive real number.
 */
export const decayingRate = (alpha: Exact): Schedule => ({ kind: 'decay', alpha: positive('alpha', alpha) });

/**
 * Any positive rates, one a step.
 * @throws RangeError that names the first rate that is not a positive real number, or says that there are none.
 */
export function rateSequence(rates: ExactVector): Schedule {
  filledList('rates', rates, 'rate').forEach((rate, t) => {
    positive(`rates[${t}]`, rate);
  });
  return { kind: 'sequence', rates };
}

/** η_t for t = 1, 2, …. Throws a RangeError for other t, beyond the end of a sequence, and for other data. */
export function rate<S>({ div, mul, of, sqrt }: Scalars<S>, schedule: Schedule, t: number): S {
  whole('t', t, 'the number of a step');
  switch (schedule?.kind) {
    case 'constant':
      return of(schedule.rate);
    case 'horizon':
      return div(of(schedule.diameter), mul(of(schedule.gradientBound), sqrt(of(schedule.horizon))));
    case 'decay':
      return div(of(schedule.alpha), sqrt(of(t)));
    case 'sequence': {
      const rate = schedule.rates[t - 1];
      if (rate === undefined) {
        throw new RangeError(`There is no rate for step ${t}; the sequence has ${schedule.rates.length}.`);
      }
      return of(rate);
    }
    default: {
      const given: unknown = (schedule as { readonly kind?: unknown } | undefined)?.kind;
      throw new RangeError(`schedule is of kind ${shown(given)}; give a schedule, such as constantRate(0.1).`);
    }
  }
}
