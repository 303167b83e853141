import { vertices } from '../../src/convex/index.ts';
import { isTrue } from '../../src/law/decide.ts';
import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, equalVectors, type Relation } from '../../src/scalar/relation.ts';
import { hasNonincreasingRates, hasPositiveRates } from '../instances/descent/rates-of.ts';
import type { SampledProblem } from '../instances/descent/sampled-problem.ts';
import { isConvexSet, type ModelSet, memberOfModel, modelSubgradient, projectModel } from '../model.ts';
import { populationLoss } from './sample-paths.ts';

type ProblemHypothesis = (necessity: Necessity<SampledProblem>) => Hypothesis<SampledProblem>;

const hypothesis =
  (name: string, says: string, holds: (problem: SampledProblem) => boolean): ProblemHypothesis =>
  (necessity) => ({ name, says, holds, necessity });

export const independentSamples = hypothesis(
  'independent-samples',
  'The samples x_1, …, x_T are independent and have one law.',
  ({ sampling, horizon, losses }) => sampling === 'independent' || horizon === 1 || losses.length === 1,
);

export const comparatorFixed = hypothesis(
  'comparator-fixed',
  'θ* is fixed before any sample is drawn.',
  ({ hindsight }) => hindsight === undefined,
);

export const comparatorMinimizes = hypothesis(
  'comparator-minimizes',
  'θ* minimizes the population loss over Θ.',
  (problem) => isTrue((F) => minimizes(F, problem)),
);

/**
 * θ* ∈ Θ, L(θ*) ≤ L at the vertices of Θ, and Π(θ* − ∇L(θ*)) = θ*. For differentiable convex L the last alone decides;
 * for concave L on a polytope, and on finitely many points, the vertices do.
 */
function minimizes<S>(F: Algebra<S>, problem: SampledProblem): Relation<S> {
  const { set, losses, weights } = problem;
  const theta = F.vector(problem.comparator);
  const least = populationLoss(F, problem, theta);
  const corners = cornersOf(set).map((corner) => atMost(least, populationLoss(F, problem, F.vector(corner)), 'L(θ*)'));
  if (set.kind === 'finite') return [memberOfModel(F, set, theta), corners];
  // Σ w_x ∇L(x, ·) is a positive multiple of ∇L.
  const descent = losses
    .map((loss, x) => F.scale(F.of(-weights[x]!), modelSubgradient(F, loss, theta)))
    .reduce(F.plus, theta);
  return [equalVectors(projectModel(F, set, descent), theta), corners];
}

const cornersOf = (set: ModelSet): readonly ExactVector[] => {
  if (set.kind === 'finite') return set.points;
  return isConvexSet(set) ? (vertices(set) ?? []) : [];
};

export const comparatorInside = hypothesis(
  'comparator-inside',
  'θ* lies in Θ, whenever it is chosen.',
  ({ set, comparator, hindsight = [] }) =>
    [comparator, ...hindsight].every((point) => isTrue((F) => memberOfModel(F, set, F.vector(point)))),
);

export const startInside = hypothesis('start-inside', 'The start θ_1 lies in Θ.', ({ set, start }) =>
  isTrue((F) => memberOfModel(F, set, F.vector(start))),
);

export const convexSet = hypothesis(
  'convex-set',
  'Θ is closed and convex.',
  ({ set }) => set.kind !== 'finite' || set.points.length === 1,
);

export const convexLosses = hypothesis('convex-losses', 'Every loss L(x, ·) is convex.', ({ losses }) =>
  losses.every((loss) => loss.kind !== 'negated' && (loss.kind !== 'quadratic' || atMostExact(0, loss.curvature))),
);

export const positiveRates = hypothesis('positive-rates', 'Every rate η_t is positive.', ({ schedule }) =>
  hasPositiveRates(schedule),
);

export const nonincreasingRates = hypothesis(
  'nonincreasing-rates',
  'The rates do not increase: η_t ≥ η_{t+1}.',
  ({ schedule }) => hasNonincreasingRates(schedule),
);
