import { z } from 'zod';
import { winningProbability } from '../../../src/bridge/probit.ts';
import { argmaxEdge } from '../../../src/bridge/probit-edges.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, ratio } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { below, type Relation } from '../../../src/scalar/relation.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { plainData } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

/** A table of logits, ε, and a step h of the second logit. */
interface LogitStep {
  readonly logits: ExactVector;
  readonly smoothing: Exact;
  readonly step: Exact;
}

const drawn = plainData<LogitStep>({
  schema: z.strictObject({ logits: exactVector, smoothing: exactNumber, step: exactNumber }),
  generate: (draw) => ({
    logits: draw.list(draw.chance(0.3) ? 3 : 2, () => draw.integer(-16, 16) / 8),
    smoothing: draw.integer(2, 16) / 8,
    step: 2 ** -draw.integer(2, 14),
  }),
  require: ({ logits, smoothing, step }) => {
    if (logits.length < 2) throw new RangeError(`There are ${logits.length} logits; give at least two classes.`);
    positive('smoothing', smoothing);
    positive('step', step);
  },
});

const logitSteps: Instances<LogitStep> = {
  ...drawn,
  *simplify(instance) {
    const { logits } = instance;
    for (let y = 0; y < logits.length && logits.length > 2; y++) yield { ...instance, logits: withoutEntry(logits, y) };
    yield* drawn.simplify(instance);
  },
};

/**
 * π_1(z + h e_2) − π_1(z) against −h w, within h²/(4ε²). That bounds the Taylor remainder: the second derivative of
 * π_1 = E 1[class 1 wins at z + εu] is E[1 · (u_2² − 1)]/ε², at most E max(0, u_2² − 1)/ε² = 2φ(1)/ε² < 1/(2ε²).
 */
function slopeIs<S>(F: Algebra<S>, instance: LogitStep, edge: (logits: Vector<S>, smoothing: S) => S): Relation<S> {
  const { add, div, mul, neg, of, square, sub } = F;
  const [logits, smoothing, h] = [F.vector(instance.logits), of(instance.smoothing), of(instance.step)];
  const moved = logits.map((logit, k) => (k === 1 ? add(logit, h) : logit));
  const change = sub(winningProbability(F, moved, smoothing, 0), winningProbability(F, logits, smoothing, 0));
  const off = add(change, mul(h, edge(logits, smoothing)));
  const remainder = div(square(div(h, smoothing)), of(4));
  return [below(off, remainder, 'above'), below(neg(remainder), off, 'below')];
}

export const edgeSlope = law<LogitStep, undefined>({
  id: 'zoR.edge-slope',
  version: 1,
  cites: [{ article: '7737', equations: [17], place: 'for a table of logits' }],
  section: SECTIONS.finale,
  states: String.raw`\pi_i(z)=P(\operatorname{argmax}(z+\varepsilon u)=i):\quad\frac{\partial\pi_i}{\partial z_j}=-w_{ij}\ (i\ne j),\quad\text{so}\quad\tilde\nabla_z\mathcal R=\nabla_z\sum_y\pi_yr_y=L_wr`,
  says: 'The weight of a pair is the rate at which one class takes the argmax from the other: raising logit j by h lowers the winning probability of class i by h w up to h²/(4ε²), which bounds the rest of the Taylor expansion. So for Gaussian directions the zeroth-order gradient of a table of logits is the Laplacian of these weights. (Checked with two and three classes and steps down to 2⁻¹⁴.)',
  expects: 'holds',
  instances: logitSteps,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => slopeIs(F, instance, (logits, smoothing) => argmaxEdge(F, logits, smoothing, 0, 1)),
  cover: {
    'three classes': { atLeast: 0.15, when: ({ logits }) => logits.length === 3 },
    'a step below 1/1000': { atLeast: 0.2, when: ({ step }) => atMostExact(step, ratio(1, 1000)) },
  },
  // With three classes a winning probability is an integral, a tenth of a second in decimal intervals.
  atMostRuns: 100,
  secondOpinions: 5,
  teeth: {
    'not-divided': {
      says: 'The weight is not divided by ε.',
      claim: (F, instance) =>
        slopeIs(F, instance, (logits, smoothing) => F.mul(smoothing, argmaxEdge(F, logits, smoothing, 0, 1))),
    },
    'wrong-sign': {
      says: 'Raising a logit helps the other classes.',
      claim: (F, instance) =>
        slopeIs(F, instance, (logits, smoothing) => F.neg(argmaxEdge(F, logits, smoothing, 0, 1))),
    },
    'smoothing-doubled': {
      says: 'The weight is that of noise twice as wide.',
      claim: (F, instance) =>
        slopeIs(F, instance, (logits, smoothing) => argmaxEdge(F, logits, F.add(smoothing, smoothing), 0, 1)),
    },
  },
});

/** Where the weights of the pairs come from. */
export const edgeSlopeLaws: readonly AnyLaw[] = [edgeSlope];
