/**
 * Ids of laws that are no claims of article 7737 itself, by why they are here. An id is permanent once it has landed:
 * stored counterexamples name it.
 */
export const registry = {
  /** The article's claims hold with fewer assumptions, or for more. */
  stronger: [],
  /** What the article leaves open, or what is false when it is read loosely, each with its counterexample. */
  corrections: [],
  /** How much the bounds lose, and what cannot be done better. */
  tightness: [],
  /** Neighboring results that rest on the same facts. */
  neighbors: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
