import { distanceExpansion, solvedInnerProduct } from '../../src/descent/step-identities.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra, Scalars, Vector } from '../../src/scalar/algebra.ts';
import { atMost, equal, type Relation } from '../../src/scalar/relation.ts';
import { comparatorBeyond, negatedLosses, negativeRates, twoIntegers } from '../breaking/descent/derivation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { searched } from '../necessity.ts';
import {
  derivationRuns,
  gradientTerm,
  inequalityRuns,
  orLong,
  projectionMoved,
  promisedRates,
  ratioFrom,
  rationalRuns,
  severalSteps,
  squaredGradients,
  stepsBeyond,
  totalRegret,
} from './derivation-runs.ts';
import { comparatorInside, convexLosses, convexSet, positiveRates } from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts, squaredDistances, trace } from './subject.ts';
import { gradientSign, projectionBeforeStep, rateIndexOffByOne } from './teeth/parts.ts';

/** What A-(10)…(12) say of one step: θ_t, η_t, g_t, c, a_t, a_{t+1}, and the point before the projection. */
interface Step<S> {
  readonly name: string;
  readonly theta: Vector<S>;
  readonly eta: S;
  readonly g: Vector<S>;
  readonly target: Vector<S>;
  readonly before: S;
  readonly after: S;
  readonly unprojected: Vector<S>;
  readonly regret: S;
}

/** The steps of a run, with the rates that the schedule promises. */
function stepsOf<S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Step<S>[] {
  const run = trace(F, instance, use);
  const distances = squaredDistances(F, run);
  return promisedRates(F, instance).map((eta, t) => ({
    name: `step ${t + 1}`,
    theta: run.iterates[t]!,
    eta,
    g: run.gradients[t]!,
    target: run.comparator,
    before: distances[t]!,
    after: distances[t + 1]!,
    unprojected: use.step(F, (x) => x, run.iterates[t]!, run.rates[t]!, run.gradients[t]!),
    regret: F.sub(run.losses[t]!, run.comparatorLosses[t]!),
  }));
}

/** A statement about every step of a run. */
const atEveryStep =
  (says: <S>(F: Algebra<S>, step: Step<S>) => Relation<S>) =>
  <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts): Relation<S> =>
    stepsOf(F, instance, use).map((step) => says(F, step));

/** (a_t − a_{t+1})/(2η_t) + η_t ‖g_t‖²/2, the right side of A-(12). */
export const stepBound = <S>(F: Algebra<S>, { before, after, eta, g }: Step<S>): S =>
  F.add(progress(F, before, after, eta), F.div(F.mul(eta, F.squaredNorm(g)), F.of(2)));

/** (a_t − a_{t+1})/(2η_t). */
const progress = <S>({ div, mul, of, sub }: Scalars<S>, before: S, after: S, eta: S): S =>
  div(sub(before, after), mul(of(2), eta));

const stepTeeth = {
  'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  'rate-index-off-by-one': { says: 'Step t uses η_{t+1}.', use: rateIndexOffByOne },
};

const projectedStepHypotheses = [
  positiveRates(searched(negativeRates)),
  convexSet(searched(twoIntegers)),
  comparatorInside(searched(comparatorBeyond)),
];

export const expandLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.expand',
  version: 1,
  cites: [{ article: '9902', equations: [10] }],
  section: SECTIONS.proof,
  states: String.raw`\|\theta_t-\eta_tg_t-c\|^2=\|\theta_t-c\|^2-2\eta_t(\theta_t-c)\cdot g_t+\eta_t^2\|g_t\|^2`,
  says: 'The squared distance to any point after a step, before it is projected, is the square expanded.',
  expects: 'holds',
  instances: orLong(rationalRuns),
  hypotheses: [],
  subject: 'step',
  reference,
  claim: atEveryStep((F, { name, theta, eta, g, target, unprojected }) => {
    const { left, right } = distanceExpansion(F, theta, eta, g, target);
    return [equal(left, right, name), equal(F.squaredNorm(F.minus(unprojected, target)), right, `${name} as taken`)];
  }),
  cover: { 'several steps': severalSteps(0.5), 'more than 6 steps': stepsBeyond(6, 0.005) },
  teeth: {
    ...stepTeeth,
    'cross-term-sign': {
      says: 'The cross term has the wrong sign.',
      claim: atEveryStep((F, { name, theta, eta, g, target }) => {
        const { left, right } = distanceExpansion(F, theta, eta, g, target);
        const cross = F.mul(F.mul(F.of(2), eta), F.dot(F.minus(theta, target), g));
        return equal(left, F.add(right, F.mul(F.of(2), cross)), name);
      }),
    },
    'missing-two': {
      says: 'The cross term lacks its factor 2.',
      claim: atEveryStep((F, { name, theta, eta, g, target }) => {
        const { left, right } = distanceExpansion(F, theta, eta, g, target);
        return equal(left, F.add(right, F.mul(eta, F.dot(F.minus(theta, target), g))), name);
      }),
    },
  },
});

export const solveLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.solve',
  version: 1,
  cites: [{ article: '9902', equations: [11, 18] }],
  section: SECTIONS.proof,
  states: String.raw`(\theta_t-c)\cdot g_t=\frac{\|\theta_t-c\|^2-\|\theta_t-\eta_tg_t-c\|^2}{2\eta_t}+\frac{\eta_t\|g_t\|^2}2\le\frac{a_t-a_{t+1}}{2\eta_t}+\frac{\eta_t\|g_t\|^2}2`,
  says: 'The inner product of A-(10) is solved for exactly without a projection; with one, the equality becomes at most.',
  expects: 'holds',
  instances: orLong(derivationRuns),
  hypotheses: projectedStepHypotheses,
  subject: 'projection',
  reference,
  claim: atEveryStep((F, step) => {
    const { left, right } = solvedInnerProduct(F, step.theta, step.eta, step.g, step.target);
    return [equal(left, right, step.name), atMost(left, stepBound(F, step), `${step.name} as taken`)];
  }),
  cover: {
    'projection moved a point': projectionMoved(0.3),
    'inequality tight': ratioFrom(1, 0.2),
    'more than 6 steps': stepsBeyond(6, 0.005),
  },
  teeth: {
    ...stepTeeth,
    'missing-half': {
      says: 'The gradient term lacks its factor ½.',
      claim: atEveryStep((F, { name, theta, eta, g, target }) => {
        const { left, right } = solvedInnerProduct(F, theta, eta, g, target);
        return equal(left, F.add(right, F.div(F.mul(eta, F.squaredNorm(g)), F.of(2))), name);
      }),
    },
    'equality-though-projected': {
      says: 'The equality is claimed of projected steps too.',
      claim: atEveryStep((F, step) => equal(F.dot(F.minus(step.theta, step.target), step.g), stepBound(F, step))),
    },
  },
});

export const stepLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.step',
  version: 1,
  cites: [{ article: '9902', equations: [12] }],
  section: SECTIONS.proof,
  states: String.raw`L_t(\theta_t)-L_t(c)\le\frac{a_t-a_{t+1}}{2\eta_t}+\frac{\eta_t\|g_t\|^2}2,\quad a_t=\|\theta_t-c\|^2`,
  says: 'The regret of one step is at most the progress toward the comparator over 2η_t plus η_t‖g_t‖²/2.',
  expects: 'holds',
  instances: inequalityRuns,
  hypotheses: [...projectedStepHypotheses, convexLosses(searched(negatedLosses))],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: atEveryStep((F, step) => atMost(step.regret, stepBound(F, step), step.name)),
  cover: {
    'projection moved a point': projectionMoved(0.3),
    'inequality tight': ratioFrom(1, 0.1),
    'more than 6 steps': stepsBeyond(6, 0.005),
  },
  teeth: {
    ...stepTeeth,
    'projection-before-step': { says: 'The projection comes before the step.', use: projectionBeforeStep },
    'half-too-many': {
      says: 'The gradient term has one factor ½ too many.',
      claim: atEveryStep((F, step) => {
        const quarter = F.div(F.mul(step.eta, F.squaredNorm(step.g)), F.of(4));
        return atMost(step.regret, F.sub(stepBound(F, step), quarter), step.name);
      }),
    },
    'distances-swapped': {
      says: 'The progress is a_{t+1} − a_t.',
      claim: atEveryStep((F, step) =>
        atMost(step.regret, stepBound(F, { ...step, before: step.after, after: step.before }), step.name),
      ),
    },
  },
  derivation: ['sgd.cvx', 'sgd.expand', 'sgd.solve'],
});

const summedClaim = <S>(F: Algebra<S>, instance: OnlineRun, use: SgdParts, gradientTerms: S): Relation<S> => {
  const run = trace(F, instance, use);
  const rates = promisedRates(F, instance);
  const a = squaredDistances(F, run);
  const telescope = F.sum(rates.map((eta, t) => progress(F, a[t]!, a[t + 1]!, eta)));
  const gradients = F.mul(gradientTerms, gradientTerm(F, rates, squaredGradients(F, run)));
  return atMost(totalRegret(F, run), F.add(telescope, gradients), 'total regret');
};

export const sumLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.sum',
  version: 1,
  cites: [{ article: '9902', equations: [13] }],
  section: SECTIONS.proof,
  states: String.raw`\sum_tL_t(\theta_t)-\sum_tL_t(c)\le\sum_t\frac{a_t-a_{t+1}}{2\eta_t}+\sum_t\frac{\eta_t\|g_t\|^2}2`,
  says: 'The total regret is at most the sum of the bounds of the single steps.',
  expects: 'holds',
  instances: inequalityRuns,
  hypotheses: stepLaw.hypotheses,
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, instance, use) => summedClaim(F, instance, use, F.one),
  cover: {
    'several steps': severalSteps(0.5),
    'projection moved a point': projectionMoved(0.3),
    'inequality tight': ratioFrom(1, 0.03),
    'more than 6 steps': stepsBeyond(6, 0.005),
  },
  teeth: {
    ...stepTeeth,
    'half-too-many': {
      says: 'The gradient terms have one factor ½ too many.',
      claim: (F, instance, use) => summedClaim(F, instance, use, F.div(F.one, F.of(2))),
    },
  },
  derivation: ['sgd.cvx', 'sgd.expand', 'sgd.solve', 'sgd.step'],
});

/** A-(10)…(13), one step and their sum. */
export const stepLaws: readonly AnyLaw[] = [expandLaw, solveLaw, stepLaw, sumLaw];
