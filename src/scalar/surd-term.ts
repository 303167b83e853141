import { exactSquareRoot, gcd, mul, ONE, type Rational, rational, reduce, trailingZeros } from './rational.ts';

/**
 * One term c √(small · large) of a surd.
 *
 * - `small` is squarefree with all its primes below {@link PRIMES_BELOW};
 * - `large` has no prime below that and is 1 or not a perfect square; it is never factored.
 *
 * Two terms are rational multiples of each other exactly when their `small` are equal and the product of their
 * `large` is a perfect square. A term with both 1 is rational.
 */
export interface Term {
  readonly coefficient: Rational;
  readonly small: bigint;
  readonly large: bigint;
}

const PRIMES_BELOW = 1024;
const primes: readonly number[] = Array.from({ length: PRIMES_BELOW }, (_, n) => n).filter((n) => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
});

/** √x as a term, for x > 0: √(p/q) = √p √q / q. */
export function rootOf(x: Rational): Term {
  const { numerator, denominator } = reduce(x);
  const p = squareRoot(numerator);
  const q = squareRoot(denominator);
  // Coprime parts: their product is as squarefree as they are.
  return {
    coefficient: mul(mul(p.coefficient, q.coefficient), rational(1n, denominator)),
    small: p.small * q.small,
    large: p.large * q.large,
  };
}

/** √n as a term, for an integer n > 0. */
function squareRoot(n: bigint): Term {
  const exact = exactSquareRoot(n);
  if (exact !== undefined) return { coefficient: rational(exact), small: 1n, large: 1n };
  const twos = trailingZeros(n);
  let rest = n >> BigInt(twos);
  let outside = 1n << BigInt(twos >> 1);
  let small = twos % 2 === 1 ? 2n : 1n;
  for (let i = 1; i < primes.length && rest > 1n; i++) {
    const prime = BigInt(primes[i]!);
    if (prime * prime > rest) break;
    while (rest % prime === 0n) {
      rest /= prime;
      if (small % prime === 0n) {
        small /= prime;
        outside *= prime;
      } else small *= prime;
    }
  }
  if (rest < PRIMES_BELOW) return { coefficient: rational(outside), small: small * rest, large: 1n };
  const root = exactSquareRoot(rest);
  return root === undefined
    ? { coefficient: rational(outside), small, large: rest }
    : { coefficient: rational(outside * root), small, large: 1n };
}

/** The product of two terms. */
export function multiply(a: Term, b: Term): Term {
  const g = gcd(a.small, b.small);
  const h = gcd(a.large, b.large);
  const large = (a.large / h) * (b.large / h);
  const root = exactSquareRoot(large);
  const outside = g * h * (root ?? 1n);
  const coefficient = mul(a.coefficient, b.coefficient);
  return {
    coefficient: outside === 1n ? coefficient : mul(coefficient, rational(outside)),
    small: (a.small / g) * (b.small / g),
    large: root === undefined ? large : 1n,
  };
}

/** √(b.large) / √(a.large) when it is rational, which decides whether terms of equal `small` are multiples. */
export function quotientOfLarge(a: Term, b: Term): Rational | undefined {
  if (a.large === b.large) return ONE;
  const root = exactSquareRoot(a.large * b.large);
  return root === undefined ? undefined : rational(root, a.large);
}

/**
 * A map of square classes to signs, as "is the exponent of this factor odd?", that is −1 on the first root and
 * multiplicative on all: flipping the roots it maps to −1 is an automorphism of the field the roots generate.
 */
export function flipping(roots: readonly Term[]): (root: Term) => boolean {
  const { small, large } = roots[0]!;
  if (small > 1n) {
    const prime = BigInt(primes.find((p) => small % BigInt(p) === 0n)!);
    return (root) => root.small % prime === 0n;
  }
  const factor = coprimeFactors(roots.map((root) => root.large)).find((f) => oddExponent(f, large))!;
  return (root) => oddExponent(factor, root.large);
}

/** Pairwise coprime non-squares of which every given integer is a product, times a square. */
function coprimeFactors(integers: readonly bigint[]): readonly bigint[] {
  const base: bigint[] = [];
  const pending = integers.filter((n) => n > 1n);
  for (let n = pending.pop(); n !== undefined; n = pending.pop()) {
    const index = base.findIndex((f) => gcd(f, n!) > 1n);
    if (index < 0) {
      base.push(n);
      continue;
    }
    const f = base[index]!;
    if (f === n) continue;
    base.splice(index, 1);
    const common = gcd(f, n);
    pending.push(...[common, f / common, n / common].filter((m) => m > 1n));
  }
  return base.filter((f) => exactSquareRoot(f) === undefined);
}

function oddExponent(factor: bigint, n: bigint): boolean {
  let odd = false;
  for (let rest = n; rest % factor === 0n; rest /= factor) odd = !odd;
  return odd;
}
