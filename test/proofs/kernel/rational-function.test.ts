import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZero } from '../../../proofs/kernel/polynomial.ts';
import {
  add,
  assuming,
  constant,
  constantValue,
  div,
  equal,
  factors,
  mul,
  neg,
  type RationalFunction,
  sub,
} from '../../../proofs/kernel/rational-function.ts';
import { scalar, symbolicReading } from '../../../proofs/kernel/symbolic.ts';
import { evaluate, evaluatePolynomial } from '../../../proofs/theorem/evaluate.ts';
import { compare, ONE, type Rational, rational, ZERO } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { type Expression, expression, NAMES, point, RUNS, read } from './expressions.ts';

const options = { seed: 20231219, numRuns: RUNS };
const symbols = new Map(NAMES.map((name) => [name, scalar(name)]));
const [x, y, z] = NAMES.map(scalar) as [RationalFunction, RationalFunction, RationalFunction];
const assumptions = (f: RationalFunction) => f.nonzero.map(String).sort();

/** The expression over symbols, or undefined when it divides by something identically zero. */
function expand(e: Expression): RationalFunction | undefined {
  try {
    return read(symbolicReading, e, symbols);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
/** Everything that an expression divides by. */
const divisors = (e: Expression): readonly Expression[] =>
  'left' in e ? [...(e.kind === 'div' ? [e.right] : []), ...divisors(e.left), ...divisors(e.right)] : [];
const rationalFunction = expression.map((e) => expand(e) ?? x);
const allNonzero = (f: RationalFunction, values: ReadonlyMap<string, Rational>) =>
  f.nonzero.every((p) => evaluatePolynomial(rationalReading, p, values).numerator !== 0n);

describe('field laws', () => {
  const law = (name: string, holds: (a: RationalFunction, b: RationalFunction, c: RationalFunction) => boolean) =>
    test(name, () => fc.assert(fc.property(rationalFunction, rationalFunction, rationalFunction, holds), options));

  law('addition commutes', (a, b) => equal(add(a, b), add(b, a)));
  law('addition associates', (a, b, c) => equal(add(add(a, b), c), add(a, add(b, c))));
  law('a − a = 0', (a) => isZero(sub(a, a).numerator));
  law('a + (−a) = 0', (a) => isZero(add(a, neg(a)).numerator));
  law('multiplication commutes', (a, b) => equal(mul(a, b), mul(b, a)));
  law('multiplication associates', (a, b, c) => equal(mul(mul(a, b), c), mul(a, mul(b, c))));
  law('multiplication distributes', (a, b, c) => equal(mul(a, add(b, c)), add(mul(a, b), mul(a, c))));
  law('(a / b) b = a', (a, b) => isZero(b.numerator) || equal(mul(div(a, b), b), a));
  law('equality is exactly a zero difference', (a, b) => equal(a, b) === isZero(sub(a, b).numerator));
});

describe('agreement with exact evaluation', () => {
  test('where the assumptions hold, the expression itself can be evaluated, and has the same value', () => {
    let evaluated = 0;
    let divided = 0;
    fc.assert(
      fc.property(expression, point, (e, values) => {
        const f = expand(e);
        if (f === undefined || !allNonzero(f, values)) return;
        const direct = read(rationalReading, e, values); // throws when it divides by zero: an unlisted denominator
        expect(compare(evaluate(rationalReading, f, values), direct)).toBe(0);
        evaluated++;
        if (f.nonzero.length > 0) divided++;
      }),
      options,
    );
    expect(evaluated).toBeGreaterThan(RUNS / 4);
    expect(divided).toBeGreaterThan(RUNS / 20);
  });

  test('an expression that divides by something identically zero has no value anywhere', () => {
    fc.assert(
      fc.property(expression, point, (e, values) => {
        if (expand(e) !== undefined) return;
        expect(() => read(rationalReading, e, values)).toThrow(RangeError);
      }),
      options,
    );
    expect(() => div(x, sub(mul(x, y), mul(y, x)))).toThrow('identically zero');
  });

  test('substituting expressions and then evaluating is evaluating at their values', () => {
    let compared = 0;
    fc.assert(
      fc.property(expression, expression, point, (e, inner, values) => {
        const [f, g] = [expand(e), expand(inner)];
        if (f === undefined || g === undefined || !allNonzero(g, values)) return;
        const moved = new Map(values).set('x', evaluate(rationalReading, g, values));
        if (!allNonzero(f, moved)) return;
        const substituted = evaluate(symbolicReading, f, new Map(symbols).set('x', g));
        if (!allNonzero(substituted, values)) return;
        compared++;
        const expected = evaluate(rationalReading, f, moved);
        expect(compare(evaluate(rationalReading, substituted, values), expected)).toBe(0);
      }),
      options,
    );
    expect(compared).toBeGreaterThan(RUNS / 8);
  });
});

describe('denominators assumed nonzero', () => {
  test('are split into symbols and what remains', () => {
    const two = constant(rational(2n));
    expect(assumptions(div(x, mul(two, mul(y, mul(y, z)))))).toEqual(['y', 'z']);
    expect(assumptions(div(x, mul(mul(two, y), add(x, y))))).toEqual(['x + y', 'y']);
    expect(assumptions(div(x, two))).toEqual([]);
  });
  test('are the same for proportional denominators', () => {
    const twice = mul(constant(rational(-2n)), sub(x, y));
    expect(assumptions(add(div(z, sub(x, y)), div(z, twice)))).toEqual(['x - y']);
  });
  test('survive cancellation, multiplication by zero and division of quotients', () => {
    expect(assumptions(sub(div(x, y), div(x, y)))).toEqual(['y']);
    expect(assumptions(mul(constant(ZERO), div(x, y)))).toEqual(['y']);
    expect(assumptions(div(x, x))).toEqual(['x']);
    expect(assumptions(div(z, div(x, y)))).toEqual(['x', 'y']);
    expect(assumptions(neg(div(x, y)))).toEqual(['y']);
  });
});

test('what is divided by anywhere in an expression is assumed, whatever happens to it later', () => {
  let divided = 0;
  fc.assert(
    fc.property(expression, (e) => {
      const f = expand(e);
      if (f === undefined) return;
      for (const divisor of divisors(e)) {
        divided++;
        for (const factor of factors(expand(divisor)!.numerator)) expect(assumptions(f)).toContain(`${factor}`);
      }
    }),
    options,
  );
  expect(divided).toBeGreaterThan(RUNS / 4);
});

test('more may be assumed of a value, and nothing less', () =>
  fc.assert(
    fc.property(rationalFunction, rationalFunction, (a, b) => {
      const more = assuming(a, b.nonzero);
      expect(equal(more, a)).toBe(true);
      expect(assumptions(more)).toEqual([...new Set([...assumptions(a), ...assumptions(b)])].sort());
    }),
    options,
  ));

test('a polynomial is nonzero exactly where its factors are', () =>
  fc.assert(
    fc.property(rationalFunction, point, ({ numerator: p }, values) => {
      if (isZero(p)) return;
      const at = (q: typeof p) => evaluatePolynomial(rationalReading, q, values).numerator !== 0n;
      expect([...factors(p).values()].every(at)).toBe(at(p));
    }),
    options,
  ));

describe('form', () => {
  test('shared symbols are cancelled, so that chains of fractions stay short', () => {
    let sum = constant(ZERO);
    for (let i = 0; i < 20; i++) sum = add(sum, div(x, mul(y, i % 2 === 0 ? y : z)));
    expect(`${sum}`).toBe('(10*x*y + 10*x*z) / (y^2*z)');
  });
  test('constants are recognized after cancellation', () => {
    const [p, q] = [sub(x, constant(ONE)), mul(constant(rational(-3n)), sub(constant(ONE), x))];
    expect(`${constantValue(div(p, q))}`).toBe('1/3');
    expect(constantValue(div(p, sub(x, y)))).toBeUndefined();
    expect(`${constantValue(sub(x, x))}`).toBe('0');
    expect(`${constantValue(div(mul(x, y), mul(y, x)))}`).toBe('1');
    expect(constantValue(div(x, y))).toBeUndefined();
    expect(`${constantValue(div(constant(ONE), constant(rational(3n))))}`).toBe('1/3');
  });
});
