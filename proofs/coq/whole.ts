import { type CoqTheorem, coqTheorems } from './catalog.ts';

/** The laws of which Coq proves all that they say, in its own definitions, each with the theorems that do so together. */
export const coqWhole: Readonly<Record<string, readonly string[]>> = {
  'pg.argmax-inv': ['b1-argmax-invariant'],
  'pg.rearr': ['b3-same-order', 'b3-opposite-order', 'b3-equality'],
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
  'zo.bopt': ['b15-excess'],
};

/** The theorems of {@link coqWhole} about a law; none where Coq does not prove all of it. */
export const coqProofs = (lawId: string): readonly CoqTheorem[] =>
  (coqWhole[lawId] ?? []).map((id) => coqTheorems.find((theorem) => theorem.id === id)!);
