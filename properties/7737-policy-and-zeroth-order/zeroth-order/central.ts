import { isTrue } from '../../../src/law/decide.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { below, equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { centralDifference, simultaneousPerturbation } from '../../../src/zeroth-order/central-difference.ts';
import { atoms, type Directions } from '../../../src/zeroth-order/directions.ts';
import { expectedScalar, expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { copiedSigns, cubesInSigns, kinks, otherSecondMoments } from '../../breaking/zeroth-order/cases.ts';
import { stretched } from '../../instances/zeroth-order/directions.ts';
import { degreeOf } from '../../instances/zeroth-order/objectives.ts';
import {
  EVERY_KIND,
  foldedCases,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { atMostQuadratic, identityMoment, smooth } from './hypotheses.ts';
import { readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/zeroth-order.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11], place: 'with the difference taken to both sides' }],
  section: SECTIONS.beyond,
  subject: 'directions and estimate',
  reference,
} as const;

/** The expectation of the central difference. */
const expectedCentral = <S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  smoothing: S,
): Vector<S> => {
  const { f, x, atoms } = readCase(F, instance, use);
  return expectedVector(F, atoms, (u) => use.central(F, f, x, u, smoothing));
};

const centralMistakes = {
  'divided-by-one-step': {
    says: 'The central difference is divided by ε where it is by 2ε.',
    use: {
      ...reference,
      central: (F, f, x, u, smoothing) => F.scale(F.of(2), centralDifference(F, f, x, u, smoothing)),
    } satisfies ZerothOrderParts,
  },
  'forward-instead': {
    says: 'The difference is taken forward only.',
    use: { ...reference, central: reference.forward } satisfies ZerothOrderParts,
  },
} as const;

export const centralOrder = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.central',
  states: String.raw`\mathbb E\left[\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u\right]=\nabla f(x)+\mathcal O(\varepsilon^2)`,
  says: 'The central difference of a smooth function is off by ε² only, whatever the mean and the third moments of the directions.',
  expects: 'holds',
  instances: foldedCases({ kinds: EVERY_KIND, degree: 4, dimension: 2, beyondPolynomials: 0.2 }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    smooth({ kind: 'search', breaking: kinks }),
  ],
  claim: (F, instance, use) => {
    const E = series(F, 4);
    const mean = expectedCentral(E, instance, use, E.epsilon);
    const gradient = gradientOf(F, readCase(F, instance, use).f, F.vector(instance.point));
    return mean.map(
      (coordinate, i): Relation<(typeof gradient)[number]> => [
        equal(E.coefficient(coordinate, -1), F.zero, 'coefficient of 1/ε'),
        equal(E.coefficient(coordinate, 0), gradient[i]!, `partial derivative ${i + 1}`),
        equal(E.coefficient(coordinate, 1), F.zero, 'coefficient of ε'),
      ],
    );
  },
  cover: {
    'written out': { atLeast: 0.3, when: ({ directions }) => directions.kind === 'finite' },
    'degree 3 or more': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) > 2 },
  },
  teeth: { ...centralMistakes, ...zerothOrderMistakes('doubled-covariance') },
});

export const centralQuadratic = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.central-quadratic',
  states: String.raw`f\text{ quadratic}\implies\mathbb E\left[\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u\right]=\nabla f(x)\text{ for every }\varepsilon`,
  says: 'For a quadratic the central difference is the gradient on average for every ε, not only in the limit.',
  expects: 'holds',
  instances: foldedCases({ kinds: EVERY_KIND, degree: 2, dimension: 3 }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    atMostQuadratic({ kind: 'search', breaking: cubesInSigns }),
  ],
  claim: (F, instance, use) => {
    const { f, x, smoothing } = readCase(F, instance, use);
    return equalVectors(expectedCentral(F, instance, use, smoothing), gradientOf(F, f, x), 'partial derivative');
  },
  cover: { 'not linear': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) === 2 } },
  teeth: { ...centralMistakes, ...zerothOrderMistakes('doubled-covariance') },
});

type Spsa = typeof simultaneousPerturbation;

export const spsaOfSigns = law<ZerothOrderCase, Spsa>({
  ...about,
  id: 'zo.spsa',
  subject: 'simultaneous perturbation',
  reference: simultaneousPerturbation,
  states: String.raw`u_i=\pm1\implies\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\cdot\frac1{u_i}=\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u_i`,
  says: 'With random signs, dividing by the direction, as simultaneous perturbation does, is multiplying by it.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: [[1, 'rademacher']], onlyTheseKinds: true, degree: 4, dimension: 3 }),
  hypotheses: [],
  claim: (F, instance, spsa) => {
    const { f, x, atoms, smoothing } = readCase(F, instance, reference);
    return atoms.map(({ direction: u }) =>
      equalVectors(spsa(F, f, x, u, smoothing), centralDifference(F, f, x, u, smoothing)),
    );
  },
  cover: { 'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 } },
  teeth: {
    'divided-by-length': {
      says: 'The direction is divided by its squared length instead of coordinate by coordinate.',
      use: (F, f, x, u, smoothing) => F.scale(F.div(F.one, F.squaredNorm(u)), centralDifference(F, f, x, u, smoothing)),
    },
    'forward-instead': {
      says: 'The difference is taken forward only.',
      use: (F, f, x, u, e) => reference.forward(F, f, x, u, e),
    },
  },
});

/** Whether no coordinate of a direction is ever 0: it has finitely many values, and none of them has one. */
const isNeverZero = (directions: Directions): boolean =>
  directions.kind !== 'normal' &&
  directions.kind !== 'sphere' &&
  isTrue((F) => atoms(F, directions).map(({ direction }) => direction.map((u) => below(F.zero, F.square(u)))));

function spsaLimit<S>(F: Algebra<S>, instance: ZerothOrderCase, spsa: Spsa): Relation<S> {
  const E = series(F, 4);
  const { f, x, atoms } = readCase(E, instance, reference);
  const mean = expectedVector(E, atoms, (u) => spsa(E, f, x, u, E.epsilon));
  const limit = mean.map((coordinate) => E.coefficient(coordinate, 0));
  return equalVectors(limit, gradientOf(F, f, F.vector(instance.point)), 'partial derivative');
}

/** Independent coordinates of mean 0, never 0, of variance 1, 4 or 1/9. */
const independentCases: Instances<ZerothOrderCase> = (() => {
  const base = zerothOrderCases({
    kinds: [
      [1, 'rademacher'],
      [2, 'skewed'],
    ],
    degree: 4,
    dimension: 3,
  });
  return {
    ...base,
    generate: (draw) => {
      const instance = base.generate(draw);
      const factor = draw.pick([1, 2, ratio(1, 3)]);
      return factor === 1 ? instance : { ...instance, directions: stretched(instance.directions, factor) };
    },
  };
})();

export const spsaOfIndependent = law<ZerothOrderCase, Spsa>({
  ...about,
  id: 'zo.spsa-limit',
  subject: 'simultaneous perturbation',
  reference: simultaneousPerturbation,
  states: String.raw`\mathbb E\left[\frac{u_j}{u_i}\right]=0\ (i\ne j)\implies\lim_{\varepsilon\to0}\mathbb E\left[\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\cdot\frac1{u_i}\right]=\partial_if(x)`,
  says: 'Simultaneous perturbation finds the gradient with independent coordinates of mean 0 that are never 0, of any variance.',
  expects: 'holds',
  instances: independentCases,
  hypotheses: [
    {
      name: 'ratios-average-zero',
      says: 'No coordinate is ever 0, and E[u_j/u_i] = 0 for i ≠ j, as for independent coordinates of mean 0.',
      holds: ({ directions, point }) =>
        isNeverZero(directions) &&
        isTrue((F) => {
          const all = atoms(F, directions);
          const ratio = (i: number, j: number) => expectedScalar(F, all, (u) => F.div(u[j]!, u[i]!));
          return point.flatMap((_, i) => point.map((_, j) => equal(ratio(i, j), i === j ? F.one : F.zero)));
        }),
      necessity: { kind: 'search', breaking: copiedSigns },
    },
  ],
  claim: spsaLimit,
  cover: {
    'other variances, in two or more dimensions': {
      atLeast: 0.2,
      when: ({ directions, point }) => directions.kind === 'finite' && point.length > 1,
    },
  },
  teeth: {
    'divided-by-one-step': {
      says: 'The difference is divided by ε where it is by 2ε.',
      use: (F, f, x, u, smoothing) => F.scale(F.of(2), simultaneousPerturbation(F, f, x, u, smoothing)),
    },
    'divided-by-length': {
      says: 'The direction is divided by its squared length instead of coordinate by coordinate.',
      use: (F, f, x, u, smoothing) => F.scale(F.div(F.one, F.squaredNorm(u)), centralDifference(F, f, x, u, smoothing)),
    },
  },
});

/** Differences taken to both sides. */
export const zerothOrderCentralLaws: readonly AnyLaw[] = [
  centralOrder,
  centralQuadratic,
  spsaOfSigns,
  spsaOfIndependent,
];
