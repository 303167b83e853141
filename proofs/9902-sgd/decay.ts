import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { atMost, below, nonnegative, positive, same } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, square, sub } = formalSpace;
const [D, G, alpha, rootT] = [scalar('D'), scalar('G'), scalar('alpha'), scalar('rootT')];
const [regrets, total] = [scalar('regrets'), scalar('total')];
const T = square(rootT);
const half = (a: RationalFunction) => div(a, of(2));
const [D2, G2] = [scalar('D2'), scalar('G2')];
/** A-(4) for the rates α/√t: the last is α/√T, and their sum α times `total`. */
const decayed = (...standsFor: string[]): Fact =>
  atMost('A-(4)', regrets, add(div(mul(D2, rootT), mul(of(2), alpha)), mul(mul(half(G2), alpha), total)), ...standsFor);
const DECAYED = ['convex-losses', 'convex-set', 'comparator-inside', 'distance-bound', 'bounded-set'];
const rootSum = atMost('A-(7)', total, sub(mul(of(2), rootT), of(1)));
/** D²/(2α√T) + G²α/√T. */
const decayBound = add(div(D2, mul(mul(of(2), alpha), rootT)), div(mul(G2, alpha), rootT));
/** D²√T/(2α) + (√T − 1/2)αG². */
const zinkevich = add(div(mul(D2, rootT), mul(of(2), alpha)), mul(sub(rootT, of(0.5)), mul(alpha, G2)));
const setting: readonly Fact[] = [positive('alpha', alpha, 'positive-rates'), positive('root of T', rootT)];

/** A-(4) for α/√t with A-(7) put in. */
export const zinkevichTheorem = proved(
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
      argue: () => ({
        assumes: [
          positive('alpha', alpha, 'positive-rates'),
          nonnegative('gradient', G2, 'gradient-bound'),
          decayed(...DECAYED),
          rootSum,
        ],
        steps: [{ goal: atMost('the sum', regrets, zinkevich) }],
      }),
    },
  ]),
);

/** A-(8) for every T: A-(4) with A-(7) put in, strict because A-(7) loses at least 1. */
export const decayTheorem = proved(
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
      argue: () => ({
        assumes: [
          ...setting,
          positive('gradient', G2, 'gradient-bound', 'not-both-zero'),
          decayed(...DECAYED),
          rootSum,
        ],
        steps: [{ goal: below('A-(8)', div(regrets, T), decayBound) }],
      }),
    },
    {
      name: 'A-(8), G = 0',
      instances: [],
      argue: () => ({
        assumes: [
          ...setting,
          positive('distance', D2, 'distance-bound', 'not-both-zero'),
          atMost('no regret without gradients', regrets, of(0), 'convex-losses', 'gradient-bound'),
        ],
        steps: [{ goal: below('A-(8)', div(regrets, T), div(D2, mul(mul(of(2), alpha), rootT))) }],
      }),
    },
  ]),
);

/** A-(4) for the rates D/(G√t), with A-(7) put in. */
export const hazanTheorem = proved(
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
        return {
          assumes: [
            positive('distance', D, 'positive-distance'),
            positive('gradient', G, 'positive-gradient'),
            positive('root of T', rootT),
            rootSum,
          ],
          steps: [
            {
              goal: below(
                'three halves',
                add(div(mul(square(D), rootT), mul(of(2), rate)), mul(half(square(G)), mul(rate, total))),
                mul(of(1.5), mul(mul(G, D), rootT)),
              ),
            },
          ],
        };
      },
    },
  ]),
);

/** What A-(8) loses against Zinkevich's bound. */
export const zinkevichSharperTheorem = proved(
  {
    id: 'zinkevich-sharper',
    laws: ['sgd.zinkevich-sharper'],
    cites: [{ article: '9902', equations: [7, 8] }],
    states: String.raw`T\,\mathrm{RHS}(8)-\Big(\frac{D^2\sqrt T}{2\alpha}+\Big(\sqrt T-\frac12\Big)\alpha G^2\Big)=\frac{\alpha G^2}2`,
    scope: 'all reals',
  },
  withModels('zinkevich-sharper', [
    {
      name: 'the difference',
      instances: [],
      argue: () => ({
        assumes: setting.map(({ standsFor: _, ...fact }) => fact),
        steps: [{ goal: same('difference', sub(mul(T, decayBound), zinkevich), half(mul(alpha, G2))) }],
      }),
    },
  ]),
);
