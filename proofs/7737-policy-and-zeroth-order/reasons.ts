/** What keeps several laws from a proof here. */
const EXPONENTIALS = 'It compares exponentials or logarithms, of which the kernel knows only exp 0 and log 1.';
const DRAWS = 'It is about random draws, and says how often a bettor may win; that is no algebra.';
const INTEGRALS = 'It takes integrals of the normal density, which are decided in proved decimal bounds, case by case.';

/** Why a law of article 7737 has no proof here of all that it says, a sentence each. */
export const policyReasons: Readonly<Record<string, string>> = {
  'pg.softmax': EXPONENTIALS,
  'pg.log-softmax': EXPONENTIALS,
  'pg.accuracy-mean': 'It counts labels that are equal; nothing in it is a real number that could be left free.',
  'pg.ascent-order':
    'It takes the mean value theorem or a bound of a hyperbolic tangent, and the kernel knows no exponentials of differences.',
  'pg.ascent-order-sharp': EXPONENTIALS,
  'pg.sampler': DRAWS,
  'pg.estimator-sampled': DRAWS,
  'zo.normal-sampler': DRAWS,
  'zo.estimator-sampled': DRAWS,
  'zo.estimator-sampled-normal': DRAWS,
  'pg.infinite-classes':
    'How many classes count depends on θ and has no bound; a text that is read has a fixed number of them.',
  'zoR.tie-limit': 'How many classes tie is read off the numbers of the instance, and of free numbers it is not known.',
  'zoR.final-every-smoothing': EXPONENTIALS,
  'zoR.edges': INTEGRALS,
  'zoR.edge-slope': INTEGRALS,
  'zoR.four-classes-angle': 'A conjecture: searched for counterexamples, and no proof is known.',
  'zoR.gumbel-factor': EXPONENTIALS,
  'zoR.gumbel-sampled': DRAWS,
  'zoR.gumbel-race': EXPONENTIALS,
  'zoR.gumbel-two-classes': EXPONENTIALS,
  'zoR.logistic-normal': INTEGRALS,
  'zoR.orders': EXPONENTIALS,
  'c.J-decr': EXPONENTIALS,
  'c.logp': EXPONENTIALS,
};
