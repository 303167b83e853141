import { Unavailable } from './algebra.ts';
import { add, div, mul, neg, ONE, type Rational, rational, rationalSquareRoot, sub, ZERO } from './rational.ts';
import { flipping, multiply, quotientOfLarge, rootOf, type Term } from './surd-term.ts';

/**
 * p + Σ cᵢ √nᵢ with rational p, cᵢ ≠ 0 and integers nᵢ in distinct square classes, none of them a square. Such roots
 * and 1 are linearly independent over the rationals (Besicovitch 1940): the value is rational only without roots,
 * and zero only if p is zero as well.
 */
export class Surd {
  readonly rational: Rational;
  /** Sorted by `small`. */
  readonly roots: readonly Term[];

  constructor(rational: Rational, roots: readonly Term[] = []) {
    this.rational = rational;
    this.roots = roots;
  }

  /** The nonzero terms, the rational one first. */
  get terms(): readonly Term[] {
    const { rational: coefficient, roots } = this;
    return coefficient.numerator === 0n ? roots : [{ coefficient, small: 1n, large: 1n }, ...roots];
  }

  /** `"1/2 - 3*sqrt(5)"`. */
  toString(): string {
    const { rational: p, roots } = this;
    const parts = roots.map(({ coefficient, small, large }) => {
      const size = `${coefficient}`.replace('-', '');
      const sign = coefficient.numerator < 0n ? '-' : '+';
      return `${sign} ${size === '1' ? '' : `${size}*`}sqrt(${small * large})`;
    });
    if (p.numerator !== 0n || parts.length === 0) return [`${p}`, ...parts].join(' ');
    return parts.join(' ').replace(/^\+ /, '').replace(/^- /, '-');
  }
}

/** The most roots a divisor, or a conjugate product on the way to its inverse, may have: those of six square roots. */
const MOST_ROOTS = 63;

/** Σ of any number of terms: one coefficient for each square class. */
function collect(p: Rational, terms: readonly Term[]): Surd {
  const sorted = [...terms].sort((a, b) => (a.small < b.small ? -1 : a.small > b.small ? 1 : 0));
  let rationalPart = p;
  const roots: Term[] = [];
  let group = 0; // where the terms with the current `small` begin
  for (const term of sorted) {
    if (term.coefficient.numerator === 0n) continue;
    if (term.small === 1n && term.large === 1n) {
      rationalPart = add(rationalPart, term.coefficient);
      continue;
    }
    if (roots.length > 0 && roots.at(-1)!.small !== term.small) group = roots.length;
    insert(roots, group, term);
  }
  return new Surd(
    rationalPart,
    roots.filter(({ coefficient }) => coefficient.numerator !== 0n),
  );
}

/** Adds the term to the root of its class among roots[from…], or as a new one. */
function insert(roots: Term[], from: number, term: Term): void {
  for (let i = from; i < roots.length; i++) {
    const root = roots[i]!;
    const quotient = quotientOfLarge(root, term);
    if (quotient !== undefined) {
      roots[i] = { ...root, coefficient: add(root.coefficient, mul(quotient, term.coefficient)) };
      return;
    }
  }
  roots.push(term);
}

/** a + b. */
export function plus(a: Surd, b: Surd): Surd {
  const p = add(a.rational, b.rational);
  if (a.roots.length === 0) return new Surd(p, b.roots);
  if (b.roots.length === 0) return new Surd(p, a.roots);
  return collect(p, [...a.roots, ...b.roots]);
}

/** −a. */
export const negate = ({ rational: p, roots }: Surd): Surd =>
  new Surd(
    neg(p),
    roots.map((root) => ({ ...root, coefficient: neg(root.coefficient) })),
  );

/** a − b. */
export const minus = (a: Surd, b: Surd): Surd =>
  a.roots.length === 0 && b.roots.length === 0 ? new Surd(sub(a.rational, b.rational)) : plus(a, negate(b));

/** Σ aᵢ, collected once. */
export function total(values: readonly Surd[]): Surd {
  const p = values.reduce((sum, value) => add(sum, value.rational), ZERO);
  const roots = values.flatMap((value) => value.roots);
  return roots.length === 0 ? new Surd(p) : collect(p, roots);
}

function scale(c: Rational, { rational: p, roots }: Surd): Surd {
  if (roots.length === 0) return new Surd(mul(c, p));
  if (c.numerator === 0n) return new Surd(ZERO);
  return new Surd(
    mul(c, p),
    roots.map((root) => ({ ...root, coefficient: mul(c, root.coefficient) })),
  );
}

/** a b. */
export function times(a: Surd, b: Surd): Surd {
  if (a.roots.length === 0) return scale(a.rational, b);
  if (b.roots.length === 0) return scale(b.rational, a);
  return collect(
    ZERO,
    a.terms.flatMap((s) => b.terms.map((t) => multiply(s, t))),
  );
}

/**
 * a / b. The divisor is made rational by conjugation: b σ(b), with σ flipping the signs of some roots, is fixed by σ
 * and so has half as many square classes, at most.
 * @throws RangeError when b is zero; Unavailable when b has too many independent roots.
 */
export function quotient(a: Surd, b: Surd): Surd {
  let numerator = a;
  let denominator = b;
  while (denominator.roots.length > 0) {
    if (denominator.roots.length > MOST_ROOTS) throw new Unavailable('This divisor has too many independent roots.');
    const conjugate = conjugateOf(denominator);
    numerator = times(numerator, conjugate);
    denominator = times(denominator, conjugate);
  }
  return scale(div(ONE, denominator.rational), numerator);
}

function conjugateOf({ rational: p, roots }: Surd): Surd {
  const flips = flipping(roots);
  return new Surd(
    p,
    roots.map((root) => (flips(root) ? { ...root, coefficient: neg(root.coefficient) } : root)),
  );
}

/** √a for rational a ≥ 0. */
const rootOfRational = (a: Rational): Surd => (a.numerator === 0n ? new Surd(ZERO) : collect(ZERO, [rootOf(a)]));

/**
 * √a for a ≥ 0. A nested root is taken apart when p² − q²n = s² with rational s:
 * √(p + q√n) = √((p + s)/2) ± √((p − s)/2), with the sign of q.
 * @throws Unavailable for other nested roots.
 */
export function squareRoot(a: Surd): Surd {
  const { rational: p, roots } = a;
  if (roots.length === 0) return rootOfRational(p);
  if (roots.length === 1) {
    const { coefficient: q, small, large } = roots[0]!;
    const norm = sub(mul(p, p), mul(mul(q, q), rational(small * large)));
    const s = norm.numerator < 0n ? undefined : rationalSquareRoot(norm);
    if (s !== undefined) {
      const half = rational(1n, 2n);
      const first = rootOfRational(mul(half, add(p, s)));
      const second = rootOfRational(mul(half, sub(p, s)));
      return q.numerator < 0n ? minus(first, second) : plus(first, second);
    }
  }
  throw new Unavailable('This nested root is not a sum of square roots.');
}
