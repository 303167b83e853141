import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { type Exact, type ExactVector, toDouble } from '../../../src/scalar/exact.ts';
import { atMostExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { isZero, passes } from '../well-formed.ts';

/** The numbers that the bound A-(4) is made of: D², G² and every rate. */
export interface ScheduleCase {
  /** D². */
  readonly squaredDistance: Exact;
  /** G². */
  readonly squaredGradient: Exact;
  /** η_1, …, η_T. */
  readonly rates: ExactVector;
}

const scheduleCaseSchema: z.ZodType<ScheduleCase> = z.strictObject({
  squaredDistance: exactNumber,
  squaredGradient: exactNumber,
  rates: exactVector,
});

/** Positive nonincreasing rates, one case in four all equal; D and G are at least 0 and not both 0. */
export const scheduleCases: Instances<ScheduleCase> = {
  generate: drawScheduleCase,
  simplify: simplerScheduleCases,
  accepts: (instance) => passes(() => requireScheduleCase(instance)),
  decode: (json) => {
    const instance = scheduleCaseSchema.parse(json);
    requireScheduleCase(instance);
    return instance;
  },
};

function requireScheduleCase({ squaredDistance, squaredGradient, rates }: ScheduleCase): void {
  if (!atMostExact(0, squaredDistance)) throw new RangeError('squaredDistance is negative; give at least 0.');
  if (!atMostExact(0, squaredGradient)) throw new RangeError('squaredGradient is negative; give at least 0.');
  if (rates.length === 0) throw new RangeError('rates is empty; give one rate a step.');
  if (rates.some(isZero)) throw new RangeError('A rate is 0; give nonzero rates, or no step is taken.');
}

const MOST_STEPS = 64;

function drawScheduleCase(draw: Draw): ScheduleCase {
  const style = draw.weighted<NumberStyle>([
    [6, 'integer'],
    [6, 'dyadic'],
    [5, 'fraction'],
    [2, 'log-scale'],
    [1, 'full-mantissa'],
  ]);
  const horizon = draw.chance(0.3) ? draw.logUniform(1, 8) ** 2 : draw.logUniform(1, MOST_STEPS);
  const squaredGradient = draw.chance(0.05) ? 0 : draw.positive(style, 16);
  const first = draw.positive(style, 2);
  if (draw.chance(0.25)) {
    const rates = draw.list(horizon, () => first);
    const best = timesExact(timesExact(first, first), timesExact(squaredGradient, horizon));
    const squaredDistance = draw.chance(0.6) && !isZero(squaredGradient) ? best : draw.positive(style, 16);
    return { squaredDistance, squaredGradient, rates };
  }
  const rates = draw.list(horizon, () => draw.positive(style, 2)).sort((a, b) => toDouble(b) - toDouble(a));
  const mayVanish = !isZero(squaredGradient);
  return { squaredDistance: mayVanish && draw.chance(0.05) ? 0 : draw.positive(style, 16), squaredGradient, rates };
}

/** Fewer rates, then simpler numbers. */
export function* simplerScheduleCases(instance: ScheduleCase): Generator<ScheduleCase> {
  const { rates } = instance;
  for (const keep of new Set([1, 2, Math.ceil(rates.length / 2)])) {
    if (keep < rates.length) yield { ...instance, rates: rates.slice(0, keep) };
  }
  for (let t = 0; t < rates.length && rates.length > 1; t++) yield { ...instance, rates: withoutEntry(rates, t) };
  yield* simplerData(instance);
}
