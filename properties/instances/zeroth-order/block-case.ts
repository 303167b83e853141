import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerNumbers, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Exact, ExactVector } from '../../../src/scalar/exact.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { type Directions, directionsDimension, requireDirections } from '../../../src/zeroth-order/directions.ts';
import { passes, requireDimension } from '../well-formed.ts';
import {
  type DirectionsKind,
  directionsSchema,
  drawDirections,
  simplerDirections,
  withoutCoordinate,
} from './directions.ts';
import {
  drawPolynomial,
  functionDimension,
  requireTestFunction,
  simplerFunctions,
  simplerPoints,
  type TestFunction,
  testFunctionSchema,
  withoutVariable,
} from './objectives.ts';

/** A zeroth-order gradient that moves some of the variables only. */
export interface BlockCase {
  readonly objective: TestFunction;
  readonly point: ExactVector;
  /** The variables that are moved, one for each coordinate of a direction. */
  readonly block: readonly number[];
  readonly directions: Directions;
  /** ε > 0. Laws about ε → 0 leave it unused. */
  readonly smoothing: Exact;
}

const schema: z.ZodType<BlockCase> = z.strictObject({
  objective: testFunctionSchema,
  point: exactVector,
  block: z.array(z.int().min(0)).min(1).max(8),
  directions: directionsSchema,
  smoothing: exactNumber,
});

function requireBlockCase({ objective, point, block, directions, smoothing }: BlockCase): void {
  requireTestFunction(objective);
  requireDirections(directions);
  positive('smoothing', smoothing);
  const d = functionDimension(objective);
  requireDimension('point', point, d);
  const coordinates = directionsDimension(directions);
  if (coordinates !== block.length) {
    throw new RangeError(`block names ${block.length} variables for directions of ${coordinates}; name as many.`);
  }
  if (new Set(block).size !== block.length || block.some((j) => j >= d)) {
    throw new RangeError(`block is [${block.join(', ')}]; name variables from 0 to ${d - 1}, none twice.`);
  }
}

/** A block of some but not all of 2 to 4 variables, in any order. */
function drawBlockCase(draw: Draw, degree: number, kinds: readonly DirectionsKind[]): BlockCase {
  const d = draw.integer(2, 4);
  const left = Array.from({ length: d }, (_, j) => j);
  const block = draw.list(
    draw.integer(1, Math.min(2, d - 1)),
    () => left.splice(draw.integer(0, left.length - 1), 1)[0]!,
  );
  const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
  return {
    objective: drawPolynomial(draw, d, draw.integer(1, degree)),
    point: draw.list(d, () => draw.real(style, 2)),
    block,
    directions: drawDirections(draw, draw.pick(kinds), block.length),
    smoothing: draw.positive(style, 2),
  };
}

function* simplerBlockCases(instance: BlockCase): Generator<BlockCase> {
  const { objective, point, block, directions } = instance;
  for (const [i] of block.entries()) {
    const rest = block.length > 1 ? withoutCoordinate(directions, i) : undefined;
    if (rest !== undefined) yield { ...instance, block: withoutEntry(block, i), directions: rest };
  }
  for (const j of point.keys()) {
    const fewer = block.includes(j) ? undefined : withoutVariable(objective, j);
    if (fewer === undefined) continue;
    const renamed = block.map((k) => (k > j ? k - 1 : k));
    yield { ...instance, objective: fewer, point: withoutEntry(point, j), block: renamed };
  }
  for (const simpler of simplerDirections(directions)) yield { ...instance, directions: simpler };
  for (const simpler of simplerFunctions(objective)) yield { ...instance, objective: simpler };
  for (const simpler of simplerPoints(instance)) yield { ...instance, ...simpler };
  for (const smoothing of simplerNumbers(instance.smoothing)) yield { ...instance, smoothing };
}

/** Polynomials up to a degree, in directions of some kinds on a block. */
export const blockCases = (degree: number, kinds: readonly DirectionsKind[]): Instances<BlockCase> => ({
  generate: (draw) => drawBlockCase(draw, degree, kinds),
  simplify: simplerBlockCases,
  accepts: (instance) => passes(() => requireBlockCase(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireBlockCase(instance);
    return instance;
  },
});
