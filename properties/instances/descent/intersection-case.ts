import { z } from 'zod';
import { type ConvexSet, dimension, membership } from '../../../src/convex/index.ts';
import { isTrue } from '../../../src/law/decide.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { plusExact as plus } from '../../../src/scalar/exact-arithmetic.ts';
import { axpyExact, dotExact, negated } from '../exact-vectors.ts';
import { passes, requireDimension, requireSet } from '../well-formed.ts';
import { setSchema } from './schema.ts';
import { drawNormal } from './sets.ts';
import { setWithoutCoordinate } from './simpler-sets.ts';

/** Sets with a point in common, and a point to be projected onto their intersection by Dykstra's iteration. */
export interface IntersectionCase {
  readonly sets: readonly ConvexSet[];
  /** x, where the iteration starts. */
  readonly point: ExactVector;
  /** c, a point of all the sets. */
  readonly common: ExactVector;
  /** How many sweeps over the sets. */
  readonly sweeps: number;
}

const MOST_SETS = 8;
const MOST_SWEEPS = 16;

const schema = z.strictObject({
  sets: z.array(setSchema).min(1).max(MOST_SETS),
  point: exactVector,
  common: exactVector,
  sweeps: z.int().min(1).max(MOST_SWEEPS),
});

/** Intersections of a few sets in at most four dimensions; exact sweeps add digits, so there are few of them. */
export const intersectionCases: Instances<IntersectionCase> = {
  generate: drawIntersection,
  simplify: simplerIntersections,
  accepts: (instance) => passes(() => requireIntersection(instance)),
  decode: (json) => {
    const instance = schema.parse(json) as IntersectionCase;
    requireIntersection(instance);
    return instance;
  },
};

function requireIntersection({ sets, point, common, sweeps }: IntersectionCase): void {
  sets.forEach(requireSet);
  if (!Number.isSafeInteger(sweeps) || sweeps < 1) {
    throw new RangeError(`sweeps is ${sweeps}; give a whole number from 1.`);
  }
  for (const set of sets) {
    requireDimension('point', point, dimension(set));
    requireDimension('common', common, dimension(set));
  }
}

/** Whether c lies in all the sets. */
export const isCommon = ({ sets, common }: IntersectionCase): boolean =>
  sets.every((set) => isTrue((F) => membership(F, set, F.vector(common))));

function drawIntersection(draw: Draw): IntersectionCase {
  const d = draw.integer(1, 4);
  const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
  const common = draw.list(d, () => draw.integer(-2, 2));
  return {
    sets: draw.list(draw.integer(1, 4), () => drawSetAround(draw, common, style)),
    point: draw.list(d, () => draw.real(style, 8)),
    common,
    sweeps: draw.integer(1, 3),
  };
}

/** A set that contains the point: in its interior, or on its boundary in many cases. */
function drawSetAround(draw: Draw, c: ExactVector, style: NumberStyle): ConvexSet {
  const d = c.length;
  const room = (): Exact => (draw.chance(0.4) ? 0 : draw.positive(style));
  const kind = draw.weighted([
    [4, 'halfspace'],
    [2, 'hyperplane'],
    [2, 'box'],
    [1, 'segment'],
    [1, 'l1-ball'],
  ] as const);
  switch (kind) {
    case 'halfspace':
    case 'hyperplane': {
      const normal = drawNormal(draw, d, 'integer');
      const reach = dotExact(normal, c);
      return { kind, normal, offset: kind === 'halfspace' ? plus(reach, room()) : reach };
    }
    case 'box':
      return { kind, lower: c.map((ci) => plus(ci, negated(room()))), upper: c.map((ci) => plus(ci, room())) };
    case 'segment': {
      const direction = drawNormal(draw, d, 'integer');
      return {
        kind,
        from: axpyExact(-draw.integer(0, 2), direction, c),
        to: axpyExact(draw.integer(1, 2), direction, c),
      };
    }
    case 'l1-ball': {
      const radius = draw.positive(style);
      const axis = draw.integer(0, d - 1);
      const center = c.map((ci, i) => (i === axis && draw.chance(0.5) ? plus(ci, radius) : ci));
      return { kind, center, radius };
    }
  }
}

/** Fewer sweeps, fewer sets, fewer coordinates, then simpler numbers. */
function* simplerIntersections(instance: IntersectionCase): Generator<IntersectionCase> {
  const { sets, point, common, sweeps } = instance;
  if (sweeps > 1) yield { ...instance, sweeps: sweeps - 1 };
  for (let k = 0; k < sets.length && sets.length > 1; k++) yield { ...instance, sets: withoutEntry(sets, k) };
  for (let i = 0; i < point.length && point.length > 1; i++) {
    const smaller = sets.map((set) => setWithoutCoordinate(set, i) as ConvexSet | undefined);
    if (!smaller.every((set) => set !== undefined)) continue;
    yield { ...instance, sets: smaller, point: withoutEntry(point, i), common: withoutEntry(common, i) };
  }
  yield* simplerData(instance, new Set(['kind', 'dimension', 'sweeps']));
}
