import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { centralDifference } from '../../../src/zeroth-order/central-difference.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { cubesInSigns, kinks, otherSecondMoments } from '../../breaking/zeroth-order/cases.ts';
import { type DirectionCase, polynomialCases } from '../../instances/zeroth-order/direction-case.ts';
import { degreeOf, objectiveOf } from '../../instances/zeroth-order/objectives.ts';
import { EVERY_KIND, foldedCases, type ZerothOrderCase } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { atMostQuadratic, identityMoment, smooth } from './hypotheses.ts';
import { readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

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

/** The mean of the estimates along u and `sign` · u is the central difference, with the baselines 0, ε and 1. */
function cancels<S>(F: Algebra<S>, instance: DirectionCase, use: ZerothOrderParts, sign: number): Relation<S> {
  const f = objectiveOf(instance.objective);
  const [x, u, epsilon] = [F.vector(instance.point), F.vector(instance.direction), F.of(instance.smoothing)];
  const estimate = (s: number, baseline: S) => use.estimate(F, f, x, F.scale(F.of(s), u), epsilon, baseline);
  const central = use.central(F, f, x, u, epsilon);
  return [F.zero, epsilon, F.one].map((baseline) =>
    equalVectors(F.scale(F.of(1 / 2), F.plus(estimate(1, baseline), estimate(sign, baseline))), central),
  );
}

export const centralNeedsNoBaseline = law<DirectionCase, ZerothOrderParts>({
  ...about,
  id: 'zo.central-baseline',
  ladder: IDENTITY_LADDER,
  states: String.raw`\frac12\left(\frac{f(x+\varepsilon u)-b}\varepsilon\,u+\frac{f(x-\varepsilon u)-b}\varepsilon\,(-u)\right)=\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u\quad\text{for every }b`,
  says: 'The estimates in a direction and in the opposite one have the central difference as their mean, whatever the baseline: it cancels.',
  expects: 'holds',
  instances: polynomialCases,
  hypotheses: [],
  subject: 'estimate from one direction',
  claim: (F, instance, use) => cancels(F, instance, use, -1),
  cover: { 'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 } },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'baseline-of-direction'),
    'twice-the-same': {
      says: 'Both estimates are taken in the same direction.',
      claim: (F, instance, use) => cancels(F, instance, use, 1),
    },
  },
});

/** Differences taken to both sides. */
export const centralDifferenceLaws: readonly AnyLaw[] = [centralOrder, centralQuadratic, centralNeedsNoBaseline];
