import { checkAll } from '../../proofs/index.ts';

/** What became of each theorem, checked once for all tests that a worker runs. */
export const outcomes = checkAll();

/** The proofs of those that are proved. */
export const proofs = outcomes.flatMap((outcome) => (outcome.status === 'proved' ? [outcome.proof] : []));
