import { DEFAULT_ULPS } from '../../../src/law/accuracy.ts';
import { type Numbers, plainNumbers } from '../../../src/law/plain-numbers.ts';
import { logSoftmax, softmax } from '../../../src/policy/softmax.ts';
import { type Algebra, Undecided, type Vector } from '../../../src/scalar/algebra.ts';
import { float64 } from '../../../src/scalar/float64.ts';

/** The softmax of an implementation, and its logarithm. */
export interface SoftmaxParts {
  /** softmax(z/τ). */
  softmax<S>(F: Algebra<S>, logits: Vector<S>, temperature: S): Vector<S>;
  /** log softmax(z/τ). */
  logSoftmax<S>(F: Algebra<S>, logits: Vector<S>, temperature: S): Vector<S>;
}

/** A function of logits and a temperature in plain numbers, as users write it. */
export type PlainSoftmax = (logits: readonly number[], temperature: number) => Numbers;

type Exactly = SoftmaxParts['softmax'];

const ULP = 2 ** -52;
const SMALLEST_NORMAL = 2 ** -1022;

/** How far an answer may be from the exact one, given the exponent (z_y − max z)/τ of its class. */
type Allowance = (answer: number, exponent: number) => number;

/** 64 units in the last place of a probability and of its exponent, whose rounding exp turns into a relative error. */
const ofProbability: Allowance = (p, exponent) =>
  SMALLEST_NORMAL + (p === 0 ? 0 : DEFAULT_ULPS * ULP * (1 + Math.abs(exponent)) * Math.abs(p));

/** 64 units in the last place of the logarithm, or of 1 where it is less. */
const ofLogarithm: Allowance = (logarithm) => DEFAULT_ULPS * ULP * (1 + Math.abs(logarithm));

/** A function of plain numbers in any arithmetic: each answer is known up to its allowance. */
const widened =
  (name: string, compute: PlainSoftmax, allowance: Allowance): Exactly =>
  (F, logits, temperature) => {
    const input = logits.map(F.approximate);
    const tau = F.approximate(temperature);
    const isExact = logits.every((z, y) => F.sign(F.sub(z, F.of(input[y]!))) === 0);
    if (!isExact || F.sign(F.sub(temperature, F.of(tau))) !== 0) {
      throw new Undecided('Logits or temperature are not known to be doubles.');
    }
    const output = plainNumbers(name, input.length, compute([...input], tau));
    const top = Math.max(...input);
    return output.map((value, y) => {
      const radius = allowance(value, (input[y]! - top) / tau);
      return F.between(value - radius, value + radius);
    });
  };

/** A softmax in doubles, widened by its declared accuracy. */
export const softmaxInDoubles = (compute: PlainSoftmax): Exactly => widened('softmax', compute, ofProbability);

/** A log-softmax in doubles, widened by its declared accuracy. */
export const logSoftmaxInDoubles = (compute: PlainSoftmax): Exactly => widened('log-softmax', compute, ofLogarithm);

/** The reference implementation. */
export const exactSoftmax: SoftmaxParts = { softmax, logSoftmax };

/** The reference implementation as users run it. */
export const softmaxAsRun: SoftmaxParts = {
  softmax: softmaxInDoubles((logits, temperature) => softmax(float64, logits, temperature)),
  logSoftmax: logSoftmaxInDoubles((logits, temperature) => logSoftmax(float64, logits, temperature)),
};
