import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, simplerNumbers, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { passes, requireDimension } from '../well-formed.ts';
import {
  drawPolynomial,
  functionDimension,
  requireTestFunction,
  simplerFunctions,
  simplerPoints,
  type TestFunction,
  testFunctionSchema,
  withoutVariable,
} from './objectives.ts';

/** An estimate from one direction u: of f at x, with smoothing ε. */
export interface DirectionCase {
  readonly objective: TestFunction;
  readonly point: ExactVector;
  readonly direction: ExactVector;
  /** ε > 0. Laws about ε → 0 leave it unused. */
  readonly smoothing: Exact;
}

const schema: z.ZodType<DirectionCase> = z.strictObject({
  objective: testFunctionSchema,
  point: exactVector,
  direction: exactVector,
  smoothing: exactNumber,
});

function requireDirectionCase({ objective, point, direction, smoothing }: DirectionCase): void {
  requireTestFunction(objective);
  positive('smoothing', smoothing);
  const d = functionDimension(objective);
  requireDimension('point', point, d);
  requireDimension('direction', direction, d);
}

const STYLES = ['integer', 'dyadic', 'fraction'] as const satisfies readonly NumberStyle[];

function drawDirectionCase(draw: Draw, styles: readonly NumberStyle[], beyondPolynomials: number): DirectionCase {
  const style = draw.pick(styles);
  const d = draw.integer(1, 4);
  const point = draw.list(d, () => draw.real(style, 2));
  const slope = point.map(() => draw.integer(-4, 4) / 2);
  return {
    objective: draw.chance(beyondPolynomials)
      ? draw.pick([{ kind: 'bump', slope } as const, { kind: 'exponential', slope, center: point } as const])
      : drawPolynomial(draw, d, draw.integer(1, 4)),
    point,
    direction: draw.list(d, () => draw.real(style)),
    smoothing: draw.positive(style, 2),
  };
}

/** Fewer variables, simpler functions, then simpler numbers. */
function* simplerDirectionCases(instance: DirectionCase): Generator<DirectionCase> {
  const { objective, point, direction } = instance;
  for (const j of point.keys()) {
    const fewer = withoutVariable(objective, j);
    if (fewer === undefined) break;
    yield { ...instance, objective: fewer, point: withoutEntry(point, j), direction: withoutEntry(direction, j) };
  }
  for (const simpler of simplerFunctions(objective)) yield { ...instance, objective: simpler };
  for (const simpler of simplerPoints(instance)) yield { ...instance, ...simpler };
  for (const simpler of simplerData(direction)) yield { ...instance, direction: simpler };
  for (const smoothing of simplerNumbers(instance.smoothing)) yield { ...instance, smoothing };
}

const casesOf = (styles: readonly NumberStyle[], beyondPolynomials: number): Instances<DirectionCase> => {
  const require = (instance: DirectionCase): void => {
    requireDirectionCase(instance);
    const { kind } = instance.objective;
    if (beyondPolynomials === 0 && kind !== 'polynomial') {
      throw new RangeError(`objective is a ${kind}; give a polynomial.`);
    }
  };
  return {
    generate: (draw) => drawDirectionCase(draw, styles, beyondPolynomials),
    simplify: simplerDirectionCases,
    accepts: (instance) => passes(() => require(instance)),
    decode: (json) => {
      const instance = schema.parse(json);
      require(instance);
      return instance;
    },
  };
};

/** Polynomials, bumps and exponentials at rational points. */
export const smoothCases = casesOf(STYLES, 0.4);
/** Polynomials, also at points with all bits of a double in use. */
export const polynomialCases = casesOf([...STYLES, 'log-scale', 'full-mantissa'], 0);
