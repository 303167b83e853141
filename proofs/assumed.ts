import type { Assumed } from './theorem/theorem.ts';

type Listed = Readonly<Record<string, readonly string[]>>;

/**
 * What theorems assume that stands for no hypothesis of a law and is no lemma, by reason, theorem and name, `#` for any
 * number in it. Not listed is the sign of one free real, which says what may stand for it: a rate, a root, a probability.
 */
export const assumed: Readonly<Record<string, Listed>> = {
  'known of the exponential and the logarithm': {
    'gradient-bound': ['exp(−m) ≤ exp h'],
    tangent: ['exp z ≥ # + z at pd', 'exp z ≥ # + z at (p − #)d', 'exponents add', 'log z ≤ z − #'],
    'harmonic-log': ['log #', 'log (T + #)', 'log T', 'log # from above', 'log # from below'],
  },
  'known of expectations': { lln: ['E L(x, θ) = L(θ)', 'certainty'] },
  'what a symbol is: a square root, and the next one': {
    'unbounded-regret': ['t is one more'],
    'root-sum': ['next square'],
    'root-sum-below': ['next square'],
    'anytime-decrease': ['next square'],
    'best-alpha': ['next square'],
    'best-iterate-tight': ['T'],
  },
  'what a symbol is: a mean, a minimum, an inverse matrix, the best baseline, a number of Pascal’s triangle': {
    'gap-reading': ['L(θ_t)', 'L(θ*)', 'Σ q'],
    tangent: ['the piece at θ'],
    'any-subgradient': ['the piece at θ', 'the piece at φ'],
    'averaged-iterate': ['mean'],
    'best-step': ['least'],
    'affine-subspace': ['inverse #, #'],
    'minimax-line': ['the row at k', 'the row at k − #', 'row #m at m + #', 'row #m + #', 'row #m + # at m + #'],
    'optimal-baseline': ['c is b*'],
  },
  'what a symbol is: what the text computes on that path': {
    simplex: ['y is Π(x) #', 'τ is the threshold'],
    'l1-ball': ['σ is max(#, τ)', 'length is |z|', 'p is clamped', 'remaining is |p|'],
  },
  'a case that is told apart, the others being argued for themselves': {
    'no-minimizer': ['not constant'],
    'unbounded-regret': ['t is at most #n', 'no step is left'],
    tangent: ['no curvature'],
    'best-constant-rate': ['another rate'],
    'sqrt-two': ['another α', 'D² = # α² G²'],
    'constant-is-best': ['invariant', 'the rate falls', 'away', 'all rates are the last', 'the best rate'],
    'best-alpha': ['at least one step'],
    pythagoras: ['right angle', 'wide angle'],
    uniqueness: ['another point'],
    converse: ['A-(#) at a', 'A-(#) at b'],
    'tight-line': ['a step is left'],
    'minimax-attained': ['steps'],
    'read.zo.alt-decrease': ['|# − ηh|', '# − |# − ηh|'],
  },
  'what the law takes for its instances: a set with more than a point, a point of it or a farthest one, a gradient that is not 0':
    {
      convexity: ['λ at most #'],
      'adagrad-norm': ['squared gradients'],
      'gradient-bound': ['no point is farther', 'a farthest point'],
      cone: ['a point of the polar cone'],
      halfspace: ['normal'],
      hyperplane: ['normal'],
      segment: ['two ends'],
      box: ['above lower #', 'below upper #'],
    },
  'D and G of the law, in a step that does not name them': {
    'strongly-convex': ['gradient'],
    'strict-diameter': ['diameter'],
  },
  'what the law builds its run of: losses along axes, a start, a rate': {
    'unbounded-regret': ['the rate'],
    'adagrad-norm': ['tuned before', 'tuned'],
    'minimax-attained': [
      ...['along another axis', 'the length of the gradient', 'at a right angle to the point', 'T η² G²', 'the rate'],
    ],
    'minimax-axes': ['along another axis', 'the length of the gradient', 'against the point'],
    'minimax-plane': [
      ...['the length of the gradient', 'at a right angle to Σ g', 'against the point', 'the sum so far'],
    ],
    'best-iterate-tight': ['the axis', 'its coordinate', 'the rate', 'another axis', 'the start'],
  },
  'a lemma that is compared by hand, because it is more than a conclusion with other symbols': {
    'dykstra-gap': ['the normals add up'],
    'best-step': ['A-(#)'],
    'rearrangement-equality': ['all places', 'places #'],
    'optimal-baseline': ['V(b) by (#)', 'V(c) by (#)'],
  },
  'that probabilities are positive or not negative, and between which numbers rewards are': {
    'optimal-baseline': ['p_# ≥ #', 'least ≤ r_#', 'r_# ≤ largest'],
    'read.pg.rloo-price': ['p_#'],
    'read.c.dice-orders': ['positive #'],
    'read.zoR.laplacian-ascent': ['p_#'],
    'read.zoR.two-valued-angle': ['p_#'],
    'read.zoR.one-hot-angle': ['p_#'],
    'read.zoR.three-classes-angle': ['p_#'],
    'read.pg.simplex-maximizer': ['p_#'],
    'read.pg.same-order-class': ['p_#'],
    'read.c.action-path': ['p_#', 'noise below #'],
    'read.pg.reinforced-logit': ['p_#'],
    'read.pg.order-flow': ['p_#'],
    'read.pg.grad-norm': ['p_#'],
    'read.pg.bmean-ratio': ['p_#'],
  },
  'one of the orders, of classes or rewards, each of which is read': {
    'read.pg.hard-flat': ['lead over #'],
    'read.pg.same-order-fixed': ['order #'],
    'read.pg.same-order-class': ['rewards #'],
    'read.pg.order-flow': ['rewards #'],
    'read.pg.grad-norm': ['step #'],
  },
  'that scores vary, or there is no best baseline': {
    'optimal-baseline': ['scores vary'],
    'read.pg.bopt-uniform': ['scores-vary #'],
    'read.pg.bopt-pointwise': ['scores vary #'],
    'read.pg.bopt-coordinate': ['scores vary #'],
  },
};

const SIGN = /^[\p{L}_][\p{L}\p{N}_]* >=? 0$/u;

/**
 * Why a theorem may assume a hypothesis: because it stands for some of a law, is a lemma or the invariant of an induction,
 * or for the reason that is listed; undefined where none is.
 */
export function whyAssumed(theorem: string, { name, says, standsFor, lemma }: Assumed, inStep: boolean) {
  const proved = lemma && `by ${[...new Set([lemma.of ?? [], lemma.part, lemma.goal].flat())].join(', ')}`;
  const stands = standsFor.length > 0 ? `stands for ${standsFor.join(', ')}` : undefined;
  if (proved ?? stands) return [proved, stands].filter((each) => each !== undefined).join('; ');
  if (name === 'invariant' && inStep) return 'the invariant, before the step';
  if (name.startsWith('under √')) return 'a number under a root';
  const [listed] = Object.entries(assumed).find(([, of]) => of[theorem]?.includes(generic(name))) ?? [];
  return listed ?? (SIGN.test(says) ? 'the sign of a free number' : undefined);
}

/** The name with `#` for each number in it. */
export const generic = (name: string): string => name.replace(/\d+/g, '#');
