import { type CheckedProof, checkAll, type Evidence, proofOf, type Theorem, theorems } from '../proofs/index.ts';
import { readSentence } from '../proofs/theorem/sizes-read.ts';
import type { AnyLaw } from '../src/law/law.ts';
import { witnessOf } from '../src/law/witness.ts';
import type { Environment } from './environment.ts';
import { inLetters } from './letters.ts';
import { obligations } from './obligation.ts';
import { paints } from './paint.ts';
import { provedInCoq } from './proofs.ts';
import { readable } from './readable.ts';
import { lawNamed } from './select.ts';
import { sides } from './sides.ts';
import { wrap } from './text.ts';

/** Prints what is proved of one law, as a person would read it: numbered steps, what each uses, the multipliers. */
export function prove(id: string, options: { readonly all?: boolean }, { laws, out, colors }: Environment): number {
  const law = lawNamed(laws, id);
  const { bold } = paints(colors);
  const { status, scope, because } = proofOf(law.id);
  const verdict =
    because === null
      ? `${status === 'refuted' ? 'Refuted' : 'Proved'}, ${inLetters(scope ?? '')}.`
      : `Not proved: ${because}`;
  const lines = [
    bold(law.id),
    ...wrap(law.says),
    '',
    ...wrap(verdict),
    ...checkAll(theoremsAbout(law.id)).flatMap((outcome) => [
      '',
      ...wrap(`${outcome.theorem.id} (${outcome.theorem.kind}, ${inLetters(outcome.theorem.scope)})`, '', '  ').map(
        bold,
      ),
      ...wrap(outcome.theorem.states, '  '),
      ...about(outcome.theorem),
      ...(outcome.status === 'unproved'
        ? wrap(`Not proved: ${outcome.because}`, '  ')
        : [
            ...sizes(outcome.proof),
            ...argued(outcome.theorem.id, outcome.proof.evidence, options.all ?? false),
            ...outcome.proof.evidence.flatMap((each) => ('refuting' in each ? refutation(law, each.refuting) : [])),
          ]),
    ]),
    ...inCoq(law.id),
  ];
  for (const line of lines) out(line);
  return 0;
}

/** Those that prove all of the law before those that prove a part of it. */
function theoremsAbout(id: string): readonly Theorem[] {
  const about = theorems.filter(({ laws }) => laws.includes(id));
  return [...about.filter(({ leaves }) => leaves === undefined), ...about.filter(({ leaves }) => leaves !== undefined)];
}

function inCoq(id: string): string[] {
  const lines = provedInCoq(id);
  return lines.length === 0 ? [] : ['', ...lines];
}

const about = ({ restsOn = [], leaves }: Theorem): string[] => [
  ...(restsOn.length === 0 ? [] : wrap(`Rests on ${restsOn.join(', ')}.`, '  ')),
  ...(leaves === undefined ? [] : wrap(`Leaves: ${leaves}`, '  ')),
];

function sizes({ scope, evidence }: CheckedProof): string[] {
  const sentence = readSentence(scope, evidence);
  return sentence === undefined ? [] : wrap(sentence, '  ');
}

/** The instance on which a claim is false, with both sides. */
function refutation(law: AnyLaw, instance: unknown): string[] {
  const { instance: shown, observed } = witnessOf(law, instance);
  return ['', '  It is false of', ...readable(shown, '    '), ...sides(observed, '    ')];
}

/** How many parts that are alike but for a size are printed of a proof, and of what reads the code. */
const MOST_ALIKE = 2;
const MOST_TEXTS_ALIKE = 1;

/** The proof, and after it that the code computes what the proof is about. */
function argued(theorem: string, evidence: readonly Evidence[], all: boolean): string[] {
  const readsCode = ({ name }: Evidence) => /^the texts?\b/.test(name);
  const proof = evidence.filter((each) => !readsCode(each));
  const texts = evidence.filter(readsCode);
  return [
    ...obligations(theorem, proof, all, MOST_ALIKE),
    ...(proof.length === 0 || texts.length === 0 ? [] : ['', '  That the code computes this, read over symbols:']),
    ...obligations(theorem, texts, all, MOST_TEXTS_ALIKE),
  ];
}
