import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import { type Exact, type ExactVector, ratio, toRational } from '../../../src/scalar/exact.ts';
import { asExact, plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { compare } from '../../../src/scalar/rational.ts';
import { negated } from '../exact-vectors.ts';
import { passes, requireDimension } from '../well-formed.ts';

/** Logits, and how far each of them is moved. */
export interface MovedLogits {
  readonly logits: ExactVector;
  readonly moves: ExactVector;
}

const schema: z.ZodType<MovedLogits> = z.strictObject({ logits: exactVector, moves: exactVector });

function requireMovedLogits({ logits, moves }: MovedLogits): void {
  if (logits.length < 2) throw new RangeError(`There are ${logits.length} logits; give at least two classes.`);
  requireDimension('moves', moves, logits.length);
}

/** max z − second largest z; 0 for a tie. */
export function leadOf({ logits }: MovedLogits): Exact {
  const [first, second] = logits.toSorted((x, y) => compare(toRational(y), toRational(x)));
  return asExact(toRational(plusExact(first!, negated(second!))));
}

/** Moves of less than half the lead; in one case of three of 31/32 of that, to make the lead as small as can be. */
function drawMovedLogits(draw: Draw): MovedLogits {
  const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
  const drawn = draw.list(draw.integer(2, 6), () => draw.real(style));
  const top = draw.integer(0, drawn.length - 1);
  const logits = drawn.map((z, y) => (y === top ? plusExact(4, draw.positive(style, 4)) : z));
  const isBold = draw.chance(1 / 3);
  const moves = logits.map((_, y) => {
    const share = isBold ? (y === top ? -31 : 31) : draw.integer(-31, 31);
    return timesExact(ratio(share, 64), leadOf({ logits, moves: [] }));
  });
  return { logits, moves };
}

/** Moves too small to change which logit is the largest; fewer classes, then simpler numbers. */
export const movedLogits: Instances<MovedLogits> = {
  generate: drawMovedLogits,
  *simplify(instance) {
    const { logits, moves } = instance;
    for (let y = 0; y < logits.length && logits.length > 2; y++) {
      yield { logits: withoutEntry(logits, y), moves: withoutEntry(moves, y) };
    }
    yield* simplerData(instance);
  },
  accepts: (instance) => passes(() => requireMovedLogits(instance)),
  decode: (json) => {
    const instance = schema.parse(json);
    requireMovedLogits(instance);
    return instance;
  },
};
