import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { Objective } from '../../../src/zeroth-order/estimator.ts';
import type { TabledKind } from '../../instances/zeroth-order/quadratic-case.ts';
import { gradientOf, hessianOf, trace } from './derivatives.ts';

/** What the variances of a quadratic depend on, with the gradient g and the Hessian H at x. */
export interface LocalQuadratic<S> {
  readonly d: number;
  /** f(x). */
  readonly value: S;
  /** ‖g‖². */
  readonly slope: S;
  /** tr H. */
  readonly trace: S;
  /** tr H² = Σ H_ij². */
  readonly squares: S;
  /** Σ H_ii². */
  readonly diagonal: S;
}

export function localQuadratic<S>(F: Algebra<S>, f: Objective, x: Vector<S>): LocalQuadratic<S> {
  const H = hessianOf(F, f, x);
  return {
    d: x.length,
    value: f(F, x),
    slope: F.squaredNorm(gradientOf(F, f, x)),
    trace: trace(F, H),
    squares: F.sum(H.map(F.squaredNorm)),
    diagonal: F.squaredNorm(H.map((row, i) => row[i]!)),
  };
}

/** A variance as a function of the quadratic and ε². */
export type Variance = <S>(F: Algebra<S>, q: LocalQuadratic<S>, squaredSmoothing: S) => S;
/** One variance for each kind of directions. */
export type Row = Readonly<Record<TabledKind, Variance>>;

const times = <S>({ mul, of }: Algebra<S>, n: number, a: S): S => mul(of(n), a);
const over = <S>({ div, of }: Algebra<S>, a: S, n: number): S => div(a, of(n));

/** The central difference: what the slope alone contributes. */
export const CENTRAL: Row = {
  normal: (F, { d, slope }) => times(F, d + 1, slope),
  rademacher: (F, { d, slope }) => times(F, d - 1, slope),
  sphere: (F, { d, slope }) => times(F, d - 1, slope),
};

/** The central difference's variance, with a multiple of ε² on top. */
const curved =
  (kind: TabledKind, curvature: <S>(F: Algebra<S>, q: LocalQuadratic<S>) => S): Variance =>
  (F, q, squaredSmoothing) =>
    F.add(CENTRAL[kind](F, q, squaredSmoothing), F.mul(squaredSmoothing, curvature(F, q)));

/** The forward difference, b = f(x). */
export const FORWARD: Row = {
  normal: curved('normal', (F, { d, trace, squares }) =>
    over(F, times(F, d + 4, F.add(times(F, 2, squares), F.square(trace))), 4),
  ),
  rademacher: curved('rademacher', (F, { d, trace, squares, diagonal }) =>
    over(F, times(F, d, F.add(F.square(trace), times(F, 2, F.sub(squares, diagonal)))), 4),
  ),
  sphere: curved('sphere', (F, { d, trace, squares }) =>
    over(F, times(F, d * d, F.add(times(F, 2, squares), F.square(trace))), 4 * (d + 2)),
  ),
};

/** The optimal baseline. */
export const OPTIMAL: Row = {
  normal: curved('normal', (F, { d, trace, squares }) =>
    over(F, F.sub(times(F, d + 4, squares), over(F, times(F, 2, F.square(trace)), d)), 2),
  ),
  rademacher: curved('rademacher', (F, { d, squares, diagonal }) => over(F, times(F, d, F.sub(squares, diagonal)), 2)),
  sphere: curved('sphere', (F, { d, trace, squares }) =>
    over(F, times(F, d * d, F.sub(squares, over(F, F.square(trace), d))), 2 * (d + 2)),
  ),
};

/** No baseline, b = 0: the forward difference's variance + f(x)² d/ε² + c f(x) tr H. */
const uncentered =
  (kind: TabledKind, factor: (d: number) => number): Variance =>
  (F, q, squaredSmoothing) =>
    F.sum([
      FORWARD[kind](F, q, squaredSmoothing),
      F.div(times(F, q.d, F.square(q.value)), squaredSmoothing),
      times(F, factor(q.d), F.mul(q.value, q.trace)),
    ]);

export const NO_BASELINE: Row = {
  normal: uncentered('normal', (d) => d + 2),
  rademacher: uncentered('rademacher', (d) => d),
  sphere: uncentered('sphere', (d) => d),
};
