import { paths, type Reader } from '../kernel/cases.ts';
import { type Induction, induction as obligations, type State } from '../kernel/induction.ts';
import type { Obligation } from '../kernel/obligation.ts';

/** The states of a base or of a step, which a run goes through. */
export interface Stage {
  /** Any state, before a step; the base has none. */
  before?(): State;
  /** The state after it, on each path by its key. */
  after(): ReadonlyMap<string, State>;
}

/** The base and the step of an induction, which the kernel makes, with their states. */
export function induction<X extends State>(all: Induction<X>): readonly (Obligation & { readonly stage: Stage })[] {
  const [base, step] = obligations(all);
  const before = (reader: Reader) => all.before(reader);
  const after = (read: (reader: Reader) => State) => () =>
    new Map(paths(read).map(({ key, result }) => [key, result] as const));
  const first = after((reader) => all.base.first(reader).state);
  const next = after((reader) => all.step.next(reader, before(reader)).state);
  return [
    { ...base!, stage: { after: first } },
    { ...step!, stage: { before: () => paths(before)[0]!.result, after: next } },
  ];
}
