import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withEntry, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import { rearranged } from '../../../src/policy/rearrangement.ts';
import { type Exact, type ExactVector, toRational } from '../../../src/scalar/exact.ts';
import { compare } from '../../../src/scalar/rational.ts';
import { passes, requireDimension } from '../well-formed.ts';

/** Two sorted lists and an order in which the second is read: c_i = b[order[i]]. */
export interface RearrangementCase {
  readonly a: ExactVector;
  readonly b: ExactVector;
  readonly order: readonly number[];
}

const schema: z.ZodType<RearrangementCase> = z.strictObject({
  a: exactVector,
  b: exactVector,
  order: z.array(z.int().min(0)).min(1).max(4096),
});

function requireRearrangement({ a, b, order }: RearrangementCase): void {
  requireDimension('b', b, a.length);
  rearranged(b, order);
}

const fromLargest = (x: Exact, y: Exact): number => compare(toRational(y), toRational(x));

/** A random order of n indices. */
export function drawOrder(draw: Draw, n: number): readonly number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draw.integer(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Any order; in one case of three the sorted or the reversed one with at most one exchange. */
function drawAnyOrder(draw: Draw, n: number): readonly number[] {
  if (draw.chance(2 / 3)) return drawOrder(draw, n);
  const isReversed = draw.chance(0.5);
  const order = Array.from({ length: n }, (_, i) => (isReversed ? n - 1 - i : i));
  if (draw.chance(0.5)) return order;
  const [i, j] = [draw.integer(0, n - 1), draw.integer(0, n - 1)];
  return withEntry(withEntry(order, i, order[j]!), j, order[i]!);
}

/** Up to 32 numbers of any sign; small whole numbers, which often coincide, in one case of three. */
export function drawRearrangement(draw: Draw, most = 32): RearrangementCase {
  const n = draw.logUniform(1, most);
  const style = draw.pick(['integer', 'integer', 'dyadic', 'fraction', 'log-scale', 'full-mantissa'] as const);
  const sorted = (): ExactVector => draw.list(n, () => draw.real(style)).sort(fromLargest);
  return { a: sorted(), b: sorted(), order: drawAnyOrder(draw, n) };
}

/** Without one entry of a and the one of b it is paired with, the order of the rest as it was. */
function withoutPair({ a, b, order }: RearrangementCase, i: number): RearrangementCase {
  const gone = order[i]!;
  return {
    a: withoutEntry(a, i),
    b: withoutEntry(b, gone),
    order: withoutEntry(order, i).map((k) => (k > gone ? k - 1 : k)),
  };
}

/** Sorted lists with a rearrangement of the second; fewer pairs, then simpler numbers. */
export const rearrangementCases: Instances<RearrangementCase> = {
  generate: (draw) => drawRearrangement(draw),
  *simplify(instance) {
    const { a } = instance;
    for (let i = 0; i < a.length && a.length > 1; i++) yield withoutPair(instance, i);
    yield* simplerData(instance, new Set(['order']));
  },
  accepts: (instance) => passes(() => requireRearrangement(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireRearrangement(instance);
    return instance;
  },
};
