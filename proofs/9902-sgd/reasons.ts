/** Why a law of article 9902 has no proof here of all that it says, a sentence each. */
export const sgdReasons: Readonly<Record<string, string>> = {
  'proj.scaling':
    'Proved for exact numbers; that doubles give the same at every scale is about rounding, and left to the cases.',
  'sgd.loss-tangent': 'It is about losses as doubles compute them, whose rounding the kernel does not model.',
  'sgd.gradient-bound':
    'Proved for every set that reaches as far as it says; that one does is proved of boxes, balls, segments, simplices and ℓ1 balls, of some in the plane alone, and of the others left to the cases.',
  'sgd.decay-sharp':
    'Sums of a thousand different square roots: decided exactly by its law, in seconds rather than the milliseconds that a proof may take here.',
  'sgd.line-optimum': 'A conjecture: no proof is known.',
};
