import { isTrue } from '../../../src/law/decide.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law, type Tooth } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import type { Atom } from '../../../src/zeroth-order/directions.ts';
import { type Objective, sampledEstimate } from '../../../src/zeroth-order/estimator.ts';
import {
  leaveOneOutEstimate,
  ownMeanBaselineEstimate,
  ownOptimalBaselineEstimate,
} from '../../../src/zeroth-order/sampled-baseline.ts';
import { samplesOfManyLengths, samplesOfOtherMeans } from '../../breaking/zeroth-order/cases.ts';
import { listed } from '../../instances/plain-data.ts';
import { type DirectionSamples, directionSamples } from '../../instances/zeroth-order/direction-samples.ts';
import { polynomial } from '../../instances/zeroth-order/objectives.ts';
import { RATIONAL_KINDS } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { meanZero, someDirection } from './hypotheses.ts';
import { expectedForward, readCase, reference } from './subject.ts';

/** An estimate from N directions. */
type SampledEstimate = <S>(
  F: Algebra<S>,
  f: Objective,
  x: Vector<S>,
  directions: readonly Vector<S>[],
  smoothing: S,
) => Vector<S>;

const about = {
  version: 1,
  section: SECTIONS.zerothOrderBaseline,
  subject: 'estimate from several directions',
} as const;

/** The mean of the estimate over all samples of N independent directions. */
function meanEstimate<S>(F: Algebra<S>, instance: DirectionSamples, estimate: SampledEstimate): Vector<S> {
  const { f, x, atoms, smoothing } = readCase(F, instance, reference);
  let samples: readonly { readonly directions: readonly Vector<S>[]; readonly probability: S }[] = [
    { directions: [], probability: F.one },
  ];
  for (let n = 0; n < instance.samples; n++) {
    samples = samples.flatMap(({ directions, probability }) =>
      atoms.map((atom) => ({
        directions: [...directions, atom.direction],
        probability: F.mul(probability, atom.probability),
      })),
    );
  }
  return samples
    .map(({ directions, probability }) => F.scale(probability, estimate(F, f, x, directions, smoothing)))
    .reduce((sum, term) => F.plus(sum, term));
}

/** The mean of the estimate is this many times the zeroth-order gradient B-(11). */
const isMultiple = <S>(F: Algebra<S>, instance: DirectionSamples, estimate: SampledEstimate, factor: S): Relation<S> =>
  equalVectors(
    meanEstimate(F, instance, estimate),
    F.scale(factor, expectedForward(F, readCase(F, instance, reference), reference)),
    'mean, coordinate',
  );

/** P(u ≠ 0). */
const probabilityOfMoving = <S>(F: Algebra<S>, atoms: readonly Atom<S>[]): S =>
  F.sum(atoms.filter(({ direction }) => F.compare(F.squaredNorm(direction), F.zero) !== 0).map((a) => a.probability));

/** 1 − (1 − (1 − q)ᴺ)/(qN) with q = P(u ≠ 0); 1 − 1/N where u is never 0. */
function shrinkage<S>(F: Algebra<S>, instance: DirectionSamples): S {
  const { atoms } = readCase(F, instance, reference);
  const q = probabilityOfMoving(F, atoms);
  let allStill = F.one;
  for (let n = 0; n < instance.samples; n++) allStill = F.mul(allStill, F.sub(F.one, q));
  return F.sub(F.one, F.div(F.sub(F.one, allStill), F.mul(q, F.of(instance.samples))));
}

const ownLengths: Hypothesis<DirectionSamples> = {
  name: 'one-length-or-zero',
  says: 'Every direction is 0 or has one and the same length.',
  holds: (instance) =>
    isTrue((F) => {
      const squares = readCase(F, instance, reference).atoms.map(({ direction }) => F.squaredNorm(direction));
      const longest = squares.reduce(F.max);
      return squares.map((square) => equal(F.mul(square, F.sub(longest, square)), F.zero));
    }),
  necessity: { kind: 'search', breaking: samplesOfManyLengths },
};

/** Directions of one length in up to two dimensions, or three-point ones on the line, which are 0 three times in four. */
const oneLengthOrZero: Instances<DirectionSamples> = (() => {
  const moving = directionSamples({
    kinds: [
      [4, 'rademacher'],
      [1, 'coordinate'],
      [1, 'three-spokes'],
    ],
    degree: 3,
    dimension: 2,
  });
  const onTheLine = directionSamples({ kinds: [[1, 'three-point']], degree: 3, dimension: 1 });
  return { ...moving, generate: (draw) => (draw.chance(0.35) ? onTheLine : moving).generate(draw) };
})();

const biasedMistakes = {
  'thought-unbiased': {
    says: 'The mean is taken to be that with the true optimal baseline.',
    claim: (F, instance, estimate) => isMultiple(F, instance, estimate, F.one),
  },
  'summed-not-averaged': {
    says: 'The estimates are added up, not averaged.',
    use: (F, f, x, directions, smoothing) =>
      F.scale(F.of(directions.length), ownOptimalBaselineEstimate(F, f, x, directions, smoothing)),
  },
} as const satisfies Record<string, Tooth<DirectionSamples, SampledEstimate>>;

export const ownOptimalBaseline = law<DirectionSamples, SampledEstimate>({
  ...about,
  id: 'zo.sample-b',
  cites: [{ article: '7737', equations: [15], place: 'estimated with finitely many samples' }],
  states: String.raw`\|u\|\in\{0,c\},\ q=\mathbb P(u\ne0):\quad\mathbb E\,\hat g=\left(1-\frac{1-(1-q)^N}{qN}\right)\tilde\nabla f`,
  says: 'With B-(15) estimated from the same N directions the estimate is biased: by the factor 1 − 1/N for random signs; for three-point directions on the line by 1/8 with two of them, 11/48 with three.',
  expects: 'holds',
  instances: oneLengthOrZero,
  hypotheses: [meanZero({ kind: 'search', breaking: samplesOfOtherMeans }), ownLengths, someDirection()],
  reference: ownOptimalBaselineEstimate,
  claim: (F, instance, estimate) => isMultiple(F, instance, estimate, shrinkage(F, instance)),
  cover: {
    'directions that may be 0': { atLeast: 0.1, when: ({ directions }) => directions.kind === 'three-point' },
    'three samples': { atLeast: 0.2, when: ({ samples }) => samples === 3 },
  },
  teeth: biasedMistakes,
});

export const ownOptimalBaselineUnbiased = law<DirectionSamples, SampledEstimate>({
  ...about,
  id: 'zo.sample-b-unbiased',
  cites: [{ article: '7737', equations: [15], place: 'estimated with finitely many samples' }],
  states: String.raw`\mathbb E\,\hat g=\tilde\nabla f`,
  says: 'Estimating B-(15) from the same directions leaves the mean as it is. (With two random signs and f = x it halves it.)',
  expects: 'refuted',
  instead: ['zo.sample-b', 'zo.leave-one-out'],
  instances: listed(directionSamples({ kinds: [[1, 'rademacher']], degree: 1, dimension: 1 }), [
    {
      objective: polynomial([1, [1]]),
      point: [0],
      directions: { kind: 'rademacher', dimension: 1 },
      smoothing: 1,
      baseline: 0,
      samples: 2,
    },
  ]),
  hypotheses: [],
  reference: ownOptimalBaselineEstimate,
  claim: (F, instance, estimate) => isMultiple(F, instance, estimate, F.one),
  cover: {},
  teeth: {},
});

const dimensionCover = {
  'two dimensions': { atLeast: 0.2, when: ({ point }: DirectionSamples) => point.length > 1 },
  'three samples': { atLeast: 0.05, when: ({ samples }: DirectionSamples) => samples === 3 },
} as const;

export const ownMeanBaseline = law<DirectionSamples, SampledEstimate>({
  ...about,
  id: 'zo.sample-mean',
  cites: [{ article: '7737', equations: [10, 14], place: 'the mean of the same samples as baseline' }],
  states: String.raw`b=\frac1N\sum_if(x+\varepsilon u_i)\implies\mathbb E\,\hat g=\left(1-\frac1N\right)\tilde\nabla f`,
  says: 'With the mean of the same N values as its baseline the estimate is 1 − 1/N of what it should be, whatever the directions.',
  expects: 'holds',
  instances: directionSamples({ kinds: RATIONAL_KINDS, degree: 3, dimension: 2 }),
  hypotheses: [meanZero({ kind: 'search', breaking: samplesOfOtherMeans })],
  reference: ownMeanBaselineEstimate,
  claim: (F, instance, estimate) =>
    isMultiple(F, instance, estimate, F.sub(F.one, F.div(F.one, F.of(instance.samples)))),
  cover: dimensionCover,
  teeth: {
    'thought-unbiased': biasedMistakes['thought-unbiased'],
    'weighted-baseline': {
      says: 'The baseline is B-(15) on the sample, not the mean.',
      use: ownOptimalBaselineEstimate,
    },
  },
});

export const leaveOneOut = law<DirectionSamples, SampledEstimate>({
  ...about,
  id: 'zo.leave-one-out',
  cites: [{ article: '7737', equations: [15], place: 'estimated with finitely many samples' }],
  states: String.raw`b_i=\frac1{N-1}\sum_{j\ne i}f(x+\varepsilon u_j)\implies\mathbb E\,\hat g=\tilde\nabla f`,
  says: 'With the mean over the other directions as the baseline of each one, the estimate keeps its mean.',
  expects: 'holds',
  instances: directionSamples({ kinds: RATIONAL_KINDS, degree: 3, dimension: 2 }, 2),
  hypotheses: [meanZero({ kind: 'search', breaking: samplesOfOtherMeans })],
  reference: leaveOneOutEstimate,
  claim: (F, instance, estimate) => isMultiple(F, instance, estimate, F.one),
  cover: dimensionCover,
  teeth: {
    'own-value-too': { says: 'The baseline takes in the value of its own direction.', use: ownMeanBaselineEstimate },
    'no-baseline-halved': {
      says: 'The estimate is half of the one without a baseline.',
      use: (F, f, x, directions, smoothing) =>
        F.scale(F.of(1 / 2), sampledEstimate(F, f, x, directions, smoothing, F.zero)),
    },
  },
});

/** Baselines estimated from the directions themselves. */
export const zerothOrderSampledLaws: readonly AnyLaw[] = [
  ownOptimalBaseline,
  ownOptimalBaselineUnbiased,
  ownMeanBaseline,
  leaveOneOut,
];
