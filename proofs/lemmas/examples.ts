import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { type ByTheorem, bound, END, from, g, half, own, phi, reached, STEPS_LEFT, s } from './sources.ts';

const { add, dot, mul, of, one, square, sub, zero } = formalSpace;

/** Where hypotheses of the theorems about sums, means and runs that attain a bound have been proved. */
export const exampleLemmas: ByTheorem = {
  lln: {
    'squares, step': { 'the mean so far': reached('means') },
    'the average': {
      'the mean after T samples': reached('means'),
      'after T samples': reached('squares', { count: s.T }),
    },
  },
  'gap-reading': {
    'one path goes on': {
      'regrets of the longer paths': reached('regrets of the longer paths'),
      'gaps of the longer paths': reached('gaps of the longer paths'),
    },
    'all paths go on, step': {
      'what is left': own('one path goes on', 'what is left', {}, { left: sub(s.regrets, s.gaps) }),
    },
    'all steps, step': { 'all paths go on': reached('all paths go on', { before: s.difference }) },
    'from above, step': { 'A-(4)': from('regret-bound', END, 'A-(15)', { regrets: s.regret }, { bound }) },
    'the expectations': {
      'all steps': reached('all steps', { difference: sub(s.regrets, s.gaps) }),
      'from above': reached('from above'),
      'from below': reached('from below'),
    },
  },
  'fixed-rate-floor': { 'the average': { 'after T steps': reached('', { count: s.T }) } },
  'unbounded-regret': {
    'back, base': { there: reached('there', { root: s.half }) },
    'after 2n steps': { 'after 2n steps': reached('back') },
  },
  tangent: {
    'A-(9)': {
      'the piece at φ': reached('pieces', { largest: s.at_phi, chosen: add(s.offset, dot(vector('slope'), phi)) }),
    },
  },
  'root-sum': {
    'strictly from t = 2 on': { invariant: reached('') },
    'the last step': { invariant: reached('') },
  },
  'root-sum-below': { 'strictly from T = 1 on': { invariant: reached('') } },
  'harmonic-log': { 'strictly, from T = 2 on': { 'from above': reached('from above') } },
  'tight-orthogonal': {
    'the bound is attained': {
      'the regret': reached('regrets', { total: s.regrets, count: s.T }),
      'the diameter': reached('the squared diameter', { total: s.D2, count: s.T }),
    },
  },
  'tight-line': {
    'pairs and march': {
      pairs: reached('pairs', { count: half(mul(s.k, sub(s.k, one))) }),
      'the place after k steps': reached('the place', { count: s.k, position: s.end, length: mul(s.k, s.s) }),
      march: reached('march', { length: mul(s.k, s.s), position: s.end, regrets: s.marched }),
    },
    'the bound is attained': {
      'the regret': own('pairs and march', 'the regret', {}, { T: square(s.k), regrets: add(s.regrets, s.marched) }),
      'the diameter': own('pairs and march', 'the diameter', {}, { T: square(s.k), D2: square(mul(s.k, s.s)) }),
    },
  },
  'minimax-attained': {
    'Σ g, step': { 'at a right angle to Σ g': reached('axes ahead', { later: g }) },
    '‖θ‖², step': { 'the norm so far': reached('‖θ‖²'), 'steps are left': STEPS_LEFT },
    'θ · Σ g, step': {
      'at a right angle to Σ g': reached('axes ahead', { later: g }),
      'the norm so far': reached('‖θ‖²'),
      'steps are left': STEPS_LEFT,
    },
    'points and axes ahead, step': {
      'at a right angle to Σ g': reached('axes ahead', { later: g }),
      'at a right angle to the point': reached('points and axes ahead', { later: g }),
      'the norm so far': reached('‖θ‖²'),
      'steps are left': STEPS_LEFT,
    },
    'the regret': {
      'after T steps': reached('Σ g', { count: s.T }),
      losses: reached('losses'),
      'θ · Σ g': reached('θ · Σ g', { count: s.T }),
    },
  },
  'minimax-line': {
    'no losses, step': { 'the sequences go on': reached('the sequences go on', { before: s.total }) },
    'the expected regret': {
      'no losses': reached('no losses', { total: scalar('lost') }),
      'the best points': reached('the best points of opposite sequences', { pairs: mul(of(2), scalar('gains')) }),
    },
    'the walk, step': {
      'the middles': own(
        'the middles of the even rows',
        'row 2m + 2',
        {},
        { next: add(scalar('inner'), scalar('outer')) },
      ),
    },
  },
  'jung-simplex': { 'a corner': { 'n − 1 zeros': reached('the zeros of a corner', { count: sub(scalar('n'), one) }) } },
  'minimax-axes': {
    'Σ g, step': { 'at a right angle to Σ g': reached('axes ahead', { later: g }) },
    'the regret': { 'after T steps': reached('Σ g', { count: s.T }), 'no gain': reached('no gain') },
  },
  'minimax-plane': {
    'the regret': { 'after T steps': reached('Σ g', { count: s.T }), 'no gain': reached('no gain') },
  },
  'best-iterate-tight': {
    'the loss of the best iterate': { 'after T steps': reached('‖θ‖²', { left: zero, theta: vector('end') }) },
  },
};
