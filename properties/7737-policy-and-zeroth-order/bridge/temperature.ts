import { gradientByShares, indicator } from '../../../src/bridge/indicator.ts';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import { argmax } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { atMost, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { tiedSoftening } from '../../breaking/bridge/softenings.ts';
import {
  directionsOf,
  type SofteningCase,
  softeningCases,
  tiesSomewhere,
  weightsAlong,
} from '../../instances/bridge/softening-case.ts';
import { listed } from '../../instances/plain-data.ts';
import { localPolicy, type PolicyCase, policyCases } from '../../instances/policy/policy-case.ts';
import { probabilitiesAt, wholePower } from '../../instances/policy/temperature-case.ts';
import { searched } from '../../necessity.ts';
import { SECTIONS } from '../sections.ts';

/** The shares of the classes at θ + εu, at the temperature 1/n. */
type Shares = <S>(F: Algebra<S>, weights: Vector<S>, inverseTemperature: number) => Vector<S>;

const hardShares: Shares = (F, weights) => indicator(F, weights);

/** (1/ε) E_u[Σ_y q_y(u) r_y u] with these shares. */
const gradientWith = <S>(F: Algebra<S>, instance: SofteningCase, shares: Shares): Vector<S> =>
  gradientByShares(F, directionsOf(F, instance), F.vector(instance.rewards), F.of(instance.smoothing), (u) =>
    shares(F, weightsAlong(F, instance, u), instance.inverseTemperature),
  );

/** (1/ε) E_u[|u_i| (r_max − r_min) (K − 1) qⁿ], with q(u) < 1 the largest weight but the top one over the top. */
function errorBound<S>(F: Algebra<S>, instance: SofteningCase, rivals: number, speed: number): Vector<S> {
  const rewards = F.vector(instance.rewards);
  const range = F.sub(rewards.reduce(F.max), rewards.reduce(F.min));
  const scale = F.div(F.mul(range, F.of(rivals)), F.of(instance.smoothing));
  const parts = directionsOf(F, instance).map(({ direction, probability }) => {
    const weights = weightsAlong(F, instance, direction);
    const top = weights[argmax(F, weights)]!;
    const below = weights.filter((a) => F.compare(a, top) < 0).reduce(F.max, F.zero);
    const decay = wholePower(F, F.div(below, top), instance.inverseTemperature * speed);
    return F.scale(F.mul(F.mul(probability, scale), decay), direction.map(F.abs));
  });
  return parts.reduce(F.plus);
}

function withinBound<S>(
  F: Algebra<S>,
  instance: SofteningCase,
  shares: Shares,
  rivals: number,
  speed = 1,
): Relation<S> {
  const error = F.minus(gradientWith(F, instance, hardShares), gradientWith(F, instance, shares));
  const bound = errorBound(F, instance, rivals, speed);
  return error.map((e, i) => atMost(F.abs(e), bound[i]!, `coordinate ${i + 1}`));
}

export const soften = law<SofteningCase, undefined>({
  id: 'zoR.soften',
  version: 1,
  cites: [{ article: '7737', equations: [20, 22] }],
  section: SECTIONS.partition,
  states: String.raw`\Big|\frac1\varepsilon\mathbb E_u\sum_y(\chi-p_{\theta+\varepsilon u})r_yu_i\Big|\le\frac{r_{\max}-r_{\min}}\varepsilon\,\mathbb E_u\big[|u_i|\,(K-1)\,e^{-\Delta(u)/\tau}\big]\xrightarrow[\tau\to0]{}0`,
  says: 'At a fixed ε, putting probabilities for indicators changes the zeroth-order gradient by at most the range of the rewards over ε times the mean of |u| (K − 1) exp(−gap/τ), at every τ; as τ → 0 that bound vanishes.',
  expects: 'holds',
  instances: softeningCases('none'),
  hypotheses: [
    {
      name: 'no-ties',
      says: 'At no direction do two classes tie for the largest logit.',
      holds: (instance) => !tiesSomewhere(instance),
      necessity: searched(tiedSoftening, 'On a tie the probabilities stay shared at every temperature: zoR.tie-limit.'),
    },
  ],
  reference: undefined,
  claim: (F, instance) => withinBound(F, instance, probabilitiesAt, instance.weights.length - 1),
  cover: {
    'more than two classes': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 },
    'at τ ≤ 1/4': { atLeast: 0.2, when: ({ inverseTemperature }) => inverseTemperature >= 4 },
  },
  teeth: {
    argmin: {
      says: 'The indicator is replaced by the probabilities of the negated logits.',
      claim: (F, instance) =>
        withinBound(F, instance, (G, a, n) => probabilitiesAt(G, a, -n), instance.weights.length - 1),
    },
    'temperature-fixed': {
      says: 'The temperature of the probabilities stays 1.',
      claim: (F, instance) => withinBound(F, instance, (G, a) => probabilitiesAt(G, a, 1), instance.weights.length - 1),
    },
    'rate-squared': {
      says: 'The error vanishes like exp(−2 gap/τ).',
      claim: (F, instance) => withinBound(F, instance, probabilitiesAt, instance.weights.length - 1, 2),
    },
  },
});

export const temperatureFree = law<SofteningCase, undefined>({
  id: 'zoR.temperature-free',
  version: 1,
  cites: [{ article: '7737', equations: [17, 23] }],
  section: SECTIONS.finale,
  states: String.raw`\tilde\nabla\mathcal R_\theta\text{ is the same for every }\tau>0`,
  says: 'The left side of (23) does not depend on the temperature: which class wins at θ + εu is the same for every τ > 0.',
  expects: 'holds',
  instances: softeningCases('any'),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) =>
    equalVectors(
      gradientWith(F, instance, (G, a, n) => indicator(G, probabilitiesAt(G, a, n))),
      gradientWith(F, instance, hardShares),
      'coordinate',
    ),
  cover: {
    'another temperature than 1': { atLeast: 0.4, when: ({ inverseTemperature }) => inverseTemperature > 1 },
    'a tie': { atLeast: 0.05, when: tiesSomewhere },
  },
  teeth: {
    softened: {
      says: 'The soft objective has no temperature either.',
      claim: (F, instance) =>
        equalVectors(
          gradientWith(F, instance, probabilitiesAt),
          gradientWith(F, instance, (G, a) => probabilitiesAt(G, a, 1)),
        ),
    },
    'negative-temperature': {
      says: 'The winner is also the same for τ < 0.',
      claim: (F, instance) =>
        equalVectors(
          gradientWith(F, instance, (G, a, n) => indicator(G, probabilitiesAt(G, a, -n))),
          gradientWith(F, instance, hardShares),
        ),
    },
  },
});

/** The policy gradient of the case, at τ and at τ/2 with the same logits: the weights exp(z/τ) are squared. */
const gradientAtHalf = <S>(F: Algebra<S>, instance: PolicyCase): readonly [Vector<S>, Vector<S>] => {
  const { probabilities, ...local } = localPolicy(F, instance);
  const half = {
    ...local,
    probabilities: probabilitiesAt(F, F.vector(instance.weights), 2),
    temperature: F.div(local.temperature, F.of(2)),
  };
  const rewards = F.vector(instance.rewards);
  return [policyGradient(F, { ...local, probabilities }, rewards), policyGradient(F, half, rewards)];
};

export const finalTemperature = law<PolicyCase, undefined>({
  id: 'zoR.final-temperature',
  version: 1,
  cites: [{ article: '7737', equations: [23] }],
  section: SECTIONS.finale,
  states: String.raw`\sum_yr_y\nabla_\theta p_\theta(y|x)\text{ is the same for every }\tau>0`,
  says: 'The right side of (23) does not depend on the temperature, as the left side does not (zoR.temperature-free). (It does: at two equal logits with rewards 1 and 0 halving τ doubles it, from 1/4 to 1/2.)',
  expects: 'refuted',
  instead: ['zoR.temperature-free', 'zoR.temperature-scale'],
  instances: listed(policyCases, [{ weights: [1, 1], rewards: [1, 0], temperature: 1 }]),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => equalVectors(...gradientAtHalf(F, instance), 'coordinate'),
  cover: {},
  teeth: {},
});

export const zeroTemperature = law<PolicyCase, undefined>({
  id: 'zoR.temperature-scale',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [23] }],
  section: SECTIONS.finale,
  states: String.raw`z_1=\dots=z_K:\quad\nabla_z\sum_yp_yr_y=\frac{r-\bar r}{K\tau}`,
  says: 'At equal logits the policy gradient is inversely proportional to τ: it grows without bound as τ → 0, while the zeroth-order gradient of the hard objective stays what it is.',
  expects: 'holds',
  instances: {
    ...policyCases,
    generate: (draw) => {
      const { features: _, ...table } = policyCases.generate(draw);
      return { ...table, weights: table.weights.map(() => 1) };
    },
  },
  hypotheses: [
    {
      name: 'equal-logits',
      says: 'All logits are equal.',
      holds: ({ weights, features }) => features === undefined && weights.every((a) => a === weights[0]),
      necessity: searched({
        ...policyCases,
        generate: (draw) => ({ weights: [1, draw.integer(2, 4)], rewards: [draw.integer(1, 3), 0], temperature: 1 }),
      }),
    },
  ],
  reference: undefined,
  claim: (F, instance) => {
    const [full, half] = gradientAtHalf(F, instance);
    const rewards = F.vector(instance.rewards);
    const mean = F.div(F.sum(rewards), F.of(rewards.length));
    const scale = F.mul(F.of(rewards.length), F.of(instance.temperature));
    return [
      equalVectors(
        full,
        rewards.map((r) => F.div(F.sub(r, mean), scale)),
        'coordinate',
      ),
      equalVectors(half, F.scale(F.of(2), full), 'at τ/2, coordinate'),
    ];
  },
  cover: { 'another temperature than 1': { atLeast: 0.2, when: ({ temperature }) => temperature !== 1 } },
  teeth: {
    'temperature-multiplied': {
      says: 'The gradient is proportional to τ.',
      claim: (F, instance) => {
        const [full, half] = gradientAtHalf(F, instance);
        return equalVectors(F.scale(F.of(2), half), full);
      },
    },
  },
});

/** What the temperature does to the two sides of (22) and (23). */
export const temperatureLaws: readonly AnyLaw[] = [soften, temperatureFree, finalTemperature, zeroTemperature];
