import type { Fact } from '../kernel/fact.ts';
import { formalSpace, scalar, standIns } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { below, nonnegative, positive, same, zero } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved, type Statement } from '../theorem/theorem.ts';
import { endsOf, STEPS } from './any-steps.ts';
import { type BoundTexts, boundTexts, next, readBounds, rootT, T } from './bound-texts.ts';
import { lawOf, lawOfAnySteps } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, one, square, sub } = formalSpace;
const { exact, number } = standIns;
const [D, G, alpha] = [scalar('D'), scalar('G'), scalar('alpha')];

/** The right sides of A-(6) and A-(8), as the texts have them. */
const boundsOf = (texts: BoundTexts) => {
  const { horizonBound, decayBound } = readBounds(texts);
  return {
    constantBound: (distance = D) => horizonBound(distance, G),
    decayBound: (distance = D, rate = alpha) =>
      decayBound({ squaredDistance: square(distance), squaredGradient: square(G), alpha: rate }),
  };
};

/** What the laws about these bounds are read of: D and G are the roots of D² and G², and √T is that of T. */
const anyBounds = {
  instance: {
    squaredDistance: exact(square(D)),
    squaredGradient: exact(square(G)),
    rate: number('alpha'),
    horizon: STEPS,
  },
  T,
  roots: [
    [square(D), D],
    [square(G), G],
    [T, rootT],
    [add(T, one), next],
  ],
} as const;
const sides: readonly Fact[] = [nonnegative('distance', D), nonnegative('gradient', G)];
const someBound: Model = { alpha: 2, rootT: 3, D: 1, G: 2 };

const setting: readonly Fact[] = [positive('alpha', alpha, 'positive-rate'), positive('root of T', rootT)];
const statement = (
  parts: Pick<Statement, 'id' | 'laws' | 'states'> & Partial<Statement>,
  equations: readonly number[],
): Statement => ({ scope: 'all T', cites: [{ article: '9902', equations }], ...parts });

const compared = (given: Statement, parts: readonly Part[]) => proved(given, withModels(given.id, parts));
const part = (name: string, argue: Part['argue']): Part => ({ name, instances: [], argue });

/** Both squared, so that √2 need not be written: the difference is the square of D²/(2α√T) − G²α/√T. */
export const sqrtTwoTheorem = (texts: BoundTexts = boundTexts) => {
  const { constantBound, decayBound } = boundsOf(texts);
  return compared(
    statement(
      {
        id: 'sqrt-two',
        laws: ['sgd.const-larger'],
        states: String.raw`\mathrm{RHS}(8)=\Big(\frac1{2q}+q\Big)\mathrm{RHS}(6)\ge\sqrt2\,\mathrm{RHS}(6),\ q=\frac{\alpha G}D,\ \text{with}=\text{iff}\ \alpha=\frac D{\sqrt2\,G}`,
      },
      [6, 8],
    ),
    [
      part('the quotient', () => {
        const q = div(mul(alpha, G), D);
        const price = add(div(one, mul(of(2), q)), q);
        return {
          assumes: [
            ...setting,
            positive('distance', D, 'positive-distance'),
            positive('gradient', G, 'positive-gradient'),
          ],
          steps: [
            { goal: same('the quotient', decayBound(), mul(price, constantBound())) },
            { goal: positive('what it is divided by', constantBound()) },
          ],
          concludes: ['the quotient', 'what it is divided by'],
        };
      }),
      ...[false, true].map((other) => {
        const away = sub(square(D), mul(of(2), square(mul(alpha, G))));
        return part(other ? 'another α' : 'every α', () => {
          const gap = sub(square(decayBound()), mul(of(2), square(constantBound())));
          return {
            assumes: [...setting, ...(other ? [positive('another α', square(away))] : [])],
            steps: [
              { goal: nonnegative('not negative', decayBound()) },
              sought((other ? positive : nonnegative)('squares', gap), { squares: [away] }),
            ],
            concludes: ['not negative', 'squares'],
          };
        });
      }),
      // Of D² and G², because D/G would be irrational.
      part('the best α', () => {
        const [D2, G2] = [scalar('D2'), scalar('G2')];
        const bound = readBounds(texts).decayBound({ squaredDistance: D2, squaredGradient: G2, alpha });
        return {
          assumes: [...setting, same('D² = 2 α² G²', D2, mul(of(2), mul(square(alpha), G2)))],
          steps: [
            { goal: same('RHS(8) squared', square(bound), mul(of(2), div(mul(D2, G2), T))) },
            { goal: same('RHS(6) squared', square(constantBound()), div(mul(square(D), square(G)), T)) },
          ],
          concludes: ['RHS(8) squared', 'RHS(6) squared'],
        };
      }),
    ],
  );
};

/** Leaving α untuned costs more than either part of the sum. */
export const untunedTheorem = (law = lawOf('sgd.untuned-cost')) =>
  compared(
    statement(
      {
        id: 'untuned',
        laws: ['sgd.untuned-cost'],
        states: String.raw`\frac{\mathrm{RHS}(8)}{\mathrm{RHS}(6)}>\max\Big(\frac D{2\alpha G},\frac{\alpha G}D\Big)`,
      },
      [8],
    ),
    [
      lawOfAnySteps(law, {
        ...anyBounds,
        assumes: [
          ...setting,
          positive('distance', D, 'positive-distance'),
          positive('gradient', G, 'positive-gradient'),
        ],
        hints: () => ({ over: ['distance', 'gradient', 'alpha'], degree: 2, squares: [] }),
      }),
    ],
  );

/** The bound A-(8) decreases from T to T + 1. */
export const decreaseTheorem = (law = lawOf('sgd.anytime-decrease')) =>
  compared(
    statement(
      {
        id: 'anytime-decrease',
        laws: ['sgd.anytime-decrease'],
        states: String.raw`\frac{D^2/(2\alpha)+G^2\alpha}{\sqrt{T+1}}<\frac{D^2/(2\alpha)+G^2\alpha}{\sqrt T}`,
      },
      [8],
    ),
    [
      lawOfAnySteps(law, {
        ...anyBounds,
        assumes: [
          ...setting,
          positive('next root', next),
          same('next square', square(next), add(square(rootT), of(1))),
          positive('stake', add(square(D), mul(of(2), square(mul(alpha, G)))), 'not-both-zero'),
        ],
        lemmas: [{ goal: positive('both roots', add(rootT, next)) }, { goal: below('roots grow', rootT, next) }],
        hints: () => ({ over: ['alpha', 'next root', 'root of T'], degree: 2, squares: [] }),
      }),
    ],
  );

/** RHS(4) is the sum of its two parts, and so between the larger of them and twice that. */
export const rhsLimitTheorem = (law = lawOf('sgd.rhs-limit')) => {
  const [first, last, sum] = [scalar('first'), scalar('last'), scalar('rates')];
  return compared(
    statement(
      {
        id: 'rhs-limit',
        laws: ['sgd.rhs-limit'],
        states: String.raw`a=\frac{D^2}{2T\eta_T},\ b=\frac{G^2}{2T}\sum_t\eta_t:\quad\max(a,b)\le a+b=\mathrm{RHS}(4)\le2\max(a,b)`,
      },
      [4],
    ),
    [
      lawOfAnySteps(law, {
        instance: {
          squaredDistance: number('D2'),
          squaredGradient: number('G2'),
          rates: endsOf(number('first'), number('last')),
        },
        T: scalar('T'),
        list: { first, last, sum },
        assumes: [
          positive('steps', scalar('T')),
          nonnegative('squared distance', scalar('D2')),
          nonnegative('squared gradient', scalar('G2')),
          positive('last rate', last, 'positive-rates'),
          positive('all rates', sum, 'positive-rates'),
        ],
      }),
    ],
  );
};

/**
 * Times √T neither bound depends on T. A set k times as large has bounds k times as large: the constant one as it is,
 * the decaying one with α k times as large, and so for the best α.
 */
export const rateTheorem = (texts: BoundTexts = boundTexts, laws = ['sgd.rate', 'sgd.large-ball-cost'].map(lawOf)) => {
  const { constantBound, decayBound } = boundsOf(texts);
  return compared(
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
            { goal: same('scaled with α', decayBound(mul(k, D), mul(k, alpha)), mul(k, decayBound())) },
          ],
          concludes: ['constant', 'decaying', 'scaled', 'scaled with α'],
        };
      }),
      ...laws.map((law) =>
        lawOfAnySteps(law, {
          ...anyBounds,
          assumes: [positive('alpha', alpha), positive('root of T', rootT), ...sides],
          instances: [someBound],
        }),
      ),
    ],
  );
};
