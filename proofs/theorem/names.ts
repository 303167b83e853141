import type { RationalFunction } from '../kernel/rational-function.ts';
import type { FormalVector } from '../kernel/symbolic.ts';

/** True for a letter or underscore followed by letters, digits and underscores. */
export const isName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);

/** The name of the symbol that an expression is; undefined when it is anything else. */
export const nameOfScalar = (a: RationalFunction): string | undefined => (isName(`${a}`) ? `${a}` : undefined);

/** The name of the free vector that a formal vector is; undefined when it is anything else. */
export function nameOfVector(v: FormalVector): string | undefined {
  const [entry, ...others] = v;
  return entry !== undefined && others.length === 0 && `${entry[1]}` === '1' ? entry[0] : undefined;
}
