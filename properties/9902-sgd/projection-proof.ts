import {
  pythagoreanExpansion,
  segmentGap,
  segmentPoint,
  segmentRegrouping,
} from '../../src/convex/segment-identities.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { atMost, equal, equalVectors, type Relation } from '../../src/scalar/relation.ts';
import { changedCases, type ProjectionCase } from '../instances/descent/projection-case.ts';
import { lambdaAtMostOne, lambdaNonnegative, nearestPointHypotheses } from './projection-hypotheses.ts';
import {
  aboutCases,
  aboutIdentities,
  allCases,
  cites,
  movedOrNot,
  type ReadCase,
  readCase,
  withAngle,
} from './projection-reading.ts';
import { mistakes } from './projection-teeth.ts';
import type { SgdParts } from './subject.ts';

const onSegment = [...nearestPointHypotheses, lambdaNonnegative, lambdaAtMostOne];
const usualMistakes = ['projection-sign', 'ball-moves-interior-points', 'halfspace-not-normalized'] as const;

/** ‖φ − P‖² ≤ ‖φ − (λθ + (1 − λ)P)‖². */
const noPointNearer = <S>(F: Algebra<S>, { phi, theta, lambda, projection }: ReadCase<S>): Relation<S> =>
  atMost(
    F.squaredNorm(F.minus(phi, projection)),
    F.squaredNorm(F.minus(phi, segmentPoint(F, projection, theta, lambda))),
    'squared distance to φ',
  );

/** (P − θ)·(φ − P). */
const innerProduct = <S>({ dot, minus }: Algebra<S>, { phi, theta, projection }: ReadCase<S>): S =>
  dot(minus(projection, theta), minus(phi, projection));

export const minimalOnSegment = law<ProjectionCase, SgdParts>({
  ...aboutIdentities,
  id: 'proj.min-segment',
  cites: cites(20),
  states: String.raw`\|\varphi-\Pi(\varphi)\|\le\|\varphi-\lambda\theta-(1-\lambda)\Pi(\varphi)\|=\|(\varphi-\Pi(\varphi))+\lambda(\Pi(\varphi)-\theta)\|`,
  says: 'No point of the segment from Π(φ) to a point θ of Θ is nearer to φ than Π(φ), θ itself included.',
  hypotheses: onSegment,
  claim: (F, instance, use) => {
    const read = readCase(F, instance, use);
    const { left, right } = segmentRegrouping(F, read.phi, read.projection, read.theta, read.lambda);
    return [noPointNearer(F, read), equalVectors(left, right, 'regrouped: coordinate')];
  },
  cover: { ...movedOrNot, 'λ = 1': { atLeast: 0.2, when: ({ lambda }) => lambda === 1 } },
  teeth: {
    ...mistakes(...usualMistakes),
    'regrouped-with-the-wrong-sign': {
      says: 'φ − (λθ + (1 − λ)P) is taken for (φ − P) − λ(P − θ).',
      claim: (F, instance, use) => {
        const { phi, theta, lambda, projection } = readCase(F, instance, use);
        const right = F.minus(F.minus(phi, projection), F.scale(lambda, F.minus(projection, theta)));
        return equalVectors(F.minus(phi, segmentPoint(F, projection, theta, lambda)), right);
      },
    },
  },
  derivation: ['proj.def'],
});

export const minimalOnRay = law<ProjectionCase, SgdParts>({
  ...aboutCases,
  id: 'proj.min-ray',
  cites: [{ article: '9902', equations: [20], place: 'for λ > 1, which the proof has no use for' }],
  states: String.raw`\|\varphi-\Pi(\varphi)\|\le\|\varphi-\lambda\theta-(1-\lambda)\Pi(\varphi)\|\quad(\lambda\ge0)`,
  says: 'The ray from Π(φ) through a point θ of Θ comes no nearer to φ beyond θ either, although it may leave Θ.',
  instances: changedCases(allCases, (instance, draw) => ({ ...instance, lambda: draw.integer(9, 64) / 8 })),
  hypotheses: [...nearestPointHypotheses, lambdaNonnegative],
  claim: (F, instance, use) => noPointNearer(F, readCase(F, instance, use)),
  cover: movedOrNot,
  teeth: mistakes('ball-moves-interior-points', 'reflection'),
});

export const squared = law<ProjectionCase, SgdParts>({
  ...aboutIdentities,
  id: 'proj.square',
  cites: cites(21),
  states: String.raw`\lambda^2\|\Pi(\varphi)-\theta\|^2+2\lambda(\Pi(\varphi)-\theta)\cdot(\varphi-\Pi(\varphi))\ge0`,
  says: 'The difference of the squared sides of (20) is λ²‖Π(φ) − θ‖² + 2λ(Π(φ) − θ)·(φ − Π(φ)), and not negative.',
  hypotheses: onSegment,
  claim: (F, instance, use) => {
    const { phi, theta, lambda, projection } = readCase(F, instance, use);
    const { left, right } = segmentGap(F, phi, projection, theta, lambda);
    return [equal(left, right, 'difference of the squares'), atMost(F.zero, right, 'its sign')];
  },
  cover: movedOrNot,
  teeth: {
    ...mistakes(...usualMistakes),
    'lambda-not-squared': {
      says: 'The first term has λ instead of λ².',
      claim: (F, instance, use) => {
        const { phi, theta, lambda, projection } = readCase(F, instance, use);
        const { left, right } = segmentGap(F, phi, projection, theta, lambda);
        const size = F.squaredNorm(F.minus(projection, theta));
        return equal(left, F.add(right, F.mul(F.sub(lambda, F.square(lambda)), size)));
      },
    },
  },
  derivation: ['proj.def', 'proj.min-segment'],
});

/** λ‖P − θ‖² + 2 (P − θ)·(φ − P), the left side of A-(22). */
const divided = <S>(F: Algebra<S>, read: ReadCase<S>): S =>
  F.add(F.mul(read.lambda, F.squaredNorm(F.minus(read.projection, read.theta))), F.mul(F.of(2), innerProduct(F, read)));

export const dividedByLambda = law<ProjectionCase, SgdParts>({
  ...aboutIdentities,
  id: 'proj.divide',
  cites: cites(22),
  states: String.raw`\lambda\|\Pi(\varphi)-\theta\|^2+2(\Pi(\varphi)-\theta)\cdot(\varphi-\Pi(\varphi))\ge0`,
  says: 'λ times the left side of (22) is the left side of (21), and (22) holds.',
  hypotheses: onSegment,
  claim: (F, instance, use) => {
    const read = readCase(F, instance, use);
    const quotient = divided(F, read);
    const { right } = segmentGap(F, read.phi, read.projection, read.theta, read.lambda);
    return [equal(F.mul(read.lambda, quotient), right, 'λ times the quotient'), atMost(F.zero, quotient, 'its sign')];
  },
  cover: movedOrNot,
  teeth: {
    ...mistakes(...usualMistakes),
    'first-term-not-divided': {
      says: 'Only the second term is divided by λ.',
      claim: (F, instance, use) => {
        const read = readCase(F, instance, use);
        const { right } = segmentGap(F, read.phi, read.projection, read.theta, read.lambda);
        const kept = F.mul(F.square(read.lambda), F.squaredNorm(F.minus(read.projection, read.theta)));
        return equal(F.mul(read.lambda, F.add(kept, F.mul(F.of(2), innerProduct(F, read)))), right);
      },
    },
  },
  derivation: ['proj.def', 'proj.min-segment', 'proj.square'],
});

export const obtuse = law<ProjectionCase, SgdParts>({
  ...aboutCases,
  id: 'proj.obtuse',
  cites: cites(23),
  states: String.raw`(\Pi(\varphi)-\theta)\cdot(\varphi-\Pi(\varphi))\ge0`,
  says: 'Seen from Π(φ), the point φ and every point of Θ lie at an angle of at least 90 degrees.',
  hypotheses: nearestPointHypotheses,
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    const [toMember, toPoint] = [F.minus(projection, theta), F.minus(phi, projection)];
    return withAngle(F, atMost(F.zero, F.dot(toMember, toPoint), 'inner product'), toMember, toPoint);
  },
  cover: movedOrNot,
  teeth: {
    ...mistakes(...usualMistakes, 'alternating-projections'),
    'inner-product-sign': {
      says: 'The angle is claimed to be at most 90 degrees.',
      claim: (F, instance, use) => atMost(innerProduct(F, readCase(F, instance, use)), F.zero),
    },
  },
  derivation: ['proj.def', 'proj.min-segment', 'proj.square', 'proj.divide'],
});

export const pythagorean = law<ProjectionCase, SgdParts>({
  ...aboutIdentities,
  id: 'proj.pyth',
  cites: cites(24),
  states: String.raw`\|\varphi-\theta\|^2\ge\|\Pi(\varphi)-\theta\|^2+\|\varphi-\Pi(\varphi)\|^2\ge\|\Pi(\varphi)-\theta\|^2`,
  says: 'The squared distance from φ to a point θ of Θ is at least the sum of those from Π(φ) to both; it exceeds the sum by 2(Π(φ) − θ)·(φ − Π(φ)), so that it is equal exactly where (23) is.',
  hypotheses: nearestPointHypotheses,
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    const { left, right } = pythagoreanExpansion(F, phi, projection, theta);
    const toMember = F.squaredNorm(F.minus(projection, theta));
    const sum = F.add(toMember, F.squaredNorm(F.minus(phi, projection)));
    return [
      equal(left, right, 'expanded square'),
      atMost(sum, left, 'sum of the squares'),
      atMost(toMember, sum, 'square to the member'),
    ];
  },
  cover: movedOrNot,
  teeth: {
    ...mistakes(...usualMistakes),
    'inner-product-once': {
      says: 'The inner product is counted once instead of twice.',
      claim: (F, instance, use) => {
        const read = readCase(F, instance, use);
        const { left, right } = pythagoreanExpansion(F, read.phi, read.projection, read.theta);
        return equal(left, F.sub(right, innerProduct(F, read)));
      },
    },
  },
  derivation: ['proj.def', 'proj.min-segment', 'proj.square', 'proj.divide', 'proj.obtuse'],
});

/** The steps of the proof of A-(19), in order, and what they do not need. */
export const projectionProofLaws: readonly AnyLaw[] = [
  minimalOnSegment,
  minimalOnRay,
  squared,
  dividedByLambda,
  obtuse,
  pythagorean,
];
