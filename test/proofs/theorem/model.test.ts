import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../proofs/kernel/fact.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { holds, valuesIn } from '../../../proofs/theorem/model.ts';
import { nonnegative, positive, zero } from '../../../proofs/theorem/statements.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';

const [a, b] = [scalar('a'), scalar('b')];

describe('a model', () => {
  test('gives inner products and roots', () => {
    const [u, v] = [vector('u'), vector('v')];
    const valueAt = valuesIn({ u: [1, 2], v: [3, -1], a: 0.5 });
    expect(`${valueAt(F.add(F.dot(u, v), a))}`).toBe('3/2');
    expect(`${valueAt(F.dot(v, u))}`).toBe('1');
    const root = new Map([['√1', F.squaredNorm(u)]]);
    expect(() => valuesIn({ u: [1, 2] }, root)).toThrow('not rational');
  });
  test('names a symbol that has no value, and does not divide by zero', () => {
    expect(() => valuesIn({})(a)).toThrow('The symbol a has no value');
    expect(() => valuesIn({ a: 1, b: 0 })(F.div(a, b))).toThrow(RangeError);
  });
  test('knows which facts hold', () => {
    const at = (x: number) => (fact: Fact) => holds(fact, valuesIn({ a: x }));
    const facts = [nonnegative('', a), positive('', a), zero('', a)];
    expect(facts.map(at(-1))).toEqual([false, false, false]);
    expect(facts.map(at(0))).toEqual([true, false, true]);
    expect(facts.map(at(1))).toEqual([true, true, false]);
    expect(rationalReading.sign(valuesIn({ a: 1 })(a))).toBe(1);
  });
});
