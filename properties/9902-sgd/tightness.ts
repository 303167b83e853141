import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import { IDENTITY_LADDER } from '../../src/law/decide.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { atMost, equal, equalVectors, type Relation } from '../../src/scalar/relation.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import { lineRun, orthogonalRun, type TightSize, tightSizes } from '../instances/descent/tight-runs.ts';
import { listed } from '../instances/plain-data.ts';
import { finalSides } from './final-sides.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, squaredBounds, trace } from './subject.ts';
import { gradientSign, rateIndexOffByOne } from './teeth/parts.ts';

type Sides<S> = ReturnType<typeof finalSides<S>>;

/**
 * The average regret, the bound A-(4) and the bound A-(6) are one number, for D = diam Θ and η = D/(G√T), and the run
 * ends at θ*.
 */
const attained =
  (family: (size: TightSize) => OnlineRun, wrongly = <S>(_F: Algebra<S>, sides: Sides<S>): Sides<S> => sides) =>
  <S>(F: Algebra<S>, size: TightSize, use: SgdParts): Relation<S> => {
    const run = family(size);
    const { iterates, comparator, ...rest } = trace(F, run, use);
    const sides = wrongly(F, finalSides(F, run, { iterates, comparator, ...rest }));
    const { regret, bound, squaredDistance, squaredGradient, rates } = sides;
    const steps = F.of(run.losses.length);
    const product = F.mul(squaredDistance, squaredGradient);
    return [
      equal(regret, bound, 'the average regret is the bound A-(4)'),
      atMost(F.zero, regret, 'the average regret is not negative'),
      equal(F.mul(F.square(regret), steps), product, 'T times its square is D² G², as in A-(6)'),
      rates.map((eta) => equal(F.mul(F.mul(F.square(eta), squaredGradient), steps), squaredDistance, 'η² G² T = D²')),
      equalVectors(iterates.at(-1)!, comparator, 'θ_{T+1} = θ*: coordinate'),
    ];
  };

/** D² / (T η_T) + G² / (2 T) Σ η_t: the first half forgotten. */
const withoutHalf = <S>(F: Algebra<S>, sides: Sides<S>): Sides<S> => {
  const { squaredDistance, squaredGradient, rates } = sides;
  return {
    ...sides,
    bound: regretBound(F, { squaredDistance: F.mul(F.of(2), squaredDistance), squaredGradient, rates }),
  };
};

/** D is half the diameter. */
const withHalfDiameter = <S>(F: Algebra<S>, sides: Sides<S>): Sides<S> => {
  const { squaredDistance, squaredGradient, rates } = sides;
  const quarter = F.div(squaredDistance, F.of(4));
  return {
    ...sides,
    squaredDistance: quarter,
    bound: regretBound(F, { squaredDistance: quarter, squaredGradient, rates }),
  };
};

const mistakes = (family: (size: TightSize) => OnlineRun) => ({
  'missing-half': {
    says: 'The bound has D²/(T η_T) where the article has D²/(2 T η_T).',
    claim: attained(family, withoutHalf),
  },
  'diameter-halved': { says: 'D is half the diameter.', claim: attained(family, withHalfDiameter) },
  'gradient-sign': { says: 'The step ascends.', use: gradientSign },
});

export const tightOrthogonal = law<TightSize, SgdParts>({
  id: 'sgd.tight-orthogonal',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [4, 6] }],
  section: SECTIONS.beyond,
  states: String.raw`\Theta=[0,s]^T,\ \theta_1=(s,\dots,s),\ L_t=G\theta_t,\ \eta=\tfrac sG=\tfrac D{G\sqrt T}\implies\text{average regret}=\frac{DG}{\sqrt T}`,
  says: 'A-(6) is attained for every T, with all its hypotheses and D = diam Θ: a run in as many dimensions as steps meets every coordinate once.',
  expects: 'holds',
  instances: tightSizes(8),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: attained(orthogonalRun),
  cover: { 'three steps or more': { atLeast: 0.5, when: ({ size }) => size > 2 } },
  teeth: mistakes(orthogonalRun),
});

export const tightLine = law<TightSize, SgdParts>({
  id: 'sgd.tight-line',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '9902', equations: [4, 6] }],
  section: SECTIONS.beyond,
  states: String.raw`d=1,\ T=k^2,\ \Theta=[0,ks],\ \eta=\tfrac sG=\tfrac D{G\sqrt T}\implies\text{average regret}=\frac{DG}{\sqrt T}\text{ is attained}`,
  says: 'A-(6) is attained on the line whenever T is a square: pairs of gradients G, −G from the far end, then √T times G.',
  expects: 'holds',
  instances: tightSizes(6),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: attained(lineRun),
  cover: { 'four steps or more': { atLeast: 0.5, when: ({ size }) => size > 1 } },
  teeth: mistakes(lineRun),
});

/** ‖θ₁‖ = ‖θ₂‖ = ‖g₁‖ = ‖g₂‖ = 1 and θ₃ = θ* = 0. */
export const decreasingRun: OnlineRun = {
  set: { kind: 'space', dimension: 2 },
  start: [1, 0],
  comparator: [0, 0],
  losses: [
    { kind: 'linear', slope: [ratio(4, 5), ratio(-3, 5)] },
    { kind: 'linear', slope: [ratio(-7, 25), ratio(24, 25)] },
  ],
  schedule: { kind: 'sequence', rates: [ratio(8, 5), 1] },
};

export const tightDecreasing = law<OnlineRun, SgdParts>({
  id: 'sgd.tight-decreasing',
  version: 1,
  cites: [{ article: '9902', equations: [4, 15] }],
  section: SECTIONS.beyond,
  states: String.raw`\eta=(\tfrac85,1),\ \theta_1=(1,0),\ g_1=(\tfrac45,-\tfrac35),\ g_2=(-\tfrac7{25},\tfrac{24}{25})\implies\text{regret}=\tfrac95=\frac{D^2}{2\eta_2}+\frac{G^2}2(\eta_1+\eta_2)`,
  says: 'A-(4) is attained with strictly decreasing rates when D is the largest distance to θ* on the run; with D = diam Θ it is not, sgd.strict-diameter.',
  expects: 'holds',
  instances: listed(onlineRuns({ sets: ['box'], losses: ['linear'], schedules: ['sequence'] }), [decreasingRun]),
  hypotheses: [],
  subject: 'step',
  reference,
  claim: (F, instance, use) => {
    const run = trace(F, instance, use);
    const rates = run.rates.map((_, t) => reference.rate(F, instance.schedule, t + 1));
    const bounds = squaredBounds(F, instance, run);
    return [
      equal(averageRegret(F, run.losses, run.comparatorLosses), F.div(F.of(9), F.of(10)), 'average regret'),
      equal(regretBound(F, { ...bounds, rates }), F.div(F.of(9), F.of(10)), 'the bound A-(4)'),
    ];
  },
  cover: {},
  teeth: {
    'rate-index': { says: 'Step t uses the rate of step t + 1.', use: rateIndexOffByOne },
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  },
});

export const tightnessLaws: readonly AnyLaw[] = [tightOrthogonal, tightLine, tightDecreasing];
