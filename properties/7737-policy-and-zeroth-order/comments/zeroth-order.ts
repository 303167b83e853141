import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { expectedScalar, expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { cubesInSigns, otherSecondMoments, skewedDirections } from '../../breaking/zeroth-order/cases.ts';
import { listed } from '../../instances/plain-data.ts';
import { degreeOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import {
  EVERY_KIND,
  SYMMETRIC_KINDS,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { bilinear, gradientOf, hessianOf } from '../zeroth-order/derivatives.ts';
import { float64Reference } from '../zeroth-order/float64.ts';
import { atMostQuadratic, identityMoment, zeroThirdMoments } from '../zeroth-order/hypotheses.ts';
import { expectedForward, readCase, reference, type ZerothOrderParts } from '../zeroth-order/subject.ts';
import { zerothOrderMistakes } from '../zeroth-order/teeth/estimates.ts';

const about = {
  version: 1,
  section: SECTIONS.comments,
  subject: 'directions and estimate',
  reference,
} as const;
const byReader = [{ article: '7737', equations: [11, 12], place: 'the comment by 路菜鸟' }] as const;
const inReply = [{ article: '7737', equations: [11, 12], place: 'the reply to lyf' }] as const;

const cases = zerothOrderCases({ kinds: EVERY_KIND, degree: 1, dimension: 3 });

const meanSquare = <S>(F: Algebra<S>, { directions }: ZerothOrderCase, use: ZerothOrderParts): S =>
  expectedScalar(F, use.atoms(F, directions, 2), F.squaredNorm);

export const innerProduct = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'c.uTu',
  cites: byReader,
  states: String.raw`\mathbb E[u^\top u]=I,\quad\text{so that}\quad\mathbb E[u^\top u]\,v=v`,
  says: 'The inner product of a direction with itself is the identity on average. (It is a number, and its mean is d: the outer product is meant.)',
  expects: 'refuted',
  instead: ['c.uTu-dimension'],
  instances: listed(cases, [
    {
      objective: polynomial([1, [1, 0]]),
      point: [1, 0],
      directions: { kind: 'rademacher', dimension: 2 },
      smoothing: 1,
      baseline: 0,
    },
  ]),
  hypotheses: [],
  claim: (F, instance, use) => {
    const v = F.vector(instance.point);
    return equalVectors(F.scale(meanSquare(F, instance, use), v), v);
  },
  cover: {},
  teeth: {},
});

export const meanSquareOfDirections = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'c.uTu-dimension',
  cites: byReader,
  states: String.raw`\mathbb E[uu^\top]=I\implies\mathbb E[u^\top u]=d`,
  says: 'What is true of the inner product of a direction with itself: its mean is the dimension, the trace of E uuᵀ.',
  expects: 'holds',
  instances: cases,
  hypotheses: [identityMoment({ kind: 'search', breaking: otherSecondMoments })],
  claim: (F, instance, use) => equal(meanSquare(F, instance, use), F.of(instance.point.length), 'mean square'),
  cover: { 'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 } },
  teeth: {
    ...zerothOrderMistakes('doubled-covariance'),
    'of-length-one': {
      says: 'The mean square is 1 in every dimension.',
      claim: (F, instance, use) => equal(meanSquare(F, instance, use), F.one),
    },
  },
});

const isGradient = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): Relation<S> => {
  const read = readCase(F, instance, use);
  return equalVectors(expectedForward(F, read, use), gradientOf(F, read.f, read.x), 'partial derivative');
};

export const timesDirection = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'c.times-u',
  cites: inReply,
  states: String.raw`\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)\text{ for }\varepsilon>0`,
  says: 'Multiplied by the direction, the difference quotient is the gradient on average. (For f = x³ at 0 and random signs it is ε², not 0.)',
  expects: 'refuted',
  instead: ['c.times-u-quadratic', 'zo.limit'],
  instances: listed(cases, [
    {
      objective: polynomial([1, [3]]),
      point: [0],
      directions: { kind: 'rademacher', dimension: 1 },
      smoothing: 1,
      baseline: 0,
    },
  ]),
  hypotheses: [],
  claim: isGradient,
  cover: {},
  teeth: {},
});

export const exactForQuadratics = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'c.times-u-quadratic',
  cites: inReply,
  states: String.raw`f\text{ quadratic},\ \mathbb E[u_iu_ju_k]=0\implies\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)\text{ for }\varepsilon>0`,
  says: 'For quadratics and directions whose third moments are zero the zeroth-order gradient is the gradient for every ε, not only in the limit.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: SYMMETRIC_KINDS, degree: 2, dimension: 3 }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    zeroThirdMoments({ kind: 'search', breaking: skewedDirections }),
    atMostQuadratic({ kind: 'search', breaking: cubesInSigns }),
  ],
  float64: float64Reference,
  claim: isGradient,
  cover: { 'not linear': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) === 2 } },
  teeth: zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'doubled-covariance', 'skewed-signs'),
});

const quadraticBias = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, half: S): Relation<S> => {
  const read = readCase(F, instance, use, 3);
  const { f, x, smoothing } = read;
  const H = hessianOf(F, f, x);
  const bias = expectedVector(F, readCase(F, instance, reference, 3).atoms, (u) => F.scale(bilinear(F, H, u, u), u));
  const expected = F.axpy(F.mul(half, smoothing), bias, gradientOf(F, f, x));
  return equalVectors(expectedForward(F, read, use), expected, 'coordinate');
};

export const quadraticsExactly = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.quadratic',
  cites: inReply,
  states: String.raw`f\text{ quadratic}\implies\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)+\tfrac\varepsilon2\,\mathbb E[(u^\top Hu)\,u]`,
  says: 'For a quadratic the zeroth-order gradient is off by exactly ε/2 times E[(uᵀHu)u], so that it is exact for all ε or for none.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: EVERY_KIND, degree: 2, dimension: 3 }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    atMostQuadratic({ kind: 'search', breaking: cubesInSigns }),
  ],
  claim: (F, instance, use) => quadraticBias(F, instance, use, F.of(1 / 2)),
  cover: {
    'third moments not all 0': {
      atLeast: 0.2,
      when: ({ directions: { kind } }) => kind === 'skewed' || kind === 'finite' || kind === 'three-spokes',
    },
    'not linear': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) === 2 },
  },
  teeth: {
    ...zerothOrderMistakes('divided-by-two', 'wrong-sign', 'skewed-signs'),
    'no-half': {
      says: 'The term with the second derivatives is not halved.',
      claim: (F, instance, use) => quadraticBias(F, instance, use, F.one),
    },
  },
});

/** What the comments under the article say of the zeroth-order gradient. */
export const zerothOrderCommentLaws: readonly AnyLaw[] = [
  innerProduct,
  meanSquareOfDirections,
  timesDirection,
  exactForQuadratics,
  quadraticsExactly,
];
