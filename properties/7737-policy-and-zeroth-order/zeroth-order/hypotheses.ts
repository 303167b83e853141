import { isTrue } from '../../../src/law/decide.ts';
import type { Hypothesis, Necessity } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { below, equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { type Atom, atoms, type Directions, directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { expectedScalar, expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { isZero } from '../../instances/well-formed.ts';
import { degreeOf, objectiveOf, type TestFunction } from '../../instances/zeroth-order/objectives.ts';
import type { ZerothOrderCase } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { gradientOf } from './derivatives.ts';

/** Whether a statement about the directions is true; `degree` is its degree in u. */
const ofDirections =
  (degree: number, statement: <S>(F: Algebra<S>, atoms: readonly Atom<S>[], dimension: number) => Relation<S>) =>
  ({ directions }: { readonly directions: Directions }): boolean =>
    isTrue((F) => statement(F, atoms(F, directions, degree), directionsDimension(directions)));

type WithDirections = { readonly directions: Directions };

const zeros = <S>(F: Algebra<S>, dimension: number): Vector<S> => Array.from({ length: dimension }, () => F.zero);

/** E u = 0. */
export const meanZero = <I extends WithDirections>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'mean-zero',
  says: 'The directions have mean 0.',
  holds: ofDirections(1, (F, all, d) =>
    equalVectors(
      expectedVector(F, all, (u) => u),
      zeros(F, d),
    ),
  ),
  necessity,
});

/** E uuᵀ = I. */
export const identityMoment = <I extends WithDirections>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'identity-second-moment',
  says: 'E uuᵀ = I.',
  holds: ofDirections(2, (F, all, d) => {
    const moment = expectedVector(F, all, (u) => u.flatMap((ui) => F.scale(ui, u)));
    const identity = zeros(F, d * d).map((zero, k) => (k % (d + 1) === 0 ? F.one : zero));
    return equalVectors(moment, identity);
  }),
  necessity,
});

/** E u_i u_j u_k = 0 for all i, j, k. */
export const zeroThirdMoments = <I extends WithDirections>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'zero-third-moments',
  says: 'E u_i u_j u_k = 0 for all i, j and k.',
  holds: ofDirections(3, (F, all, d) => {
    const moment = expectedVector(F, all, (u) => u.flatMap((ui) => u.flatMap((uj) => F.scale(F.mul(ui, uj), u))));
    return equalVectors(moment, zeros(F, d ** 3));
  }),
  necessity,
});

/** ‖u‖² = d for every direction. */
export const oneLength = <I extends WithDirections>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'one-length',
  says: 'Every direction has length √d.',
  holds: ofDirections(4, (F, all, d) =>
    equal(
      expectedScalar(F, all, (u) => F.square(F.sub(F.squaredNorm(u), F.of(d)))),
      F.zero,
    ),
  ),
  necessity,
});

/** f is a polynomial of degree at most 2. */
export const atMostQuadratic = <I extends { readonly objective: TestFunction }>(
  necessity: Necessity<I>,
): Hypothesis<I> => ({
  name: 'quadratic',
  says: 'f is a polynomial of degree at most 2.',
  holds: ({ objective }) => degreeOf(objective) <= 2,
  necessity,
});

/** f is smooth near x: x √|x| and x |x| / 2 are so everywhere but at 0. */
export const smooth = (necessity: Necessity<ZerothOrderCase>): Hypothesis<ZerothOrderCase> => ({
  name: 'smooth',
  says: 'f is smooth near x.',
  holds: ({ objective: { kind }, point }) => !((kind === 'root' || kind === 'signed-square') && point.every(isZero)),
  necessity,
});

/** The gradient of f is Lipschitz near x. */
export const lipschitzGradient: Hypothesis<ZerothOrderCase> = {
  name: 'lipschitz-gradient',
  says: 'The gradient of f is Lipschitz near x.',
  holds: ({ objective, point }) => !(objective.kind === 'root' && point.every(isZero)),
  necessity: {
    kind: 'necessary-by-argument',
    because: 'For x √|x| at 0 and skewed directions, B-(15) is a multiple of ε^{3/2}.',
  },
};

/** E‖u‖² > 0. */
export const someDirection = <I extends WithDirections>(): Hypothesis<I> => ({
  name: 'some-direction',
  says: 'The directions are not all 0.',
  holds: ofDirections(2, (F, all) => below(F.zero, expectedScalar(F, all, F.squaredNorm))),
  necessity: {
    kind: 'necessary-by-argument',
    because: 'With u = 0 always, B-(15) is 0/0: the estimate is 0 whatever the baseline.',
  },
});

/** ∇f · E[u‖u‖²] = 0. */
export const levelSlope = (necessity: Necessity<ZerothOrderCase>): Hypothesis<ZerothOrderCase> => ({
  name: 'level-along-weighted-mean',
  says: 'The slope of f along E[u‖u‖²] is 0.',
  holds: ({ objective, point, directions }) =>
    isTrue((F) => {
      const weighted = expectedVector(F, atoms(F, directions, 3), (u) => F.scale(F.squaredNorm(u), u));
      return equal(F.dot(gradientOf(F, objectiveOf(objective), F.vector(point)), weighted), F.zero);
    }),
  necessity,
});

/** The expectations exist: finitely many directions have every mean, the others are drawn with polynomials only. */
export const finiteMeans = (says: string): Hypothesis<ZerothOrderCase> => ({
  name: 'finite-means',
  says,
  holds: ({ objective, directions: { kind } }) =>
    objective.kind === 'polynomial' || !(kind === 'normal' || kind === 'sphere'),
  necessity: {
    kind: 'necessary-by-argument',
    because:
      'For normal directions and f = exp(x⁴), E f(x + εu) is infinite for every ε > 0; for f = x² and E|u|³ = ∞ the mean of the estimate is undefined.',
  },
});
