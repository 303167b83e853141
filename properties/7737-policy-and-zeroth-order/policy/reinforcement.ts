import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { naturalGradient } from '../../../src/policy/fisher.ts';
import { policyGradient } from '../../../src/policy/gradient.ts';
import type { LocalPolicy } from '../../../src/policy/score.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { atMost, equal, equalVectors } from '../../../src/scalar/relation.ts';
import { listed } from '../../instances/plain-data.ts';
import { localPolicy, type PolicyCase, probabilitiesAfter, tableCases } from '../../instances/policy/policy-case.ts';
import { SECTIONS } from '../sections.ts';
import { type PolicyParts, reference } from './subject.ts';
import { scoreMistakes } from './teeth/scores.ts';

/** The direction in which the logits move. */
interface Ascent {
  direction<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>): Vector<S>;
}

/** How fast each probability changes while the logits move in a direction. */
function velocities<S>(F: Algebra<S>, instance: PolicyCase, direction: Vector<S>): Vector<S> {
  const D = dual(F);
  const [time] = D.variables([F.zero]);
  const step = direction.map((x) => D.mul(D.constant(x), time!));
  return probabilitiesAfter(D, instance, step).map((p) => D.gradient(p, 1)[0]!);
}

/** Each reward less the mean reward. */
function excesses<S>({ dot, sub }: Algebra<S>, { probabilities }: LocalPolicy<S>, rewards: Vector<S>): Vector<S> {
  const mean = dot(probabilities, rewards);
  return rewards.map((r) => sub(r, mean));
}

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [6, 10], place: 'the text after (10): what is reinforced' }],
  section: SECTIONS.baseline,
  hypotheses: [],
} as const;

export const reinforcedLogit = law<PolicyCase, PolicyParts>({
  ...about,
  id: 'pg.reinforced-logit',
  states: String.raw`\operatorname{sign}\frac{\partial S}{\partial z_y}=\operatorname{sign}(r_y-\bar r)`,
  says: 'Gradient ascent raises the logit of a class exactly if its reward is above the mean reward, and lowers it exactly if it is below.',
  expects: 'holds',
  instances: tableCases,
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) => {
    const [policy, rewards] = [localPolicy(F, instance), F.vector(instance.rewards)];
    const above = excesses(F, policy, rewards);
    return use
      .gradient(F, policy, rewards)
      .map((slope, y) =>
        equal(F.of(F.compare(slope, F.zero)), F.of(F.compare(above[y]!, F.zero)), `class ${y + 1}: the sign`),
      );
  },
  cover: { 'more than two classes': { atLeast: 0.5, when: ({ weights }) => weights.length > 2 } },
  teeth: scoreMistakes('score-sign', 'missing-mean'),
});

export const reinforcedProbability = law<PolicyCase, PolicyParts>({
  ...about,
  id: 'pg.reinforced-probability',
  states: String.raw`r_y\ge\bar r\implies\frac{dp_y}{dt}\ge0,\qquad\dot z=\nabla_zS`,
  says: 'Gradient ascent raises the probability of every class whose reward is above the mean reward. (Not so: its logit rises, but that of a more likely and better class may rise faster.)',
  expects: 'refuted',
  instead: ['pg.reinforced-logit', 'pg.natural-flow'],
  instances: listed(tableCases, [{ weights: [5, 1, 4], rewards: [2, 1, -1], temperature: 1 }]),
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) => {
    const [policy, rewards] = [localPolicy(F, instance), F.vector(instance.rewards)];
    const above = excesses(F, policy, rewards);
    return velocities(F, instance, use.gradient(F, policy, rewards)).flatMap((velocity, y) =>
      F.compare(above[y]!, F.zero) < 0 ? [] : atMost(F.zero, velocity, `probability of class ${y + 1}`),
    );
  },
  cover: {},
  teeth: {},
});

export const naturalFlow = law<PolicyCase, Ascent>({
  ...about,
  id: 'pg.natural-flow',
  ladder: IDENTITY_LADDER,
  states: String.raw`\dot z=F^{-1}\nabla_zS=\tau(r-c)\implies\frac{dp_y}{dt}=p_y\,(r_y-\bar r)`,
  says: 'What is true of probabilities: along the natural gradient each changes by itself times its reward less the mean reward. There, exactly the classes above the mean gain.',
  expects: 'holds',
  instances: tableCases,
  subject: 'natural gradient',
  reference: { direction: naturalGradient },
  claim: (F, instance, use) => {
    const [policy, rewards] = [localPolicy(F, instance), F.vector(instance.rewards)];
    const above = excesses(F, policy, rewards);
    return equalVectors(
      velocities(F, instance, use.direction(F, policy, rewards)),
      policy.probabilities.map((p, y) => F.mul(p, above[y]!)),
      'probability of class',
    );
  },
  cover: {
    'more than two classes': { atLeast: 0.5, when: ({ weights }) => weights.length > 2 },
    'another temperature than 1': { atLeast: 0.2, when: ({ temperature }) => temperature !== 1 },
  },
  teeth: {
    'plain-gradient': {
      says: 'The logits follow the gradient itself.',
      use: { direction: policyGradient },
    },
    'temperature-forgotten': {
      says: 'The logits follow r − r̄, without τ.',
      use: { direction: (F, policy, rewards) => excesses(F, policy, rewards) },
    },
  },
});

/** Which classes gain. */
export const reinforcementLaws: readonly AnyLaw[] = [reinforcedLogit, reinforcedProbability, naturalFlow];
