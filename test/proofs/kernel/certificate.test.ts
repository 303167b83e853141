import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Certificate, certify } from '../../../proofs/kernel/certificate.ts';
import type { Fact } from '../../../proofs/kernel/fact.ts';
import { NotProved } from '../../../proofs/kernel/fact.ts';
import { isZero } from '../../../proofs/kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { holds, valuesIn } from '../../../proofs/theorem/model.ts';
import { nonnegative, positive, zero } from '../../../proofs/theorem/statements.ts';
import { signOf } from '../../../src/scalar/rational.ts';
import { expression, NAMES, point, RUNS, read, smallRational, vectors } from './expressions.ts';

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
    expect(certify(goal, known, { scaled: ['a'], terms: [{ facts: ['b'] }] }).value.nonzero.map(String)).toEqual(['a']);
  });
  test('says what is left over', () => {
    expect(() => certify(nonnegative('goal', a), known, { terms: [{ times: 2, facts: ['a'] }] })).toThrow(
      '-a is left over',
    );
  });
});

describe('a certificate by contradiction', () => {
  const no = 'not so';
  const atMost0 = nonnegative('a at most 0', F.neg(a));
  const more = new Map([...known, [atMost0.name, atMost0], ['square', positive('square', F.square(b))]]);
  const refutes = (goal: Fact, terms: Certificate['terms'], facts = more): boolean => {
    try {
      certify(goal, facts, { refuting: no, terms });
      return true;
    } catch (error) {
      if (error instanceof NotProved) return false;
      throw error;
    }
  };
  const [down, up] = [nonnegative('down', F.sub(a, b)), nonnegative('up', F.sub(b, a))];
  const both = new Map([down, up, positive('strict', F.sub(b, a))].map((fact) => [fact.name, fact]));
  test('uses that the goal is false', () => {
    // b ≥ 0 and b² > 0 leave b > 0 only.
    expect(refutes(positive('goal', b), [{ facts: ['square'] }, { facts: [no, 'b'] }])).toBe(true);
    expect(refutes(positive('goal', b), [{ facts: ['square'] }, { facts: [no, 'b'] }], known)).toBe(false);
    // a² > 0 cannot be when a = 0.
    expect(refutes(nonnegative('goal', F.neg(a)), [{ facts: [no] }, { facts: ['a at most 0'] }])).toBe(true);
  });
  test('proves an equality from both inequalities, and from no other two', () => {
    const equality = zero('equal', F.sub(a, b));
    const from = (first: string, second: string) =>
      refutes(equality, [{ facts: [no] }, { facts: [first, second] }], both);
    expect(from('down', 'up')).toBe(true);
    expect([from('up', 'up'), from('down', 'down'), from('down', 'nowhere')]).toEqual([false, false, false]);
    expect(refutes(equality, [{ facts: [no] }], both)).toBe(false);
  });
  test('has to be absurd: a sum that is 0, of which one term is positive', () => {
    expect(refutes(nonnegative('goal', b), [])).toBe(false);
    expect(refutes(nonnegative('goal', b), [{ facts: [no] }])).toBe(false);
    expect(refutes(positive('goal', b), [{ facts: [no] }, { facts: ['b'] }])).toBe(false); // b = 0 is possible
    expect(refutes(positive('goal', F.neg(b)), [{ facts: [no] }, { times: -1, facts: ['b'] }])).toBe(false);
  });
  test('has the contrary for itself alone, under a name that hides no other', () => {
    const { size } = more;
    expect(refutes(nonnegative('goal', F.neg(a)), [{ facts: [no] }, { facts: ['a at most 0'] }])).toBe(true);
    expect(more.size).toBe(size);
    expect(() => certify(nonnegative('goal', b), more, { refuting: 'a', terms: [{ facts: ['b'] }] })).toThrow(
      NotProved,
    );
  });
});

describe('whatever a certificate proves is true wherever its facts are', () => {
  const names = ['first', 'second', 'third'] as const;
  const RELATIONS = ['>= 0', '> 0', '= 0'] as const;
  const value = expression.map((e) => {
    try {
      return read(F, e, new Map(NAMES.map((name) => [name, scalar(name)])));
    } catch (error) {
      if (error instanceof RangeError) return scalar('x'); // it divides by something identically zero
      throw error;
    }
  });
  const short = value.filter(({ numerator, denominator }) => numerator.terms.size + denominator.terms.size < 6);
  const claims = fc.tuple(
    ...names.map((name) => fc.record({ name: fc.constant(name), value: short, weak: fc.boolean() })),
  );
  const uses = fc.array(fc.constantFrom(...names), { maxLength: 2 });
  const norm = fc.array(smallRational, { minLength: 2, maxLength: 2 }).map(([l, m]) => {
    return F.axpy(F.of(l!), vector('u'), F.scale(F.of(m!), vector('v')));
  });
  const term: fc.Arbitrary<Certificate['terms'][number]> = fc.oneof(
    fc.record({ multiple: short, of: fc.constantFrom(...names) }),
    fc.record({ times: smallRational, facts: uses }, { requiredKeys: [] }),
    fc.record({ times: smallRational, facts: uses, square: short, norm }, { requiredKeys: ['facts'] }),
  );
  const terms = fc.array(term, { minLength: 1, maxLength: 3 });
  type ValueAt = ReturnType<typeof valuesIn>;
  const place: fc.Arbitrary<ValueAt> = fc.tuple(point, vectors).map(([scalars, coordinates]) => {
    const [u, v] = [coordinates.get('u')!, coordinates.get('v')!];
    return valuesIn({ ...Object.fromEntries(scalars), u, v });
  });
  const isNonzero = ({ nonzero }: RationalFunction, at: ValueAt) =>
    nonzero.every((p) => at(fromPolynomial(p)).numerator !== 0n);
  /** Facts about three values, which are true at the first of some places. */
  const situation = fc.tuple(claims, fc.array(place, { minLength: 6, maxLength: 6 })).map(([all, places]) => {
    const known = all.map(({ name, value, weak }): Fact => {
      const sign = isNonzero(value, places[0]!) ? signOf(places[0]!(value)) : 1;
      if (sign === 0 && !weak) return zero(name, value);
      return (weak ? nonnegative : positive)(name, sign < 0 ? F.neg(value) : value);
    });
    return { known: new Map(known.map((fact) => [fact.name as string, fact])), places };
  });

  /** The sum of the terms, whatever the kernel thinks of them. */
  const sumOf = (known: ReadonlyMap<string, Fact>, all: Certificate['terms']): RationalFunction =>
    F.sum(
      all.map((each) => {
        if ('multiple' in each) return F.mul(each.multiple, known.get(each.of)!.value);
        const { times = 1, facts: used = [], square = F.one, norm: length } = each;
        const product = used.reduce((all, name) => F.mul(all, known.get(name)!.value), F.of(times));
        return F.mul(F.mul(product, F.square(square)), length === undefined ? F.one : F.squaredNorm(length));
      }),
    );
  const accepted = (goal: Fact, known: ReadonlyMap<string, Fact>, by: Certificate): Fact | undefined => {
    try {
      return certify(goal, known, by);
    } catch (error) {
      if (error instanceof NotProved) return undefined;
      throw error;
    }
  };
  /** Whether all facts hold, and everything that was divided by is nonzero. */
  const given = (known: ReadonlyMap<string, Fact>, proved: Fact, at: ValueAt) =>
    isNonzero(proved.value, at) && [...known.values()].every((fact) => isNonzero(fact.value, at) && holds(fact, at));

  test('directly', () => {
    let tried = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(situation, terms, uses, fc.constantFrom(...RELATIONS), ({ known, places }, all, scaled, relation) => {
        const divisor = scaled.reduce((product, name) => F.mul(product, known.get(name)!.value), F.one);
        if (isZero(divisor.numerator)) return;
        const goal = { name: 'goal', relation, value: F.div(sumOf(known, all), divisor) };
        const proved = accepted(goal, known, { scaled, terms: all });
        if (proved === undefined) return;
        for (const valueAt of places) {
          if (!given(known, proved, valueAt)) continue;
          tried++;
          seen.add(`${relation}${scaled.length > 0}`);
          expect(holds(goal, valueAt)).toBe(true);
        }
      }),
      { seed: 20231219, numRuns: 2 * RUNS },
    );
    expect(tried).toBeGreaterThan(RUNS / 4);
    expect(seen.size).toBe(6);
  });

  test('by contradiction', () => {
    let tried = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        situation,
        terms,
        uses,
        short,
        fc.constantFrom(...RELATIONS),
        ({ known, places }, all, factors, claimed, relation) => {
          const goal: Fact = { name: 'goal', relation, value: claimed };
          const contrary = relation === '= 0' ? F.square(claimed) : F.neg(claimed);
          const last = { facts: ['contrary', ...factors] };
          const rest = F.add(
            sumOf(known, all),
            factors.reduce((sum, name) => F.mul(sum, known.get(name)!.value), contrary),
          );
          // What is still missing for an absurdity is assumed: that minus the sum is nonnegative, or positive.
          for (const strict of ['>= 0', '> 0'] as const) {
            const more = new Map(known).set('rest', { name: 'rest', relation: strict, value: F.neg(rest) });
            const proved = accepted(goal, more, { refuting: 'contrary', terms: [...all, last, { facts: ['rest'] }] });
            if (proved === undefined) continue;
            for (const valueAt of places) {
              if (!given(more, proved, valueAt)) continue;
              tried++;
              seen.add(relation);
              expect(holds(goal, valueAt)).toBe(true);
            }
          }
        },
      ),
      { seed: 20231219, numRuns: 2 * RUNS },
    );
    expect(tried).toBeGreaterThan(RUNS / 10);
    expect(seen.size).toBe(3);
  });
});
