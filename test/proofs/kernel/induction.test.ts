import { describe, expect, test } from 'vitest';
import { NotProved } from '../../../proofs/kernel/fact.ts';
import { induction, type State } from '../../../proofs/kernel/induction.ts';
import { checkObligation } from '../../../proofs/kernel/obligation.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { nonnegative } from '../../../proofs/theorem/statements.ts';

const [a, b] = [scalar('a'), scalar('b')];
const [u, v] = [vector('u'), vector('v')];

/** A sum that begins at `start` and to which a square is added in every step. */
const sum = (start: number, before: State = { total: scalar('total') }, added = F.square(a)) =>
  induction<State & { readonly total: typeof a }>({
    invariant: (_, { total }) => nonnegative('invariant', total),
    before: () => before as { readonly total: typeof a },
    base: { first: () => ({ state: { total: F.of(start) }, assumes: [], by: { terms: [{ times: 1 }] } }) },
    step: {
      next: (_, { total }) => ({
        state: { total: F.add(total, added) },
        assumes: [],
        by: { terms: [{ facts: ['invariant'] }, { square: a }] },
      }),
    },
  });
const check = (...all: ReturnType<typeof sum>) => all.map((each) => checkObligation(each));

describe('an induction', () => {
  test('has a base and a step', () => {
    expect(sum(1).map(({ name }) => name)).toEqual(['base', 'step']);
    expect(check(...sum(1))).toHaveLength(2);
    expect(() => check(...sum(-1))).toThrow('base: ');
    expect(() => check(...sum(1, undefined, F.neg(F.square(a))))).toThrow('step: ');
  });
  test('assumes the invariant in the step, and nowhere else', () => {
    const [base, step] = check(...sum(1));
    expect(base![0]!.result.assumes).toEqual([]);
    expect(step![0]!.result.assumes.map(({ name, value }) => [name, `${value}`])).toEqual([['invariant', 'total']]);
  });
  test.each<[string, State]>([
    ['a square', { total: F.square(b) }],
    ['a constant', { total: F.one }],
    ['a multiple', { total: F.add(b, b) }],
    ['a sum', { total: F.add(a, b) }],
    ['the negative of a symbol', { total: F.neg(b) }],
    ['an inner product', { total: F.dot(u, v) }],
    ['one symbol twice', { total: a, other: a }],
    ['a sum of vectors', { total: a, sum: F.plus(u, v) }],
    ['a vector and nothing of another', { total: a, sum: F.plus(u, F.scale(F.zero, v)) }],
    ['a multiple of a vector', { total: a, twice: F.plus(u, u) }],
    ['no vector', { total: a, none: new Map() }],
    ['one vector twice', { total: a, first: u, second: u }],
    ['a vector with the name of a number', { total: a, same: vector('a') }],
  ])('steps from any state, so that none of it may be %s', (_, state) => {
    expect(() => check(...sum(1, state))).toThrow(NotProved);
    expect(() => check(...sum(1, state))).toThrow('different free symbols');
  });
  test('may carry several numbers and vectors', () => {
    expect(check(...sum(1, { total: scalar('total'), other: b, first: u, second: v }))).toHaveLength(2);
  });
});
