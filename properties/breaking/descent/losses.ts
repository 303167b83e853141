import type { ConvexLoss } from '../../../src/descent/loss.ts';

/** −L for a convex L: concave, so A-(9) fails wherever L is not affine. */
export interface NegatedLoss {
  readonly kind: 'negated';
  readonly loss: ConvexLoss;
}
