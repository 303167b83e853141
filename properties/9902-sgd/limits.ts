import { z } from 'zod';
import { averageRegret } from '../../src/descent/regret.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { exactNumber, exactVector } from '../../src/law/witness.ts';
import { type Exact, type ExactVector, ratio } from '../../src/scalar/exact.ts';
import { atMost, below, equal } from '../../src/scalar/relation.ts';
import { nearestOnMaxNormSegment } from '../breaking/descent/sets.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { onlineRuns } from '../instances/descent/online-run.ts';
import { drawNormal } from '../instances/descent/sets.ts';
import { negated } from '../instances/exact-vectors.ts';
import { listed, plainData } from '../instances/plain-data.ts';
import { isPositive, isZero } from '../instances/well-formed.ts';
import { modelLossValue, modelSubgradient } from '../model.ts';
import { finalSides } from './final-sides.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, trace } from './subject.ts';

const runs = onlineRuns({ sets: ['box'], losses: ['linear'], schedules: ['constant'] });
/** The runs listed, and no others. */
const exactly = (...all: readonly OnlineRun[]): Instances<OnlineRun> => listed(runs, all);

/** L = (θ − x)²/2 for x = ±1, each with probability 1/2: the expected loss (θ² + 1)/2 is least at θ* = 0. */
const luckyFirstStep: OnlineRun = {
  set: { kind: 'box', lower: [-1], upper: [1] },
  start: [0.5],
  comparator: [0],
  losses: [{ kind: 'quadratic', curvature: 1, center: [1] }],
  schedule: { kind: 'constant', rate: 1 },
};

export const luckyStep = law<OnlineRun, SgdParts>({
  id: 'sgd.lucky-step',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: 'the left side read as the gap to the minimum of the loss' }],
  section: SECTIONS.first,
  states: String.raw`L=\tfrac12(\theta-x)^2,\ x=\pm1,\ \theta^*=0,\ \theta_1=\tfrac12,\ x_1=1:\quad L(x_1,\theta_1)-L(x_1,\theta^*)=-\tfrac38`,
  says: 'The regret of a single run can be negative: θ* = 0 is best for the expected loss of x = ±1, but from θ₁ = 1/2 the draw x₁ = 1 costs 1/8 where θ* pays 1/2. So A-(4) bounds it from one side only; sgd.regret-nonnegative.',
  expects: 'holds',
  instances: exactly(luckyFirstStep),
  hypotheses: [],
  reference,
  claim: (F, instance, use) => {
    const { losses, comparatorLosses } = trace(F, instance, use);
    return equal(averageRegret(F, losses, comparatorLosses), F.of(-0.375), 'average regret');
  },
  cover: {},
  teeth: {
    'comparator-forgotten': {
      says: 'The loss of θ* is not subtracted.',
      claim: (F, instance, use) => equal(F.sum(trace(F, instance, use).losses), F.of(-0.375), 'average loss'),
    },
  },
});

/** θ* = 0 costs nothing at any step, and the last step alone is as bad as can be. */
const lateTurn: OnlineRun = {
  set: { kind: 'box', lower: [0], upper: [1] },
  start: [1],
  comparator: [0],
  losses: [
    { kind: 'linear', slope: [0] },
    { kind: 'linear', slope: [1] },
  ],
  schedule: { kind: 'constant', rate: 0.5 },
};

export const lastIterate = law<OnlineRun, SgdParts>({
  id: 'sgd.last-iterate',
  version: 1,
  cites: [{ article: '9902', equations: [4], place: 'the averages of A-(4) read as a statement about the last step' }],
  section: SECTIONS.assumptions,
  states: String.raw`L(x_T,\theta_T)-L(x_T,\theta^*)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t`,
  says: 'The last step obeys the bound on the average, which the article does not say. False: with losses 0 and θ on [0, 1] from θ₁ = 1 the last regret is 1, the bound 3/4.',
  expects: 'refuted',
  instead: ['sgd.averaged-iterate', 'sgd.regret-bound'],
  instances: exactly(lateTurn),
  hypotheses: [],
  reference,
  claim: (F, instance, use) => {
    const run = trace(F, instance, use);
    const last = F.sub(run.losses.at(-1)!, run.comparatorLosses.at(-1)!);
    return atMost(last, finalSides(F, instance, run).bound, 'regret of the last step');
  },
  cover: {},
  teeth: {},
});

/** From 0 toward (1, 4), which lies downhill; the nearest point in the maximum norm is again 0. */
const stuckInMaxNorm: OnlineRun = {
  set: { kind: 'segment', from: [0, 0], to: [1, 4] },
  start: [0, 0],
  comparator: [1, 4],
  losses: Array.from({ length: 4 }, () => ({ kind: 'linear', slope: [1, -1] }) as const),
  schedule: { kind: 'constant', rate: 1.5 },
};

/** The nearest point of a segment of the plane in the maximum norm. */
const nearestInMaxNorm: SgdParts = {
  ...reference,
  project: (F, set, x) => {
    if (set.kind !== 'segment') throw new RangeError(`The set is a ${set.kind}; give a segment.`);
    return nearestOnMaxNormSegment(F, { ...set, kind: 'max-norm-segment' }, x);
  },
};

export const maxNormProjection = law<OnlineRun, SgdParts>({
  id: 'sgd.max-norm-projection',
  version: 1,
  cites: [{ article: '9902', equations: [4, 16], place: 'A-(16) does not say which norm' }],
  section: SECTIONS.assumptions,
  states: String.raw`\Pi(\varphi)=\operatorname{argmin}_{\theta\in\Theta}\|\varphi-\theta\|_\infty\implies\text{A-(4)}`,
  says: 'A-(4) holds with the nearest point in any norm. False in the maximum norm: from 0 on the segment to (1, 4) with losses θ₁ − θ₂ and η = 3/2 the run never moves, and 3 > 35/12 after four steps.',
  expects: 'refuted',
  instead: ['proj.nonexp-point'],
  instances: exactly(stuckInMaxNorm),
  hypotheses: [],
  subject: 'projection',
  reference: nearestInMaxNorm,
  claim: (F, instance, use) => {
    const { regret, bound } = finalSides(F, instance, trace(F, instance, use));
    return atMost(regret, bound, 'average regret');
  },
  cover: {},
  teeth: {},
});

interface Slope {
  readonly slope: ExactVector;
  /** c, a candidate for θ*. */
  readonly candidate: ExactVector;
}

const slopeSchema: z.ZodType<Slope> = z.strictObject({ slope: exactVector, candidate: exactVector });

const slopes: Instances<Slope> = plainData({
  schema: slopeSchema,
  generate: (draw) => {
    const d = draw.logUniform(1, 16);
    const style = draw.pick(['integer', 'dyadic', 'fraction', 'full-mantissa'] as const);
    return { slope: drawNormal(draw, d, style), candidate: draw.list(d, () => draw.real(style)) };
  },
  require: ({ slope, candidate }) => {
    if (slope.every(isZero)) throw new RangeError('slope is zero; give a loss that is not constant.');
    if (slope.length !== candidate.length) {
      throw new RangeError(`slope has ${slope.length} coordinates and candidate ${candidate.length}; give as many.`);
    }
  },
});

export const noMinimizer = law<Slope, typeof modelSubgradient>({
  id: 'sgd.no-minimizer',
  version: 1,
  cites: [{ article: '9902', equations: [2] }],
  section: SECTIONS.setup,
  states: String.raw`L(\theta)=a\cdot\theta,\ a\ne0\implies\forall c\in\mathbb R^d:\ L\bigl(c-\nabla L(c)\bigr)<L(c)`,
  says: 'Over ℝᵈ the minimizer of A-(2) need not exist, even for a convex loss: under L = a·θ every candidate is beaten; sgd.no-minimizer-exp has one that is bounded below. On a closed bounded Θ it does exist, because L is continuous.',
  expects: 'holds',
  instances: slopes,
  hypotheses: [],
  subject: 'gradient',
  reference: modelSubgradient,
  claim: (F, { slope, candidate }, gradient) => {
    const loss = { kind: 'linear', slope } as const;
    const c = F.vector(candidate);
    const better = F.minus(c, gradient(F, loss, c));
    return below(modelLossValue(F, loss, better), modelLossValue(F, loss, c), 'loss of the candidate');
  },
  cover: { 'several dimensions': { atLeast: 0.5, when: ({ slope }) => slope.length > 1 } },
  teeth: {
    'gradient-sign': {
      says: 'The gradient has the wrong sign.',
      use: (F, loss, theta) => F.scale(F.of(-1), modelSubgradient(F, loss, theta)),
    },
  },
});

interface Candidate {
  /** c, a candidate for θ*. */
  readonly candidate: Exact;
}

const candidates: Instances<Candidate> = plainData({
  schema: z.strictObject({ candidate: exactNumber }),
  generate: (draw) => ({
    candidate: draw.real(draw.pick(['integer', 'dyadic', 'fraction', 'full-mantissa'] as const)),
  }),
});

export const noMinimizerExp = law<Candidate, undefined>({
  id: 'sgd.no-minimizer-exp',
  version: 1,
  cites: [{ article: '9902', equations: [2] }],
  section: SECTIONS.setup,
  states: String.raw`L(\theta)=e^\theta\implies\forall c\in\mathbb R:\ 0<L\bigl(c-L'(c)\bigr)<L(c)`,
  says: 'Nor need there be a minimizer over ℝ where the loss is bounded below, and strictly convex: under L = e^θ, which is positive, every candidate is beaten.',
  expects: 'holds',
  instances: candidates,
  hypotheses: [],
  reference: undefined,
  claim: (F, { candidate }) => {
    const loss = F.exp(F.of(candidate));
    const better = F.exp(F.sub(F.of(candidate), loss));
    return [below(F.zero, better, 'bounded below by 0'), below(better, loss, 'loss of the candidate')];
  },
  cover: {
    'a candidate below 0': { atLeast: 0.2, when: ({ candidate }) => isPositive(negated(candidate)) },
    'a candidate above 0': { atLeast: 0.2, when: ({ candidate }) => isPositive(candidate) },
  },
  teeth: {
    'gradient-sign': {
      says: 'The gradient has the wrong sign.',
      claim: (F, { candidate }) => {
        const loss = F.exp(F.of(candidate));
        return below(F.exp(F.add(F.of(candidate), loss)), loss);
      },
    },
    'bounded-away': {
      says: 'No loss is below 1/10.',
      claim: (F, { candidate }) => atMost(F.of(ratio(1, 10)), F.exp(F.sub(F.of(candidate), F.exp(F.of(candidate))))),
    },
  },
});

export const limitLaws: readonly AnyLaw[] = [noMinimizer, noMinimizerExp, luckyStep, maxNormProjection, lastIterate];
