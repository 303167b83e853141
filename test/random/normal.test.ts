import { beforeAll, expect, test } from 'vitest';
import {
  naturalLogarithm,
  type RandomStream,
  standardNormal,
  standardNormalPair,
  stream,
} from '../../src/random/index.ts';
import { fromDouble } from '../../src/scalar/exact.ts';
import { reduce } from '../../src/scalar/rational.ts';
import { type MpfrOracle, mpfrOracle } from '../scalar/mpfr-oracle.ts';

let mpfr: MpfrOracle;
beforeAll(async () => {
  mpfr = await mpfrOracle();
});

const deep = process.env.GRADIENT_LAWS_DEEP === '1';
const bits = new DataView(new ArrayBuffer(8));

/** The double `steps` places further from zero. */
function further(x: number, steps: bigint): number {
  bits.setFloat64(0, x);
  bits.setBigUint64(0, bits.getBigUint64(0) + steps);
  return bits.getFloat64(0);
}

/** A double in decimal, all its digits: n / 2ᵏ = 5ᵏ n / 10ᵏ. */
function exactText(x: number): string {
  const { numerator, denominator } = reduce(fromDouble(x));
  const k = denominator.toString(2).length - 1;
  return `${numerator * 5n ** BigInt(k)}e-${k}`;
}

/** Whether log x lies strictly between the two doubles next to y. */
function isWithinOneUnit(x: number, y: number): boolean {
  const ends = [exactText(further(y, -1n)), exactText(further(y, 1n))] as const;
  return mpfr.contains('log', [exactText(x)], ends[y > 0 ? 0 : 1], ends[y > 0 ? 1 : 0]);
}

const awkward = [
  ...[Number.MIN_VALUE, 2 ** -1022, 2 ** -1022 - Number.MIN_VALUE, Number.MAX_VALUE, 2, 0.5, 10, Math.E, Math.SQRT2],
  ...[Math.SQRT1_2, 1 + 2 ** -52, 1 - 2 ** -53, 1 + 2 ** -20, 1 - 2 ** -20, 1.5, 0.75, 3 * 2 ** 1000],
];

test('the logarithm is within one unit in the last place, at the ends of every range it is made of', () => {
  for (const x of awkward.flatMap((center) => [center, further(center, 1n), further(center, -1n)])) {
    if (x > 0 && x < Number.POSITIVE_INFINITY && x !== 1) {
      expect(isWithinOneUnit(x, naturalLogarithm(x)), `log ${x}`).toBe(true);
    }
  }
  expect(naturalLogarithm(1)).toBe(0);
});

test('the logarithm is within one unit in the last place, everywhere', () => {
  const draws = stream('logarithms');
  for (let n = 0; n < (deep ? 1_000_000 : 600); n++) {
    const mantissa = 1 + draws.uniform();
    const x = [draws.uniform(), mantissa * 2 ** Math.floor(draws.uniform() * 2000 - 1000), mantissa][n % 3]!;
    const near = 1 + (draws.uniform() - 0.5) * 2 ** -Math.floor(draws.uniform() * 40);
    for (const y of [x, near]) {
      if (y > 0 && y !== 1) expect(isWithinOneUnit(y, naturalLogarithm(y)), `log ${y}`).toBe(true);
    }
  }
});

test('the test above can fail: two units off is seen', () => {
  const off = [0.3, 0.9999, 1.0001, 7, 1e-300, 1e300].map((x) => isWithinOneUnit(x, further(naturalLogarithm(x), 2n)));
  expect(off).toEqual(off.map(() => false));
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('there is no logarithm of %d', (x) => {
  expect(() => naturalLogarithm(x)).toThrow(/^x is .*; give a positive finite number/);
});

test('a seed gives the same normal draws on every machine', () => {
  const draws = stream('gradient-laws');
  expect([1, 2, 3].map(() => standardNormal(draws))).toEqual([
    0.3431301283948118, 0.5825132384482428, -1.1795218472269204,
  ]);
  expect(standardNormalPair(stream('gradient-laws'))[0]).toBe(0.3431301283948118);
});

/** A stream that repeats a list of uniforms. */
const repeating = (uniforms: readonly number[]): RandomStream => {
  let n = 0;
  return { uniform: () => uniforms[n++ % uniforms.length]!, bits32: () => 0 };
};

test('u and −u are drawn from mirrored uniforms, and zero never is', () => {
  const draws = stream('mirror');
  for (let n = 0; n < 500; n++) {
    const uniforms = [draws.uniform(), draws.uniform()];
    const mirrored = uniforms.map((u) => 1 - 2 ** -53 - u);
    const [x, y] = uniforms.map((u) => 2 * u - 1);
    if (x! * x! + y! * y! >= 0.999) continue; // outside the disc
    const [u, v] = standardNormalPair(repeating(uniforms));
    expect(standardNormalPair(repeating(mirrored))).toEqual([-u, -v]);
  }
  const [smallest] = standardNormalPair(repeating([0.5]));
  expect(smallest).toBeGreaterThan(0);
  expect(smallest).toBeLessThan(10);
});

test('a stream that never enters the unit disc is named, not waited for', () => {
  expect(() => standardNormal(repeating([0]))).toThrow(/^stream drew no point of the unit disc in 1000 attempts; give/);
  expect(() => standardNormal(repeating([Number.NaN]))).toThrow(RangeError);
});
