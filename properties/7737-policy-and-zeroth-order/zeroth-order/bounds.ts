import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, type Comparison } from '../../../src/scalar/relation.ts';
import { expectedScalar } from '../../../src/zeroth-order/estimator.ts';
import { smoothedObjective } from '../../../src/zeroth-order/smoothed-objective.ts';
import { otherMeans, otherSecondMoments, skewedDirections } from '../../breaking/zeroth-order/cases.ts';
import { restricted } from '../../instances/restricted.ts';
import { boundedCases } from '../../instances/zeroth-order/bounded-case.ts';
import { degreeOf } from '../../instances/zeroth-order/objectives.ts';
import {
  type ZerothOrderCase,
  type ZerothOrderRange,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { identityMoment, meanZero, zeroThirdMoments } from './hypotheses.ts';
import {
  gradientLipschitz,
  lipschitzGradient,
  lipschitzHessian,
  squaredHessianLipschitz,
} from './lipschitz-constants.ts';
import { expectedForward, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11, 12] }],
  section: SECTIONS.beyond,
  expects: 'holds',
  subject: 'directions and estimate',
  reference,
} as const;

const LISTED: ZerothOrderRange['kinds'] = [
  [3, 'rademacher'],
  [2, 'skewed'],
  [2, 'three-point'],
  [2, 'finite'],
  [1, 'three-spokes'],
];

const smoothCover = {
  'no polynomial': { atLeast: 0.15, when: ({ objective }: ZerothOrderCase) => objective.kind !== 'polynomial' },
  'two or more dimensions': { atLeast: 0.25, when: ({ point }: ZerothOrderCase) => point.length > 1 },
} as const;

const beyondQuadratics = zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 4, dimension: 1 });
const beyondCubics = zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 5, dimension: 1 });

/** |E f(x + εu) − f(x)| ≤ share · ε² L₁ d/2. */
function smoothedIsNear<S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  share: number,
): Comparison<S> {
  const { abs, mul, of, square, sub } = F;
  const { f, x, atoms, smoothing } = readCase(F, instance, use);
  const distance = abs(sub(smoothedObjective(F, f, x, atoms, smoothing), f(F, x)));
  const steps = mul(of((share * x.length) / 2), square(smoothing));
  return atMost(distance, mul(steps, gradientLipschitz(F, instance.objective, x)), 'distance');
}

export const smoothingDistance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.smoothing-distance',
  states: String.raw`\left|\mathbb E f(x+\varepsilon u)-f(x)\right|\le\tfrac{\varepsilon^2}2L_1d`,
  says: 'Smoothing changes a function with an L₁-Lipschitz gradient by at most ε² L₁ d/2. The quadratic L₁‖x‖²/2 attains it.',
  instances: boundedCases({ kinds: LISTED, degree: 2, dimension: 3 }, 0.3),
  hypotheses: [
    meanZero({ kind: 'search', breaking: otherMeans }),
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    lipschitzGradient({ kind: 'search', breaking: beyondQuadratics }),
  ],
  subject: 'directions',
  claim: (F, instance, use) => smoothedIsNear(F, instance, use, 1),
  cover: smoothCover,
  teeth: {
    ...zerothOrderMistakes('doubled-covariance'),
    'half-as-far': {
      says: 'The bound is ε² L₁ d/4.',
      claim: (F, instance, use) => smoothedIsNear(F, instance, use, 1 / 2),
    },
  },
});

/** ‖E[…] − ∇f(x)‖². */
function squaredBias<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, degree: number): S {
  const read = readCase(F, instance, use, degree);
  return F.squaredNorm(F.minus(expectedForward(F, read, use), gradientOf(F, read.f, read.x)));
}

function biasByGradient<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, share: number) {
  const { mul, norm, of, square, squaredNorm } = F;
  const { x, atoms, smoothing } = readCase(F, instance, reference);
  const cubes = expectedScalar(F, atoms, (u) => mul(norm(u), squaredNorm(u)));
  const slope = mul(gradientLipschitz(F, instance.objective, x), mul(of(share / 2), smoothing));
  return atMost(squaredBias(F, instance, use, 0), square(mul(slope, cubes)), 'squared error');
}

export const biasOfLipschitzGradient = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias-lipschitz-gradient',
  states: String.raw`\left\|\mathbb E\left[\tfrac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]-\nabla f(x)\right\|\le\tfrac\varepsilon2L_1\,\mathbb E\|u\|^3`,
  says: 'Where the gradient is Lipschitz, the zeroth-order gradient is off by at most ε L₁ E‖u‖³/2, in any directions with E uuᵀ = I. The function L₁ x|x|/2 attains it at 0.',
  instances: boundedCases({ kinds: LISTED, degree: 2, dimension: 2 }, 0.4),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    lipschitzGradient({ kind: 'search', breaking: beyondQuadratics }),
  ],
  claim: (F, instance, use) => biasByGradient(F, instance, use, 1),
  cover: smoothCover,
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign'),
    'nine-tenths': {
      says: 'The bound is nine tenths of what it is.',
      claim: (F, instance, use) => biasByGradient(F, instance, use, 9 / 10),
    },
  },
});

function biasByHessian<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, share: number) {
  const { mul, of, square, squaredNorm } = F;
  const { x, atoms, smoothing } = readCase(F, instance, reference, 4);
  const fourth = expectedScalar(F, atoms, (u) => square(squaredNorm(u)));
  const known = F.div(mul(of(share), mul(square(smoothing), fourth)), of(6));
  const bound = mul(square(known), squaredHessianLipschitz(F, instance.objective, x));
  return atMost(squaredBias(F, instance, use, 4), bound, 'squared error');
}

export const biasOfLipschitzHessian = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias-lipschitz-hessian',
  states: String.raw`\mathbb E[u_iu_ju_k]=0\implies\left\|\mathbb E\left[\tfrac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]-\nabla f(x)\right\|\le\tfrac{\varepsilon^2}6L_2\,\mathbb E\|u\|^4`,
  says: 'Where the Hessian is Lipschitz and the directions have no third moments, the error is at most ε² L₂ E‖u‖⁴/6. The cube L₂x³/6 attains it.',
  instances: boundedCases({
    kinds: [
      [3, 'rademacher'],
      [2, 'three-point'],
    ],
    degree: 3,
    dimension: 2,
  }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    zeroThirdMoments({ kind: 'search', breaking: skewedDirections }),
    lipschitzHessian({ kind: 'search', breaking: beyondCubics }),
  ],
  claim: (F, instance, use) => biasByHessian(F, instance, use, 1),
  cover: {
    ...smoothCover,
    'of degree 3': { atLeast: 0.1, when: ({ objective }) => degreeOf(objective) === 3 },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'skewed-signs'),
    'nine-tenths': {
      says: 'The bound is nine tenths of what it is.',
      claim: (F, instance, use) => biasByHessian(F, instance, use, 9 / 10),
    },
  },
});

function biasOfNormal<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, share: number) {
  const { mul, of, square } = F;
  const { x, smoothing } = readCase(F, instance, reference, 4);
  const known = mul(of((share * x.length) / 2), square(smoothing));
  const bound = mul(square(known), squaredHessianLipschitz(F, instance.objective, x));
  return atMost(squaredBias(F, instance, use, 4), bound, 'squared error');
}

export const biasOfNormalDirections = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias-normal',
  ladder: IDENTITY_LADDER,
  states: String.raw`u\sim N(0,I):\quad\left\|\mathbb E\left[\tfrac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]-\nabla f(x)\right\|\le\tfrac{\varepsilon^2}2L_2\,d`,
  says: 'With normal directions the error is at most ε² L₂ d/2, where E‖u‖⁴/6 would give d(d + 2)/6. The cube L₂x³/6 attains it. (Checked on cubics.)',
  instances: restricted(
    zerothOrderCases({ kinds: [[1, 'normal']], degree: 3, dimension: 2 }),
    ({ directions, objective }) => directions.kind === 'normal' && degreeOf(objective) <= 3,
    'has normal directions, and f of degree at most 3',
  ),
  hypotheses: [],
  claim: (F, instance, use) => biasOfNormal(F, instance, use, 1),
  cover: {
    'of degree 3': { atLeast: 0.2, when: ({ objective }) => degreeOf(objective) === 3 },
    'two or more dimensions': { atLeast: 0.25, when: ({ point }) => point.length > 1 },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'doubled-covariance'),
    'nine-tenths': {
      says: 'The bound is nine tenths of what it is.',
      claim: (F, instance, use) => biasOfNormal(F, instance, use, 9 / 10),
    },
  },
});

/** How far smoothing and differences in random directions can go wrong. */
export const zerothOrderBoundLaws: readonly AnyLaw[] = [
  smoothingDistance,
  biasOfLipschitzGradient,
  biasOfLipschitzHessian,
  biasOfNormalDirections,
];
