import { lossValue, maxAffineLoss, subgradient } from '../../src/descent/loss.ts';
import { regretBound } from '../../src/descent/regret.ts';
import { rate as scheduleRate } from '../../src/descent/schedule.ts';
import { descend } from '../../src/descent/sgd.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { type Exact, ratio } from '../../src/scalar/exact.ts';
import { below, equal, type Relation } from '../../src/scalar/relation.ts';
import { type Scale, scales } from '../instances/descent/scales.ts';
import { listed } from '../instances/plain-data.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

/** A multiple of G D √T, where T A-(4) for η_t = D/(G√t) must stay. */
const hazanBound = <S>(F: Algebra<S>, { horizon, distance, gradient }: Scale, multiple: Exact): Relation<S> => {
  const D = F.of(distance);
  const G = F.of(gradient);
  const rates = Array.from({ length: horizon }, (_, t) => F.div(D, F.mul(G, F.sqrt(F.of(t + 1)))));
  const average = regretBound(F, { squaredDistance: F.square(D), squaredGradient: F.square(G), rates });
  const right = F.mul(F.mul(F.of(multiple), F.mul(D, G)), F.sqrt(F.of(horizon)));
  return below(F.mul(F.of(horizon), average), right, 'T times the bound A-(4)');
};

export const hazan = law<Scale, undefined>({
  id: 'sgd.hazan',
  version: 1,
  cites: [
    { article: '9902', equations: [4, 7], place: 'Hazan, Introduction to Online Convex Optimization, Theorem 3.1' },
  ],
  section: SECTIONS.beyond,
  states: String.raw`\eta_t=\tfrac D{G\sqrt t}\implies\frac{D^2}{2\eta_T}+\frac{G^2}2\sum_t\eta_t<\tfrac32GD\sqrt T`,
  says: 'With the rates D/(G√t) the bound A-(4) gives a regret below 3/2 G D √T, the constant of a textbook theorem.',
  expects: 'holds',
  instances: scales(100),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => hazanBound(F, instance, 1.5),
  cover: { 'ratio above 9/10': { atLeast: 0.3, when: (_scale, share) => share !== undefined && share > 0.9 } },
  teeth: {
    'half-dropped': {
      says: 'The constant is 1.',
      claim: (F, instance) => hazanBound(F, instance, 1),
    },
    'seven-fifths': {
      says: 'The constant is 7/5.',
      claim: (F, instance) => hazanBound(F, instance, ratio(7, 5)),
    },
  },
});

/** θ₁ = (D/√T, …, D/√T) in d = T dimensions, L_t = G θ_t, η = D/(G√T): the family of sgd.tight-orthogonal. */
function worstCase<S>(F: Algebra<S>, { horizon, distance, gradient }: Scale, use: SgdParts) {
  const corner = F.div(F.of(distance), F.sqrt(F.of(horizon)));
  const axes = Array.from({ length: horizon }, (_, i) => i);
  const schedule = { kind: 'horizon', diameter: distance, gradientBound: gradient, horizon } as const;
  return descend<S, Vector<S>>(
    F,
    {
      start: axes.map(() => corner),
      horizon,
      project: (x) => x,
      gradient: (t) => F.vector(axes.map((i) => (i === t - 1 ? gradient : 0))),
      rate: (t) => use.rate(F, schedule, t),
    },
    use.step,
  );
}

export const pepitRegret = law<Scale, SgdParts>({
  id: 'sgd.pepit-regret',
  version: 1,
  cites: [{ article: '9902', equations: [6], place: 'PEPit, online gradient descent: M = 1, D = 1/2, n = 2' }],
  section: SECTIONS.beyond,
  states: String.raw`M=1,\ D=\tfrac12,\ n=2,\ \eta=\tfrac D{M\sqrt n}:\quad\sum_tL_t(\theta_t)-\sum_tL_t(\theta^*)=MD\sqrt n=\tfrac1{\sqrt2}=0.707107`,
  says: 'The worst regret that PEPit computes for online gradient descent is attained: 1/√2 for M = 1, D = 1/2 and two steps.',
  expects: 'holds',
  instances: listed(scales(8), [{ horizon: 2, distance: 0.5, gradient: 1 }]),
  hypotheses: [],
  subject: 'step',
  reference,
  claim: (F, scale, use) => {
    const { gradients, iterates } = worstCase(F, scale, use);
    const start = iterates[0]!;
    return [
      equal(F.squaredNorm(start), F.square(F.of(scale.distance)), '‖θ₁ − θ*‖ = D'),
      equal(F.sum(gradients.map((g, t) => F.dot(g, iterates[t]!))), F.sqrt(F.of(0.5)), 'regret'),
      equal(F.squaredNorm(iterates.at(-1)!), F.zero, 'θ_{T+1} = θ*'),
    ];
  },
  cover: {},
  teeth: { 'gradient-sign': { says: 'The step ascends.', use: gradientSign } },
});

/** G max(0, θ_1, …, θ_T) at the best of T iterates, from (R/√T, …, R/√T) with the rate R/(G√T), and where it ends. */
function bestIterate<S>(F: Algebra<S>, { horizon, distance, gradient }: Scale, use: SgdParts) {
  const axes = Array.from({ length: horizon }, (_, i) => i);
  const slopes = [...axes.map((i) => axes.map((j) => (i === j ? gradient : 0))), axes.map(() => 0)];
  const loss = maxAffineLoss(
    slopes,
    slopes.map(() => 0),
  );
  const schedule = { kind: 'horizon', diameter: distance, gradientBound: gradient, horizon } as const;
  const corner = F.div(F.of(distance), F.sqrt(F.of(horizon)));
  const { iterates } = descend<S, Vector<S>>(
    F,
    {
      start: axes.map(() => corner),
      horizon,
      project: (x) => x,
      gradient: (_t, theta) => subgradient(F, loss, theta),
      rate: (t) => use.rate(F, schedule, t),
    },
    use.step,
  );
  return {
    best: iterates
      .slice(0, -1)
      .map((theta) => lossValue(F, loss, theta))
      .reduce(F.min),
    end: iterates.at(-1)!,
  };
}

const bestIs = <S>(F: Algebra<S>, scale: Scale, use: SgdParts, horizon: number): Relation<S> => {
  const value = F.div(F.mul(F.of(scale.gradient), F.of(scale.distance)), F.sqrt(F.of(horizon)));
  const { best, end } = bestIterate(F, scale, use);
  return [
    equal(best, value, 'loss of the best iterate'),
    equal(F.squaredNorm(end), F.zero, 'one step later: ‖θ − θ*‖²'),
  ];
};

export const bestIterateTight = law<Scale, SgdParts>({
  id: 'sgd.best-iterate-tight',
  version: 1,
  cites: [{ article: '9902', equations: [6], place: 'Drori and Teboulle, arXiv 1409.2636; PEPit, subgradient method' }],
  section: SECTIONS.beyond,
  states: String.raw`L=M\max(0,\theta_1,\dots,\theta_{n+1}),\ \eta=\tfrac R{M\sqrt{n+1}}\implies\min_{t\le n+1}L(\theta_t)-\min L=\frac{MR}{\sqrt{n+1}}`,
  says: 'The bound A-(6) on the best of n + 1 iterates of the subgradient method is attained by one fixed convex loss: 2/√7 = 0.755929 for M = 2, R = 1, n = 6.',
  expects: 'holds',
  instances: scales(7),
  hypotheses: [],
  subject: 'step',
  reference,
  claim: (F, scale, use) => bestIs(F, scale, use, scale.horizon),
  cover: { 'three iterates or more': { atLeast: 0.5, when: ({ horizon }) => horizon > 2 } },
  teeth: {
    'iterates-off-by-one': {
      says: 'n + 1 iterates are counted as n + 2.',
      claim: (F, scale, use) => bestIs(F, scale, use, scale.horizon + 1),
    },
    'rate-doubled': {
      says: 'The rate is twice as large.',
      use: { ...reference, rate: (F, schedule, t) => F.mul(F.of(2), scheduleRate(F, schedule, t)) },
    },
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  },
  atMostRuns: 400,
});

export const publishedLaws: readonly AnyLaw[] = [hazan, pepitRegret, bestIterateTight];
