import type { RationalFunction } from './rational-function.ts';

/** A named statement about one expression: it is nonnegative, positive, or zero. */
export interface Fact {
  readonly name: string;
  readonly relation: '>= 0' | '> 0' | '= 0';
  readonly value: RationalFunction;
  /** The hypotheses of laws, by name, that it is what the proof uses of. */
  readonly standsFor?: readonly string[];
}

/** `D - d >= 0`. */
export const showFact = ({ relation, value }: Fact): string => `${value} ${relation}`;

/** Thrown when evidence does not establish what it is offered for. */
export class NotProved extends Error {
  override readonly name = 'NotProved';
}

/** @throws NotProved with this sentence. */
export function refuse(because: string): never {
  throw new NotProved(because);
}
