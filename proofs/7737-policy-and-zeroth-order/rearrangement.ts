import { permutations, rearranged } from '../../src/policy/rearrangement.ts';
import type { NonnegativeTerm } from '../kernel/certificate.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { atMost, nonnegative } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf, readLaw } from './read-law.ts';
import { upTo } from './shapes.ts';

/** a_1 ≥ … ≥ a_n from its steps: the last one, and what each is above the next. */
function descending(name: string, n: number) {
  const steps = scalars(name, n - 1);
  const last = scalar(`${name}_${n}`);
  return steps.map((_, k) => F.sum([...steps.slice(k), last])).concat([last]);
}

/** How many of the first k of an order are among the first l. */
const among = (order: readonly number[], k: number, l: number): number =>
  order.slice(0, k).filter((index) => index < l).length;

type Texts = { readonly rearranged: typeof rearranged };

function everyOrder(texts: Texts, n: number): Part {
  const [a, b] = [descending('a', n), descending('b', n)];
  const steps = upTo(1, n - 1);
  const step = (name: string, k: number) => `${name}_${k} ≥ ${name}_${k + 1}`;
  const same = F.dot(a, b);
  const opposite = F.dot(a, b.toReversed());
  const products = (count: (k: number, l: number) => number): NonnegativeTerm[] =>
    steps.flatMap((k) =>
      steps.flatMap((l) => {
        const times = count(k, l);
        return times === 0 ? [] : [{ times, facts: [step('a', k), step('b', l)] }];
      }),
    );
  return {
    name: `n = ${n}`,
    argue: () => ({
      assumes: (['a', 'b'] as const).flatMap((name) =>
        steps.map((k) =>
          nonnegative(step(name, k), scalar(`${name}_${k}`), name === 'a' ? 'first-sorted' : 'second-sorted'),
        ),
      ),
      steps: permutations(n).flatMap((order) => {
        const any = F.dot(a, texts.rearranged(b, order));
        return [
          {
            goal: atMost(`${order.join(' ')} at most the same order`, any, same),
            by: { terms: products((k, l) => Math.min(k, l) - among(order, k, l)) },
          },
          {
            goal: atMost(`${order.join(' ')} at least the opposite order`, opposite, any),
            by: { terms: products((k, l) => among(order, k, l) - Math.max(0, k + l - n)) },
          },
        ];
      }),
      concludes: permutations(n).map((order) => `${order.join(' ')} at most the same order`),
    }),
    instances: [Object.fromEntries(['a', 'b'].flatMap((name) => upTo(1, n).map((k) => [`${name}_${k}`, k])))],
    needed: Object.fromEntries(
      (['a', 'b'] as const).flatMap((name) =>
        steps.map((k) => [
          step(name, k),
          Object.fromEntries(
            ['a', 'b'].flatMap((each) => upTo(1, n).map((l) => [`${each}_${l}`, each === name && l === k ? -1 : 1])),
          ),
        ]),
      ),
    ),
  };
}

/** B-(3), both sides, for every permutation: what another order loses are products of steps, none of them negative. */
export const rearrangementTheorem = (texts: Texts = { rearranged }) => {
  const { cites, states } = lawOf('pg.rearr');
  return proved(
    {
      id: 'rearrangement',
      laws: ['pg.rearr'],
      cites,
      states,
      scope: 'n <= 5',
      leaves: 'Where the sums are equal.',
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
