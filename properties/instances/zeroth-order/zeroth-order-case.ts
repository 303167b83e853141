import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerNumbers, withoutEntry } from '../../../src/law/simplify.ts';
import { encode, exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { type Directions, directionsDimension, requireDirections } from '../../../src/zeroth-order/directions.ts';
import { passes, requireDimension } from '../well-formed.ts';
import {
  type DirectionsKind,
  directionsSchema,
  drawDirections,
  folded,
  simplerDirections,
  withoutCoordinate,
} from './directions.ts';
import {
  degreeOf,
  drawPolynomial,
  functionDimension,
  requireTestFunction,
  simplerFunctions,
  simplerPoints,
  type TestFunction,
  testFunctionSchema,
  withoutVariable,
} from './objectives.ts';

/** A zeroth-order gradient: of f at x, with directions u ~ p, smoothing ε and baseline b. */
export interface ZerothOrderCase {
  readonly objective: TestFunction;
  readonly point: ExactVector;
  readonly directions: Directions;
  /** ε > 0. Laws about ε → 0 leave it unused. */
  readonly smoothing: Exact;
  readonly baseline: Exact;
}

const schema: z.ZodType<ZerothOrderCase> = z.strictObject({
  objective: testFunctionSchema,
  point: exactVector,
  directions: directionsSchema,
  smoothing: exactNumber,
  baseline: exactNumber,
});

/** Throws a RangeError when the parts of the case do not go together. */
export function requireZerothOrderCase({ objective, point, directions, smoothing }: ZerothOrderCase): void {
  requireTestFunction(objective);
  requireDirections(directions);
  positive('smoothing', smoothing);
  const d = functionDimension(objective);
  requireDimension('point', point, d);
  if (directionsDimension(directions) !== d) {
    throw new RangeError(
      `directions have ${directionsDimension(directions)} coordinates for ${d} variables; give as many.`,
    );
  }
  if (isIntegratedByRule(directions) && !Number.isFinite(degreeOf(objective))) {
    throw new RangeError(
      `${directions.kind} directions go with polynomials only; give directions with finitely many values.`,
    );
  }
}

const isIntegratedByRule = ({ kind }: Directions): boolean => kind === 'normal' || kind === 'sphere';

/** The degree in u of (f(x + εu) − b) u, for the rules of spheres and normal directions. */
export const firstMomentDegree = ({ objective }: ZerothOrderCase): number => degreeOf(objective) + 1;
/** The degree in u of (f(x + εu) − b)² ‖u‖². */
export const secondMomentDegree = ({ objective }: ZerothOrderCase): number => 2 * degreeOf(objective) + 2;

/** What kinds of cases are drawn, each kind of directions with its weight. */
export interface ZerothOrderRange {
  readonly kinds: readonly (readonly [weight: number, kind: DirectionsKind])[];
  /** Whether the law speaks of these kinds only, by name. */
  readonly onlyTheseKinds?: true;
  /** The highest degree of f. */
  readonly degree: number;
  /** The highest dimension. */
  readonly dimension: number;
  /** The highest degree that a rule for spheres and normal directions leaves for f. */
  readonly degreeByRule?: number;
  /** How often f is no polynomial, where the directions allow it. */
  readonly beyondPolynomials?: number;
}

/** All kinds of directions; roots are rarer, because they are dearer to calculate with. */
export const EVERY_KIND: ZerothOrderRange['kinds'] = [
  [5, 'rademacher'],
  [4, 'skewed'],
  [4, 'three-point'],
  [4, 'finite'],
  [3, 'normal'],
  [1, 'coordinate'],
  [1, 'sphere'],
  [1, 'three-spokes'],
];

/** Those whose third moments are zero. */
export const SYMMETRIC_KINDS: ZerothOrderRange['kinds'] = EVERY_KIND.filter(
  ([, kind]) => kind !== 'skewed' && kind !== 'finite' && kind !== 'three-spokes',
);

/** Those with finitely many values, all of them rational. */
export const RATIONAL_KINDS: ZerothOrderRange['kinds'] = [
  [1, 'rademacher'],
  [1, 'skewed'],
  [1, 'three-point'],
  [1, 'finite'],
];
const isRational = (kind: DirectionsKind): boolean => RATIONAL_KINDS.some(([, rational]) => rational === kind);

const STYLES = ['integer', 'integer', 'dyadic', 'fraction'] as const satisfies readonly NumberStyle[];
/** Directions with many or with irrational values get simpler functions. */
const PLAIN = new Set<DirectionsKind>(['rademacher', 'skewed']);

export function drawZerothOrderCase(draw: Draw, range: ZerothOrderRange): ZerothOrderCase {
  const kind = draw.weighted(range.kinds);
  const isRule = kind === 'normal' || kind === 'sphere';
  const most = kind === 'three-spokes' ? 2 : Math.min(range.dimension, PLAIN.has(kind) ? range.dimension : 2);
  const d = kind === 'three-spokes' ? 2 : draw.integer(1, most);
  const highest = Math.min(range.degree, isRule ? (range.degreeByRule ?? range.degree) : range.degree);
  const degree = draw.integer(1, d > 1 && !PLAIN.has(kind) ? Math.min(highest, 3) : highest);
  const style = draw.pick(STYLES);
  const point = draw.list(d, () => draw.real(style, 2));
  const isPolynomial = isRule || kind === 'coordinate' || !draw.chance(range.beyondPolynomials ?? 0);
  return {
    objective: isPolynomial ? drawPolynomial(draw, d, degree) : drawSmooth(draw, point),
    point,
    directions: drawDirections(draw, kind, d),
    smoothing: draw.positive(style, 2),
    baseline: draw.real(style),
  };
}

function drawSmooth(draw: Draw, point: ExactVector): TestFunction {
  const slope = point.map(() => draw.integer(-4, 4) / 2);
  return draw.chance(0.5) ? { kind: 'bump', slope } : { kind: 'exponential', slope, center: point };
}

/** Fewer variables, plainer directions, simpler functions, then simpler numbers. */
export function* simplerZerothOrderCases<C extends ZerothOrderCase>(instance: C): Generator<C> {
  const { objective, point, directions } = instance;
  for (const j of point.keys()) {
    const [fewer, rest] = [withoutVariable(objective, j), withoutCoordinate(directions, j)];
    if (fewer === undefined || rest === undefined) break;
    yield { ...instance, objective: fewer, point: withoutEntry(point, j), directions: rest };
  }
  for (const simpler of simplerDirections(directions)) yield { ...instance, directions: simpler };
  for (const simpler of simplerFunctions(objective)) yield { ...instance, objective: simpler };
  for (const simpler of simplerPoints(instance)) yield { ...instance, ...simpler };
  for (const smoothing of simplerNumbers(instance.smoothing)) yield { ...instance, smoothing };
  for (const baseline of simplerNumbers(instance.baseline)) yield { ...instance, baseline };
}

/** Cases of a range. */
export function zerothOrderCases(range: ZerothOrderRange): Instances<ZerothOrderCase> {
  const require = (instance: ZerothOrderCase): void => {
    requireZerothOrderCase(instance);
    const { kind } = instance.directions;
    if (range.onlyTheseKinds === true && !range.kinds.some(([, known]) => known === kind)) {
      throw new RangeError(`directions are ${kind}; give one of ${range.kinds.map(([, known]) => known).join(', ')}.`);
    }
  };
  return {
    generate: (draw) => drawZerothOrderCase(draw, range),
    simplify: simplerZerothOrderCases,
    accepts: (instance) => passes(() => require(instance)),
    decode: (json) => {
      const instance = schema.parse(json);
      require(instance);
      return instance;
    },
  };
}

/** One function of one variable, or several in turn, at any point in any of these directions. */
export const casesOf = (
  functions: readonly TestFunction[],
  kinds: ZerothOrderRange['kinds'],
  pointOf?: (draw: Draw) => Exact,
): Instances<ZerothOrderCase> => {
  const base = zerothOrderCases({ kinds, onlyTheseKinds: true, degree: 1, dimension: 1 });
  const isListed = ({ objective }: ZerothOrderCase): boolean => functions.some((f) => isDeepStrictEqual(f, objective));
  return {
    ...base,
    accepts: (instance) => isListed(instance) && base.accepts(instance),
    decode: (json) => {
      const instance = base.decode(json);
      if (isListed(instance)) return instance;
      throw new RangeError(`objective is another function; give ${JSON.stringify(functions.map(encode))}.`);
    },
    generate: (draw) => {
      const instance = base.generate(draw);
      const point = pointOf === undefined ? instance.point : [pointOf(draw)];
      return { ...instance, objective: draw.pick(functions), point };
    },
    *simplify(instance) {
      for (const simpler of base.simplify(instance)) if (simpler.objective === instance.objective) yield simpler;
    },
  };
};

/** Cases with rational directions turned to one side: E uuᵀ = I still, but their mean is not 0. */
export const foldedCases = (range: ZerothOrderRange): Instances<ZerothOrderCase> => {
  const base = zerothOrderCases(range);
  return {
    ...base,
    generate: (draw) => {
      const instance = base.generate(draw);
      const { directions } = instance;
      return isRational(directions.kind) ? { ...instance, directions: folded(directions) } : instance;
    },
  };
};
