import { isTrue } from '../../src/law/decide.ts';
import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import { type ExactVector, sameExact } from '../../src/scalar/exact.ts';
import { atMostExact, timesExact } from '../../src/scalar/exact-arithmetic.ts';
import {
  anyMember,
  besideThePlane,
  halfspaces,
  largeLambda,
  maxNormLines,
  movedBoxes,
  negativeLambda,
  shiftedBalls,
  shiftedHalfspaces,
  twoPoints,
} from '../breaking/descent/projection-cases.ts';
import type { ProjectionCase } from '../instances/descent/projection-case.ts';
import { axpyExact } from '../instances/exact-vectors.ts';
import { isZero } from '../instances/well-formed.ts';
import { type ModelSet, memberOfModel } from '../model.ts';
import { searched } from '../necessity.ts';

type CaseHypothesis = Hypothesis<ProjectionCase>;

const hypothesis =
  (name: string, says: string, holds: (instance: ProjectionCase) => boolean) =>
  (necessity: Necessity<ProjectionCase>): CaseHypothesis => ({ name, says, holds, necessity });

const isConvex = hypothesis(
  'convex-set',
  'Θ is convex.',
  ({ set }) => set.kind !== 'finite' || set.points.every((p) => p.every((x, i) => sameExact(x, set.points[0]![i]!))),
);

/** Whether nearest points are other ones than in the Euclidean norm; on a diagonal of the plane they are the same. */
export const isInMaxNorm = (set: ModelSet): boolean => {
  if (set.kind === 'max-norm-line') return !isDiagonal(set.direction);
  return set.kind === 'max-norm-segment' && !isDiagonal(axpyExact(-1, set.from, set.to));
};

const isDiagonal = ([a, b]: ExactVector): boolean => sameExact(timesExact(a!, a!), timesExact(b!, b!));

const isEuclidean = hypothesis(
  'euclidean-norm',
  'The nearest point is taken in the Euclidean norm.',
  ({ set }) => !isInMaxNorm(set),
);

const isMember = hypothesis('member-inside', 'θ lies in Θ.', ({ set, member }) =>
  isTrue((F) => memberOfModel(F, set, F.vector(member))),
);

/** Every set that can be written down here is closed, so no instance breaks this one. */
export const closedSet: CaseHypothesis = hypothesis(
  'closed-set',
  'Θ is closed.',
  () => true,
)({
  kind: 'necessary-by-argument',
  because:
    'The open interval (0, 1) has no point nearest to 2: every θ < 1 is farther from it than (θ + 1)/2. ' +
    'The article asks for a bounded convex set only.',
});

export const convexSet = isConvex(searched(twoPoints));
export const euclideanNorm = isEuclidean(searched(maxNormLines));
export const memberInside = isMember(searched(anyMember));

/** Θ is convex, nearest means nearest in the Euclidean norm, θ ∈ Θ: what (19)…(24) rest on. */
export const nearestPointHypotheses: readonly CaseHypothesis[] = [convexSet, euclideanNorm, memberInside];

const isNonnegative = hypothesis('lambda-nonnegative', 'λ ≥ 0.', ({ lambda }) => atMostExact(0, lambda));

export const lambdaNonnegative = isNonnegative(searched(negativeLambda));

const isAtMostOne = hypothesis('lambda-at-most-one', 'λ ≤ 1.', ({ lambda }) => atMostExact(lambda, 1));

/** Needed where the point λθ + (1 − λ)Π(φ) must lie in Θ. */
export const lambdaAtMostOneNeeded = isAtMostOne(searched(largeLambda));

export const lambdaAtMostOne = isAtMostOne({
  kind: 'proved-unneeded',
  law: 'proj.min-ray',
  because:
    'For λ > 1 the point λθ + (1 − λ)Π(φ) may leave Θ, but by (23) it is still no nearer to φ; the proof needs it only ' +
    'because it argues from Θ.',
});

export const memberOfPlane = isMember(searched(besideThePlane));

export const affineSet = hypothesis(
  'affine-set',
  'Θ is a hyperplane, or another affine subspace.',
  ({ set }) => set.kind === 'hyperplane' || set.kind === 'affine',
)(searched(halfspaces));

/** Whether t θ ∈ Θ for every θ ∈ Θ and t ≥ 0, for the kinds of cones that are drawn. */
const isConeData = (set: ProjectionCase['set']): boolean => {
  if (set.kind === 'halfspace' || set.kind === 'hyperplane') return isZero(set.offset);
  if (set.kind !== 'box') return false;
  return [...set.lower, ...set.upper].every((side) => side === null || isZero(side));
};

export const cone = hypothesis('cone', 'Θ is a cone: a halfspace or hyperplane through 0, or an orthant.', ({ set }) =>
  isConeData(set),
)(searched(shiftedHalfspaces));

export const centered = hypothesis('centered', 'Θ is a ball about 0, or a cube about 0.', ({ set }) => {
  if (set.kind === 'ball') return set.center.every(isZero);
  if (set.kind !== 'box') return false;
  const half = set.upper[0]!;
  return (
    half !== null &&
    set.upper.every((side) => side !== null && sameExact(side, half)) &&
    set.lower.every((side) => side !== null && sameExact(side, timesExact(-1, half)))
  );
})(searched(shiftedBalls));

export const simplexSet = hypothesis(
  'simplex',
  'Θ is a simplex.',
  ({ set }) => set.kind === 'simplex',
)(searched(movedBoxes));

const ONLY_DEFINED = { kind: 'not-separable', because: 'The claim speaks of the factors of a product.' } as const;

export const productSet = hypothesis('product', 'Θ is a product.', ({ set }) => set.kind === 'product')(ONLY_DEFINED);
