import { descend } from '../../src/descent/sgd.ts';
import { isTrue } from '../../src/law/decide.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { atMost, below } from '../../src/scalar/relation.ts';
import {
  comparatorBeyond,
  negatedLosses,
  startBeyond,
  startingSteep,
  twoPointsInThePlane,
} from '../breaking/descent/derivation.ts';
import type { LossKind } from '../instances/descent/losses.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import type { SetKind } from '../instances/descent/sets.ts';
import { modelLossValue, modelSubgradient, squaredModelDiameter } from '../model.ts';
import { searched } from '../necessity.ts';
import { convexFunctions } from './convexity.ts';
import { marches, mixture, ratioFrom, severalSteps, squaredGradients, totalRegret } from './derivation-runs.ts';
import { comparatorInside, convexSet, startInside } from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts, type Trace } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

/** η_t from D² = diam² Θ and ‖g_1‖² … ‖g_t‖². */
type Rate = <S>(F: Algebra<S>, squaredDiameter: S, squaredGradients: readonly S[]) => S;

/** η_t = D / √(2 (‖g_1‖² + … + ‖g_t‖²)). */
export const adagradRate: Rate = ({ div, mul, of, sqrt, sum }, squaredDiameter, squared) =>
  sqrt(div(squaredDiameter, mul(of(2), sum(squared))));

/** Projected SGD with rates from the gradients seen so far; the schedule of the instance is not used. */
function tunedTrace<S>(F: Algebra<S>, run: OnlineRun, use: SgdParts, rate: Rate): Trace<S> {
  const comparator = F.vector(run.comparator);
  const D2 = squaredDiameterOf(F, run);
  const squared: S[] = [];
  const tuned = descend<S, Vector<S>>(
    F,
    {
      start: F.vector(run.start),
      horizon: run.losses.length,
      project: (x) => use.project(F, run.set, x),
      gradient: (t, theta) => {
        const g = modelSubgradient(F, run.losses[t - 1]!, theta);
        squared.push(F.squaredNorm(g));
        return g;
      },
      rate: () => rate(F, D2, squared),
    },
    use.step,
  );
  return {
    ...tuned,
    comparator,
    losses: run.losses.map((loss, t) => modelLossValue(F, loss, tuned.iterates[t]!)),
    comparatorLosses: run.losses.map((loss) => modelLossValue(F, loss, comparator)),
  };
}

function squaredDiameterOf<S>(F: Algebra<S>, { set }: OnlineRun): S {
  const D2 = squaredModelDiameter(F, set);
  if (D2 === undefined) throw new RangeError('The set of the instance is unbounded; give one with a finite diameter.');
  return D2;
}

/** Σ (L_t(θ_t) − L_t(c)) and √(2 D² Σ ‖g_t‖²). */
const sidesOf = <S>(F: Algebra<S>, run: OnlineRun, use: SgdParts, rate: Rate): readonly [S, S] => {
  const tuned = tunedTrace(F, run, use, rate);
  const total = F.sum(squaredGradients(F, tuned));
  return [totalRegret(F, tuned), F.sqrt(F.mul(F.mul(F.of(2), squaredDiameterOf(F, run)), total))];
};

const LOSSES = ['linear', 'quadratic', 'absolute', 'hinge', 'max-affine'] as const;

const boundedRuns = (sets: readonly SetKind[], losses: readonly LossKind[]): Instances<OnlineRun> =>
  onlineRuns({ sets, losses, schedules: ['constant'], horizon: 16, dimension: 8 });

/**
 * Runs on bounded sets whose first gradient is not 0. On a ball the losses have no kinks: a boundary point reached
 * through the roots of the rates could lie on one, and no reading would see that it does.
 */
const bounded = startingSteep(
  mixture([
    [4, boundedRuns(['box', 'simplex', 'l1-ball', 'segment'], LOSSES)],
    [1, boundedRuns(['ball'], ['linear', 'quadratic'])],
    [2, marches],
  ]),
);

const firstGradient: Hypothesis<OnlineRun> = {
  name: 'first-gradient',
  says: 'The first gradient is not 0, so that the rates are defined.',
  holds: ({ losses, start }) =>
    isTrue((F) => below(F.zero, F.squaredNorm(modelSubgradient(F, losses[0]!, F.vector(start))))),
  necessity: {
    kind: 'necessary-by-argument',
    because: 'With g_1 = 0 the first rate is D/0. Steps with gradient 0 may be left out instead: they change nothing.',
  },
};

const boundedSet: Hypothesis<OnlineRun> = {
  name: 'bounded-set',
  says: 'Θ has a finite diameter D.',
  holds: ({ set }) => isBounded(set),
  necessity: {
    kind: 'necessary-by-argument',
    because: 'The rates are made from D; an unbounded Θ has none.',
  },
};
const isBounded = (set: OnlineRun['set']): boolean =>
  set.kind === 'finite' || isTrue((F) => (squaredModelDiameter(F, set) === undefined ? below(F.zero, F.zero) : []));

export const adagradLaw = law<OnlineRun, SgdParts>({
  id: 'sgd.adagrad-norm',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: 'with rates that need not know G or T (Streeter, McMahan 2010)' }],
  section: SECTIONS.beyond,
  states: String.raw`\eta_t=\frac D{\sqrt{2\sum_{s\le t}\|g_s\|^2}}:\quad\sum_tL_t(\theta_t)-L_t(c)\le\sqrt2\,D\sqrt{\textstyle\sum_t\|g_t\|^2},\quad D=\operatorname{diam}\Theta`,
  says: 'Rates made from the gradients seen so far need neither G nor T, and cost a factor √2.',
  expects: 'holds',
  instances: bounded,
  hypotheses: [
    firstGradient,
    boundedSet,
    convexFunctions(searched(startingSteep(negatedLosses))),
    convexSet(searched(twoPointsInThePlane)),
    comparatorInside(searched(comparatorBeyond)),
    startInside(searched(startBeyond)),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, run, use) => atMost(...sidesOf(F, run, use, adagradRate), 'total regret'),
  cover: { 'several steps': severalSteps(0.5), 'bound within a factor 2': ratioFrom(0.5, 0.03) },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'half-too-many': {
      says: 'The bound has a factor ½.',
      claim: (F, run, use) => {
        const [regret, bound] = sidesOf(F, run, use, adagradRate);
        return atMost(regret, F.div(bound, F.of(2)));
      },
    },
    'rate-without-root': {
      says: 'The rate is D/(2 Σ ‖g‖²).',
      claim: (F, run, use) =>
        atMost(...sidesOf(F, run, use, (G, D2, squared) => G.div(G.sqrt(D2), G.mul(G.of(2), G.sum(squared))))),
    },
  },
});

/** Rates that tune themselves. */
export const adagradLaws: readonly AnyLaw[] = [adagradLaw];
