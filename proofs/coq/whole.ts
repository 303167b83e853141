import { type CoqTheorem, coqTheorems } from './catalog.ts';

/**
 * The laws of which Coq proves all that they say, in its own definitions, each with the theorems that do so together:
 * first one that is about the law, last what that rests on.
 */
export const coqWhole: Readonly<Record<string, readonly string[]>> = {
  'proj.nonexp-point': ['a19-fejer'],
  'proj.min-segment': ['a20-segment'],
  'proj.square': ['a21-square', 'a20-segment'],
  'proj.divide': ['a22-divided', 'a23-obtuse-angle'],
  'proj.obtuse': ['a23-obtuse-angle'],
  'proj.pyth': ['a24-expansion', 'a24-pythagoras', 'a23-obtuse-angle'],
  'proj.step': ['a18-step'],
  'proj.firm': ['a23-firm', 'a23-obtuse-angle'],
  'proj.lipschitz': ['a19-nonexpansive', 'a23-obtuse-angle'],
  'proj.fixes-set': ['a16-fixes-set'],
  'sgd.expand': ['a10-expand'],
  'sgd.solve': ['a11-solve'],
  'sgd.step': ['a12-step'],
  'sgd.sum': ['a13-sum'],
  'sgd.abel': ['a14-abel'],
  'sgd.abel-close': ['a14-close'],
  'sgd.combine': ['a15-combine', 'a4-regret-bound'],
  'sgd.regret-bound': ['a4-regret-bound'],
  'sgd.final': ['a4-final'],
  'sgd.posthoc': ['a4-posthoc'],
  'sgd.best-step': ['a4-best-step', 'a4-final'],
  'sgd.amgm': ['a5-gap', 'a5-amgm'],
  'sgd.case1': ['a6-constant-rate'],
  'sgd.sum-sqrt': ['a7-sum', 'a7-term'],
  'sgd.case2': ['a8-decaying-rates'],
  'sgd.const-larger': ['a8-at-least-root-two'],
  'sgd.anytime-decrease': ['a8-decreases'],
  'pg.argmax-inv': ['b1-argmax-invariant'],
  'pg.rearr': ['b3-same-order', 'b3-opposite-order', 'b3-equality', 'b3-opposite-equality'],
  'pg.grad': ['b4-logits', 'b4-softmax-gradient'],
  'pg.logtrick': ['b5-log-trick'],
  'pg.shift': ['b2-shift'],
  'pg.score0': ['b5-log-trick'],
  'pg.baseline': ['b6-baseline'],
  'pg.bopt': ['b9-excess', 'b9-optimal', 'b9-between'],
  'pg.bopt-weighted': ['b9-between', 'b9-covariance'],
  'zo.outer': ['b12-outer'],
  'zo.limit': ['b12-limit'],
  'zo.noshift': ['b13-no-shift'],
  'zo.m2': ['b14-variance'],
  'zo.bopt': ['b15-excess', 'b14-variance'],
};

/** The theorems of {@link coqWhole} about a law; none where Coq does not prove all of it. */
export const coqProofs = (lawId: string): readonly CoqTheorem[] =>
  (coqWhole[lawId] ?? []).map((id) => coqTheorems.find((theorem) => theorem.id === id)!);
