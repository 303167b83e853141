import { describe, expect, test } from 'vitest';
import { induction, type State } from '../../../proofs/kernel/induction.ts';
import { checkObligation } from '../../../proofs/kernel/obligation.ts';
import { formalSpace as F, type FormalSpace, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { nonnegative } from '../../../proofs/theorem/statements.ts';

const [a, b] = [scalar('a'), scalar('b')];
const [u, v] = [vector('u'), vector('v')];

/** A sum that begins at `start` and to which a square is added in every step. */
const sum = (start: number, before: State = { total: scalar('total') }, added = F.square(a)) =>
  induction<State & { readonly total: typeof a }>({
    invariant: (_, { total }) => nonnegative('invariant', total),
    before: () => before as { readonly total: typeof a },
    base: { first: () => ({ state: { ...before, total: F.of(start) }, assumes: [], by: { terms: [{ times: 1 }] } }) },
    step: {
      next: (_, { total }) => ({
        state: { ...before, total: F.add(total, added) },
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
    expect(() => sum(1, state)).toThrow(/different free symbols|is not a name/);
  });
  test('may carry several numbers and vectors', () => {
    expect(check(...sum(1, { total: scalar('total'), other: b, first: u, second: v }))).toHaveLength(2);
  });

  test('claims of each state what its invariant says of any', () => {
    const [theta, c] = [vector('theta'), vector('c')];
    const parts = induction<State & { readonly total: typeof a; readonly theta: typeof u }>({
      invariant: (_, { total, theta: at }) => nonnegative('invariant', F.div(F.squaredNorm(F.minus(at, c)), total)),
      before: () => ({ total: scalar('total'), theta }),
      base: { first: () => ({ state: { total: F.one, theta: c }, assumes: [], by: { terms: [] } }) },
      step: {
        next: (_, before) => ({
          state: { total: F.mul(before.total, before.theta === theta ? a : b), theta: F.plus(before.theta, u) },
          assumes: [nonnegative('goal', F.zero)],
        }),
      },
    });
    expect(checkObligation(parts[0]!)[0]!.proved.map(({ value }) => `${value}`)).toEqual(['0']);
    expect(() => checkObligation(parts[1]!)).toThrow('⟨u,u⟩');
  });
  test('has an invariant that neither decides nor takes roots', () => {
    const of = (value: (F: FormalSpace) => typeof a) =>
      induction<{ readonly total: typeof a }>({
        invariant: (reader) => nonnegative('invariant', value(reader.F)),
        before: () => ({ total: scalar('total') }),
        base: { first: () => ({ state: { total: F.one }, assumes: [] }) },
        step: { next: () => ({ state: { total: F.one }, assumes: [] }) },
      });
    for (const value of [(G: FormalSpace) => G.max(scalar('total'), a), (G: FormalSpace) => G.sqrt(scalar('total'))]) {
      expect(() => of(value)).toThrow('without roots and decisions');
    }
  });
});
