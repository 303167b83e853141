import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { otherSecondMoments } from '../../breaking/zeroth-order/cases.ts';
import { listed } from '../../instances/plain-data.ts';
import { type DirectionCase, polynomialCases, smoothCases } from '../../instances/zeroth-order/direction-case.ts';
import { finite } from '../../instances/zeroth-order/directions.ts';
import { degreeOf, objectiveOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import {
  EVERY_KIND,
  foldedCases,
  RATIONAL_KINDS,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { float64Reference } from './float64.ts';
import { finiteMeans, identityMoment, meanZero } from './hypotheses.ts';
import { expectedForward, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = { version: 1, section: SECTIONS.zerothOrder, reference } as const;
const cites = (...equations: number[]) => [{ article: '7737', equations }] as const;

/** Every kind of directions, and functions that are no polynomials. */
const cases = zerothOrderCases({ kinds: EVERY_KIND, degree: 4, dimension: 3, beyondPolynomials: 0.3 });

/** The coefficients of 1, ε, …, εⁿ⁻¹ of f(x + εu). */
function expansion<S>(F: Algebra<S>, { objective, point, direction }: DirectionCase, n: number): readonly S[] {
  const E = series(F, n);
  const [x, u] = [E.vector(point), E.vector(direction)];
  const value = objectiveOf(objective)(E, E.axpy(E.epsilon, u, x));
  return Array.from({ length: n }, (_, k) => E.coefficient(value, k));
}

export const forwardOfPolynomials = law<DirectionCase, ZerothOrderParts>({
  ...about,
  id: 'zo.def',
  cites: cites(11),
  states: String.raw`f(x+\varepsilon u)=\sum_k c_k\varepsilon^k\implies\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u=\sum_{k\ge1}c_k\varepsilon^{k-1}\,u`,
  says: 'What one direction tells of the gradient of a polynomial: the difference of two values, divided by ε, times the direction.',
  expects: 'holds',
  instances: polynomialCases,
  hypotheses: [],
  subject: 'estimate from one direction',
  float64: float64Reference,
  claim: (F, instance, use) => {
    const { objective, point, direction, smoothing } = instance;
    const [x, u, epsilon] = [F.vector(point), F.vector(direction), F.of(smoothing)];
    const slopes = expansion(F, instance, degreeOf(objective) + 1).slice(1);
    const slope = slopes.reduceRight((rest, c) => F.add(c, F.mul(epsilon, rest)), F.zero);
    return equalVectors(use.forward(F, objectiveOf(objective), x, u, epsilon), F.scale(slope, u));
  },
  cover: {
    'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 },
    'degree 3 or 4': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) > 2 },
  },
  teeth: zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'baseline-of-direction'),
});

export const taylorExpansion = law<DirectionCase, undefined>({
  ...about,
  id: 'zo.taylor',
  cites: [{ article: '7737', equations: [12], place: 'the expansion before it' }],
  states: String.raw`f(x+\varepsilon u)=f(x)+\varepsilon\,u\cdot\nabla f(x)+\mathcal O(\varepsilon^2)`,
  says: 'Along a direction, a function whose gradient is Lipschitz is its value plus ε times the slope, up to ε².',
  expects: 'holds',
  instances: smoothCases,
  hypotheses: [
    {
      name: 'lipschitz-gradient',
      says: 'The gradient of f is Lipschitz near x.',
      holds: ({ objective }) => objective.kind !== 'root',
      necessity: {
        kind: 'necessary-by-argument',
        because: 'x √|x| is differentiable at 0, where its expansion along u has ε^{3/2}: zo.taylor-differentiable.',
      },
    },
  ],
  reference: undefined,
  claim: (F, instance) => taylor(F, instance, (f, x, u) => F.dot(u, gradientOf(F, f, x))),
  cover: { 'no polynomial': { atLeast: 0.2, when: ({ objective }) => objective.kind !== 'polynomial' } },
  teeth: {
    'half-the-slope': {
      says: 'The slope is halved, as if it were the second term.',
      claim: (F, instance) => taylor(F, instance, (f, x, u) => F.mul(F.of(1 / 2), F.dot(u, gradientOf(F, f, x)))),
    },
    'slope-of-length-one': {
      says: 'The slope is the sum of the partial derivatives, whatever the direction.',
      claim: (F, instance) => taylor(F, instance, (f, x) => F.sum(gradientOf(F, f, x))),
    },
  },
});

type Slope<S> = (f: ReturnType<typeof objectiveOf>, x: Vector<S>, u: Vector<S>) => S;

/** The first two coefficients of f(x + εu) are f(x) and the slope. */
function taylor<S>(F: Algebra<S>, instance: DirectionCase, slope: Slope<S>): Relation<S> {
  const f = objectiveOf(instance.objective);
  const [x, u] = [F.vector(instance.point), F.vector(instance.direction)];
  const [constant, linear] = expansion(F, instance, 2);
  return [equal(constant!, f(F, x), 'value'), equal(linear!, slope(f, x, u), 'coefficient of ε')];
}

export const outerProduct = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.outer',
  cites: cites(12),
  states: String.raw`\mathbb E[u\,(u\cdot v)]=\mathbb E[uu^\top]\,v=v`,
  says: 'The slope of v along a direction, times that direction, is v on average.',
  expects: 'holds',
  instances: cases,
  hypotheses: [identityMoment({ kind: 'search', breaking: otherSecondMoments })],
  subject: 'directions',
  claim: (F, { directions, point }, use) => {
    const v = F.vector(point);
    const mean = expectedVector(F, use.atoms(F, directions, 2), (u) => F.scale(F.dot(u, v), u));
    return equalVectors(mean, v);
  },
  cover: { 'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 } },
  teeth: zerothOrderMistakes('doubled-covariance'),
});

/** The zeroth-order gradient has no coefficient of 1/ε, and the gradient as its constant coefficient. */
function limitIsGradient<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): Relation<S> {
  const E = series(F, 3);
  const read = { ...readCase(E, instance, use), smoothing: E.epsilon };
  const mean = expectedForward(E, read, use);
  const coefficients = (k: number): Vector<S> => mean.map((coordinate) => E.coefficient(coordinate, k));
  return [
    coefficients(-1).map((pole) => equal(pole, F.zero, 'coefficient of 1/ε')),
    equalVectors(coefficients(0), gradientOf(F, read.f, F.vector(instance.point)), 'partial derivative'),
  ];
}

const limitCover = {
  'no polynomial': { atLeast: 0.1, when: ({ objective }: ZerothOrderCase) => objective.kind !== 'polynomial' },
  'two or more dimensions': { atLeast: 0.3, when: ({ point }: ZerothOrderCase) => point.length > 1 },
} as const;

export const limit = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.limit',
  cites: cites(11, 12),
  states: String.raw`\lim_{\varepsilon\to0}\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)`,
  says: 'As ε → 0 the zeroth-order gradient becomes the gradient.',
  expects: 'holds',
  instances: cases,
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    meanZero({
      kind: 'proved-unneeded',
      because: 'The forward difference has f(x) subtracted, so that only E uuᵀ remains in the limit.',
      law: 'zo.limit-any-mean',
    }),
    finiteMeans(
      'u has finitely many values, or |f(x + h) − f(x)| ≤ C‖h‖ for all h, or f is a polynomial and u has all its moments.',
    ),
  ],
  subject: 'directions and estimate',
  claim: limitIsGradient,
  cover: {
    ...limitCover,
    'roots in the directions': {
      atLeast: 0.05,
      when: ({ directions: { kind } }) => kind === 'three-spokes' || kind === 'sphere' || kind === 'coordinate',
    },
    'normal directions': { atLeast: 0.05, when: ({ directions }) => directions.kind === 'normal' },
  },
  teeth: zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'doubled-covariance'),
});

export const limitOfAnyMean = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.limit-any-mean',
  cites: cites(12),
  states: String.raw`\mathbb E[uu^\top]=I\implies\lim_{\varepsilon\to0}\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)`,
  says: 'The limit of the zeroth-order gradient needs E uuᵀ = I, but not that the directions have mean 0.',
  expects: 'holds',
  instances: foldedCases({ kinds: RATIONAL_KINDS, degree: 4, dimension: 3, beyondPolynomials: 0.3 }),
  hypotheses: [identityMoment({ kind: 'search', breaking: otherSecondMoments })],
  subject: 'directions and estimate',
  claim: limitIsGradient,
  cover: limitCover,
  teeth: zerothOrderMistakes('divided-by-two', 'wrong-sign', 'doubled-covariance', 'baseline-of-direction'),
});

export const limitOfCovariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.limit-covariance',
  cites: cites(12),
  states: String.raw`\operatorname{Cov}u=I\implies\lim_{\varepsilon\to0}\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)`,
  says: 'Covariance I is enough, whatever the mean. (For u = 0 or 2 the limit is twice the derivative.)',
  expects: 'refuted',
  instead: ['zo.limit-any-mean'],
  instances: listed(cases, [
    {
      objective: polynomial([1, [1]]),
      point: [0],
      directions: finite([[0], 1 / 2], [[2], 1 / 2]),
      smoothing: 1,
      baseline: 0,
    },
  ]),
  hypotheses: [],
  subject: 'directions and estimate',
  claim: limitIsGradient,
  cover: {},
  teeth: {},
});

/** The zeroth-order gradient and its limit. */
export const zerothOrderLaws: readonly AnyLaw[] = [
  forwardOfPolynomials,
  taylorExpansion,
  outerProduct,
  limit,
  limitOfAnyMean,
  limitOfCovariance,
];
