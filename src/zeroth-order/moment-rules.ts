import type { Algebra } from '../scalar/algebra.ts';
import { type Rational, rational, signOf } from '../scalar/rational.ts';
import type { Atom } from './directions.ts';

/** The highest degree of the polynomials that {@link sphereRule} integrates exactly. */
export const SPHERE_RULE_DEGREE = 5;

/**
 * A rule for one standard normal coordinate u that integrates polynomials up to `degree` exactly: nodes 0, ±1, …, ±n
 * with 2n + 1 ≥ degree, and the only weights that reproduce 1, E u², …, E u²ⁿ. They are rational; for n = 6 some are
 * negative.
 *
 *     w(±k) = ½ E ∏_{j≠k} (u² − j²)/(k² − j²),   the product without its factor ½ for k = 0
 */
export function normalRule<S>(F: Algebra<S>, degree: number): readonly Atom<S>[] {
  return normalWeights(Math.max(1, Math.ceil((degree - 1) / 2))).flatMap((weight, k) => {
    if (signOf(weight) === 0) return [];
    return (k === 0 ? [0] : [-k, k]).map((node) => ({ direction: [F.of(node)], probability: F.of(weight) }));
  });
}

const known = new Map<number, readonly Rational[]>();

/** The weights of the nodes 0, 1, …, n. */
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
