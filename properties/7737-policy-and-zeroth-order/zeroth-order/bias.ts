import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { kinks, otherSecondMoments, skewedDirections } from '../../breaking/zeroth-order/cases.ts';
import { degreeOf, objectiveOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import {
  casesOf,
  EVERY_KIND,
  SYMMETRIC_KINDS,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { bilinear, gradientOf, hessianOf, thirdDerivativesOf } from './derivatives.ts';
import { float64Reference } from './float64.ts';
import { identityMoment, smooth, zeroThirdMoments } from './hypotheses.ts';
import { expectedForward, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11, 12] }],
  section: SECTIONS.zerothOrder,
  subject: 'directions and estimate',
  reference,
} as const;

/** The coefficients of 1, ε and ε² of the zeroth-order gradient. */
function coefficients<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): readonly Vector<S>[] {
  const E = series(F, 4);
  const mean = expectedForward(E, { ...readCase(E, instance, use), smoothing: E.epsilon }, use);
  return [0, 1, 2].map((k) => mean.map((coordinate) => E.coefficient(coordinate, k)));
}

/** E[½(uᵀHu) u] and E[⅙ f‴(u, u, u) u], half and sixth given. */
function expectedTerms<S>(F: Algebra<S>, instance: ZerothOrderCase, half: S, sixth: S): readonly Vector<S>[] {
  const { f, x, atoms } = readCase(F, instance, reference, Math.max(4, degreeOf(instance.objective) + 1));
  const [H, T] = [hessianOf(F, f, x), thirdDerivativesOf(F, f, x)];
  const third = (u: Vector<S>): S =>
    F.dot(
      u,
      T.map((slice) => bilinear(F, slice, u, u)),
    );
  return [
    expectedVector(F, atoms, (u) => F.scale(F.mul(half, bilinear(F, H, u, u)), u)),
    expectedVector(F, atoms, (u) => F.scale(F.mul(sixth, third(u)), u)),
  ];
}

function biasIs<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, half: S, sixth: S): Relation<S> {
  const [constant, first, second] = coefficients(F, instance, use);
  const gradient = gradientOf(F, objectiveOf(instance.objective), F.vector(instance.point));
  const [expectedFirst, expectedSecond] = expectedTerms(F, instance, half, sixth);
  return [
    equalVectors(constant!, gradient, 'partial derivative'),
    equalVectors(first!, expectedFirst!, 'coefficient of ε, coordinate'),
    equalVectors(second!, expectedSecond!, 'coefficient of ε², coordinate'),
  ];
}

const fraction = <S>(F: Algebra<S>, q: number): S => F.div(F.one, F.of(q));

export const bias = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias',
  ladder: IDENTITY_LADDER,
  states: String.raw`\tilde\nabla f=\nabla f+\tfrac\varepsilon2\,\mathbb E[(u^\top Hu)\,u]+\tfrac{\varepsilon^2}6\,\mathbb E[f'''(u,u,u)\,u]+\mathcal O(\varepsilon^3)`,
  says: 'How far the zeroth-order gradient of a smooth function is from the gradient: third moments of the directions times second derivatives, then fourth moments times third derivatives.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: EVERY_KIND, degree: 4, dimension: 2, beyondPolynomials: 0.2 }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    smooth({ kind: 'search', breaking: kinks }),
  ],
  claim: (F, instance, use) => biasIs(F, instance, use, fraction(F, 2), fraction(F, 6)),
  cover: {
    'skewed directions': { atLeast: 0.08, when: ({ directions }) => directions.kind === 'skewed' },
    'no polynomial': { atLeast: 0.05, when: ({ objective }) => objective.kind !== 'polynomial' },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign'),
    'no-half': {
      says: 'The term with the second derivatives is not halved.',
      claim: (F, instance, use) => biasIs(F, instance, use, F.one, fraction(F, 6)),
    },
    'third-for-sixth': {
      says: 'The term with the third derivatives is divided by 3 where it is by 6.',
      claim: (F, instance, use) => biasIs(F, instance, use, fraction(F, 2), fraction(F, 3)),
    },
  },
});

export const symmetricBias = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias-second-order',
  states: String.raw`\mathbb E[u_iu_ju_k]=0\implies\tilde\nabla f=\nabla f+\mathcal O(\varepsilon^2)`,
  says: 'Directions whose third moments are zero, such as symmetric ones, leave an error of order ε² only, for smooth functions.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: SYMMETRIC_KINDS, degree: 4, dimension: 2, beyondPolynomials: 0.2 }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    zeroThirdMoments({ kind: 'search', breaking: skewedDirections }),
    smooth({ kind: 'search', breaking: kinks }),
  ],
  claim: (F, instance, use) => {
    const [constant, first] = coefficients(F, instance, use);
    return [
      equalVectors(constant!, gradientOf(F, readCase(F, instance, use).f, F.vector(instance.point))),
      first!.map((c) => equal(c, F.zero, 'coefficient of ε')),
    ];
  },
  cover: { 'degree 3 or more': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) > 2 } },
  teeth: zerothOrderMistakes('skewed-signs', 'doubled-covariance', 'divided-by-two'),
});

/** Third and fourth moments of one coordinate. */
const MOMENTS = {
  rademacher: { third: 0, fourth: 1 },
  skewed: { third: 3 / 2, fourth: 13 / 4 },
  'three-point': { third: 0, fourth: 4 },
  normal: { third: 0, fourth: 3 },
} as const;
type OneDimensional = keyof typeof MOMENTS;

function cubeBias<S>(F: Algebra<S>, { directions, point, smoothing }: ZerothOrderCase, three: number): S {
  const { third, fourth } = MOMENTS[directions.kind as OneDimensional];
  const [x, epsilon] = [F.of(point[0]!), F.of(smoothing)];
  return F.mul(epsilon, F.add(F.mul(x, F.of(three * third)), F.mul(epsilon, F.of(fourth))));
}

const biasOfMean = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): S => {
  const read = readCase(F, instance, use);
  return F.sub(expectedForward(F, read, use)[0]!, gradientOf(F, read.f, read.x)[0]!);
};

export const biasOfCube = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias-cube',
  states: String.raw`f=x^3:\quad\tilde\nabla f-f'=3x\varepsilon\,\mathbb E u^3+\varepsilon^2\,\mathbb E u^4`,
  says: 'The error for a cube, for every ε: at x = 1 with ε = 1/10 it is 193/400 for skewed directions, but 1/100 for signs, 1/25 for three-point and 3/100 for normal ones.',
  expects: 'holds',
  instances: casesOf(
    [polynomial([1, [3]])],
    [
      [2, 'rademacher'],
      [2, 'skewed'],
      [2, 'three-point'],
      [1, 'normal'],
    ],
  ),
  hypotheses: [],
  float64: float64Reference,
  claim: (F, instance, use) => equal(biasOfMean(F, instance, use), cubeBias(F, instance, 3)),
  cover: { skewed: { atLeast: 0.15, when: ({ directions }) => directions.kind === 'skewed' } },
  teeth: {
    ...zerothOrderMistakes('skewed-signs', 'doubled-covariance', 'not-divided', 'divided-by-two'),
    'no-binomial': {
      says: 'The third moment is not multiplied by 3.',
      claim: (F, instance, use) => equal(biasOfMean(F, instance, use), cubeBias(F, instance, 1)),
    },
  },
});

/** How far the zeroth-order gradient is from the gradient. */
export const zerothOrderBiasLaws: readonly AnyLaw[] = [bias, symmetricBias, biasOfCube];
