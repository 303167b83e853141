import type { Argument, Step } from './argument.ts';
import type { Reader } from './cases.ts';
import type { Certificate } from './certificate.ts';
import { type Fact, NotProved } from './fact.ts';
import type { Obligation } from './obligation.ts';
import { isName } from './polynomial.ts';
import type { RationalFunction } from './rational-function.ts';
import type { FormalVector } from './symbolic.ts';

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
  /** What is claimed of every state, a fact of the name `invariant`. */
  invariant(reader: Reader, state: X): Fact;
  /** Any state: every entry a free symbol of its own, or the step would be proved of special states only. */
  before(reader: Reader): X;
  readonly base: { first(reader: Reader): Arrival<X> };
  readonly step: { next(reader: Reader, before: X): Arrival<X> };
}

/** The base and the step of an induction: what there is to prove. */
export function induction<X extends State>({ invariant, before, base, step }: Induction<X>): readonly Obligation[] {
  const arrive = (reader: Reader, { state, assumes, steps = [], by }: Arrival<X>, given: readonly Fact[]): Argument => {
    const goal = { ...invariant(reader, state), name: 'invariant after the step' };
    return { assumes: [...given, ...assumes], steps: [...steps, { goal, ...(by && { by }) }] };
  };
  return [
    { name: 'base', argue: (reader) => arrive(reader, base.first(reader), []) },
    {
      name: 'step',
      argue: (reader) => {
        // Copied, so that it stays what is looked at here.
        const state = Object.fromEntries(Object.entries(before(reader)).map(copied)) as X;
        const names = Object.values(state).map(symbolOf);
        if (!names.every(isName) || new Set(names).size < names.length) {
          throw new NotProved('The state before a step must be made of different free symbols.');
        }
        const assumed = { ...invariant(reader, state), name: 'invariant' };
        return arrive(reader, step.next(reader, state), [assumed]);
      },
    },
  ];
}

const copied = ([name, v]: [string, State[string]]) => [name, 'numerator' in v ? v : new Map(v)] as const;

/** The text of a real; the name of a vector that is free. */
function symbolOf(entry: RationalFunction | FormalVector): string {
  if ('numerator' in entry) return `${entry}`;
  return [...entry].map(([name, coefficient]) => (`${coefficient}` === '1' ? name : '')).join('+');
}
