import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { simplerNumbers } from '../../src/law/simplify.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { asExact, timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { atMost, equal, equalVectors } from '../../src/scalar/relation.ts';
import { type ProjectionCase, projectionCasesFrom } from '../instances/descent/projection-case.ts';
import { drawNormal, drawPoint } from '../instances/descent/sets.ts';
import { type ModelSet, memberOfModel, projectModel } from '../model.ts';
import { centered, cone, memberInside } from './projection-hypotheses.ts';
import { aboutProjection, movedOrNot, readCase, withAngle } from './projection-reading.ts';
import { mistakes } from './projection-teeth.ts';
import { SECTIONS } from './sections.ts';
import type { SgdParts } from './subject.ts';

const STYLES = ['integer', 'dyadic', 'fraction', 'full-mantissa'] as const;

/** Halfspaces and hyperplanes through 0, and orthants. */
const cones = projectionCasesFrom((draw) => {
  const d = draw.logUniform(1, 16);
  const style = draw.pick(STYLES);
  const set: ModelSet = draw.chance(1 / 3)
    ? orthant(draw.list(d, () => draw.chance(0.5)))
    : { kind: draw.pick(['halfspace', 'hyperplane']), normal: drawNormal(draw, d, style), offset: 0 };
  const inside = rationalReading.vector(drawPoint(draw, d, style));
  return {
    set,
    point: drawPoint(draw, d, style),
    other: drawPoint(draw, d, style),
    member: projectModel(rationalReading, set, inside).map(asExact),
    lambda: 1,
  };
});

/** {x : xᵢ ≥ 0 where positive, xᵢ ≤ 0 elsewhere}. */
const orthant = (positive: readonly boolean[]): ModelSet => ({
  kind: 'box',
  lower: positive.map((up) => (up ? 0 : null)),
  upper: positive.map((up) => (up ? null : 0)),
});

/** The projection onto the polar cone {w : w · θ ≤ 0 for all θ of the cone}, by a formula of its own. */
function projectOntoPolar<S>(F: Algebra<S>, set: ModelSet, x: Vector<S>): Vector<S> {
  const { div, dot, max, min, scale, squaredNorm, zero } = F;
  if (set.kind === 'halfspace' || set.kind === 'hyperplane') {
    // The ray, or the line, along the normal.
    const a = F.vector(set.normal);
    const along = div(dot(a, x), squaredNorm(a));
    return scale(set.kind === 'halfspace' ? max(zero, along) : along, a);
  }
  if (set.kind !== 'box') throw new RangeError(`The polar of a ${set.kind} is not known; give a cone.`);
  // A missing side on both sides is a whole axis, whose polar is 0; two sides at 0 are a point, whose polar is everything.
  return x.map((xi, i) => {
    const down = set.lower[i] === null ? zero : min(zero, xi);
    const up = set.upper[i] === null ? zero : max(zero, xi);
    return F.add(down, up);
  });
}

export const moreauCones = law<ProjectionCase, SgdParts>({
  ...aboutProjection,
  id: 'proj.cone',
  section: SECTIONS.beyond,
  cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
  states: String.raw`x=\Pi_K(x)+\Pi_{K^\circ}(x),\quad\Pi_K(x)\cdot\Pi_{K^\circ}(x)=0\quad(K\ \text{a cone})`,
  says: 'A point is the sum of its projections onto a closed convex cone and onto the polar cone, and the two are orthogonal (Moreau 1965).',
  instances: cones,
  hypotheses: [cone, memberInside],
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    const polar = projectOntoPolar(F, instance.set, phi);
    return [
      memberOfModel(F, instance.set, projection),
      withAngle(F, atMost(F.dot(polar, theta), F.zero, 'polar'), polar, theta),
      equalVectors(F.plus(projection, polar), phi, 'sum: coordinate'),
      equal(F.dot(projection, polar), F.zero, 'inner product'),
    ];
  },
  cover: movedOrNot,
  teeth: mistakes('no-projection', 'projection-sign', 'halfspace-not-normalized', 'half-way'),
});

type Centered = Extract<ModelSet, { kind: 'ball' | 'box' }>;

/** The ball or cube about 0 with this radius. */
const centeredSet = (kind: Centered['kind'], d: number, radius: Exact): Centered => {
  const all = (x: Exact): ExactVector => Array.from({ length: d }, () => x);
  return kind === 'ball'
    ? { kind, center: all(0), radius }
    : { kind, lower: all(timesExact(-1, radius)), upper: all(radius) };
};

/** r, for the ball or cube of radius r about 0. */
const radiusOf = (set: ModelSet): Exact =>
  set.kind === 'ball' ? set.radius : ((set.kind === 'box' ? set.upper[0] : undefined) ?? 0);

/** Balls and cubes about 0. */
const drawnCentered = projectionCasesFrom((draw) => {
  const d = draw.logUniform(1, 16);
  const style = draw.pick(STYLES);
  const set = centeredSet(draw.pick(['ball', 'box']), d, draw.positive(style));
  const point = drawPoint(draw, d, style);
  return { set, point, other: point, member: draw.list(d, () => 0), lambda: 1 };
});

const centeredSets: Instances<ProjectionCase> = {
  ...drawnCentered,
  *simplify(instance) {
    const { set, point } = instance;
    if (set.kind === 'ball' || set.kind === 'box') {
      for (const radius of simplerNumbers(radiusOf(set))) {
        yield { ...instance, set: centeredSet(set.kind, point.length, radius) };
      }
    }
    yield* drawnCentered.simplify(instance);
  },
};

/** prox of r ‖·‖: x (‖x‖ − r)⁺ / ‖x‖, and 0 at 0. It shortens a vector by r, or to nothing. */
const shorten = <S>({ div, max, norm, scale, sub, zero }: Algebra<S>, r: S, x: Vector<S>): Vector<S> =>
  scale(div(max(zero, sub(norm(x), r)), max(norm(x), r)), x);

/** prox of r ‖·‖₁: soft thresholding, (xᵢ − r)⁺ − (−xᵢ − r)⁺. */
const softThreshold = <S>({ max, neg, sub, zero }: Algebra<S>, r: S, x: Vector<S>): Vector<S> =>
  x.map((xi) => sub(max(zero, sub(xi, r)), max(zero, sub(neg(xi), r))));

export const moreauNorms = law<ProjectionCase, SgdParts>({
  ...aboutProjection,
  id: 'proj.moreau',
  section: SECTIONS.beyond,
  cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
  states: String.raw`x=\Pi_{rB}(x)+\operatorname{prox}_{r\|\cdot\|_*}(x)`,
  says: 'What the projection onto a ball about 0 takes away is the proximal map of the dual norm: shortening by r for the Euclidean ball, soft thresholding at r for the cube (Moreau 1965).',
  instances: centeredSets,
  hypotheses: [centered],
  claim: (F, instance, use) => {
    const { phi, projection } = readCase(F, instance, use);
    const radius = F.of(radiusOf(instance.set));
    const taken = instance.set.kind === 'ball' ? shorten(F, radius, phi) : softThreshold(F, radius, phi);
    return equalVectors(F.plus(projection, taken), phi, 'sum: coordinate');
  },
  cover: movedOrNot,
  teeth: mistakes('ball-moves-interior-points', 'ball-ignores-radius', 'unsquared-prox', 'projection-sign'),
});

/** Moreau's decompositions. */
export const projectionConeLaws: readonly AnyLaw[] = [moreauCones, moreauNorms];
