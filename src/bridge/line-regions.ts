import type { Algebra, Vector } from '../scalar/algebra.ts';
import { normalDensity, normalDistribution } from '../scalar/normal.ts';

/** Logits that are affine in a single parameter v: f_v(y|x) = slope_y v + offset_y. */
export interface LineLogits<S> {
  readonly slopes: Vector<S>;
  readonly offsets: Vector<S>;
}

/** The values v from one boundary to the next, at which one class wins; the first and last are unbounded. */
export interface LineRegion<S> {
  readonly winner: number;
  readonly from: S | undefined;
  readonly to: S | undefined;
}

/**
 * The argmax regions of affine logits on the line, from left to right: the upper envelope of K lines.
 *
 * Equal lines go to the lowest index; classes that never win have no region. B-(18) in one dimension: with v = θ + εu
 * the region of y is an interval of u from (from − θ)/ε to (to − θ)/ε.
 */
export function lineRegions<S>(F: Algebra<S>, { slopes, offsets }: LineLogits<S>): readonly LineRegion<S>[] {
  const { compare, div, sub } = F;
  /** Negative where line y lies below line k far enough to the right. */
  const steeper = (y: number, k: number): number =>
    compare(slopes[y]!, slopes[k]!) || compare(offsets[y]!, offsets[k]!) || k - y;
  const meeting = (y: number, k: number): S => div(sub(offsets[y]!, offsets[k]!), sub(slopes[k]!, slopes[y]!));

  const all = slopes.map((_, y) => y);
  let winner = all.reduce((best, y) => {
    const order = compare(slopes[y]!, slopes[best]!) || compare(offsets[best]!, offsets[y]!);
    return order < 0 ? y : best;
  });
  const regions: LineRegion<S>[] = [];
  for (let from: S | undefined; ; ) {
    const rivals = all.filter((y) => compare(slopes[y]!, slopes[winner]!) > 0);
    const next = rivals.reduce<number | undefined>((best, y) => {
      if (best === undefined) return y;
      const order = compare(meeting(winner, y), meeting(winner, best));
      return order < 0 || (order === 0 && steeper(y, best) > 0) ? y : best;
    }, undefined);
    const to = next === undefined ? undefined : meeting(winner, next);
    regions.push({ winner, from, to });
    if (next === undefined) return regions;
    winner = next;
    from = to;
  }
}

/** A function of a boundary's u = (v − θ)/ε, such as φ or Φ. */
export type AtBoundary<S> = (u: S) => S;

const at = <S>(F: Algebra<S>, boundary: S | undefined, theta: S, smoothing: S, g: AtBoundary<S>, beyond: S): S =>
  boundary === undefined ? beyond : g(F.div(F.sub(boundary, theta), smoothing));

/**
 * The zeroth-order gradient of the hard reward on the line for u ~ N(0, 1): (1/ε) Σ_y r_y ∫_{Ω_y} u φ(u) du, where the
 * integral from a to b is φ(a) − φ(b). Source: B-(18).
 *
 * @param regions from {@link lineRegions}.
 * @param density φ; it tends to 0 at both ends of the line.
 */
export const lineGradient = <S>(
  F: Algebra<S>,
  regions: readonly LineRegion<S>[],
  rewards: Vector<S>,
  theta: S,
  smoothing: S,
  density: AtBoundary<S> = (u) => normalDensity(F, u),
): S =>
  F.div(
    F.sum(
      regions.map(({ winner, from, to }) =>
        F.mul(
          rewards[winner]!,
          F.sub(at(F, from, theta, smoothing, density, F.zero), at(F, to, theta, smoothing, density, F.zero)),
        ),
      ),
    ),
    smoothing,
  );

/**
 * The expected hard reward at θ + εu for u ~ N(0, 1): Σ_y π_y r_y with π_y = P(u ∈ Ω_y) = Φ(b) − Φ(a).
 *
 * @param distribution Φ.
 */
export const lineReward = <S>(
  F: Algebra<S>,
  regions: readonly LineRegion<S>[],
  rewards: Vector<S>,
  theta: S,
  smoothing: S,
  distribution: AtBoundary<S> = (u) => normalDistribution(F, u),
): S =>
  F.sum(
    regions.map(({ winner, from, to }) =>
      F.mul(
        rewards[winner]!,
        F.sub(at(F, to, theta, smoothing, distribution, F.one), at(F, from, theta, smoothing, distribution, F.zero)),
      ),
    ),
  );
