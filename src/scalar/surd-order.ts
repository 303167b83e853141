import { bitLength, compare, integerSquareRoot, mul, Rational, rational, signOf } from './rational.ts';
import type { Term } from './surd-term.ts';
import type { Surd } from './surd-value.ts';

/** The sign of Σ cᵢ √nᵢ, exactly: a sum that has terms is not zero, so that ever narrower bounds settle it. */
export function signOfSurd({ terms }: Surd): -1 | 0 | 1 {
  const [first, second] = terms;
  if (first === undefined) return 0;
  const sign = signOf(first.coefficient);
  if (second === undefined || terms.every(({ coefficient }) => signOf(coefficient) === sign)) return sign;
  if (terms.length === 2) return compare(squareOf(first), squareOf(second)) > 0 ? sign : signOf(second.coefficient);
  for (let bits = 64; ; bits *= 2) {
    const { lower, upper } = bounds(terms, bits);
    if (lower > 0n) return 1;
    if (upper < 0n) return -1;
  }
}

/** A rational within 2⁻⁶⁰ of the value, relatively; the value itself when it is rational. */
export function nearbyRational({ rational: p, roots, terms }: Surd): Rational {
  if (roots.length === 0) return p;
  for (let bits = 64; ; bits *= 2) {
    const { lower, upper } = bounds(terms, bits);
    const smallest = lower > 0n ? lower : upper < 0n ? -upper : 0n;
    if (bitLength(upper - lower) + 60 <= bitLength(smallest)) return rational(lower + upper, 1n << BigInt(bits + 1));
  }
}

/** Integers with lower ≤ 2^bits Σ cᵢ √nᵢ ≤ upper. */
function bounds(terms: readonly Term[], bits: number): { readonly lower: bigint; readonly upper: bigint } {
  let lower = 0n;
  let upper = 0n;
  for (const term of terms) {
    const { numerator, denominator } = squareOf(term);
    // ⌊√⌊x⌋⌋ = ⌊√x⌋
    const size = integerSquareRoot((numerator << BigInt(2 * bits)) / denominator);
    const positive = term.coefficient.numerator > 0n;
    lower += positive ? size : -size - 1n;
    upper += positive ? size + 1n : -size;
  }
  return { lower, upper };
}

/** (c √n)². */
const squareOf = ({ coefficient: c, small, large }: Term): Rational => {
  const square = mul(c, c);
  return new Rational(square.numerator * small * large, square.denominator);
};
