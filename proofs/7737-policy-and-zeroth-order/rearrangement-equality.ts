import { similarlyOrdered } from '../../src/policy/rearrangement.ts';
import type { Derivation } from '../kernel/argument.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './read-law.ts';
import { upTo } from './shapes.ts';

type Texts = { readonly similarlyOrdered: typeof similarlyOrdered };

/** Every way that two pairs of numbers can compare: the text says yes where the product is not negative, else no. */
const onePair = ({ similarlyOrdered }: Texts): Part => ({
  name: 'one pair of places',
  argue: ({ coordinates }) => {
    const [a, c] = [scalars('a', 2), scalars('c', 2)];
    const says = similarlyOrdered(coordinates, a, c);
    const product = F.mul(F.sub(a[0]!, a[1]!), F.sub(c[0]!, c[1]!));
    return { assumes: [], steps: [{ goal: says ? nonnegative('yes', product) : positive('no', F.neg(product)) }] };
  },
  instances: [1, 2, 3].flatMap((a) => [1, 2, 3].map((c) => ({ a_1: 2, a_2: a, c_1: 2, c_2: c }))),
  claimVaries: true,
});

const BOUND = 'at most the same order, or at least the opposite';
const ALL = 'all places';
const places = (i: number) => `places ${i}`;
/** The sum of two facts is enough. */
const NEAR = { degree: 1, norms: [], squares: [] };

/** What is known of an order with some pairs of places that are out of order, and of what it loses. */
function severalPairs(count: number): Part {
  const [gap, products] = [scalar('gap'), scalars('product', count)];
  const out = F.neg(F.sum(products));
  const values = (at: number, every: number, first = every) => ({
    gap: at,
    ...Object.fromEntries(products.map((_, i) => [`product_${i + 1}`, i === 0 ? first : every])),
  });
  const equal: readonly Derivation[] = [
    { goal: same('the sums are equal', gap, F.zero) },
    ...products.map((product, i) => sought(nonnegative(`places ${i + 1} are in order`, product), NEAR)),
  ];
  return {
    name: count === 1 ? 'one pair of places out of order' : `${count} pairs of places out of order`,
    argue: ({ coordinates }) => {
      const sign = coordinates.compare(gap, F.zero);
      const unequal = sought(sign > 0 ? positive('some are out of order', out) : positive('nothing', F.zero), NEAR);
      const steps = sign === 0 ? equal : [unequal];
      return {
        assumes: [
          nonnegative(BOUND, gap, 'first-sorted', 'second-sorted'),
          ...products.map((product, i) => nonnegative(places(i + 1), F.add(gap, product))),
          atMost(ALL, gap, out),
        ],
        steps,
        concludes: steps.map(({ goal }) => goal.name),
      };
    },
    instances: [values(0, 0), ...(count === 0 ? [] : [values(1, 0, -1)])],
    needed: {
      ...(count > 1 ? {} : { [BOUND]: values(-1, 1) }),
      ...Object.fromEntries(products.map((_, i) => [places(i + 1), { ...values(0, 0), [`product_${i + 1}`]: -1 }])),
      [ALL]: values(1, 0),
    },
    claimVaries: true,
  };
}

/**
 * Where the sums of B-(3) are equal: where what an order loses is 0, no product (a_i − a_j)(c_i − c_j) is negative, and
 * where it is positive, the products of the pairs that are out of order have a negative sum.
 */
export const rearrangementEqualityTheorem = (texts: Texts = { similarlyOrdered }) =>
  proved(
    {
      id: 'rearrangement-equality',
      laws: ['pg.rearr'],
      cites: lawOf('pg.rearr').cites,
      states: String.raw`\sum a_ib_i=\sum a_ic_i\iff(a_i-a_j)(c_i-c_j)\ge0\ \forall i,j;\quad\sum a_ic_i=\sum a_ib_{n+1-i}\iff(a_i-a_j)(c_i-c_j)\le0\ \forall i,j`,
      scope: 'n <= 5',
      restsOn: ['rearrangement'],
    },
    [onePair(texts), ...upTo(0, 10).map(severalPairs)],
    'cases',
  );
