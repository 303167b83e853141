import { z } from 'zod';
import { dimension } from '../../../src/convex/index.ts';
import type { ConvexLoss } from '../../../src/descent/loss.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactVector } from '../../../src/law/witness.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { isConvexSet, type ModelSet, squaredModelDiameter } from '../../model.ts';
import { plainData } from '../plain-data.ts';
import { modelDimension, requireDimension, requireLoss, requireSet } from '../well-formed.ts';
import { drawLoss, LOSS_KINDS } from './losses.ts';
import { drawMember } from './members.ts';
import { convexLossSchema, setSchema } from './schema.ts';
import { BOUNDED_SETS, drawPoint, drawSet } from './sets.ts';
import { lossWithoutCoordinate } from './simpler-losses.ts';
import { setWithoutCoordinate, withoutCondition } from './simpler-sets.ts';

/** A loss on a bounded set, and the point whose projection onto the set is where the gradient is taken. */
export interface GradientCase {
  readonly set: ModelSet;
  readonly loss: ConvexLoss;
  readonly point: ExactVector;
}

const MOST_DIMENSIONS = 32;

const drawn = plainData<GradientCase>({
  schema: z.strictObject({ set: setSchema, loss: convexLossSchema, point: exactVector }),
  generate: (draw: Draw) => {
    const kind = draw.pick(LOSS_KINDS);
    const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
    const set = drawSet(draw, draw.pick(BOUNDED_SETS), draw.logUniform(1, MOST_DIMENSIONS), style);
    const d = dimension(set);
    const point = draw.chance(0.5) ? drawMember(draw, set, style) : drawPoint(draw, d, style);
    return { set, loss: drawLoss(draw, kind, d, style), point };
  },
  require: ({ set, loss, point }) => {
    requireSet(set);
    requireLoss('loss', loss, modelDimension(set));
    requireDimension('point', point, modelDimension(set));
    if (!isConvexSet(set) || squaredModelDiameter(rationalReading, set) === undefined) {
      throw new RangeError(`set is of kind ${set.kind} and unbounded or not convex; give a bounded convex set.`);
    }
  },
  fixed: ['dimension'],
});

/** Every kind of bounded set with every kind of loss. */
export const gradientCases: Instances<GradientCase> = {
  ...drawn,
  *simplify(instance) {
    const { set, loss, point } = instance;
    for (let i = 0; i < point.length && point.length > 1; i++) {
      const [smaller, rest] = [setWithoutCoordinate(set, i), lossWithoutCoordinate(loss, i)];
      if (smaller === undefined || rest.kind === 'negated') continue;
      yield { set: smaller, loss: rest, point: withoutEntry(point, i) };
    }
    for (const simpler of withoutCondition(set)) yield { ...instance, set: simpler };
    yield* drawn.simplify(instance);
  },
};
