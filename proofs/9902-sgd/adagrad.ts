import { adagradRate } from '../../properties/9902-sgd/stronger-adagrad.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, scalars } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, square } = formalSpace;
const two = of(2);
/** D², Σ‖g‖² up to t, η_t, Σ η‖g‖², and ‖g_{t+1}‖² with η_{t+1}. */
const [D2, S, eta, gradients] = [scalar('D2'), scalar('S'), scalar('eta'), scalar('gradients')];
const [squared, later] = [scalar('squared'), scalar('later')];

/** η = √(D²/(2 Σ‖g‖²)), without the root. */
const tuned = (name: string, rate: RationalFunction, sum: RationalFunction, ...standsFor: readonly string[]) =>
  same(name, mul(two, mul(square(rate), sum)), D2, ...standsFor);
/** Σ η_t‖g_t‖² ≤ 2 η_T Σ‖g_t‖². */
const shared = (total: RationalFunction, rate: RationalFunction, sum: RationalFunction) =>
  atMost('invariant', total, mul(two, mul(rate, sum)));

/** What the theorem is about. */
export interface AdagradTexts {
  readonly adagradRate: typeof adagradRate;
}

/** The text of the rate, which adds up a list of squared gradients. */
const rateText = (texts: AdagradTexts, t: number): Part => ({
  name: `the text of the rate, t = ${t}`,
  argue: ({ coordinates: F }) => {
    const list = scalars('squared', t);
    const sum = F.sum(list);
    const rate = texts.adagradRate(F, D2, list);
    return {
      assumes: [positive('squared gradients', sum)],
      steps: [{ goal: nonnegative('the rate is not negative', rate) }, { goal: tuned('2 η² Σ‖g‖² = D²', rate, sum) }],
      concludes: ['the rate is not negative', '2 η² Σ‖g‖² = D²'],
    };
  },
});

const conclusion: Part = {
  name: 'A-(15) at these rates',
  argue: ({ F }) => {
    const regrets = scalar('regrets');
    const bound = F.sqrt(mul(mul(two, D2), S));
    const both = mul(two, mul(eta, S));
    return {
      assumes: [
        positive('rate', eta, 'first-gradient'),
        positive('squared gradients', S),
        tuned('tuned', eta, S, 'bounded-set'),
        shared(gradients, eta, S),
        atMost(
          'A-(15)',
          regrets,
          add(div(D2, mul(two, eta)), div(gradients, two)),
          ...['convex-losses', 'convex-set', 'comparator-inside', 'start-inside'],
        ),
      ],
      steps: [
        { goal: positive('2 η Σ‖g‖²', both) },
        { goal: positive('√(2 D² Σ‖g‖²) + 2 η Σ‖g‖²', add(bound, both)) },
        sought(same('√(2 D² Σ‖g‖²) = 2 η Σ‖g‖²', bound, both), { over: ['√(2 D² Σ‖g‖²) + 2 η Σ‖g‖²'] }),
        sought(atMost('√2 D √(Σ‖g‖²)', regrets, bound), { over: ['rate'] }),
      ],
      concludes: ['√(2 D² Σ‖g‖²) = 2 η Σ‖g‖²', '√2 D √(Σ‖g‖²)'],
    };
  },
};

/** Rates √(D²/(2 Σ‖g‖²)): Σ η_t‖g_t‖² ≤ 2 η_T Σ‖g_t‖², from (η − η')² ≥ 0, and then A-(15). */
export const adagradTheorem = (texts: AdagradTexts = { adagradRate }) =>
  proved(
    {
      id: 'adagrad-norm',
      laws: ['sgd.adagrad-norm'],
      cites: [{ article: '9902', equations: [4], place: 'with rates that need not know G or T' }],
      states: String.raw`\eta_t=\frac D{\sqrt{2\sum_{s\le t}\|g_s\|^2}}:\quad\sum_tL_t(\theta_t)-L_t(c)\le\sqrt2\,D\sqrt{\textstyle\sum_t\|g_t\|^2}`,
      scope: 'all dimensions, all T',
      restsOn: ['regret-bound'],
    },
    withModels('adagrad-norm', [
      ...[1, 2, 3].map((t) => rateText(texts, t)),
      ...induction({
        invariant: (_, state) => shared(state.gradients, state.eta, state.S),
        before: () => ({ gradients, eta, S }),
        base: {
          first: () => ({
            state: { gradients: mul(later, squared), eta: later, S: squared },
            assumes: [positive('rate', later, 'first-gradient'), nonnegative('squared gradient', squared)],
          }),
        },
        step: {
          next: (_, before) => {
            const sum = add(before.S, squared);
            return {
              state: { gradients: add(before.gradients, mul(later, squared)), eta: later, S: sum },
              assumes: [
                positive('rate', later, 'first-gradient'),
                nonnegative('squared gradients', before.S),
                tuned('tuned before', before.eta, before.S),
                tuned('tuned', later, sum),
              ],
            };
          },
        },
      }),
      {
        name: 'the rates do not increase',
        argue: () => ({
          assumes: [
            positive('rate before', eta),
            positive('rate', later),
            positive('squared gradients', S),
            nonnegative('squared gradient', squared),
            tuned('tuned before', eta, S),
            tuned('tuned', later, add(S, squared)),
          ],
          steps: [
            { goal: positive('both rates', add(eta, later)) },
            sought(atMost('rates do not increase', later, eta), { over: ['both rates', 'squared gradients'] }),
          ],
        }),
      },
      conclusion,
    ]),
    'induction',
  );
