import { policyReasons } from './7737-policy-and-zeroth-order/reasons.ts';
import { sgdReasons } from './9902-sgd/reasons.ts';

/** Why a law has no proof here of all that it says, a sentence each. */
export const reasons: Readonly<Record<string, string>> = { ...sgdReasons, ...policyReasons };
