import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Certificate, certify } from '../../../proofs/kernel/certificate.ts';
import { atMost, below, type Fact, factsOf, nonnegative, positive, same, zero } from '../../../proofs/kernel/fact.ts';
import { NotProved } from '../../../proofs/kernel/identity.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { holds, valuesIn } from '../../../proofs/theorem/model.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { equal, atMost as isAtMost, below as isBelow } from '../../../src/scalar/relation.ts';
import { RUNS, smallRational } from './expressions.ts';

const [a, b] = [scalar('a'), scalar('b')];
const known = new Map(
  [positive('a', a), nonnegative('b', b), zero('a is b', F.sub(a, b))].map((fact) => [fact.name, fact]),
);
const proves = (goal: Fact, by: Certificate): boolean => {
  try {
    certify(goal, known, by);
    return true;
  } catch (error) {
    if (error instanceof NotProved) return false;
    throw error;
  }
};

describe('a certificate', () => {
  test('adds products of facts, squares and squared norms', () => {
    const u = vector('u');
    const goal = F.add(F.add(F.mul(a, b), F.square(F.sub(a, b))), F.squaredNorm(u));
    const by = { terms: [{ facts: ['a', 'b'] }, { square: F.sub(a, b) }, { norm: u }] };
    expect(proves(nonnegative('goal', goal), by)).toBe(true);
    expect(proves(positive('goal', goal), by)).toBe(false);
    expect(proves(zero('goal', goal), by)).toBe(false);
  });
  test('is strict with one strict term', () => {
    const goal = positive('goal', F.add(F.square(a), b));
    expect(proves(goal, { terms: [{ facts: ['a', 'a'] }, { facts: ['b'] }] })).toBe(true);
    expect(proves(goal, { terms: [{ square: a }, { facts: ['b'] }] })).toBe(false);
    expect(proves(positive('goal', F.of(2)), { terms: [{ times: 2 }] })).toBe(true);
    expect(proves(positive('goal', F.of(0)), { terms: [{ times: 0 }] })).toBe(false);
    expect(proves(positive('goal', F.of(0)), { terms: [] })).toBe(false);
  });
  test('takes any multiple of an equality, and of nothing else', () => {
    const goal = zero('goal', F.mul(b, F.sub(b, a)));
    expect(proves(goal, { terms: [{ multiple: F.neg(b), of: 'a is b' }] })).toBe(true);
    expect(proves(nonnegative('goal', goal.value), { terms: [{ multiple: F.neg(b), of: 'a is b' }] })).toBe(true);
    expect(proves(positive('goal', goal.value), { terms: [{ multiple: F.neg(b), of: 'a is b' }] })).toBe(false);
    expect(proves(nonnegative('goal', b), { terms: [{ multiple: F.one, of: 'b' }] })).toBe(false);
  });
  test('may not multiply by a negative number, or use what is not known', () => {
    expect(proves(nonnegative('goal', F.neg(a)), { terms: [{ times: -1, facts: ['a'] }] })).toBe(false);
    expect(
      proves(nonnegative('goal', F.square(a)), {
        terms: [
          { times: -1, square: a },
          { times: 2, square: a },
        ],
      }),
    ).toBe(false);
    expect(proves(nonnegative('goal', a), { terms: [{ facts: ['c'] }] })).toBe(false);
  });
  test('divides by positive facts only', () => {
    const goal = nonnegative('goal', F.div(b, a));
    expect(proves(goal, { scaled: ['a'], terms: [{ facts: ['b'] }] })).toBe(true);
    expect(proves(nonnegative('goal', F.div(a, b)), { scaled: ['b'], terms: [{ facts: ['a'] }] })).toBe(false);
    expect(proves(nonnegative('goal', a), { scaled: ['a is b'], terms: [{ facts: ['a', 'a is b'] }] })).toBe(false);
    expect([...certify(goal, known, { scaled: ['a'], terms: [{ facts: ['b'] }] }).keys()]).toEqual(['a']);
  });
  test('says what is left over', () => {
    expect(() => certify(nonnegative('goal', a), known, { terms: [{ times: 2, facts: ['a'] }] })).toThrow(
      '-a is left over',
    );
  });
});

test('whatever a certificate proves is true wherever its facts are', () =>
  fc.assert(
    fc.property(smallRational, smallRational, smallRational, smallRational, smallRational, (x, y, l, m, n) => {
      const [first, second] = [
        nonnegative('first', F.add(a, F.of(l))),
        nonnegative('second', F.sub(b, F.mul(F.of(m), a))),
      ];
      const facts = new Map([first, second].map((fact) => [fact.name, fact]));
      const square = F.sub(a, F.mul(F.of(n), b));
      const value = F.add(F.mul(first.value, second.value), F.square(square));
      certify(nonnegative('goal', value), facts, { terms: [{ facts: ['first', 'second'] }, { square }] });
      const valueAt = valuesIn({ a: x, b: y });
      const given = holds(first, valueAt) && holds(second, valueAt);
      return !given || holds(nonnegative('goal', value), valueAt);
    }),
    { seed: 20231219, numRuns: RUNS / 2 },
  ));

test('facts are read off the comparisons of a text', () => {
  const facts = factsOf('x', [isAtMost(a, b), [isBelow(a, b), equal(a, b)]], 'because');
  expect(facts.map(({ name, relation, value, standsFor }) => [name, relation, `${value}`, standsFor])).toEqual([
    ['x 1', '>= 0', '-a + b', ['because']],
    ['x 2', '> 0', '-a + b', ['because']],
    ['x 3', '= 0', 'a - b', ['because']],
  ]);
  expect(factsOf('x', isAtMost(a, b))).toEqual([atMost('x', a, b)]);
  expect([`${below('', a, b).value}`, `${same('', a, b).value}`]).toEqual(['-a + b', 'a - b']);
});

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
