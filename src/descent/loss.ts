import type { Algebra, Vector } from '../scalar/algebra.ts';
import { shown } from '../scalar/validate.ts';
import { type AbsoluteLoss, absoluteForm } from './losses/absolute.ts';
import { type HingeLoss, hingeForm } from './losses/hinge.ts';
import { type LinearLoss, linearForm } from './losses/linear.ts';
import { type LogisticLoss, logisticForm } from './losses/logistic.ts';
import type { LossForm } from './losses/loss-form.ts';
import { type MaxAffineLoss, maxAffineForm } from './losses/max-affine.ts';
import { type QuadraticLoss, quadraticForm } from './losses/quadratic.ts';

export { type AbsoluteLoss, absoluteLoss } from './losses/absolute.ts';
export { type HingeLoss, hingeLoss } from './losses/hinge.ts';
export { type LinearLoss, linearLoss } from './losses/linear.ts';
export { type LogisticLoss, logisticLoss } from './losses/logistic.ts';
export type { LossForm, Region } from './losses/loss-form.ts';
export { type MaxAffineLoss, maxAffineLoss } from './losses/max-affine.ts';
export { type QuadraticLoss, quadraticLoss } from './losses/quadratic.ts';

/** L(x_t, ·) for one x_t: a convex function of θ, as plain data. */
export type ConvexLoss = AbsoluteLoss | HingeLoss | LinearLoss | LogisticLoss | MaxAffineLoss | QuadraticLoss;

type Forms = { readonly [K in ConvexLoss['kind']]: LossForm<Extract<ConvexLoss, { kind: K }>> };

const forms: Forms = {
  absolute: absoluteForm,
  hinge: hingeForm,
  linear: linearForm,
  logistic: logisticForm,
  'max-affine': maxAffineForm,
  quadratic: quadraticForm,
};

/**
 * The meaning of a loss's data.
 * @throws RangeError when the loss is of no known kind, as everything that takes a loss does.
 */
export function lossForm(loss: ConvexLoss): LossForm<ConvexLoss> {
  const found = forms[loss?.kind];
  if (found === undefined) throw notALoss(loss);
  return found as LossForm<ConvexLoss>;
}

function notALoss(loss: ConvexLoss): RangeError {
  const given = loss?.kind === undefined ? shown(loss) : `of kind ${shown(loss.kind)}`;
  return new RangeError(`loss is ${given}; give a loss, such as linearLoss([1, 0]).`);
}

/** L(x_t, θ). */
export const lossValue = <S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): S =>
  lossForm(loss).value(F, loss, theta);

/** g(x_t, θ), the gradient, or at a kink a subgradient. A-(3). */
export const subgradient = <S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): Vector<S> =>
  lossForm(loss).subgradient(F, loss, theta);
