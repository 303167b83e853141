/** Why a law of article 9902 has no proof here of all that it says, a sentence each. */
export const sgdReasons: Readonly<Record<string, string>> = {
  'proj.def':
    'That a nearest point exists needs completeness, which is no algebra; that there is at most one is proved, and for ball, halfspace, hyperplane, segment, box, simplexes and ℓ1 balls of up to four coordinates that the text gives it (Coq proves the formulas of both in all dimensions).',
  'proj.feasible':
    'Proved for the texts of ball, halfspace, hyperplane and box in all dimensions, of simplexes and ℓ1 balls of up to four coordinates (Coq proves the formulas of both in all dimensions); the other sets are left to the cases.',
  'proj.scaling':
    'Proved for exact numbers; that doubles give the same at every scale is about rounding, and left to the cases.',
  'sgd.loss-tangent': 'It is about losses as doubles compute them, whose rounding the kernel does not model.',
  'sgd.no-minimizer':
    'Proved over the whole space; that there is a minimizer on a closed bounded set needs compactness, which is no algebra.',
  'sgd.decay-sharp':
    'Sums of a thousand different square roots: decided exactly by its law, in seconds rather than the milliseconds that a proof may take here.',
  'sgd.line-optimum': 'A conjecture: no proof is known.',
};
