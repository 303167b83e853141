import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import { type Exact, type ExactVector, ratio } from '../../../src/scalar/exact.ts';
import { timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { plainData } from '../plain-data.ts';
import { requireDimension } from '../well-formed.ts';

/**
 * Two losses to take turns with: the differentiable one is h ‖θ_A − c‖²/2, the other Σ_j q_j θ_j² + s_j θ_j over the
 * parameters B that follow, or over all parameters where `shared`.
 */
export interface AlternatingCase {
  readonly curvature: Exact;
  readonly center: ExactVector;
  readonly squares: ExactVector;
  readonly slopes: ExactVector;
  /** θ at the start, of all parameters. */
  readonly start: ExactVector;
  /** The direction of each zeroth-order step, of as many coordinates as the other loss has. */
  readonly directions: readonly ExactVector[];
  readonly smoothing: Exact;
  readonly largeRate: Exact;
  readonly smallRate: Exact;
}

const schema: z.ZodType<AlternatingCase> = z.strictObject({
  curvature: exactNumber,
  center: exactVector,
  squares: exactVector,
  slopes: exactVector,
  start: exactVector,
  directions: z.array(exactVector).min(1).max(8),
  smoothing: exactNumber,
  largeRate: exactNumber,
  smallRate: exactNumber,
});

/** Throws a RangeError when the dimensions do not fit; `shared` losses are functions of the same parameters. */
const requireAlternatingCase =
  (shared: boolean) =>
  ({ center, squares, slopes, start, directions, smoothing, curvature }: AlternatingCase): void => {
    positive('smoothing', smoothing);
    positive('curvature', curvature);
    requireDimension('slopes', slopes, squares.length);
    requireDimension('start', start, shared ? center.length : center.length + squares.length);
    requireDimension('squares', squares, start.length - (shared ? 0 : center.length));
    directions.forEach((u, t) => {
      requireDimension(`directions[${t}]`, u, squares.length);
    });
  };

function draw(draw: Draw, shared: boolean): AlternatingCase {
  const style = draw.pick(['integer', 'dyadic'] as const);
  const first = draw.integer(1, 2);
  const second = shared ? first : draw.integer(1, 2);
  const vector = (d: number): ExactVector => draw.list(d, () => draw.real(style, 2));
  const curvature = draw.integer(1, 4);
  return {
    curvature,
    center: vector(first),
    squares: vector(second),
    slopes: vector(second),
    start: vector(shared ? first : first + second),
    directions: draw.list(shared ? 1 : draw.integer(1, 3), () => draw.list(second, () => draw.pick([-1, 1]))),
    smoothing: draw.pick([1, 1 / 2, 1 / 4]),
    // η h between 1/4 and 7/4.
    largeRate: timesExact(draw.integer(1, 7), ratio(1, 4 * curvature)),
    smallRate: draw.pick([1 / 2, 1 / 4, 1 / 8, 1 / 32]),
  };
}

const cases = (shared: boolean) =>
  plainData<AlternatingCase>({
    schema,
    generate: (source) => draw(source, shared),
    require: requireAlternatingCase(shared),
    fixed: ['directions'],
  });

/** Losses of different parameters. */
export const separateLosses = cases(false);
/** Losses of the same parameters, with one turn each. */
export const sharedLosses = cases(true);
