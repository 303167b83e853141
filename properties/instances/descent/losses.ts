import type { ConvexLoss } from '../../../src/descent/loss.ts';
import type { Draw, NumberStyle } from '../../../src/law/draw.ts';
import { drawNormal } from './sets.ts';

export type LossKind = ConvexLoss['kind'];

/** Every kind. */
export const LOSS_KINDS = ['linear', 'quadratic', 'absolute', 'hinge', 'logistic', 'max-affine'] as const;

/** A convex loss of the kind on ℝᵈ. */
export function drawLoss(draw: Draw, kind: LossKind, d: number, style: NumberStyle): ConvexLoss {
  const vector = (): ReturnType<Draw['real']>[] => draw.list(d, () => draw.real(style));
  switch (kind) {
    case 'linear':
      return { kind, slope: vector() };
    case 'quadratic':
      return { kind, curvature: draw.chance(0.1) ? 0 : draw.positive(style, 2), center: vector() };
    case 'absolute':
      return { kind, feature: vector(), target: draw.real(style) };
    case 'hinge':
      return { kind, feature: vector() };
    case 'logistic':
      // Without a feature A-(4) reads log 2 − log 2 ≤ 0, a tie that no reading can decide.
      return { kind, feature: drawNormal(draw, d, style) };
    case 'max-affine': {
      const pieces = draw.integer(1, 4);
      return {
        kind,
        slopes: draw.list(pieces, vector),
        offsets: draw.list(pieces, () => draw.real(style)),
      };
    }
  }
}
