import { setImmediate } from 'node:timers/promises';
import { generic, whyAssumed } from '../proofs/assumed.ts';
import { checkAll, coqProofs, type Evidence, proofOf, theorems } from '../proofs/index.ts';
import { readSentence } from '../proofs/theorem/sizes-read.ts';
import type { LawReport } from '../src/law/report.ts';
import type { LawEntry } from './json.ts';
import { inLetters } from './letters.ts';
import { reread } from './obligation.ts';
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

/** What is proved of a law for all reals, each theorem checked anew: its scope, what it leaves open, what it assumes. */
export function provedOf(lawId: string): string[] {
  const { status, because } = proofOf(lawId);
  return [
    ...checkAll(theorems.filter(({ laws }) => laws.includes(lawId))).flatMap((outcome) => {
      const { id, states, scope, kind, leaves } = outcome.theorem;
      if (outcome.status === 'unproved') return wrap(`Not proved: ${outcome.because}`, '  ', '    ');
      const { nonzero, evidence } = outcome.proof;
      const read = readSentence(scope, evidence);
      return [
        ...wrap(states, '  ', '    '),
        ...wrap(
          [
            `Checked by proofs/kernel for ${inLetters(scope)} (${kind}).`,
            ...(nonzero.length === 0 ? [] : [`Not zero: ${inLetters(nonzero.map(reread).join(', '))}.`]),
            ...(leaves === undefined ? [] : [`Left to the cases: ${leaves}`]),
          ].join(' '),
          '    ',
        ),
        ...(read === undefined ? [] : wrap(read, '    ', '      ')),
        ...assumptions(id, evidence).flatMap((line) => wrap(line, '    ', '      ')),
      ];
    }),
    ...provedInCoq(lawId),
    ...(status === 'unproved' && because !== null ? wrap(`Not proved: ${because}`, '  ', '    ') : []),
  ];
}

/**
 * What a theorem assumes, by the reason why it may: the names under which `prove` prints it in full. Of those that differ
 * in numbers alone, the first.
 */
function assumptions(theorem: string, evidence: readonly Evidence[]): string[] {
  const assumed = evidence.flatMap(({ hypotheses, induction }) =>
    hypotheses.map((hypothesis) => ({
      name: `[${hypothesis.name}]`,
      why: whyAssumed(theorem, hypothesis, induction !== undefined) ?? 'a hypothesis of its own',
    })),
  );
  return alike(assumed, ({ why }) => why).map((each) => {
    const names = firstOfEach(each.map(({ name }) => name));
    return inLetters(`Assumes ${names}: ${firstOfEach(each.map(({ why }) => why))}.`);
  });
}

function firstOfEach(texts: readonly string[]): string {
  return alike([...new Set(texts)], (text) => text)
    .map(([first, ...others]) => (others.length === 0 ? first : `${first} and ${others.length} like it`))
    .join(', ');
}

/** Groups of what has the same text, up to the numbers in it. */
function alike<T>(items: readonly T[], textOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = generic(textOf(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** The theorems of Coq that together say all that a law says; `npm run proofs:coq` checks them. */
export const provedInCoq = (lawId: string): string[] =>
  coqProofs(lawId).flatMap(({ states, scope, file, name }) => [
    ...wrap(states, '  ', '    '),
    ...wrap(`Proved in Coq for ${scope}: ${name} in proofs/coq/${file}.`, '    '),
  ]);
