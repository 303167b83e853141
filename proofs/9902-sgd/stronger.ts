import { anyRatesBound } from '../../properties/9902-sgd/stronger.ts';
import { gradientRegretBound } from '../../src/descent/regret.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { LONGEST } from './long-runs.ts';
import { withModels } from './models.ts';
import {
  type DescentTexts,
  descends,
  descentTexts,
  distanceBound,
  positiveRate,
  projected,
  readStep,
  tangent,
  target,
} from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, minus, mul, of, square, squaredNorm, sub, sum, zero } = formalSpace;
const half = (a: RationalFunction) => div(a, of(2));
const start = vector('start');
const atStart = squaredNorm(minus(start, target));

/** The regret weighted by the rates: A-(10) summed as it is. Rates in any order, any distances. */
export const weightedTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'weighted',
      laws: ['sgd.weighted'],
      cites: [{ article: '9902', equations: [10], place: 'summed as it is' }],
      states: String.raw`\sum_t\eta_t\,(L_t(\theta_t)-L_t(c))\le\frac{\|\theta_1-c\|^2}2-\frac{\|\theta_{T+1}-c\|^2}2+\sum_t\frac{\eta_t^2\|g_t\|^2}2`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    withModels('weighted', [
      ...runParts(texts),
      ...induction({
        invariant: (_, { regrets, gradients, theta }): Fact =>
          atMost('invariant', regrets, add(half(sub(atStart, squaredNorm(minus(theta, target)))), gradients)),
        before: () => ({ regrets: scalar('regrets'), gradients: scalar('gradients'), theta: vector('theta') }),
        base: {
          first: () => ({ state: { regrets: zero, gradients: zero, theta: start }, assumes: [] }),
        },
        step: {
          next: (reader: Reader, { regrets, gradients, theta }) => {
            const step = readStep(texts, reader, theta);
            return {
              state: {
                regrets: add(regrets, mul(step.eta, step.regret)),
                gradients: add(gradients, half(mul(square(step.eta), step.squaredGradient))),
                theta: step.next,
              },
              assumes: [positiveRate(step), projected(step), tangent(step)],
              steps: [descends(step)],
            };
          },
        },
      }),
    ]),
    'induction',
  );

/** The text of the bound where all rates are one. It takes lists, and is read for T = 1, 2, 3 and 128. */
const oneRateText = (text: typeof gradientRegretBound, T: number): Part => ({
  name: `the text of the bound, T = ${T}`,
  argue: ({ F }) => {
    const [eta, squared, first] = [scalar('eta'), scalars('squared', T), scalar('first')];
    const rates = squared.map(() => eta);
    const bound = add(div(first, mul(of(2), eta)), mul(half(eta), sum(squared)));
    return {
      assumes: [positive('rate', eta, 'positive-rates')],
      steps: [{ goal: same('the bound', text(F, first, squared, rates), bound) }],
    };
  },
  instances: [
    {
      eta: 2,
      first: 3,
      ...Object.fromEntries(Array.from({ length: T }, (_, t) => [`squared_${t + 1}`, (t + 1) ** 2])),
    },
  ],
});

/** One rate for all steps: the distance of the start is enough, and no set need be bounded. */
export const constantRateTheorem = (texts: DescentTexts = descentTexts, bound = gradientRegretBound) =>
  proved(
    {
      id: 'constant-rate',
      laws: ['sgd.constant-rate-unbounded'],
      cites: [{ article: '9902', equations: [14], place: 'the sum over t ≥ 2 is 0 when the rates are equal' }],
      states: String.raw`\eta_t=\eta:\quad\sum_tL_t(\theta_t)-L_t(c)\le\frac{\|\theta_1-c\|^2}{2\eta}+\frac\eta2\sum_t\|g_t\|^2`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    withModels('constant-rate', [
      ...runParts(texts),
      ...[1, 2, 3, LONGEST].map((T) => oneRateText(bound, T)),
      ...induction({
        invariant: (_, { regrets, gradients, theta }): Fact => constantInvariant(regrets, gradients, theta),
        before: () => ({ regrets: scalar('regrets'), gradients: scalar('gradients'), theta: vector('theta') }),
        base: {
          first: () => ({
            state: { regrets: zero, gradients: zero, theta: start },
            assumes: [positive('rate', scalar('eta'), 'positive-rates')],
          }),
        },
        step: {
          next: (reader: Reader, { regrets, gradients, theta }) => {
            const step = readStep(texts, reader, theta);
            return {
              state: {
                regrets: add(regrets, step.regret),
                gradients: add(gradients, step.squaredGradient),
                theta: step.next,
              },
              assumes: [
                { ...positiveRate(step), standsFor: ['positive-rates', 'constant-rates'] },
                projected(step),
                tangent(step),
              ],
              steps: [descends(step)],
            };
          },
        },
      }),
      {
        name: 'the end',
        instances: [],
        argue: () => {
          const [eta, theta] = [scalar('eta'), vector('theta')];
          const [regrets, gradients] = [scalar('regrets'), scalar('gradients')];
          return {
            assumes: [positive('rate', eta, 'positive-rates'), constantInvariant(regrets, gradients, theta)],
            steps: [
              { goal: atMost('the bound', regrets, add(div(atStart, mul(of(2), eta)), mul(half(eta), gradients))) },
            ],
          };
        },
      },
    ]),
    'induction',
  );

const constantInvariant = (
  regrets: RationalFunction,
  gradients: RationalFunction,
  theta: ReturnType<typeof vector>,
): Fact =>
  atMost(
    'invariant',
    regrets,
    add(
      div(sub(atStart, squaredNorm(minus(theta, target))), mul(of(2), scalar('eta'))),
      mul(half(scalar('eta')), gradients),
    ),
  );

const D2 = scalar('D2');
/** 1, …, most. */
const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, i) => i + 1);

/**
 * The text of that bound. It takes lists, and is read for T = 1 … 3 in every order of the rates, and for T = 128 where two
 * rates take turns.
 */
const anyRatesText = (text: typeof anyRatesBound, T: number, orders: readonly (readonly number[])[]): Part => ({
  name: `the text of the bound, T = ${T}`,
  argue: ({ F }) => {
    const free = scalars('eta', orders[0]!.length);
    const [rates, squared] = [upTo(T).map((t) => free[(t - 1) % free.length]!), scalars('squared', T)];
    const rises = rates.map((rate, t) => {
      const inverse = div(of(1), rate);
      return t === 0 ? inverse : F.max(zero, sub(inverse, div(of(1), rates[t - 1]!)));
    });
    const gradients = sum(rates.map((rate, t) => half(mul(rate, squared[t]!))));
    return {
      assumes: free.map((rate, t) => positive(`rate ${t + 1}`, rate)),
      steps: [{ goal: same('the bound', text(F, D2, squared, rates), add(half(mul(D2, sum(rises))), gradients)) }],
    };
  },
  instances: orders.map((etas) =>
    Object.fromEntries([
      ['D2', 3],
      ...etas.map((eta, t) => [`eta_${t + 1}`, eta]),
      ...upTo(T).map((t) => [`squared_${t}`, t]),
    ]),
  ),
});
const TWO_ORDERS = [
  [1, 2],
  [2, 1],
];
const ORDERS = [
  [[1]],
  TWO_ORDERS,
  [
    [1, 2, 3],
    [3, 2, 1],
    [1, 2, 1],
    [2, 1, 2],
  ],
];

/** For positive rates in any order only the falls of the rates cost anything: each step rises (path 0) or falls (path 1). */
export const anyRatesTheorem = (texts: DescentTexts = descentTexts, bound = anyRatesBound) =>
  proved(
    {
      id: 'any-rates',
      laws: ['sgd.any-rates', 'sgd.adaptive-rates'],
      cites: [{ article: '9902', equations: [14], place: 'without “nonincreasing”' }],
      states: String.raw`\sum_tL_t(\theta_t)-L_t(c)\le\frac{D^2}2\Bigl[\frac1{\eta_1}+\sum_{t\ge2}\max\Bigl(0,\frac1{\eta_t}-\frac1{\eta_{t-1}}\Bigr)\Bigr]+\sum_t\frac{\eta_t\|g_t\|^2}2`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    withModels('any-rates', [
      ...runParts(texts),
      ...ORDERS.map((orders, i) => anyRatesText(bound, i + 1, orders)),
      anyRatesText(bound, LONGEST, TWO_ORDERS),
      ...induction({
        invariant: (_, { regrets, gradients, rises, last, theta }): Fact =>
          atMost(
            'invariant',
            regrets,
            add(sub(half(mul(D2, rises)), half(div(squaredNorm(minus(theta, target)), last))), gradients),
          ),
        before: () => ({
          regrets: scalar('regrets'),
          gradients: scalar('gradients'),
          rises: scalar('rises'),
          last: scalar('last'),
          theta: vector('theta'),
        }),
        base: {
          first: (reader) => {
            const step = readStep(texts, reader, start);
            return {
              state: {
                regrets: step.regret,
                gradients: half(mul(step.eta, step.squaredGradient)),
                rises: div(of(1), step.eta),
                last: step.eta,
                theta: step.next,
              },
              assumes: [positiveRate(step), projected(step), tangent(step), distanceBound(step)],
              steps: [descends(step)],
            };
          },
        },
        step: {
          next: (reader, { regrets, gradients, rises, last, theta }) => {
            const step = readStep(texts, reader, theta);
            const rise = reader.F.max(zero, sub(div(of(1), step.eta), div(of(1), last)));
            return {
              state: {
                regrets: add(regrets, step.regret),
                gradients: add(gradients, half(mul(step.eta, step.squaredGradient))),
                rises: add(rises, rise),
                last: step.eta,
                theta: step.next,
              },
              assumes: [
                positive('last rate', last, 'positive-rates'),
                positiveRate(step),
                projected(step),
                tangent(step),
                distanceBound(step),
              ],
              steps: [descends(step)],
            };
          },
        },
      }),
      {
        name: 'the end',
        instances: [],
        argue: () => {
          const [last, theta, value] = [scalar('last'), vector('theta'), scalar('value')];
          return {
            assumes: [
              positive('last rate', last, 'positive-rates'),
              nonnegative('invariant', sub(value, half(div(squaredNorm(minus(theta, target)), last)))),
            ],
            steps: [{ goal: nonnegative('the bound', value) }],
          };
        },
      },
    ]),
    'induction',
  );
