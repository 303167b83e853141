import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longArithmetic, shortArithmetic } from '../../src/scalar/long-decimal.ts';
import { runs } from './containment.ts';

const DIGITS = 60;
const directions = [Decimal.ROUND_FLOOR, Decimal.ROUND_CEIL] as const;
const rounded = (rounding: Decimal.Rounding, precision = DIGITS): typeof Decimal =>
  Decimal.clone({ defaults: true, precision, rounding });
const exact = rounded(Decimal.ROUND_FLOOR, 5000);

/** Decimals of one to a hundred digits, so that some results end within 60, some at 60, and most do not. */
const decimals = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: -100, max: 100 }).map(BigInt),
      fc.bigInt({ min: -(10n ** 100n), max: 10n ** 100n }),
      fc.bigInt({ min: 1n, max: 10n ** 31n }).map((n) => n * n),
      fc.nat(99).map((n) => 10n ** BigInt(n) + 1n),
      fc.nat(99).map((n) => 1n - 10n ** BigInt(n)),
    ),
    fc.integer({ min: -400, max: 400 }),
  )
  .map(([integer, exponent]) => new Decimal(`${integer}e${exponent}`));
const special = fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN);
const any = fc.oneof({ weight: 20, arbitrary: decimals }, { weight: 1, arbitrary: special.map((x) => new Decimal(x)) });

describe.each(directions)('rounding %i', (rounding) => {
  const R = rounded(rounding);
  const [long, short] = [longArithmetic(R), shortArithmetic(R)];

  test.each(['add', 'mul', 'div'] as const)('%s is digit for digit as decimal.js has it', (operation) => {
    fc.assert(
      fc.property(any, any, (x, y) => {
        expect(`${long[operation](x, y)}`).toBe(`${short[operation](x, y)}`);
      }),
      { seed: 1, numRuns: runs(600, 30_000) },
    );
  });

  test('sqrt is digit for digit as decimal.js has it', () => {
    fc.assert(
      fc.property(any, (x) => {
        expect(`${long.sqrt(x)}`).toBe(`${short.sqrt(x)}`);
        expect(`${long.sqrt(exact.mul(x, x))}`).toBe(`${short.sqrt(exact.mul(x, x))}`);
      }),
      { seed: 2, numRuns: runs(300, 30_000) },
    );
  });
});

test('at a thousand digits quotients and roots lie between the two roundings, which are neighbors', () => {
  const [down, up] = directions.map((rounding) => longArithmetic(rounded(rounding, 1000)));
  const neighbors = (lower: Decimal, upper: Decimal): boolean =>
    exact.sub(upper, lower).lte(new Decimal(`1e${lower.e - 999}`));
  fc.assert(
    fc.property(
      decimals.filter((x) => x.gt(0)),
      decimals.filter((x) => x.gt(0)),
      (x, y) => {
        const [q, r] = [down!.div(x, y), up!.div(x, y)];
        expect(neighbors(q, r) && exact.mul(q, y).lte(x) && exact.mul(r, y).gte(x)).toBe(true);
        const [s, t] = [down!.sqrt(x), up!.sqrt(x)];
        expect(neighbors(s, t) && exact.mul(s, s).lte(x) && exact.mul(t, t).gte(x)).toBe(true);
      },
    ),
    { seed: 3, numRuns: runs(60, 5000) },
  );
});
