import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sign } from '../../src/scalar/algebra.ts';
import { digitsForSign, type Interval, interval } from '../../src/scalar/interval.ts';
import { type Rational, rational } from '../../src/scalar/rational.ts';
import {
  add,
  constant,
  decimalsToZero,
  div,
  either,
  mul,
  neg,
  type RootBound,
  sqrt,
} from '../../src/scalar/root-bound.ts';
import { runs } from './containment.ts';

type Reading = ReturnType<typeof interval>;
type Expression = (F: Reading) => Interval;

const LADDER = [40, 80, 160, 320];

/** The first sign the ladder decides, and the digits it took. */
function decide(expression: Expression): { sign: Sign; digits: number } {
  for (const digits of LADDER) {
    const F = interval(digits);
    const sign = F.sign(expression(F));
    if (sign !== undefined) return { sign, digits };
  }
  return { sign: undefined, digits: Number.POSITIVE_INFINITY };
}

const root = (F: Reading, n: number | Rational): Interval => F.sqrt(F.of(n));
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));

describe('the rules', () => {
  const two = constant(rational(2n));
  const third = constant(rational(1n, 3n));
  const rootTwo = sqrt(two, {})!;

  test('constants enter with their numerator and denominator', () => {
    expect(constant(rational(-12n, 7n))).toMatchObject({ roots: [], exact: rational(-12n, 7n) });
    expect(2 ** constant(rational(-12n, 7n)).numerator).toBeCloseTo(12, 3);
    expect(2 ** constant(rational(-12n, 7n)).denominator).toBeCloseTo(7, 3);
    expect(constant(rational(0n))).toMatchObject({ numerator: 0, denominator: 0 });
  });

  test('logarithms of large integers are bounded above, closely', () => {
    for (const n of [2n ** 32n, 2n ** 32n - 1n, 10n ** 40n, 7n ** 500n, 2n ** 1074n]) {
      const bits = constant(rational(n)).numerator;
      const exact = n.toString(2).length;
      expect(bits).toBeGreaterThan(exact - 1);
      expect(bits).toBeLessThanOrEqual(exact + 2 ** -19);
    }
  });

  test('sums, products and quotients of roots follow BFMSS', () => {
    const other = sqrt(constant(rational(3n)), {})!;
    const [s, q] = [add(rootTwo, other)!, div(add(rootTwo, third)!, other)!];
    expect(2 ** s.numerator).toBeGreaterThanOrEqual(Math.SQRT2 + Math.sqrt(3));
    expect(s.denominator).toBe(0);
    expect(s.roots).toHaveLength(2);
    expect(2 ** q.numerator).toBeGreaterThanOrEqual(3 * Math.SQRT2 + 1);
    expect(2 ** q.denominator).toBeGreaterThanOrEqual(3 * Math.sqrt(3));
    expect(2 ** q.denominator).toBeLessThan(3 * Math.sqrt(3) * 1.001);
  });

  test('the root of a fraction below one keeps its numerator', () => {
    const half = sqrt(constant(rational(1n, 2n)), {})!;
    expect(half.numerator).toBe(0);
    expect(2 ** half.denominator).toBeCloseTo(Math.SQRT2, 3);
    const big = sqrt(constant(rational(9n, 2n)), {})!;
    expect(2 ** big.numerator).toBeCloseTo(Math.sqrt(18), 3);
    expect(2 ** big.denominator).toBeCloseTo(2, 3);
  });

  test('roots of equal rationals, or of rationals whose quotient is a square, are one root', () => {
    const names = [2n, 8n, 18n, 50n].map((n) => sqrt(constant(rational(n)), {})!.roots[0]);
    expect(new Set([...names, sqrt(constant(rational(1n, 2n)), {})!.roots[0]])).toEqual(new Set(['√2']));
    const operand = {};
    expect(sqrt(rootTwo, operand)!.roots).toEqual(sqrt(rootTwo, operand)!.roots);
    expect(sqrt(rootTwo, operand)!.roots[1]).not.toBe(sqrt(rootTwo, {})!.roots[1]);
    expect(mul(rootTwo, sqrt(two, {})!)!.roots).toHaveLength(1);
  });

  test('a perfect square takes no root', () => {
    expect(sqrt(constant(rational(18n, 8n)), {})).toEqual(constant(rational(3n, 2n)));
  });

  test('either of two takes the worse of each', () => {
    const joint = either(rootTwo, third)!;
    expect(joint).toEqual({
      numerator: rootTwo.numerator,
      denominator: third.denominator,
      roots: rootTwo.roots,
      exact: undefined,
    });
  });

  test('negation keeps the bound and the exact value', () => {
    expect(neg(third)).toEqual({ ...third, exact: rational(-1n, 3n) });
  });

  test('more roots than the bound has a use for leave none', () => {
    const primes = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n].map((n) => sqrt(constant(rational(n)), {}));
    const joined = (bounds: typeof primes): RootBound | undefined => bounds.reduce((a, b) => a && b && add(a, b));
    expect(joined(primes.slice(0, 10))?.roots).toHaveLength(10);
    expect(joined(primes)).toBeUndefined();
  });
});

describe('zero is proved', () => {
  const identities: Record<string, Expression> = {
    '√2 √2 = 2': (F) => F.sub(F.mul(root(F, 2), root(F, 2)), F.of(2)),
    '√(2 + √3) = (√6 + √2)/2': (F) =>
      F.sub(F.sqrt(F.add(F.of(2), root(F, 3))), F.div(F.add(root(F, 6), root(F, 2)), F.of(2))),
    '√(5 + 2√6) = √2 + √3': (F) =>
      F.sub(F.sqrt(F.add(F.of(5), F.mul(F.of(2), root(F, 6)))), F.add(root(F, 2), root(F, 3))),
    '√(3 − 2√2) = √2 − 1': (F) => F.sub(F.sqrt(F.sub(F.of(3), F.mul(F.of(2), root(F, 2)))), F.sub(root(F, 2), F.one)),
    '1/(√3 + √2) = √3 − √2': (F) => F.sub(F.div(F.one, F.add(root(F, 3), root(F, 2))), F.sub(root(F, 3), root(F, 2))),
    '√(x² + 1) with x = √(1 + √2), four deep': (F) => {
      const x = F.sqrt(F.add(F.one, root(F, 2)));
      const y = F.sqrt(F.add(F.one, x));
      const z = F.sqrt(F.add(F.one, y));
      return F.sub(F.square(F.sub(F.square(F.sub(F.square(z), F.one)), F.one)), F.add(F.one, root(F, 2)));
    },
    '√√√√(2^16) = 2': (F) => F.sub(F.sqrt(F.sqrt(F.sqrt(F.sqrt(F.of(2 ** 16))))), F.of(2)),
    '(√√√√2)^16 = 2': (F) => {
      let x = F.sqrt(F.sqrt(F.sqrt(root(F, 2))));
      for (let i = 0; i < 4; i++) x = F.square(x);
      return F.sub(x, F.of(2));
    },
    '‖x r/‖x‖‖ = r on the sphere': (F) => {
      const x = F.vector([3, rational(1n, 7n), -2]);
      const r = F.of(rational(5n, 3n));
      return F.sub(F.norm(F.scale(F.div(r, F.norm(x)), x)), r);
    },
    '1/3 + 1/3 + 1/3 = 1': (F) => {
      const third = F.div(F.one, F.of(3));
      return F.sub(F.sum([third, third, third]), F.one);
    },
  };

  test.each(Object.entries(identities))('%s', (_, expression) => {
    expect(decide(expression).sign).toBe(0);
  });

  test.each(Object.entries(identities))('and not of %s shifted by a little', (_, expression) => {
    for (const exponent of [20n, 45n, 100n, 250n]) {
      for (const p of [-1n, 1n]) {
        const shift = rational(p, 10n ** exponent);
        const shifted: Expression = (F) => F.add(expression(F), F.of(shift));
        for (const digits of [10, ...LADDER]) {
          const F = interval(digits);
          expect([undefined, Number(p)]).toContain(F.sign(shifted(F)));
        }
        expect(decide(shifted).sign).toBe(Number(p));
      }
    }
  });

  test('denesting and rationalizing, for random fractions', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const product = rational(a.numerator * b.numerator, a.denominator * b.denominator);
        const denested: Expression = (F) => {
          const inner = F.add(F.add(F.of(a), F.of(b)), F.mul(F.of(2), root(F, product)));
          return F.sub(F.sqrt(inner), F.add(root(F, a), root(F, b)));
        };
        const rationalized: Expression = (F) => {
          const sum = F.add(root(F, a), root(F, b));
          return F.sub(F.mul(sum, F.sub(root(F, a), root(F, b))), F.sub(F.of(a), F.of(b)));
        };
        expect(decide(denested).sign).toBe(0);
        expect(decide(rationalized).sign).toBe(0);
      }),
      { seed: 1, numRuns: runs(100, 5000) },
    );
  });
});

describe('a value that is not zero stays outside the bound', () => {
  const F = interval(600);
  const outside = (x: Interval): boolean => {
    const nearest = x.lo.gt(0) ? x.lo : x.hi.neg();
    return nearest.gt(0) && nearest.gte(`1e-${decimalsToZero(x.bound!)}`);
  };

  test('powers of the unit √(n² + 1) − n, where the bound is nearly reached', () => {
    for (const n of [1, 2, 7]) {
      const unit = F.sub(root(F, n * n + 1), F.of(n));
      let power = unit;
      for (let k = 2; k <= 60; k++) {
        power = F.mul(power, unit);
        expect(outside(power)).toBe(true);
        expect(outside(F.div(power, F.of(3 ** k)))).toBe(true);
        expect(decimalsToZero(power.bound!) + power.hi.e).toBeLessThanOrEqual(1);
      }
    }
  });

  test('powers of small nested differences', () => {
    const small = [
      F.sub(F.sqrt(root(F, 2)), F.one),
      F.sub(F.sqrt(F.add(F.one, root(F, 2))), F.of(rational(3n, 2n))),
      F.sub(F.add(root(F, 2), root(F, 3)), root(F, 10)),
      F.sub(root(F, rational(1n, 2n)), F.of(rational(7n, 10n))),
      F.sub(F.sqrt(F.sub(root(F, 3), F.one)), F.of(rational(6n, 7n))),
    ];
    for (const base of small) {
      let power = base;
      for (let k = 2; k <= 20; k++) {
        expect(outside(power)).toBe(true);
        power = F.mul(power, base);
      }
    }
  });
});

describe('random expressions', () => {
  const OPERATIONS = ['add', 'sub', 'mul', 'div', 'min', 'max', 'sqrt', 'sqrt', 'abs'] as const;
  const step = fc.record({ op: fc.constantFrom(...OPERATIONS), left: fc.nat(30), right: fc.nat(30) });
  const input = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(6, 8, 0.5, rational(1n, 3n)));
  const expressions = fc.record({
    inputs: fc.array(input, { minLength: 2, maxLength: 3 }),
    steps: fc.array(step, { minLength: 2, maxLength: 7 }),
  });
  const sharp = interval(300);

  /** The values of a program at few and at many digits, and the differences of the last one with the others. */
  function evaluate(F: Reading, { inputs, steps }: typeof expressions extends fc.Arbitrary<infer T> ? T : never) {
    const rows = inputs.map((x) => [F.of(x), sharp.of(x)] as const);
    for (const { op, left, right } of steps) {
      const [x, y] = [rows[left % rows.length]!, rows[right % rows.length]!];
      if (op === 'div' && (sharp.sign(y[1]) ?? 0) === 0) continue;
      const run = (G: Reading, a: Interval, b: Interval): Interval =>
        op === 'sqrt' ? G.sqrt(G.abs(a)) : op === 'abs' ? G.abs(a) : G[op](a, b);
      rows.push([run(F, x[0], y[0]), run(sharp, x[1], y[1])]);
    }
    const last = rows.at(-1)!;
    return [...rows, ...rows.map(([few, many]) => [F.sub(last[0], few), sharp.sub(last[1], many)] as const)];
  }

  test('a sign claimed at few digits is the sign at many, and a zero is one', () => {
    const count = { decided: 0, provedZero: 0 };
    fc.assert(
      fc.property(expressions, fc.constantFrom(8, 15, 40), (program, digits) => {
        const F = interval(digits);
        for (const [few, many] of evaluate(F, program)) {
          const sign = F.sign(few);
          if (sign === undefined) continue;
          count.decided++;
          expect(sign).toBe(many.lo.gt(0) ? 1 : many.hi.lt(0) ? -1 : 0);
          if (sign !== 0) continue;
          expect(many.hi.minus(many.lo).lt('1e-250')).toBe(true);
          if (few.lo.lt(0)) count.provedZero++; // by the bound, not by the enclosure
        }
      }),
      { seed: 2, numRuns: runs(800, 50_000) },
    );
    expect(count.provedZero).toBeGreaterThan(20);
    expect(count.decided).toBeGreaterThan(5000);
  });

  test('an undecided minimum or maximum may be either operand', () => {
    const F = interval(8);
    const [a, b] = [root(F, 2), F.add(root(F, 2), F.of(1e-12))];
    const largest = F.max(a, b);
    expect(largest === a || largest === b).toBe(false);
    expect(F.sign(F.sub(largest, a))).toBeUndefined();
    expect(F.sign(F.sub(largest, b))).toBeUndefined();
  });
});

test('the bound of an undecided minimum or maximum covers the operand that is harder to tell from zero', () => {
  const F = interval(8);
  const one = F.div(F.square(root(F, 2)), F.of(2)); // as a value 1, as an enclosure wider than a point
  let tiny = F.sub(root(F, 2), F.one);
  for (let i = 0; i < 6; i++) tiny = F.square(tiny); // 3e-25
  const [above, below] = [F.add(one, tiny), F.sub(one, tiny)];
  for (const hull of [F.max(F.one, above), F.max(above, F.one), F.min(F.one, below), F.min(below, F.one)]) {
    expect([F.one, above, below]).not.toContain(hull);
    expect(F.sign(F.sub(hull, F.one))).toBeUndefined();
  }
});

test('the digits that a bound asks for decide the sign, of ties and of what is next to them', () => {
  const nested = (F: Reading, x: number): Interval => F.sqrt(F.add(F.of(x), F.sqrt(F.add(F.of(0.5), root(F, x)))));
  const tie = (F: Reading, x: number, by: number): Interval => {
    const y = nested(F, x);
    return F.sub(F.sqrt(F.square(F.add(y, F.one))), F.add(F.add(y, F.one), F.of(by)));
  };
  for (const x of [0.75, 3, 40]) {
    for (const [by, sign] of [
      [0, 0],
      [2 ** -200, -1],
      [-(2 ** -300), 1],
    ] as const) {
      const open = tie(interval(16), x, by);
      expect(interval(16).sign(open)).toBeUndefined();
      const F = interval(digitsForSign(open, 16)!);
      expect(F.sign(tie(F, x, by))).toBe(sign);
    }
  }
  expect(digitsForSign(interval(16).exp(interval(16).one), 40)).toBeUndefined();
});

describe('what has no bound', () => {
  test('exp, log and measured values are never called zero for being small', () => {
    const F = interval(30);
    const one = F.log(F.exp(F.one));
    for (const x of [F.sub(one, F.one), F.sub(F.between(0, 1e-300), F.zero), F.mul(F.between(-1e-300, 1e-300), one)]) {
      expect(x.bound).toBeUndefined();
      expect(F.sign(x)).toBeUndefined();
    }
  });
});
