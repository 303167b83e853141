import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import { induction } from '../kernel/induction.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, positive, same } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';
import {
  type DescentTexts,
  descends,
  descentTexts,
  positiveRate,
  projected,
  readStep,
  tangent,
} from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, mul, of, sub, zero } = formalSpace;

/** A-(13): the sum of A-(12) over all steps. */
export const sumTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'sum',
      laws: ['sgd.sum'],
      cites: [{ article: '9902', equations: [13] }],
      states: String.raw`\sum_tL_t(\theta_t)-\sum_tL_t(c)\le\sum_t\frac{a_t-a_{t+1}}{2\eta_t}+\sum_t\frac{\eta_t\|g_t\|^2}2`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    withModels('sum', [
      ...runParts(texts),
      ...induction({
        invariant: (_, { regrets, right }): Fact => atMost('invariant', regrets, right),
        before: () => ({ regrets: scalar('regrets'), right: scalar('right'), theta: vector('theta') }),
        base: {
          first: () => ({
            state: { regrets: zero, right: zero, theta: vector('start') },
            assumes: [],
          }),
        },
        step: {
          next: (reader: Reader, { regrets, right, theta }) => {
            const step = readStep(texts, reader, theta);
            const { before, after, eta, squaredGradient } = step;
            const bound = add(div(sub(before, after), mul(of(2), eta)), div(mul(eta, squaredGradient), of(2)));
            return {
              state: { regrets: add(regrets, step.regret), right: add(right, bound), theta: step.next },
              assumes: [positiveRate(step), projected(step), tangent(step)],
              steps: [descends(step)],
            };
          },
        },
      }),
    ]),
    'induction',
  );

const half = (a: Parameters<typeof div>[0], rate: Parameters<typeof div>[0]) => div(a, mul(of(2), rate));
const [a1, eta1, D2] = [scalar('a_1'), scalar('eta_1'), scalar('D2')];
const [a, next, last, eta] = [scalar('a'), scalar('a_next'), scalar('last'), scalar('eta')];

/** A-(14), line 1, for all T: one more term on either side is the same term. */
export const abelAllTheorem = proved(
  {
    id: 'abel',
    laws: ['sgd.abel', 'sgd.abel-any'],
    cites: [{ article: '9902', equations: [14] }],
    states: String.raw`\sum_{t=1}^T\frac{a_t-a_{t+1}}{2\eta_t}=\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)a_t`,
    scope: 'all T',
  },
  withModels(
    'abel',
    induction({
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
            inner: add(inner, mul(sub(half(of(1), eta), half(of(1), last)), a)),
            last: eta,
            a: next,
          },
          assumes: [],
        }),
      },
    }),
  ),
  'induction',
);

/** A-(14), line 3, for all T. */
export const abelCloseAllTheorem = proved(
  {
    id: 'abel-close-all',
    laws: ['sgd.abel-close'],
    cites: [{ article: '9902', equations: [14] }],
    states: String.raw`\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)D^2=\frac{D^2}{2\eta_T}`,
    scope: 'all T',
  },
  withModels(
    'abel-close-all',
    induction({
      invariant: (_, { inner, last }) => same('invariant', add(half(D2, eta1), inner), half(D2, last)),
      before: () => ({ inner: scalar('inner'), last }),
      base: { first: () => ({ state: { inner: zero, last: eta1 }, assumes: [] }) },
      step: {
        next: (_, { inner, last }) => ({
          state: { inner: add(inner, mul(sub(half(of(1), eta), half(of(1), last)), D2)), last: eta },
          assumes: [],
        }),
      },
    }),
  ),
  'induction',
);

/** A-(14), line 2, for all T: with nonincreasing rates a_t ≤ D² may be put in, and −a_{T+1} dropped. */
export const abelBoundTheorem = proved(
  {
    id: 'abel-bound',
    laws: ['sgd.abel-bound'],
    cites: [{ article: '9902', equations: [14] }],
    states: String.raw`\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)a_t\le\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)D^2`,
    scope: 'all T',
  },
  withModels('abel-bound', [
    ...induction({
      invariant: (_, { small, large }) => atMost('invariant', small, large),
      before: () => ({ small: scalar('small'), large: scalar('large'), last }),
      base: { first: () => ({ state: { small: zero, large: zero, last: eta1 }, assumes: [] }) },
      step: {
        next: (_, { small, large, last }) => {
          const increment = sub(half(of(1), eta), half(of(1), last));
          return {
            state: { small: add(small, mul(increment, a)), large: add(large, mul(increment, D2)), last: eta },
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
