import { type ConvexSet, dimension } from '../../../src/convex/index.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import { exactNumbers } from '../../../src/law/simplify.ts';
import { type ExactVector, toDouble } from '../../../src/scalar/exact.ts';
import { plusExact as plus, timesExact as times } from '../../../src/scalar/exact-arithmetic.ts';
import { drawMember } from './members.ts';
import type { ProjectionCase } from './projection-case.ts';
import { scaledSet } from './set-motions.ts';
import { drawPoint, drawSet, type SetKind } from './sets.ts';

const STYLES: readonly (readonly [number, NumberStyle])[] = [
  [6, 'integer'],
  [6, 'dyadic'],
  [5, 'fraction'],
  [2, 'log-scale'],
  [2, 'full-mantissa'],
];

/** A case on a convex set. */
export type ConvexCase = ProjectionCase & { readonly set: ConvexSet };

/** A case on one of the kinds of sets, in at most `most` dimensions. */
export function drawProjectionCase(draw: Draw, kinds: readonly SetKind[], most: number): ConvexCase {
  const wanted = draw.logUniform(1, most);
  const style = draw.weighted(STYLES);
  const closed = drawSet(draw, draw.pick(kinds), wanted, style);
  const d = dimension(closed);
  const member = drawMember(draw, closed, style);
  const set = varied(draw, closed);
  draw.keep({ set });
  const point = drawSpot(draw, d, style, member, () => drawMember(draw, closed, style));
  return {
    set,
    point,
    other: draw.chance(0.5) ? drawShortStep(draw, point) : drawPoint(draw, d, style),
    member,
    lambda: draw.weighted([
      [2, 1],
      [3, draw.integer(1, 15) / 16],
      [1, 2 ** -draw.integer(4, 30)],
    ]),
  };
}

/** Boxes without some of their sides, and normals of other lengths, for the same halfspace or hyperplane. */
function varied(draw: Draw, set: ConvexSet): ConvexSet {
  if (set.kind === 'box' && draw.chance(0.2)) {
    const opened = (sides: typeof set.lower): typeof set.lower => sides.map((side) => (draw.chance(0.4) ? null : side));
    return { ...set, lower: opened(set.lower), upper: opened(set.upper) };
  }
  if ((set.kind === 'halfspace' || set.kind === 'hyperplane') && draw.chance(0.4)) {
    const length = 2 ** draw.integer(-8, 4);
    return { ...set, normal: set.normal.map((a) => times(length, a)), offset: times(length, set.offset) };
  }
  return set;
}

type Spot = 'anywhere' | 'a member' | 'near the member' | 'nearly constant' | 'far';

const SPOTS: readonly (readonly [number, Spot])[] = [
  [9, 'anywhere'],
  [2, 'a member'],
  [4, 'near the member'],
  [1, 'nearly constant'],
  [1, 'far'],
];

/** A point to project: members are on the boundary as often as not, and a short step from there crosses it. */
function drawSpot(
  draw: Draw,
  d: number,
  style: NumberStyle,
  member: ExactVector,
  anotherMember: () => ExactVector,
): ExactVector {
  switch (draw.weighted(SPOTS)) {
    case 'anywhere':
      return drawPoint(draw, d, style);
    case 'a member':
      return draw.chance(0.3) ? member : anotherMember();
    case 'near the member':
      return drawShortStep(draw, member);
    case 'nearly constant': {
      const x = draw.real(style, 8);
      const close = drawShortStep(draw, [x])[0]!;
      return draw.list(d, () => (draw.chance(0.8) ? x : close));
    }
    case 'far':
      return drawFar(draw, d, style);
  }
}

/** A step of ±2⁻ᵏ, or none, in every coordinate. */
const drawShortStep = (draw: Draw, from: ExactVector): ExactVector => {
  const step = 2 ** -draw.integer(0, 12);
  return from.map((x) => plus(x, draw.integer(-1, 1) * step));
};

/** Doubles with all bits in use around an offset that is large beside every set: where cancellation shows. */
function drawFar(draw: Draw, d: number, style: NumberStyle): ExactVector {
  const offset = 2 ** draw.integer(10, 40) * (draw.chance(0.5) ? 1 : -1);
  const fine = draw.chance(0.5) ? 'full-mantissa' : style;
  return draw.list(d, () => offset + toDouble(draw.real(fine)));
}

/** Larger than the coordinates of any case, and what sums and products with normals make of them: 2 to this. */
const HEADROOM = 20;

/**
 * A scale at which squares leave the range of single precision, about 10 to the ±20, or any that doubles have: the
 * largest coordinate and the least stay away from the ends of the range by a factor that sums and products need.
 */
export function drawScale(draw: Draw, { set, point, other, member }: ConvexCase): number {
  const exponent = draw.weighted<() => number>([
    [1, () => draw.pick([66, -66])],
    [1, () => draw.integer(-1000, 1000)],
    [1, () => draw.pick([1000, -1000])],
  ])();
  const sizes = exactNumbers([set, point, other, member]).map((x) => Math.abs(toDouble(x)));
  const most = 1000 - HEADROOM - Math.ceil(Math.log2(Math.max(1, ...sizes)));
  return 2 ** Math.max(-1000, Math.min(most, exponent));
}

/** The whole case, larger or smaller by a power of two. */
export function atScale(instance: ConvexCase, factor: number): ProjectionCase {
  const grown = (x: ExactVector): ExactVector => x.map((xi) => times(factor, xi));
  const { set, point, other, member } = instance;
  return {
    ...instance,
    set: scaledSet(set, factor),
    point: grown(point),
    other: grown(other),
    member: grown(member),
  };
}
