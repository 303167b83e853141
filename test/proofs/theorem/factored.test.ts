import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, constant, equal, mul, type Polynomial, symbol } from '../../../proofs/kernel/polynomial.ts';
import { div, fromPolynomial } from '../../../proofs/kernel/rational-function.ts';
import { divided, factored } from '../../../proofs/theorem/factored.ts';
import { rational } from '../../../src/scalar/rational.ts';

const whole = (n: number): Polynomial => constant(rational(BigInt(n)));
const [x, y] = [symbol('x'), symbol('y')] as const;

/** Sums of a few products of x, y and z. */
const polynomial: fc.Arbitrary<Polynomial> = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((terms) => terms.map(([c, names]) => names.map(symbol).reduce(mul, whole(c))).reduce(add))
  .filter(({ terms }) => terms.size > 0);

test('a product is divided by each of its factors, and by nothing that leaves something over', () => {
  fc.assert(
    fc.property(polynomial, polynomial, (p, q) => {
      expect(equal(divided(mul(p, q), q)!, p)).toBe(true);
      const quotient = divided(p, q);
      if (quotient !== undefined) expect(equal(mul(quotient, q), p)).toBe(true);
    }),
    { seed: 4, numRuns: 200 },
  );
  expect(divided(add(mul(x, x), y), add(x, y))).toBeUndefined();
});

test('a quotient has what it was divided by for factors, less what divides both of its sides', () => {
  const [sum, difference] = [add(x, y), add(x, mul(whole(-1), y))].map(fromPolynomial);
  const by = (above: Polynomial, ...below: (typeof sum)[]) => {
    const { numerator, rest, factors } = factored(
      below.reduce((value, each) => div(value!, each!), fromPolynomial(above))!,
    );
    return [`(${numerator}) / (${rest})`, ...factors.map(([each, exponent]) => `${each} to the ${exponent}`)];
  };
  expect(by(x, sum, sum, difference)).toEqual(['(-x) / (-1)', 'x + y to the 2', 'x - y to the 1']);
  expect(by(add(mul(x, x), mul(whole(-1), mul(y, y))), sum, sum, difference)).toEqual([
    '(-1) / (-1)',
    'x + y to the 1',
  ]);
});
