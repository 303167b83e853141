import { type Exact, type ExactVector, showExact, toRational } from '../../src/scalar/exact.ts';
import { type Rational, signOf } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import type { Roots } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { evaluate } from './evaluate.ts';

/** Exact values of free reals and free vectors, by name; vectors by coordinates in a space of any dimension. */
export type Model = Readonly<Record<string, Exact | ExactVector>>;

const isVector = (value: Exact | ExactVector): value is ExactVector => Array.isArray(value);

/** A model in words: `x = 1, eta = 1/2, u = (0, 1)`. */
export const showModel = (model: Model): string =>
  Object.entries(model)
    .map(([name, value]) => `${name} = ${isVector(value) ? `(${value.map(showExact).join(', ')})` : showExact(value)}`)
    .join(', ');

/** The symbols of a model with their values, the inner products of its vectors among them. */
function symbolsOf(model: Model): Map<string, Rational> {
  const symbols = new Map<string, Rational>();
  const vectors: [string, readonly Rational[]][] = [];
  for (const [name, value] of Object.entries(model)) {
    if (isVector(value)) vectors.push([name, value.map(toRational)]);
    else symbols.set(name, toRational(value));
  }
  for (const [x, u] of vectors)
    for (const [y, v] of vectors) if (x <= y) symbols.set(`⟨${x},${y}⟩`, rationalReading.dot(u, v));
  return symbols;
}

/**
 * Evaluates expressions exactly in a model.
 * @throws RangeError for a symbol without a value or a division by zero; Unavailable when a root is not rational.
 */
export const valuesIn = (model: Model, roots?: Roots): ((f: RationalFunction) => Rational) =>
  valuesOnPaths(model)(roots);

/** {@link valuesIn} for many paths of a text, which take roots of their own. */
export function valuesOnPaths(model: Model): (roots?: Roots) => (f: RationalFunction) => Rational {
  const symbols = symbolsOf(model);
  return (roots = new Map()) => {
    const all = roots.size === 0 ? symbols : new Map(symbols);
    for (const [name, radicand] of roots) {
      all.set(name, rationalReading.sqrt(evaluate(rationalReading, radicand, all)));
    }
    return (f) => evaluate(rationalReading, f, all);
  };
}

/** Whether a fact is true of the values. */
export function holds({ relation, value }: Fact, valueAt: (f: RationalFunction) => Rational): boolean {
  const sign = signOf(valueAt(value));
  return relation === '= 0' ? sign === 0 : relation === '> 0' ? sign > 0 : sign >= 0;
}
