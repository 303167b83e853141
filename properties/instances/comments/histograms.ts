import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { plainData } from '../plain-data.ts';
import { isPositive, requireDimension } from '../well-formed.ts';

/** Outcomes in proportion to their weights; with widths, outcome y is spread evenly over an interval of that width. */
export interface Histogram {
  readonly weights: ExactVector;
  readonly widths?: ExactVector;
}

const schema = z
  .strictObject({ weights: exactVector, widths: exactVector.optional() })
  .transform(({ weights, widths }): Histogram => (widths === undefined ? { weights } : { weights, widths }));

function requireHistogram({ weights, widths = weights }: Histogram): void {
  requireDimension('widths', widths, weights.length);
  if (!weights.every(isPositive)) throw new RangeError('A weight is not positive; give positive ones.');
  if (!widths.every(isPositive)) throw new RangeError('A width is not positive; give positive ones.');
}

const drawWeights = (draw: Draw): ExactVector => {
  const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
  return draw.list(draw.integer(1, 5), () => draw.positive(style, 16));
};

const withoutOutcome = ({ weights, widths }: Histogram, y: number): Histogram => ({
  weights: withoutEntry(weights, y),
  ...(widths === undefined ? {} : { widths: withoutEntry(widths, y) }),
});

const histograms = (generate: (draw: Draw) => Histogram): Instances<Histogram> => {
  const base = plainData<Histogram>({ schema, generate, require: requireHistogram });
  return {
    ...base,
    *simplify(instance) {
      const { weights } = instance;
      for (let y = 0; y < weights.length && weights.length > 1; y++) yield withoutOutcome(instance, y);
      yield* base.simplify(instance);
    },
  };
};

/** Distributions over 1 to 5 classes. */
export const discreteOutcomes = histograms((draw) => ({ weights: drawWeights(draw) }));

/** Densities that are constant on each of a few intervals. */
export const densities = histograms((draw) => {
  const weights = draw.list(draw.integer(1, 2), () => draw.integer(1, 3));
  return { weights, widths: weights.map(() => draw.integer(1, 8) / 4) };
});
