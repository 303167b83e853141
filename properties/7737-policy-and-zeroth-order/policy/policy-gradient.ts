import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { constantBaseline } from '../../../src/policy/baseline.ts';
import { evenly, linearPolicy, policyObjective } from '../../../src/policy/dataset.ts';
import { expectation, scores } from '../../../src/policy/score.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { equalVectors } from '../../../src/scalar/relation.ts';
import {
  type DatasetCase,
  datasetCases,
  datasetParameters,
  examplesOf,
  examplesWithTables,
  isTableForEach,
} from '../../instances/policy/dataset-case.ts';
import { localPolicy, type PolicyCase, tableCases } from '../../instances/policy/policy-case.ts';
import { type SampledCase, sampledCases } from '../../instances/policy/sampled-case.ts';
import { SECTIONS } from '../sections.ts';
import { fixedSupport, onPolicy, positiveProbabilities } from './baseline-hypotheses.ts';
import { differentiable, objectiveGradient, readSampled } from './estimator-reading.ts';
import { referenceInDoubles } from './own-policy-gradient.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

/** ∇_θ S(θ) at θ = 0, by differentiating the objective itself. */
function differentiatedObjective<S>(F: Algebra<S>, instance: DatasetCase): Vector<S> {
  const D = dual(F);
  const theta = D.variables(Array.from({ length: datasetParameters(instance) }, () => F.zero));
  const objective = policyObjective(D, theta, examplesOf(D, instance), D.of(instance.temperature));
  return D.gradient(objective, theta.length);
}

/** (1/T) Σ_t of the gradients at the pairs (x_t, y_t). */
function averageGradient<S>(F: Algebra<S>, instance: DatasetCase, use: PolicyParts): Vector<S> {
  const theta = Array.from({ length: datasetParameters(instance) }, () => F.zero);
  const gradients = examplesWithTables(F, instance).map((example) =>
    use.gradient(F, linearPolicy(F, theta, example, F.of(instance.temperature)), example.rewards),
  );
  return expectation(F, evenly(F, gradients.length), gradients);
}

export const exactGradient = law<DatasetCase, PolicyParts>({
  id: 'pg.grad',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [2, 4] }],
  section: SECTIONS.sampling,
  states: String.raw`\nabla_\theta\frac1T\sum_t\sum_y p_\theta(y|x_t)\,r(y_t,y)=\frac1T\sum_t\sum_y p_\theta(y|x_t)\,r(y_t,y)\,s_y(x_t)`,
  says: 'The gradient of the expected reward over a data set, found by differentiating it, is the sum of p · r · score over the classes, averaged over the data.',
  expects: 'holds',
  instances: datasetCases(),
  hypotheses: [],
  subject: 'policy gradient',
  reference,
  float64: referenceInDoubles,
  claim: (F, instance, use) =>
    equalVectors(averageGradient(F, instance, use), differentiatedObjective(F, instance), 'parameter'),
  cover: {
    'linear in features': { atLeast: 0.2, when: ({ examples }) => examples[0]!.features !== undefined },
    'a table for each x': { atLeast: 0.03, when: isTableForEach },
    'several x': { atLeast: 0.4, when: ({ examples }) => examples.length > 1 },
    'another temperature than 1': { atLeast: 0.2, when: ({ temperature }) => temperature !== 1 },
  },
  teeth: scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
});

export const logitGradient = law<PolicyCase, PolicyParts>({
  id: 'pg.grad-logits',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [4] }],
  section: SECTIONS.sampling,
  states: String.raw`\nabla_z\sum_y p_y r_y=\frac{p\circ(r-\bar r)}\tau=\frac{(\mathrm{diag}\,p-pp^\top)\,r}\tau`,
  says: 'For a table of logits, the gradient by the logit of a class is its probability times its reward less the mean reward, over the temperature.',
  expects: 'holds',
  instances: tableCases,
  hypotheses: [],
  subject: 'policy gradient',
  reference,
  float64: referenceInDoubles,
  claim: (F, instance, use) => {
    const { div, dot, mul, sub } = F;
    const policy = localPolicy(F, instance);
    const { probabilities: p, temperature } = policy;
    const r = F.vector(instance.rewards);
    const gradient = use.gradient(F, policy, r);
    const mean = dot(p, r);
    const column = (k: number): Vector<typeof mean> =>
      p.map((q, y) => (y === k ? sub(q, mul(q, q)) : F.neg(mul(q, p[k]!))));
    return [
      equalVectors(
        gradient,
        p.map((q, y) => div(mul(q, sub(r[y]!, mean)), temperature)),
        'logit',
      ),
      equalVectors(
        gradient,
        p.map((_, k) => div(dot(column(k), r), temperature)),
        'logit, by diag p − ppᵀ:',
      ),
    ];
  },
  cover: { 'more than two classes': { atLeast: 0.5, when: ({ weights }) => weights.length > 2 } },
  teeth: scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
});

export const logTrick = law<SampledCase, PolicyParts>({
  id: 'pg.logtrick',
  version: 1,
  cites: [{ article: '7737', equations: [5] }],
  section: SECTIONS.sampling,
  states: String.raw`p_y\nabla_\theta\log p_y=\nabla_\theta p_y,\qquad\mathbb E_{y\sim p}\big[r_y\nabla_\theta\log p_y\big]=\nabla_\theta\sum_y p_y r_y`,
  says: 'The gradient of log p, times p, is the gradient of p; so the reward times the score, sampled from the policy, is on average the gradient of the expected reward.',
  expects: 'holds',
  instances: sampledCases({ most: 1, parts: ['sampler'] }),
  hypotheses: [onPolicy, fixedSupport, positiveProbabilities],
  subject: 'score',
  reference,
  ladder: IDENTITY_LADDER,
  claim: (F, instance, use) => {
    const { policy, moments } = readSampled(F, instance, use);
    const { D, probabilities, gradient } = differentiable(F, instance);
    return [
      scores(F, policy, use.score).map((s, y) => {
        const p = probabilities[y]!;
        // log(p(θ + δ)/p(θ)) in place of log p(θ + δ): the same gradient, and a value that is exactly 0.
        const ofLogarithm = gradient(D.log(D.div(p, D.stopGradient(p))));
        return [
          equalVectors(s, ofLogarithm, `score of class ${y + 1}, parameter`),
          equalVectors(F.scale(p.value, s), gradient(p), `p · score of class ${y + 1}, parameter`),
        ];
      }),
      equalVectors(moments(constantBaseline(F.zero)).mean, objectiveGradient(F, instance), 'parameter'),
    ];
  },
  cover: { 'linear in features': { atLeast: 0.2, when: ({ features }) => features !== undefined } },
  teeth: {
    ...scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
    ...baselineMistakes('baseline-of-the-action'),
  },
});

/** The gradient of the policy objective, and how it is sampled. */
export const policyGradientLaws: readonly AnyLaw[] = [exactGradient, logitGradient, logTrick];
