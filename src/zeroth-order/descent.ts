import { type Descent, descend, type Run } from '../descent/sgd.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';
import { whole } from '../scalar/validate.ts';
import { forwardDifference, type Objective } from './estimator.ts';

/** How an objective without a gradient is descended. */
export interface ZerothOrderDescent<S> {
  /** What is made small; to make a reward large, give its negative. */
  readonly objective: Objective;
  /** ε > 0. */
  readonly smoothing: S;
  /** u_t, t from 1; drawn by the caller. */
  direction(t: number): Vector<S>;
}

/**
 * The forward difference as the gradient of a descent: g(t, θ) = (f(θ + εu_t) − f(θ))/ε · u_t. B-(11).
 * Any optimizer that takes gradients takes this one.
 */
export const zerothOrderGradient =
  <S>(F: Algebra<S>, { objective, smoothing, direction }: ZerothOrderDescent<S>): Descent<S, Vector<S>>['gradient'] =>
  (t, theta) =>
    forwardDifference(F, objective, theta, direction(t), smoothing);

/**
 * Zeroth-order descent: θ_{t+1} = Π(θ_t − η_t g_t) with the forward differences g_t of B-(11).
 * @throws RangeError when the horizon is not a positive whole number.
 */
export const zerothOrderDescent = <S>(
  F: Algebra<S>,
  problem: Omit<Descent<S, Vector<S>>, 'gradient'> & ZerothOrderDescent<S>,
): Run<S, Vector<S>> => descend(F, { ...problem, gradient: zerothOrderGradient(F, problem) });

/**
 * A direction that moves some of the parameters only: u on the block, 0 elsewhere. With it, a zeroth-order gradient is
 * one of the block alone, in as few dimensions as the block has.
 *
 * @throws RangeError when the block does not name one of the `dimension` parameters for each coordinate of u.
 */
export function onBlock<S>(
  { zero }: Algebra<S>,
  block: readonly number[],
  dimension: number,
  direction: Vector<S>,
): Vector<S> {
  whole('dimension', dimension, 'the number of parameters');
  if (block.length !== direction.length || new Set(block).size !== block.length) {
    throw new RangeError(
      `block is [${block.join(', ')}] for ${direction.length} coordinates; name one parameter for each, none twice.`,
    );
  }
  for (const index of block) {
    if (!Number.isInteger(index) || index < 0 || index >= dimension) {
      throw new RangeError(`block names parameter ${index}; give indices from 0 to ${dimension - 1}.`);
    }
  }
  return Array.from({ length: dimension }, (_, i) => direction[block.indexOf(i)] ?? zero);
}

/** One of the two losses that an alternating scheme takes turns with. */
export interface Turn<S> {
  gradient(t: number, theta: Vector<S>): Vector<S>;
  rate(t: number): S;
}

/**
 * The alternating scheme of article 7737: in odd steps the differentiable loss with its gradient and a large rate, in
 * even steps the other loss with a zeroth-order gradient and a small one. A run of `horizon` steps in all.
 */
export const alternatingDescent = <S>(
  F: Algebra<S>,
  {
    differentiable,
    other,
    ...problem
  }: Omit<Descent<S, Vector<S>>, 'gradient' | 'rate'> & {
    readonly differentiable: Turn<S>;
    readonly other: Turn<S>;
  },
): Run<S, Vector<S>> => {
  const turn = (t: number): Turn<S> => (t % 2 === 1 ? differentiable : other);
  return descend(F, { ...problem, gradient: (t, theta) => turn(t).gradient(t, theta), rate: (t) => turn(t).rate(t) });
};
