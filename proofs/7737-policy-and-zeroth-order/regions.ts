import { atoms, type Directions } from '../../src/zeroth-order/directions.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { nonnegative, positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { ratioOf } from './decisions/knowledge.ts';
import { beside, grid, names, weakOrders } from './models.ts';
import { firstLeads, inOneDirection, ledAnywhere } from './one-direction.ts';
import { readLaw } from './read-law.ts';
import { BY_REWARD, FROM_WINNER } from './scopes.ts';
import { upTo } from './shapes.ts';

/** Some examples with logits linear in θ, and a tie rule. */
const hard = (
  K: number,
  d: number,
  kind: 'rademacher' | 'skewed' | 'three-point',
  T: number,
  models: readonly Model[],
): DecidedShape => ({
  name: `K = ${K}, d = ${d}, ${kind}${T === 1 ? '' : `, ${T} examples`}`,
  degree: 2,
  instance: (free) => ({
    examples: upTo(1, T).map((t) => ({
      features: upTo(1, K).map((y) => free.numbers(`f${t}_${y}`, d)),
      rewards: free.numbers(`r${t}`, K),
    })),
    theta: free.numbers('theta', d),
    smoothing: free.number('epsilon'),
    directions: { kind, dimension: d } satisfies Directions,
    ties: 'lowest',
  }),
  given: [positive('smoothing', scalar('epsilon'))],
  models: beside(models, [{ epsilon: 1, r1_1: 0, r1_2: 1, r1_3: 3, r2_1: 2, r2_2: 5 }]),
});
/** Points on the line. */
const at = (values: readonly number[]) => grid(['theta_1'], values);
/** The features of an example in each order. */
const orders = (t: number, K: number) =>
  weakOrders('f', K).map((order) =>
    Object.fromEntries(Object.entries(order).map(([name, x]) => [`${name.replace('f', `f${t}`)}_1`, x])),
  );
/** Points from which some direction leads to 0, where a line through it changes its sign, and others between them. */
const through = (kind: 'rademacher' | 'skewed' | 'three-point') =>
  at(
    {
      rademacher: [-2, -1, -1 / 2, 0, 1 / 2, 1, 2],
      skewed: [-3, -2, -1, 0, 1 / 4, 1 / 2, 1],
      'three-point': [-3, -2, -1, 0, 1, 2, 3],
    }[kind],
  );

const zeros = (symbols: readonly string[]): Model => Object.fromEntries(symbols.map((name) => [name, 0]));

type Kind = 'rademacher' | 'skewed' | 'three-point';
const KINDS: readonly Kind[] = ['rademacher', 'skewed', 'three-point'];

/** One example of two classes; what the hard gradient gains along the margin is a sum of margins. */
const margins = (kind: Kind): DecidedShape => ({
  name: `K = 2, d = 1, ${kind}`,
  degree: 1,
  instance: (free) => ({
    examples: [{ features: [free.numbers('f1_1', 1), free.numbers('f1_2', 1)], rewards: free.numbers('r', 2) }],
    curvature: [0],
    theta: free.numbers('theta', 1),
    smoothing: free.number('epsilon'),
    directions: { kind, dimension: 1 },
  }),
  given: [positive('smoothing', scalar('epsilon'))],
  hints: ({ goal, shown }) => {
    const slope = F.sub(scalar('f1_1_1'), scalar('f1_2_1'));
    const gap = F.sub(scalar('r_1'), scalar('r_2'));
    const share = ratioOf(goal.value.numerator, F.mul(slope, F.square(gap)).numerator)!;
    const ahead = shown(nonnegative('ahead', F.mul(F.of(share), F.mul(scalar('epsilon'), slope))));
    return { over: ['smoothing', 'smoothing'], facts: [ahead], squares: [gap], degree: 2 };
  },
  models: beside(beside(orders(1, 2), through(kind)), [{ epsilon: 1, r_1: 1, r_2: 3 }]),
});

/** One of the classes wins at all θ + εu: the first of two, also on a tie, the second of two, or the first of more. */
const constantWinner = (K: number, d: number, kind: Kind, winner: 1 | 2): DecidedShape => {
  const [theta, epsilon] = [scalars('theta', d), scalar('epsilon')];
  const features = upTo(1, K).map((y) => scalars(`f1_${y}`, d));
  const rivals = winner === 1 ? upTo(2, K) : [1];
  const slopes = grid(names('f1_1', d), [-1, 0, 1]);
  return {
    ...hard(K, d, kind, 1, []),
    name: `K = ${K}, d = ${d}, ${kind}, class ${winner} wins`,
    degree: 1,
    given: [
      positive('smoothing', epsilon),
      ...atoms(F, { kind, dimension: d }).flatMap(({ direction }, i) =>
        rivals.map((y) =>
          (winner === 1 && K === 2 ? nonnegative : positive)(
            `lead over ${y} at ${i + 1}`,
            F.dot(F.minus(features[winner - 1]!, features[y - 1]!), F.axpy(epsilon, direction, theta)),
            'no-step-changes-a-winner',
          ),
        ),
      ),
    ],
    ...(d === 1 &&
      K === 2 &&
      winner === 1 && {
        needed: {
          'lead over 2 at 1': {
            f1_1_1: kind === 'skewed' ? -1 : 1,
            f1_2_1: 0,
            theta_1: 0,
            epsilon: 1,
            r1_1: 1,
            r1_2: 0,
          },
        },
      }),
    models: beside(
      slopes.flatMap((slope) =>
        [1 / 2, 1, 2, 3].map((far) => ({
          ...slope,
          ...Object.fromEntries(
            Object.values(slope).map((x, i) => [`theta_${i + 1}`, (winner === 1 ? far : -far) * Number(x)]),
          ),
        })),
      ),
      [{ epsilon: 1, ...zeros([...rivals.flatMap((y) => names(`f1_${winner === 1 ? y : 2}`, d)), ...names('r1', K)]) }],
    ),
  };
};

/** Two classes with logits linear in one parameter, in random signs, given by exponentials. */
const softening = (n: number): DecidedShape => ({
  name: `K = 2, d = 1, τ = 1/${n}`,
  degree: n + 1,
  first: (A) => {
    const [a, b] = [scalars('a', 2), [scalar('b1_1'), scalar('b2_1')]];
    A.compare(A.mul(a[0]!, b[0]!), A.mul(a[1]!, b[1]!));
    A.compare(A.mul(a[0]!, b[1]!), A.mul(a[1]!, b[0]!));
  },
  instance: (free) => ({
    weights: free.numbers('a', 2),
    steps: [free.numbers('b1', 1), free.numbers('b2', 1)],
    rewards: free.numbers('r', 2),
    smoothing: free.number('epsilon'),
    inverseTemperature: n,
    directions: { kind: 'rademacher', dimension: 1 },
  }),
  given: [...scalars('a', 2), scalar('b1_1'), scalar('b2_1'), scalar('epsilon')].map((x) => positive(`${x}`, x)),
  models: beside(grid(['a_1', 'b1_1'], [1 / 4, 1 / 2, 1, 2, 4]), [{ a_2: 1, b2_1: 1, epsilon: 1, r_1: 0, r_2: 1 }]),
});

/** The same where no direction leads to a tie, and the first class has the larger reward, by delta, or an equal one. */
const apart = (n: number, larger: boolean): DecidedShape => {
  const { instance, given = [], ...shape } = softening(n);
  const lead = (first: string, second: string) =>
    F.square(F.sub(F.mul(scalar('a_1'), scalar(first)), F.mul(scalar('a_2'), scalar(second))));
  return {
    ...shape,
    name: `${shape.name}, ${larger ? 'the first reward larger' : 'equal rewards'}`,
    instance: (free) => {
      const low = free.number('r');
      free.number('delta');
      const high = free.exact(F.add(scalar('r'), scalar('delta')));
      return { ...(instance(free) as object), rewards: [larger ? high : low, low] };
    },
    given: [
      ...given,
      positive('delta', scalar('delta')),
      positive('apart ahead', lead('b1_1', 'b2_1'), 'no-ties'),
      positive('apart behind', lead('b2_1', 'b1_1'), 'no-ties'),
    ],
    ...(larger && {
      needed: {
        'apart ahead': { a_1: 2, a_2: 1, b1_1: 1, b2_1: 2, epsilon: 1, r: 0, delta: 1 },
        'apart behind': { a_1: 2, a_2: 1, b1_1: 2, b2_1: 1, epsilon: 1, r: 0, delta: 1 },
      },
    }),
    models: beside(grid(['a_1', 'b1_1'], [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8]), [
      { a_2: 1, b2_1: 1, epsilon: 1, r: 0, delta: 1 },
    ]),
  };
};

const TWO_CLASSES = 'K <= 2, for one example of one parameter in signs, skewed and three-point directions' as const;
const ONE_DIRECTION =
  'K <= 4, for one example in one direction, of one parameter, or of two for K <= 3, and for K <= 2 in signs, skewed and three-point directions of one parameter' as const;
/** The law takes other rules where there are no ties. */
const LOWEST = 'ties go to the lowest index' as const;

const oneExample = KINDS.map((kind) => hard(2, 1, kind, 1, beside(orders(1, 2), through(kind))));

/** The regions where a class wins, and what they say of the gradient of the hard objective. */
export const regionTheorems = [
  readLaw('zoR.fubini', { scope: `${TWO_CLASSES}, and two examples in random signs`, kind: 'cases' }, [
    ...oneExample,
    hard(2, 1, 'rademacher', 2, beside(beside(orders(1, 2), orders(2, 2)), through('rademacher'))),
  ]),
  readLaw('zoR.partition', { scope: `${ONE_DIRECTION}; ${LOWEST}`, kind: 'cases' }, [...oneExample, ...inOneDirection]),
  readLaw('zoR.chi', { scope: `${ONE_DIRECTION}; ${LOWEST}`, kind: 'cases' }, [...oneExample, ...inOneDirection]),
  readLaw('zoR.two-classes-agree', { scope: TWO_CLASSES, kind: 'cases' }, KINDS.map(margins)),
  readLaw(
    'zoR.locally-constant',
    {
      scope: `K <= 4, for one example of one parameter in signs, skewed and three-point directions, and of two in random signs; ${FROM_WINNER} beyond K = 2, where it has no tie`,
      kind: 'cases',
    },
    [
      ...upTo(2, 4).flatMap((K) => KINDS.map((kind) => constantWinner(K, 1, kind, 1))),
      ...upTo(2, 4).map((K) => constantWinner(K, 2, 'rademacher', 1)),
      ...KINDS.map((kind) => constantWinner(2, 1, kind, 2)),
      constantWinner(2, 2, 'rademacher', 2),
    ],
  ),
  readLaw(
    'zoR.temperature-free',
    {
      scope: 'K <= 3, for one direction and τ = 1/2, and for one parameter in random signs if K <= 2, τ = 1 and 1/2',
      kind: 'cases',
    },
    [...upTo(1, 2).map(softening), ledAnywhere(3, 2)],
  ),
  readLaw(
    'zoR.soften',
    {
      scope: `K <= 3, for one direction and τ = 1 with ${FROM_WINNER}, and for one parameter in random signs if K <= 2, τ = 1 and 1/2, with ${BY_REWARD}`,
      kind: 'cases',
    },
    [...upTo(1, 2).flatMap((n) => [apart(n, true), apart(n, false)]), firstLeads(3, 1)],
  ),
];
