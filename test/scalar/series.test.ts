import { describe, expect, test } from 'vitest';
import { Unavailable, Undecided } from '../../src/scalar/algebra.ts';
import { ratio, type toRational } from '../../src/scalar/exact.ts';
import { interval } from '../../src/scalar/interval.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { type Series, series } from '../../src/scalar/series.ts';

const E = series(rationalReading, 6);
type Rational = ReturnType<typeof toRational>;

const plain = (a: Series<Rational>, upTo: number): string[] =>
  Array.from({ length: upTo }, (_, k) => E.coefficient(a, k).toString());
/** The polynomial with these coefficients. */
const polynomial = (...coefficients: readonly number[]): Series<Rational> =>
  coefficients.reduceRight<Series<Rational>>((rest, c) => E.add(E.of(c), E.mul(E.epsilon, rest)), E.zero);

describe('power series', () => {
  test('of polynomials are whole, whatever is done with them', () => {
    const square = E.square(polynomial(1, 2, 3));
    expect(square.order).toBe(Number.POSITIVE_INFINITY);
    expect(plain(square, 6)).toEqual(['1', '4', '10', '12', '9', '0']);
  });

  test('divide by ε exactly, and remember that 1/ε grows', () => {
    const slope = E.div(E.sub(E.square(polynomial(3, 1)), E.of(9)), E.epsilon);
    expect(plain(slope, 3)).toEqual(['6', '1', '0']);
    expect(E.sign(E.sub(E.div(E.one, E.epsilon), E.of(1e9)))).toBe(1);
    expect(E.coefficient(E.div(polynomial(5, 7), E.epsilon), -1).toString()).toBe('5');
  });

  test('1/(1 − ε) is geometric, as far as it is kept', () => {
    const geometric = E.div(E.one, polynomial(1, -1));
    expect(plain(geometric, 6)).toEqual(['1', '1', '1', '1', '1', '1']);
    expect(() => E.coefficient(geometric, 6)).toThrow(Unavailable);
  });

  test('a quotient loses what its terms do not know', () => {
    const geometric = E.div(E.one, polynomial(1, -1));
    const tail = E.sub(geometric, polynomial(1, 1));
    expect(plain(E.div(tail, E.square(E.epsilon)), 4)).toEqual(['1', '1', '1', '1']);
    expect(() => E.coefficient(E.div(tail, E.square(E.epsilon)), 4)).toThrow(Unavailable);
  });

  test('exp, log and sqrt have their Taylor coefficients', () => {
    expect(plain(E.exp(E.epsilon), 5)).toEqual(['1', '1', '1/2', '1/6', '1/24']);
    expect(plain(E.log(polynomial(1, 1)), 5)).toEqual(['0', '1', '-1/2', '1/3', '-1/4']);
    expect(plain(E.sqrt(polynomial(1, 1)), 5)).toEqual(['1', '1/2', '-1/8', '1/16', '-5/128']);
    expect(plain(E.sqrt(polynomial(0, 0, 4, 4)), 4)).toEqual(['0', '2', '1', '-1/4']);
  });

  test('exp undoes log, sqrt undoes squares, and division products', () => {
    const a = polynomial(1, 3, -2, 5);
    const b = polynomial(2, 0, 1);
    expect(plain(E.exp(E.log(a)), 6)).toEqual(plain(a, 6));
    expect(plain(E.sqrt(E.square(a)), 6)).toEqual(plain(a, 6));
    expect(plain(E.div(E.mul(a, b), b), 6)).toEqual(plain(a, 6));
  });

  test('are ordered as their values at every small ε > 0', () => {
    expect(E.sign(polynomial(0, 0, -1, 7))).toBe(-1);
    expect(E.max(polynomial(1, 1), polynomial(1, 2))).toEqual(polynomial(1, 2));
    expect(E.min(polynomial(1, 1), polynomial(1, 2))).toEqual(polynomial(1, 1));
    expect(E.compare(polynomial(2), polynomial(2))).toBe(0);
  });

  test('are zero only when known whole', () => {
    const unknown = E.sub(E.exp(E.epsilon), E.exp(E.epsilon));
    expect(E.sign(unknown)).toBeUndefined();
    expect(() => E.div(E.one, unknown)).toThrow(Undecided);
    expect(() => E.max(unknown, E.zero)).toThrow(Undecided);
    expect(E.sign(E.zero)).toBe(0);
  });

  test('refuse what is no power series', () => {
    expect(() => E.sqrt(E.epsilon)).toThrow(Unavailable);
    expect(() => E.exp(E.div(E.one, E.epsilon))).toThrow(Unavailable);
    expect(() => E.div(E.one, E.zero)).toThrow(RangeError);
  });

  test('are read over intervals as well', () => {
    const wide = series(interval(40), 4);
    const half = wide.exp(wide.add(wide.of(ratio(1, 2)), wide.epsilon));
    const [lower, upper] = interval(40).enclosure(wide.coefficient(half, 2));
    // e^(1/2) / 2
    expect(lower.slice(0, 12)).toBe('0.8243606353');
    expect(upper.slice(0, 12)).toBe('0.8243606353');
  });
});
