import { whyAssumed } from '../proofs/assumed.ts';
import type { Assumed, Evidence, EvidencePath } from '../proofs/index.ts';
import type { State } from '../proofs/kernel/induction.ts';
import { Reading } from '../proofs/theorem/expression-text.ts';
import type { Stage } from '../proofs/theorem/induction.ts';
import { showModel } from '../proofs/theorem/model.ts';
import { BOTH_SIDES, readable, readableFact, readableValue } from '../proofs/theorem/readable.ts';
import { inLetters } from './letters.ts';
import { fewOf, wrap } from './text.ts';

/** How much is printed unless all is asked for: paths of a text, characters of an expression and of a model, names. */
const MOST_PATHS = 2;
const LONGEST = 400;
const LONGEST_MODEL = 200;
const MOST_NAMES = 6;

const written = (text: string, indent: string, hanging?: string): string[] => wrap(inLetters(text), indent, hanging);

/** What parts have in common that differ in a size or a number of something; `A-(15)` and `A-(4)` are no such numbers. */
const shape = (name: string): string => name.replaceAll(/(?<!\()\d+/g, '#');

/**
 * What a proof shows, part by part. Of parts that are alike but for a size, the first `most`, unless all is asked for;
 * the others are named.
 */
export function obligations(theorem: string, evidence: readonly Evidence[], all: boolean, most: number): string[] {
  const seen = new Map<string, number>();
  const isMore = ({ name }: Evidence): boolean => {
    const before = seen.get(shape(name)) ?? 0;
    seen.set(shape(name), before + 1);
    return !all && before >= most;
  };
  const more = evidence.filter(isMore);
  const names = fewOf(
    more.map(({ name }) => name),
    MOST_NAMES,
  );
  return [
    ...evidence.filter((each) => !more.includes(each)).flatMap((each) => obligation(theorem, each, all)),
    ...(more.length === 0
      ? []
      : ['', ...written(`Checked alike: ${names.join('; ')}. --all prints them.`, '  ', '    ')]),
  ];
}

function obligation(theorem: string, evidence: Evidence, all: boolean): string[] {
  const { name, induction, stage, hypotheses, paths, nonzero, shortFor } = evidence;
  const arrivals = stage?.after();
  const some = all || paths.length <= MOST_PATHS + 1 ? paths : paths.slice(0, MOST_PATHS);
  const left = paths.length - some.length;
  const short = Object.entries(shortFor).map(([symbol, value]) => `${symbol} for ${readableValue(value)}`);
  return [
    '',
    ...written(name, '  '),
    ...hypotheses.flatMap((each) => hypothesis(each, whyAssumed(theorem, each, induction !== undefined), all)),
    ...(short.length === 0 ? [] : written(`Here ${short.join(', ')} of what it rests on.`, '    ', '      ')),
    ...(nonzero.length === 0 ? [] : written(`Not zero: ${nonzero.map(reread).join(', ')}`, '    ', '      ')),
    ...some.flatMap((each) => path(each, paths.length > 1, all, arrival(stage, arrivals?.get(each.key)))),
    ...(left === 0 ? [] : [`    … and ${left} more paths, checked alike; --all prints them.`]),
  ];
}

function hypothesis({ name, says, fact, without }: Assumed, why: string | undefined, all: boolean): string[] {
  const text = fact === undefined ? says : readableFact(fact);
  const model = without && showModel(without);
  return [
    ...written(
      `[${name}]${text === name ? '' : ` ${rereadSign(text)}`}${why === undefined ? '' : ` — ${why}`}`,
      '    ',
      '      ',
    ),
    ...(model === undefined
      ? []
      : written(`needed: without it false at ${all ? model : shortened(model, LONGEST_MODEL)}`, '      ', '        ')),
  ];
}

/** An expression of the kernel as a person would write it. */
export function reread(text: string): string {
  const reading = new Reading(`(${text})`);
  reading.expect('(');
  return readable(reading.closed());
}

/** The same of one whose sign is told, as of a number under a root; other texts as they are. */
function rereadSign(text: string): string {
  const [value, ...sign] = text.split(/(?= >= 0$)/);
  return sign.length === 0 ? text : `${reread(value!)}${sign}`;
}

/** Which state a base begins with, or what a step makes of the state before it. */
function arrival(stage: Stage | undefined, after: State | undefined): string[] {
  if (stage === undefined || after === undefined) return [];
  const before = stage.before?.();
  const entries = Object.entries(after).flatMap(([entry, value]) => {
    const [was, is] = [before === undefined ? entry : readableValue(before[entry]!), readableValue(value)];
    return was === is ? [] : [`${was} = ${is}`];
  });
  return written(`${before === undefined ? 'first' : 'next'} state: ${entries.join(', ')}`, '    ', '      ');
}

function path({ key, facts, steps }: EvidencePath, named: boolean, all: boolean, states: readonly string[]): string[] {
  const short = all ? (text: string) => text : abridged;
  const number = (i: number): string => `    ${`${i + 1}.`.padEnd(3)} `;
  return [
    ...(named ? [`    Path ${key}`] : []),
    ...facts.flatMap((fact) =>
      written(`[${fact.name}] ${short(readableFact(fact))}`, named ? '      ' : '    ', '        '),
    ),
    ...states,
    ...steps.flatMap(({ goal, shows, says }, i) => {
      const text = typeof shows === 'string' ? shows : readableFact(shows);
      return [
        ...written(`[${unnumbered(goal, i)}] ${short(text)}`, number(i), '        '),
        ...(text.startsWith(BOTH_SIDES) ? [] : written(`= ${short(says)}`, '        ', '          ')),
      ];
    }),
  ];
}

/** The name of a step without its number, which stands before it already. */
const unnumbered = (goal: string, i: number): string =>
  goal.startsWith(`${i + 1}. `) ? goal.slice(`${i + 1}. `.length) : goal;

/** A long statement, each side of it without its middle. */
function abridged(text: string): string {
  const sides = text.split(/ (?=[=≤<≥>] )/);
  return sides.map((side) => shortened(side, LONGEST / sides.length)).join(' ');
}

const shortened = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', longest / 2))} … ${text.slice(text.indexOf(' ', text.length - longest / 4) + 1)}`;
