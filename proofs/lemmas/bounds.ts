import { formalSpace, vector } from '../kernel/symbolic.ts';
import {
  afterSteps,
  type ByTheorem,
  bound,
  c,
  decayed,
  END,
  first,
  from,
  half,
  own,
  reached,
  rootSum,
  s,
  start,
  step,
  theta,
} from './sources.ts';

const { add, div, minus, mul, one, scale, square, squaredNorm, sub, zero } = formalSpace;

/** Where hypotheses of the theorems about the bounds on the regret have been proved. */
export const boundLemmas: ByTheorem = {
  'horizon-rate': {
    'A-(6)': {
      'constant rate': from(
        'constant-rate',
        'the end',
        'the bound',
        { eta: div(s.D, mul(s.G, s.rootT)) },
        { start: squaredNorm(minus(start, c)) },
      ),
    },
  },
  zinkevich: { Zinkevich: { 'A-(4)': decayed, 'A-(7)': rootSum(s.rootT) } },
  'decaying-rate': {
    'A-(8), G > 0': { 'A-(4)': decayed, 'A-(7)': rootSum(s.rootT) },
    'A-(8), G = 0': {
      'no regret without gradients': from('trivial-bound', 'step', 'invariant', { G: zero }),
    },
  },
  hazan: { 'the bound': { 'A-(7)': rootSum(s.rootT) } },
  'constant-is-best': {
    'a new fall': { invariant: reached('') },
    'every schedule': { spare: reached('', { count: square(s.rootT) }) },
    'another last rate': { spare: reached('', { count: square(s.rootT) }) },
    'some larger rate': { spare: own('a new fall', 'spare', { count: square(s.rootT), eta: s.last }) },
  },
  'best-alpha': {
    'share more than 1 from T = 2 on': { invariant: reached('share at least 1') },
    'share less than 2': { invariant: rootSum(s.root) },
    'share grows': { invariant: rootSum(s.root) },
  },
  'solved-step': { 'A-(11)': { 'A-(18)': step() } },
  'one-step': { 'A-(12)': { 'A-(18)': step() } },
  sum: { step: { 'A-(18)': step() } },
  'abel-bound': { 'the ends': { invariant: reached('') } },
  'regret-bound': { base: { 'A-(18)': step(start) }, step: { 'A-(18)': step() }, ...afterSteps },
  posthoc: afterSteps,
  'any-subgradient': {
    'A-(15)': { 'A-(15), the middle': from('regret-bound', END, 'A-(15), the middle') },
  },
  'averaged-iterate': {
    'at the mean': {
      invariant: reached('', { count: s.T }),
      'A-(4)': from('regret-bound', END, 'A-(4)', { regrets: sub(s.sum, mul(s.T, s.loss_c)) }, { bound }),
    },
  },
  'best-step': {
    'the bound': {
      invariant: reached('', { count: s.T }),
      'A-(4)': from('regret-bound', END, 'A-(4)', { regrets: s.total }, { bound }),
    },
  },
  weighted: { step: { 'A-(18)': step() } },
  'constant-rate': { step: { 'A-(18)': step() }, 'the end': { invariant: reached('') } },
  'any-rates': {
    base: { 'A-(18)': step(start) },
    step: { 'A-(18)': step() },
    'the end': {
      invariant: reached('', {}, { value: sub(add(half(mul(s.D2, s.rises)), s.gradients), s.regrets) }),
    },
  },
  'trivial-bound': {
    step: { 'one step': own('D, G > 0', 'one step') },
    'the average': { invariant: reached('', { played: s.T }) },
  },
  'strongly-convex': {
    step: { 'A-(18)': step(theta, div(one, mul(s.sigma, add(s.count, one)))) },
    'the end': { 'harmonic invariant': reached('harmonic') },
  },
  'adagrad-norm': {
    'A-(15) at these rates': {
      'A-(15)': from('regret-bound', END, 'A-(15), the middle', { last: s.eta, gradients: half(s.gradients) }),
      invariant: reached(''),
    },
  },
  'strict-diameter': {
    'the steps before the last two': {
      invariant: {
        ...from('regret-bound', 'step', 'invariant', { regrets: s.before, theta: first }),
        plus: from('regret-bound', 'gradients, step', 'invariant'),
      },
    },
    'the last two steps': {
      'A-(15) so far': own('the steps before the last two', 'A-(15) so far'),
      'A-(24)': from('pythagoras', 'both inequalities', 'first inequality', {
        phi: minus(first, scale(s.a, vector('g1'))),
        P: vector('second'),
        theta: c,
      }),
    },
  },
};
