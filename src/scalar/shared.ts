import { type Algebra, algebra } from './algebra.ts';
import { toRational } from './exact.ts';

/**
 * The same reading, in which what is computed twice in the same way is one object. So the two sides of a tie share the
 * roots that both are made of: they count once in a root bound, and are taken once.
 *
 * It keeps every value for as long as it lives; make one for each text that is read.
 */
export function shared<S extends object>(F: Algebra<S>): Algebra<S> {
  const constants = new Map<string, S>();
  const { add, mul } = { add: ofTwo(F.add, true), mul: ofTwo(F.mul, true) };
  const square = ofOne(F.square);
  const whole = algebra<S>({
    ...F,
    of: (x) => {
      const name = `${toRational(x)}`;
      const constant = constants.get(name) ?? F.of(x);
      constants.set(name, constant);
      return constant;
    },
    add,
    sub: ofTwo(F.sub),
    mul,
    div: ofTwo(F.div),
    neg: ofOne(F.neg),
    min: ofTwo(F.min),
    max: ofTwo(F.max),
    sqrt: ofOne(F.sqrt),
    exp: ofOne(F.exp),
    log: ofOne(F.log),
  });
  const squaredNorm: typeof whole.squaredNorm = (v) => whole.sum(v.map(square));
  return {
    ...whole,
    abs: ofOne(F.abs),
    square,
    compare: F.compare,
    squaredNorm,
    squaredDistance: (u, v) => squaredNorm(whole.minus(u, v)),
    norm: (v) => whole.sqrt(squaredNorm(v)),
  };
}

function ofOne<S extends object>(operation: (a: S) => S): (a: S) => S {
  const results = new Map<S, S>();
  return (a) => {
    const result = results.get(a) ?? operation(a);
    results.set(a, result);
    return result;
  };
}

function ofTwo<S extends object>(operation: (a: S, b: S) => S, isSymmetric = false): (a: S, b: S) => S {
  const results = new Map<S, Map<S, S>>();
  return (a, b) => {
    const known = results.get(a)?.get(b) ?? (isSymmetric ? results.get(b)?.get(a) : undefined);
    if (known !== undefined) return known;
    const result = operation(a, b);
    const row = results.get(a) ?? new Map<S, S>();
    results.set(a, row.set(b, result));
    return result;
  };
}
