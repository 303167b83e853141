import { regretBound } from '../../src/descent/regret.ts';
import { constantRateGap } from '../../src/descent/step-identities.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { sameExact } from '../../src/scalar/exact.ts';
import { timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, below, equal, type Relation } from '../../src/scalar/relation.ts';
import { negativeRate, negativeSchedule, nothingToSchedule, unorderedRates } from '../breaking/descent/rates.ts';
import { type BoundCase, boundCases } from '../instances/descent/bound-case.ts';
import { type ScheduleCase, scheduleCases } from '../instances/descent/schedule-case.ts';
import { searched } from '../necessity.ts';
import { horizonBound } from './bounds.ts';
import { nonincreasingSchedule, notBothZero, positiveRate, positiveSchedule } from './rate-hypotheses.ts';
import { SECTIONS } from './sections.ts';

/** A-(4)'s right side and the two quantities that it depends on. */
function partsOfBound<S>(F: Algebra<S>, { squaredDistance, squaredGradient, rates }: ScheduleCase) {
  const { div, mul, of, sum } = F;
  const numbers = { squaredDistance: of(squaredDistance), squaredGradient: of(squaredGradient), rates: rates.map(of) };
  const T = of(rates.length);
  return {
    whole: regretBound(F, numbers),
    /** D² / (2 T η_T). */
    distancePart: div(numbers.squaredDistance, mul(of(2), mul(T, numbers.rates.at(-1)!))),
    /** G² / 2 times the average rate. */
    gradientPart: mul(div(numbers.squaredGradient, of(2)), div(sum(numbers.rates), T)),
  };
}

export const rhsLimit = law<ScheduleCase, undefined>({
  id: 'sgd.rhs-limit',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: 'the text after it' }],
  section: SECTIONS.first,
  states: String.raw`a=\frac{D^2}{2T\eta_T},\ b=\frac{G^2}2\bar\eta:\quad\max(a,b)\le\mathrm{RHS}(4)\le2\max(a,b)`,
  says: 'The bound is within a factor 2 of the larger of D²/(2Tη_T) and G²/2 times the average rate: with D, G > 0 it tends to 0 exactly when Tη_T tends to infinity and the average rate to 0.',
  expects: 'holds',
  instances: scheduleCases,
  hypotheses: [positiveSchedule(searched(negativeSchedule))],
  reference: undefined,
  claim: (F, instance) => {
    const { whole, distancePart, gradientPart } = partsOfBound(F, instance);
    const larger = F.max(distancePart, gradientPart);
    return [
      atMost(larger, whole, 'the larger part'),
      atMost(whole, F.mul(F.of(2), larger), 'twice the larger part'),
      equal(F.add(distancePart, gradientPart), whole, 'the two parts together'),
    ];
  },
  cover: {
    'several rates': { atLeast: 0.4, when: ({ rates }) => rates.length > 1 },
    'no part vanishes': {
      atLeast: 0.7,
      when: (c) => !sameExact(c.squaredDistance, 0) && !sameExact(c.squaredGradient, 0),
    },
  },
  teeth: {
    'smaller-part': {
      says: 'The smaller part alone decides.',
      claim: (F, instance) => {
        const { whole, distancePart, gradientPart } = partsOfBound(F, instance);
        return atMost(whole, F.mul(F.of(2), F.min(distancePart, gradientPart)));
      },
    },
    'first-rate': {
      says: 'The distance part has η_1 in the place of η_T.',
      claim: (F, instance) => {
        const { whole, gradientPart } = partsOfBound(F, instance);
        const first = { ...instance, rates: [...instance.rates.slice(1), instance.rates[0]!] };
        return equal(F.add(partsOfBound(F, first).distancePart, gradientPart), whole);
      },
    },
  },
});

/** D, G, η, √T and both sides of A-(5) for a constant rate. */
function constantRate<S>(F: Algebra<S>, { squaredDistance, squaredGradient, rate, horizon }: BoundCase) {
  const numbers = {
    D: F.sqrt(F.of(squaredDistance)),
    G: F.sqrt(F.of(squaredGradient)),
    eta: F.of(rate),
    rootT: F.sqrt(F.of(horizon)),
  };
  const bound = regretBound(F, {
    squaredDistance: F.of(squaredDistance),
    squaredGradient: F.of(squaredGradient),
    rates: Array.from({ length: horizon }, () => numbers.eta),
  });
  return { ...numbers, bound, best: horizonBound(F, { ...numbers, horizon }), gap: constantRateGap(F, numbers) };
}

/** 0 where the rate is the best one, η = D/(G√T), and 1 elsewhere; written so that G may vanish. */
const missesBest = <S>(F: Algebra<S>, target: S, effect: S): S => F.of(F.compare(target, effect) === 0 ? 0 : 1);

export const amGm = law<BoundCase, undefined>({
  id: 'sgd.amgm',
  version: 1,
  cites: [{ article: '9902', equations: [5] }],
  section: SECTIONS.examples,
  states: String.raw`\frac{D^2}{2T\eta}+\frac{G^2\eta}2-\frac{DG}{\sqrt T}=\frac{(D-G\eta\sqrt T)^2}{2T\eta}\ge0`,
  says: 'A constant rate misses the best bound DG/√T by (D − Gη√T)²/(2Tη), which is at least 0, and 0 only at η = D/(G√T).',
  expects: 'holds',
  instances: boundCases({
    most: 24,
    zeros: 'any',
    tie: ({ squaredGradient, rate, horizon }) =>
      timesExact(timesExact(squaredGradient, timesExact(rate, rate)), horizon),
  }),
  hypotheses: [positiveRate(searched(negativeRate))],
  reference: undefined,
  claim: (F, instance) => {
    const { D, G, eta, rootT, bound, best, gap } = constantRate(F, instance);
    return [
      equal(F.sub(bound, best), gap.left, 'the right side of A-(4)'),
      equal(gap.left, gap.right, 'the identity'),
      equal(
        F.of(F.compare(gap.left, F.zero)),
        missesBest(F, D, F.mul(F.mul(G, eta), rootT)),
        'the sign: 0 at the best rate, + elsewhere',
      ),
    ];
  },
  cover: {
    'the best rate': {
      atLeast: 0.1,
      when: (c) =>
        sameExact(c.squaredDistance, timesExact(timesExact(c.squaredGradient, timesExact(c.rate, c.rate)), c.horizon)),
    },
    'T is not a square': { atLeast: 0.2, when: ({ horizon }) => !Number.isInteger(Math.sqrt(horizon)) },
  },
  teeth: {
    'best-rate-without-root': {
      says: 'The best rate is D/(GT).',
      claim: (F, instance) => {
        const { D, G, eta, gap } = constantRate(F, instance);
        const effect = F.mul(F.mul(G, eta), F.of(instance.horizon));
        return equal(F.of(F.compare(gap.left, F.zero)), missesBest(F, D, effect));
      },
    },
    'half-missing': {
      says: 'The gradient term is G²η, without the ½.',
      claim: (F, instance) => {
        const { G, eta, gap } = constantRate(F, instance);
        return equal(F.add(gap.left, F.div(F.mul(F.square(G), eta), F.of(2))), gap.right);
      },
    },
    'sum-in-the-square': {
      says: 'The square is (D + Gη√T)².',
      claim: (F, instance) => {
        const { D, G, eta, rootT, gap } = constantRate(F, instance);
        const twice = F.mul(F.of(2), F.mul(F.square(rootT), eta));
        return equal(gap.left, F.div(F.square(F.add(D, F.mul(F.mul(G, eta), rootT))), twice));
      },
    },
  },
});

/** The sign of RHS(4) − DG/√T, and what it should be: 0 at the constant rate D/(G√T), + elsewhere. */
function comparedWithBest<S>(F: Algebra<S>, instance: ScheduleCase): Relation<S> {
  const { rates } = instance;
  const D = F.sqrt(F.of(instance.squaredDistance));
  const G = F.sqrt(F.of(instance.squaredGradient));
  const best = horizonBound(F, { D, G, horizon: rates.length });
  const constant = rates.every((rate) => sameExact(rate, rates[0]!));
  const effect = F.mul(F.mul(G, F.of(rates[0]!)), F.sqrt(F.of(rates.length)));
  const isBest = constant && F.compare(D, effect) === 0;
  const bound = partsOfBound(F, instance).whole;
  return isBest ? equal(best, bound, 'at the best rate') : below(best, bound, 'at any other schedule');
}

export const constantIsBest = law<ScheduleCase, undefined>({
  id: 'sgd.constant-is-best',
  version: 1,
  cites: [{ article: '9902', equations: [4, 5], place: 'for every schedule' }],
  section: SECTIONS.beyond,
  states: String.raw`\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t\ge\frac{DG}{\sqrt T},\quad\text{with equality iff }\eta_t\equiv\frac D{G\sqrt T}`,
  says: 'No nonincreasing schedule makes the bound A-(4) smaller than DG/√T, and only the constant rate D/(G√T) reaches it.',
  expects: 'holds',
  instances: scheduleCases,
  hypotheses: [
    nonincreasingSchedule(searched(unorderedRates)),
    positiveSchedule(searched(negativeSchedule)),
    notBothZero(searched(nothingToSchedule)),
  ],
  reference: undefined,
  claim: comparedWithBest,
  cover: {
    'rates that decrease': {
      atLeast: 0.3,
      when: ({ rates }) => !sameExact(rates[0]!, rates.at(-1)!),
    },
    'the best rate': { atLeast: 0.05, when: (_c, ratio) => ratio === undefined },
    'bound within a factor 2': { atLeast: 0.2, when: (_c, ratio) => ratio !== undefined && ratio >= 0.5 },
  },
  teeth: {
    'root-missing': {
      says: 'The best bound is DG, without 1/√T.',
      claim: (F, instance) => {
        const bound = partsOfBound(F, instance).whole;
        return atMost(F.sqrt(F.mul(F.of(instance.squaredDistance), F.of(instance.squaredGradient))), bound);
      },
    },
    'strict-always': {
      says: 'Even the constant rate D/(G√T) is worse than DG/√T.',
      claim: (F, instance) => {
        const D = F.sqrt(F.of(instance.squaredDistance));
        const G = F.sqrt(F.of(instance.squaredGradient));
        return below(horizonBound(F, { D, G, horizon: instance.rates.length }), partsOfBound(F, instance).whole);
      },
    },
  },
});

/** The laws about the right side of A-(4), in the article's order. */
export const rateLaws: readonly AnyLaw[] = [rhsLimit, amGm, constantIsBest];
