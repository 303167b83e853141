import type { LossForm } from '../../src/descent/losses/loss-form.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalSpace, type FormalVector, formalSpace, vector } from '../kernel/symbolic.ts';
import { atMost } from '../theorem/statements.ts';
import { opaque } from './opaque.ts';

const { dot, minus, sub } = formalSpace;
/** Two points: where the tangent is taken, and where it is looked at. */
export const [theta, phi] = [vector('theta'), vector('phi')] as const;

/** The symbols of a reader, where one decision about two numbers serves every later one about them. */
export const decidedOnce = (F: FormalSpace): FormalSpace => {
  const { compare, neg, zero } = F;
  return {
    ...F,
    max: (a, b) => (compare(a, b) >= 0 ? a : b),
    min: (a, b) => (compare(a, b) >= 0 ? b : a),
    abs: (a) => (compare(a, zero) >= 0 ? a : neg(a)),
  };
};

/** The texts of a loss, which touches vectors only through the algebra it is given, read over formal vectors. */
export function readLoss<Data>(form: LossForm<Data>, F: FormalSpace, loss: Data) {
  const algebra = F as unknown as Algebra<RationalFunction>;
  return {
    value: (at: FormalVector): RationalFunction => form.value(algebra, loss, opaque(at)),
    subgradient: (at: FormalVector) => form.subgradient(algebra, loss, opaque(at)) as unknown as FormalVector,
  };
}

/** A-(9) from θ to φ, with the text's subgradient at θ. The decisions at θ come before those at φ. */
export function tangent<Data>(form: LossForm<Data>, F: FormalSpace, loss: Data): Fact {
  const { value, subgradient } = readLoss(form, F, loss);
  const slope = subgradient(theta);
  const atTheta = value(theta);
  return atMost('A-(9)', dot(minus(phi, theta), slope), sub(value(phi), atTheta));
}
