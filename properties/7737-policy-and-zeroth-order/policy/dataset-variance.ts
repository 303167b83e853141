import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { evenly, linearPolicy } from '../../../src/policy/dataset.ts';
import { type LocalPolicy, scores } from '../../../src/policy/score.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { atMost, equal, equalVectors } from '../../../src/scalar/relation.ts';
import { type DatasetCase, datasetCases, datasetParameters, examplesOf } from '../../instances/policy/dataset-case.ts';
import { SECTIONS } from '../sections.ts';
import { type PolicyParts, reference } from './subject.ts';
import { baselineMistakes } from './teeth/baselines.ts';
import { scoreMistakes } from './teeth/scores.ts';

/** One pair (x_t, y_t) in a reading. */
interface ExampleReading<S> {
  readonly policy: LocalPolicy<S>;
  readonly rewards: Vector<S>;
  readonly scores: readonly Vector<S>[];
  /** E[‖s‖² | x_t]. */
  readonly meanSquaredScore: S;
  /** The pair's own baseline. */
  readonly baseline: S;
}

function readDataset<S>(F: Algebra<S>, instance: DatasetCase, use: PolicyParts): readonly ExampleReading<S>[] {
  const theta = Array.from({ length: datasetParameters(instance) }, () => F.zero);
  return examplesOf(F, instance).map((example, t) => {
    const policy = linearPolicy(F, theta, example, F.of(instance.temperature));
    const all = scores(F, policy, use.score);
    return {
      policy,
      rewards: example.rewards,
      scores: all,
      meanSquaredScore: F.dot(policy.probabilities, all.map(F.squaredNorm)),
      baseline: F.of(instance.examples[t]!.baseline ?? 0),
    };
  });
}

/** Every outcome of drawing x_t evenly and then y, with its chance and its estimate (r − b(x_t)) s_y. */
function outcomes<S>(F: Algebra<S>, examples: readonly ExampleReading<S>[], baselines: Vector<S>, use: PolicyParts) {
  const share = evenly(F, examples.length);
  return examples.map(({ policy, rewards, scores: all }, t) => ({
    share: share[t]!,
    chances: policy.probabilities,
    values: rewards.map((_, y) => use.estimate(F, all, rewards, [y], () => [baselines[t]!])),
  }));
}

type Outcomes<S> = ReturnType<typeof outcomes<S>>;

/** The mean vector and the variance over all outcomes. */
function overall<S>(F: Algebra<S>, all: Outcomes<S>): { readonly mean: Vector<S>; readonly variance: S } {
  const chances = all.flatMap(({ share, chances: given }) => given.map((p) => F.mul(share, p)));
  return momentsOf(
    F,
    chances,
    all.flatMap(({ values }) => values),
  );
}

function momentsOf<S>(F: Algebra<S>, chances: Vector<S>, values: readonly Vector<S>[]) {
  const zero = values[0]!.map(() => F.zero);
  const mean = values.reduce((total, value, i) => F.axpy(chances[i]!, value, total), zero);
  const squares = values.map((value) => F.squaredNorm(F.minus(value, mean)));
  return { mean, variance: F.dot(chances, squares) };
}

const aboutDatasets = {
  version: 1,
  section: SECTIONS.beyond,
  expects: 'holds',
  instances: datasetCases({ baselined: true }),
  hypotheses: [],
  reference,
  ladder: IDENTITY_LADDER,
  // Variances over all pairs and classes in fractions of several denominators.
  atMostRuns: 500,
  cover: {
    'several x': { atLeast: 0.4, when: ({ examples }: DatasetCase) => examples.length > 1 },
    'linear in features': {
      atLeast: 0.2,
      when: ({ examples }: DatasetCase) => examples[0]!.features !== undefined,
    },
  },
} as const;

export const totalVariance = law<DatasetCase, PolicyParts>({
  ...aboutDatasets,
  id: 'pg.total-variance',
  cites: [{ article: '7737', equations: [6, 8], place: 'beyond it: the law of total variance' }],
  states: String.raw`\mathrm{Var}\big[(r-b(x))\,s\big]=\mathbb E_x\,\mathrm{Var}\big[(r-b(x))\,s\,\big|\,x\big]+\mathrm{Var}_x\big(\nabla_\theta\mathbb E[r|x]\big)`,
  says: 'The variance of a sampled x and y splits into that of y, which the baseline governs, and that of x, which no baseline touches.',
  subject: 'estimate',
  claim: (F, instance, use) => {
    const examples = readDataset(F, instance, use);
    const all = outcomes(
      F,
      examples,
      examples.map(({ baseline }) => baseline),
      use,
    );
    const share = evenly(F, all.length);
    const given = all.map(({ chances, values }) => momentsOf(F, chances, values));
    const gradients = examples.map(({ policy, rewards }) => reference.gradient(F, policy, rewards));
    const within = F.dot(
      share,
      given.map(({ variance }) => variance),
    );
    const { mean, variance } = overall(F, all);
    const ofGradients = momentsOf(F, share, gradients);
    return [
      equalVectors(mean, ofGradients.mean, 'mean of parameter'),
      equal(variance, F.add(within, ofGradients.variance), 'variance'),
    ];
  },
  teeth: {
    ...baselineMistakes('baseline-of-the-action'),
    ...scoreMistakes('missing-mean', 'score-sign', 'temperature-multiplied'),
  },
});

export const pointwiseOptimum = law<DatasetCase, PolicyParts>({
  ...aboutDatasets,
  id: 'pg.bopt-pointwise',
  cites: [{ article: '7737', equations: [9], place: 'beyond it: the law of total variance' }],
  states: String.raw`V(b)=V(b^*)+\mathbb E_x\big[(b(x)-b^*(x))^2\,\mathbb E[\|s\|^2|x]\big]\quad\text{for every }b:x\mapsto b(x)`,
  says: 'The baseline that is best at each x alone is best over all of them: every other one adds its squared distance from it to the variance.',
  subject: 'optimal baseline',
  claim: (F, instance, use) => {
    const { add, dot, mul, square, sub, zero } = F;
    const examples = readDataset(F, instance, use);
    const baselines = examples.map(({ baseline }) => baseline);
    // Where all scores at x are 0, every baseline is as good.
    const best = examples.map(({ policy, rewards, meanSquaredScore }) =>
      F.compare(meanSquaredScore, zero) === 0 ? zero : use.optimalBaseline(F, policy, rewards),
    );
    const variance = (b: typeof best): typeof zero => overall(F, outcomes(F, examples, b, use)).variance;
    const loss = dot(
      evenly(F, examples.length),
      examples.map(({ meanSquaredScore }, t) => mul(square(sub(baselines[t]!, best[t]!)), meanSquaredScore)),
    );
    return [
      equal(variance(baselines), add(variance(best), loss), 'variance at b'),
      atMost(variance(best), variance(baselines), 'the least variance'),
    ];
  },
  teeth: {
    ...baselineMistakes('unweighted-optimum', 'unsquared-weights', 'undivided-optimum', 'baseline-dropped'),
    ...scoreMistakes('missing-mean'),
  },
});

/** Estimates over several x. */
export const datasetVarianceLaws: readonly AnyLaw[] = [totalVariance, pointwiseOptimum];
