import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type Directions, directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { passes } from '../well-formed.ts';
import {
  drawZerothOrderCase,
  type ZerothOrderCase,
  type ZerothOrderRange,
  zerothOrderCases,
} from './zeroth-order-case.ts';

/** An estimate from N independent directions. */
export interface DirectionSamples extends ZerothOrderCase {
  readonly samples: number;
}

/** All samples are enumerated: so many at most. */
const MOST_SAMPLES = 300;

/** How many values the directions have. */
function valuesOf(directions: Directions): number {
  switch (directions.kind) {
    case 'finite':
      return directions.atoms.length;
    case 'three-spokes':
      return 3;
    case 'coordinate':
      return 2 * directions.dimension;
    case 'rademacher':
    case 'skewed':
      return 2 ** directionsDimension(directions);
    case 'three-point':
      return 3 ** directionsDimension(directions);
    default:
      throw new RangeError(`${directions.kind} directions have infinitely many values; give finitely many.`);
  }
}

function requireSamples({ samples, directions }: DirectionSamples, least: number): void {
  if (!Number.isSafeInteger(samples) || samples < least) {
    throw new RangeError(`samples is ${samples}; give a whole number, at least ${least}.`);
  }
  const all = valuesOf(directions) ** samples;
  if (all > MOST_SAMPLES) throw new RangeError(`There are ${all} samples; give at most ${MOST_SAMPLES}.`);
}

/** Cases of a range with N ≥ `least` directions, drawn up to 3. */
export function directionSamples(range: ZerothOrderRange, least = 1): Instances<DirectionSamples> {
  const base = zerothOrderCases(range);
  const rest = ({ samples: _, ...instance }: DirectionSamples): ZerothOrderCase => instance;
  return {
    generate: (draw) => drawSamples(draw, range, least),
    *simplify(instance) {
      const { samples } = instance;
      if (samples > least) yield { ...instance, samples: samples - 1 };
      for (const simpler of base.simplify(rest(instance))) yield { ...simpler, samples };
    },
    accepts: (instance) => base.accepts(rest(instance)) && passes(() => requireSamples(instance, least)),
    decode: (json) => {
      const { samples, ...others } = z.looseObject({ samples: z.int() }).parse(json);
      const instance = { ...base.decode(others), samples };
      requireSamples(instance, least);
      return instance;
    },
  };
}

function drawSamples(draw: Draw, range: ZerothOrderRange, least: number): DirectionSamples {
  const instance = drawZerothOrderCase(draw, range);
  return { ...instance, samples: draw.integer(least, valuesOf(instance.directions) > 3 ? 2 : 3) };
}
