import { withoutEntry } from '../../../src/law/simplify.ts';
import { Unavailable } from '../../../src/scalar/algebra.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { asExact, plusExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { type ModelLoss, modelSubgradient } from '../../model.ts';

/** The loss in the other coordinates. */
export function lossWithoutCoordinate<T extends ModelLoss>(loss: T, i: number): ModelLoss {
  switch (loss.kind) {
    case 'negated':
      return { ...loss, loss: lossWithoutCoordinate(loss.loss, i) as typeof loss.loss };
    case 'linear':
      return { ...loss, slope: withoutEntry(loss.slope, i) };
    case 'quadratic':
      return { ...loss, center: withoutEntry(loss.center, i) };
    case 'max-affine':
      return { ...loss, slopes: loss.slopes.map((slope) => withoutEntry(slope, i)) };
    default:
      return { ...loss, feature: withoutEntry(loss.feature, i) };
  }
}

/** Linear losses with the gradients that the loss has at a point and on both sides of it; none where they are not rational. */
export function linearInstead(loss: ModelLoss, point: ExactVector): readonly ModelLoss[] {
  if (loss.kind === 'linear') return [];
  try {
    return [0, 1, -1, 8, -8].map((step) => {
      const beside = rationalReading.vector(point.map((x) => plusExact(x, step)));
      return { kind: 'linear', slope: modelSubgradient(rationalReading, loss, beside).map(asExact) };
    });
  } catch (error) {
    if (error instanceof Unavailable) return [];
    throw error;
  }
}

/** A maximum of affine functions with one of them fewer. */
export function withoutPiece(loss: ModelLoss): readonly ModelLoss[] {
  if (loss.kind === 'negated') return withoutPiece(loss.loss).map((fewer) => ({ ...loss, loss: fewer }) as ModelLoss);
  if (loss.kind !== 'max-affine' || loss.slopes.length === 1) return [];
  return loss.slopes.map((_, i) => ({
    ...loss,
    slopes: withoutEntry(loss.slopes, i),
    offsets: withoutEntry(loss.offsets, i),
  }));
}
