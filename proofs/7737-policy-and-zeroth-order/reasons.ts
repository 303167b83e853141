/** What keeps several laws from a proof here. */
const EXPONENTIALS = 'It compares exponentials or logarithms, of which the kernel knows only exp 0 and log 1.';
const ORDERS =
  'It speaks of the order of several numbers at once, and each order would be a path with an instance of its own; these are left to the cases.';
const DRAWS = 'It is about random draws, and says how often a bettor may win; that is no algebra.';
const ROOTS = 'Its directions have roots for coordinates, which are left to the cases.';
const INEQUALITIES =
  'It bounds what the derivatives of any such function allow, by the triangle inequality and integrals; its certificates are not written yet.';
const INTEGRALS = 'It takes integrals of the normal density, which are decided in proved decimal bounds, case by case.';

/** Why a law of article 7737 has no proof here of all that it says, a sentence each. */
export const policyReasons: Readonly<Record<string, string>> = {
  'pg.hard-flat': ORDERS,
  'pg.softmax': EXPONENTIALS,
  'pg.log-softmax': EXPONENTIALS,
  'pg.accuracy-mean': 'It counts labels that are equal, which is combinatorics over data rather than algebra.',
  'pg.f1-no-reward':
    'The largest of three errors is bounded from below by cases of their signs, whose certificates are not written yet.',
  'pg.bleu-no-reward':
    'The largest of some errors is bounded from below by cases of their signs, whose certificates are not written yet.',
  'pg.same-order-fixed': ORDERS,
  'pg.simplex-maximizer': ORDERS,
  'pg.softmax-supremum': ORDERS,
  'pg.same-order-class': ORDERS,
  'pg.ascent-order':
    'It takes the mean value theorem or a bound of a hyperbolic tangent, and the kernel knows no exponentials of differences.',
  'pg.ascent-order-sharp': EXPONENTIALS,
  'pg.ascent-first': ORDERS,
  'pg.order-flow': ORDERS,
  'pg.sampler': DRAWS,
  'pg.estimator-sampled': DRAWS,
  'zo.normal-sampler': DRAWS,
  'zo.estimator-sampled': DRAWS,
  'zo.estimator-sampled-normal': DRAWS,
  'pg.infinite-classes': 'It is about infinitely many classes, and the kernel has finite sums only.',
  'pg.reinforced-logit': ORDERS,
  'pg.bmean-ratio':
    'The ratio is proved; for which probabilities it is above 1 is a comparison in three cases, not written yet.',
  'pg.grad-norm':
    'Proving Popoviciu’s inequality for the rewards takes their largest and smallest, in an order for each path; the certificates are not written yet.',
  'pg.std-normalized-pair':
    'It divides by a deviation, which is a root of the rewards; the cases of its sign are not written yet.',
  'zo.root-rate': 'The rate is a root of ε and the mean an absolute moment of order 5/2, which are left to the cases.',
  'zo.ball-smoothing': ROOTS,
  'zo.bias-lipschitz': INEQUALITIES,
  'zo.smoothing-distance': INEQUALITIES,
  'zo.bias-lipschitz-gradient': INEQUALITIES,
  'zo.bias-lipschitz-hessian': INEQUALITIES,
  'zo.bias-normal': INEQUALITIES,
  'zo.smoothing-lipschitz': INEQUALITIES,
  'zo.second-moment-lipschitz': INEQUALITIES,
  'zo.smoothing-convex':
    'It is Jensen’s inequality for any number of directions; its certificate, a tangent for each direction, is not written yet.',
  'zo.b0-small':
    'That a term of order 1/ε² wins for small ε is the sign of a leading coefficient, for which the kernel has no rule.',
  'zo.alt': 'It compares whole runs of two descents; the induction on T is not written yet.',
  'zo.alt-decrease':
    'It takes the triangle inequality for lengths, which are roots; the certificate is not written yet.',
  'zoR.fubini':
    'Which classes win at θ and on both sides of it are decisions that exclude one another in part; which of them do is not written yet.',
  'zoR.chi-limit': EXPONENTIALS,
  'zoR.tie-limit': EXPONENTIALS,
  'zoR.argmin-limit': EXPONENTIALS,
  'zoR.soften': EXPONENTIALS,
  'zoR.temperature-free': ORDERS,
  'zoR.final-every-smoothing':
    'That φ is positive is decided for densities in general, with a winner on each side of a boundary; the cases of the boundaries are not written yet.',
  'zoR.probit':
    'Which classes have a region is an upper envelope of lines, a path for each order of slopes and offsets; these are left to the cases.',
  'zoR.parallel':
    'Proved by turning the directions about the margin; the turns are drawn, and their paths are left to the cases.',
  'zoR.two-classes-agree': ORDERS,
  'zoR.edges': INTEGRALS,
  'zoR.edge-slope': INTEGRALS,
  'zoR.decay': INTEGRALS,
  'zoR.boundary': INTEGRALS,
  'zoR.one-hot-angle':
    'Its proof is Cauchy–Schwarz with Chebyshev’s sum inequality for weights in one order; the certificates for three and four classes are not written yet.',
  'zoR.four-classes-angle': 'A conjecture: searched for counterexamples, and no proof is known.',
  'zoR.gumbel-factor': EXPONENTIALS,
  'zoR.gumbel-sampled': DRAWS,
  'zoR.gumbel-race': EXPONENTIALS,
  'zoR.gumbel-two-classes': EXPONENTIALS,
  'zoR.logistic-normal': INTEGRALS,
  'zoR.orders': EXPONENTIALS,
  'zoR.locally-constant': ORDERS,
  'c.J-decr': EXPONENTIALS,
  'c.logp': EXPONENTIALS,
  'c.action-path': ORDERS,
  'c.sg':
    'A function of cases at 0, decided in each case; the paths of two decisions on one number are not written yet.',
  'c.importance':
    'The law looks at the sampler’s weights to leave out classes that are never drawn; apart from that it is c.ratio with another denominator.',
};
