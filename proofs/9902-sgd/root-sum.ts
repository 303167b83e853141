import type { Step } from '../kernel/argument.ts';
import type { Certificate } from '../kernel/certificate.ts';
import { atMost, below, type Fact, positive, same } from '../kernel/fact.ts';
import { induction } from '../kernel/induction.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { type Part, proved } from '../theorem/theorem.ts';
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
  { goal: positive('both roots', add(root, next)), by: { terms: [{ facts: ['root'] }, { facts: ['next root'] }] } },
  {
    goal: below('roots grow', root, next),
    by: { scaled: ['both roots'], terms: [{ times: 1 }, { multiple: one, of: 'next square' }] },
  },
];

const upper = (sum: typeof total, end: typeof total) => atMost('invariant', sum, sub(mul(two, end), one));

/** A-(7), term by term: 1/√t < 2/(√(t−1) + √t) = 2(√t − √(t−1)) for t ≥ 2. */
const termByTerm: Part = {
  name: 'term by term',
  instances: [{ root: 0.75, next: 1.25 }],
  argue: () => ({
    assumes: roots,
    steps: [
      ...grows,
      {
        goal: below('term', div(one, next), div(two, add(root, next))),
        by: { scaled: ['next root', 'both roots'], terms: [{ facts: ['roots grow'] }] },
      },
      {
        goal: same('without the quotient', div(two, add(root, next)), mul(two, sub(next, root))),
        by: { terms: [{ multiple: div(of(-2), add(root, next)), of: 'next square' }] },
      },
    ],
    concludes: ['term', 'without the quotient'],
  }),
};

/** Where the sum was at most 2√t − 1 it is afterwards less: equality is for T = 1 only. */
const strictly: Part = {
  name: 'strictly from t = 2 on',
  instances: [],
  argue: () => ({
    assumes: [...roots, upper(total, root)],
    steps: [
      ...grows,
      {
        goal: below('less', add(total, div(one, next)), sub(mul(two, next), one)),
        by: {
          scaled: ['next root'],
          terms: [
            { facts: ['next root', 'invariant'] },
            { facts: ['roots grow', 'roots grow'] },
            { multiple: one, of: 'next square' },
          ],
        },
      },
    ],
  }),
};

/** A-(7) for all T, by induction with √(t+1)² = √t² + 1. */
export const rootSumTheorem = proved(
  {
    id: 'root-sum',
    laws: ['sgd.sum-sqrt'],
    cites: [{ article: '9902', equations: [7] }],
    states: String.raw`\sum_{t=1}^T\frac1{\sqrt t}\le1+\sum_{t=2}^T\frac2{\sqrt{t-1}+\sqrt t}=2\sqrt T-1<2\sqrt T`,
    scope: 'all T',
  },
  withModels('root-sum', [
    termByTerm,
    ...induction({
      invariant: (_, { total, root }) => upper(total, root),
      before: () => ({ total, root }),
      base: { first: () => ({ state: { total: one, root: one }, assumes: [], by: { terms: [] } }) },
      step: {
        next: () => ({
          state: { total: add(total, div(one, next)), root: next },
          assumes: roots,
          by: {
            scaled: ['next root'],
            terms: [
              { facts: ['next root', 'invariant'] },
              { square: sub(next, root) },
              { multiple: one, of: 'next square' },
            ],
          },
        }),
      },
    }),
    strictly,
    {
      name: 'the last step',
      instances: [],
      argue: () => ({
        assumes: [upper(total, root)],
        steps: [{ goal: below('A-(7)', total, mul(two, root)), by: { terms: [{ facts: ['invariant'] }, {}] } }],
      }),
    },
  ]),
  'induction',
);

/** 2√(t+1) − 2 ≤ Σ 1/√s, for t = 0 too; the state holds √(t+1), the root that the next term will have. */
const lower = (sum: typeof total, end: typeof total) => atMost('invariant', sub(mul(two, end), two), sum);
const lowerCertificate: Certificate = {
  scaled: ['root'],
  terms: [{ facts: ['root', 'invariant'] }, { square: sub(next, root) }, { multiple: of(-1), of: 'next square' }],
};

/** A-(7) from below, strictly from T = 1 on. */
export const rootSumBelowTheorem = proved(
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
      base: { first: () => ({ state: { total: of(0), root: one }, assumes: [], by: { terms: [] } }) },
      step: {
        next: () => ({
          state: { total: add(total, div(one, root)), root: next },
          assumes: roots,
          by: lowerCertificate,
        }),
      },
    }),
    {
      name: 'strictly from T = 1 on',
      instances: [],
      argue: () => ({
        assumes: [...roots, lower(total, root)],
        steps: [
          ...grows,
          {
            goal: below('less', sub(mul(two, next), two), add(total, div(one, root))),
            by: {
              scaled: ['root'],
              terms: [
                { facts: ['root', 'invariant'] },
                { facts: ['roots grow', 'roots grow'] },
                { multiple: of(-1), of: 'next square' },
              ],
            },
          },
        ],
      }),
    },
  ]),
  'induction',
);

/** H/√T, the factor of `sgd.best-alpha`: at least 1, less than 2, and growing. */
export const rootShareParts: readonly Part[] = [
  ...induction({
    invariant: (_, { total, root }) => atMost('invariant', root, total),
    before: () => ({ total, root }),
    base: { first: () => ({ state: { total: one, root: one }, assumes: [], by: { terms: [] } }) },
    step: {
      next: () => ({
        state: { total: add(total, div(one, next)), root: next },
        assumes: roots,
        steps: grows,
        by: {
          scaled: ['next root'],
          terms: [
            { facts: ['next root', 'invariant'] },
            { facts: ['root', 'roots grow'] },
            { multiple: of(-1), of: 'next square' },
          ],
        },
      }),
    },
  }).map((part) => ({ ...part, name: `share at least 1, ${part.name}` })),
  {
    name: 'share less than 2',
    instances: [],
    argue: () => ({
      assumes: [positive('root', root), upper(total, root)],
      steps: [
        {
          goal: below('share', div(total, root), two),
          by: { scaled: ['root'], terms: [{ times: 1 }, { facts: ['invariant'] }] },
        },
      ],
    }),
  },
  {
    name: 'share grows',
    instances: [],
    argue: () => ({
      assumes: [...roots, atMost('at least one step', one, root), upper(total, root)],
      steps: [
        ...grows,
        {
          goal: below('share', div(total, root), div(add(total, div(one, next)), next)),
          by: {
            scaled: ['root', 'next root', 'next root', 'both roots'],
            terms: [
              { facts: ['next root', 'invariant'] },
              { times: 0.5, facts: ['roots grow', 'roots grow'] },
              { facts: ['roots grow'] },
              { facts: ['at least one step'] },
              { times: 0.5 },
              { multiple: sub(of(-0.5), mul(total, next)), of: 'next square' },
            ],
          },
        },
      ],
    }),
  },
];
