import fc from 'fast-check';
import { fromDouble } from '../../src/scalar/exact.ts';
import { Rational, rational } from '../../src/scalar/rational.ts';

/** Fixed seed; GRADIENT_LAWS_DEEP=1 runs twenty times as many cases. */
export const cases = (numRuns: number): fc.Parameters<unknown> => ({
  seed: 20240,
  numRuns: process.env.GRADIENT_LAWS_DEEP === '1' ? 20 * numRuns : numRuns,
});

/** All classes of finite doubles, by bit pattern: normal, subnormal, zeros, both signs. */
export const anyDouble: fc.Arbitrary<number> = fc.double({ noNaN: true, noDefaultInfinity: true });

export const dyadicDouble: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: -1024, max: 1024 }), fc.integer({ min: 0, max: 10 }))
  .map(([n, k]) => n / 2 ** k);

export const smallFraction: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 30 }))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));

const integerOfBits = (bits: number): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: -(1n << BigInt(bits)), max: 1n << BigInt(bits) });

/** Fractions of every size and shape the arithmetic treats differently, some of them not in lowest terms. */
export const anyRational: fc.Arbitrary<Rational> = fc.oneof(
  smallFraction,
  dyadicDouble.map(fromDouble),
  anyDouble.map(fromDouble),
  fc
    .tuple(integerOfBits(700), integerOfBits(700))
    .filter(([, q]) => q !== 0n)
    .map(([p, q]) => rational(p, q)),
  fc.tuple(smallFraction, fc.bigInt({ min: 1n, max: 1n << 70n })).map(([x, c]) => unreduced(x, c)),
  fc.tuple(dyadicDouble, fc.integer({ min: 0, max: 300 })).map(([x, k]) => unreduced(fromDouble(x), 1n << BigInt(k))),
);

const unreduced = ({ numerator, denominator }: Rational, by: bigint): Rational =>
  new Rational(numerator * by, denominator * by);
