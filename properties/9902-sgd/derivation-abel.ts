import { z } from 'zod';
import { abelClose, abelSummation } from '../../src/descent/step-identities.ts';
import { IDENTITY_LADDER } from '../../src/law/decide.ts';
import type { NumberStyle } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { simplerData, withoutEntry } from '../../src/law/simplify.ts';
import { exactVector } from '../../src/law/witness.ts';
import type { Algebra, Scalars } from '../../src/scalar/algebra.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, equal, type Relation } from '../../src/scalar/relation.ts';
import { anyOrderOfRates, distanceClaimedSmall, negativeRates } from '../breaking/descent/derivation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { isZero } from '../instances/well-formed.ts';
import { searched } from '../necessity.ts';
import { orLong, ratesOfAnySign, ratioFrom, rationalRuns, severalSteps, stepsBeyond } from './derivation-runs.ts';
import { distanceBound, nonincreasingRates, positiveRates } from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, squaredBounds, squaredDistances, trace } from './subject.ts';

/** Any numbers a_1 … a_{T+1} and any nonzero η_1 … η_T. */
interface AbelCase {
  readonly a: ExactVector;
  readonly rates: ExactVector;
}

const abelCaseSchema: z.ZodType<AbelCase> = z.strictObject({ a: exactVector, rates: exactVector });

const fits = ({ a, rates }: AbelCase): boolean => a.length === rates.length + 1 && !rates.some(isZero);

const STYLES: readonly (readonly [number, NumberStyle])[] = [
  [3, 'integer'],
  [3, 'fraction'],
  [2, 'dyadic'],
  [1, 'log-scale'],
];

const abelCases: Instances<AbelCase> = {
  generate: (draw) => {
    const style = draw.weighted(STYLES);
    const horizon = draw.logUniform(1, 16);
    const sign = (): number => (draw.chance(0.5) ? 1 : -1);
    return {
      a: draw.list(horizon + 1, () => draw.real(style)),
      rates: draw.list(horizon, () => timesExact(sign(), draw.positive(style))),
    };
  },
  *simplify({ a, rates }) {
    for (let t = 0; t < rates.length && rates.length > 1; t++) {
      yield { a: withoutEntry(a, t), rates: withoutEntry(rates, t) };
    }
    yield* simplerData({ a, rates });
  },
  accepts: fits,
  decode: (json) => {
    const instance = abelCaseSchema.parse(json);
    if (!fits(instance)) {
      throw new RangeError(
        `There are ${instance.a.length} numbers a and ${instance.rates.length} rates; give one more a than rates, and nonzero rates.`,
      );
    }
    return instance;
  },
};

/** The first entry of a list said twice and the last left out: rates with an index off by one. */
const delayed = <T>(list: readonly T[]): T[] => [list[0]!, ...list.slice(0, -1)];

/** A-(14), line 1, of the squared distances of a run. */
const abelOfRun =
  (says: <S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]) => Relation<S>) =>
  <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> => {
    const run = trace(F, instance, use);
    return says(F, squaredDistances(F, run), run.rates);
  };

/** A-(14), line 1, of any numbers. */
const abelOfNumbers =
  (says: <S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]) => Relation<S>) =>
  <S>(F: Algebra<S>, { a, rates }: AbelCase): Relation<S> =>
    says(F, F.vector(a), F.vector(rates));

const abelEquality = <S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]): Relation<S> => {
  const { left, right } = abelSummation(F, a, eta);
  return equal(left, right, 'sum by parts');
};

const lastTermForgotten = <S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]): Relation<S> => {
  const { left, right } = abelSummation(F, a, eta);
  return equal(left, F.add(right, F.div(a.at(-1)!, F.mul(F.of(2), eta.at(-1)!))));
};

const missingHalf = <S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]): Relation<S> => {
  const { left, right } = abelSummation(F, a, eta);
  return equal(left, F.mul(F.of(2), right));
};

const rateIndex = <S>(F: Scalars<S>, a: readonly S[], eta: readonly S[]): Relation<S> =>
  equal(abelSummation(F, a, eta).left, abelSummation(F, a, delayed(eta)).right);

const abelStates = String.raw`\sum_{t=1}^T\frac{a_t-a_{t+1}}{2\eta_t}=\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)a_t`;

export const abelLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.abel',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [14], place: 'line 1' }],
  section: SECTIONS.proof,
  states: abelStates,
  says: 'The sum of the progress of all steps, summed by parts; for nonzero rates of any sign and order.',
  expects: 'holds',
  instances: ratesOfAnySign,
  hypotheses: [],
  reference,
  claim: abelOfRun(abelEquality),
  cover: { 'several steps': severalSteps(0.5), 'more than 6 steps': stepsBeyond(6, 0.005) },
  teeth: {
    'last-term-forgotten': { says: 'a_{T+1} is left out.', claim: abelOfRun(lastTermForgotten) },
    'missing-half': { says: 'The right side lacks its factor ½.', claim: abelOfRun(missingHalf) },
    'rate-index-off-by-one': { says: 'The right side has η_{t−1} for η_t.', claim: abelOfRun(rateIndex) },
  },
});

export const abelAnyLaw = law<AbelCase, undefined>({
  id: 'sgd.abel-any',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [14], place: 'line 1' }],
  section: SECTIONS.proof,
  states: abelStates,
  says: 'The same for any numbers a_1 … a_{T+1}: that they are squared distances is not used.',
  expects: 'holds',
  instances: abelCases,
  hypotheses: [],
  reference: undefined,
  claim: abelOfNumbers(abelEquality),
  cover: { 'several rates': { atLeast: 0.5, when: ({ rates }) => rates.length > 1 } },
  teeth: {
    'last-term-forgotten': { says: 'a_{T+1} is left out.', claim: abelOfNumbers(lastTermForgotten) },
    'missing-half': { says: 'The right side lacks its factor ½.', claim: abelOfNumbers(missingHalf) },
    'rate-index-off-by-one': { says: 'The right side has η_{t−1} for η_t.', claim: abelOfNumbers(rateIndex) },
  },
});

const abelBoundClaim = <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts, shareOfD2: S): Relation<S> => {
  const run = trace(F, instance, use);
  const summed = abelSummation(F, squaredDistances(F, run), run.rates).right;
  const D2 = F.mul(shareOfD2, squaredBounds(F, instance, run).squaredDistance);
  return atMost(summed, abelClose(F, D2, run.rates).left, 'summed by parts');
};

export const abelBoundLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.abel-bound',
  version: 1,
  cites: [{ article: '9902', equations: [14], place: 'line 2' }],
  section: SECTIONS.proof,
  states: String.raw`\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)a_t\le\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)D^2`,
  says: 'With nonincreasing rates every a_t up to T may be replaced by D², and −a_{T+1} dropped.',
  expects: 'holds',
  instances: orLong(rationalRuns),
  hypotheses: [
    nonincreasingRates(searched(anyOrderOfRates)),
    positiveRates(searched(negativeRates)),
    distanceBound(searched(distanceClaimedSmall)),
    {
      name: 'last-distance-nonnegative',
      says: 'a_{T+1} ≥ 0.',
      holds: () => true,
      necessity: { kind: 'not-separable', because: 'a_{T+1} is a squared distance.' },
    },
  ],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => abelBoundClaim(F, instance, use, F.one),
  cover: {
    'several steps': severalSteps(0.5),
    'bound within a factor 2': ratioFrom(0.5, 0.05),
    'more than 6 steps': stepsBeyond(6, 0.005),
  },
  teeth: {
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: (F, instance, use) => abelBoundClaim(F, instance, use, F.div(F.one, F.of(4))),
    },
    'increments-reversed': {
      says: 'The increments are 1/(2η_{t−1}) − 1/(2η_t).',
      claim: (F, instance, use) => {
        const run = trace(F, instance, use);
        const a = squaredDistances(F, run);
        const { squaredDistance } = squaredBounds(F, instance, run);
        const first = F.div(squaredDistance, F.mul(F.of(2), run.rates[0]!));
        const increments = F.sub(abelClose(F, squaredDistance, run.rates).left, first);
        return atMost(abelSummation(F, a, run.rates).right, F.sub(first, increments));
      },
    },
  },
  derivation: ['sgd.abel'],
});

const abelCloseClaim =
  (says: <S>(F: Scalars<S>, D2: S, eta: readonly S[]) => Relation<S>) =>
  <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> => {
    const run = trace(F, instance, use);
    return says(F, squaredBounds(F, instance, run).squaredDistance, run.rates);
  };

export const abelCloseLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.abel-close',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [14], place: 'line 3' }],
  section: SECTIONS.proof,
  states: String.raw`\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)D^2=\frac{D^2}{2\eta_T}`,
  says: 'The increments of 1/(2η_t) add up, so that only the last rate is left; for nonzero rates of any sign and order.',
  expects: 'holds',
  instances: ratesOfAnySign,
  hypotheses: [],
  reference,
  claim: abelCloseClaim((F, D2, eta) => {
    const { left, right } = abelClose(F, D2, eta);
    return equal(left, right, 'telescoped');
  }),
  cover: { 'several steps': severalSteps(0.5), 'more than 6 steps': stepsBeyond(6, 0.005) },
  teeth: {
    'first-rate-for-last': {
      says: 'What is left is D²/(2η_1).',
      claim: abelCloseClaim((F, D2, eta) => equal(abelClose(F, D2, eta).left, F.div(D2, F.mul(F.of(2), eta[0]!)))),
    },
    'missing-half': {
      says: 'What is left is D²/η_T.',
      claim: abelCloseClaim((F, D2, eta) => equal(abelClose(F, D2, eta).left, F.div(D2, eta.at(-1)!))),
    },
  },
});

/** A-(14), line by line. */
export const abelLaws: readonly AnyLaw[] = [abelLaw, abelAnyLaw, abelBoundLaw, abelCloseLaw];
