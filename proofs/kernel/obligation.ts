import { type Argument, type CheckedArgument, checkArgument } from './argument.ts';
import { type Path, paths, type Reader } from './cases.ts';
import { NotProved } from './fact.ts';

/** Something to be proved: an argument read off a text, on every path through it. */
export interface Obligation {
  readonly name: string;
  argue(reader: Reader): Argument;
}

/** One path of an obligation with what its steps prove. */
export type CheckedPath = Path<Argument> & CheckedArgument;

/**
 * Checks every step on every path.
 * @throws NotProved naming the obligation, the path and the first step that fails.
 */
export const checkObligation = ({ name, argue }: Obligation): readonly CheckedPath[] =>
  paths(argue).map((path) => {
    try {
      return { ...path, ...checkArgument(path.result, path) };
    } catch (error) {
      if (!(error instanceof NotProved)) throw error;
      throw new NotProved(`${name}${path.key === '' ? '' : `, path ${path.key}`}: ${error.message}`);
    }
  });
