import { type Algebra, algebra, Undecided, type Vector } from './algebra.ts';
import { oncePerReading } from './once-per-reading.ts';

/** A value with its gradient by some variables; an empty gradient is that of a constant. */
export interface Dual<S> {
  readonly value: S;
  readonly gradient: Vector<S>;
}

/** The reading of an algebra in duals over another, and the way in and out of it. */
export interface DualReading<S> extends Algebra<Dual<S>> {
  /** The independent variables, at these values. */
  variables(values: Vector<S>): Vector<Dual<S>>;
  /** A scalar of the algebra below as one that depends on no variable. */
  constant(a: S): Dual<S>;
  /** The gradient by `dimension` variables. */
  gradient(a: Dual<S>, dimension: number): Vector<S>;
  /** The same value, taken to depend on no variable: the stop_gradient of the comments on article 7737. */
  stopGradient(a: Dual<S>): Dual<S>;
}

function build<S>(F: Algebra<S>): DualReading<S> {
  const constant = (value: S): Dual<S> => ({ value, gradient: [] });
  const scaled = (c: S, g: Vector<S>): Vector<S> => g.map((x) => F.mul(c, x));
  const plus = (g: Vector<S>, h: Vector<S>): Vector<S> => {
    if (g.length === 0) return h;
    return h.length === 0 ? g : F.plus(g, h);
  };
  const chain = ({ gradient }: Dual<S>, value: S, derivative: () => S): Dual<S> =>
    gradient.length === 0 ? constant(value) : { value, gradient: scaled(derivative(), gradient) };
  const neg = (a: Dual<S>): Dual<S> => ({ value: F.neg(a.value), gradient: a.gradient.map(F.neg) });
  const sub = (a: Dual<S>, b: Dual<S>): Dual<S> => ({
    value: F.sub(a.value, b.value),
    gradient: plus(a.gradient, b.gradient.map(F.neg)),
  });
  const order = (a: Dual<S>, b: Dual<S>): -1 | 0 | 1 => F.compare(a.value, b.value);

  const D = algebra<Dual<S>>({
    reading: 'dual',
    of: (x) => constant(F.of(x)),
    between: (lower, upper) => constant(F.between(lower, upper)),
    add: (a, b) => ({ value: F.add(a.value, b.value), gradient: plus(a.gradient, b.gradient) }),
    sub,
    mul: (a, b) => ({
      value: F.mul(a.value, b.value),
      gradient: plus(scaled(b.value, a.gradient), scaled(a.value, b.gradient)),
    }),
    div: (a, b) => {
      const value = F.div(a.value, b.value);
      const numerator = plus(a.gradient, scaled(F.neg(value), b.gradient));
      return { value, gradient: numerator.map((x) => F.div(x, b.value)) };
    },
    neg,
    min: (a, b) => (order(a, b) <= 0 ? a : b),
    max: (a, b) => (order(a, b) >= 0 ? a : b),
    sqrt: (a) => {
      const root = F.sqrt(a.value);
      return chain(a, root, () => F.div(F.one, F.add(root, root)));
    },
    exp: (a) => {
      const power = F.exp(a.value);
      return chain(a, power, () => power);
    },
    log: (a) => chain(a, F.log(a.value), () => F.div(F.one, a.value)),
    sign: ({ value }) => F.sign(value),
    approximate: ({ value }) => F.approximate(value),
    enclosure: ({ value }) => F.enclosure(value),
  });

  return {
    ...D,
    abs: (a) => {
      const sign = F.sign(a.value);
      if (sign === undefined) throw new Undecided('On which side of the kink of |x| a value lies is not decided.');
      if (sign === 0) return constant(F.abs(a.value));
      return sign > 0 ? a : neg(a);
    },
    variables: (values) =>
      values.map((value, i) => ({ value, gradient: values.map((_, j) => (i === j ? F.one : F.zero)) })),
    constant,
    gradient: ({ gradient }, dimension) =>
      gradient.length === 0 ? Array.from({ length: dimension }, () => F.zero) : gradient,
    stopGradient: ({ value }) => constant(value),
  };
}

/**
 * Forward differentiation over any reading F: every operation carries the gradient along, so the gradient of a text
 * is exact wherever F is. Second derivatives are duals of duals. At a kink |x| has derivative 0, and min and max that
 * of their first argument.
 */
export const dual = oncePerReading(build);
