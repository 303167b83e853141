import { segmentPoint } from '../../src/convex/segment-identities.ts';
import type { ConvexLoss } from '../../src/descent/loss.ts';
import { IDENTITY_LADDER } from '../../src/law/decide.ts';
import { type AnyLaw, type Hypothesis, law, type Necessity } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, below, equal, type Relation } from '../../src/scalar/relation.ts';
import { mixedConvexity, negatedLosses } from '../breaking/descent/derivation.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import { isZero } from '../instances/well-formed.ts';
import { type ModelLoss, modelLossValue, modelSubgradient } from '../model.ts';
import { searched } from '../necessity.ts';
import { mixture, rationalRuns } from './derivation-runs.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, trace } from './subject.ts';

/** A loss L and two points: an iterate and the comparator. */
interface Pair<S> {
  readonly name: string;
  readonly loss: ModelLoss;
  readonly from: Vector<S>;
  readonly to: Vector<S>;
  /** A position between 0 and 1 on the segment: 1/3, 1/4, 1/5, … at steps 1, 2, 3, … */
  readonly lambda: S;
}

/** A statement about every loss L_t of a run and the pair θ_t, c. */
const atEveryPair =
  (says: <S>(F: Algebra<S>, pair: Pair<S>) => Relation<S>) =>
  <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> => {
    const { iterates, comparator } = trace(F, instance, use);
    return instance.losses.map((loss, t) => {
      const from = iterates[t]!;
      if (isConstantBetween(F, loss, from, comparator)) return [];
      const lambda = F.div(F.one, F.of(t + 3));
      return says(F, { name: `step ${t + 1}`, loss, from, to: comparator, lambda });
    });
  };

/** At equal margins a logistic loss is constant, and both sides of every comparison are equal: seen before exp is. */
export const isConstantBetween = <S>(F: Algebra<S>, loss: ModelLoss, from: Vector<S>, to: Vector<S>): boolean =>
  loss.kind === 'logistic' && F.sign(F.dot(F.vector(loss.feature), F.minus(to, from))) === 0;

/** L(θ₁) + (θ₂ − θ₁)·g(θ₁), the tangent plane at θ₁ seen from θ₂. */
const tangent = <S>(F: Algebra<S>, loss: ModelLoss, at: Vector<S>, seenFrom: Vector<S>): S =>
  F.add(modelLossValue(F, loss, at), slope(F, loss, at, seenFrom));

/** (θ₂ − θ₁)·g(θ₁). */
const slope = <S>(F: Algebra<S>, loss: ModelLoss, at: Vector<S>, seenFrom: Vector<S>): S =>
  F.dot(F.minus(seenFrom, at), modelSubgradient(F, loss, at));

/** A-(9): (θ₂ − θ₁)·g(θ₁) ≤ L(θ₂) − L(θ₁). */
const tangentBelow = <S>(F: Algebra<S>, loss: ModelLoss, at: Vector<S>, to: Vector<S>, name: string): Relation<S> =>
  atMost(slope(F, loss, at, to), F.sub(modelLossValue(F, loss, to), modelLossValue(F, loss, at)), name);

/** (1 − λ) L(a) + λ L(b). */
const chord = <S>(F: Algebra<S>, { loss, from, to, lambda }: Pair<S>): S =>
  F.add(F.mul(F.sub(F.one, lambda), modelLossValue(F, loss, from)), F.mul(lambda, modelLossValue(F, loss, to)));

const isAffine = (loss: ConvexLoss): boolean => {
  switch (loss.kind) {
    case 'linear':
      return true;
    case 'quadratic':
      return isZero(loss.curvature);
    case 'max-affine':
      return loss.slopes.every((other) => sameVector(other, loss.slopes[0]!));
    default:
      return loss.feature.every(isZero);
  }
};

const sameVector = (u: ExactVector, v: ExactVector): boolean =>
  u.every((x, i) => atMostExact(x, v[i]!) && atMostExact(v[i]!, x));

/** Convexity as a property of the function, not of the points at which a run meets it. */
export const convexFunctions = (necessity: Necessity<OnlineRun>): Hypothesis<OnlineRun> => ({
  name: 'convex-losses',
  says: 'Every loss is a convex function: the negative of one only where it is affine.',
  holds: ({ losses }) =>
    losses.every((loss) => {
      if (loss.kind === 'negated') return isAffine(loss.loss);
      return loss.kind !== 'quadratic' || atMostExact(0, loss.curvature);
    }),
  necessity,
});

/**
 * Rational runs of every kind of loss but the logistic one, and short runs on a ball or with logistic losses. Margins of
 * those stay below 100, because exp of a large one is nearer to 0 than the sharpest intervals can tell.
 */
const convexRuns = mixture([
  [32, rationalRuns],
  [3, onlineRuns({ sets: ['ball'], losses: ['quadratic', 'absolute'], schedules: ['constant'], horizon: 1 })],
  [1, onlineRuns({ sets: ['box'], losses: ['logistic'], schedules: ['constant'], horizon: 1, dimension: 4 })],
]);

const curved = {
  atLeast: 0.5,
  when: ({ losses }: OnlineRun): boolean => losses.some((loss) => loss.kind !== 'negated' && !isAffine(loss)),
};

export const convexityLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.cvx',
  version: 1,
  cites: [{ article: '9902', equations: [9] }],
  section: SECTIONS.proof,
  states: String.raw`L(\theta_2)-L(\theta_1)\ge(\theta_2-\theta_1)\cdot g(\theta_1)`,
  says: 'A convex loss lies nowhere below its tangent planes, at every pair of an iterate and the comparator, both ways.',
  expects: 'holds',
  instances: convexRuns,
  hypotheses: [convexFunctions(searched(negatedLosses))],
  reference,
  claim: atEveryPair((F, { name, loss, from, to }) => [
    tangentBelow(F, loss, from, to, `${name}: tangent at the iterate`),
    tangentBelow(F, loss, to, from, `${name}: tangent at the comparator`),
  ]),
  cover: { 'a loss is not affine': curved },
  teeth: {
    strict: {
      says: 'The tangent plane lies strictly below the loss.',
      claim: atEveryPair((F, { loss, from, to }) => below(tangent(F, loss, from, to), modelLossValue(F, loss, to))),
    },
    'gradient-at-the-other-end': {
      says: 'The gradient is taken at θ₂.',
      claim: atEveryPair((F, { loss, from, to }) =>
        atMost(F.neg(slope(F, loss, to, from)), F.sub(modelLossValue(F, loss, to), modelLossValue(F, loss, from))),
      ),
    },
    'gradient-sign': {
      says: 'The gradient has the wrong sign.',
      claim: atEveryPair((F, { loss, from, to }) =>
        atMost(F.neg(slope(F, loss, from, to)), F.sub(modelLossValue(F, loss, to), modelLossValue(F, loss, from))),
      ),
    },
  },
});

export const equivalenceLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.cvx-equivalent',
  version: 1,
  cites: [{ article: '9902', equations: [9] }],
  section: SECTIONS.proof,
  states: String.raw`\lambda\,g(a)\cdot(b-a)\le L(a+\lambda(b-a))-L(a)\le\lambda(L(b)-L(a)),\quad(g(b)-g(a))\cdot(b-a)\ge0`,
  says: 'The other faces of convexity: the loss lies between its tangent and its chord, second differences and the change of the gradient along a segment are not negative.',
  expects: 'holds',
  instances: convexRuns,
  hypotheses: [convexFunctions(searched(negatedLosses))],
  reference,
  claim: atEveryPair((F, pair) => {
    const { name, loss, from, to, lambda } = pair;
    const value = modelLossValue(F, loss, segmentPoint(F, from, to, lambda));
    const half = F.div(F.one, F.of(2));
    const middle = modelLossValue(F, loss, segmentPoint(F, from, to, half));
    const [atFrom, atTo] = [modelLossValue(F, loss, from), modelLossValue(F, loss, to)];
    return [
      atMost(F.add(atFrom, F.mul(lambda, slope(F, loss, from, to))), value, `${name}: above the tangent`),
      atMost(value, chord(F, pair), `${name}: below the chord`),
      atMost(F.mul(F.of(2), middle), F.add(atFrom, atTo), `${name}: second difference`),
      atMost(slope(F, loss, from, to), F.neg(slope(F, loss, to, from)), `${name}: gradients`),
    ];
  }),
  cover: { 'a loss is not affine': curved },
  teeth: {
    'weights-swapped': {
      says: 'The chord is taken with λ and 1 − λ exchanged.',
      claim: atEveryPair((F, pair) =>
        atMost(
          modelLossValue(F, pair.loss, segmentPoint(F, pair.from, pair.to, pair.lambda)),
          chord(F, { ...pair, lambda: F.sub(F.one, pair.lambda) }),
        ),
      ),
    },
    'chord-below': {
      says: 'The chord lies below the loss.',
      claim: atEveryPair((F, pair) =>
        atMost(chord(F, pair), modelLossValue(F, pair.loss, segmentPoint(F, pair.from, pair.to, pair.lambda))),
      ),
    },
  },
  derivation: ['sgd.cvx'],
});

/** The gap of Jensen's inequality, and its two tangent gaps at the point between, weighted. */
const jensen = <S>(F: Algebra<S>, pair: Pair<S>, weight: S): Relation<S> => {
  const { name, loss, from, to, lambda } = pair;
  const between = segmentPoint(F, from, to, lambda);
  const gap = (end: Vector<S>): S => F.sub(modelLossValue(F, loss, end), tangent(F, loss, between, end));
  return equal(
    F.sub(chord(F, pair), modelLossValue(F, loss, between)),
    F.add(F.mul(F.sub(F.one, weight), gap(from)), F.mul(weight, gap(to))),
    name,
  );
};

export const jensenLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.cvx-jensen',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [9] }],
  section: SECTIONS.proof,
  states: String.raw`(1-\lambda)L(a)+\lambda L(b)-L(m)=(1-\lambda)\,[L(a)-L(m)-(a-m)\cdot g(m)]+\lambda\,[L(b)-L(m)-(b-m)\cdot g(m)]`,
  says: 'Why A-(9) for all pairs implies convexity: the gap of Jensen’s inequality at m is the weighted sum of two gaps of A-(9) at m, for any function at all.',
  expects: 'holds',
  instances: mixedConvexity(rationalRuns),
  hypotheses: [],
  reference,
  claim: atEveryPair((F, pair) => jensen(F, pair, pair.lambda)),
  cover: {
    'a loss is not convex': { atLeast: 0.2, when: ({ losses }) => losses.some(({ kind }) => kind === 'negated') },
  },
  teeth: {
    'weights-swapped': {
      says: 'The gaps are weighted with λ and 1 − λ exchanged.',
      claim: atEveryPair((F, pair) => jensen(F, pair, F.sub(F.one, pair.lambda))),
    },
  },
});

/** A-(9) and what it is equivalent to. */
export const convexityLaws: readonly AnyLaw[] = [convexityLaw, equivalenceLaw, jensenLaw];
