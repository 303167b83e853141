import { constantRateGap } from '../../src/descent/step-identities.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { STEPS } from './any-steps.ts';
import { type BoundTexts, boundTexts, readBounds, rootT, T } from './bound-texts.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, square, sub } = formalSpace;
const [D, G, eta] = [scalar('D'), scalar('G'), scalar('eta')];
const [regrets, gradients] = [scalar('regrets'), scalar('gradients')];
const half = (a: RationalFunction) => div(a, of(2));

/** A-(5) with its equality case, from the text of the gap. */
export const bestConstantRateTheorem = (texts = { constantRateGap }) =>
  proved(
    {
      id: 'best-constant-rate',
      laws: ['sgd.amgm'],
      cites: [{ article: '9902', equations: [5] }],
      states: String.raw`\frac{D^2}{2T\eta}+\frac{G^2\eta}2-\frac{DG}{\sqrt T}=\frac{(D-G\eta\sqrt T)^2}{2T\eta}\ge0,\ \text{with}=\text{iff}\ \eta=\frac D{G\sqrt T}`,
      scope: 'all reals',
    },
    withModels(
      'best-constant-rate',
      [false, true].map((other): Part => {
        const away = sub(D, mul(mul(G, eta), rootT));
        return {
          name: other ? 'another rate' : 'every rate',
          instances: [],
          argue: ({ F }) => {
            const { left, right } = texts.constantRateGap(F, { D, G, eta, rootT });
            return {
              assumes: [
                positive('rate', eta, 'positive-rate'),
                positive('root of T', rootT),
                ...(other ? [positive('another rate', square(away))] : []),
              ],
              steps: [
                { goal: same('the gap is a square', left, right) },
                other
                  ? { goal: positive('A-(5), strictly', left) }
                  : sought(nonnegative('A-(5)', left), { squares: [away] }),
              ],
            };
          },
        };
      }),
    ),
  );

/** A-(6): the theorem `constant-rate` with η = D/(G√T). */
export const horizonRateTheorem = (texts: BoundTexts = boundTexts) =>
  proved(
    {
      id: 'horizon-rate',
      laws: ['sgd.case1'],
      cites: [{ article: '9902', equations: [6] }],
      states: String.raw`\eta_t=\frac D{G\sqrt T}\ \Rightarrow\ \frac1T\sum_tL_t(\theta_t)-\frac1T\sum_tL_t(c)\le\frac{DG}{\sqrt T}`,
      scope: 'all dimensions, all T',
      restsOn: ['constant-rate'],
    },
    withModels('horizon-rate', [
      {
        name: 'A-(6)',
        instances: [],
        argue: () => {
          const read = readBounds(texts);
          const rate = read.horizonRate(STEPS);
          const start = scalar('start');
          return {
            assumes: [
              positive('distance', D, 'rate-defined'),
              positive('gradient', G, 'rate-defined'),
              positive('root of T', rootT),
              atMost(
                'constant rate',
                regrets,
                add(div(start, mul(of(2), rate)), mul(half(rate), gradients)),
                ...['horizon-known', 'convex-losses', 'convex-set', 'comparator-inside'],
              ),
              atMost('start', start, square(D), 'start-distance-bound'),
              atMost('gradients', gradients, mul(T, square(G)), 'gradient-bound'),
            ],
            steps: [
              { goal: same('the rate is D/(G√T)', rate, div(D, mul(G, rootT))) },
              { goal: same('the rate is D/(G√T) in step 1', read.horizonRate(1), rate) },
              sought(atMost('A-(6)', div(regrets, T), read.horizonBound(D, G)), {
                over: ['distance', 'gradient', 'root of T', 'root of T', 'root of T'],
                squares: [D, mul(G, rootT)],
              }),
            ],
          };
        },
      },
    ]),
  );
