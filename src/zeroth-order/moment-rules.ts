import type { Algebra } from '../scalar/algebra.ts';
import { add, mul, ONE, type Rational, rational, signOf, sub, ZERO } from '../scalar/rational.ts';
import type { Atom } from './directions.ts';

/** More values than this are not written out. */
const MOST_ATOMS = 1_000_000;

/** @throws RangeError when so many values of directions in d dimensions are too many to write out. */
export function requireFew(dimension: number, values: number): void {
  if (values <= MOST_ATOMS) return;
  throw new RangeError(
    `dimension is ${dimension}: there are ${values} directions; give so few that at most ${MOST_ATOMS} are written out.`,
  );
}

/** The highest degree of the polynomials that {@link sphereRule} integrates exactly. */
export const SPHERE_RULE_DEGREE = 5;

/** A rule that integrates certain polynomials exactly: points with weights, which may be negative. */
type Rule = readonly { readonly point: readonly number[]; readonly weight: Rational }[];

/**
 * A rule for d independent standard normal coordinates that integrates polynomials of the given total degree exactly:
 * a sparse grid. With the one-dimensional rules Q₀, Q₁, … of {@link normalWeights}, and Δ_l = Q_l − Q_{l−1}, it is
 *
 *     Σ Δ_{l₁} ⊗ ⋯ ⊗ Δ_{l_d}   over l₁ + ⋯ + l_d ≤ n,   2n + 1 ≥ degree.
 *
 * All l would make the product of Q_∞ with itself, and those left out give 0: Δ_l is 0 on powers below 2l, and
 * in a monomial of degree at most 2n + 1, for any l₁ + ⋯ + l_d > n, some power is below its 2l. Its points are the whole ones with
 * Σ |uᵢ| ≤ n, few beside the (2n + 1)ᵈ of the product.
 *
 * @throws RangeError when there are more than a million points.
 *
 * Source: Smolyak 1963.
 */
export function normalRule<S>(F: Algebra<S>, dimension: number, degree: number): readonly Atom<S>[] {
  const n = Math.max(1, Math.ceil((degree - 1) / 2));
  requireFew(dimension, wholePoints(dimension, n));
  return sparseGrid(dimension, n).map(({ point, weight }) => ({
    direction: point.map((node) => F.of(node)),
    probability: F.of(weight),
  }));
}

/** How many whole points have Σ |uᵢ| ≤ n: Σ 2ᵏ C(d, k) C(n, k) by how many coordinates are not 0. */
function wholePoints(d: number, n: number): number {
  let [all, some] = [1, 1];
  for (let k = 1; k <= Math.min(d, n); k++) {
    some *= (2 * (d - k + 1) * (n - k + 1)) / (k * k);
    all += some;
  }
  return all;
}

const grids = new Map<string, Rule>();

/** The sparse grid of d coordinates with l₁ + ⋯ + l_d ≤ n. */
function sparseGrid(d: number, n: number): Rule {
  const found = grids.get(`${d} ${n}`);
  if (found !== undefined) return found;
  const rule = d === 0 ? [{ point: [], weight: ONE }] : withCoordinate(d, n);
  grids.set(`${d} ${n}`, rule);
  return rule;
}

/** The sum of Δ_l ⊗ (the grid of d − 1 coordinates that n − l is left for) over l ≤ n. */
function withCoordinate(d: number, n: number): Rule {
  const weights = new Map<string, { readonly point: readonly number[]; readonly weight: Rational }>();
  for (let l = 0; l <= n; l++) {
    const [more, less] = [normalWeights(l), l === 0 ? [] : normalWeights(l - 1)];
    const gains = more.map((weight, k) => sub(weight, less[k] ?? ZERO));
    for (const rest of sparseGrid(d - 1, n - l))
      for (const [k, gain] of gains.entries())
        for (const node of k === 0 ? [0] : [-k, k]) {
          const point = [node, ...rest.point];
          const before = weights.get(`${point}`)?.weight ?? ZERO;
          weights.set(`${point}`, { point, weight: add(before, mul(gain, rest.weight)) });
        }
  }
  return [...weights.values()].filter(({ weight }) => signOf(weight) !== 0);
}

const known = new Map<number, readonly Rational[]>();

/**
 * The weights w₀, …, w_n of the rule Q_n for one standard normal coordinate u: nodes 0, ±1, …, ±n, and the only weights
 * that reproduce 1, E u², …, E u²ⁿ, so that it is exact up to degree 2n + 1. They are rational; for n = 6 some are
 * negative.
 *
 *     w(±k) = ½ E ∏_{j≠k} (u² − j²)/(k² − j²),   the product without its factor ½ for k = 0
 */
function normalWeights(n: number): readonly Rational[] {
  const found = known.get(n);
  if (found !== undefined) return found;
  const nodes = Array.from({ length: n + 1 }, (_, k) => BigInt(k));
  const weights = nodes.map((k) => {
    // Coefficients by powers of v = u², and the divisor, of the Lagrange polynomial of node k.
    let polynomial: readonly bigint[] = [1n];
    let divisor = k === 0n ? 1n : 2n;
    for (const j of nodes) {
      if (j === k) continue;
      polynomial = timesLinear(polynomial, j * j);
      divisor *= k * k - j * j;
    }
    return rational(
      polynomial.reduce((sum, c, power) => sum + c * evenMoment(power), 0n),
      divisor,
    );
  });
  known.set(n, weights);
  return weights;
}

/** The coefficients of p(v) (v − root). */
const timesLinear = (p: readonly bigint[], root: bigint): readonly bigint[] =>
  [...p, 0n].map((_, i) => (p[i - 1] ?? 0n) - root * (p[i] ?? 0n));

/** E u²ʲ = 1 · 3 ⋯ (2j − 1) of the standard normal distribution. */
function evenMoment(j: number): bigint {
  let product = 1n;
  for (let i = 1n; i < 2n * BigInt(j); i += 2n) product *= i;
  return product;
}

/**
 * A rule for the sphere of radius √d that integrates polynomials up to degree 5 exactly: ±√d e_i with weight
 * (4 − d)/(2d(d + 2)), negative from d = 5 on, and ±√(d/2) e_i ± √(d/2) e_j for i < j with weight 1/(d(d + 2)).
 *
 * They are right because E u_i² = 1, E u_i⁴ = 3d/(d + 2) and E u_i² u_j² = d/(d + 2), and odd moments vanish.
 */
export function sphereRule<S>({ div, neg, of, sqrt, zero }: Algebra<S>, d: number): readonly Atom<S>[] {
  const coordinates = Array.from({ length: d }, (_, i) => i);
  const [long, short] = [sqrt(of(d)), sqrt(of(d / 2))];
  const along = (i: number, x: S, j = i, y = x): readonly S[] =>
    coordinates.map((k) => (k === i ? x : k === j ? y : zero));
  const axes = coordinates.flatMap((i) => [along(i, long), along(i, neg(long))]);
  const diagonals = coordinates.flatMap((i) =>
    coordinates
      .slice(i + 1)
      .flatMap((j) => [short, neg(short)].flatMap((x) => [along(i, x, j, short), along(i, x, j, neg(short))])),
  );
  const onAxis = div(of(4 - d), of(2 * d * (d + 2)));
  const onDiagonal = div(of(1), of(d * (d + 2)));
  return [
    ...axes.map((direction) => ({ direction, probability: onAxis })),
    ...diagonals.map((direction) => ({ direction, probability: onDiagonal })),
  ];
}
