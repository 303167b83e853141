import { DEFAULT_ULPS } from '../../../src/law/accuracy.ts';
import { type Numbers, plainNumbers } from '../../../src/law/plain-numbers.ts';
import { type Algebra, algebra, type Sign, Unavailable, Undecided, type Vector } from '../../../src/scalar/algebra.ts';
import { requireFunction } from '../../../src/scalar/arguments.ts';
import { toDouble } from '../../../src/scalar/exact.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { forwardDifference, type Objective } from '../../../src/zeroth-order/estimator.ts';
import { reference, type ZerothOrderParts } from './subject.ts';

const ULP = 2 ** -52;

/** A forward difference in plain numbers: of f at x along u with smoothing ε. B-(11). */
export type PlainForwardDifference = (
  f: (x: Numbers) => number,
  x: readonly number[],
  u: readonly number[],
  smoothing: number,
) => Numbers;

type Difference = (f: Objective, x: Vector<number>, u: Vector<number>, smoothing: number) => Vector<number>;

/**
 * A forward difference as users run it: in doubles, each coordinate widened by the declared accuracy of 64 units in the
 * last place of |u_i| max|f|/ε, where max|f| counts every term of f by its size: what cancels in f has lost its digits
 * before the difference is taken.
 */
const inDoubles =
  (difference: Difference): ZerothOrderParts['forward'] =>
  (F, f, x, u, smoothing) => {
    const [xs, us, epsilon] = [x.map(F.approximate), u.map(F.approximate), F.approximate(smoothing)];
    // In a limit ε is a variable, and its double is 0.
    if (epsilon === 0 || ![...xs, ...us, epsilon].every(Number.isFinite)) {
      throw new Undecided('What the difference is taken of is not known to be a double.');
    }
    const output = difference(f, xs, us, epsilon);
    const farthest = xs.map((value, i) => Math.abs(value) + epsilon * Math.abs(us[i]!));
    const unit = (ULP * f(sizes, farthest)) / epsilon;
    return output.map((value, i) => {
      const radius = DEFAULT_ULPS * unit * Math.abs(us[i]!);
      return F.between(value - radius, value + radius);
    });
  };

const unavailable = (): never => {
  throw new Unavailable('The sizes of the terms are those of a polynomial.');
};

/** Reads a polynomial as the sum of the absolute values of its terms. */
const sizes: Algebra<number> = algebra<number>({
  reading: 'float64',
  of: (x) => Math.abs(toDouble(x)),
  between: unavailable,
  add: (a, b) => a + b,
  sub: (a, b) => a + b,
  mul: (a, b) => a * b,
  div: unavailable,
  neg: (a) => a,
  min: unavailable,
  max: unavailable,
  sqrt: unavailable,
  exp: unavailable,
  log: unavailable,
  sign: (a): Sign => (a > 0 ? 1 : 0),
  approximate: (a) => a,
  enclosure: (a) => [`${a}`, `${a}`],
});

/** The reference implementation as users run it. */
export const float64Reference: ZerothOrderParts = {
  ...reference,
  forward: inDoubles((f, x, u, smoothing) => forwardDifference(float64, f, x, u, smoothing)),
};

/**
 * A zeroth-order estimate of your own in plain numbers, for a law to judge:
 * `checkLaw({ ...law, float64: withZerothOrder(mine) }, options)`.
 *
 * The function gets f, x, u and ε and returns the estimate (f(x + εu) − f(x))/ε · u. It is widened by 64 units in the
 * last place of the values of f divided by ε, so a violation means that no exact answer within that accuracy satisfies
 * the law.
 * @throws RangeError when it is given no function.
 */
export function withZerothOrder(estimate: PlainForwardDifference): ZerothOrderParts {
  requireFunction('estimate', estimate);
  return {
    ...reference,
    forward: inDoubles((f, x, u, smoothing) => {
      const objective = (point: Numbers): number => f(float64, plainNumbers('point that f is given', x.length, point));
      return plainNumbers('estimate', x.length, estimate(objective, [...x], [...u], smoothing));
    }),
  };
}
