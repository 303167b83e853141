import type { Citation } from '../../src/law/law.ts';
import { equal, type RationalFunction, sub } from './rational-function.ts';

/** A claim that two expressions are the same wherever both are defined. */
export interface Identity {
  readonly name: string;
  readonly cites: readonly Citation[];
  /** The claim in LaTeX. */
  readonly states: string;
  readonly left: RationalFunction;
  readonly right: RationalFunction;
}

/** An identity that has been checked: it holds for all reals at which the listed polynomials are nonzero. */
export interface CheckedIdentity {
  readonly kind: 'identity';
  readonly name: string;
  readonly cites: readonly Citation[];
  readonly states: string;
  /** The denominators assumed nonzero, on either side, as text in alphabetical order. */
  readonly nonzero: readonly string[];
}

/** Thrown when evidence does not establish what it is offered for. */
export class NotProved extends Error {
  override readonly name = 'NotProved';
}

/**
 * Checks that left − right expands to zero. None of the assumed denominators is identically zero, so together they
 * are nonzero somewhere, and the statement is not empty.
 * @throws NotProved with what is left of the difference.
 */
export function identity({ name, cites, states, left, right }: Identity): CheckedIdentity {
  if (!equal(left, right)) {
    throw new NotProved(
      `"${name}" is not an identity: left − right is ${sub(left, right)}, not 0; correct either side.`,
    );
  }
  const nonzero = [...new Set([...left.nonzero.keys(), ...right.nonzero.keys()])].sort();
  return { kind: 'identity', name, cites, states, nonzero };
}
