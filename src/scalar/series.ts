import { type Algebra, algebra, type Sign, Unavailable, Undecided } from './algebra.ts';
import { oncePerReading } from './once-per-reading.ts';
import { whole } from './validate.ts';

/**
 * A power series in a small ε > 0, Σ cₖ εᵏ + O(εⁿ): its coefficients from the exponent `from` up, and the exponent
 * n = `order` from which on nothing is known. A polynomial is known whole: its order is Infinity.
 */
export interface Series<S> {
  readonly from: number;
  readonly coefficients: readonly S[];
  readonly order: number;
}

/** The reading of an algebra in power series over another, and the way in and out of it. */
export interface SeriesReading<S> extends Algebra<Series<S>> {
  /** ε itself. */
  readonly epsilon: Series<S>;
  /** A scalar of the algebra below as a series that does not depend on ε. */
  constant(a: S): Series<S>;
  /**
   * The coefficient of εᵏ, exactly.
   * @throws Unavailable when the series is not known that far.
   */
  coefficient(a: Series<S>, k: number): S;
}

function build<S>(F: Algebra<S>, terms: number): SeriesReading<S> {
  const make = (from: number, coefficients: readonly S[], order = Number.POSITIVE_INFINITY): Series<S> => ({
    from,
    coefficients: coefficients.slice(0, Math.max(0, Math.min(coefficients.length, order - from))),
    order,
  });
  const constant = (a: S): Series<S> => make(0, [a]);
  const at = ({ from, coefficients }: Series<S>, k: number): S => coefficients[k - from] ?? F.zero;
  const end = ({ from, coefficients }: Series<S>): number => from + coefficients.length;

  const combine = (a: Series<S>, b: Series<S>, op: (x: S, y: S) => S): Series<S> => {
    const from = Math.min(a.from, b.from);
    const order = Math.min(a.order, b.order);
    const length = Math.min(Math.max(end(a), end(b)), order) - from;
    return make(
      from,
      Array.from({ length: Math.max(0, length) }, (_, i) => op(at(a, from + i), at(b, from + i))),
      order,
    );
  };

  const mul = (a: Series<S>, b: Series<S>): Series<S> => {
    const from = a.from + b.from;
    const order = Math.min(a.from + b.order, b.from + a.order);
    const length = Math.min(a.coefficients.length + b.coefficients.length - 1, order - from);
    const product = Array.from({ length: Math.max(0, length) }, () => F.zero);
    a.coefficients.forEach((x, i) => {
      b.coefficients.forEach((y, j) => {
        if (i + j < product.length) product[i + j] = F.add(product[i + j]!, F.mul(x, y));
      });
    });
    return make(from, product, order);
  };

  /** The series without its leading coefficients that are zero; undefined for zero itself. */
  const leading = (a: Series<S>): Series<S> | undefined => {
    for (const [i, c] of a.coefficients.entries()) {
      const sign = F.sign(c);
      if (sign === undefined) throw new Undecided('Whether a leading coefficient is zero is not decided.');
      if (sign !== 0) return make(a.from + i, a.coefficients.slice(i), a.order);
    }
    if (a.order === Number.POSITIVE_INFINITY) return undefined;
    throw new Undecided('A series is zero as far as it is known.');
  };

  /** Coefficients 0, 1, … of a series defined by a recurrence, as many as the argument and `terms` allow. */
  const expand = (a: Series<S>, from: number, next: (known: readonly S[], n: number) => S): Series<S> => {
    const length = Math.min(terms, a.order - a.from);
    const known: S[] = [];
    for (let n = 0; n < length; n++) known.push(next(known, n));
    return make(from, known, from + length);
  };
  /** Σ_{k=1}^{n−1} term(k). */
  const convolve = (n: number, term: (k: number) => S): S => {
    let total = F.zero;
    for (let k = 1; k < n; k++) total = F.add(total, term(k));
    return total;
  };

  const reciprocal = (a: Series<S>): Series<S> => {
    const lead = leading(a);
    if (lead === undefined) throw new RangeError('A series is divided by zero; divide by one that is not zero.');
    const first = at(lead, lead.from);
    if (lead.coefficients.length === 1 && lead.order === Number.POSITIVE_INFINITY) {
      return make(-lead.from, [F.div(F.one, first)]);
    }
    return expand(lead, -lead.from, (b, n) => {
      if (n === 0) return F.div(F.one, first);
      const rest = F.add(
        convolve(n, (k) => F.mul(at(lead, lead.from + k), b[n - k]!)),
        F.mul(at(lead, lead.from + n), b[0]!),
      );
      return F.neg(F.div(rest, first));
    });
  };

  const sqrt = (a: Series<S>): Series<S> => {
    const lead = leading(a);
    if (lead === undefined) return constant(F.zero);
    if (lead.from % 2 !== 0) throw new Unavailable('The root of an odd power of ε is no power series.');
    const first = F.sqrt(at(lead, lead.from));
    if (lead.coefficients.length === 1 && lead.order === Number.POSITIVE_INFINITY) return make(lead.from / 2, [first]);
    const twice = F.add(first, first);
    return expand(lead, lead.from / 2, (b, n) =>
      n === 0
        ? first
        : F.div(
            F.sub(
              at(lead, lead.from + n),
              convolve(n, (k) => F.mul(b[k]!, b[n - k]!)),
            ),
            twice,
          ),
    );
  };

  /** The series from exponent 0 up; refused when it grows without bound as ε → 0. */
  const bounded = (a: Series<S>): Series<S> => {
    if (a.from >= 0)
      return make(
        0,
        Array.from({ length: end(a) }, (_, k) => at(a, k)),
        a.order,
      );
    const lead = leading(a);
    if (lead !== undefined && lead.from < 0) throw new Unavailable('exp and log of 1/ε are no power series.');
    return lead === undefined ? constant(F.zero) : bounded(lead);
  };
  const isConstant = (a: Series<S>): boolean => a.coefficients.length <= 1 && a.order === Number.POSITIVE_INFINITY;

  const exp = (argument: Series<S>): Series<S> => {
    const a = bounded(argument);
    const first = F.exp(at(a, 0));
    if (isConstant(a)) return constant(first);
    // b′ = a′ b
    return expand(a, 0, (b, n) => {
      if (n === 0) return first;
      const sum = F.add(
        convolve(n, (k) => F.mul(F.mul(F.of(k), at(a, k)), b[n - k]!)),
        F.mul(F.mul(F.of(n), at(a, n)), b[0]!),
      );
      return F.div(sum, F.of(n));
    });
  };

  const log = (argument: Series<S>): Series<S> => {
    const a = bounded(argument);
    const first = at(a, 0);
    if (isConstant(a)) return constant(F.log(first));
    // a b′ = a′
    return expand(a, 0, (b, n) => {
      if (n === 0) return F.log(first);
      const rest = convolve(n, (k) => F.mul(F.mul(F.of(k), b[k]!), at(a, n - k)));
      return F.div(F.sub(F.mul(F.of(n), at(a, n)), rest), F.mul(F.of(n), first));
    });
  };

  const sign = (a: Series<S>): Sign => {
    try {
      const lead = leading(a);
      return lead === undefined ? 0 : F.sign(at(lead, lead.from));
    } catch (error) {
      if (error instanceof Undecided) return undefined;
      throw error;
    }
  };
  const neg = (a: Series<S>): Series<S> => make(a.from, a.coefficients.map(F.neg), a.order);
  const sub = (a: Series<S>, b: Series<S>): Series<S> => combine(a, b, F.sub);
  const notAbove = (a: Series<S>, b: Series<S>): boolean => {
    const order = sign(sub(a, b));
    if (order === undefined) throw new Undecided('Which of two series is larger is not decided.');
    return order <= 0;
  };

  const E = algebra<Series<S>>({
    reading: 'series',
    of: (x) => constant(F.of(x)),
    between: (lower, upper) => constant(F.between(lower, upper)),
    add: (a, b) => combine(a, b, F.add),
    sub,
    mul,
    div: (a, b) => mul(a, reciprocal(b)),
    neg,
    min: (a, b) => (notAbove(a, b) ? a : b),
    max: (a, b) => (notAbove(b, a) ? a : b),
    sqrt,
    exp,
    log,
    sign,
    approximate: (a) => (a.from < 0 ? Number.NaN : F.approximate(at(a, 0))),
    enclosure: (a) => F.enclosure(at(a, 0)),
  });
  return {
    ...E,
    epsilon: make(1, [F.one]),
    constant,
    coefficient: (a, k) => {
      if (k >= a.order) throw new Unavailable(`The coefficient of ε^${k} is not known; keep more terms.`);
      return at(a, k);
    },
  };
}

const built = oncePerReading(<S>(_: Algebra<S>) => new Map<number, SeriesReading<S>>());

/**
 * Truncated power series over any reading F. A limit as ε → 0⁺ is a constant coefficient, a claim of order O(εⁿ) the
 * vanishing of the coefficients below n. Division by ε is exact. Sums and products of polynomials stay whole; whatever
 * has infinitely many terms keeps its first `terms`.
 * @throws RangeError when `terms` is not a whole number from 1 on.
 */
export function series<S>(F: Algebra<S>, terms: number): SeriesReading<S> {
  whole('terms', terms, 'the number of terms to keep');
  const known = built(F);
  const reading = known.get(terms) ?? build(F, terms);
  known.set(terms, reading);
  return reading;
}
