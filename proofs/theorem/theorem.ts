import type { Citation } from '../../src/law/law.ts';
import type { CheckedStep } from '../kernel/argument.ts';
import { showFact } from '../kernel/fact.ts';
import { identity } from '../kernel/identity.ts';
import { checkObligation, type Obligation } from '../kernel/obligation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalSpace, formalSpace } from '../kernel/symbolic.ts';
import { checkInstances, checkNeeds, type Need } from './counterexample.ts';
import type { Model } from './model.ts';

/** For which instances a theorem is proved; always for all real values of its scalars. */
export type Scope =
  | 'all dimensions'
  | 'all dimensions, all T'
  | 'all T'
  | 'all reals'
  | 'one instance'
  | `${number} instances`
  | `T <= ${number}`
  | `d <= ${number}`
  | `K <= ${number}`
  | `n <= ${number}`
  | `K <= ${number}, N <= ${number}`
  | `K <= ${number}, for ${string}`
  | `d <= ${number}, for ${string}`;

/** How a theorem is proved. */
export type Kind = 'identity' | 'certificate' | 'cases' | 'induction' | 'computation' | 'counterexample';

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
  /** The ids of the theorems whose conclusions it assumes, at other names of their free symbols. */
  readonly restsOn?: readonly string[];
}

/** One obligation that the kernel has checked, as a person would read it. */
export interface Evidence {
  readonly name: string;
  /** The steps, each with what it shows and how. */
  readonly steps: readonly { readonly goal: string; readonly says: string; readonly shows: string }[];
  /** The hypotheses, with what they say and whether a model shows that they are needed. */
  readonly hypotheses: readonly Assumed[];
  readonly nonzero: readonly string[];
}

export interface Assumed {
  readonly name: string;
  readonly says: string;
  readonly standsFor: readonly string[];
  readonly need: Need;
}

/** A theorem all of whose obligations have been checked by the kernel. */
export interface CheckedProof extends Statement {
  readonly kind: Kind;
  readonly evidence: readonly Evidence[];
  /** Everything that some step assumes to be nonzero, in alphabetical order. */
  readonly nonzero: readonly string[];
}

export interface Theorem extends Statement {
  readonly kind: Kind;
  /** Checks every step anew. Throws NotProved at the first that fails. */
  check(): CheckedProof;
}

/** One step of an identity: two expressions claimed to be identical. */
export interface Sides {
  readonly name: string;
  readonly left: RationalFunction;
  readonly right: RationalFunction;
}

/** A theorem whose steps are identities of texts. */
export interface IdentityTheorem extends Theorem {
  readonly kind: 'identity';
  /** Reads the texts that the theorem is about; every step is an obligation. */
  steps(F: FormalSpace): readonly Sides[];
}

/** A theorem whose steps are identities of texts read over formal vectors. */
export function theorem(statement: Statement, steps: IdentityTheorem['steps']): IdentityTheorem {
  return {
    ...statement,
    kind: 'identity',
    steps,
    check: () => {
      const { cites, states } = statement;
      const evidence = steps(formalSpace).map((step): Evidence => {
        const { name, nonzero } = identity({ ...step, cites, states });
        return { name, steps: [{ goal: name, says: 'identically', shows: 'left = right' }], hypotheses: [], nonzero };
      });
      return whole(statement, 'identity', evidence);
    },
  };
}

/** An obligation and the models it is held against. */
export interface Part extends Obligation {
  /** Exact models in which all hypotheses hold together; every path is taken by one of them. */
  readonly instances?: readonly Model[];
  /** Exact models in which one hypothesis, by name, fails alone, and the conclusion with it. */
  readonly needed?: Readonly<Record<string, Model>>;
}

/** A theorem proved by arguments. */
export interface ArgumentTheorem extends Theorem {
  readonly parts: readonly Part[];
}

/** A theorem whose parts are arguments, each checked on every path. */
export function proved(statement: Statement, parts: readonly Part[], kind: Kind = 'certificate'): ArgumentTheorem {
  return { ...statement, kind, parts, check: () => whole(statement, kind, parts.map(checkPart)) };
}

function checkPart({ name, argue, instances = [], needed = {} }: Part): Evidence {
  const all = checkObligation({ name, argue });
  checkInstances(name, all, instances);
  const needs = checkNeeds(name, all, needed);
  const hypotheses = new Map<string, Assumed>();
  for (const { result } of all) {
    for (const fact of result.assumes) {
      const { name, standsFor = [] } = fact;
      hypotheses.set(name, { name, says: showFact(fact), standsFor, need: needs.get(name)! });
    }
    for (const { name, says, standsFor = [] } of result.rules ?? []) {
      hypotheses.set(name, { name, says, standsFor, need: needs.get(name)! });
    }
  }
  return {
    name,
    steps: all.flatMap(({ key, steps }) => steps.map((step) => shown(step, key))),
    hypotheses: [...hypotheses.values()],
    nonzero: [...new Set(all.flatMap((path) => path.nonzero))].sort(),
  };
}

const shown = ({ goal, says }: CheckedStep, key: string): Evidence['steps'][number] => ({
  goal: key === '' ? goal.name : `${goal.name} (path ${key})`,
  says,
  shows: showFact(goal),
});

function whole(statement: Statement, kind: Kind, evidence: readonly Evidence[]): CheckedProof {
  if (evidence.length === 0) throw new RangeError(`The theorem "${statement.id}" has no steps; give at least one.`);
  return { ...statement, kind, evidence, nonzero: [...new Set(evidence.flatMap(({ nonzero }) => nonzero))].sort() };
}
