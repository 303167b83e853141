import { z } from 'zod';
import { gradientRegretBound } from '../../src/descent/regret.ts';
import { descend } from '../../src/descent/sgd.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra, Scalars, Vector } from '../../src/scalar/algebra.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { atMost } from '../../src/scalar/relation.ts';
import {
  anyOrderOfRates,
  comparatorBeyond,
  negatedLosses,
  negativeRates,
  twoIntegers,
} from '../breaking/descent/derivation.ts';
import { modelLossValue, modelSubgradient } from '../model.ts';
import { searched } from '../necessity.ts';
import { convexFunctions } from './convexity.ts';
import {
  largestSquaredDistance,
  marches,
  mixture,
  promisedRates,
  ratioFrom,
  rationalRuns,
  squaredGradients,
  totalRegret,
} from './derivation-runs.ts';
import { comparatorInside, convexSet, nonincreasingRates, positiveRates } from './hypotheses.ts';
import { SECTIONS } from './sections.ts';
import { anyRatesBound } from './stronger.ts';
import { type Choices, type ChosenRun, ofTheRun, withChoice } from './stronger-choices.ts';
import { float64Reference, reference, type SgdParts, type Trace } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

/** What has happened so far. */
interface Past<S> {
  readonly iterates: Vector<S>[];
  readonly gradients: Vector<S>[];
  readonly losses: S[];
  readonly rates: S[];
}

/** The value and the gradient of a loss at θ_t, as the adversary offers it. */
interface Offer<S> {
  readonly value: S;
  readonly gradient: Vector<S>;
}

/** Whether the adversary prefers the second offer, knowing θ_t and everything before. */
type Adversary = <S>(F: Algebra<S>, past: Past<S>, theta: Vector<S>, first: Offer<S>, second: Offer<S>) => boolean;

const adversaries = {
  /** Takes what costs more now. */
  'greater-loss': (F, _past, _theta, first, second) => F.compare(second.value, first.value) > 0,
  /** Takes the gradient that points away from the sum of those before, so that no point is good for all losses. */
  'against-the-past': (F, { gradients }, _theta, first, second) => {
    if (gradients.length === 0) return false;
    const sum = gradients.reduce((total, g) => F.plus(total, g));
    return F.compare(F.dot(second.gradient, sum), F.dot(first.gradient, sum)) < 0;
  },
  /** Takes the gradient that wants the last step undone. */
  'against-the-last-step': (F, { iterates }, theta, first, second) => {
    if (iterates.length === 0) return false;
    const moved = F.minus(theta, iterates.at(-1)!);
    return F.compare(F.dot(second.gradient, moved), F.dot(first.gradient, moved)) > 0;
  },
  /** Plays the losses as they are. */
  none: () => false,
} satisfies Record<string, Adversary>;

/** η_t from the scheduled rate and the past, in which L_t(θ_t) and g_t come last. */
type RateRule = <S>(F: Algebra<S>, scheduled: S, past: Past<S>) => S;

const lossRose = <S>({ compare }: Scalars<S>, losses: readonly S[]): boolean =>
  losses.length > 1 && compare(losses.at(-1)!, losses.at(-2)!) > 0;

const rateRules = {
  /** Half the last rate when the loss rose, twice the last rate otherwise. */
  'bold-driver': (F, scheduled, { losses, rates }) => {
    if (rates.length === 0) return scheduled;
    return lossRose(F, losses) ? F.div(rates.at(-1)!, F.of(2)) : F.mul(F.of(2), rates.at(-1)!);
  },
  /** η_t / (1 + ‖g_t‖²). */
  normalized: (F, scheduled, { gradients }) => F.div(scheduled, F.add(F.one, F.squaredNorm(gradients.at(-1)!))),
  /** η_t / (1 + ‖g_1‖² + … + ‖g_t‖²). */
  accumulated: (F, scheduled, { gradients }) => F.div(scheduled, F.add(F.one, F.sum(gradients.map(F.squaredNorm)))),
  scheduled: (_F, scheduled) => scheduled,
} satisfies Record<string, RateRule>;

interface Play {
  readonly adversary: keyof typeof adversaries;
  readonly rates: keyof typeof rateRules;
}

type Game = ChosenRun<Play>;

const names = <K extends string>(record: Record<K, unknown>): K[] => Object.keys(record) as K[];
const playSchema: z.ZodType<Play> = z.strictObject({
  adversary: z.enum(names(adversaries)),
  rates: z.enum(names(rateRules)),
});

const plays = (kinds: { readonly [K in keyof Play]: readonly Play[K][] }): Choices<Play> => ({
  schema: playSchema,
  draw: (draw) => ({ adversary: draw.pick(kinds.adversary), rates: draw.pick(kinds.rates) }),
  simpler: () => [],
});

/**
 * A run in which each loss is chosen after θ_t is known: L_t, or L_t turned about the comparator, θ ↦ L_t(2c − θ); and
 * each rate after g_t is.
 */
function playedTrace<S>(F: Algebra<S>, { run, choice }: Game, use: SgdParts): Trace<S> & { readonly turned: number } {
  const comparator = F.vector(run.comparator);
  const twice = F.scale(F.of(2), comparator);
  const scheduled = promisedRates(F, run);
  const past: Past<S> = { iterates: [], gradients: [], losses: [], rates: [] };
  let turned = 0;
  const played = descend<S, Vector<S>>(
    F,
    {
      start: F.vector(run.start),
      horizon: run.losses.length,
      project: (x) => use.project(F, run.set, x),
      gradient: (t, theta) => {
        const loss = run.losses[t - 1]!;
        const mirrored = F.minus(twice, theta);
        const first = { value: modelLossValue(F, loss, theta), gradient: modelSubgradient(F, loss, theta) };
        const second = {
          value: modelLossValue(F, loss, mirrored),
          gradient: F.scale(F.of(-1), modelSubgradient(F, loss, mirrored)),
        };
        const turn = (adversaries[choice.adversary] as Adversary)(F, past, theta, first, second);
        const { value, gradient } = turn ? second : first;
        if (turn) turned++;
        past.iterates.push(theta);
        past.losses.push(value);
        past.gradients.push(gradient);
        return gradient;
      },
      rate: (t) => {
        const eta = (rateRules[choice.rates] as RateRule)(F, scheduled[t - 1]!, past);
        past.rates.push(eta);
        return eta;
      },
    },
    use.step,
  );
  const comparatorLosses = run.losses.map((loss) => modelLossValue(F, loss, comparator));
  return { ...played, comparator, losses: past.losses, comparatorLosses, turned };
}

const adversarial = plays({
  adversary: ['greater-loss', 'against-the-past', 'against-the-last-step'],
  rates: ['scheduled'],
});
const selfTuned = plays({ adversary: ['none', 'greater-loss'], rates: ['bold-driver', 'normalized', 'accumulated'] });

const games = mixture([
  [3, rationalRuns],
  [1, marches],
]);

const runHypotheses = (choices: Choices<Play>) =>
  [
    positiveRates(searched(negativeRates)),
    convexFunctions(searched(negatedLosses)),
    convexSet(searched(twoIntegers)),
    comparatorInside(searched(comparatorBeyond)),
  ].map((hypothesis) => ofTheRun(hypothesis, choices));

const adaptiveSides = <S>(F: Algebra<S>, game: Game, use: SgdParts, shareOfD2: S): readonly [S, S] => {
  const run = playedTrace(F, game, use);
  const D2 = F.mul(shareOfD2, largestSquaredDistance(F, run));
  return [totalRegret(F, run), gradientRegretBound(F, D2, squaredGradients(F, run), run.rates)];
};

export const adaptiveLossesLaw = law<Game, SgdParts>({
  id: 'sgd.adaptive-losses',
  version: 1,
  cites: [{ article: '9902', equations: [1, 15], place: 'x_t need not be drawn at random' }],
  section: SECTIONS.assumptions,
  states: String.raw`\forall\,L_t\text{ chosen from }\theta_1,g_1,\dots,\theta_t:\quad\sum_tL_t(\theta_t)-L_t(c)\le\frac{D^2}{2\eta_T}+\sum_t\frac{\eta_t\|g_t\|^2}2`,
  says: 'The losses need not be random: the bound holds for losses that an adversary chooses after seeing the run so far.',
  expects: 'holds',
  instances: withChoice(games, adversarial),
  hypotheses: [ofTheRun(nonincreasingRates(searched(anyOrderOfRates)), adversarial), ...runHypotheses(adversarial)],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, game, use) => atMost(...adaptiveSides(F, game, use, F.one), 'total regret'),
  cover: {
    'the adversary chose': { atLeast: 0.3, when: (game) => playedTrace(rationalReading, game, reference).turned > 0 },
    'bound within a factor 2': ratioFrom(0.5, 0.05),
  },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'D-halved': {
      says: 'D is the half of the largest distance.',
      claim: (F, game, use) => atMost(...adaptiveSides(F, game, use, F.div(F.one, F.of(4))), 'total regret'),
    },
  },
});

const selfTunedSides = <S>(F: Algebra<S>, game: Game, use: SgdParts): { regret: S; run: Trace<S>; D2: S } => {
  const run = playedTrace(F, game, use);
  return { regret: totalRegret(F, run), run, D2: largestSquaredDistance(F, run) };
};

export const adaptiveRatesLaw = law<Game, SgdParts>({
  id: 'sgd.adaptive-rates',
  version: 1,
  cites: [{ article: '9902', equations: [14, 15], place: 'η_t need not be fixed in advance' }],
  section: SECTIONS.assumptions,
  states: String.raw`\forall\,\eta_t>0\text{ chosen from }\theta_1,g_1,\dots,\theta_t,g_t:\quad\sum_tL_t(\theta_t)-L_t(c)\le\frac{D^2}2\Bigl[\frac1{\eta_1}+\sum_{t\ge2}\max\Bigl(0,\frac1{\eta_t}-\frac1{\eta_{t-1}}\Bigr)\Bigr]+\sum_t\frac{\eta_t\|g_t\|^2}2`,
  says: 'The rates need not be fixed in advance: the general bound holds for rates chosen from the run so far.',
  expects: 'holds',
  instances: withChoice(games, selfTuned),
  hypotheses: runHypotheses(selfTuned),
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, game, use) => {
    const { regret, run, D2 } = selfTunedSides(F, game, use);
    return atMost(regret, anyRatesBound(F, D2, squaredGradients(F, run), run.rates), 'total regret');
  },
  cover: { 'several steps': { atLeast: 0.5, when: ({ run }) => run.losses.length > 1 } },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'scheduled-rates-in-the-bound': {
      says: 'The bound has the scheduled rates.',
      claim: (F, game, use) => {
        const { regret, run, D2 } = selfTunedSides(F, game, use);
        return atMost(regret, anyRatesBound(F, D2, squaredGradients(F, run), promisedRates(F, game.run)));
      },
    },
    'last-rate-only': {
      says: 'The bound of A-(15) is used for rates that rise.',
      claim: (F, game, use) => {
        const { regret, run, D2 } = selfTunedSides(F, game, use);
        return atMost(regret, gradientRegretBound(F, D2, squaredGradients(F, run), run.rates));
      },
    },
  },
});

/** A-(4) without independence: of the losses, and of the rates. */
export const adaptiveLaws: readonly AnyLaw[] = [adaptiveLossesLaw, adaptiveRatesLaw];
