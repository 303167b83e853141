import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerNumbers } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { isPositive } from '../well-formed.ts';
import { type TemperatureCase, temperatureCases } from './temperature-case.ts';

/** A temperature case and a factor e^c > 0 of all its weights: the constant c is added to every logit. */
export interface ShiftedTemperatureCase extends TemperatureCase {
  readonly factor: Exact;
}

const factorOf = z.looseObject({ factor: exactNumber });

/** The cases of another kind, each with a positive factor. */
export function withFactor(cases: Instances<TemperatureCase>): Instances<ShiftedTemperatureCase> {
  return {
    generate: (draw) => ({
      ...cases.generate(draw),
      factor: draw.positive(draw.pick(['integer', 'dyadic', 'fraction'] as const), 16),
    }),
    *simplify({ factor, ...rest }) {
      if (factor !== 1) yield { ...rest, factor: 1 };
      for (const simpler of cases.simplify(rest)) yield { ...simpler, factor };
      for (const simpler of simplerNumbers(factor)) yield { ...rest, factor: simpler };
    },
    accepts: ({ factor, ...rest }) => isPositive(factor) && cases.accepts(rest),
    decode: (json) => {
      const { factor, ...rest } = factorOf.parse(json);
      if (!isPositive(factor)) throw new RangeError('factor is not positive; give e^c > 0.');
      return { ...cases.decode(rest), factor };
    },
  };
}

/** Cases at positive temperatures, with and without ties. */
export const shiftedTemperatureCases = withFactor(temperatureCases('any'));
