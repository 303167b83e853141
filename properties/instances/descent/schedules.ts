import type { Schedule } from '../../../src/descent/schedule.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import { toDouble } from '../../../src/scalar/exact.ts';

export type ScheduleKind = Schedule['kind'];

/** Nonincreasing positive rates of the kind for T steps. */
export function drawSchedule(draw: Draw, kind: ScheduleKind, horizon: number, style: NumberStyle): Schedule {
  switch (kind) {
    case 'constant':
      return { kind, rate: draw.positive(style, 2) };
    case 'horizon':
      return { kind, diameter: draw.positive(style), gradientBound: draw.positive(style), horizon };
    case 'decay':
      return { kind, alpha: draw.positive(style, 2) };
    case 'sequence': {
      const rates = draw.list(horizon, () => draw.positive(style, 2));
      return { kind, rates: rates.sort((a, b) => toDouble(b) - toDouble(a)) };
    }
  }
}
