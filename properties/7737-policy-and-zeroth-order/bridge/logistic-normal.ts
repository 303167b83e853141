import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, ratio } from '../../../src/scalar/exact.ts';
import { normalDistribution } from '../../../src/scalar/normal.ts';
import { below } from '../../../src/scalar/relation.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

/** A margin between two classes, in units of the temperature. */
interface Margin {
  readonly x: Exact;
}

/** Most of the line, and more often where the two curves are farthest apart, near ±0.973. */
const drawMargin = (draw: Draw): Margin => ({
  x: draw.chance(0.3)
    ? ratio(draw.pick([-1, 1]) * draw.integer(9000, 10500), 10000)
    : ratio(draw.integer(-200000, 200000), 10000),
});

const margins = plainData<Margin>({ schema: z.strictObject({ x: exactNumber }), generate: drawMargin });

/** σ(x) = 1 / (1 + e^(−x)). */
const logistic = <S>(F: Algebra<S>, x: S): S => F.div(F.one, F.add(F.one, F.exp(F.neg(x))));

/** |Φ(x/scale) − σ(x)|. */
const distance = <S>(F: Algebra<S>, { x }: Margin, scale: Exact): S =>
  F.abs(F.sub(normalDistribution(F, F.div(F.of(x), F.of(scale))), logistic(F, F.of(x))));

const SCALE = ratio(1702, 1000);
const BOUND = ratio(95, 10000);
const REACHED = ratio(948, 100000);

const aboutCurves = {
  version: 1,
  section: SECTIONS.finale,
  reference: undefined,
  cites: [{ article: '7737', equations: [23], place: 'why it looks right with two classes' }],
} as const;

export const logisticNormal = law<Margin, undefined>({
  ...aboutCurves,
  id: 'zoR.logistic-normal',
  states: String.raw`\bigl|\Phi(x/1.702)-\sigma(x)\bigr|<0.0095`,
  says: 'What makes (23) look right with two classes: the normal distribution function, widened by 1.702, stays within 0.0095 of the logistic one everywhere. It is a likeness of two curves, not a consequence of the derivation.',
  expects: 'holds',
  instances: margins,
  hypotheses: [],
  claim: (F, margin) => below(distance(F, margin, SCALE), F.of(BOUND), 'distance'),
  cover: {
    'above nine tenths of the bound': { atLeast: 0.2, when: (_margin, share) => share !== undefined && share > 0.9 },
  },
  teeth: {
    'smaller-bound': {
      says: 'The distance is below 0.0094.',
      claim: (F, margin) => below(distance(F, margin, SCALE), F.of(ratio(94, 10000))),
    },
    'same-slope': {
      says: 'The scale is 1.6, about that of equal slopes at 0.',
      claim: (F, margin) => below(distance(F, margin, ratio(16, 10)), F.of(BOUND)),
    },
    'same-variance': {
      says: 'The scale is 1.814, about that of equal variances.',
      claim: (F, margin) => below(distance(F, margin, ratio(1814, 1000)), F.of(BOUND)),
    },
  },
  ladder: ['filter', 'interval'],
});

export const logisticNormalReached = law<Margin, undefined>({
  ...aboutCurves,
  id: 'zoR.logistic-normal-reached',
  states: String.raw`x=\pm0.9727:\quad\bigl|\Phi(x/1.702)-\sigma(x)\bigr|>0.00948`,
  says: 'The normal and the logistic curve are 0.00948 apart at x = ±0.9727, so that the bound 0.0095 cannot be rounded down any further.',
  expects: 'holds',
  instances: listed(margins, [{ x: ratio(9727, 10000) }, { x: ratio(-9727, 10000) }]),
  hypotheses: [],
  claim: (F, margin) => below(F.of(REACHED), distance(F, margin, SCALE), 'distance'),
  cover: {},
  teeth: {
    'scale-of-the-best': {
      says: 'The scale is 1.7.',
      claim: (F, margin) => below(F.of(REACHED), distance(F, margin, ratio(17, 10))),
    },
  },
  ladder: ['filter', 'interval'],
});

/** How alike the normal and the logistic curve are. */
export const logisticNormalLaws: readonly AnyLaw[] = [logisticNormal, logisticNormalReached];
