import { ratio } from '../../src/scalar/exact.ts';
import type { Fact } from '../kernel/fact.ts';
import { formalSpace, scalar, standIns } from '../kernel/symbolic.ts';
import { atMost, below, nonnegative, positive, same } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { STEPS } from './any-steps.ts';
import { type BoundTexts, boundTexts, readBounds, rootT, T } from './bound-texts.ts';
import { lawOf, lawOfAnySteps, lawTexts } from './law-texts.ts';
import { withModels } from './models.ts';

const { div, mul, of, sub, zero } = formalSpace;
const { number } = standIns;
const [D, G, alpha] = [scalar('D'), scalar('G'), scalar('alpha')];
const [regrets, total] = [scalar('regrets'), scalar('total')];
const [squaredDistance, squaredGradient] = [scalar('D2'), scalar('G2')];
const sizes = { squaredDistance, squaredGradient, alpha };

/** What the texts say of the rates α/√t: the last of T, A-(4) for them, whose sum is α times `total`, and the bounds. */
function decaying(texts: BoundTexts) {
  const read = readBounds(texts);
  const last = read.decayRate(number('alpha'));
  const bound = read.regretBound(squaredDistance, squaredGradient, { last, sum: mul(alpha, total) });
  return {
    ...read,
    rate: { goal: same('the rate is α/√T', last, div(alpha, rootT)) },
    A4: (...standsFor: string[]): Fact => atMost('A-(4)', regrets, mul(T, bound), ...standsFor),
  };
}
const DECAYED = ['convex-losses', 'convex-set', 'comparator-inside', 'distance-bound', 'bounded-set'];
const rootSum = atMost('A-(7)', total, sub(mul(of(2), rootT), of(1)));
const setting: readonly Fact[] = [positive('alpha', alpha, 'positive-rates'), positive('root of T', rootT)];

/** A-(4) for α/√t with A-(7) put in. */
export const zinkevichTheorem = (texts: BoundTexts = boundTexts) =>
  proved(
    {
      id: 'zinkevich',
      laws: ['sgd.zinkevich'],
      cites: [{ article: '9902', equations: [4, 7] }],
      states: String.raw`\sum_tL_t(\theta_t)-\sum_tL_t(c)\le\frac{D^2\sqrt T}{2\alpha}+\Big(\sqrt T-\frac12\Big)\alpha G^2`,
      scope: 'all dimensions, all T',
      restsOn: ['regret-bound', 'root-sum'],
    },
    withModels('zinkevich', [
      {
        name: 'Zinkevich',
        instances: [],
        argue: () => {
          const { rate, A4, zinkevichBound } = decaying(texts);
          return {
            assumes: [...setting, nonnegative('gradient', squaredGradient, 'gradient-bound'), A4(...DECAYED), rootSum],
            steps: [rate, { goal: atMost('the sum', regrets, zinkevichBound(sizes)) }],
          };
        },
      },
    ]),
  );

/** A-(8) for every T: A-(4) with A-(7) put in, strict because A-(7) loses at least 1. */
export const decayTheorem = (texts: BoundTexts = boundTexts) =>
  proved(
    {
      id: 'decaying-rate',
      laws: ['sgd.case2'],
      cites: [{ article: '9902', equations: [8] }],
      states: String.raw`\eta_t=\frac\alpha{\sqrt t}\ \Rightarrow\ \frac1T\sum_tL_t(\theta_t)-\frac1T\sum_tL_t(c)<\frac{D^2}{2\alpha\sqrt T}+\frac{G^2\alpha}{\sqrt T}`,
      scope: 'all dimensions, all T',
      restsOn: ['regret-bound', 'root-sum', 'trivial-bound'],
    },
    withModels('decaying-rate', [
      {
        name: 'A-(8), G > 0',
        instances: [],
        argue: () => {
          const { rate, A4, decayBound } = decaying(texts);
          return {
            assumes: [
              ...setting,
              positive('gradient', squaredGradient, 'gradient-bound', 'not-both-zero'),
              A4(...DECAYED),
              rootSum,
            ],
            steps: [rate, { goal: below('A-(8)', div(regrets, T), decayBound(sizes)) }],
          };
        },
      },
      {
        name: 'A-(8), G = 0',
        instances: [],
        argue: () => ({
          assumes: [
            ...setting,
            positive('distance', squaredDistance, 'distance-bound', 'not-both-zero'),
            atMost('no regret without gradients', regrets, of(0), 'convex-losses', 'gradient-bound'),
          ],
          steps: [
            { goal: below('A-(8)', div(regrets, T), decaying(texts).decayBound({ ...sizes, squaredGradient: zero })) },
          ],
        }),
      },
    ]),
  );

/** A-(4) for the rates D/(G√t), with A-(7) put in. */
export const hazanTheorem = (texts: BoundTexts = boundTexts) => {
  const squares = [formalSpace.square(D), formalSpace.square(G)] as const;
  const given = [positive('distance', D, 'positive-distance'), positive('gradient', G, 'positive-gradient')];
  return proved(
    {
      id: 'hazan',
      laws: ['sgd.hazan'],
      cites: [{ article: '9902', equations: [4, 7] }],
      states: String.raw`\eta_t=\tfrac D{G\sqrt t}\implies\frac{D^2}{2\eta_T}+\frac{G^2}2\sum_t\eta_t<\tfrac32GD\sqrt T`,
      scope: 'all T',
      restsOn: ['root-sum'],
    },
    withModels('hazan', [
      {
        name: 'the bound',
        instances: [],
        argue: () => {
          const rate = div(D, G);
          const bound = readBounds(texts).regretBound(...squares, { last: div(rate, rootT), sum: mul(rate, total) });
          return {
            assumes: [...given, positive('root of T', rootT), rootSum],
            steps: [{ goal: below('three halves', mul(T, bound), mul(of(1.5), mul(mul(G, D), rootT))) }],
          };
        },
      },
      ...lawTexts('sgd.hazan', [
        {
          name: 'T = 1',
          instance: (free) => ({ horizon: 1, distance: free.number('D'), gradient: free.number('G') }),
          given,
        },
      ]),
    ]),
  );
};

/** What A-(8) loses against Zinkevich’s bound. */
export const zinkevichSharperTheorem = (law = lawOf('sgd.zinkevich-sharper')) =>
  proved(
    {
      id: 'zinkevich-sharper',
      laws: ['sgd.zinkevich-sharper'],
      cites: [{ article: '9902', equations: [7, 8] }],
      states: String.raw`T\,\mathrm{RHS}(8)-\Big(\frac{D^2\sqrt T}{2\alpha}+\Big(\sqrt T-\frac12\Big)\alpha G^2\Big)=\frac{\alpha G^2}2`,
      scope: 'all T',
    },
    [
      lawOfAnySteps(law, {
        instance: {
          squaredDistance: number('D2'),
          squaredGradient: number('G2'),
          rate: number('alpha'),
          horizon: STEPS,
        },
        T,
        roots: [[T, rootT]],
        assumes: setting.map(({ standsFor: _, ...fact }) => fact),
        instances: [{ alpha: 2, rootT: ratio(5, 2), D2: 3, G2: 1 }],
      }),
    ],
  );
