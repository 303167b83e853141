import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { equal, type Relation } from '../../src/scalar/relation.ts';
import { repeatedSamples } from '../breaking/descent/sampled-problems.ts';
import { type SampledProblem, sampledProblems } from '../instances/descent/sampled-problem.ts';
import { modelLossValue } from '../model.ts';
import { searched } from '../necessity.ts';
import { independentSamples } from './sample-hypotheses.ts';
import { populationLoss, samplePaths, weightedMean } from './sample-paths.ts';
import { SECTIONS } from './sections.ts';

/** How the average of A-(1) is distributed about L(θ), for a fixed θ, over every path of samples. */
function averageLoss<S>(F: Algebra<S>, problem: SampledProblem) {
  const { of, div, square, sub, sum } = F;
  const theta = F.vector(problem.start);
  const values = problem.losses.map((loss) => modelLossValue(F, loss, theta));
  const limit = populationLoss(F, problem, theta);
  const paths = samplePaths(problem);
  const mean = (value: (average: S) => S): S =>
    weightedMean(
      F,
      paths.map(({ weight }) => weight),
      paths.map(({ samples }) => value(div(sum(samples.map((x) => values[x]!)), of(problem.horizon)))),
    );
  const spread = values.map((value) => square(sub(value, limit)));
  return {
    limit,
    mean: mean((average) => average),
    squaredError: mean((average) => square(sub(average, limit))),
    variance: weightedMean(F, problem.weights, spread),
  };
}

/** E average = L(θ) and E (average − L(θ))² = Var / divisor. */
function concentration<S>(F: Algebra<S>, problem: SampledProblem, divisor: number): Relation<S> {
  const { limit, mean, squaredError, variance } = averageLoss(F, problem);
  return [
    equal(mean, limit, 'the expected average'),
    equal(squaredError, F.div(variance, F.of(divisor)), 'the expected squared error'),
  ];
}

export const lln = law<SampledProblem, undefined>({
  id: 'sgd.lln',
  version: 1,
  cites: [{ article: '9902', equations: [1] }],
  section: SECTIONS.setup,
  states: String.raw`\mathbb E\Big(\frac1T\sum_{t=1}^TL(x_t,\theta)-L(\theta)\Big)^2=\frac{\operatorname{Var}L(x,\theta)}T,\qquad L(\theta)=\mathbb E\,L(x,\theta)`,
  says: 'For a fixed θ the average of T sampled losses has mean L(θ) and mean squared error Var/T: it converges to L(θ).',
  expects: 'holds',
  instances: sampledProblems,
  hypotheses: [
    independentSamples(searched(repeatedSamples)),
    {
      name: 'integrable-loss',
      says: 'E |L(x, θ)| is finite.',
      holds: () => true,
      necessity: {
        kind: 'necessary-by-argument',
        because:
          'If E |L(x, θ)| is infinite, the averages of independent samples almost surely have no finite limit (the converse of the strong law). No finite X shows it.',
      },
    },
  ],
  reference: undefined,
  claim: (F, problem) => concentration(F, problem, problem.horizon),
  cover: {
    'several samples and steps': {
      atLeast: 0.3,
      when: ({ losses, horizon }) => losses.length > 1 && horizon > 1,
    },
  },
  teeth: {
    'error-not-averaged': {
      says: 'The squared error stays Var.',
      claim: (F, problem) => concentration(F, problem, 1),
    },
    'error-too-fast': {
      says: 'The squared error is Var/T².',
      claim: (F, problem) => concentration(F, problem, problem.horizon ** 2),
    },
    'equal-weights': {
      says: 'L(θ) is the plain mean over X, whatever the probabilities.',
      claim: (F, problem) => {
        const even = averageLoss(F, { ...problem, weights: problem.weights.map(() => 1) });
        return equal(averageLoss(F, problem).mean, even.limit);
      },
    },
  },
});

/** The laws of the problem setup. */
export const setupLaws: readonly AnyLaw[] = [lln];
