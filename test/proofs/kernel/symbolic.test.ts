import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZero } from '../../../proofs/kernel/polynomial.ts';
import { equal, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import {
  type FormalVector,
  formalSpace,
  scalar,
  scalars,
  symbolicReading,
  vector,
} from '../../../proofs/kernel/symbolic.ts';
import { evaluate } from '../../../proofs/theorem/evaluate.ts';
import { Unavailable } from '../../../src/scalar/algebra.ts';
import { compare, rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { combine, formalVectors, gramValues, RUNS, smallRational, vectors } from './expressions.ts';

const options = { seed: 20231219, numRuns: RUNS };
const F = formalSpace;
const [x, y] = [scalar('x'), scalar('y')];

const coefficients = fc.array(smallRational, { minLength: 3, maxLength: 3 });
// Coefficients with a symbol and a denominator in them: c, c x and c / y.
const formalCoefficients = fc
  .array(fc.tuple(smallRational, fc.constantFrom(F.one, x, F.div(F.one, y))), { minLength: 3, maxLength: 3 })
  .map((drawn) => drawn.map(([c, factor]) => F.mul(F.of(c), factor)));
const formalVector = formalCoefficients.map((drawn) => combine(F, drawn, formalVectors));
const formalScalar = fc.tuple(smallRational, fc.constantFrom(F.one, x, y)).map(([c, s]) => F.mul(F.of(c), s));

describe('scalars', () => {
  test('constants are exact: a double is the fraction it stands for', () => {
    expect(`${symbolicReading.of(0.1)}`).toBe('3602879701896397/36028797018963968');
    expect(`${symbolicReading.of(rational(1n, 3n))}`).toBe('1/3');
    expect(() => symbolicReading.of(Number.NaN)).toThrow(RangeError);
  });

  const unavailable: readonly (readonly [string, () => unknown])[] = [
    ['min', () => symbolicReading.min(x, y)],
    ['max', () => symbolicReading.max(x, x)],
    ['abs', () => symbolicReading.abs(x)],
    ['clamp', () => symbolicReading.clamp(x, y, x)],
    ['sign', () => symbolicReading.sign(x)],
    ['compare', () => symbolicReading.compare(x, x)],
    ['exp', () => symbolicReading.exp(x)],
    ['log', () => symbolicReading.log(x)],
    ['between', () => symbolicReading.between(0, 1)],
    ['approximate', () => symbolicReading.approximate(x)],
    ['√x', () => symbolicReading.sqrt(x)],
    ['√(x²), which is |x|', () => symbolicReading.sqrt(symbolicReading.square(x))],
    ['√2', () => symbolicReading.sqrt(symbolicReading.of(2))],
    ['√−4', () => symbolicReading.sqrt(symbolicReading.of(-4))],
    ['the norm of a formal vector', () => F.norm(vector('u'))],
    ['a formal vector of coordinates', () => F.vector([1, 2])],
  ];
  test.each(unavailable)('%s is unavailable', (_, operation) => {
    expect(operation).toThrow(Unavailable);
  });

  test('the root of a square constant is its nonnegative root, and keeps what was divided by', () => {
    expect(`${symbolicReading.sqrt(symbolicReading.of(rational(9n, 4n)))}`).toBe('3/2');
    expect(`${symbolicReading.sqrt(symbolicReading.zero)}`).toBe('0');
    const one = symbolicReading.div(x, x);
    expect(symbolicReading.sqrt(one).nonzero.map(String)).toEqual(['x']);
  });

  test('names are letters, digits and underscores, and numbered from 1', () => {
    expect(scalars('a', 3).map(String)).toEqual(['a_1', 'a_2', 'a_3']);
    expect(() => scalar('⟨u,v⟩')).toThrow(RangeError);
    expect(() => scalar('a b')).toThrow(RangeError);
    expect(() => vector('u,v')).toThrow(RangeError);
  });
});

describe('formal vectors', () => {
  type Claim = (u: FormalVector, v: FormalVector, w: FormalVector, a: RationalFunction) => readonly RationalFunction[];
  const law = (name: string, sides: Claim) =>
    test(name, () =>
      fc.assert(
        fc.property(formalVector, formalVector, formalVector, formalScalar, (u, v, w, a) => {
          const [left, right] = sides(u, v, w, a);
          return equal(left!, right!);
        }),
        options,
      ),
    );

  law('the inner product is symmetric', (u, v) => [F.dot(u, v), F.dot(v, u)]);
  law('additive on the left', (u, v, w) => [F.dot(F.plus(u, v), w), F.add(F.dot(u, w), F.dot(v, w))]);
  law('additive on the right', (u, v, w) => [F.dot(u, F.plus(v, w)), F.add(F.dot(u, v), F.dot(u, w))]);
  law('differences', (u, v, w) => [F.dot(F.minus(u, v), w), F.sub(F.dot(u, w), F.dot(v, w))]);
  law('homogeneous', (u, v, _, a) => [F.dot(F.scale(a, u), v), F.mul(a, F.dot(u, v))]);
  law('axpy is a x + y', (u, v, w, a) => [F.dot(F.axpy(a, u, v), w), F.dot(F.plus(F.scale(a, u), v), w)]);
  law('the squared norm is the inner product with itself', (u) => [F.squaredNorm(u), F.dot(u, u)]);

  test('u − u is zero in every inner product', () =>
    fc.assert(
      fc.property(formalVector, formalVector, (u, v) => isZero(F.dot(F.minus(u, u), v).numerator)),
      options,
    ));

  test('inner products of different pairs are different symbols', () => {
    const [u, v, w] = [vector('u'), vector('v'), vector('w')];
    const all = [F.dot(u, u), F.dot(u, v), F.dot(u, w), F.dot(v, v), F.dot(v, w), F.dot(w, w)];
    expect(new Set(all.map(String)).size).toBe(6);
    expect(`${F.dot(v, u)}`).toBe('⟨u,v⟩');
  });

  test('a coefficient that cancels keeps what was divided by', () => {
    const scaled = F.scale(F.div(F.one, x), vector('u'));
    expect(F.dot(F.minus(scaled, scaled), vector('v')).nonzero.map(String)).toEqual(['x']);
  });

  test('inner products agree with those of coordinates, in every dimension drawn', () =>
    fc.assert(
      fc.property(coefficients, coefficients, vectors, (a, b, values) => {
        const coordinates = [...values.values()];
        const formal = F.dot(combine(F, a.map(F.of), formalVectors), combine(F, b.map(F.of), formalVectors));
        const direct = rationalReading.dot(
          combine(rationalReading, a, coordinates),
          combine(rationalReading, b, coordinates),
        );
        const value = evaluate(rationalReading, formal, gramValues(rationalReading, values));
        expect(compare(value, direct)).toBe(0);
      }),
      options,
    ));
});
