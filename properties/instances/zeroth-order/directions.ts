import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { ratio, sameExact } from '../../../src/scalar/exact.ts';
import { asExact, atMostExact, plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { atoms, type Directions, directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { axpyExact, dotExact, negated } from '../exact-vectors.ts';

const dimension = z.int().min(1).max(8);

export const directionsSchema: z.ZodType<Directions> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['rademacher', 'skewed', 'three-point', 'coordinate', 'sphere', 'normal']),
    dimension,
  }),
  z.strictObject({ kind: z.literal('three-spokes') }),
  z.strictObject({
    kind: z.literal('finite'),
    atoms: z
      .array(z.strictObject({ direction: exactVector, probability: exactNumber }))
      .min(1)
      .max(64),
  }),
]);

export type DirectionsKind = Directions['kind'];

/** A distribution with finitely many values: `finite([[2], 1/5], [[-1/2], 4/5])`. */
export const finite = (...atoms: readonly (readonly [direction: ExactVector, probability: Exact])[]): Directions => ({
  kind: 'finite',
  atoms: atoms.map(([direction, probability]) => ({ direction, probability })),
});

/** a with probability 1/(1 + a²), else −1/a, for a = p/q: every distribution of two values with mean 0 and variance 1. */
const twoPoints = (p: number, q: number): readonly (readonly [u: Exact, probability: Exact])[] => [
  [ratio(p, q), ratio(q * q, p * p + q * q)],
  [ratio(-q, p), ratio(p * p, p * p + q * q)],
];

/** (cos, sin) of rotations by rational unit vectors. */
const TURNS = [
  [ratio(3, 5), ratio(4, 5)],
  [ratio(-5, 13), ratio(12, 13)],
  [ratio(8, 17), ratio(-15, 17)],
] as const;

/** Skewed in every coordinate, with coordinates that depend on each other once they are turned: mean 0, covariance I. */
function drawFinite(draw: Draw, d: number): Directions {
  const marginals = draw.list(d, () => twoPoints(draw.integer(1, 3), draw.integer(1, 3)));
  let all: readonly (readonly [ExactVector, Exact])[] = [[[], 1]];
  for (const marginal of marginals) {
    all = all.flatMap(([u, p]) => marginal.map(([ui, pi]) => [[...u, ui], timesExact(p, pi)] as const));
  }
  if (d === 1) return finite(...all);
  const [cos, sin] = draw.pick(TURNS);
  return finite(
    ...all.map(([u, p]) => {
      const plane = u.slice(0, 2);
      const turned = [dotExact([cos, negated(sin)], plane), dotExact([sin, cos], plane), ...u.slice(2)];
      return [turned, p] as const;
    }),
  );
}

const RATIONAL = new Set<DirectionsKind>(['rademacher', 'skewed', 'three-point', 'finite']);

/** Throws a RangeError unless the directions have finitely many values with rational coordinates. */
export function requireRationalValues({ kind }: Directions): void {
  if (!RATIONAL.has(kind)) {
    throw new RangeError(`directions are ${kind}; give directions with finitely many values, all of them rational.`);
  }
}

/** Directions of the kind with mean 0 and covariance I, in d dimensions. */
export const drawDirections = (draw: Draw, kind: DirectionsKind, d: number): Directions => {
  if (kind === 'finite') return drawFinite(draw, d);
  return kind === 'three-spokes' ? { kind } : { kind, dimension: d };
};

/** Independent signs, or else independent skewed coordinates. */
export function* simplerDirections(directions: Directions): Generator<Directions> {
  const d = directionsDimension(directions);
  if (directions.kind === 'rademacher') return;
  yield { kind: 'rademacher', dimension: d };
  if (directions.kind !== 'skewed' && directions.kind !== 'three-point') yield { kind: 'skewed', dimension: d };
}

/** A distribution with finitely many rational values, each value changed; equal ones are written once. */
function changed(directions: Directions, change: (u: ExactVector) => ExactVector): Directions {
  const merged: { readonly direction: ExactVector; probability: Exact }[] = [];
  for (const atom of atoms(rationalReading, directions)) {
    const direction = change(atom.direction.map(asExact));
    const probability = asExact(atom.probability);
    const same = merged.find((other) => other.direction.every((ui, i) => sameExact(ui, direction[i]!)));
    if (same === undefined) merged.push({ direction, probability });
    else same.probability = plusExact(same.probability, probability);
  }
  return { kind: 'finite', atoms: merged };
}

/** The directions turned around where their first coordinate is negative: E uuᵀ stays as it is, the mean does not. */
export const folded = (directions: Directions): Directions =>
  changed(directions, (u) => (atMostExact(0, u[0]!) ? u : u.map(negated)));

/** Every direction times a number. */
export const stretched = (directions: Directions, factor: Exact): Directions =>
  changed(directions, (u) => u.map((ui) => timesExact(factor, ui)));

/** A vector added to every direction. */
export const shifted = (directions: Directions, shift: ExactVector): Directions =>
  changed(directions, (u) => axpyExact(1, u, shift));

/** Every coordinate a copy of the first. */
export const copied = (directions: Directions): Directions => changed(directions, (u) => u.map(() => u[0]!));

/** The directions without their coordinate j; undefined for those that have no such marginal. */
export function withoutCoordinate(directions: Directions, j: number): Directions | undefined {
  if (directions.kind === 'finite') return changed(directions, (u) => withoutEntry(u, j));
  return directions.kind === 'three-spokes' ? undefined : { ...directions, dimension: directions.dimension - 1 };
}

/** Two to four rational points of the circle of radius √2, in any proportions. */
export function drawCircle(draw: Draw): Directions {
  const counts = draw.list(draw.integer(2, 4), () => draw.integer(1, 4));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return finite(
    ...counts.map((count) => {
      const [cos, sin] = draw.pick(TURNS);
      const corner = [draw.pick([-1, 1]), draw.pick([-1, 1])];
      return [[dotExact([cos, negated(sin)], corner), dotExact([sin, cos], corner)], ratio(count, total)] as const;
    }),
  );
}
