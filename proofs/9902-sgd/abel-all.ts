import { abelClose, abelSummation } from '../../src/descent/step-identities.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, scalars } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, sub, sum, zero } = formalSpace;

/** The texts of both sides of A-(14), lines 1 and 3. */
export interface AbelTexts {
  readonly abelSummation: typeof abelSummation;
  readonly abelClose: typeof abelClose;
}
export const abelTexts: AbelTexts = { abelSummation, abelClose };

const half = (a: RationalFunction, rate: RationalFunction) => div(a, mul(of(2), rate));
/** 1/(2η_t) − 1/(2η_{t−1}). */
const increment = (rate: RationalFunction, before: RationalFunction) => sub(half(of(1), rate), half(of(1), before));
const [a1, eta1, D2] = [scalar('a_1'), scalar('eta_1'), scalar('D2')];
const [a, next, last, eta] = [scalar('a'), scalar('a_next'), scalar('last'), scalar('eta')];

const LONG = 32;
/** Any T rates; of many, any in the proportions 1 : 1/2 : … : 1/T, lest the common denominator grow. */
const ratesOf = (T: number): readonly RationalFunction[] =>
  T < LONG ? scalars('eta', T) : Array.from({ length: T }, (_, t) => div(eta1, of(t + 1)));

/** What the sums of the inductions are for lists of a and η, against the texts, which take lists. */
const listed = (
  T: number,
  signs: readonly Fact[],
  goals: (lists: {
    readonly a: readonly RationalFunction[];
    readonly etas: readonly RationalFunction[];
    /** Σ (1/(2η_t) − 1/(2η_{t−1})) times these, from t = 2 on. */
    inner(factor: (t: number) => RationalFunction): RationalFunction;
  }) => readonly Fact[],
): Part => ({
  name: `the texts, T = ${T}`,
  argue: () => {
    const [a, etas] = [scalars('a', T + 1), ratesOf(T)];
    const inner = (factor: (t: number) => RationalFunction) =>
      sum(etas.slice(1).map((rate, i) => mul(increment(rate, etas[i]!), factor(i + 1))));
    const stated = goals({ a, etas, inner });
    return {
      assumes: signs,
      steps: stated.map((goal) => ({ goal })),
      concludes: stated.map(({ name }) => name),
    };
  },
  instances: [
    Object.fromEntries([
      ['D2', 3],
      ...Array.from({ length: T + 1 }, (_, t) => [`a_${t + 1}`, t + 2]),
      ...Array.from({ length: T }, (_, t) => [`eta_${t + 1}`, T + 1 - t]),
    ]),
  ],
});
const horizons = [1, 2, 3, LONG];

/** A-(14), line 1, for all T: one more term on either side is the same term. */
export const abelAllTheorem = (texts: AbelTexts = abelTexts) =>
  proved(
    {
      id: 'abel',
      laws: ['sgd.abel', 'sgd.abel-any'],
      cites: [{ article: '9902', equations: [14] }],
      states: String.raw`\sum_{t=1}^T\frac{a_t-a_{t+1}}{2\eta_t}=\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)a_t`,
      scope: 'all T',
    },
    withModels('abel', [
      ...horizons.map((T) =>
        listed(T, [], ({ a, etas, inner }) => {
          const { left, right } = texts.abelSummation(formalSpace, a, etas);
          const ends = sub(half(a[0]!, etas[0]!), half(a[T]!, etas[T - 1]!));
          return [
            same('the left side', left, sum(etas.map((rate, i) => half(sub(a[i]!, a[i + 1]!), rate)))),
            same(
              'the right side',
              right,
              add(
                ends,
                inner((t) => a[t]!),
              ),
            ),
          ];
        }),
      ),
      ...induction({
        invariant: (_, { left, inner, last, a }) =>
          same('invariant', left, add(sub(half(a1, eta1), half(a, last)), inner)),
        before: () => ({ left: scalar('left'), inner: scalar('inner'), last, a }),
        base: {
          first: () => ({
            state: { left: half(sub(a1, next), eta1), inner: zero, last: eta1, a: next },
            assumes: [],
          }),
        },
        step: {
          next: (_, { left, inner, last, a }) => ({
            state: {
              left: add(left, half(sub(a, next), eta)),
              inner: add(inner, mul(increment(eta, last), a)),
              last: eta,
              a: next,
            },
            assumes: [],
          }),
        },
      }),
    ]),
    'induction',
  );

/** A-(14), line 3, for all T. */
export const abelCloseAllTheorem = (texts: AbelTexts = abelTexts) =>
  proved(
    {
      id: 'abel-close-all',
      laws: ['sgd.abel-close'],
      cites: [{ article: '9902', equations: [14] }],
      states: String.raw`\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)D^2=\frac{D^2}{2\eta_T}`,
      scope: 'all T',
    },
    withModels('abel-close-all', [
      ...horizons.map((T) =>
        listed(T, [], ({ etas, inner }) => {
          const { left, right } = texts.abelClose(formalSpace, D2, etas);
          return [
            same(
              'the left side',
              left,
              add(
                half(D2, etas[0]!),
                inner(() => D2),
              ),
            ),
            same('the right side', right, half(D2, etas[T - 1]!)),
          ];
        }),
      ),
      ...induction({
        invariant: (_, { inner, last }) => same('invariant', add(half(D2, eta1), inner), half(D2, last)),
        before: () => ({ inner: scalar('inner'), last }),
        base: { first: () => ({ state: { inner: zero, last: eta1 }, assumes: [] }) },
        step: {
          next: (_, { inner, last }) => ({
            state: { inner: add(inner, mul(increment(eta, last), D2)), last: eta },
            assumes: [],
          }),
        },
      }),
    ]),
    'induction',
  );

/** A-(14), line 2, for all T: with nonincreasing rates a_t ≤ D² may be put in, and −a_{T+1} dropped. */
export const abelBoundTheorem = (texts: AbelTexts = abelTexts) =>
  proved(
    {
      id: 'abel-bound',
      laws: ['sgd.abel-bound'],
      cites: [{ article: '9902', equations: [14] }],
      states: String.raw`\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)a_t\le\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)D^2`,
      scope: 'all T',
    },
    withModels('abel-bound', [
      ...horizons.map((T) =>
        listed(
          T,
          ratesOf(T).map((rate, i) => positive(`rate ${i + 1}`, rate, 'positive-rates')),
          ({ a, etas, inner }) => {
            const ends = sub(half(a[0]!, etas[0]!), half(a[T]!, etas[T - 1]!));
            return [
              same(
                'the left side',
                texts.abelSummation(formalSpace, a, etas).right,
                add(
                  ends,
                  inner((t) => a[t]!),
                ),
              ),
              same(
                'the right side',
                texts.abelClose(formalSpace, D2, etas).left,
                add(
                  half(D2, etas[0]!),
                  inner(() => D2),
                ),
              ),
            ];
          },
        ),
      ),
      ...induction({
        invariant: (_, { small, large }) => atMost('invariant', small, large),
        before: () => ({ small: scalar('small'), large: scalar('large'), last }),
        base: { first: () => ({ state: { small: zero, large: zero, last: eta1 }, assumes: [] }) },
        step: {
          next: (_, { small, large, last }) => {
            const rise = increment(eta, last);
            return {
              state: { small: add(small, mul(rise, a)), large: add(large, mul(rise, D2)), last: eta },
              assumes: [
                positive('rate', eta, 'positive-rates'),
                atMost('rates do not increase', eta, last, 'nonincreasing-rates'),
                atMost('distance', a, D2, 'distance-bound'),
              ],
              steps: [{ goal: positive('last rate', last) }],
            };
          },
        },
      }),
      {
        name: 'the ends',
        instances: [],
        argue: () => {
          const [small, large] = [scalar('small'), scalar('large')];
          return {
            assumes: [
              positive('first rate', eta1, 'positive-rates'),
              positive('last rate', last, 'positive-rates'),
              atMost('distance', a1, D2, 'distance-bound'),
              atMost('last distance', zero, next, 'last-distance-nonnegative'),
              atMost('invariant', small, large),
            ],
            steps: [
              {
                goal: atMost(
                  'A-(14), line 2',
                  add(sub(half(a1, eta1), half(next, last)), small),
                  add(half(D2, eta1), large),
                ),
              },
            ],
          };
        },
      },
    ]),
    'induction',
  );
