import { z } from 'zod';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { orderKeepingRate, rewardRange } from '../../../src/policy/ascent.ts';
import { similarlyOrdered } from '../../../src/policy/rearrangement.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, ratio, sameExact, toDouble } from '../../../src/scalar/exact.ts';
import { asExact, plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading as Q } from '../../../src/scalar/rational-reading.ts';
import { atMost, below, equal, type Relation } from '../../../src/scalar/relation.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { largeAscent, negativeAscent, unequalStart } from '../../breaking/policy/ascents.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { type AscentCase, ascentCases, firstSteps, isSmallRate } from '../../instances/policy/ascent-case.ts';
import { isPositive } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';
import { type Ascending, gapVelocities, gradientMistakes, pairsOf, reference } from './ascent-reading.ts';

const aboutAscent = {
  version: 1,
  cites: [{ article: '7737', equations: [2, 4], place: 'what the text after (3) may hope for' }],
  section: SECTIONS.rearrangement,
  expects: 'holds',
  subject: 'logit gradient',
  reference,
} as const;

/** Pairs in the same order by probability and reward, and not tied in both, stay so strictly. */
const orderKept = <S>(F: Algebra<S>, instance: AscentCase, use: Ascending): Relation<S> =>
  pairsOf(F, instance, use)
    .filter(({ order: [p, r] }) => p >= 0 && r >= 0 && p + r > 0)
    .map(({ name, gapAfter }) => below(F.zero, gapAfter(), name));

const positiveRate: Hypothesis<AscentCase> = {
  name: 'positive-rate',
  says: 'η > 0.',
  holds: ({ rate }) => isPositive(rate),
  necessity: { kind: 'search', breaking: negativeAscent },
};

const startsOrdered = ({ weights, rewards }: AscentCase): boolean =>
  similarlyOrdered(Q, Q.vector(weights), Q.vector(rewards));

export const ascentKeepsOrder = law<AscentCase, Ascending>({
  ...aboutAscent,
  id: 'pg.ascent-order',
  states: String.raw`0<\eta\le\frac{8\tau^2}{\max r-\min r},\ p_i\ge p_j,\ r_i\ge r_j\text{, not both equal}\implies z_i'>z_j',\quad z'=z+\frac\eta\tau\,p\circ(r-\bar r)`,
  says: 'A step of gradient ascent on the logits, of rate at most 8τ²/(max r − min r), leaves any two classes in the order of their rewards if they were in it; so policies ranked as the rewards stay ranked so.',
  instances: ascentCases,
  hypotheses: [
    positiveRate,
    {
      name: 'small-rate',
      says: 'η (max r − min r) ≤ 8τ².',
      holds: isSmallRate,
      necessity: { kind: 'search', breaking: largeAscent },
    },
  ],
  claim: orderKept,
  cover: {
    'ranked as the rewards at the start': { atLeast: 0.5, when: startsOrdered },
    'not ranked so': { atLeast: 0.05, when: (instance) => !startsOrdered(instance) },
    'a tie of probabilities': {
      atLeast: 0.12,
      when: ({ weights }) => new Set(weights.map(String)).size < weights.length,
    },
  },
  teeth: {
    ...gradientMistakes,
    'rate-doubled': {
      says: 'Twice the rate is taken to be small enough.',
      claim: (F, instance, use) => orderKept(F, { ...instance, rate: timesExact(2, instance.rate) }, use),
    },
  },
});

/** Weights 1 + δ, 1, 2 + δ with the rewards 0, 0, Δ. */
interface Margin {
  readonly margin: Exact;
  readonly range: Exact;
  readonly temperature: Exact;
}

const marginSchema: z.ZodType<Margin> = z.strictObject({
  margin: exactNumber,
  range: exactNumber,
  temperature: exactNumber,
});

/** The step at a multiple of the largest rate that keeps the order, 8τ²/Δ. */
const hardestStep = ({ margin, range, temperature }: Margin, multiple: Exact): AscentCase => {
  const rewards = [0, 0, range];
  const most = asExact(orderKeepingRate(Q, Q.vector(rewards), Q.of(temperature)));
  return {
    weights: [plusExact(1, margin), 1, plusExact(2, margin)],
    rewards,
    temperature,
    rate: timesExact(multiple, most),
  };
};

/** The gap of the first two classes after the step. */
const firstGap = <S>(F: Algebra<S>, margin: Margin, multiple: Exact, use: Ascending): S =>
  pairsOf(F, hardestStep(margin, multiple), use)[0]!.gapAfter();

/** 1 + c δ²/8, which is 8 + c δ² of what 8 is. */
const beyondEight = (margin: Exact, c: Exact): Exact =>
  plusExact(1, timesExact(timesExact(c, 1 / 8), timesExact(margin, margin)));

export const ascentSharp = law<Margin, Ascending>({
  ...aboutAscent,
  id: 'pg.ascent-order-sharp',
  states: String.raw`p\propto(1+\delta,1,2+\delta),\ r=(0,0,\Delta):\quad z_1'>z_2'\text{ at }\eta=\frac{8\tau^2}\Delta,\qquad z_1'<z_2'\text{ at }\eta=\Big(8+\tfrac23\delta^2\Big)\frac{\tau^2}\Delta`,
  says: 'The 8 of pg.ascent-order cannot be replaced by anything larger: with two nearly equal classes and a third of half the probability, any rate beyond 8 by two thirds of the squared margin exchanges the two.',
  instances: plainData<Margin>({
    schema: marginSchema,
    generate: (draw) => ({
      margin: draw.chance(0.5) ? 2 ** -draw.integer(0, 12) : draw.positive('fraction', 4),
      range: draw.positive('integer', 4),
      temperature: draw.positive('dyadic', 4),
    }),
    require: ({ margin, range, temperature }) => {
      positive('margin', margin);
      positive('range', range);
      positive('temperature', temperature);
    },
  }),
  hypotheses: [],
  claim: (F, instance, use) => [
    below(F.zero, firstGap(F, instance, 1, use), 'the gap at 8'),
    below(firstGap(F, instance, beyondEight(instance.margin, ratio(2, 3)), use), F.zero, 'the gap beyond 8'),
  ],
  cover: { 'a margin below 1/100': { atLeast: 0.1, when: ({ margin }) => toDouble(margin) < 0.01 } },
  teeth: {
    'temperature-multiplied': gradientMistakes['temperature-multiplied'],
    'half-the-excess': {
      says: 'A third of δ² more than 8 is taken to be enough.',
      claim: (F, instance, use) => below(firstGap(F, instance, beyondEight(instance.margin, ratio(1, 3)), use), F.zero),
    },
  },
});

export const firstStepOrders = law<AscentCase, Ascending>({
  ...aboutAscent,
  id: 'pg.ascent-first',
  states: String.raw`z=(c,\dots,c),\ \eta>0\implies z_i'-z_j'\text{ has the sign of }r_i-r_j`,
  says: 'From equal logits one step of gradient ascent, of any positive rate, ranks all classes as their rewards; in particular the prediction is then one of highest reward.',
  instances: firstSteps,
  hypotheses: [
    positiveRate,
    {
      name: 'equal-logits',
      says: 'All logits are equal at the start.',
      holds: ({ weights }) => weights.every((a) => sameExact(a, weights[0]!)),
      necessity: { kind: 'search', breaking: unequalStart },
    },
  ],
  claim: (F, instance, use) =>
    pairsOf(F, instance, use).map(({ name, order, gapAfter }) =>
      equal(F.of(F.compare(gapAfter(), F.zero)), F.of(order[1]), `${name}: the sign of the gap`),
    ),
  cover: {
    'a tie of rewards': { atLeast: 0.2, when: ({ rewards }) => new Set(rewards.map(String)).size < rewards.length },
  },
  teeth: { 'gradient-sign': gradientMistakes['gradient-sign'] },
});

export const flowKeepsOrder = law<AscentCase, Ascending>({
  ...aboutAscent,
  id: 'pg.order-flow',
  states: String.raw`p_i\ge p_j,\ r_i\ge r_j\implies-\frac d{dt}(z_i-z_j)\le\frac{\max r-\min r}\tau\,(1-p_i-p_j)(p_i-p_j),\qquad\dot z=\nabla_zS`,
  says: 'Along the gradient flow of the logits, two classes in the order of their rewards approach each other at most in proportion to the difference of their probabilities. So they never pass each other: a policy ranked as the rewards stays ranked so for all time.',
  instances: ascentCases,
  hypotheses: [],
  claim: (F, instance, use) => {
    const { add, div, mul, neg, one, sub } = F;
    const pull = div(rewardRange(F, F.vector(instance.rewards)), F.of(instance.temperature));
    return gapVelocities(F, instance, use).map(({ name, pi, pj, opening }) =>
      atMost(neg(opening), mul(pull, mul(sub(one, add(pi, pj)), sub(pi, pj))), name),
    );
  },
  cover: {
    'ranked as the rewards': { atLeast: 0.5, when: startsOrdered },
    'two classes approach each other as fast as they may': {
      atLeast: 0.08,
      when: (_instance, share) => share !== undefined && share > 1 - 2 ** -30,
    },
  },
  teeth: gradientMistakes,
});

export const flowWidens = law<AscentCase, Ascending>({
  ...aboutAscent,
  id: 'pg.order-flow-widens',
  expects: 'refuted',
  instead: ['pg.order-flow'],
  states: String.raw`p_i\ge p_j,\ r_i\ge r_j\implies\frac d{dt}(z_i-z_j)\ge0`,
  says: 'Along the gradient flow, two classes in the order of their rewards move apart. (Not so: of two classes below the mean reward the more probable one falls faster; they approach, but never pass.)',
  instances: listed(ascentCases, [{ weights: [2, 1, 4], rewards: [0, 0, 1], temperature: 1, rate: 1 }]),
  hypotheses: [],
  claim: (F, instance, use) =>
    gapVelocities(F, instance, use).map(({ name, opening }) => atMost(F.zero, opening, name)),
  cover: {},
  teeth: {},
});

/** When gradient ascent ranks the classes as their rewards. */
export const ascentLaws: readonly AnyLaw[] = [
  ascentKeepsOrder,
  ascentSharp,
  firstStepOrders,
  flowKeepsOrder,
  flowWidens,
];
