import type { Algebra } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, showExact } from '../../src/scalar/exact.ts';
import { type Rational, signOf } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import type { Roots } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { evaluate } from './evaluate.ts';

/** Exact values of free reals and free vectors, by name; vectors by coordinates in a space of any dimension. */
export type Model = Readonly<Record<string, Exact | ExactVector>>;

export const isVector = <S>(value: S | readonly S[]): value is readonly S[] => Array.isArray(value);

/** A model in words: `x = 1, eta = 1/2, u = (0, 1)`. */
export const showModel = (model: Model): string =>
  Object.entries(model)
    .map(([name, value]) => `${name} = ${isVector(value) ? `(${value.map(showExact).join(', ')})` : showExact(value)}`)
    .join(', ');

/** The symbols of free reals and free vectors with their values, the inner products of the vectors among them. */
export function symbolsOf<S>(F: Algebra<S>, point: Iterable<readonly [string, S | readonly S[]]>): Map<string, S> {
  const symbols = new Map<string, S>();
  const vectors: [string, readonly S[]][] = [];
  for (const [name, value] of point) {
    if (isVector(value)) vectors.push([name, value]);
    else symbols.set(name, value);
  }
  for (const [x, u] of vectors) for (const [y, v] of vectors) if (x <= y) symbols.set(`⟨${x},${y}⟩`, F.dot(u, v));
  return symbols;
}

/**
 * Evaluates expressions exactly in a model.
 * @throws RangeError for a symbol without a value or a division by zero; Unavailable when a root is not rational.
 */
export const valuesIn = (model: Model, roots?: Roots): ((f: RationalFunction) => Rational) =>
  valuesOnPaths(model)(roots);

/** {@link valuesIn} for many paths of a text, which take roots of their own. */
export const valuesOnPaths = (model: Model) => valuesOnPathsIn(rationalReading, model);

/** The same in any reading. */
export const valuesOnPathsIn = <S>(F: Algebra<S>, model: Model) =>
  valuesAt(
    F,
    symbolsOf(
      F,
      Object.entries(model).map(([name, value]) => [name, isVector(value) ? value.map(F.of) : F.of(value)]),
    ),
  );

/** Evaluates expressions exactly where symbols have these values, and what a path calls its roots those of its roots. */
export const valuesAt =
  <S>(F: Algebra<S>, symbols: ReadonlyMap<string, S>) =>
  (roots?: Roots): ((f: RationalFunction) => S) => {
    if (roots === undefined || roots.size === 0) return (f) => evaluate(F, f, symbols);
    const all = new Map(symbols);
    for (const [name, radicand] of roots) all.set(name, F.sqrt(evaluate(F, radicand, all)));
    return (f) => evaluate(F, f, all);
  };

/** Whether a number of this sign is what a fact says its value is. */
export const fits = ({ relation }: Fact, sign: number): boolean =>
  relation === '= 0' ? sign === 0 : relation === '> 0' ? sign > 0 : sign >= 0;

/** Whether a fact is true of the values. */
export const holds = (fact: Fact, valueAt: (f: RationalFunction) => Rational): boolean =>
  fits(fact, signOf(valueAt(fact.value)));
