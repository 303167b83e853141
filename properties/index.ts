import type { AnyLaw } from '../src/law/law.ts';
import { policyLaws } from './7737-policy-and-zeroth-order/index.ts';
import { sgdLaws } from './9902-sgd/index.ts';

export { checkLaw } from '../src/law/check.ts';
export type { CheckOptions } from '../src/law/check-options.ts';
export type { AnyLaw, Law } from '../src/law/law.ts';
export type { Numbers } from '../src/law/plain-numbers.ts';
export type { LawReport } from '../src/law/report.ts';
export {
  type PlainPolicyGradient,
  withPolicyGradient,
} from './7737-policy-and-zeroth-order/policy/own-policy-gradient.ts';
export { withSoftmax } from './7737-policy-and-zeroth-order/policy/own-softmax.ts';
export { type PlainForwardDifference, withZerothOrder } from './7737-policy-and-zeroth-order/zeroth-order/float64.ts';
export { type LossParts, withLosses } from './9902-sgd/loss-float64.ts';
export { withProjection } from './9902-sgd/own-projection.ts';

/** Every law, in the order of the articles. */
export const laws: readonly AnyLaw[] = [...sgdLaws, ...policyLaws];
