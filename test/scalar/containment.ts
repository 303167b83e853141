import fc from 'fast-check';
import { vi } from 'vitest';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { Unavailable } from '../../src/scalar/algebra.ts';
import { type Exact, showExact, toRational } from '../../src/scalar/exact.ts';
import { add, compare, type Rational, rational, signOf, sub } from '../../src/scalar/rational.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';

const deep = process.env.GRADIENT_LAWS_DEEP === '1';
if (deep) vi.setConfig({ testTimeout: 3_600_000 });

/** Cases a property runs: a few thousand operations in all, or as many as a deep run asks for. */
export const runs = (usual: number, many: number): number => (deep ? many : usual);

const integer = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const scaled = (mantissa: fc.Arbitrary<number>, low: number, high: number): fc.Arbitrary<number> =>
  fc.tuple(mantissa, integer(low, high)).map(([m, e]) => m * 2 ** e);

/** Dyadic numbers of few bits, on which the filter should stay exact. */
export const shortDyadic = scaled(integer(-(2 ** 11), 2 ** 11), -10, 10);
/** About the 24 bits up to which the filter trusts a product of two to be exact, and a little beyond. */
const mediumDyadic = scaled(integer(-(2 ** 30), 2 ** 30), -30, 0);
/** All 53 bits in use, sizes around one. */
export const fullMantissa = scaled(fc.maxSafeInteger(), -90, 20);
/** Where double arithmetic ends: subnormals, the largest doubles, neighbours of one and of 2^53. */
export const extreme = fc
  .constantFrom(
    ...[0, Number.MIN_VALUE, 2 ** -1022, 2 ** -1022 - Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 1023, 2 ** 53, 1],
    ...[1 + 2 ** -52, 1 - 2 ** -53, 2 ** 53 - 1, 3 * 2 ** -1074, 2 ** -537, 2 ** 511, 2 ** -500, 2 ** 970],
  )
  .chain((x) => fc.constantFrom(x, -x));
export const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });

export const doubles: fc.Arbitrary<number> = fc.oneof(
  integer(-20, 20),
  shortDyadic,
  mediumDyadic,
  fullMantissa,
  anyDouble,
  extreme,
);

const fractions: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([p, q]) => rational(p, q));

const BINARY = ['add', 'sub', 'mul', 'div', 'min', 'max'] as const;
const UNARY = ['neg', 'abs', 'square'] as const;
type Op = (typeof BINARY)[number] | (typeof UNARY)[number] | 'rootOfSquare' | 'norm' | 'dot' | 'squaredDistance';

/** A straight-line program: inputs, some of them known only to within a slack, and operations on earlier values. */
export interface Program {
  readonly inputs: readonly { readonly value: Exact; readonly slack: Exact }[];
  readonly steps: readonly { readonly op: Op; readonly left: number; readonly right: number }[];
}

export function programs(values: fc.Arbitrary<Exact> = fc.oneof(doubles, doubles, fractions)): fc.Arbitrary<Program> {
  const slack = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Exact>(0) },
    { weight: 1, arbitrary: fc.oneof(doubles.map(Math.abs), fc.constantFrom(1, 2 ** -30)) },
  );
  const op = fc.constantFrom<Op>(...BINARY, ...BINARY, ...UNARY, 'rootOfSquare', 'dot', 'squaredDistance');
  return fc.record({
    inputs: fc.array(fc.record({ value: values, slack }), { minLength: 2, maxLength: 4 }),
    steps: fc.array(fc.record({ op, left: fc.nat(20), right: fc.nat(20) }), { minLength: 1, maxLength: 10 }),
  });
}

const LONGEST = 1n << 20_000n;
const tooLong = ({ numerator, denominator }: Rational): boolean =>
  numerator > LONGEST || numerator < -LONGEST || denominator > LONGEST;

function apply<S>(F: Algebra<S>, op: Op, x: S, y: S): S {
  if (op === 'rootOfSquare') return F.sqrt(F.square(x));
  if (op === 'dot') return F.dot([x, y], [y, x]);
  if (op === 'squaredDistance') return F.squaredDistance([x, y], [y, F.one]);
  if (op === 'norm') return F.norm([x, y]);
  return op === 'neg' || op === 'abs' || op === 'square' ? F[op](x) : F[op](x, y);
}

/**
 * Runs a program in exact fractions and in another reading side by side.
 * @throws Error when an enclosure misses the exact value or a claimed sign is wrong, saying which step.
 */
export function runBeside<S>(F: Algebra<S>, program: Program, encloses: (read: S, exact: Rational) => boolean): void {
  const exacts: Rational[] = [];
  const reads: S[] = [];
  const keep = (exact: Rational, read: S, what: string): void => {
    const report = (claim: string): never => {
      throw new Error(`${what} = ${showExact(exact)}, but ${F.reading} says ${claim}`);
    };
    if (!encloses(read, exact)) report(`[${F.enclosure(read).join(', ')}]`);
    const sign = F.sign(read);
    if (sign !== undefined && sign !== signOf(exact)) report(`sign ${sign}`);
    exacts.push(exact);
    reads.push(read);
  };
  for (const { value, slack } of program.inputs) {
    const exact = toRational(value);
    const read = slack === 0 ? F.of(value) : F.between(sub(exact, toRational(slack)), add(exact, toRational(slack)));
    keep(exact, read, 'input');
  }
  for (const { op, left, right } of program.steps) {
    const [i, j] = [left % exacts.length, right % exacts.length];
    let exact: Rational;
    try {
      exact = apply(rationalReading, op, exacts[i]!, exacts[j]!);
    } catch (error) {
      if (error instanceof RangeError || error instanceof Unavailable) continue; // no exact value to compare with
      throw error;
    }
    if (!tooLong(exact)) keep(exact, apply(F, op, reads[i]!, reads[j]!), `${op}(#${i}, #${j})`);
  }
}

/** The exact value of decimal text such as "-1.25e-7". */
export function decimalValue(text: string): Rational {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`${text} is not a decimal number.`);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
}

/** True when lower ≤ x ≤ upper, for decimal text or ±"Infinity". */
export const decimalsEnclose = ([lower, upper]: readonly [string, string], x: Rational): boolean =>
  (lower === '-Infinity' || compare(decimalValue(lower), x) <= 0) &&
  (upper === 'Infinity' || compare(decimalValue(upper), x) >= 0);
