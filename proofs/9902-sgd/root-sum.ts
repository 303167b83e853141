import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, below, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { type BoundTexts, boundTexts, inverseRoot } from './bound-texts.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, one, square, sub } = formalSpace;
const two = of(2);
/** Σ 1/√s up to t, √t and √(t+1). */
const [total, root, next] = [scalar('total'), scalar('root'), scalar('next')];

/** Consecutive roots: r' > 0, r > 0 and r'² = r² + 1. */
const roots: readonly Fact[] = [
  positive('root', root),
  positive('next root', next),
  same('next square', square(next), add(square(root), one)),
];

/** r' > r. */
const grows: readonly Step[] = [
  { goal: positive('both roots', add(root, next)) },
  { goal: below('roots grow', root, next) },
];

const upper = (sum: typeof total, end: typeof total) => atMost('invariant', sum, sub(mul(two, end), one));

/** The text of the rates, which has the terms 1/√t in it. */
export type RootTexts = Pick<BoundTexts, 'rate'>;

/** A-(7), term by term: 1/√t < 2/(√(t−1) + √t) = 2(√t − √(t−1)) for t ≥ 2. */
const termByTerm = (texts: RootTexts): Part => ({
  name: 'term by term',
  instances: [{ root: 0.75, next: 1.25 }],
  argue: () => ({
    assumes: roots,
    steps: [
      { goal: same('the text of the rates', inverseRoot(texts, next), div(one, next)) },
      ...grows,
      { goal: below('term', inverseRoot(texts, next), div(two, add(root, next))) },
      { goal: same('without the quotient', div(two, add(root, next)), mul(two, sub(next, root))) },
    ],
    concludes: ['term', 'without the quotient'],
  }),
});

/** Where the sum was at most 2√t − 1 it is afterwards less: equality is for T = 1 only. */
const strictly = (texts: RootTexts): Part => ({
  name: 'strictly from t = 2 on',
  instances: [],
  argue: () => ({
    assumes: [...roots, upper(total, root)],
    steps: [...grows, { goal: below('less', add(total, inverseRoot(texts, next)), sub(mul(two, next), one)) }],
  }),
});

/** A-(7) for all T, by induction with √(t+1)² = √t² + 1. */
export const rootSumTheorem = (texts: RootTexts = boundTexts) =>
  proved(
    {
      id: 'root-sum',
      laws: ['sgd.sum-sqrt'],
      cites: [{ article: '9902', equations: [7] }],
      states: String.raw`\sum_{t=1}^T\frac1{\sqrt t}\le1+\sum_{t=2}^T\frac2{\sqrt{t-1}+\sqrt t}=2\sqrt T-1<2\sqrt T`,
      scope: 'all T',
    },
    withModels('root-sum', [
      termByTerm(texts),
      ...induction({
        invariant: (_, { total, root }) => upper(total, root),
        before: () => ({ total, root }),
        base: { first: () => ({ state: { total: one, root: one }, assumes: [] }) },
        step: {
          next: () => ({
            state: { total: add(total, inverseRoot(texts, next)), root: next },
            assumes: roots,
          }),
        },
      }),
      strictly(texts),
      {
        name: 'the last step',
        instances: [],
        argue: () => ({
          assumes: [upper(total, root)],
          steps: [{ goal: below('A-(7)', total, mul(two, root)) }],
        }),
      },
    ]),
    'induction',
  );

/** 2√(t+1) − 2 ≤ Σ 1/√s, for t = 0 too; the state holds √(t+1), the root that the next term will have. */
const lower = (sum: typeof total, end: typeof total) => atMost('invariant', sub(mul(two, end), two), sum);
/** A-(7) from below, strictly from T = 1 on. */
export const rootSumBelowTheorem = (texts: RootTexts = boundTexts) =>
  proved(
    {
      id: 'root-sum-below',
      laws: ['sgd.sum-sqrt-bounds'],
      cites: [{ article: '9902', equations: [7], place: 'sharpened from below' }],
      states: String.raw`2\sqrt{T+1}-2<\sum_{t=1}^T\frac1{\sqrt t}\le2\sqrt T-1`,
      scope: 'all T',
      restsOn: ['root-sum'],
    },
    withModels('root-sum-below', [
      ...induction({
        invariant: (_, { total, root }) => lower(total, root),
        before: () => ({ total, root }),
        base: { first: () => ({ state: { total: of(0), root: one }, assumes: [] }) },
        step: {
          next: () => ({
            state: { total: add(total, inverseRoot(texts, root)), root: next },
            assumes: roots,
          }),
        },
      }),
      {
        name: 'strictly from T = 1 on',
        instances: [],
        argue: () => ({
          assumes: [...roots, lower(total, root)],
          steps: [...grows, { goal: below('less', sub(mul(two, next), two), add(total, inverseRoot(texts, root))) }],
        }),
      },
    ]),
    'induction',
  );

/** H/√T, the factor of `sgd.best-alpha`: 1 for T = 1, more from there, less than 2, and growing. */
export const rootShareParts = (texts: RootTexts): readonly Part[] => [
  ...induction({
    invariant: (_, { total, root }) => atMost('invariant', root, total),
    before: () => ({ total, root }),
    base: { first: () => ({ state: { total: one, root: one }, assumes: [] }) },
    step: {
      next: () => ({
        state: { total: add(total, inverseRoot(texts, next)), root: next },
        assumes: roots,
        steps: grows,
      }),
    },
  }).map((part) => ({ ...part, name: `share at least 1, ${part.name}` })),
  {
    name: 'share at T = 1',
    instances: [{}],
    argue: () => ({ assumes: [], steps: [{ goal: same('share', div(inverseRoot(texts, one), one), one) }] }),
  },
  {
    name: 'share more than 1 from T = 2 on',
    instances: [],
    argue: () => ({
      assumes: [...roots, atMost('invariant', root, total)],
      steps: [
        ...grows,
        {
          goal: below('share', one, div(add(total, inverseRoot(texts, next)), next)),
          by: {
            scaled: ['next root', 'next root'],
            terms: [
              { facts: ['next root', 'invariant'] },
              { facts: ['root', 'roots grow'] },
              { multiple: of(-1), of: 'next square' },
            ],
          },
        },
      ],
    }),
  },
  {
    name: 'share less than 2',
    instances: [],
    argue: () => ({
      assumes: [positive('root', root), upper(total, root)],
      steps: [{ goal: below('share', div(total, root), two) }],
    }),
  },
  {
    name: 'share grows',
    instances: [],
    argue: () => ({
      assumes: [...roots, atMost('at least one step', one, root), upper(total, root)],
      steps: [
        ...grows,
        sought(below('share', div(total, root), div(add(total, inverseRoot(texts, next)), next)), {
          over: ['root', 'next root', 'next root', 'both roots'],
        }),
      ],
    }),
  },
];
