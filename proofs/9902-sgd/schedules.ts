import { formalSpace, scalar, standIns } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, below, nonnegative, positive, same, zero } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved, type Statement } from '../theorem/theorem.ts';
import { type BoundTexts, boundTexts, readBounds, rootT, T } from './bound-texts.ts';
import { withModels } from './models.ts';
import { rootShareParts } from './root-sum.ts';

const { add, div, mul, of, square, sub } = formalSpace;
const { number } = standIns;
const [D, G, alpha] = [scalar('D'), scalar('G'), scalar('alpha')];

const statement = (
  parts: Pick<Statement, 'id' | 'laws' | 'states'> & Partial<Statement>,
  equations: readonly number[],
): Statement => ({ scope: 'all T', cites: [{ article: '9902', equations }], ...parts });
const part = (name: string, argue: Part['argue']): Part => ({ name, instances: [], argue });

const [last, rates, count] = [scalar('last'), scalar('rates'), scalar('count')];

/** RHS(4) − DG/√T, as the texts have them. */
function missing(texts: BoundTexts) {
  const { regretBound, horizonBound } = readBounds(texts);
  return sub(regretBound(square(D), square(G), { last, sum: rates }), horizonBound(D, G));
}

/** Every nonincreasing schedule: its rates add up to at least T times the last, and then A-(5). */
export const constantIsBestTheorem = (texts: BoundTexts = boundTexts) =>
  proved(
    statement(
      {
        id: 'constant-is-best',
        laws: ['sgd.constant-is-best'],
        states: String.raw`\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t\ge\frac{DG}{\sqrt T},\ \text{with}=\text{iff}\ \eta_t\equiv\frac D{G\sqrt T}`,
      },
      [4, 5],
    ),
    withModels('constant-is-best', [
      ...induction({
        invariant: (_, state) => atMost('invariant', mul(state.count, state.last), state.rates),
        before: () => ({ count, last, rates }),
        base: {
          first: () => ({
            state: { count: of(1), last: scalar('eta'), rates: scalar('eta') },
            assumes: [],
          }),
        },
        step: {
          next: (_, before) => {
            const eta = scalar('eta');
            return {
              state: { count: add(before.count, of(1)), last: eta, rates: add(before.rates, eta) },
              assumes: [
                nonnegative('steps', before.count),
                atMost('rates do not increase', eta, before.last, 'nonincreasing-rates'),
              ],
            };
          },
        },
      }),
      ...[true, false].map((fell) =>
        part(fell ? 'a fall that was stays' : 'a new fall', () => {
          const eta = scalar('eta');
          const spare = sub(rates, mul(count, last));
          return {
            assumes: [
              positive('steps', count),
              fell ? positive('invariant', spare) : nonnegative('invariant', spare),
              fell
                ? atMost('rates do not increase', eta, last, 'nonincreasing-rates')
                : below('the rate falls', eta, last),
            ],
            steps: [{ goal: positive('spare', sub(add(rates, eta), mul(add(count, of(1)), eta))) }],
          };
        }),
      ),
      ...(['every schedule', 'another last rate', 'some larger rate'] as const).map((name) =>
        part(name, () => {
          const away = sub(D, mul(mul(G, last), rootT));
          const spare = sub(rates, mul(T, last));
          const gap = missing(texts);
          const strict = name !== 'every schedule';
          return {
            assumes: [
              positive('last rate', last, 'positive-rates'),
              positive('root of T', rootT),
              name === 'some larger rate'
                ? positive('spare', spare)
                : nonnegative('spare', spare, 'nonincreasing-rates'),
              ...(name === 'some larger rate' ? [positive('gradient', square(G), 'not-both-zero')] : []),
              ...(name === 'another last rate' ? [positive('away', square(away))] : []),
            ],
            steps: [sought((strict ? positive : nonnegative)('above', gap), { squares: [away, G] })],
          };
        }),
      ),
      part('at the best rate', () => ({
        assumes: [
          positive('last rate', last, 'positive-rates'),
          positive('root of T', rootT),
          same('all rates are the last', rates, mul(T, last)),
          same('the best rate', D, mul(mul(G, last), rootT)),
        ],
        steps: [{ goal: zero('no more than DG/√T', missing(texts)) }],
      })),
    ]),
    'induction',
  );

/** With H = Σ 1/√t, no α brings A-(4) for α/√t below √(H/√T) times DG/√T. */
export const bestAlphaTheorem = (texts: BoundTexts = boundTexts) =>
  proved(
    statement(
      {
        id: 'best-alpha',
        laws: ['sgd.best-alpha'],
        states: String.raw`\mathrm{RHS}(4)^2-\frac{D^2G^2}T\cdot\frac H{\sqrt T}=\Big(\frac{D^2}{2\alpha\sqrt T}-\frac{G^2\alpha H}{2T}\Big)^2,\quad1\le\frac H{\sqrt T}<2`,
        restsOn: ['root-sum'],
      },
      [4, 7],
    ),
    withModels('best-alpha', [
      part('the square', () => {
        const H = scalar('H');
        const read = readBounds(texts);
        const rate = read.decayRate(number('alpha'));
        const bound = read.regretBound(square(D), square(G), { last: rate, sum: mul(alpha, H) });
        const [first, second] = [
          div(square(D), mul(mul(of(2), alpha), rootT)),
          div(mul(mul(square(G), alpha), H), mul(of(2), T)),
        ];
        return {
          assumes: [positive('alpha', alpha), positive('root of T', rootT)],
          steps: [
            { goal: same('the rate is α/√T', rate, div(alpha, rootT)) },
            {
              goal: same(
                'square',
                sub(square(bound), mul(div(square(mul(D, G)), T), div(H, rootT))),
                square(sub(first, second)),
              ),
            },
          ],
        };
      }),
      ...rootShareParts(texts),
    ]),
    'induction',
  );
