import type { Algebra } from '../scalar/algebra.ts';
import type { Atom } from './directions.ts';

/** A density that is constant between two points. */
export interface DensityPiece<S> {
  readonly from: S;
  readonly to: S;
  readonly density: S;
}

/**
 * The zero-biased distribution of a direction u on the line with E u = 0 and E u² = 1: its density at v is E[u 1(u > v)].
 * For finitely many values it is constant between two that are next to each other.
 *
 * It says what a zeroth-order gradient is an average of: E[(f(x + εu) − f(x))/ε · u] = E f′(x + εu*).
 * Source: Goldstein and Reinert, Stein's method and the zero bias transformation (1997).
 */
export function zeroBiased<S>(
  { compare, mul, sub, zero }: Algebra<S>,
  atoms: readonly Atom<S>[],
): readonly DensityPiece<S>[] {
  const values = atoms
    .map(({ direction: [u], probability }) => ({ u: u!, probability }))
    .sort((a, b) => compare(a.u, b.u));
  let density = zero;
  return values.slice(0, -1).map(({ u, probability }, k) => {
    density = sub(density, mul(u, probability)); // E[u 1(u > v)] = −E[u 1(u ≤ v)]
    return { from: u, to: values[k + 1]!.u, density };
  });
}
