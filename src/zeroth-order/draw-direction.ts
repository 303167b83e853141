import { type RandomStream, standardNormal } from '../random/index.ts';
import type { Vector } from '../scalar/algebra.ts';
import { float64 } from '../scalar/float64.ts';

/** The distributions that directions are drawn from, all of them with mean 0 and covariance I. */
export type DirectionSampler =
  /** Independent standard normal coordinates, the usual choice for B-(11). */
  | 'standard-normal'
  /** Independent signs ±1. */
  | 'rademacher'
  /** Uniform on the sphere of radius √d. */
  | 'sphere'
  /** One of ±√d e₁, …, ±√d e_d. */
  | 'coordinate';

/**
 * One direction of `dimension` coordinates in doubles, by the draws of the stream:
 * `drawDirection('standard-normal', 10, stream(7))`. B-(11).
 * @throws RangeError when the dimension is not a whole number ≥ 1, or the kind is unknown.
 */
export function drawDirection(kind: DirectionSampler, dimension: number, stream: RandomStream): Vector<number> {
  if (!Number.isSafeInteger(dimension) || dimension < 1) {
    throw new RangeError(`dimension is ${dimension}; give the number of coordinates, at least 1.`);
  }
  const each = (draw: () => number): Vector<number> => Array.from({ length: dimension }, draw);
  const sign = (): number => (stream.uniform() < 1 / 2 ? -1 : 1);
  switch (kind) {
    case 'standard-normal':
      return each(() => standardNormal(stream));
    case 'rademacher':
      return each(sign);
    case 'sphere': {
      const normal = each(() => standardNormal(stream));
      const length = float64.norm(normal);
      return normal.map((coordinate) => Math.sqrt(dimension) * (coordinate / length));
    }
    case 'coordinate': {
      const axis = Math.floor(dimension * stream.uniform());
      const coordinate = sign() * Math.sqrt(dimension);
      return Array.from({ length: dimension }, (_, i) => (i === axis ? coordinate : 0));
    }
    default:
      throw new RangeError(`kind is ${kind}; give 'standard-normal', 'rademacher', 'sphere' or 'coordinate'.`);
  }
}
