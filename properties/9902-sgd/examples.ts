import { averageRegret } from '../../src/descent/regret.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { atMost, below, type Comparison, equal } from '../../src/scalar/relation.ts';
import {
  anyComparatorDecayRuns,
  anyComparatorHorizonRuns,
  atRest,
  concaveDecayRuns,
  concaveHorizonRuns,
  distanceOfStartClaimed,
  negativeAlpha,
  otherDiameter,
  otherGradientBound,
  otherHorizon,
  smallGradientClaimed,
  twoPointDecayRuns,
  twoPointHorizonRuns,
} from '../breaking/descent/example-runs.ts';
import { type BoundCase, boundCases } from '../instances/descent/bound-case.ts';
import { decayRuns } from '../instances/descent/decay-runs.ts';
import { horizonRuns } from '../instances/descent/horizon-runs.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { searched } from '../necessity.ts';
import { type DecayNumbers, decayBound, horizonBound, zinkevichBound } from './bounds.ts';
import { PROJECTED_DERIVATION } from './derivation.ts';
import { stepsBeyond } from './derivation-runs.ts';
import {
  alphaOf,
  boundedSet,
  boundsNotBothZero,
  gradientsWithinBound,
  horizonKnown,
  horizonNumbers,
  rateDefined,
  startWithinDiameter,
} from './example-hypotheses.ts';
import {
  comparatorInside,
  convexLosses,
  convexSet,
  distanceBound,
  gradientBound,
  positiveRates,
  startInside,
} from './hypotheses.ts';
import { positiveRate } from './rate-hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts, squaredBounds, trace } from './subject.ts';
import { gradientSign, increasingRates } from './teeth/parts.ts';

const withinFactor2 = {
  atLeast: 0.06,
  when: (_run: OnlineRun, ratio: number | undefined) => ratio !== undefined && ratio >= 0.5,
};

const startAnywhere = {
  kind: 'proved-unneeded',
  because: 'A-(10)…(15) use only the distances to c, which D bounds wherever the run starts.',
} as const;

/** The average regret of a run with the rate D/(G√T), against `bound`. */
function horizonClaim<S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts, bound = horizonBound<S>): Comparison<S> {
  const { diameter, gradientBound } = horizonNumbers(instance);
  const { losses, comparatorLosses } = trace(F, instance, use);
  const numbers = { D: F.of(diameter), G: F.of(gradientBound), horizon: losses.length };
  return atMost(averageRegret(F, losses, comparatorLosses), bound(F, numbers), 'average regret');
}

export const case1 = law<OnlineRun, SgdParts>({
  id: 'sgd.case1',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.examples,
  states: String.raw`\eta_t=\frac D{G\sqrt T}\ \Rightarrow\ \frac1T\sum_tL(x_t,\theta_t)-\frac1T\sum_tL(x_t,c)\le\frac{DG}{\sqrt T}`,
  says: 'With the constant rate D/(G√T) the average regret is at most DG/√T; D need only bound the distance of the start.',
  expects: 'holds',
  instances: horizonRuns,
  hypotheses: [
    convexLosses(searched(concaveHorizonRuns)),
    convexSet(searched(twoPointHorizonRuns)),
    startInside(startAnywhere),
    comparatorInside(searched(anyComparatorHorizonRuns)),
    startWithinDiameter(searched(otherDiameter)),
    gradientsWithinBound(searched(otherGradientBound)),
    horizonKnown(searched(otherHorizon)),
    rateDefined({
      kind: 'necessary-by-argument',
      because: 'With G = 0 there is no rate D/(G√T), and with D = 0 the rate is 0 and no step is taken.',
    }),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: horizonClaim,
  cover: {
    'bound within a factor 2': withinFactor2,
    'T is not a square': { atLeast: 0.3, when: ({ losses }) => !Number.isInteger(Math.sqrt(losses.length)) },
    'without a projection': { atLeast: 0.06, when: ({ set }) => set.kind === 'space' },
    'more than 32 steps': stepsBeyond(32, 0.005),
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'rate-inverted': {
      says: 'The rate is G/(D√T).',
      use: {
        ...reference,
        rate: (F, schedule, t) =>
          schedule.kind === 'horizon'
            ? reference.rate(F, { ...schedule, diameter: schedule.gradientBound, gradientBound: schedule.diameter }, t)
            : reference.rate(F, schedule, t),
      },
    },
    'bound-halved': {
      says: 'The bound is DG/(2√T).',
      claim: (F, run, use) => horizonClaim(F, run, use, (_F, numbers) => F.div(horizonBound(F, numbers), F.of(2))),
    },
  },
  derivation: PROJECTED_DERIVATION,
});

/** D², G² and α of a run with the rates α/√t, for its first `horizon` steps. */
function decayNumbers<S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts) {
  const run = trace(F, instance, use);
  const alpha = F.of(alphaOf(instance));
  const bounds = squaredBounds(F, instance, run);
  return { run, numbersAt: (horizon: number): DecayNumbers<S> => ({ ...bounds, alpha, horizon }) };
}

/** Every prefix of one run against the bound of its own length. */
function decayClaim<S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts, bound = decayBound<S>): Comparison<S>[] {
  const { run, numbersAt } = decayNumbers(F, instance, use);
  return run.losses.map((_, t) => {
    const regret = averageRegret(F, run.losses.slice(0, t + 1), run.comparatorLosses.slice(0, t + 1));
    return below(regret, bound(F, numbersAt(t + 1)), `average regret after ${t + 1}`);
  });
}

/** T times the average regret of the whole run. */
function zinkevichClaim<S>(
  F: Algebra<S>,
  instance: OnlineRun,
  use: SgdParts,
  bound = zinkevichBound<S>,
): Comparison<S> {
  const { run, numbersAt } = decayNumbers(F, instance, use);
  const horizon = run.losses.length;
  const regret = F.mul(F.of(horizon), averageRegret(F, run.losses, run.comparatorLosses));
  return atMost(regret, bound(F, numbersAt(horizon)), 'regret');
}

/** The hypotheses of every bound for the rates α/√t. */
const decayHypotheses = [
  positiveRates(searched(negativeAlpha)),
  convexLosses(searched(concaveDecayRuns)),
  convexSet(searched(twoPointDecayRuns)),
  startInside(startAnywhere),
  comparatorInside(searched(anyComparatorDecayRuns)),
  distanceBound(searched(distanceOfStartClaimed, 'The start’s own distance is not enough when the rates decay.')),
  gradientBound(searched(smallGradientClaimed)),
  boundedSet({
    kind: 'necessary-by-argument',
    because:
      'On the line, from θ_1 = 0 with α = 1, n losses −θ and then n losses θ leave every comparator with the same sum, and the average regret grows like √T (1/2 at T = 2; see sgd.unbounded-regret): no D serves every T.',
  }),
];

export const case2 = law<OnlineRun, SgdParts>({
  id: 'sgd.case2',
  version: 1,
  cites: [{ article: '9902', equations: [8] }],
  section: SECTIONS.examples,
  states: String.raw`\eta_t=\frac\alpha{\sqrt t}\ \Rightarrow\ \frac1t\sum_{s\le t}L(x_s,\theta_s)-\frac1t\sum_{s\le t}L(x_s,c)<\frac{D^2}{2\alpha\sqrt t}+\frac{G^2\alpha}{\sqrt t}\quad\forall t\le T`,
  says: 'With the rates α/√t the average regret is below D²/(2α√t) + G²α/√t after every step t of one and the same run.',
  expects: 'holds',
  instances: decayRuns,
  hypotheses: [...decayHypotheses, boundsNotBothZero(searched(atRest))],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: decayClaim,
  cover: {
    'bound within a factor 2': withinFactor2,
    'several steps': { atLeast: 0.5, when: ({ losses }) => losses.length > 1 },
    'D and G claimed in advance': { atLeast: 0.15, when: ({ bounds }) => bounds !== undefined },
    'more than 32 steps': stepsBeyond(32, 0.005),
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'rate-increasing': { says: 'The rates are α√t.', use: increasingRates.use },
    'bound-halved': {
      says: 'The bound is half of what it should be.',
      claim: (F, run, use) => decayClaim(F, run, use, (_F, numbers) => F.div(decayBound(F, numbers), F.of(2))),
    },
  },
  derivation: PROJECTED_DERIVATION,
});

export const zinkevich = law<OnlineRun, SgdParts>({
  id: 'sgd.zinkevich',
  version: 1,
  cites: [{ article: '9902', equations: [4, 7], place: 'Zinkevich 2003, Theorem 1, for every α' }],
  section: SECTIONS.beyond,
  states: String.raw`\sum_tL(x_t,\theta_t)-\sum_tL(x_t,c)\le\frac{D^2\sqrt T}{2\alpha}+\Big(\sqrt T-\frac12\Big)\alpha G^2`,
  says: 'With the rates α/√t the summed regret is at most D²√T/(2α) + (√T − 1/2)αG², which is sharper than A-(8).',
  expects: 'holds',
  instances: decayRuns,
  hypotheses: decayHypotheses,
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: zinkevichClaim,
  cover: { 'bound within a factor 2': withinFactor2 },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'half-too-much': {
      says: 'The root loses 1 in the place of 1/2.',
      claim: (F, run, use) =>
        zinkevichClaim(F, run, use, (_F, numbers) => {
          const { alpha, squaredGradient } = numbers;
          return F.sub(zinkevichBound(F, numbers), F.div(F.mul(alpha, squaredGradient), F.of(2)));
        }),
    },
  },
  derivation: PROJECTED_DERIVATION,
});

export const zinkevichSharper = law<BoundCase, undefined>({
  id: 'sgd.zinkevich-sharper',
  version: 1,
  cites: [{ article: '9902', equations: [7, 8], place: 'the last step of (7)' }],
  section: SECTIONS.beyond,
  states: String.raw`T\,\mathrm{RHS}(8)-\Big(\frac{D^2\sqrt T}{2\alpha}+\Big(\sqrt T-\frac12\Big)\alpha G^2\Big)=\frac{\alpha G^2}2`,
  says: 'Zinkevich’s bound is below T times A-(8) by αG²/2 at every T.',
  expects: 'holds',
  instances: boundCases({ most: 1024, zeros: 'any' }),
  hypotheses: [positiveRate({ kind: 'proved-unneeded', because: 'The identity holds for every α ≠ 0.' })],
  reference: undefined,
  claim: (F, instance) => {
    const { horizon } = instance;
    const numbers = {
      squaredDistance: F.of(instance.squaredDistance),
      squaredGradient: F.of(instance.squaredGradient),
      alpha: F.of(instance.rate),
      horizon,
    };
    const gap = F.sub(F.mul(F.of(horizon), decayBound(F, numbers)), zinkevichBound(F, numbers));
    return equal(gap, F.div(F.mul(numbers.alpha, numbers.squaredGradient), F.of(2)));
  },
  cover: { 'T is not a square': { atLeast: 0.3, when: ({ horizon }) => !Number.isInteger(Math.sqrt(horizon)) } },
  teeth: {
    'no-gain': {
      says: 'The two bounds are the same.',
      claim: (F, instance) => {
        const numbers = {
          squaredDistance: F.of(instance.squaredDistance),
          squaredGradient: F.of(instance.squaredGradient),
          alpha: F.of(instance.rate),
          horizon: instance.horizon,
        };
        return equal(F.mul(F.of(instance.horizon), decayBound(F, numbers)), zinkevichBound(F, numbers));
      },
    },
  },
});

/** The laws of the two examples, in the article's order. */
export const exampleLaws: readonly AnyLaw[] = [case1, case2, zinkevich, zinkevichSharper];
