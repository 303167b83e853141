import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { type ModelSet, modelRegion, squaredModelDiameter, squaredModelGradientBound } from '../model.ts';
import type { Trace } from './subject.ts';

const unbounded = ({ kind }: ModelSet): RangeError =>
  new RangeError(`The set (${kind}) is unbounded; give one with a diameter.`);

/** D² = diam Θ², or the D² that the instance claims. */
export function squaredDiameterOf<S>(F: Algebra<S>, { set, bounds }: OnlineRun): S {
  const diameter = bounds === undefined ? squaredModelDiameter(F, set) : F.of(bounds.squaredDistance);
  if (diameter === undefined) throw unbounded(set);
  return diameter;
}

/**
 * G², the largest squared gradient on Θ, or the G² that the instance claims. A loss made of affine pieces (an absolute
 * value, a hinge, a maximum) counts with the steepest of them, whether or not Θ meets it: which pieces it meets would
 * be a linear program, and a tie at every kink.
 */
export function squaredGradientOf<S>(
  F: Algebra<S>,
  { set, losses, bounds }: OnlineRun,
  boundOf = squaredModelGradientBound<S>,
): S {
  if (bounds !== undefined) return F.of(bounds.squaredGradient);
  const region = modelRegion(F, set);
  if (region === undefined) throw unbounded(set);
  return losses.map((loss) => boundOf(F, loss, region)).reduce(F.max);
}

/** Both sides of A-(4), with D and G that do not depend on the run. */
export function finalSides<S>(F: Algebra<S>, instance: OnlineRun, { rates, losses, comparatorLosses }: Trace<S>) {
  const squaredDistance = squaredDiameterOf(F, instance);
  const squaredGradient = squaredGradientOf(F, instance);
  return {
    squaredDistance,
    squaredGradient,
    rates,
    regret: averageRegret(F, losses, comparatorLosses),
    bound: regretBound(F, { squaredDistance, squaredGradient, rates }),
  };
}
