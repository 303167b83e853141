import { gradientRegretBound } from '../../src/descent/regret.ts';
import { descend } from '../../src/descent/sgd.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../src/law/law.ts';
import { simplerNumbers } from '../../src/law/simplify.ts';
import { exactNumber } from '../../src/law/witness.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, toRational } from '../../src/scalar/exact.ts';
import { asExact, atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import { div } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import {
  anyOrderOfRates,
  comparatorBeyond,
  negatedLosses,
  negativeRates,
  twoIntegers,
} from '../breaking/descent/derivation.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import { dotExact, negated } from '../instances/exact-vectors.ts';
import { isZero } from '../instances/well-formed.ts';
import { type ModelLoss, modelLossValue, modelSubgradient } from '../model.ts';
import { searched } from '../necessity.ts';
import { convexFunctions } from './convexity.ts';
import { largestSquaredDistance, squaredGradients, totalRegret } from './derivation-runs.ts';
import { comparatorInside, convexSet, nonincreasingRates, positiveRates } from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { type Choices, type ChosenRun, ofTheRun, withChoice } from './stronger-choices.ts';
import { float64Reference, reference, type SgdParts, type Trace } from './subject.ts';

/** A run with a position s in the subdifferential: at every kink the subgradient (1 − s) g + s g′ of two extreme ones. */
type KinkedRun = ChosenRun<Exact>;

/** The two extreme subgradients at a point, equal where the loss is differentiable. */
export function extremes<S>(F: Algebra<S>, loss: ModelLoss, theta: Vector<S>): readonly [Vector<S>, Vector<S>] {
  const zero = F.scale(F.zero, theta);
  switch (loss.kind) {
    case 'absolute': {
      const feature = F.vector(loss.feature);
      if (F.compare(F.dot(feature, theta), F.of(loss.target)) === 0) return [F.minus(zero, feature), feature];
      break;
    }
    case 'hinge': {
      const feature = F.vector(loss.feature);
      if (F.compare(F.dot(feature, theta), F.one) === 0) return [zero, F.minus(zero, feature)];
      break;
    }
    case 'max-affine': {
      const values = loss.slopes.map((slope, k) => F.add(F.dot(F.vector(slope), theta), F.of(loss.offsets[k]!)));
      const active = loss.slopes.filter((_, k) => values.every((other) => F.compare(values[k]!, other) >= 0));
      return [F.vector(active[0]!), F.vector(active.at(-1)!)];
    }
    default:
  }
  const gradient = modelSubgradient(F, loss, theta);
  return [gradient, gradient];
}

/** (1 − s) g + s g′. */
export const between = <S>({ axpy, minus }: Algebra<S>, s: S, first: Vector<S>, second: Vector<S>): Vector<S> =>
  axpy(s, minus(second, first), first);

/** A run of SGD that takes the chosen subgradient wherever there is a choice. */
function kinkedTrace<S>(F: Algebra<S>, { run, choice }: KinkedRun, use: SgdParts): Trace<S> & { kinks: number } {
  const comparator = F.vector(run.comparator);
  const s = F.of(choice);
  let kinks = 0;
  const taken = descend<S, Vector<S>>(
    F,
    {
      start: F.vector(run.start),
      horizon: run.losses.length,
      project: (x) => use.project(F, run.set, x),
      gradient: (t, theta) => {
        const [first, second] = extremes(F, run.losses[t - 1]!, theta);
        if (F.sign(F.squaredDistance(first, second)) === 1) kinks++;
        return between(F, s, first, second);
      },
      rate: (t) => use.rate(F, run.schedule, t),
    },
    use.step,
  );
  const values = (at: (t: number) => Vector<S>): S[] => run.losses.map((loss, t) => modelLossValue(F, loss, at(t)));
  return {
    ...taken,
    comparator,
    losses: values((t) => taken.iterates[t]!),
    comparatorLosses: values(() => comparator),
    kinks,
  };
}

/** The loss moved so that a point lies on its kink, where it can be. */
function kinkedAt(loss: ModelLoss, point: ExactVector): ModelLoss {
  if (loss.kind === 'absolute') return { ...loss, target: dotExact(loss.feature, point) };
  if (loss.kind === 'hinge') {
    const margin = dotExact(loss.feature, point);
    if (isZero(margin)) return loss;
    return { ...loss, feature: loss.feature.map((x) => asExact(div(toRational(x), toRational(margin)))) };
  }
  if (loss.kind !== 'max-affine') return loss;
  return { ...loss, offsets: loss.slopes.map((slope) => negated(dotExact(slope, point))) };
}

/** Runs most of whose losses have their kink at the start or at the comparator. */
function kinkedRuns(dimension: number): Instances<OnlineRun> {
  const runs = onlineRuns({
    sets: ['space', 'space', 'box', 'segment', 'simplex'],
    losses: ['absolute', 'max-affine', 'hinge'],
    schedules: ['constant', 'sequence'],
    horizon: 4,
    dimension,
  });
  return {
    ...runs,
    generate: (draw) => {
      const run = runs.generate(draw);
      const place = (): ExactVector | undefined => draw.pick([run.start, run.start, run.comparator, undefined]);
      return {
        ...run,
        losses: run.losses.map((loss) => {
          const point = place();
          return point === undefined ? loss : kinkedAt(loss, point);
        }),
      };
    },
    // A kink moves with the start, or no simpler start would do.
    *simplify(run) {
      for (const simpler of runs.simplify(run)) {
        yield simpler;
        const { losses, start } = simpler;
        if (start !== run.start) yield { ...simpler, losses: losses.map((loss) => kinkedAt(loss, start)) };
      }
    },
  };
}

const positions = (lo: number, hi: number): Choices<Exact> => ({
  schema: exactNumber,
  draw: (draw) => draw.integer(lo * 4, hi * 4) / 4,
  simpler: simplerNumbers,
});

const inside = positions(0, 1);

const inSubdifferential: Hypothesis<KinkedRun> = {
  name: 'in-the-subdifferential',
  says: 'At every kink the subgradient lies between the extreme ones: 0 ≤ s ≤ 1.',
  holds: ({ choice }) => atMostExact(0, choice) && atMostExact(choice, 1),
  necessity: searched(withChoice(kinkedRuns(1), positions(-3, 4))),
};

const sides = <S>(F: Algebra<S>, instance: KinkedRun, use: SgdParts, shareOfD2: S): Relation<S> => {
  const run = kinkedTrace(F, instance, use);
  const D2 = F.mul(shareOfD2, largestSquaredDistance(F, run));
  return [
    run.losses.map((loss, t) =>
      atMost(
        F.dot(F.minus(run.comparator, run.iterates[t]!), run.gradients[t]!),
        F.sub(run.comparatorLosses[t]!, loss),
        `A-(9) at step ${t + 1}`,
      ),
    ),
    atMost(totalRegret(F, run), gradientRegretBound(F, D2, squaredGradients(F, run), run.rates), 'total regret'),
  ];
};

export const subgradientLaw = law<KinkedRun, SgdParts>({
  id: 'sgd.any-subgradient',
  version: 1,
  cites: [{ article: '9902', equations: [9, 15], place: 'without “differentiable”' }],
  section: SECTIONS.assumptions,
  states: String.raw`\forall\,g_t\in\partial L_t(\theta_t):\quad L_t(c)\ge L_t(\theta_t)+g_t\cdot(c-\theta_t),\quad\sum_tL_t(\theta_t)-L_t(c)\le\frac{D^2}{2\eta_T}+\sum_t\frac{\eta_t\|g_t\|^2}2`,
  says: 'The losses need not be differentiable: any subgradient at a kink satisfies A-(9), and with it A-(15).',
  expects: 'holds',
  instances: withChoice(kinkedRuns(2), inside),
  hypotheses: [
    inSubdifferential,
    ofTheRun(nonincreasingRates(searched(anyOrderOfRates)), inside),
    ofTheRun(positiveRates(searched(negativeRates)), inside),
    ofTheRun(convexFunctions(searched(negatedLosses)), inside),
    ofTheRun(convexSet(searched(twoIntegers)), inside),
    ofTheRun(comparatorInside(searched(comparatorBeyond)), inside),
  ],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, instance, use) => sides(F, instance, use, F.one),
  cover: {
    'a kink was met': { atLeast: 0.2, when: (instance) => kinkedTrace(rationalReading, instance, reference).kinks > 0 },
  },
  teeth: {
    'outside-the-subdifferential': {
      says: 'At a kink s + 1 is taken for s.',
      claim: (F, { run, choice }, use) => sides(F, { run, choice: Number(choice) + 1 }, use, F.one),
    },
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: (F, instance, use) => sides(F, instance, use, F.div(F.one, F.of(4))),
    },
  },
});

/** A-(4) without differentiability. */
export const subgradientLaws: readonly AnyLaw[] = [subgradientLaw];
