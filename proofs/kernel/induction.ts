import type { Argument, Step } from './argument.ts';
import { paths, type Reader } from './cases.ts';
import type { Certificate } from './certificate.ts';
import { type Fact, refuse } from './fact.ts';
import type { Obligation } from './obligation.ts';
import type { RationalFunction } from './rational-function.ts';
import { type FormalVector, scalar, substitute, vector } from './symbolic.ts';

/** What an induction carries from step to step: reals and vectors by name. */
export type State = Readonly<Record<string, RationalFunction | FormalVector>>;

/** One obligation of an induction: where it arrives, what it assumes, and why the invariant holds there. */
export interface Arrival<X extends State> {
  readonly state: X;
  readonly assumes: readonly Fact[];
  readonly steps?: readonly Step[];
  readonly by?: Certificate;
}

/**
 * A proof for all t by induction: the invariant holds at the first state, and if at any state then at the next. The
 * hypotheses of the step are made of every step. A later obligation may assume the invariant, under the name
 * `invariant`, of `before`, any state that is reached.
 *
 * A symbol of the invariant that is none of the state's stands for one number or vector throughout the run; any other
 * symbol of a step is that step's own.
 */
export interface Induction<X extends State> {
  /** What is claimed of any state, the one before a step: a fact of the name `invariant`. */
  invariant(reader: Reader, state: X): Fact;
  /** Any state: every entry a free symbol of its own, or the step would be proved of special states only. */
  before(reader: Reader): X;
  readonly base: { first(reader: Reader): Arrival<X> };
  readonly step: { next(reader: Reader, before: X): Arrival<X> };
}

/**
 * The base and the step of an induction: what there is to prove. The invariant is read once, of any state; of another
 * state it says what this text says with the entries of that one in the place of the symbols.
 * @throws RangeError or NotProved when that state is not made of different free symbols; NotProved when the invariant
 * takes roots or decisions.
 */
export function induction<X extends State>({ invariant, before, base, step }: Induction<X>): readonly Obligation[] {
  const [read, another] = paths((reader) => {
    const names = new Map<string, string>();
    // A symbol is made anew, so that it stays what was looked at.
    const free = ([entry, v]: [string, State[string]]) => {
      const name = 'numerator' in v ? `${v}` : [...v].map(([x, a]) => (`${a}` === '1' ? x : '')).join('+');
      names.set(name, entry);
      return [entry, ('numerator' in v ? scalar : vector)(name)] as const;
    };
    const entries = Object.entries(before(reader)).map(free);
    if (names.size < entries.length) refuse('The state before a step has to be made of different free symbols.');
    const state = Object.fromEntries(entries) as X;
    return { names, state, claim: Object.freeze({ ...invariant(reader, state), name: 'invariant' }) };
  });
  const { names, state, claim } = read!.result;
  if (another ?? read!.facts[0]) refuse('The invariant has to be one expression, without roots and decisions.');
  const arrive = ({ state: next, assumes, steps = [], by }: Arrival<X>, ...given: readonly Fact[]): Argument => {
    const put = ([name, entry]: [string, string]) => [name, copied(next[entry])] as const;
    const value = substitute(claim.value, new Map([...names].map(put)));
    const goal = { ...claim, name: 'invariant after the step', value };
    return { assumes: [...given, ...assumes], steps: [...steps, { goal, ...(by && { by }) }] };
  };
  const made: readonly (Obligation & { readonly name: Half['is'] })[] = [
    { name: 'base', argue: (reader) => arrive(base.first(reader)) },
    { name: 'step', argue: (reader) => arrive(step.next(reader, state), claim) },
  ];
  for (const { name, argue } of made) halves.set(argue, Object.freeze({ is: name, of: claim }));
  return made;
}

/** The base or the step of an induction, whose invariant is another object than that of any other. */
export type Half = { readonly is: 'base' | 'step'; readonly of: Fact };

const halves = new WeakMap<Obligation['argue'], Half>();

/** Which half of an induction is argued; undefined for what `induction` has not made. */
export const halfOf = (argue: Obligation['argue']): Half | undefined => halves.get(argue);

/** An entry as it is when it is looked at. */
const copied = (v = refuse('A state lacks an entry.') as State[string]) => ('numerator' in v ? v : new Map(v));
