import { setImmediate } from 'node:timers/promises';
import { checkAll, coqProofs, proofOf, theorems } from '../proofs/index.ts';
import type { LawReport } from '../src/law/report.ts';
import type { LawEntry } from './json.ts';
import { wrap } from './text.ts';

/** Ids of the laws whose theorems have been checked. */
export type Checked = ReadonlySet<string>;

/**
 * Checks the theorems about laws, and lets other work go on after those of each. None are begun after the deadline, in
 * milliseconds as `Date.now()` counts.
 */
export async function checkProofs(
  laws: readonly { readonly id: string }[],
  deadline = Number.POSITIVE_INFINITY,
): Promise<Checked> {
  const checked = new Set<string>();
  for (const { id } of laws) {
    if (Date.now() >= deadline && theorems.some((theorem) => theorem.laws.includes(id))) continue;
    proofOf(id);
    checked.add(id);
    await setImmediate();
  }
  return checked;
}

const UNCHECKED = {
  status: 'unproved',
  scope: null,
  by: null,
  because: 'The time limit came before the proof was checked.',
} as const;

/** A report with what is proved of its law; theorems are checked in this process, once. */
export function withProof(report: LawReport, checked: Checked): LawEntry {
  if (!checked.has(report.id)) return { ...report, proof: UNCHECKED };
  const { status, scope, by, because } = proofOf(report.id);
  return { ...report, proof: { status, scope, by, because } };
}

/** What is proved of a law for all reals, each theorem checked anew: the theorem, its scope, and what it leaves open. */
export function provedOf(lawId: string): string[] {
  const { status, because } = proofOf(lawId);
  return [
    ...checkAll(theorems.filter(({ laws }) => laws.includes(lawId))).flatMap((outcome) => {
      const { states, scope, kind, leaves } = outcome.theorem;
      if (outcome.status === 'unproved') return wrap(`Not proved: ${outcome.because}`, '  ', '    ');
      const { nonzero } = outcome.proof;
      return [
        ...wrap(states, '  ', '    '),
        ...wrap(
          [
            `Checked by proofs/kernel for ${scope} (${kind}).`,
            ...(nonzero.length === 0 ? [] : [`Not zero: ${nonzero.join(', ')}.`]),
            ...(leaves === undefined ? [] : [`Left to the cases: ${leaves}`]),
          ].join(' '),
          '    ',
        ),
      ];
    }),
    ...provedInCoq(lawId),
    ...(status === 'unproved' && because !== null ? wrap(`Not proved: ${because}`, '  ', '    ') : []),
  ];
}

/** The theorems of Coq that together say all that a law says; `npm run proofs:coq` checks them. */
export const provedInCoq = (lawId: string): string[] =>
  coqProofs(lawId).flatMap(({ states, scope, file, name }) => [
    ...wrap(states, '  ', '    '),
    ...wrap(`Proved in Coq for ${scope}: ${name} in proofs/coq/${file}.`, '    '),
  ]);
