import { NotProved } from '../../../proofs/index.ts';
import type { Theorem } from '../../../proofs/theorem/theorem.ts';

/** The sentence of the failure of a theorem; `proved` when there is none. */
export function failure(theorem: Theorem): string {
  try {
    theorem.check();
  } catch (error) {
    if (error instanceof NotProved) return error.message;
    throw error;
  }
  return 'proved';
}
