import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  commonFactor,
  constant,
  constantValue,
  equal,
  isZero,
  mul,
  over,
  type Polynomial,
  sub,
  symbol,
} from '../../../proofs/kernel/polynomial.ts';
import { evaluatePolynomial } from '../../../proofs/theorem/evaluate.ts';
import type { Scalars } from '../../../src/scalar/algebra.ts';
import * as exact from '../../../src/scalar/rational.ts';
import { type Rational, rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { type Expression, NAMES, point, quotientFree, RUNS, read, smallRational } from './expressions.ts';

const options = { seed: 20231219, numRuns: RUNS };

const polynomials = { of: constant, add, sub, mul } as unknown as Scalars<Polynomial>;
const expand = (e: Expression): Polynomial => read(polynomials, e, new Map(NAMES.map((name) => [name, symbol(name)])));
const polynomial = quotientFree.map(expand);
const same = (a: Rational, b: Rational) => exact.compare(a, b) === 0;
const at = (p: Polynomial, values: ReadonlyMap<string, Rational>) => evaluatePolynomial(rationalReading, p, values);

const zero = constant(exact.ZERO);
const one = constant(exact.ONE);
const [x, y] = [symbol('x'), symbol('y')];

describe('ring laws', () => {
  const law = (name: string, holds: (a: Polynomial, b: Polynomial, c: Polynomial) => boolean) =>
    test(name, () => fc.assert(fc.property(polynomial, polynomial, polynomial, holds), options));

  law('addition commutes', (a, b) => equal(add(a, b), add(b, a)));
  law('addition associates', (a, b, c) => equal(add(add(a, b), c), add(a, add(b, c))));
  law('zero is neutral', (a) => equal(add(a, zero), a));
  law('a − a has no terms', (a) => isZero(sub(a, a)));
  law('multiplication commutes', (a, b) => equal(mul(a, b), mul(b, a)));
  law('multiplication associates', (a, b, c) => equal(mul(mul(a, b), c), mul(a, mul(b, c))));
  law('one is neutral', (a) => equal(mul(a, one), a));
  law('multiplication distributes', (a, b, c) => equal(mul(a, add(b, c)), add(mul(a, b), mul(a, c))));
  law('no zero divisors', (a, b) => isZero(mul(a, b)) === (isZero(a) || isZero(b)));
  law('a − b = a + (−1) b', (a, b) => equal(sub(a, b), add(a, mul(constant(rational(-1n)), b))));
});

describe('canonical form', () => {
  test('equal polynomials have the same text, different ones have different texts', () =>
    fc.assert(
      fc.property(polynomial, polynomial, (a, b) => equal(a, b) === (`${a}` === `${b}`)),
      options,
    ));
  test('the text does not depend on the order of the terms', () =>
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => `${add(add(a, b), c)}` === `${add(c, add(b, a))}`),
      options,
    ));
  test('no term has a zero coefficient or a zero exponent', () =>
    fc.assert(
      fc.property(polynomial, polynomial, (a, b) =>
        [...sub(mul(a, b), mul(b, b)).terms.values()].every(
          ({ coefficient, powers }) => coefficient.numerator !== 0n && powers.every(([, exponent]) => exponent > 0),
        ),
      ),
      options,
    ));
  test('is written as a person would write it', () => {
    const p = sub(mul(constant(rational(2n)), mul(x, x)), mul(constant(rational(1n, 2n)), mul(x, y)));
    expect(`${p}`).toBe('-1/2*x*y + 2*x^2');
    expect(`${sub(x, y)}`).toBe('x - y');
    expect(`${zero}`).toBe('0');
    expect(`${sub(one, x)}`).toBe('1 - x');
  });
});

describe('evaluation', () => {
  test('expanding and evaluating agrees with evaluating the expression itself', () =>
    fc.assert(
      fc.property(quotientFree, point, (e, values) => same(at(expand(e), values), read(rationalReading, e, values))),
      options,
    ));
  test('substituting polynomials and then evaluating is evaluating at their values', () =>
    fc.assert(
      fc.property(quotientFree, polynomial, polynomial, point, (e, p, q, values) => {
        const substituted = read(polynomials, e, new Map([...Object.entries({ x: p, y: q, z: symbol('z') })]));
        const moved = new Map(values).set('x', at(p, values)).set('y', at(q, values));
        return same(at(substituted, values), read(rationalReading, e, moved));
      }),
      options,
    ));
  test('a symbol without a value is named', () => {
    expect(() => at(add(x, y), new Map([['x', exact.ONE]]))).toThrow('The symbol y has no value');
  });
  test('different polynomials differ somewhere on a grid larger than their degree', () => {
    const grid = Array.from({ length: 5 }, (_, i) => rational(BigInt(i)));
    const p = mul(mul(x, sub(x, y)), sub(x, one));
    const values = grid.flatMap((a) => grid.map((b) => at(p, new Map([...Object.entries({ x: a, y: b })]))));
    expect(values.some((value) => value.numerator !== 0n)).toBe(true);
    expect(isZero(p)).toBe(false);
  });
});

describe('what is remembered of products', () => {
  const names = ['a', 'b', 'c', 'ab', '⟨u,v⟩', '√1'];
  const products = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 4 })), { maxLength: 6 });
  const product = (factors: readonly (readonly [string, number])[]): Polynomial =>
    factors.reduce((p, [name, n]) => Array.from({ length: n }, () => symbol(name)).reduce(mul, p), one);
  const sums = (factors: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
    factors.reduce((all, [name, n]) => all.set(name, (all.get(name) ?? 0) + n), new Map<string, number>());

  test('the exponents of a product are the sums of those of its factors, in either order and at any time', () =>
    fc.assert(
      fc.property(products, products, products, (f, g, h) => {
        const [p, q, r] = [product(f), product(g), product(h)];
        for (const [left, right, of] of [
          [p, q, [...f, ...g]],
          [p, r, [...f, ...h]],
          [q, p, [...f, ...g]],
          [p, q, [...f, ...g]],
        ] as const) {
          const [term, ...none] = mul(left, right).terms.values();
          expect(none).toEqual([]);
          expect(term!.powers.map(([name]) => name)).toEqual([...sums(of).keys()].sort());
          expect(new Map(term!.powers)).toEqual(sums(of));
        }
      }),
      options,
    ));
  test('a sum has each product once, wherever it was in the sums before', () =>
    fc.assert(
      fc.property(fc.array(products, { maxLength: 8 }), fc.array(products, { maxLength: 8 }), (f, g) => {
        const counts = new Map<string, number>();
        for (const each of [...f, ...g]) counts.set(`${product(each)}`, (counts.get(`${product(each)}`) ?? 0) + 1);
        const total = (all: typeof f): Polynomial => all.map(product).reduce(add, zero);
        const { terms } = add(total(f), total(g));
        const found = [...terms].map(([key, { coefficient }]) => [key === '' ? '1' : key, `${coefficient}`] as const);
        expect(new Map(found)).toEqual(new Map([...counts].map(([key, n]) => [key, `${n}`])));
      }),
      options,
    ));
  test('what is handed out cannot be changed, and changes nothing', () => {
    const p = mul(x, y);
    const { powers } = p.terms.get('x*y')!;
    expect([powers, ...powers].every(Object.isFrozen)).toBe(true);
    (p.terms as Map<string, unknown>).clear();
    expect(`${p} ${sub(p, mul(y, x))}`).toBe('x*y 0');
  });
});

describe('factors', () => {
  test('dividing by the common factor and multiplying back restores the polynomial', () =>
    fc.assert(
      fc.property(polynomial, fc.nat(3), fc.nat(3), (a, i, j) => {
        if (isZero(a)) return;
        let shifted = a;
        for (let k = 0; k < i; k++) shifted = mul(shifted, x);
        for (let k = 0; k < j; k++) shifted = mul(shifted, y);
        const factor = commonFactor(shifted);
        const rest = over(shifted, factor);
        expect([`${commonFactor(rest).coefficient}`, commonFactor(rest).powers]).toEqual(['1', []]);
        expect([...rest.terms.values()].every(({ powers }) => powers.every(([, exponent]) => exponent > 0))).toBe(true);
        let back = mul(rest, constant(factor.coefficient));
        for (const [name, exponent] of factor.powers) for (let k = 0; k < exponent; k++) back = mul(back, symbol(name));
        const powers = new Map(factor.powers);
        expect(equal(back, shifted)).toBe(true);
        expect([(powers.get('x') ?? 0) >= i, (powers.get('y') ?? 0) >= j]).toEqual([true, true]);
      }),
      options,
    ));
  test('the common factor of several divides each of them, and has a coefficient of the first', () =>
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
        if (isZero(a) || isZero(c)) return;
        const all = [mul(a, c), mul(b, c), zero] as const;
        const { coefficient, powers } = commonFactor(...all);
        for (const each of all)
          for (const term of over(each, { coefficient: exact.ONE, powers }).terms.values()) {
            expect(term.powers.every(([, exponent]) => exponent > 0)).toBe(true);
          }
        expect([...all[0].terms.values()].some((term) => same(term.coefficient, coefficient))).toBe(true);
      }),
      options,
    ));
  test('polynomials that differ by a constant and a product of symbols leave the same', () =>
    fc.assert(
      fc.property(polynomial, smallRational, (a, c) => {
        if (isZero(a) || c.numerator === 0n) return;
        const multiple = mul(mul(a, constant(c)), mul(x, x));
        const monic = (p: Polynomial) => `${over(p, commonFactor(p))}`;
        expect(monic(multiple)).toBe(monic(a));
      }),
      options,
    ));
  test('dividing by powers that are out of order, repeat a name or name none is refused, or right', () => {
    const names = fc.constantFrom('x', 'y', 'x^2', 'x*y', '');
    const someWere = { refused: 0, right: 0 };
    fc.assert(
      fc.property(
        polynomial,
        fc.array(fc.tuple(names, fc.integer({ min: -2, max: 2 })), { maxLength: 3 }),
        (a, powers) => {
          const shifted = mul(a, mul(mul(x, x), mul(y, y)));
          const by = powers.flatMap(([name, exponent]) => Array<string>(Math.abs(exponent)).fill(name));
          let quotient: Polynomial;
          try {
            quotient = over(shifted, { coefficient: exact.ONE, powers });
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            someWere.refused++;
            return;
          }
          if (isZero(shifted)) return;
          expect(`${by.reduce((product, name) => mul(product, symbol(name)), quotient)}`).toBe(`${shifted}`);
          someWere.right++;
        },
      ),
      options,
    );
    expect(Math.min(someWere.refused, someWere.right)).toBeGreaterThan(0);
    expect(`${mul(mul(x, x), y)} ${over(mul(mul(x, x), y), { coefficient: exact.ONE, powers: [['x', 1]] })}`).toBe(
      'x^2*y x*y',
    );
  });
  test('the value of a constant, and of nothing else', () => {
    fc.assert(
      fc.property(smallRational, (c) => same(constantValue(constant(c))!, c)),
      options,
    );
    expect(constantValue(x)).toBeUndefined();
    expect(constantValue(add(x, one))).toBeUndefined();
    expect(`${constantValue(sub(x, x))}`).toBe('0');
  });
});

describe('symbols', () => {
  test.each(['', 'x^2', 'x*y', '2x', 'x y', '⟨x⟩', '⟨x,y', 'x,y', '⟨x,⟨y,z⟩⟩'])('"%s" is refused', (name) => {
    expect(() => symbol(name)).toThrow(RangeError);
  });
  test.each(['x', 'eta_1', 'θ', '⟨u,v_2⟩'])('"%s" is accepted', (name) => {
    expect(`${symbol(name)}`).toBe(name);
  });
});
