import { gradientByShares } from '../../../src/bridge/indicator.ts';
import { taylorStep } from '../../../src/bridge/taylor-step.ts';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { atoms } from '../../../src/zeroth-order/directions.ts';
import { offCenter, wrongVariance } from '../../breaking/bridge/smoothed-policies.ts';
import { type SmoothedPolicy, smoothedPolicies } from '../../instances/bridge/smoothed-policy.ts';
import { localPolicy, probabilitiesAfter } from '../../instances/policy/policy-case.ts';
import { searched } from '../../necessity.ts';
import { type PolicyParts, reference } from '../policy/subject.ts';
import { scoreMistakes } from '../policy/teeth/scores.ts';
import { SECTIONS } from '../sections.ts';
import { centeredDirections, identityCovariance } from './hypotheses.ts';

const aboutSteps = {
  version: 1,
  section: SECTIONS.finale,
  expects: 'holds',
  instances: smoothedPolicies,
  cover: {
    'linear in features': { atLeast: 0.2, when: ({ features }: SmoothedPolicy) => features !== undefined },
    'directions that are not symmetric': {
      atLeast: 0.1,
      when: ({ directions }: SmoothedPolicy) => directions.kind === 'skewed' || directions.kind === 'finite',
    },
  },
} as const;

const readSmoothing = <S>(F: Algebra<S>, instance: SmoothedPolicy) => ({
  directions: atoms(F, instance.directions),
  rewards: F.vector(instance.rewards),
  smoothing: F.of(instance.smoothing),
  policy: localPolicy(F, instance),
});

/** (1/ε) E_u[Σ_y p_θ(y) r_y u]: what the part of (22) without ε leaves behind. */
function zeroTerm<S>(F: Algebra<S>, instance: SmoothedPolicy): Vector<S> {
  const { directions, policy, rewards, smoothing } = readSmoothing(F, instance);
  return gradientByShares(F, directions, rewards, smoothing, () => policy.probabilities);
}

export const zeroTermLaw = law<SmoothedPolicy, undefined>({
  ...aboutSteps,
  id: 'zoR.zero-term',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [23], place: 'the comment by 路菜鸟 and the reply' }],
  states: String.raw`\int p_\theta(y|x)\,r(y_t,y)\,p(u)u\,du=p_\theta(y|x)\,r(y_t,y)\int u\,p(u)\,du=0`,
  says: 'Between (22) and (23) the term with p_θ itself drops out, because the direction has mean 0.',
  hypotheses: [centeredDirections(searched(offCenter))],
  reference: undefined,
  claim: (F, instance) => zeroTerm(F, instance).map((x, i) => equal(x, F.zero, `coordinate ${i + 1}`)),
  teeth: {
    'first-coordinate-squared': {
      says: 'The integral is over u² instead of u.',
      claim: (F, instance) => {
        const { directions, policy, rewards, smoothing } = readSmoothing(F, instance);
        const squared = directions.map((atom) => ({ ...atom, direction: atom.direction.map(F.square) }));
        return gradientByShares(F, squared, rewards, smoothing, () => policy.probabilities).map((x) =>
          equal(x, F.zero),
        );
      },
    },
    'half-of-the-directions': {
      says: 'The integral is over the half space of positive first coordinates.',
      claim: (F, instance) => {
        const { directions, policy, rewards, smoothing } = readSmoothing(F, instance);
        const half = directions.filter(({ direction }) => F.compare(direction[0]!, F.zero) > 0);
        return gradientByShares(F, half, rewards, smoothing, () => policy.probabilities).map((x) => equal(x, F.zero));
      },
    },
  },
});

/** (1/ε) E_u[Σ_y (p_y + εu · ∇p_y) r_y u], the left side of (23) after the Taylor step. */
function afterTaylorStep<S>(F: Algebra<S>, instance: SmoothedPolicy, scale: S = F.one): Vector<S> {
  const { directions, policy, rewards, smoothing } = readSmoothing(F, instance);
  return gradientByShares(F, directions, rewards, smoothing, (u) =>
    taylorStep(F, policy, F.scale(F.mul(scale, smoothing), u)),
  );
}

export const integralLaw = law<SmoothedPolicy, PolicyParts>({
  ...aboutSteps,
  id: 'zoR.integral',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [23] }],
  states: String.raw`\frac1\varepsilon\mathbb E_u\Big[\sum_y\big(p_y+\varepsilon u^\top\nabla p_y\big)r_y\,u\Big]=\sum_yr_y\nabla_\theta p_y`,
  says: 'Once the probabilities are replaced by their first-order expansion, the integral over u is the policy gradient exactly, at every ε.',
  hypotheses: [centeredDirections(searched(offCenter)), identityCovariance(searched(wrongVariance))],
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) =>
    equalVectors(
      afterTaylorStep(F, instance),
      use.gradient(F, localPolicy(F, instance), F.vector(instance.rewards)),
      'parameter',
    ),
  teeth: {
    ...scoreMistakes('score-sign', 'temperature-multiplied'),
    'missing-smoothing': {
      says: 'The expansion has u · ∇p without ε.',
      claim: (F, instance) =>
        equalVectors(
          afterTaylorStep(F, instance, F.div(F.one, F.of(instance.smoothing))),
          policyGradient(F, localPolicy(F, instance), F.vector(instance.rewards)),
        ),
    },
  },
});

/** The coefficients of ε⁻¹ and ε⁰ of (1/ε) E_u[Σ_y p_{θ+εu}(y) r_y u], at a fixed temperature. */
function expansion<S>(F: Algebra<S>, instance: SmoothedPolicy): readonly [Vector<S>, Vector<S>] {
  const E = series(F, 2);
  const gradient = gradientByShares(E, atoms(E, instance.directions), E.vector(instance.rewards), E.epsilon, (u) =>
    probabilitiesAfter(E, instance, E.scale(E.epsilon, u)),
  );
  return [gradient.map((x) => E.coefficient(x, -1)), gradient.map((x) => E.coefficient(x, 0))];
}

export const taylorLimit = law<SmoothedPolicy, PolicyParts>({
  ...aboutSteps,
  id: 'zoR.taylor',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [22, 23] }],
  states: String.raw`\lim_{\varepsilon\to0}\frac1\varepsilon\mathbb E_u\Big[\sum_yp_{\theta+\varepsilon u}(y|x)\,r_y\,u\Big]=\sum_yr_y\nabla_\theta p_\theta(y|x)\qquad(\tau\text{ fixed})`,
  says: 'At a fixed temperature the zeroth-order gradient of the soft objective tends to the policy gradient as ε → 0. That is the step from (22) to (23); the step before it, from the hard objective, needs the opposite order of sizes (zoR.orders).',
  hypotheses: [
    centeredDirections(searched(offCenter, 'Without E u = 0 the term with p_θ itself is of order 1/ε.')),
    identityCovariance(searched(wrongVariance)),
  ],
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) => {
    const [diverging, limit] = expansion(F, instance);
    return [
      diverging.map((x, i) => equal(x, F.zero, `coefficient of 1/ε, parameter ${i + 1}`)),
      equalVectors(limit, use.gradient(F, localPolicy(F, instance), F.vector(instance.rewards)), 'parameter'),
    ];
  },
  teeth: {
    ...scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
    'one-temperature': {
      says: 'The limit is the policy gradient at τ = 1.',
      claim: (F, instance) =>
        equalVectors(
          expansion(F, instance)[1],
          policyGradient(F, { ...localPolicy(F, instance), temperature: F.one }, F.vector(instance.rewards)),
        ),
    },
  },
});

/** From (22) to (23): the expansion in ε, at a fixed temperature. */
export const taylorLaws: readonly AnyLaw[] = [zeroTermLaw, integralLaw, taylorLimit];
