import type { Citation } from '../../src/law/law.ts';
import { type CheckedIdentity, identity } from './identity.ts';
import type { RationalFunction } from './rational-function.ts';
import { type FormalSpace, formalSpace } from './symbolic.ts';

/** For which instances a theorem is proved; always for all real values of its scalars. */
export type Scope = 'all dimensions' | 'all reals' | `T <= ${number}`;

/** One step of a theorem: two expressions claimed to be identical. */
export interface Step {
  readonly name: string;
  readonly left: RationalFunction;
  readonly right: RationalFunction;
}

/** What a theorem says, and the laws that rest on it. */
export interface Statement {
  readonly id: string;
  /** The ids of the laws it establishes, or establishes but for what `leaves` names. */
  readonly laws: readonly string[];
  readonly cites: readonly Citation[];
  /** The theorem in LaTeX. */
  readonly states: string;
  readonly scope: Scope;
  /** What these laws say beyond this theorem, in a sentence; absent when they say no more. */
  readonly leaves?: string;
}

/** A theorem all of whose steps have been checked by the kernel. */
export interface CheckedProof extends Statement {
  readonly evidence: readonly CheckedIdentity[];
  /** Everything that some step assumes to be nonzero, in alphabetical order. */
  readonly nonzero: readonly string[];
}

export interface Theorem extends Statement {
  /** Reads the texts that the theorem is about; every step is an obligation. */
  steps(F: FormalSpace): readonly Step[];
  /** Checks every step anew. Throws NotProved at the first that fails. */
  check(): CheckedProof;
}

/** A theorem whose steps are identities of texts read over formal vectors. */
export function theorem(statement: Statement, steps: Theorem['steps']): Theorem {
  return {
    ...statement,
    steps,
    check: () => {
      const evidence = steps(formalSpace).map((step) =>
        identity({ ...step, cites: statement.cites, states: statement.states }),
      );
      if (evidence.length === 0) throw new RangeError(`The theorem "${statement.id}" has no steps; give at least one.`);
      const nonzero = [...new Set(evidence.flatMap((each) => each.nonzero))].sort();
      return { ...statement, evidence, nonzero };
    },
  };
}
