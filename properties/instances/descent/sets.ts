import { type ConvexSet, polytope } from '../../../src/convex/index.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { plusExact as plus } from '../../../src/scalar/exact-arithmetic.ts';
import { dotExact } from '../exact-vectors.ts';

/** The convex sets a law can be asked to run on. */
export type SetKind = ConvexSet['kind'];

/** Kinds with a finite diameter. */
export const BOUNDED_SETS = ['ball', 'box', 'l1-ball', 'polytope', 'product', 'segment', 'simplex'] as const;
/** Kinds whose projection is rational at rational points, so that equalities are decided exactly. */
export const RATIONAL_SETS = [
  'affine',
  'box',
  'halfspace',
  'hyperplane',
  'l1-ball',
  'polytope',
  'product',
  'segment',
  'simplex',
] as const;
/** Every kind. */
export const ALL_SETS = [...RATIONAL_SETS, 'ball'] as const;

/** Projecting onto a polytope tries every face, so they stay small. */
const POLYTOPE_DIMENSIONS = 2;

/** A convex set of the kind, in d dimensions; polytopes in at most two. */
export function drawSet(draw: Draw, kind: SetKind, d: number, style: NumberStyle): ConvexSet {
  switch (kind) {
    case 'box':
      return drawBox(draw, d, style);
    case 'ball':
    case 'l1-ball':
      return { kind, center: drawCenter(draw, d, style), radius: draw.positive(style) };
    case 'simplex':
      return { kind, dimension: d, sum: draw.chance(0.5) ? 1 : draw.positive(style) };
    case 'segment':
      return { kind, from: drawVector(draw, d, style), to: drawVector(draw, d, style) };
    case 'halfspace':
    case 'hyperplane':
      return { kind, normal: drawNormal(draw, d, style), offset: draw.real(style) };
    case 'affine':
      return drawAffine(draw, d, style);
    case 'polytope':
      return drawPolytope(draw, Math.min(d, POLYTOPE_DIMENSIONS), style);
    case 'product':
      return drawProduct(draw, d, style);
  }
}

function drawBox(draw: Draw, d: number, style: NumberStyle): ConvexSet {
  const lower = draw.list(d, () => draw.real(style));
  return { kind: 'box', lower, upper: lower.map((lo) => (draw.chance(0.1) ? lo : plus(lo, draw.positive(style)))) };
}

const drawVector = (draw: Draw, d: number, style: NumberStyle): ExactVector => draw.list(d, () => draw.real(style));

const drawCenter = (draw: Draw, d: number, style: NumberStyle): ExactVector =>
  draw.chance(0.5) ? draw.list(d, () => 0) : drawVector(draw, d, style);

/** A vector with at least one nonzero coordinate. */
export function drawNormal(draw: Draw, d: number, style: NumberStyle): ExactVector {
  const sure = draw.integer(0, d - 1);
  return draw.list(d, () => draw.real(style)).map((x, i) => (i === sure ? draw.positive(style) : x));
}

/** Independent rows, because row k alone has a nonzero entry in its own column k. */
function drawAffine(draw: Draw, d: number, style: NumberStyle): ConvexSet {
  const count = draw.integer(1, Math.min(d, 2));
  const rows = Array.from({ length: count }, (_, k) =>
    draw.list(d, () => draw.real(style)).map((x, i) => (i === k ? 1 : i < count ? 0 : x)),
  );
  return { kind: 'affine', rows, offsets: draw.list(count, () => draw.real(style)) };
}

/** A box around a point, cut by up to two halfspaces that keep the point. */
function drawPolytope(draw: Draw, d: number, style: NumberStyle): ConvexSet {
  const inside = draw.list(d, () => draw.integer(-2, 2));
  const axes = Array.from({ length: d }, (_, i) =>
    [1, -1].map((sign) => Array.from({ length: d }, (_, j) => (i === j ? sign : 0))),
  ).flat();
  const simple = style === 'log-scale' || style === 'full-mantissa' ? 'dyadic' : style;
  const normals = [...axes, ...draw.list(draw.integer(0, 2), () => drawNormal(draw, d, simple))];
  return polytope(
    normals,
    normals.map((normal) => plus(dotExact(normal, inside), draw.positive(simple))),
  );
}

function drawProduct(draw: Draw, d: number, style: NumberStyle): ConvexSet {
  const kinds = ['box', 'simplex', 'l1-ball', 'segment'] as const;
  const first = d === 1 ? 1 : draw.integer(1, d - 1);
  const sizes = d === 1 ? [1] : [first, d - first];
  return { kind: 'product', factors: sizes.map((size) => drawSet(draw, draw.pick(kinds), size, style)) };
}

/** A point near a set: within a few times its size, with repeated coordinates and large offsets on purpose. */
export function drawPoint(draw: Draw, d: number, style: NumberStyle, scale = 8): ExactVector {
  const repeated: Exact | undefined = draw.chance(0.1) ? draw.real(style, scale) : undefined;
  const offset = draw.chance(0.05) ? draw.integer(-(2 ** 20), 2 ** 20) : 0;
  return draw.list(d, () => {
    const x = repeated !== undefined && draw.chance(0.7) ? repeated : draw.real(style, scale);
    return offset === 0 ? x : plus(x, offset);
  });
}
