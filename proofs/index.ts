import { policyTheorems } from './7737-policy-and-zeroth-order/index.ts';
import { identityTheorems, sgdTheorems } from './9902-sgd/index.ts';
import { coqProofs } from './coq/whole.ts';
import { NotProved } from './kernel/fact.ts';
import { reasons } from './reasons.ts';
import { checkLemmas, type Lemma } from './theorem/lemma.ts';
import type { Assumed, CheckedProof, Evidence, Theorem } from './theorem/theorem.ts';

export { identityTheorems } from './9902-sgd/index.ts';
export { coqProofs } from './coq/whole.ts';
export { NotProved } from './kernel/fact.ts';
export { reasons } from './reasons.ts';
export type { Assumed, CheckedProof, Evidence, EvidencePath, Kind, Scope, Theorem } from './theorem/theorem.ts';

/** Every theorem. */
export const theorems: readonly Theorem[] = [...identityTheorems, ...sgdTheorems, ...policyTheorems];

/** What became of one theorem. */
export type Outcome =
  | { readonly theorem: Theorem; readonly status: 'proved'; readonly proof: CheckedProof }
  | { readonly theorem: Theorem; readonly status: 'unproved'; readonly because: string };

const checkOne = (theorem: Theorem): Outcome => {
  try {
    const proof = theorem.check();
    theorem.checkStored?.();
    for (const { name, hypotheses, shortFor } of proof.evidence) {
      checkLemmas(name, hypotheses.filter(ofAnother), shortFor, evidenceOf);
    }
    return { theorem, status: 'proved', proof };
  } catch (error) {
    // A text that throws is not proved, and no reason to tell nothing of the others.
    const said = error instanceof Error ? error.message : String(error);
    return { theorem, status: 'unproved', because: error instanceof NotProved ? said : `The text crashes: ${said}` };
  }
};

/** Whether a hypothesis is a conclusion of another theorem. */
const ofAnother = ({ lemma }: Assumed): boolean => lemma?.of !== undefined;

/** The evidence of the theorem that a lemma is of, checked in this process. */
function evidenceOf({ of = '' }: Lemma): readonly Evidence[] {
  const theorem = theorems.find(({ id }) => id === of);
  if (theorem === undefined) throw new NotProved(`There is no theorem "${of}" to rest on.`);
  const outcome = outcomeOf(theorem);
  if (outcome.status === 'unproved') throw new NotProved(`It rests on ${of}, which is not proved: ${outcome.because}`);
  return outcome.proof.evidence;
}

// Checking a theorem takes milliseconds, but every law asks.
const outcomes = new Map<Theorem, Outcome>();

/** Checks theorems anew, all of them unless told which. */
export const checkAll = (which: readonly Theorem[] = theorems): readonly Outcome[] =>
  which.map((theorem) => {
    const outcome = checkOne(theorem);
    outcomes.set(theorem, outcome);
    return outcome;
  });

/** What is proved of a law. */
export interface ProofStatus {
  /** `refuted` when the law states a claim that is false, and a model shows it. */
  readonly status: 'proved' | 'refuted' | 'unproved';
  /** For which instances; `null` without a proof of all that the law says. */
  readonly scope: string | null;
  /** The kind of evidence and the theorem, as `induction regret-bound` or `Coq, for all K: b5-log-trick`; `null` likewise. */
  readonly by: string | null;
  /** Why there is no proof, or no complete one; `null` where there is. */
  readonly because: string | null;
  /** The theorems about a part of the law, with what each leaves. */
  readonly parts: readonly string[];
}

function outcomeOf(theorem: Theorem): Outcome {
  const before = outcomes.get(theorem);
  if (before !== undefined) return before;
  const outcome = checkOne(theorem);
  outcomes.set(theorem, outcome);
  return outcome;
}

/** What is proved of the law of this id, each theorem about it checked in this process. */
export function proofOf(lawId: string): ProofStatus {
  const about = theorems.filter(({ laws }) => laws.includes(lawId)).map(outcomeOf);
  const failed = about.find((outcome) => outcome.status === 'unproved');
  const parts = about.flatMap(({ theorem: { id, leaves } }) =>
    leaves === undefined ? [] : [`${id} leaves: ${leaves}`],
  );
  const whole = about.filter(({ theorem: { leaves } }) => leaves === undefined).map(({ theorem }) => theorem);
  const complete = whole.find(({ scope }) => scope.startsWith('all')) ?? whole[0];
  if (failed !== undefined) {
    return { status: 'unproved', scope: null, by: null, because: failed.because, parts };
  }
  const coq = coqProofs(lawId);
  const byCoq = coq.length === 0 ? [] : [`Coq, for ${coq[0]!.scope}: ${coq.map(({ id }) => id).join(', ')}`];
  if (complete === undefined && coq.length === 0) {
    return { status: 'unproved', scope: null, by: null, because: reasons[lawId] ?? null, parts };
  }
  const byKernel = complete === undefined ? [] : [`${complete.kind} ${complete.id}`];
  return {
    status: complete?.kind === 'counterexample' ? 'refuted' : 'proved',
    scope: coq[0]?.scope ?? complete!.scope,
    by: [...byCoq, ...byKernel].join('; '),
    because: null,
    parts,
  };
}
