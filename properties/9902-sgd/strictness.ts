import { isTrue } from '../../src/law/decide.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../src/law/law.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { atMostExact, timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { below } from '../../src/scalar/relation.ts';
import { constantRates, distanceOfStartClaimed, nothingAtStake } from '../breaking/descent/assumptions.ts';
import { decided } from '../instances/descent/decided-runs.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { isPositive } from '../instances/well-formed.ts';
import { squaredModelDiameter } from '../model.ts';
import { searched } from '../necessity.ts';
import { boundedRuns } from './assumptions.ts';
import { finalHypotheses } from './final-hypotheses.ts';
import { finalSides, squaredDiameterOf, squaredGradientOf } from './final-sides.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts, trace } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

const smaller = (rate: Exact): Exact => timesExact(rate, isPositive(rate) ? 0.5 : 2);

/** The run with at least two steps and a last rate below the one before. */
function withSmallerLastRate(run: OnlineRun): OnlineRun {
  const losses = run.losses.length === 1 ? [run.losses[0]!, run.losses[0]!] : run.losses;
  const { schedule } = run;
  switch (schedule.kind) {
    case 'decay':
      return { ...run, losses };
    case 'horizon':
      return { ...run, losses, schedule: { kind: 'decay', alpha: schedule.diameter } };
    case 'constant': {
      const rates = losses.map((_, t) => (t + 1 < losses.length ? schedule.rate : smaller(schedule.rate)));
      return { ...run, losses, schedule: { kind: 'sequence', rates } };
    }
    case 'sequence': {
      const early = schedule.rates.slice(0, losses.length - 1);
      const last = schedule.rates[losses.length - 1] ?? early.at(-1)!;
      const rates = [...early, atMostExact(early.at(-1)!, last) ? smaller(early.at(-1)!) : last];
      return { ...run, losses, schedule: { kind: 'sequence', rates } };
    }
  }
}

/** The run with a gradient that is not 0, where Θ is a point. */
function withSomethingAtStake(run: OnlineRun): OnlineRun {
  if (rationalReading.sign(squaredModelDiameter(rationalReading, run.set)!) !== 0) return run;
  const first = { kind: 'linear', slope: run.start.map(() => 1) } as const;
  return { ...run, losses: [first, ...run.losses.slice(1)] };
}

const adapted = (runs: Instances<OnlineRun>): Instances<OnlineRun> => ({
  ...runs,
  generate: (draw) => withSmallerLastRate(runs.generate(draw)),
});

const lastRateSmaller: Hypothesis<OnlineRun> = {
  name: 'last-rate-smaller',
  says: 'There are at least two steps, and η_T < η_{T−1}.',
  holds: ({ losses, schedule }) => {
    if (losses.length < 2) return false;
    if (schedule.kind === 'decay') return isPositive(schedule.alpha);
    if (schedule.kind !== 'sequence') return false;
    return !atMostExact(schedule.rates.at(-2)!, schedule.rates.at(-1)!);
  },
  necessity: searched(constantRates, 'With two rates of 1/2, D = G = 1 and θ₁ = 1, both sides are 3/4.'),
};

const somethingAtStake: Hypothesis<OnlineRun> = {
  name: 'something-at-stake',
  says: 'D and G are not both 0.',
  holds: (run) =>
    isTrue((F) => below(F.zero, squaredDiameterOf(F, run))) || isTrue((F) => below(F.zero, squaredGradientOf(F, run))),
  necessity: searched(adapted(nothingAtStake)),
};

export const strictDiameter = law<OnlineRun, SgdParts>({
  id: 'sgd.strict-diameter',
  version: 2,
  cites: [{ article: '9902', equations: [4, 14] }],
  section: SECTIONS.beyond,
  states: String.raw`\eta_T<\eta_{T-1},\ D=\operatorname{diam}\Theta,\ D+G>0\implies\frac1T\sum_tL(x_t,\theta_t)-\frac1T\sum_tL(x_t,c)<\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t`,
  says: 'With D = diam Θ and a last rate below the one before, A-(4) is never attained: equality would need ‖θ_T − c‖ = D = η_T G and, one step earlier, a longer step η_{T−1} G inside Θ.',
  expects: 'holds',
  instances: {
    ...boundedRuns,
    generate: (draw) => decided(draw, () => withSomethingAtStake(withSmallerLastRate(boundedRuns.generate(draw)))),
  },
  hypotheses: [...finalHypotheses(distanceOfStartClaimed, adapted), lastRateSmaller, somethingAtStake],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, instance, use) => {
    const { regret, bound } = finalSides(F, instance, trace(F, instance, use));
    return below(regret, bound, 'average regret');
  },
  cover: { 'bound within a factor 2': { atLeast: 0.1, when: (_run, ratio) => ratio !== undefined && ratio >= 0.5 } },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'last-rate-but-one': {
      says: 'The bound takes the last rate but one for η_T.',
      claim: (F, instance, use) => {
        const { regret, bound, squaredDistance, rates } = finalSides(F, instance, trace(F, instance, use));
        const steps = F.of(2 * rates.length);
        const [early, late] = [-2, -1].map((t) => F.div(squaredDistance, F.mul(steps, rates.at(t)!)));
        return below(regret, F.sub(bound, F.sub(late!, early!)), 'average regret');
      },
    },
  },
});

export const strictnessLaws: readonly AnyLaw[] = [strictDiameter];
