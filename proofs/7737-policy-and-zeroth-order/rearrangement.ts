import { permutations, rearranged, similarlyOrdered } from '../../src/policy/rearrangement.ts';
import type { Vector } from '../../src/scalar/algebra.ts';
import type { Derivation } from '../kernel/argument.ts';
import { NotProved } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { atMost, nonnegative } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf, readLaw } from './read-law.ts';
import { upTo } from './shapes.ts';

/** a_1 ≥ … ≥ a_n from its steps: the last one, and what each is above the next. */
function descending(name: string, n: number) {
  const steps = scalars(name, n - 1);
  const last = scalar(`${name}_${n}`);
  return steps.map((_, k) => F.sum([...steps.slice(k), last])).concat([last]);
}

/** The two sums that no other order is beyond. */
const SIDES = ['same', 'opposite'] as const;
type Side = (typeof SIDES)[number];
type Order = readonly number[];

/** Two places of a list, i > j, and which of its values an order puts there. */
interface Pair {
  readonly i: number;
  readonly j: number;
  readonly values: readonly [u: number, v: number];
}
const pairsOf = (order: Order): readonly Pair[] =>
  order.flatMap((u, i) => order.slice(0, i).map((v, j): Pair => ({ i, j, values: [u, v] })));

/** Whether the values at two places are in the order that the sum is not about. */
const isOut = ({ values: [u, v] }: Pair, side: Side): boolean => u < v === (side === 'same');
const swapped = (order: Order, { i, j, values: [u, v] }: Pair): Order => order.with(i, v).with(j, u);
/** That a_k or b_k is not below the next. */
const step = (name: string, k: number) => `${name}_${k}`;
const bounded = (order: Order, side: Side) => `${order.join('')} ${side === 'same' ? '≤ same' : '≥ opposite'} order`;
const places = ({ i, j }: Pair) => `places ${j} ${i}`;

type Texts = { readonly rearranged: typeof rearranged; readonly similarlyOrdered: typeof similarlyOrdered };
type Compared = readonly [x: RationalFunction, y: RationalFunction];

/** What the text compares of two lists, and whether it says yes, where all answers are 1 but perhaps one of them. */
function answered(says: Texts['similarlyOrdered'], a: Vector<RationalFunction>, c: typeof a, contrary?: number) {
  const compared: Compared[] = [];
  const compare = (...each: Compared) => (compared.push(each) - 1 === contrary ? -1 : 1);
  return { is: says({ ...F, compare }, a, c), compared };
}

/** What the text compares for each pair of places, in a and in c. */
function comparedBy(says: Texts['similarlyOrdered'], a: Vector<RationalFunction>, c: typeof a) {
  const { compared } = answered(says, a, c);
  return compared.flatMap((inA, k) => (k % 2 === 0 ? [[inA, compared[k + 1]!] as const] : []));
}

/** The text says yes where the two answers to every pair agree, and no where those to any pair do not. */
function requireEveryPair(says: Texts['similarlyOrdered'], a: Vector<RationalFunction>): void {
  const { is, compared } = answered(says, a, a);
  const all = compared.length === a.length * (a.length - 1);
  if (is && all && compared.every((_, k) => !answered(says, a, a, k).is)) return;
  throw new NotProved('The text about lists in the same order has to say no where any pair is not, and yes elsewhere.');
}

/** An operation that is done once for any two operands. */
function once(operation: typeof F.mul): typeof F.mul {
  const known = new Map<RationalFunction, Map<RationalFunction, RationalFunction>>();
  return (x, y) => {
    const withX = known.get(x) ?? new Map<RationalFunction, RationalFunction>();
    const result = withX.get(y) ?? operation(x, y);
    known.set(x, withX.set(y, result));
    return result;
  };
}

/** How far the sum of an order is from the one of its side, and what the text asks about its pairs of places. */
interface Claim {
  readonly order: Order;
  readonly side: Side;
  readonly gap: RationalFunction;
  readonly pairs: readonly (Pair & { readonly product: RationalFunction })[];
}

function claimsOf({ rearranged, similarlyOrdered }: Texts, n: number): readonly Claim[] {
  const [a, b] = [descending('a', n), descending('b', n)];
  const [sub, mul] = [once(F.sub), once(F.mul)];
  const dot = (c: Vector<RationalFunction>) => F.sum(a.map((x, i) => mul(x, c[i]!)));
  const [most, least] = [dot(b), dot(b.toReversed())];
  const values = { same: b, opposite: b.map(F.neg) };
  requireEveryPair(similarlyOrdered, a);
  return permutations(n).flatMap((order) => {
    const any = dot(rearranged(b, order));
    return SIDES.map((side): Claim => {
      const compared = comparedBy(similarlyOrdered, a, rearranged(values[side], order));
      const pairs = pairsOf(order).map((pair, i) => {
        const [[x, y], [z, w]] = compared[i]!;
        return { ...pair, product: mul(sub(x, y), sub(z, w)) };
      });
      return { order, side, gap: side === 'same' ? F.sub(most, any) : F.sub(any, least), pairs };
    });
  });
}

/** What is proved of n numbers in every order. */
function stepsOf(texts: Texts, n: number) {
  const facts = ['a', 'b'].flatMap((name) => upTo(1, n - 1).map((k) => step(name, k)));
  const products = { facts, over: [], norms: [], squares: [], degree: 2 };
  const claims = claimsOf(texts, n);
  const bounds = claims.map(({ order, side, gap }) => sought(nonnegative(bounded(order, side), gap), products));
  const inOrder = new Map<RationalFunction, Derivation>();
  for (const { pairs, side } of claims) {
    for (const pair of pairs) {
      if (isOut(pair, side) || inOrder.has(pair.product)) continue;
      const name = `${places(pair)}: values ${pair.values.join(' ')} in ${side} order`;
      inOrder.set(pair.product, sought(nonnegative(name, pair.product), products));
    }
  }
  const equality = claims.flatMap(({ order, side, gap, pairs }): readonly Derivation[] => {
    const out = pairs.filter((pair) => isOut(pair, side));
    const all = F.neg(F.sum(out.map(({ product }) => product)));
    return [
      ...out.map((pair): Derivation => {
        const before = [bounded(swapped(order, pair), side)];
        const goal = nonnegative(`${places(pair)}: ${bounded(order, side)}`, F.add(gap, pair.product));
        return sought(goal, { ...products, facts: before, degree: 1 });
      }),
      sought(atMost(`all places: ${bounded(order, side)}`, gap, all), products),
    ];
  });
  return { bounds, equality: [...inOrder.values(), ...equality] };
}

function everyOrder(texts: Texts, n: number): Part {
  const steps = upTo(1, n - 1);
  const both = ['a', 'b'] as const;
  const model = (value: (name: string, k: number) => number) =>
    Object.fromEntries(both.flatMap((name) => upTo(1, n).map((k) => [`${name}_${k}`, value(name, k)])));
  return {
    name: `n = ${n}`,
    argue: () => {
      const { bounds, equality } = stepsOf(texts, n);
      return {
        assumes: both.flatMap((name) =>
          steps.map((k) =>
            nonnegative(step(name, k), scalar(`${name}_${k}`), name === 'a' ? 'first-sorted' : 'second-sorted'),
          ),
        ),
        steps: [...bounds, ...equality],
        concludes: bounds.map(({ goal }) => goal.name),
      };
    },
    instances: [model((_, k) => k)],
    needed: Object.fromEntries(
      both.flatMap((name) =>
        steps.map((k) => [step(name, k), model((each, l) => (each === name && l === k ? -1 : 1))]),
      ),
    ),
  };
}

/**
 * B-(3), both sides, for every permutation: what another order loses are products of steps, none of them negative. It is
 * at least what exchanging any two places would gain, and at most what all pairs that are out of order would.
 */
export const rearrangementTheorem = (texts: Texts = { rearranged, similarlyOrdered }) => {
  const { cites, states } = lawOf('pg.rearr');
  return proved(
    {
      id: 'rearrangement',
      laws: ['pg.rearr'],
      cites,
      states,
      scope: 'n <= 5',
      leaves: 'Where the sums are equal, which rearrangement-equality takes from these inequalities.',
    },
    upTo(1, 5).map((n) => everyOrder(texts, n)),
  );
};

const orders = upTo(1, 4).flatMap((n) =>
  permutations(n).map(
    (order): Shape => ({
      name: order.join(' '),
      instance: (free) => ({ a: free.numbers('a', n), b: free.numbers('b', n), order }),
    }),
  ),
);
/** What another order loses, as the law says it. */
export const rearrangementGapsTheorem = readLaw('pg.rearr-gaps', { scope: 'n <= 4' }, orders);
