import type { Models } from '../models.ts';

/** Models for the theorem of `../minimax-line.ts`, by `theorem: part`. */
export const minimaxLine: Models = {
  'minimax-line: the sequences go on, base': { instances: [{ G: 2 }] },
  'minimax-line: the sequences go on, step': { instances: [{ G: 2, before: 1, after: 2, lost: 3, point: 5 }] },
  'minimax-line: no losses, base': { instances: [{ G: 2 }] },
  'minimax-line: no losses, step': { instances: [{ total: 0, after: 0 }] },
  'minimax-line: the best points of opposite sequences, base': { instances: [{ G: 2, length: 3 }] },
  'minimax-line: the best points of opposite sequences, step': {
    instances: [{ G: 2, length: 3, pairs: -6, total: 1, k: 2 }],
  },
  'minimax-line: Σ |k|, base': { instances: [{ G: 2 }] },
  'minimax-line: Σ |k|, step': {
    instances: [1, -1].map((even) => ({ even, away: 1, before: 1, after: 4, zeros: 1 })),
  },
  'minimax-line: the first row of Pascal’s triangle': { instances: [{ k: 2 }] },
  'minimax-line: the next row of Pascal’s triangle': { instances: [{ n: 4, k: 2, c: 6, left: 4, further: 1 }] },
  'minimax-line: the middles of the even rows': { instances: [{ m: 2, b: 6, next: 4, inner: 10, outer: 10 }] },
  'minimax-line: the walk, base': { instances: [{ G: 2 }] },
  'minimax-line: the walk, step': { instances: [{ total: 4, b: 2, m: 1, next: 6 }] },
  'minimax-line: the text of E |±1 ± … ± 1|': { instances: [{ G: 2 }] },
  'minimax-line: the expected regret': {
    instances: [{ all: 4, total: 4, gains: -12, lost: 0, length: 2, G: 3 }],
  },
  ...Object.fromEntries(
    [1, 2, 3].map((T) => [
      `minimax-line: the law itself, T = ${T}`,
      { instances: [{ below: 1, above: 2, G: 2, eta: 0.5 }] },
    ]),
  ),
};
