import { IDENTITY_LADDER } from '../../src/law/decide.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { plusExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, equal, equalVectors } from '../../src/scalar/relation.ts';
import { type ProjectionCase, projectionCases } from '../instances/descent/projection-case.ts';
import { memberOfModel } from '../model.ts';
import { converse } from './projection-converse.ts';
import {
  affineSet,
  convexSet,
  euclideanNorm,
  memberInside,
  memberOfPlane,
  nearestPointHypotheses,
} from './projection-hypotheses.ts';
import { outwardNormal } from './projection-normal-cone.ts';
import { aboutCases, isMoved, movedOrNot, readCase } from './projection-reading.ts';
import { mistakes } from './projection-teeth.ts';
import { SECTIONS } from './sections.ts';
import type { SgdParts } from './subject.ts';

const beyond = { ...aboutCases, section: SECTIONS.beyond } as const;
const beside = (...equations: readonly number[]) =>
  [{ article: '9902', equations, place: 'what follows from it' }] as const;

/** Two points and their projections. */
function readPair<S>(F: Algebra<S>, { set, point, other }: ProjectionCase, use: SgdParts) {
  const [x, y] = [F.vector(point), F.vector(other)];
  const [px, py] = [use.project(F, set, x), use.project(F, set, y)];
  return { x, y, px, py, apart: F.minus(x, y), projectedApart: F.minus(px, py) };
}

/** Whether a small step along (1, …, 1), or against it, leads from θ out of Θ, as doubles see it. */
const isAtBoundary = (instance: ProjectionCase): boolean =>
  [2 ** -10, -(2 ** -10)].some((step) =>
    isMoved({ ...instance, point: instance.member.map((x) => plusExact(x, step)) }),
  );

/** ‖v‖²/2. */
const halfSquare = <S>({ div, of, squaredNorm }: Algebra<S>, v: Vector<S>): S => div(squaredNorm(v), of(2));

export const variational = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.variational',
  cites: beside(16, 23),
  states: String.raw`p=\Pi(\varphi)\iff p\in\Theta\ \text{and}\ (\varphi-p)\cdot(\theta-p)\le0\ \text{for all}\ \theta\in\Theta`,
  says: 'Π(φ) is the one point p of Θ from which all of Θ lies at an angle of at least 90 degrees to φ: at another point q the angle to Π(φ) is acute, (φ − q)·(Π(φ) − q) ≥ ‖Π(φ) − q‖².',
  hypotheses: nearestPointHypotheses,
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    const toProjection = F.minus(projection, theta);
    return [
      memberOfModel(F, instance.set, projection),
      outwardNormal(F, instance.set, projection, F.minus(phi, projection)),
      atMost(F.squaredNorm(toProjection), F.dot(F.minus(phi, theta), toProjection), 'at another point'),
    ];
  },
  cover: movedOrNot,
  teeth: mistakes('unsquared-prox', 'half-way', 'alternating-projections', 'simplex-loose-bisection', 'no-projection'),
});

export const firm = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.firm',
  cites: beside(23),
  states: String.raw`\|\Pi(x)-\Pi(y)\|^2\le(\Pi(x)-\Pi(y))\cdot(x-y)`,
  says: 'Projections are firmly nonexpansive; equivalently, what they keep of x − y and what they take away have squares that sum to at most ‖x − y‖².',
  hypotheses: [convexSet, euclideanNorm],
  claim: (F, instance, use) => {
    const { apart, projectedApart } = readPair(F, instance, use);
    const kept = F.squaredNorm(projectedApart);
    const taken = F.squaredNorm(F.minus(apart, projectedApart));
    return [
      atMost(kept, F.dot(projectedApart, apart), 'inner product'),
      atMost(F.add(kept, taken), F.squaredNorm(apart), 'sum of the squares'),
    ];
  },
  cover: { ...movedOrNot, 'ratio above 1/2': { atLeast: 0.1, when: (_, ratio) => ratio !== undefined && ratio > 0.5 } },
  teeth: mistakes('reflection', 'projection-sign', 'ball-moves-interior-points', 'halfspace-not-normalized'),
});

export const lipschitz = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.lipschitz',
  cites: beside(19),
  states: String.raw`\|\Pi(x)-\Pi(y)\|\le\|x-y\|`,
  says: 'Projecting two points never moves them apart.',
  hypotheses: [convexSet, euclideanNorm],
  claim: (F, instance, use) => {
    const { apart, projectedApart } = readPair(F, instance, use);
    return atMost(F.squaredNorm(projectedApart), F.squaredNorm(apart), 'squared distance');
  },
  cover: { ...movedOrNot, 'ratio above 1/2': { atLeast: 0.1, when: (_, ratio) => ratio !== undefined && ratio > 0.5 } },
  teeth: mistakes('projection-sign', 'ball-moves-interior-points', 'halfspace-not-normalized'),
});

export const idempotent = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.idempotent',
  cites: beside(16),
  states: String.raw`\Pi(\Pi(\varphi))=\Pi(\varphi)`,
  says: 'Projecting twice is projecting once.',
  hypotheses: [],
  claim: (F, instance, use) => {
    const { projection } = readCase(F, instance, use);
    return equalVectors(use.project(F, instance.set, projection), projection);
  },
  cover: movedOrNot,
  teeth: mistakes('halfspace-not-normalized', 'unsquared-prox', 'half-way', 'reflection'),
});

export const fixesSet = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.fixes-set',
  cites: beside(16),
  states: String.raw`\Pi(\theta)=\theta\quad(\theta\in\Theta)`,
  says: 'Points of the set stay where they are.',
  hypotheses: [memberInside],
  claim: (F, { set, member }, use) => {
    const theta = F.vector(member);
    return equalVectors(use.project(F, set, theta), theta);
  },
  cover: {
    'θ at the boundary': { atLeast: 0.3, when: isAtBoundary },
    'θ inside': { atLeast: 0.05, when: (instance) => !isAtBoundary(instance) },
  },
  teeth: mistakes(
    'ball-moves-interior-points',
    'ball-ignores-radius',
    'l1-without-inside-test',
    'simplex-threshold-off-by-one',
    'simplex-loose-bisection',
  ),
});

export const affineEquality = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.affine-equality',
  ladder: IDENTITY_LADDER,
  cites: beside(24),
  states: String.raw`\|\varphi-\theta\|^2=\|\Pi(\varphi)-\theta\|^2+\|\varphi-\Pi(\varphi)\|^2\quad(\Theta\ \text{affine})`,
  says: 'On an affine subspace the first inequality of (24) is the theorem of Pythagoras.',
  instances: projectionCases(['affine', 'hyperplane']),
  hypotheses: [affineSet, memberOfPlane],
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    const legs = F.add(F.squaredNorm(F.minus(projection, theta)), F.squaredNorm(F.minus(phi, projection)));
    return equal(F.squaredNorm(F.minus(phi, theta)), legs, 'squares');
  },
  cover: { 'φ is moved': movedOrNot['φ is moved'] },
  teeth: mistakes('projection-sign', 'half-way', 'unsquared-prox'),
});

export const distanceGradient = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.distance-gradient',
  cites: beside(16),
  states: String.raw`f=\tfrac12\operatorname{dist}^2:\quad0\le f(y)-f(x)-(x-\Pi(x))\cdot(y-x)\le\tfrac12\|y-x\|^2`,
  says: 'Half the squared distance to Θ has the gradient x − Π(x): its linear approximation with that slope is never too high, and too low by at most ‖y − x‖²/2.',
  hypotheses: [convexSet, euclideanNorm],
  claim: (F, instance, use) => {
    const { x, y, px, py } = readPair(F, instance, use);
    const slope = F.minus(x, px);
    const rise = F.sub(halfSquare(F, F.minus(y, py)), halfSquare(F, slope));
    const error = F.sub(rise, F.dot(slope, F.minus(y, x)));
    return [atMost(F.zero, error, 'convexity'), atMost(error, halfSquare(F, F.minus(y, x)), 'smoothness')];
  },
  cover: movedOrNot,
  teeth: mistakes('projection-sign', 'half-way', 'ball-moves-interior-points'),
});

export const unboundedSets = law<ProjectionCase, SgdParts>({
  ...beyond,
  id: 'proj.nonexp-unbounded',
  cites: [{ article: '9902', equations: [19], place: 'without 1.1, a bounded Θ' }],
  states: String.raw`\|\Pi(\varphi)-\theta\|\le\|\varphi-\theta\|`,
  says: 'Inequality (19) does not need a bounded Θ: it holds on affine subspaces and halfspaces.',
  instances: projectionCases(['affine', 'halfspace', 'hyperplane']),
  hypotheses: nearestPointHypotheses,
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    return atMost(F.squaredNorm(F.minus(projection, theta)), F.squaredNorm(F.minus(phi, theta)));
  },
  cover: { 'φ is moved': movedOrNot['φ is moved'] },
  teeth: mistakes('projection-sign', 'halfspace-not-normalized'),
});

/** What is known of projections beyond A-(16)…(24): Moreau 1965; Bauschke and Combettes, Convex Analysis. */
export const projectionBeyondLaws: readonly AnyLaw[] = [
  variational,
  firm,
  lipschitz,
  idempotent,
  fixesSet,
  affineEquality,
  distanceGradient,
  unboundedSets,
  converse,
];
