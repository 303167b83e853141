import { argmax } from '../policy/softmax.ts';
import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { ExactVector } from '../scalar/exact.ts';
import type { Objective } from '../zeroth-order/estimator.ts';

/**
 * One labeled example (x_t, y_t) as the objectives see it, for logits linear in θ, f_θ(y|x_t) = θ · φ(x_t, y): the
 * features φ(x_t, y) of the K classes (d coordinates each) and the K rewards r(y_t, y).
 */
export interface Example {
  readonly features: readonly ExactVector[];
  readonly rewards: ExactVector;
}

/** Which class logits decide for. */
export type Decision = <S>(F: Algebra<S>, logits: Vector<S>) => number;

/** The K logits f_θ(y|x) = θ · φ(x, y). */
export const linearLogits = <S>(F: Algebra<S>, { features }: Example, theta: Vector<S>): Vector<S> =>
  features.map((feature) => F.dot(F.vector(feature), theta));

/** The mean over a data set of a vector computed from each example. */
export function meanOverData<S>(
  F: Algebra<S>,
  examples: readonly Example[],
  ofExample: (example: Example) => Vector<S>,
): Vector<S> {
  const [first, ...rest] = examples.map(ofExample);
  if (first === undefined) throw new RangeError('examples is empty; give at least one labeled example.');
  return F.scale(F.div(F.one, F.of(examples.length)), rest.reduce(F.plus, first));
}

/**
 * The hard objective R(θ) = E r(y_t, argmax_y p_θ(y|x_t)), the mean over the examples.
 *
 * The argmax of the probabilities is that of the logits, at every temperature; ties go to the lowest index.
 * Source: B-(1), named R in B-(16).
 */
export function hardObjective(examples: readonly Example[], decide: Decision = argmax): Objective {
  return (F, theta) => {
    const [mean] = meanOverData(F, examples, (example) => [
      F.of(example.rewards[decide(F, linearLogits(F, example, theta))]!),
    ]);
    return mean!;
  };
}
