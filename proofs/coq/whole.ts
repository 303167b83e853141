import { type CoqTheorem, coqTheorems } from './catalog.ts';

/**
 * The laws of which Coq proves all that they say, in its own definitions, each with the theorems that do so together:
 * first one that is about the law, last what that rests on.
 */
export const coqWhole: Readonly<Record<string, readonly string[]>> = {
  'proj.def': ['a16-nearest-exists'],
  'proj.feasible': ['a17-step-feasible', 'a16-nearest-exists'],
  'proj.nonexp-point': ['a19-fejer'],
  'proj.min-segment': ['a20-segment'],
  'proj.square': ['a21-square', 'a21-nonnegative'],
  'proj.divide': ['a22-quotient', 'a23-obtuse-angle'],
  'proj.obtuse': ['a23-obtuse-angle'],
  'proj.pyth': ['a24-expansion', 'a24-pythagoras', 'a23-obtuse-angle'],
  'proj.step': ['a18-step'],
  'proj.firm': ['a23-firm', 'a23-obtuse-angle'],
  'proj.lipschitz': ['a19-nonexpansive', 'a23-obtuse-angle'],
  'proj.fixes-set': ['a16-fixes-set'],
  'sgd.cvx': ['a9-losses', 'a9-logistic', 'a9-tangent'],
  'sgd.expand': ['a10-expand'],
  'sgd.solve': ['a11-solve'],
  'sgd.step': ['a12-step'],
  'sgd.sum': ['a13-sum'],
  'sgd.abel': ['a14-abel'],
  'sgd.abel-close': ['a14-close'],
  'sgd.combine': ['a15-chain', 'a15-combine'],
  'sgd.regret-bound': ['a4-regret-bound'],
  'sgd.final': ['a4-final'],
  'sgd.posthoc': ['a4-posthoc'],
  'sgd.best-step': ['a4-best-step', 'a4-final'],
  'sgd.amgm': ['a5-sign', 'a5-gap'],
  'sgd.case1': ['a6-constant-rate'],
  'sgd.sum-sqrt': ['a7-sum', 'a7-telescoped', 'a7-term'],
  'sgd.case2': ['a8-decaying-rates'],
  'sgd.harmonic-log': ['a7-harmonic', 'a4-strongly-convex-log'],
  'sgd.const-larger': ['a8-price', 'a8-at-least-root-two'],
  'sgd.anytime-decrease': ['a8-decreases'],
  'pg.argmax-inv': ['b1-argmax', 'b1-argmax-invariant'],
  'pg.rearr': ['b3-same-order', 'b3-opposite-order', 'b3-equality', 'b3-opposite-equality'],
  'pg.grad': ['b4-data-set', 'b5-score', 'b2-linear-model'],
  'pg.logtrick': ['b5-score', 'b4-policy-gradient', 'b6-any-baseline', 'b2-linear-model'],
  'pg.shift': ['b2-data-set-shift', 'b4-data-set', 'b5-score'],
  'pg.score0': ['b7-score', 'b5-score', 'b2-softmax-probabilities'],
  'pg.baseline': ['b6-any-baseline', 'b7-score', 'b5-score'],
  'pg.var-m2': [
    'b8-sampled-variance',
    'b8-second-moment',
    'b6-any-baseline',
    'b4-policy-gradient',
    'b7-score',
    'b5-score',
    'b2-softmax-probabilities',
  ],
  'pg.bmean': ['b6-any-baseline', 'b10-mean-reward', 'b5-score'],
  'pg.bopt': ['b9-sampled-excess', 'b9-between', 'b7-score', 'b5-score', 'b2-softmax-probabilities'],
  'pg.bopt-weighted': ['b9-weighted-mean', 'b9-covariance', 'b5-score', 'b2-softmax-probabilities'],
  'zo.outer': ['b12-outer'],
  'zo.limit': ['b12-limit'],
  'zo.noshift': ['b13-no-shift'],
  'zo.m2': ['b14-variance'],
  'zo.bopt': ['b15-excess', 'b14-variance'],
  'zoR.one-hot-angle': ['b23-one-hot-angle', 'b23-one-hot-cosine'],
};

/** The theorems of {@link coqWhole} about a law; none where Coq does not prove all of it. */
export const coqProofs = (lawId: string): readonly CoqTheorem[] =>
  (coqWhole[lawId] ?? []).map((id) => coqTheorems.find((theorem) => theorem.id === id)!);
