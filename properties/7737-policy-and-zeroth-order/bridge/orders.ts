import { z } from 'zod';
import { logisticDensity, smoothedLogistic } from '../../../src/bridge/smoothed-logistic.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { pi, rootOfTwoPi } from '../../../src/scalar/constants.ts';
import { type Exact, ratio } from '../../../src/scalar/exact.ts';
import { plusExact } from '../../../src/scalar/exact-arithmetic.ts';
import { normalDensity } from '../../../src/scalar/normal.ts';
import { atMost, below, equal } from '../../../src/scalar/relation.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

/** A point of the margin, at τ = 1, and two deviations ε‖a‖ of the noise in it: the second is `more` than the first. */
interface MarginPoint {
  readonly margin: Exact;
  readonly deviation: Exact;
  readonly more: Exact;
}

const schema: z.ZodType<MarginPoint> = z.strictObject({
  margin: exactNumber,
  deviation: exactNumber,
  more: exactNumber,
});

const marginPoints = plainData<MarginPoint>({
  schema,
  generate: (draw) => {
    const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
    return { margin: draw.real(style, 8), deviation: draw.integer(2, 32) / 8, more: draw.integer(1, 16) / 8 };
  },
  require: ({ deviation, more }) => {
    positive('deviation', deviation);
    positive('more', more);
  },
});

const aboutOrders = {
  version: 1,
  cites: [{ article: '7737', equations: [17, 22, 23], place: 'the order of the two limits' }],
  section: SECTIONS.finale,
  reference: undefined,
} as const;

/** exp(−x²/(2σ²)), the density of N(0, σ²) over its value at 0. */
const relativeNormal = <S>(F: Algebra<S>, x: S, deviation: S): S =>
  F.exp(F.div(F.square(F.div(x, deviation)), F.of(-2)));

export const orders = law<MarginPoint, undefined>({
  ...aboutOrders,
  id: 'zoR.orders',
  states: String.raw`m=0,\ \sigma=\varepsilon\|a\|:\quad1-\frac{\pi^2\tau^2}{6\sigma^2}\le\frac{(22)}{(17)}\le1,\qquad1-\frac{\sigma^2}{4\tau^2}\le\frac{(22)}{(23)}\le1`,
  says: 'For two classes (17) is close to (22) when τ is far below ε, and (22) to (23) when ε is far below τ: the two steps of the derivation pull in opposite directions. At m = 0 the bounds follow from the inequalities checked here at every point, averaged with E x² = σ² for the normal and π²/3 for the logistic distribution; the first quotient grows with ε, the second falls.',
  expects: 'holds',
  instances: marginPoints,
  hypotheses: [],
  claim: (F, { margin, deviation, more }) => {
    const x = F.of(margin);
    const { one, of, sub, mul, div, square } = F;
    const [narrow, wide] = [of(deviation), of(plusExact(deviation, more))];
    const quadruple = mul(of(4), logisticDensity(F, x));
    const relative = relativeNormal(F, x, narrow);
    return [
      atMost(quadruple, one, '4σ′(x)'),
      atMost(sub(one, div(square(x), of(4))), quadruple, '1 − x²/4'),
      atMost(relative, one, 'exp(−x²/2σ²)'),
      atMost(sub(one, div(square(div(x, narrow)), of(2))), relative, '1 − x²/2σ²'),
      atMost(relative, relativeNormal(F, x, wide), 'the first quotient grows with σ'),
      atMost(logisticDensity(F, mul(wide, x)), logisticDensity(F, mul(narrow, x)), 'the second quotient falls with σ'),
    ];
  },
  cover: { 'beside the center': { atLeast: 0.8, when: ({ margin }) => margin !== 0 } },
  teeth: {
    'one-order': {
      says: 'The second quotient grows with ε, too.',
      claim: (F, { margin, deviation, more }) => {
        const [narrow, wide] = [F.of(deviation), F.of(plusExact(deviation, more))];
        return atMost(logisticDensity(F, F.mul(narrow, F.of(margin))), logisticDensity(F, F.mul(wide, F.of(margin))));
      },
    },
    'half-the-curvature': {
      says: 'σ′ falls half as fast: 4σ′(x) ≥ 1 − x²/8.',
      claim: (F, { margin }) => {
        const x = F.of(margin);
        return atMost(F.sub(F.one, F.div(F.square(x), F.of(8))), F.mul(F.of(4), logisticDensity(F, x)));
      },
    },
  },
});

/** m = 0 with the deviation 4/√(2π), which is not rational: it is given as its multiple of 1/√(2π). */
const crossing: MarginPoint = { margin: 0, deviation: 4, more: 1 };

export const errorsCancel = law<MarginPoint, undefined>({
  ...aboutOrders,
  id: 'zoR.orders-cancel',
  states: String.raw`m=0,\ \sigma=\tfrac{4\tau}{\sqrt{2\pi}},\ \tau=1:\quad(17)=(23)=\tfrac14,\quad0.17148<(22)<0.17149`,
  says: 'Where (17) and (23) agree at m = 0, at σ = 4τ/√(2π), the expression (22) between them is smaller by 31 %: two errors cancel. With zoR.orders one of the two steps is off by at least 31 % at every ε and τ. That the ends are close comes from Φ(x/1.702) ≈ 1/(1 + e⁻ˣ), not from the derivation.',
  expects: 'holds',
  instances: listed(marginPoints, [crossing]),
  hypotheses: [],
  claim: (F, { margin, deviation }) => {
    const { of, div, exp, mul, neg, square } = F;
    const [m, multiple] = [of(margin), of(deviation)];
    const middle = smoothedLogistic(F, m, div(multiple, rootOfTwoPi(F)));
    // exp(−m²/2σ²)/(σ√(2π)) with σ = multiple/√(2π)
    const zerothOrder = div(exp(neg(mul(pi(F), square(div(m, multiple))))), multiple);
    return [
      equal(zerothOrder, of(1 / 4), '(17)'),
      equal(logisticDensity(F, m), of(1 / 4), '(23)'),
      below(of(ratio(17148, 100000)), middle, '(22)'),
      below(middle, of(ratio(17149, 100000)), '(22)'),
    ];
  },
  cover: {},
  teeth: {
    'no-middle': {
      says: '(22) is 1/4, as the ends are, up to a hundredth.',
      claim: (F, { margin, deviation }) =>
        below(F.of(0.24), smoothedLogistic(F, F.of(margin), F.div(F.of(deviation), rootOfTwoPi(F)))),
    },
  },
});

/** (17) and (23) at m = 8 with σ = 1.702, the best scale for the whole line. */
const farOut: MarginPoint = { margin: 8, deviation: ratio(1702, 1000), more: 1 };

const ends = <S>(F: Algebra<S>, { margin, deviation }: MarginPoint): readonly [S, S] => [
  F.div(normalDensity(F, F.div(F.of(margin), F.of(deviation))), F.of(deviation)),
  logisticDensity(F, F.of(margin)),
];

export const tails = law<MarginPoint, undefined>({
  ...aboutOrders,
  id: 'zoR.tails',
  states: String.raw`m=8,\ \sigma=1.702,\ \tau=1:\quad(17)<3.8\cdot10^{-6},\quad(23)>3.3\cdot10^{-4}`,
  says: 'Far from the boundary the two ends part: at m = 8 with σ = 1.702 and τ = 1, (23) is about 90 times (17).',
  expects: 'holds',
  instances: listed(marginPoints, [farOut]),
  hypotheses: [],
  claim: (F, instance) => {
    const [zerothOrder, policy] = ends(F, instance);
    return [
      below(zerothOrder, F.of(ratio(38, 10000000)), '(17)'),
      below(F.of(ratio(33, 100000)), policy, '(23)'),
      below(F.mul(F.of(89), zerothOrder), policy, '89 times (17)'),
    ];
  },
  cover: {},
  teeth: {
    'within-a-factor-two': {
      says: 'The two ends are within a factor 2.',
      claim: (F, instance) => {
        const [zerothOrder, policy] = ends(F, instance);
        return atMost(policy, F.mul(F.of(2), zerothOrder));
      },
    },
  },
});

/** Which limit comes first. */
export const orderLaws: readonly AnyLaw[] = [orders, errorsCancel, tails];
