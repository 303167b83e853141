import type { Polynomial, Powers } from '../kernel/polynomial.ts';
import * as polynomial from '../kernel/polynomial.ts';
import { product, quotient } from './fractions.ts';

const MOST_MULTIPLES = 400;

/** A multiple of an equality by a product of symbols. */
export interface Multiple {
  readonly of: string;
  readonly by: Powers;
  readonly value: Polynomial;
}

/**
 * Multiples of equalities by products of symbols, each of which brings a term of the equality to a term of the target;
 * and, in each further round, to a term of what has been found, or of the other polynomials.
 */
export function multiplesOf(
  equalities: ReadonlyMap<string, Polynomial>,
  target: Polynomial,
  others: readonly Polynomial[],
  rounds: number,
): readonly Multiple[] {
  const found = new Map<string, Multiple>();
  const seen = new Set<string>();
  let aims: readonly Polynomial[] = [target];
  for (let round = 0; round < rounds && equalities.size > 0; round++) {
    const next: Polynomial[] = [];
    for (const aim of aims)
      for (const [key, { powers }] of aim.terms) {
        if (seen.has(key)) continue;
        seen.add(key);
        for (const [of, equality] of equalities)
          for (const term of equality.terms.values()) {
            const by = quotient(powers, term.powers);
            const name = `${by} [${of}]`;
            if (by === undefined || found.has(name) || found.size > MOST_MULTIPLES) continue;
            const value = polynomial.mul(equality, product(by));
            found.set(name, { of, by, value });
            next.push(value);
          }
      }
    aims = round === 0 ? [...next, ...others] : next;
  }
  return [...found.values()];
}
