import { z } from 'zod';
import type { ConvexSet } from '../../../src/convex/index.ts';
import type { ConvexLoss } from '../../../src/descent/loss.ts';
import type { Schedule } from '../../../src/descent/schedule.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { ModelLoss, ModelSet } from '../../model.ts';

const bound = exactNumber.nullable();
const size = z.int().min(1).max(4096);

const simpleSets = [
  z.strictObject({ kind: z.literal('box'), lower: z.array(bound).min(1), upper: z.array(bound).min(1) }),
  z.strictObject({ kind: z.literal('ball'), center: exactVector, radius: exactNumber }),
  z.strictObject({ kind: z.literal('simplex'), dimension: size, sum: exactNumber }),
  z.strictObject({ kind: z.literal('l1-ball'), center: exactVector, radius: exactNumber }),
  z.strictObject({ kind: z.literal('segment'), from: exactVector, to: exactVector }),
  z.strictObject({ kind: z.literal('halfspace'), normal: exactVector, offset: exactNumber }),
  z.strictObject({ kind: z.literal('hyperplane'), normal: exactVector, offset: exactNumber }),
  z.strictObject({ kind: z.literal('affine'), rows: z.array(exactVector).min(1), offsets: exactVector }),
  z.strictObject({ kind: z.literal('polytope'), normals: z.array(exactVector).min(1).max(12), offsets: exactVector }),
] as const;

const convexSetSchema: z.ZodType<ConvexSet> = z.union([
  z.discriminatedUnion('kind', simpleSets),
  z.strictObject({
    kind: z.literal('product'),
    factors: z
      .array(z.lazy(() => convexSetSchema))
      .min(1)
      .max(64),
  }),
]);

const setSchema: z.ZodType<ModelSet> = z.union([
  convexSetSchema,
  z.strictObject({ kind: z.literal('space'), dimension: size }),
  z.strictObject({ kind: z.literal('finite'), points: z.array(exactVector).min(1).max(64) }),
  z.strictObject({ kind: z.literal('max-norm-line'), direction: exactVector }),
  z.strictObject({ kind: z.literal('max-norm-segment'), from: exactVector, to: exactVector }),
]);

const convexLossSchema: z.ZodType<ConvexLoss> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linear'), slope: exactVector }),
  z.strictObject({ kind: z.literal('quadratic'), curvature: exactNumber, center: exactVector }),
  z.strictObject({ kind: z.literal('absolute'), feature: exactVector, target: exactNumber }),
  z.strictObject({ kind: z.literal('hinge'), feature: exactVector }),
  z.strictObject({ kind: z.literal('logistic'), feature: exactVector }),
  z.strictObject({ kind: z.literal('max-affine'), slopes: z.array(exactVector).min(1), offsets: exactVector }),
]);

const lossSchema: z.ZodType<ModelLoss> = z.union([
  convexLossSchema,
  z.strictObject({ kind: z.literal('negated'), loss: convexLossSchema }),
]);

const scheduleSchema: z.ZodType<Schedule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), rate: exactNumber }),
  z.strictObject({
    kind: z.literal('horizon'),
    diameter: exactNumber,
    gradientBound: exactNumber,
    horizon: z.int().min(1),
  }),
  z.strictObject({ kind: z.literal('decay'), alpha: exactNumber }),
  z.strictObject({ kind: z.literal('sequence'), rates: exactVector }),
]);

export { convexLossSchema, lossSchema, scheduleSchema, setSchema };
