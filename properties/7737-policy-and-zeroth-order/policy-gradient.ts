import { type AnyLaw, law } from '../../src/law/law.ts';
import { expectedReward } from '../../src/policy/gradient.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { dual } from '../../src/scalar/dual.ts';
import { equalVectors } from '../../src/scalar/relation.ts';
import {
  localPolicy,
  type PolicyCase,
  parametersOf,
  policyCases,
  probabilitiesAfter,
} from '../instances/policy-case.ts';
import { SECTIONS } from './sections.ts';
import { type PolicyParts, reference } from './subject.ts';
import { scoreMistakes } from './teeth/scores.ts';

/** ∇_θ Σ_y p_y r_y by differentiating the objective itself. */
function differentiated<S>(F: Algebra<S>, instance: PolicyCase): Vector<S> {
  const D = dual(F);
  const step = D.variables(Array.from({ length: parametersOf(instance) }, () => F.zero));
  const objective = expectedReward(D, probabilitiesAfter(D, instance, step), D.vector(instance.rewards));
  return D.gradient(objective, step.length);
}

export const exactGradient = law<PolicyCase, PolicyParts>({
  id: 'pg.grad',
  version: 1,
  cites: [{ article: '7737', equations: [4] }],
  section: SECTIONS.sampling,
  states: String.raw`\nabla_\theta\sum_y p_\theta(y|x)\,r_y=\sum_y p_y r_y s_y,\qquad\text{for logits }\frac{p\circ(r-\bar r)}\tau`,
  says: 'The gradient of the expected reward, found by differentiating it, is the sum of p · r · score over the classes.',
  expects: 'holds',
  instances: policyCases,
  hypotheses: [],
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) =>
    equalVectors(
      use.gradient(F, localPolicy(F, instance), F.vector(instance.rewards)),
      differentiated(F, instance),
      'parameter',
    ),
  cover: {
    'linear in features': { atLeast: 0.2, when: ({ features }) => features !== undefined },
    'another temperature than 1': { atLeast: 0.2, when: ({ temperature }) => temperature !== 1 },
  },
  teeth: scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
});

/** The gradient of the policy objective. */
export const policyGradientLaws: readonly AnyLaw[] = [exactGradient];
