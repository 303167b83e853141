import type { ScalarPrimitives, Vector } from './algebra.ts';

/**
 * The coordinates in descending order, by Batcher's merge exchange: a fixed network of (max, min) pairs, so that
 * sorting is straight-line code in every arithmetic. About (d/4) log²d pairs for d coordinates.
 *
 * Source: Knuth, The Art of Computer Programming 3, section 5.2.2, algorithm M.
 */
export function sortDescending<S>({ max, min }: Pick<ScalarPrimitives<S>, 'max' | 'min'>, x: Vector<S>): Vector<S> {
  const n = x.length;
  const sorted = x.slice();
  let top = 1;
  while (2 * top < n) top *= 2;
  for (let p = top; p >= 1; p >>= 1) {
    let [q, r, d] = [top, 0, p];
    for (;;) {
      for (let i = 0; i < n - d; i++) {
        if ((i & p) !== r) continue;
        const a = sorted[i]!;
        const b = sorted[i + d]!;
        sorted[i] = max(a, b);
        sorted[i + d] = min(a, b);
      }
      if (q === p) break;
      d = q - p;
      q >>= 1;
      r = p;
    }
  }
  return sorted;
}
