/** Why a law of article 9902 has no proof here of all that it says, a sentence each. */
export const sgdReasons: Readonly<Record<string, string>> = {
  'proj.def':
    'That a nearest point exists needs completeness, which is no algebra; that there is at most one is proved, and for ball, halfspace, hyperplane, segment, box and the simplex of the plane that the text gives it.',
  'proj.feasible':
    'Proved for the texts of ball, halfspace, hyperplane and box in all dimensions, and of the simplex in the plane; the other sets are left to the cases.',
  'proj.scaling':
    'Proved for exact numbers; that doubles give the same at every scale is about rounding, and left to the cases.',
  'proj.moreau': 'The proximal maps of the two norms have formulas of their own, whose proof is not written yet.',
  'proj.dykstra-certificate':
    'Proved for up to three sets; the step from k to k + 1 sets is one more term of a sum, not yet written as an induction.',
  'proj.dykstra-normals':
    'Each normal is A-(23) at one projection; the bookkeeping of sweeps over any number of sets is not yet written as an induction.',
  'proj.dykstra-potential':
    'The potential adds up A-(23) over a sweep; the bookkeeping of sweeps over any number of sets is not yet written as an induction.',
  'sgd.cvx':
    'It says of each loss that is drawn that it is convex; for A-(9) as a hypothesis there is nothing to prove, and the losses with cases, roots and exponentials are left to the cases.',
  'sgd.loss-tangent': 'It is about losses as doubles compute them, whose rounding the kernel does not model.',
  'sgd.fixed-rate-floor':
    'Decided exactly for the runs it lists; the induction on T, two points visited in turn, is not written yet.',
  'sgd.jung-simplex': 'Decided exactly for the dimensions it lists; the sum over d coordinates is not written yet.',
  'sgd.no-argmin':
    'Decided exactly for the runs it lists; that a run stays where it is, for all T, is not written yet.',
  'sgd.unbounded-regret': 'Decided exactly for the runs it lists; that the regret grows for all T is not written yet.',
  'sgd.no-minimizer':
    'Proved over the whole space; that there is a minimizer on a closed bounded set needs compactness, which is no algebra.',
  'sgd.lln':
    'An expectation over all sample paths, computed by enumeration in every case; the identity for any law of x and all T is not written in the kernel.',
  'sgd.gap-reading':
    'An expectation over all sample paths, computed by enumeration in every case; conditional expectation is not written in the kernel.',
  'sgd.decay-sharp':
    'Sums of a thousand different square roots: decided exactly by its law, in seconds rather than the milliseconds that a proof may take here.',
  'sgd.harmonic-log': 'It compares with a logarithm, of which the kernel knows nothing.',
  'sgd.line-optimum': 'A conjecture: no proof is known.',
  'sgd.strict-diameter': 'Its proof follows three equality cases through two steps inside Θ, and is not written yet.',
  'sgd.minimax-attained':
    'Orthogonal axes, one a step: the induction on T with as many dimensions as steps is not written yet.',
  'sgd.minimax-axes':
    'Orthogonal axes, one a step: the induction on T with as many dimensions as steps is not written yet.',
  'sgd.minimax-plane': 'Its gradients are rotated and normalized step by step with roots, which is left to the cases.',
  'sgd.minimax-line':
    'An expectation over random signs, with binomial coefficients for every T, computed by enumeration in every case.',
  'sgd.tight-line': 'One run for every square T: its induction over pairs of steps is not written yet.',
  'sgd.tight-orthogonal': 'One run for every T, in as many dimensions as steps: its induction is not written yet.',
  'sgd.best-iterate-tight': 'One run for every n, in as many dimensions as steps: its induction is not written yet.',
};
