import { abelCloseTheorem, abelSummationTheorem } from './9902-sgd/abel.ts';
import { constantRateEqualityTheorem, constantRateGapTheorem } from './9902-sgd/constant-rate.ts';
import { pythagoreanExpansionTheorem, segmentGapTheorem, segmentRegroupingTheorem } from './9902-sgd/segment.ts';
import { distanceExpansionTheorem, solvedInnerProductTheorem } from './9902-sgd/step.ts';
import { NotProved } from './kernel/identity.ts';
import type { CheckedProof, Theorem } from './kernel/theorem.ts';

export { NotProved } from './kernel/identity.ts';
export type { CheckedProof, Scope, Theorem } from './kernel/theorem.ts';

/** Every theorem, in the order of the equations it is about. */
export const theorems: readonly Theorem[] = [
  constantRateGapTheorem,
  constantRateEqualityTheorem,
  distanceExpansionTheorem,
  solvedInnerProductTheorem,
  abelSummationTheorem,
  abelCloseTheorem,
  segmentRegroupingTheorem,
  segmentGapTheorem,
  pythagoreanExpansionTheorem,
];

/** What became of one theorem. */
export type Outcome =
  | { readonly theorem: Theorem; readonly status: 'proved'; readonly proof: CheckedProof }
  | { readonly theorem: Theorem; readonly status: 'unproved'; readonly because: string };

/** Checks theorems anew, all of them unless told which. Errors other than NotProved are not caught. */
export const checkAll = (which: readonly Theorem[] = theorems): readonly Outcome[] =>
  which.map((theorem) => {
    try {
      return { theorem, status: 'proved', proof: theorem.check() };
    } catch (error) {
      if (error instanceof NotProved) return { theorem, status: 'unproved', because: error.message };
      throw error;
    }
  });
