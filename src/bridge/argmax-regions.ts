import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Atom } from '../zeroth-order/directions.ts';
import { type Example, linearLogits, meanOverData } from './hard-objective.ts';

/** What becomes of a tie: the class of the lowest index has it, every tied class has it, or none. */
export type TieRule = 'lowest' | 'every' | 'none';

/** Whether logits belong to the region of class y. */
export type Membership = <S>(F: Algebra<S>, logits: Vector<S>, y: number, ties: TieRule) => boolean;

/** Whether y = argmax z, by comparing z_y with every other logit. */
export const wins: Membership = (F, logits, y, ties) =>
  logits.every((z, k) => {
    if (k === y) return true;
    const order = F.compare(logits[y]!, z);
    return order !== 0 ? order > 0 : ties === 'every' || (ties === 'lowest' && y < k);
  });

/**
 * The directions of Ω_y = {u : argmax f_{θ+εu}(·|x) = y}, for a direction with finitely many values.
 *
 * θ and u have d coordinates, ε > 0. With ties 'lowest' the regions are disjoint and cover everything; some may be
 * empty. Source: B-(18).
 */
export const argmaxRegion = <S>(
  F: Algebra<S>,
  example: Example,
  theta: Vector<S>,
  smoothing: S,
  directions: readonly Atom<S>[],
  y: number,
  ties: TieRule = 'lowest',
  belongs: Membership = wins,
): readonly Atom<S>[] =>
  directions.filter(({ direction }) =>
    belongs(F, linearLogits(F, example, F.axpy(smoothing, direction, theta)), y, ties),
  );

/** ∫ u p(u) du over some of the values of a direction. */
export const integralOfDirection = <S>(F: Algebra<S>, directions: readonly Atom<S>[], dimension: number): Vector<S> =>
  directions.reduce<Vector<S>>(
    (total, { direction, probability }) => F.axpy(probability, direction, total),
    Array.from({ length: dimension }, () => F.zero),
  );

/**
 * The zeroth-order gradient of the hard objective, region by region: E_t (1/ε) Σ_y r(y_t, y) ∫_{Ω_y} u p(u) du.
 *
 * A vector of d coordinates. Source: B-(18).
 */
export const gradientByRegions = <S>(
  F: Algebra<S>,
  examples: readonly Example[],
  theta: Vector<S>,
  smoothing: S,
  directions: readonly Atom<S>[],
  ties: TieRule = 'lowest',
  belongs: Membership = wins,
): Vector<S> =>
  meanOverData(F, examples, (example) =>
    F.scale(
      F.div(F.one, smoothing),
      example.rewards
        .map((reward, y) => {
          const region = argmaxRegion(F, example, theta, smoothing, directions, y, ties, belongs);
          return F.scale(F.of(reward), integralOfDirection(F, region, theta.length));
        })
        .reduce(F.plus),
    ),
  );
