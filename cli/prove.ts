import { whyAssumed } from '../proofs/assumed.ts';
import {
  type CheckedProof,
  checkAll,
  type Evidence,
  type EvidencePath,
  proofOf,
  type Theorem,
  theorems,
} from '../proofs/index.ts';
import type { State } from '../proofs/kernel/induction.ts';
import type { Stage } from '../proofs/theorem/induction.ts';
import { showModel } from '../proofs/theorem/model.ts';
import { BOTH_SIDES, readableFact, readableValue } from '../proofs/theorem/readable.ts';
import { readSentence } from '../proofs/theorem/sizes-read.ts';
import type { AnyLaw } from '../src/law/law.ts';
import { witnessOf } from '../src/law/witness.ts';
import type { Environment } from './environment.ts';
import { paints } from './paint.ts';
import { provedInCoq } from './proofs.ts';
import { readable } from './readable.ts';
import { lawNamed } from './select.ts';
import { sides } from './sides.ts';
import { wrap } from './text.ts';

/** How many paths of a text and steps of a path, and how much of an expression, are printed unless all is asked for. */
const MOST_PATHS = 2;
const MOST_STEPS = 40;
const LONGEST = 400;

/** Prints what is proved of one law, as a person would read it: numbered steps, what each uses, the multipliers. */
export function prove(id: string, options: { readonly all?: boolean }, { laws, out, colors }: Environment): number {
  const law = lawNamed(laws, id);
  const { bold } = paints(colors);
  const { status, scope, because } = proofOf(law.id);
  const verdict =
    because === null ? `${status === 'refuted' ? 'Refuted' : 'Proved'}, ${scope}.` : `Not proved: ${because}`;
  const lines = [
    bold(law.id),
    ...wrap(law.says),
    '',
    ...wrap(verdict),
    ...checkAll(theoremsAbout(law.id)).flatMap((outcome) => [
      '',
      ...wrap(`${outcome.theorem.id} (${outcome.theorem.kind}, ${outcome.theorem.scope})`, '', '  ').map(bold),
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

/** The proof, and after it that the code computes what the proof is about. */
function argued(theorem: string, evidence: readonly Evidence[], all: boolean): string[] {
  const readsCode = ({ name }: Evidence) => /^the texts?\b/.test(name);
  const proof = evidence.filter((each) => !readsCode(each));
  const texts = evidence.filter(readsCode);
  return [
    ...proof.flatMap((each) => obligation(theorem, each, all)),
    ...(proof.length === 0 || texts.length === 0 ? [] : ['', '  That the code computes this, read over symbols:']),
    ...texts.flatMap((each) => obligation(theorem, each, all)),
  ];
}

function obligation(theorem: string, evidence: Evidence, all: boolean): string[] {
  const { name, induction, stage, hypotheses, paths, nonzero } = evidence;
  const arrivals = stage?.after();
  const some = all || paths.length <= MOST_PATHS + 1 ? paths : paths.slice(0, MOST_PATHS);
  const left = paths.length - some.length;
  return [
    '',
    ...wrap(name, '  '),
    ...hypotheses.flatMap((each) => {
      const says = each.fact === undefined ? each.says : readableFact(each.fact);
      const why = whyAssumed(theorem, each, induction !== undefined);
      return [
        ...wrap(`[${each.name}] ${says}${why === undefined ? '' : ` — ${why}`}`, '    ', '      '),
        ...(each.without === undefined
          ? []
          : wrap(`needed: without it false at ${showModel(each.without)}`, '      ', '        ')),
      ];
    }),
    ...(nonzero.length === 0 ? [] : wrap(`Not zero: ${nonzero.join(', ')}`, '    ', '      ')),
    ...some.flatMap((each) => path(each, paths.length > 1, all, arrival(stage, arrivals?.get(each.key)))),
    ...(left === 0 ? [] : [`    … and ${left} more paths, checked alike; --all prints them.`]),
  ];
}

/** Which state a base begins with, or what a step makes of the state before it. */
function arrival(stage: Stage | undefined, after: State | undefined): string[] {
  if (stage === undefined || after === undefined) return [];
  const before = stage.before?.();
  const entries = Object.entries(after).flatMap(([entry, value]) => {
    const [was, is] = [before === undefined ? entry : readableValue(before[entry]!), readableValue(value)];
    return was === is ? [] : [`${was} = ${is}`];
  });
  return wrap(`${before === undefined ? 'first' : 'next'} state: ${entries.join(', ')}`, '    ', '      ');
}

function path({ key, facts, steps }: EvidencePath, named: boolean, all: boolean, states: readonly string[]): string[] {
  const short = all ? (text: string) => text : abridged;
  const number = (i: number): string => `    ${`${i + 1}.`.padEnd(3)} `;
  const some = all || steps.length <= MOST_STEPS + 1 ? steps : steps.slice(0, MOST_STEPS);
  const left = steps.length - some.length;
  return [
    ...(named ? [`    Path ${key}`] : []),
    ...facts.flatMap((fact) =>
      wrap(`[${fact.name}] ${short(readableFact(fact))}`, named ? '      ' : '    ', '        '),
    ),
    ...states,
    ...some.flatMap(({ goal, shows, says }, i) => {
      const text = typeof shows === 'string' ? shows : readableFact(shows);
      return [
        ...wrap(`[${goal}] ${short(text)}`, number(i), '        '),
        ...(text.startsWith(BOTH_SIDES) ? [] : wrap(`= ${short(says)}`, '        ', '          ')),
      ];
    }),
    ...(left === 0 ? [] : [`    … and ${left} more steps; --all prints them.`]),
  ];
}

/** A long statement, each side of it without its middle. */
function abridged(text: string): string {
  const sides = text.split(/ (?=[=≤<≥>] )/);
  return sides.map((side) => shortened(side, LONGEST / sides.length)).join(' ');
}

const shortened = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', longest / 2))} … ${text.slice(text.indexOf(' ', text.length - longest / 4) + 1)}`;
