import {
  type ConvexSet,
  dimension,
  project,
  projectOntoBall,
  projectOntoHalfspace,
  projectOntoHyperplane,
  projectOntoSegment,
} from '../../../src/convex/index.ts';
import { projectOntoSimplex } from '../../../src/convex/simplex.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';

/**
 * Projections with one mistake each, all of them found in published software. What the mistake does not concern is
 * projected correctly, so that a law that catches one has caught that mistake.
 */
export type Projection = <S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>) => Vector<S>;

/** The projection that is `wrong` where that gives a point, and right elsewhere; factor by factor on products. */
const mistaken = (wrong: <S>(F: Algebra<S>, set: ConvexSet, x: Vector<S>) => Vector<S> | undefined): Projection => {
  const projection: Projection = (F, set, x) => {
    if (set.kind !== 'product') return wrong(F, set, x) ?? project(F, set, x);
    let start = 0;
    return set.factors.flatMap((factor) => {
      const block = x.slice(start, start + dimension(factor));
      start += block.length;
      return projection(F, factor, block);
    });
  };
  return projection;
};

/** max over j of (u₁ + … + u_j − s)/j, with no shift before it. */
function threshold<S>(F: Algebra<S>, s: S, x: Vector<S>): S {
  let sum = F.zero;
  return F.descending(x)
    .map((u, j) => {
      sum = F.add(sum, u);
      return F.div(F.sub(sum, s), F.of(j + 1));
    })
    .reduce((a, b) => F.max(a, b));
}

/** The number ρ of positive coordinates is right, but the sum stops one before it. */
export const simplexThresholdOffByOne = mistaken((F, set, x) => {
  if (set.kind !== 'simplex') return undefined;
  const s = F.of(set.sum);
  const tau = threshold(F, s, x);
  const positive = F.descending(x).filter((u) => F.compare(u, tau) > 0);
  const wrong = F.div(F.sub(F.sum(positive.slice(0, -1)), s), F.of(positive.length));
  return x.map((xi) => F.max(F.zero, F.sub(xi, wrong)));
});

/** Negative coordinates are taken for zeros while the threshold is sought. */
export const simplexClipsNegativesFirst = mistaken((F, set, x) => {
  if (set.kind !== 'simplex') return undefined;
  const clipped = x.map((xi) => F.max(F.zero, xi));
  const tau = threshold(F, F.of(set.sum), clipped);
  return x.map((xi) => F.max(F.zero, F.sub(xi, tau)));
});

/** A point whose sum is small enough is returned as it is, negative coordinates and all. */
export const simplexSumShortcut = mistaken((F, set, x) =>
  set.kind === 'simplex' && F.compare(F.sum(x), F.of(set.sum)) <= 0 ? x : undefined,
);

/** Right in exact arithmetic; doubles lose as many digits of the sum as the offset of x has. */
export const simplexWithoutShift = mistaken((F, set, x) => {
  if (set.kind !== 'simplex') return undefined;
  const tau = threshold(F, F.of(set.sum), x);
  return x.map((xi) => F.max(F.zero, F.sub(xi, tau)));
});

/** The threshold is sought by bisection, and the search stops after ten halvings. */
export const simplexLooseBisection = mistaken((F, set, x) => {
  if (set.kind !== 'simplex') return undefined;
  const s = F.of(set.sum);
  let high = x.reduce((a, b) => F.max(a, b));
  let low = F.sub(high, s);
  const above = (tau: typeof s) => x.map((xi) => F.max(F.zero, F.sub(xi, tau)));
  for (let halvings = 0; halvings < 10; halvings++) {
    const middle = F.div(F.add(low, high), F.of(2));
    if (F.compare(F.sum(above(middle)), s) > 0) low = middle;
    else high = middle;
  }
  return above(low);
});

/** Every point is brought to the sphere, those of the ball too. */
export const ballMovesInteriorPoints = mistaken((F, set, x) => {
  if (set.kind !== 'ball') return undefined;
  const center = F.vector(set.center);
  const step = F.minus(x, center);
  return F.plus(center, F.scale(F.div(F.of(set.radius), F.norm(step)), step));
});

/** The radius is always 1. */
export const ballIgnoresRadius = mistaken((F, set, x) => {
  if (set.kind !== 'ball') return undefined;
  const center = F.vector(set.center);
  return F.plus(center, projectOntoBall(F, F.one, F.minus(x, center)));
});

/** Right in exact arithmetic; in doubles the square of the norm leaves their range long before the norm does. */
export const ballSquaresOverflow = mistaken((F, set, x) => {
  if (set.kind !== 'ball') return undefined;
  const center = F.vector(set.center);
  const step = F.minus(x, center);
  const radius = F.of(set.radius);
  return F.plus(center, F.scale(F.div(radius, F.max(radius, F.sqrt(F.sum(step.map(F.square))))), step));
});

/** Right in exact arithmetic; in doubles the square of a length is 0 long before the length is. */
export const segmentSquaresUnderflow = mistaken((F, set, x) => {
  if (set.kind !== 'segment') return undefined;
  const [from, to] = [F.vector(set.from), F.vector(set.to)];
  return F.sign(F.squaredNorm(F.minus(to, from))) === 0 ? from : projectOntoSegment(F, from, to, x, F.one);
});

/** Points of the ball are brought to its boundary: the threshold may be negative. */
export const l1WithoutInsideTest = mistaken((F, set, x) => {
  if (set.kind !== 'l1-ball') return undefined;
  const center = F.vector(set.center);
  const step = F.minus(x, center);
  const size = projectOntoSimplex(F, F.of(set.radius), step.map(F.abs));
  return F.plus(
    center,
    step.map((xi, i) => (F.compare(xi, F.zero) < 0 ? F.neg(size[i]!) : size[i]!)),
  );
});

/** The normal is taken for a unit vector. */
export const halfspaceNotNormalized = mistaken((F, set, x) => {
  if (set.kind !== 'halfspace') return undefined;
  const normal = F.vector(set.normal);
  return F.minus(x, F.scale(F.max(F.zero, F.sub(F.dot(normal, x), F.of(set.offset))), normal));
});

/** The constraint is forgotten. */
export const noProjection: Projection = (_F, _set, x) => x;

/** The step to the set is taken in the opposite direction: x + (x − Π(x)). */
export const projectionSign = mistaken((F, set, x) => F.plus(x, F.minus(x, project(F, set, x))));

/** The step to the set is taken twice: the mirror image 2 Π(x) − x. */
export const projectionReflects = mistaken((F, set, x) => {
  const p = project(F, set, x);
  return F.plus(p, F.minus(p, x));
});

/** The proximal map of the distance instead of its square's limit: at most one unit of the way to Π(x). */
export const unsquaredProx = mistaken((F, set, x) => {
  const away = F.minus(x, project(F, set, x));
  return F.minus(x, F.scale(F.div(F.one, F.max(F.one, F.norm(away))), away));
});

/** The proximal map of half the squared distance instead of the indicator of the set: half of the way to Π(x). */
export const halfWay = mistaken((F, set, x) => F.scale(F.div(F.one, F.of(2)), F.plus(x, project(F, set, x))));

/** Alternating projections called the projection: a common point of the conditions, hardly ever the nearest. */
export const alternatingProjections = mistaken((F, set, x) => {
  let y = x;
  for (let sweep = 0; sweep < 6; sweep++) {
    if (set.kind === 'polytope') {
      set.normals.forEach((normal, i) => {
        y = projectOntoHalfspace(F, F.vector(normal), F.of(set.offsets[i]!), y);
      });
    } else if (set.kind === 'simplex') {
      y = projectOntoHyperplane(
        F,
        y.map(() => F.one),
        F.of(set.sum),
        y,
      ).map((yi) => F.max(F.zero, yi));
    } else if (set.kind === 'affine') {
      set.rows.forEach((row, i) => {
        y = projectOntoHyperplane(F, F.vector(row), F.of(set.offsets[i]!), y);
      });
    } else return undefined;
  }
  return y;
});
