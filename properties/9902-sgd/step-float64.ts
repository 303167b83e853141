import { rate, type Schedule } from '../../src/descent/schedule.ts';
import { step } from '../../src/descent/sgd.ts';
import { DEFAULT_ULPS } from '../../src/law/accuracy.ts';
import { type InnerProductSpace, type Scalars, Undecided, type Vector } from '../../src/scalar/algebra.ts';
import { float64 } from '../../src/scalar/float64.ts';

const ULP = 2 ** -52;

type Step = <S>(
  F: InnerProductSpace<S, Vector<S>>,
  project: (x: Vector<S>) => Vector<S>,
  theta: Vector<S>,
  eta: S,
  g: Vector<S>,
) => Vector<S>;

/**
 * A step as users run it: θ − η g in doubles, from the doubles nearest to θ, η and g, and the projection of what comes
 * out, a double. The answer is widened by 64 units in the last place of θ and of η g, in which the rounding of the three
 * is included: no projection moves its answer by more than its argument is moved.
 */
export const stepInDoubles =
  (oneStep: typeof step<number, Vector<number>> = step): Step =>
  (F, project, theta, eta, g) => {
    const [from, rate, slope] = [theta.map(F.approximate), F.approximate(eta), g.map(F.approximate)];
    const reached = oneStep(float64, (x) => x, from, rate, slope);
    if (!reached.every(Number.isFinite)) throw new Undecided('The step is not known to be made of doubles.');
    const lengths = from.map((x, i) => Math.max(Math.abs(x), Math.abs(rate * slope[i]!)));
    const radius = DEFAULT_ULPS * ULP * Math.hypot(...lengths);
    return project(reached.map((x) => F.of(x))).map((x) => F.add(x, F.between(-radius, radius)));
  };

/** η_t as users compute it: in doubles, widened by 64 units in its last place. */
export const rateInDoubles =
  (rateOf: typeof rate<number> = rate) =>
  <S>(F: Scalars<S>, schedule: Schedule, t: number): S => {
    const eta = rateOf(float64, schedule, t);
    if (!Number.isFinite(eta)) throw new Undecided('The rate is not known to be a double.');
    const radius = DEFAULT_ULPS * ULP * Math.abs(eta);
    return F.between(eta - radius, eta + radius);
  };
