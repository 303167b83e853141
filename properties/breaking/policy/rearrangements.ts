import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { drawOrder, type RearrangementCase, rearrangementCases } from '../../instances/policy/rearrangement-case.ts';

const descending = (draw: Draw, n: number): ExactVector =>
  draw.list(n, () => draw.integer(-2, 2)).sort((x, y) => y - x);

/** Short lists of whole numbers; one of the two in any order. */
const unsorted = (which: 'a' | 'b'): Instances<RearrangementCase> => ({
  ...rearrangementCases,
  generate: (draw) => {
    const n = draw.integer(2, 4);
    const sorted = { a: descending(draw, n), b: descending(draw, n), order: drawOrder(draw, n) };
    return { ...sorted, [which]: draw.list(n, () => draw.integer(-2, 2)) };
  },
});

/** The first list is in any order. */
export const unsortedFirst = unsorted('a');

/** The second list is in any order. */
export const unsortedSecond = unsorted('b');
