import type { Scalars } from '../../src/scalar/algebra.ts';
import { NotProved } from '../kernel/fact.ts';
import { constantValue, equal, type RationalFunction } from '../kernel/rational-function.ts';

/** A number of steps that stands for any: whatever a text makes of it by adding and doubling is read of T. */
export const STEPS = 10_007;
const NEAR = 100;

/** Numbers with their roots, which the theorem has to assume to be positive. */
export type Roots = readonly (readonly [number: RationalFunction, root: RationalFunction])[];

/**
 * A reading in which {@link STEPS} is T. A text may ask for nothing else that depends on a number of steps, and for the
 * roots of no other numbers than these.
 */
export function anySteps<A extends Scalars<RationalFunction>>(F: A, T: RationalFunction, roots: Roots = []): A {
  const whole = (x: number): RationalFunction => {
    const times = Math.round(x / STEPS);
    const rest = x - times * STEPS;
    if (!Number.isInteger(rest) || Math.abs(rest) > NEAR || times > NEAR) {
      throw new NotProved(`The text makes ${x} of ${STEPS}, which stands for any number of steps.`);
    }
    return F.add(F.mul(F.of(times), T), F.of(rest));
  };
  return {
    ...F,
    of: (x) => {
      if (x === undefined) throw new NotProved('The text looks at the middle of a list that has any length.');
      return typeof x === 'number' && Math.abs(x) > STEPS / 2 ? whole(x) : F.of(x);
    },
    sqrt: (a) => {
      const known = roots.find(([number]) => equal(a, number));
      if (known !== undefined) return known[1];
      if (constantValue(a) !== undefined) return F.sqrt(a);
      throw new NotProved(`The text takes the root of ${a}, of which nothing is assumed.`);
    },
  };
}

/** A list of any number of values, of which a text sees how many they are, the first, the last, and their sum. */
export interface AnyList {
  readonly first: RationalFunction;
  readonly last: RationalFunction;
  readonly sum: RationalFunction;
}

/** {@link STEPS} values with nothing between the first and the last. */
export function endsOf<X>(first: X, last: X): readonly X[] {
  const list = [first];
  list[STEPS - 1] = last;
  return list;
}

/** A reading that adds up no other long list than this one. */
export const adding = <A extends Scalars<RationalFunction>>(F: A, { first, last, sum }: AnyList): A => ({
  ...F,
  sum: (terms) => {
    if (terms.length !== STEPS) return F.sum(terms);
    if (equal(terms[0]!, first) && equal(terms.at(-1)!, last)) return sum;
    throw new NotProved(`The text adds up numbers from ${terms[0]} to ${terms.at(-1)}, of which nothing is assumed.`);
  },
});
