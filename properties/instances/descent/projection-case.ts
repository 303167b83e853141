import { z } from 'zod';
import { type ConvexSet, dimension } from '../../../src/convex/index.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { Unavailable } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, toDouble } from '../../../src/scalar/exact.ts';
import { asExact, plusExact as plus } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { isConvexSet, type ModelSet, projectModel } from '../../model.ts';
import { negated } from '../exact-vectors.ts';
import { isZero, modelDimension, passes, requireDimension, requireSet } from '../well-formed.ts';
import { atScale, drawProjectionCase, drawScale } from './projection-draw.ts';
import { setSchema } from './schema.ts';
import { translatedSet } from './set-motions.ts';
import type { SetKind } from './sets.ts';
import { setWithoutCoordinate, withoutCondition } from './simpler-sets.ts';

/** A set, points to project, and a point of the set to hold the projection against: what A-(16)…(24) speak of. */
export interface ProjectionCase {
  readonly set: ModelSet;
  /** φ, the point that is projected. */
  readonly point: ExactVector;
  /** A second point, for claims about two projections. */
  readonly other: ExactVector;
  /** θ, a point of the set. */
  readonly member: ExactVector;
  /** λ of A-(20), 0 < λ ≤ 1. */
  readonly lambda: Exact;
}

const shape = {
  set: setSchema,
  point: exactVector,
  other: exactVector,
  member: exactVector,
  lambda: exactNumber,
};
const projectionCaseSchema: z.ZodType<ProjectionCase> = z.strictObject(shape);

/** A case together with a factor by which everything is scaled. */
export interface ScaledCase extends ProjectionCase {
  /** s > 0. */
  readonly factor: Exact;
}

const scaledCaseSchema: z.ZodType<ScaledCase> = z.strictObject({ ...shape, factor: exactNumber });

const MOST_DIMENSIONS = 32;

/** Projection cases on the kinds of sets, in at most `most` dimensions. */
export const projectionCases = (kinds: readonly SetKind[], most = MOST_DIMENSIONS): Instances<ProjectionCase> =>
  projectionCasesFrom((draw) => {
    const instance = drawProjectionCase(draw, kinds, most);
    return draw.chance(1 / 32) ? atScale(instance, drawScale(draw, instance)) : instance;
  });

/** Projection cases as drawn by the function. */
export const projectionCasesFrom = (generate: (draw: Draw) => ProjectionCase): Instances<ProjectionCase> => ({
  generate,
  simplify: simplerCases,
  accepts: (instance) => passes(() => requireCase(instance)),
  decode: (json) => {
    const instance = projectionCaseSchema.parse(json);
    requireCase(instance);
    return instance;
  },
});

/** Projection cases with a factor, from a few units to the extremes of {@link drawScale}. */
export const scaledCases = (kinds: readonly SetKind[], most = MOST_DIMENSIONS): Instances<ScaledCase> => {
  const require = (instance: ScaledCase): void => {
    requireCase(instance);
    positive('factor', instance.factor);
  };
  return {
    generate: (draw) => {
      const instance = drawProjectionCase(draw, kinds, most);
      const moderate = draw.positive(draw.pick(['integer', 'dyadic', 'fraction']));
      return { ...instance, factor: draw.chance(0.3) ? drawScale(draw, instance) : moderate };
    },
    simplify: simplerScaledCases,
    accepts: (instance) => passes(() => require(instance)),
    decode: (json) => {
      const instance = scaledCaseSchema.parse(json);
      require(instance);
      return instance;
    },
  };
};

/** The cases, each changed by the function. */
export const changedCases = (
  base: Instances<ProjectionCase>,
  change: (instance: ProjectionCase, draw: Draw) => ProjectionCase,
): Instances<ProjectionCase> => projectionCasesFrom((draw) => change(base.generate(draw), draw));

function requireCase({ set, point, other, member }: ProjectionCase): void {
  requireSet(set);
  const d = modelDimension(set);
  requireDimension('point', point, d);
  requireDimension('other', other, d);
  requireDimension('member', member, d);
}

const FIXED_KEYS = new Set(['kind', 'dimension', 'factor']);

/** Factors nearer to 1: powers of two, whose exponent is less by all, a half, a quarter, …, one. */
function* simplerScaledCases(instance: ScaledCase): Generator<ScaledCase> {
  yield* simplerCases(instance);
  const exponent = Math.round(Math.log2(toDouble(instance.factor)));
  for (let less = exponent; less !== 0; less = Math.trunc(less / 2))
    yield { ...instance, factor: 2 ** (exponent - less) };
}

/** Fewer coordinates, fewer parts of the set, the member at 0, then simpler numbers. */
export function* simplerCases<I extends ProjectionCase>(instance: I): Generator<I> {
  const { set, point, member } = instance;
  if (set.kind === 'product') yield* fewerFactors(instance, set.factors);
  for (let i = 0; i < point.length && point.length > 1; i++) {
    const smaller = setWithoutCoordinate(set, i);
    if (smaller !== undefined) yield* withMember(onCoordinates(instance, smaller, (x) => withoutEntry(x, i)));
  }
  for (const fewer of withoutCondition(set)) yield { ...instance, set: fewer };
  if (!member.every(isZero)) yield* movedToZero(instance, member.map(negated));
  yield* simplerData(instance, FIXED_KEYS);
}

/** The case as it is, and with the member replaced by the nearest point of the set, where that is rational. */
function* withMember<I extends ProjectionCase>(instance: I): Generator<I> {
  yield instance;
  const { set, member } = instance;
  try {
    yield { ...instance, member: projectModel(rationalReading, set, rationalReading.vector(member)).map(asExact) };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Unavailable)) throw error;
  }
}

/** Everything moved by v, where the set can be. */
function* movedToZero<I extends ProjectionCase>(instance: I, v: ExactVector): Generator<I> {
  const { set } = instance;
  if (!isConvexSet(set)) return;
  const moved = translatedSet(set, v);
  if (moved !== undefined) yield onCoordinates(instance, moved, (x) => x.map((xi, i) => plus(xi, v[i]!)));
}

const onCoordinates = <I extends ProjectionCase>(
  instance: I,
  set: ModelSet,
  keep: (x: ExactVector) => ExactVector,
): I => ({
  ...instance,
  set,
  point: keep(instance.point),
  other: keep(instance.other),
  member: keep(instance.member),
});

/** One factor alone, or the product without one. */
function* fewerFactors<I extends ProjectionCase>(instance: I, factors: readonly ConvexSet[]): Generator<I> {
  let start = 0;
  for (const [k, factor] of factors.entries()) {
    const [from, to] = [start, start + dimension(factor)];
    start = to;
    yield onCoordinates(instance, factor, (x) => x.slice(from, to));
    if (factors.length > 2) {
      const rest = { kind: 'product', factors: withoutEntry(factors, k) } as const;
      yield onCoordinates(instance, rest, (x) => [...x.slice(0, from), ...x.slice(to)]);
    }
  }
}
