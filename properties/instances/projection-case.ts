import { z } from 'zod';
import { dimension } from '../../src/convex/index.ts';
import type { Draw, NumberStyle } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import type { ModelSet } from '../model.ts';
import { axpyExact } from './exact-vectors.ts';
import { drawMember } from './members.ts';
import { setWithoutCoordinate } from './online-run.ts';
import { setSchema } from './schema.ts';
import { drawPoint, drawSet, type SetKind } from './sets.ts';
import { modelDimension, passes, requireDimension, requireSet } from './well-formed.ts';

/** A set, points to project, and a point of the set to hold the projection against: what A-(16)…(24) speak of. */
export interface ProjectionCase {
  readonly set: ModelSet;
  /** φ, the point that is projected. */
  readonly point: ExactVector;
  /** A second point, for claims about two projections. */
  readonly other: ExactVector;
  /** θ, a point of the set. */
  readonly member: ExactVector;
  /** λ of A-(20), 0 ≤ λ ≤ 1. */
  readonly lambda: Exact;
}

const projectionCaseSchema: z.ZodType<ProjectionCase> = z.strictObject({
  set: setSchema,
  point: exactVector,
  other: exactVector,
  member: exactVector,
  lambda: exactNumber,
});

const STYLES: readonly (readonly [number, NumberStyle])[] = [
  [6, 'integer'],
  [6, 'dyadic'],
  [5, 'fraction'],
  [2, 'log-scale'],
  [2, 'full-mantissa'],
];

/** Projection cases on the kinds of sets, in at most `most` dimensions. */
export function projectionCases(kinds: readonly SetKind[], most = 32): Instances<ProjectionCase> {
  return {
    generate: (draw) => drawProjectionCase(draw, kinds, most),
    simplify: simplerCases,
    accepts: (instance) => passes(() => requireCase(instance)),
    decode: (json) => {
      const instance = projectionCaseSchema.parse(json);
      requireCase(instance);
      return instance;
    },
  };
}

function requireCase({ set, point, other, member }: ProjectionCase): void {
  requireSet(set);
  const d = modelDimension(set);
  requireDimension('point', point, d);
  requireDimension('other', other, d);
  requireDimension('member', member, d);
}

function drawProjectionCase(draw: Draw, kinds: readonly SetKind[], most: number): ProjectionCase {
  const wanted = draw.logUniform(1, most);
  const style = draw.weighted(STYLES);
  const set = drawSet(draw, draw.pick(kinds), wanted, style);
  const d = dimension(set);
  const member = drawMember(draw, set, style);
  const point = drawNear(draw, d, style, member);
  return {
    set,
    point,
    other: draw.chance(0.5) ? drawNear(draw, d, style, point) : drawPoint(draw, d, style),
    member,
    lambda: draw.pick([0, 1, draw.integer(1, 15) / 16]),
  };
}

/** Anywhere, or a short step away from a given point: where boundaries and ties are. */
function drawNear(draw: Draw, d: number, style: NumberStyle, near: ExactVector): ExactVector {
  if (draw.chance(0.6)) return drawPoint(draw, d, style);
  if (draw.chance(0.2)) return near;
  return axpyExact(
    2 ** -draw.integer(0, 12),
    draw.list(d, () => draw.integer(-1, 1)),
    near,
  );
}

const FIXED_KEYS = new Set(['kind', 'dimension']);

/** Fewer coordinates, then simpler numbers. */
export function* simplerCases(instance: ProjectionCase): Generator<ProjectionCase> {
  const { set, point, other, member } = instance;
  for (let i = 0; i < point.length && point.length > 1; i++) {
    const smaller = setWithoutCoordinate(set, i);
    if (smaller === undefined) continue;
    yield {
      ...instance,
      set: smaller,
      point: withoutEntry(point, i),
      other: withoutEntry(other, i),
      member: withoutEntry(member, i),
    };
  }
  yield* simplerData(instance, FIXED_KEYS);
}
