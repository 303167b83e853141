import { expectation } from '../policy/score.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Atom } from '../zeroth-order/directions.ts';
import { expectedVector } from '../zeroth-order/estimator.ts';
import { type Membership, type TieRule, wins } from './argmax-regions.ts';
import { type Example, linearLogits, meanOverData } from './hard-objective.ts';

/** χ(y|x, u) at the logits f_{θ+εu}(·|x): 1 for the class that wins, 0 for the others. B-(19). */
export const indicator = <S>(
  F: Algebra<S>,
  logits: Vector<S>,
  ties: TieRule = 'lowest',
  belongs: Membership = wins,
): Vector<S> => logits.map((_, y) => (belongs(F, logits, y, ties) ? F.one : F.zero));

/**
 * The zeroth-order gradient of the hard objective by indicators: E_t (1/ε) Σ_y ∫ χ(y|x_t, u) r(y_t, y) u p(u) du.
 *
 * A vector of d coordinates. Source: the right side of B-(20).
 */
export const gradientByIndicators = <S>(
  F: Algebra<S>,
  examples: readonly Example[],
  theta: Vector<S>,
  smoothing: S,
  directions: readonly Atom<S>[],
  ties: TieRule = 'lowest',
  belongs: Membership = wins,
): Vector<S> =>
  meanOverData(F, examples, (example) =>
    gradientByShares(F, directions, F.vector(example.rewards), smoothing, (u) =>
      indicator(F, linearLogits(F, example, F.axpy(smoothing, u, theta)), ties, belongs),
    ),
  );

/**
 * (1/ε) E_u[Σ_y q_y(u) r_y u] for any shares q(u) of the classes: with χ it is B-(20), with softmax probabilities at
 * θ + εu the softened B-(22), with their Taylor step the left side of B-(23).
 */
export const gradientByShares = <S>(
  F: Algebra<S>,
  directions: readonly Atom<S>[],
  rewards: Vector<S>,
  smoothing: S,
  shares: (u: Vector<S>) => Vector<S>,
): Vector<S> =>
  expectedVector(F, directions, (u) =>
    expectation(
      F,
      shares(u),
      rewards.map((reward) => F.scale(F.div(reward, smoothing), u)),
    ),
  );
