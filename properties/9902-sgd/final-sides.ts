import { averageRegret, regretBound } from '../../src/descent/regret.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { projectModel, squaredModelDiameter, squaredModelGradientBound } from '../model.ts';
import type { Trace } from './subject.ts';

/** D² = diam Θ², or the D² that the instance claims. */
export function squaredDiameterOf<S>(F: Algebra<S>, { set, bounds }: OnlineRun): S {
  const diameter = bounds === undefined ? squaredModelDiameter(F, set) : F.of(bounds.squaredDistance);
  if (diameter === undefined) throw new RangeError(`The set (${set.kind}) is unbounded; give one with a diameter.`);
  return diameter;
}

/** A point of Θ, and how far from it, squared, the rest of Θ can be. */
function reach<S>(F: Algebra<S>, { set, start }: OnlineRun): readonly [center: Vector<S>, squaredRadius: S] {
  if (set.kind === 'ball') return [F.vector(set.center), F.square(F.of(set.radius))];
  return [projectModel(F, set, F.vector(start)), squaredModelDiameter(F, set)!];
}

/** G², a bound of the squared gradients over all of Θ, or the G² that the instance claims. */
export function squaredGradientOf<S>(F: Algebra<S>, instance: OnlineRun): S {
  if (instance.bounds !== undefined) return F.of(instance.bounds.squaredGradient);
  const [center, squaredRadius] = reach(F, instance);
  return instance.losses.map((loss) => squaredModelGradientBound(F, loss, center, squaredRadius)).reduce(F.max);
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
