import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { passes, requireDimension } from '../well-formed.ts';
import {
  degreeOf,
  drawPolynomial,
  functionDimension,
  type Polynomial,
  requireTestFunction,
  simplerPolynomials,
  testFunctionSchema,
} from '../zeroth-order/objectives.ts';

/** A polynomial f of degree at most 4 and the two ends of a segment. With `through` = v it is written sg(f(x) − v·x) + v·x. */
export interface SegmentCase {
  readonly objective: Polynomial;
  readonly from: ExactVector;
  readonly to: ExactVector;
  readonly through?: ExactVector;
}

const MOST = 4;

const schema = z
  .strictObject({ objective: testFunctionSchema, from: exactVector, to: exactVector, through: exactVector.optional() })
  .transform(({ objective, from, to, through }): SegmentCase => {
    if (objective.kind !== 'polynomial') throw new RangeError(`objective is a ${objective.kind}; give a polynomial.`);
    return through === undefined ? { objective, from, to } : { objective, from, to, through };
  });

function requireSegmentCase({ objective, from, to, through = from }: SegmentCase): void {
  requireTestFunction(objective);
  if (degreeOf(objective) > MOST) {
    throw new RangeError(`objective has degree ${degreeOf(objective)}; give at most ${MOST}.`);
  }
  for (const [name, point] of Object.entries({ from, to, through })) {
    requireDimension(name, point, functionDimension(objective));
  }
}

const drawPoint = (draw: Draw, dimension: number): ExactVector => draw.list(dimension, () => draw.real('dyadic'));

/** Polynomials of 1 to 3 variables. */
export const segmentCases: Instances<SegmentCase> = {
  generate: (draw) => {
    const dimension = draw.integer(1, 3);
    const objective = drawPolynomial(draw, dimension, draw.integer(1, MOST));
    return { objective, from: drawPoint(draw, dimension), to: drawPoint(draw, dimension) };
  },
  *simplify(instance) {
    for (const objective of simplerPolynomials(instance.objective)) yield { ...instance, objective };
    yield* simplerData(instance, new Set(['objective']));
  },
  accepts: (instance) => passes(() => requireSegmentCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireSegmentCase(instance);
    return instance;
  },
};

/** Polynomials of one variable whose gradient is stopped and replaced by a constant. */
export const stoppedGradients: Instances<SegmentCase> = {
  ...segmentCases,
  generate: (draw) => {
    const small = (): ExactVector => [draw.integer(-2, 2)];
    return { objective: drawPolynomial(draw, 1, draw.integer(1, 2)), from: small(), to: small(), through: small() };
  },
};
