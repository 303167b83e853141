import { z } from 'zod';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import { permutations, rearranged, similarlyOrdered } from '../../../src/policy/rearrangement.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { atMost, equal, type Relation } from '../../../src/scalar/relation.ts';
import { unsortedFirst, unsortedSecond } from '../../breaking/policy/rearrangements.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { type RearrangementCase, rearrangementCases } from '../../instances/policy/rearrangement-case.ts';
import { SECTIONS } from '../sections.ts';

const isDescending = (values: ExactVector): boolean =>
  values.every((x, i) => i === 0 || atMostExact(x, values[i - 1]!));

const bothSorted: readonly Hypothesis<RearrangementCase>[] = [
  {
    name: 'first-sorted',
    says: 'a₁ ≥ a₂ ≥ … ≥ aₙ.',
    holds: ({ a }) => isDescending(a),
    necessity: { kind: 'search', breaking: unsortedFirst },
  },
  {
    name: 'second-sorted',
    says: 'b₁ ≥ b₂ ≥ … ≥ bₙ.',
    holds: ({ b }) => isDescending(b),
    necessity: { kind: 'search', breaking: unsortedSecond },
  },
];

/** How a list is read in another order: what the laws of this file take from an implementation. */
export interface Rearranging {
  /** (values[order[0]], values[order[1]], …). */
  rearranged<T>(values: readonly T[], order: readonly number[]): readonly T[];
}

const reference: Rearranging = { rearranged };

/** The three sums of B-(3), with the lists they are made of. */
function sums<S>(F: Algebra<S>, instance: RearrangementCase, use: Rearranging) {
  const [a, b] = [F.vector(instance.a), F.vector(instance.b)];
  const c = use.rearranged(b, instance.order);
  const reversed = b.toReversed();
  return { a, b, c, reversed, same: F.dot(a, b), any: F.dot(a, c), reverse: F.dot(a, reversed) };
}

/** 0 where two sums must be equal, 1 where the first must be larger. */
const gap = <S>(F: Algebra<S>, isEqual: boolean): S => F.of(isEqual ? 0 : 1);

const opposite = <S>(F: Algebra<S>, values: Vector<S>): Vector<S> => values.map((x) => F.neg(x));

export const rearrangement = law<RearrangementCase, Rearranging>({
  id: 'pg.rearr',
  version: 1,
  cites: [{ article: '7737', equations: [3] }],
  section: SECTIONS.rearrangement,
  states: String.raw`a_1\ge\dots\ge a_n,\ b_1\ge\dots\ge b_n,\ c\text{ a rearrangement of }b\implies\sum a_ib_i\ge\sum a_ic_i\ge\sum a_ib_{n+1-i};\quad\sum a_ib_i=\sum a_ic_i\iff(a_i-a_j)(c_i-c_j)\ge0\ \forall i,j`,
  says: 'Of all pairings of two lists, the one in the same order has the largest sum of products and the one in opposite order the smallest; another pairing reaches them only if it has that order itself, up to ties.',
  expects: 'holds',
  instances: rearrangementCases,
  hypotheses: bothSorted,
  subject: 'rearrangement',
  reference,
  claim: (F, instance, use) => {
    const { a, c, same, any, reverse } = sums(F, instance, use);
    const isSame = similarlyOrdered(F, a, c);
    const isReverse = similarlyOrdered(F, a, opposite(F, c));
    return [
      atMost(any, same, 'same order'),
      atMost(reverse, any, 'opposite order'),
      equal(F.of(F.compare(same, any)), gap(F, isSame), 'equality on the left: the sign of the difference'),
      equal(F.of(F.compare(any, reverse)), gap(F, isReverse), 'equality on the right: the sign of the difference'),
    ];
  },
  cover: {
    'four numbers or more': { atLeast: 0.4, when: ({ a }) => a.length >= 4 },
    'a negative number': { atLeast: 0.6, when: ({ a, b }) => [...a, ...b].some((x) => !atMostExact(0, x)) },
    ties: { atLeast: 0.1, when: ({ a }) => new Set(a.map(String)).size < a.length },
    'the same order': { atLeast: 0.15, when: ({ order }) => order.every((k, i) => k === i) },
  },
  teeth: {
    'index-off-by-one': {
      says: 'The indices of the permutation are taken as counted from 1, and 0 as 1.',
      use: { rearranged: (values, order) => order.map((k) => values[Math.max(0, k - 1)]!) },
    },
    'reversed-order': {
      says: 'The largest sum is taken for the opposite order.',
      claim: (F, instance, use) => {
        const { any, reverse } = sums(F, instance, use);
        return atMost(any, reverse);
      },
    },
    'equality-only-where-equal': {
      says: 'The sums are equal only if c = b: ties in a are forgotten.',
      claim: (F, instance, use) => {
        const { b, c, same, any } = sums(F, instance, use);
        return equal(
          F.of(F.compare(same, any)),
          gap(
            F,
            b.every((x, i) => F.compare(x, c[i]!) === 0),
          ),
        );
      },
    },
  },
});

/** How many of the first k entries of an order are among the first l. */
const among = (order: readonly number[], k: number, l: number): number =>
  order.slice(0, k).filter((index) => index < l).length;

/** Σ over the steps k and l < n of (a_k − a_{k+1})(b_l − b_{l+1}) count(k, l). */
function gapSum<S>(
  F: Algebra<S>,
  { a, b }: { a: Vector<S>; b: Vector<S> },
  count: (k: number, l: number) => number,
): S {
  const steps = (values: Vector<S>): Vector<S> => values.slice(1).map((x, i) => F.sub(values[i]!, x));
  const [da, db] = [steps(a), steps(b)];
  return F.sum(da.flatMap((x, k) => db.map((y, l) => F.mul(F.mul(x, y), F.of(count(k + 1, l + 1))))));
}

export const rearrangementGaps = law<RearrangementCase, Rearranging>({
  id: 'pg.rearr-gaps',
  version: 1,
  cites: [{ article: '7737', equations: [3] }],
  section: SECTIONS.rearrangement,
  states: String.raw`\sum a_ib_i-\sum a_ic_i=\sum_{k,l<n}(a_k-a_{k+1})(b_l-b_{l+1})\,\big(\min(k,l)-\#\{i\le k:\sigma(i)\le l\}\big),\quad c_i=b_{\sigma(i)}`,
  says: 'Why the same order is best: what another order loses is a sum of products of steps, each taken a whole number of times that is never negative.',
  expects: 'holds',
  instances: rearrangementCases,
  hypotheses: [],
  subject: 'rearrangement',
  reference,
  claim: (F, instance, use) => {
    const { a, b, same, any } = sums(F, instance, use);
    const { order } = instance;
    const missing = (k: number, l: number): number => Math.min(k, l) - among(order, k, l);
    return equal(F.sub(same, any), gapSum(F, { a, b }, missing), 'what the order loses');
  },
  cover: { 'four numbers or more': { atLeast: 0.4, when: ({ a }) => a.length >= 4 } },
  teeth: {
    'index-off-by-one': {
      says: 'The indices of the permutation are taken as counted from 1, and 0 as 1.',
      use: { rearranged: (values, order) => order.map((k) => values[Math.max(0, k - 1)]!) },
    },
    'inverse-permutation': {
      says: 'The order is read backward: value i goes to place order[i].',
      use: {
        rearranged: (values, order) => order.map((_, i) => values[order.indexOf(i)]!),
      },
    },
    'step-off-by-one': {
      says: 'Of the first k entries one too few is counted.',
      claim: (F, instance, use) => {
        const { a, b, same, any } = sums(F, instance, use);
        const missing = (k: number, l: number): number => Math.min(k, l) - among(instance.order, k - 1, l);
        return equal(F.sub(same, any), gapSum(F, { a, b }, missing));
      },
    },
  },
});

/** One permutation of two to six. */
interface Order {
  readonly order: readonly number[];
}

const orderSchema: z.ZodType<Order> = z.strictObject({ order: z.array(z.int().min(0).max(5)).min(2).max(6) });

const allOrders = [2, 3, 4, 5, 6].flatMap((n) => permutations(n).map((order) => ({ order })));

/** max(0, k + l − n) ≤ #{i ≤ k : σ(i) ≤ l} ≤ min(k, l), for all k and l below n. */
function countsInBounds<S>(
  F: Algebra<S>,
  order: readonly number[],
  least: (k: number, l: number) => number,
): Relation<S> {
  const steps = order.slice(1).map((_, i) => i + 1);
  return steps.flatMap((k) =>
    steps.map((l) => {
      const count = F.of(among(order, k, l));
      return [
        atMost(F.of(least(k, l)), count, `at least, ${k} and ${l}`),
        atMost(count, F.of(Math.min(k, l)), `at most, ${k} and ${l}`),
      ];
    }),
  );
}

export const rearrangementSteps = law<Order, undefined>({
  id: 'pg.rearr-steps',
  version: 1,
  cites: [{ article: '7737', equations: [3] }],
  section: SECTIONS.rearrangement,
  states: String.raw`\max(0,k+l-n)\le\#\{i\le k:\sigma(i)\le l\}\le\min(k,l)\quad\text{for all }k,l<n\text{ and every permutation }\sigma\text{ of }n\le6`,
  says: 'B-(3) for steps 1, …, 1, 0, …, 0 and every permutation of up to six classes. Both sums are linear in the steps of either list, so with pg.rearr-gaps this is B-(3) for all real lists of up to six numbers.',
  expects: 'holds',
  instances: listed(
    plainData<Order>({
      schema: orderSchema,
      generate: (draw) => draw.pick(allOrders),
      require: ({ order }) => void rearranged(order, order),
      fixed: ['order'],
    }),
    allOrders,
  ),
  hypotheses: [],
  reference: undefined,
  claim: (F, { order }) => countsInBounds(F, order, (k, l) => Math.max(0, k + l - order.length)),
  cover: {},
  teeth: {
    'one-more': {
      says: 'The opposite order keeps one more of the first k among the first l.',
      claim: (F, { order }) => countsInBounds(F, order, (k, l) => Math.max(0, k + l + 1 - order.length)),
    },
  },
});

/** The rearrangement inequality. */
export const rearrangementLaws: readonly AnyLaw[] = [rearrangement, rearrangementGaps, rearrangementSteps];
