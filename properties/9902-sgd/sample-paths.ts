import { averageRegret } from '../../src/descent/regret.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { timesExact } from '../../src/scalar/exact-arithmetic.ts';
import type { SampledProblem } from '../instances/descent/sampled-problem.ts';
import { modelLossValue } from '../model.ts';
import { type SgdParts, squaredDistances, type Trace, trace } from './subject.ts';

/** One path x_1, …, x_T of samples; its probability is weight over the sum of the weights of all paths. */
export interface SamplePath {
  readonly samples: readonly number[];
  readonly weight: Exact;
}

/** Every path of samples that has a positive probability. */
export function samplePaths({ weights, horizon, sampling }: SampledProblem): readonly SamplePath[] {
  if (sampling === 'repeated') {
    return weights.map((weight, x) => ({ samples: new Array<number>(horizon).fill(x), weight }));
  }
  let paths: readonly SamplePath[] = [{ samples: [], weight: 1 }];
  for (let t = 0; t < horizon; t++) {
    paths = paths.flatMap((path) =>
      weights.map((weight, x) => ({ samples: [...path.samples, x], weight: timesExact(path.weight, weight) })),
    );
  }
  return paths;
}

/** Σ weight · value / Σ weight. */
export const weightedMean = <S>(
  { div, mul, of, sum }: Algebra<S>,
  weights: readonly Exact[],
  values: readonly S[],
): S => div(sum(values.map((value, i) => mul(of(weights[i]!), value))), sum(weights.map(of)));

/** L(θ) = E L(x, θ). A-(1). */
export const populationLoss = <S>(F: Algebra<S>, { losses, weights }: SampledProblem, theta: Vector<S>): S =>
  weightedMean(
    F,
    weights,
    losses.map((loss) => modelLossValue(F, loss, theta)),
  );

/** One path of samples as a run of SGD, with its sampled regret and its population gap. */
export interface SampledRun<S> {
  readonly weight: Exact;
  readonly run: Trace<S>;
  /** (1/T) Σ (L(x_t, θ_t) − L(x_t, θ*)): the left side of A-(4). */
  readonly regret: S;
  /** (1/T) Σ (L(θ_t) − L(θ*)): what the article reads it as. */
  readonly gap: S;
}

/** (1/n) Σ (L(θ_i) − L(θ*)) over some points. */
export function populationGap<S>(F: Algebra<S>, problem: SampledProblem, points: readonly Vector<S>[]): S {
  const least = populationLoss(F, problem, F.vector(problem.comparator));
  return averageRegret(
    F,
    points.map((theta) => populationLoss(F, problem, theta)),
    points.map(() => least),
  );
}

/** SGD along every path of samples. */
export function sampledRuns<S>(F: Algebra<S>, problem: SampledProblem, use: SgdParts): readonly SampledRun<S>[] {
  const { set, start, comparator, losses, schedule, hindsight } = problem;
  return samplePaths(problem).map(({ samples, weight }) => {
    const path = samples.map((x) => losses[x]!);
    const against = hindsight?.[samples[0]!] ?? comparator;
    const run = trace(F, { set, start, comparator: against, losses: path, schedule }, use);
    return {
      weight,
      run,
      regret: averageRegret(F, run.losses, run.comparatorLosses),
      gap: populationGap(F, problem, run.iterates.slice(0, -1)),
    };
  });
}

/** E over the paths of a number that each of them has. */
export const expected = <S>(F: Algebra<S>, runs: readonly SampledRun<S>[], value: (run: SampledRun<S>) => S): S =>
  weightedMean(
    F,
    runs.map(({ weight }) => weight),
    runs.map(value),
  );

/** The least D² and G² that all paths allow. */
export const boundsOfPaths = <S>(F: Algebra<S>, runs: readonly SampledRun<S>[]) => ({
  squaredDistance: runs.flatMap(({ run }) => squaredDistances(F, run).slice(0, -1)).reduce(F.max),
  squaredGradient: runs.flatMap(({ run }) => run.gradients.map(F.squaredNorm)).reduce(F.max),
  rates: runs[0]!.run.rates,
});
