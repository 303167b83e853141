import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { atMost, below, nonnegative, positive, same, zero } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved, type Statement } from '../theorem/theorem.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, square, sub } = formalSpace;
const [D, G, alpha, rootT, next] = [scalar('D'), scalar('G'), scalar('alpha'), scalar('rootT'), scalar('next')];

/** DG/√T and D²/(2α√T) + G²α/√T, the right sides of A-(6) and A-(8). */
const constantBound = (distance: RationalFunction = D) => div(mul(distance, G), rootT);
const decayBound = (root: RationalFunction = rootT, distance: RationalFunction = D, rate: RationalFunction = alpha) =>
  add(div(square(distance), mul(mul(of(2), rate), root)), div(mul(square(G), rate), root));

const setting: readonly Fact[] = [positive('alpha', alpha, 'positive-rate'), positive('root of T', rootT)];
const statement = (
  parts: Pick<Statement, 'id' | 'laws' | 'states'> & Partial<Statement>,
  equations: readonly number[],
): Statement => ({ scope: 'all reals', cites: [{ article: '9902', equations }], ...parts });

const compared = (given: Statement, parts: readonly Part[]) => proved(given, withModels(given.id, parts));
const part = (name: string, argue: Part['argue']): Part => ({ name, instances: [], argue });

/** Both squared, so that √2 need not be written: the difference is the square of D²/(2α√T) − G²α/√T. */
export const sqrtTwoTheorem = compared(
  statement(
    {
      id: 'sqrt-two',
      laws: ['sgd.const-larger'],
      states: String.raw`\mathrm{RHS}(8)\ge\sqrt2\,\mathrm{RHS}(6),\ \text{with}=\text{iff}\ \alpha=\frac D{\sqrt2\,G}`,
    },
    [6, 8],
  ),
  [false, true].map((other) => {
    const away = sub(square(D), mul(of(2), square(mul(alpha, G))));
    const gap = sub(square(decayBound()), mul(of(2), square(constantBound())));
    return part(other ? 'another α' : 'every α', () => ({
      assumes: [...setting, ...(other ? [positive('another α', square(away))] : [])],
      steps: [
        { goal: nonnegative('not negative', decayBound()) },
        sought((other ? positive : nonnegative)('squares', gap), { squares: [away] }),
      ],
      concludes: ['not negative', 'squares'],
    }));
  }),
);

/** Leaving α untuned costs more than either part of the sum. */
export const untunedTheorem = compared(
  statement(
    {
      id: 'untuned',
      laws: ['sgd.untuned-cost'],
      states: String.raw`\frac{\mathrm{RHS}(8)}{\mathrm{RHS}(6)}>\max\Big(\frac D{2\alpha G},\frac{\alpha G}D\Big)`,
    },
    [8],
  ),
  [
    part('both parts', () => {
      const share = div(decayBound(), constantBound());
      return {
        assumes: [
          ...setting,
          positive('distance', D, 'positive-distance'),
          positive('gradient', G, 'positive-gradient'),
        ],
        steps: [
          { goal: below('the first', div(D, mul(mul(of(2), alpha), G)), share) },
          { goal: below('the second', div(mul(alpha, G), D), share) },
        ],
        concludes: ['the first', 'the second'],
      };
    }),
  ],
);

/** The bound A-(8) decreases from T to T + 1. */
export const decreaseTheorem = compared(
  statement(
    {
      id: 'anytime-decrease',
      laws: ['sgd.anytime-decrease'],
      states: String.raw`\frac{D^2/(2\alpha)+G^2\alpha}{\sqrt{T+1}}<\frac{D^2/(2\alpha)+G^2\alpha}{\sqrt T}`,
    },
    [8],
  ),
  [
    part('next bound', () => {
      const stake = add(square(D), mul(of(2), square(mul(alpha, G))));
      return {
        assumes: [
          ...setting,
          positive('next root', next),
          same('next square', square(next), add(square(rootT), of(1))),
          positive('stake', stake, 'not-both-zero'),
        ],
        steps: [
          { goal: positive('both roots', add(rootT, next)) },
          { goal: below('roots grow', rootT, next) },
          { goal: below('less', decayBound(next), decayBound()) },
        ],
      };
    }),
  ],
);

/** RHS(4) is between the larger of its two parts and twice that. */
export const rhsLimitTheorem = compared(
  statement(
    {
      id: 'rhs-limit',
      laws: ['sgd.rhs-limit'],
      states: String.raw`\max(a,b)\le a+b\le2\max(a,b)\quad(a,b\ge0)`,
    },
    [4],
  ),
  [
    part('two parts', ({ F }) => {
      const [a, b] = [scalar('a'), scalar('b')];
      const larger = F.max(a, b);
      return {
        assumes: [nonnegative('a', a, 'positive-rates'), nonnegative('b', b, 'positive-rates')],
        steps: [
          { goal: atMost('at least', larger, add(a, b)) },
          { goal: atMost('at most', add(a, b), mul(of(2), larger)) },
        ],
        concludes: ['at least', 'at most'],
      };
    }),
  ],
);

/**
 * Times √T neither bound depends on T. A set k times as large has bounds k times as large: the constant one as it is,
 * the decaying one with α k times as large, and so for the best α.
 */
export const rateTheorem = compared(
  statement(
    {
      id: 'rate-and-scale',
      laws: ['sgd.rate', 'sgd.large-ball-cost'],
      states: String.raw`\frac{DG}{\sqrt T}\sqrt T=DG,\quad D\mapsto kD:\ \mathrm{RHS}(6)\mapsto k\,\mathrm{RHS}(6)`,
    },
    [6, 8],
  ),
  [
    part('identities', () => {
      const k = scalar('k');
      return {
        assumes: [positive('alpha', alpha), positive('root of T', rootT), positive('k', k)],
        steps: [
          { goal: same('constant', mul(constantBound(), rootT), mul(D, G)) },
          {
            goal: same(
              'decaying',
              mul(decayBound(), rootT),
              add(div(square(D), mul(of(2), alpha)), mul(square(G), alpha)),
            ),
          },
          { goal: zero('scaled', sub(constantBound(mul(k, D)), mul(k, constantBound()))) },
          { goal: same('scaled with α', decayBound(rootT, mul(k, D), mul(k, alpha)), mul(k, decayBound())) },
        ],
        concludes: ['constant', 'decaying', 'scaled', 'scaled with α'],
      };
    }),
  ],
);
