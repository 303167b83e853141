import { regretBound } from '../../src/descent/regret.ts';
import { IDENTITY_LADDER } from '../../src/law/decide.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { atMost, equal, type Relation } from '../../src/scalar/relation.ts';
import {
  anyEnd,
  anyOrder,
  anyStart,
  comparatorsInHindsight,
  concaveSamples,
  negativeSampleRates,
  repeatedSamples,
  twoEnds,
} from '../breaking/descent/sampled-problems.ts';
import { type SampledProblem, sampledProblems } from '../instances/descent/sampled-problem.ts';
import { searched } from '../necessity.ts';
import {
  comparatorFixed,
  comparatorInside,
  comparatorMinimizes,
  convexLosses,
  convexSet,
  independentSamples,
  nonincreasingRates,
  positiveRates,
  startInside,
} from './sample-hypotheses.ts';
import { boundsOfPaths, expected, populationGap, sampledRuns } from './sample-paths.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

const cites = [{ article: '9902', equations: [4], place: 'points 1–4 after it' }] as const;

/** E regret = E gap, and 0 ≤ E gap ≤ RHS(4). */
function reading<S>(F: Algebra<S>, problem: SampledProblem, use: SgdParts): Relation<S> {
  const runs = sampledRuns(F, problem, use);
  const gap = expected(F, runs, (each) => each.gap);
  return [
    equal(
      expected(F, runs, (each) => each.regret),
      gap,
      'the expected regret',
    ),
    atMost(F.zero, gap, 'the expected gap from below'),
    atMost(gap, regretBound(F, boundsOfPaths(F, runs)), 'the expected gap from above'),
  ];
}

export const gapReading = law<SampledProblem, SgdParts>({
  id: 'sgd.gap-reading',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites,
  section: SECTIONS.first,
  states: String.raw`\mathbb E\,\frac1T\sum_t[L(x_t,\theta_t)-L(x_t,\theta^*)]=\mathbb E\,\frac1T\sum_t[L(\theta_t)-L(\theta^*)]\in[0,\mathrm{RHS}(4)]`,
  says: 'In expectation over the samples, the regret is the average population loss minus its minimum, so that this gap lies between 0 and the bound.',
  expects: 'holds',
  instances: sampledProblems,
  hypotheses: [
    independentSamples(searched(repeatedSamples)),
    comparatorFixed(searched(comparatorsInHindsight)),
    comparatorMinimizes(searched(anyEnd)),
    comparatorInside({ kind: 'not-separable', because: 'A minimizer over Θ lies in Θ.' }),
    startInside(searched(anyStart, 'Only a point of Θ is sure to cost at least L(θ*).')),
    convexLosses(searched(concaveSamples)),
    convexSet(searched(twoEnds)),
    nonincreasingRates(searched(anyOrder)),
    positiveRates(searched(negativeSampleRates)),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: reading,
  cover: {
    'several samples and steps': {
      atLeast: 0.3,
      when: ({ losses, horizon }) => losses.length > 1 && horizon > 1,
    },
    'bound within a factor 2': { atLeast: 0.01, when: (_problem, ratio) => ratio !== undefined && ratio >= 0.5 },
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'loss-after-the-step': {
      says: 'The gap is taken at θ_{t+1}, which has seen x_t.',
      claim: (F, problem, use) => {
        const runs = sampledRuns(F, problem, use);
        return equal(
          expected(F, runs, ({ regret }) => regret),
          expected(F, runs, ({ run }) => populationGap(F, problem, run.iterates.slice(1))),
        );
      },
    },
    pathwise: {
      says: 'The regret is the gap on every path, not only on average.',
      claim: (F, problem, use) => sampledRuns(F, problem, use).map(({ regret, gap }) => equal(regret, gap)),
    },
  },
});

/** L = (θ − x)²/2 with x = ±1 on [−1, 1], θ* = 0, θ_1 = 1/2, η = 1/3, T = 4. */
const coin: SampledProblem = {
  set: { kind: 'box', lower: [-1], upper: [1] },
  start: [0.5],
  comparator: [0],
  losses: [
    { kind: 'quadratic', curvature: 1, center: [1] },
    { kind: 'quadratic', curvature: 1, center: [-1] },
  ],
  weights: [1, 1],
  schedule: { kind: 'constant', rate: ratio(1, 3) },
  horizon: 4,
  sampling: 'independent',
};

const onlyCoin = { ...sampledProblems, all: [coin] };

/** T times the average. */
const summed = <S>(F: Algebra<S>, { horizon }: SampledProblem, average: S): S => F.mul(F.of(horizon), average);

export const gapExample = law<SampledProblem, SgdParts>({
  id: 'sgd.gap-example',
  version: 1,
  cites,
  section: SECTIONS.first,
  states: String.raw`\mathbb E\sum_{t\le4}[L(x_t,\theta_t)-L(x_t,0)]=\mathbb E\sum_{t\le4}[L(\theta_t)-L(0)]=\tfrac{2585}{5832}`,
  says: 'For L = (θ − x)²/2 with x = ±1, over all 16 paths of 4 samples: the expected regret and gap are both 2585/5832, while the path 1, 1, 1, 1 alone has regret −10403/5832.',
  expects: 'holds',
  instances: onlyCoin,
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, problem, use) => {
    const runs = sampledRuns(F, problem, use);
    const all = F.of(ratio(2585, 5832));
    return [
      equal(
        summed(
          F,
          problem,
          expected(F, runs, ({ regret }) => regret),
        ),
        all,
        'the expected regret',
      ),
      equal(
        summed(
          F,
          problem,
          expected(F, runs, ({ gap }) => gap),
        ),
        all,
        'the expected gap',
      ),
      equal(summed(F, problem, runs[0]!.regret), F.of(ratio(-10403, 5832)), 'the regret of the path 1, 1, 1, 1'),
    ];
  },
  cover: {},
  teeth: { 'gradient-sign': { says: 'The step ascends.', use: gradientSign } },
});

export const regretNonnegative = law<SampledProblem, SgdParts>({
  id: 'sgd.regret-nonnegative',
  version: 1,
  cites,
  section: SECTIONS.first,
  states: String.raw`\frac1T\sum_tL(x_t,\theta_t)-\frac1T\sum_tL(x_t,\theta^*)\ge0`,
  says: 'The left side of A-(4) is a gap to the theoretical minimum on every path, so never negative. (False: it is one only in expectation, and the bound is one-sided.)',
  expects: 'refuted',
  instead: ['sgd.gap-reading'],
  instances: onlyCoin,
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, problem, use) =>
    sampledRuns(F, problem, use).map(({ regret }) => atMost(F.zero, regret, 'the regret of a path')),
  cover: {},
  teeth: {},
});

/** The laws about what A-(4) says of the population loss, in the article's order. */
export const gapReadingLaws: readonly AnyLaw[] = [gapReading, gapExample, regretNonnegative];
