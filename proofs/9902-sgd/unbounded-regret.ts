import { reference, type SgdParts, trace } from '../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../properties/instances/descent/online-run.ts';
import { averageRegret } from '../../src/descent/regret.ts';
import { ratio } from '../../src/scalar/exact.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, one, square, sub, sum, zero } = formalSpace;

/** After t steps: Σ regrets, θ_{t+1} and √t. */
interface Seen {
  readonly [name: string]: RationalFunction;
  readonly regrets: RationalFunction;
  readonly theta: RationalFunction;
  readonly root: RationalFunction;
}
const any = (): Seen => ({ regrets: scalar('regrets'), theta: scalar('theta'), root: scalar('root') });
/** √n, where n is the number of steps there. */
const half = scalar('half');
const [n, cube] = [square(half), (a: RationalFunction) => mul(a, square(a))];
const third = (k: number) => of(ratio(k, 3));

/** The text of SGD for one step on the loss θ or −θ, with the rate 1/√t. */
function advance(use: SgdParts, { coordinates, exact, number }: Reader, before: Seen, slope: 1 | -1) {
  const next = scalar('next');
  const run = trace(
    coordinates,
    {
      set: { kind: 'space', dimension: 1 },
      start: [exact(before.theta)],
      comparator: [0],
      losses: [{ kind: 'linear', slope: [slope] }],
      schedule: { kind: 'constant', rate: number('eta') },
    },
    use,
  );
  const regret = sub(run.losses[0]!, run.comparatorLosses[0]!);
  const state: Seen = { regrets: add(before.regrets, regret), theta: run.iterates[1]![0]!, root: next };
  const assumes: readonly Fact[] = [
    nonnegative('√(t − 1)', before.root),
    positive('√t', next),
    same('t is one more', square(next), add(square(before.root), one)),
    same('the rate', mul(scalar('eta'), next), one),
  ];
  return { state, assumes };
}

const [root, next] = [scalar('root'), scalar('next')];
const gap = sub(next, root);

/** Σ regrets + t θ_{t+1} = Σ √t, which is at least 2/3 t √t. */
const there = (use: SgdParts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { regrets, theta, root }) =>
      atMost('invariant', mul(third(2), cube(root)), add(regrets, mul(square(root), theta))),
    before: any,
    base: { first: () => ({ state: { regrets: zero, theta: zero, root: zero }, assumes: [] }) },
    step: {
      next: (reader, before) => advance(use, reader, before, -1),
    },
  }).map((part) => ({ ...part, name: `there, ${part.name}` }));

/** Σ regrets + (2n − t) θ_{t+1} is at least 4n√n − 4n√t + 2/3 t√t: a sum is compared with an integral. */
const invariantBack = ({ regrets, theta, root }: Seen): Fact =>
  atMost(
    'invariant',
    sum([mul(of(4), cube(half)), mul(mul(of(-4), n), root), mul(third(2), cube(root))]),
    add(regrets, mul(sub(mul(of(2), n), square(root)), theta)),
  );

const back = (use: SgdParts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, state) => invariantBack(state),
    before: any,
    base: {
      first: () => {
        const [regrets, theta] = [scalar('regrets'), scalar('theta')];
        return {
          state: { regrets, theta, root: half },
          assumes: [atMost('there', mul(third(2), cube(half)), add(regrets, mul(n, theta)))],
        };
      },
    },
    step: {
      next: (reader, before) => {
        const { state, assumes } = advance(use, reader, before, 1);
        const goal = { ...invariantBack(state), name: 'one more step' };
        return { state, assumes, steps: [sought(goal, { over: ['√t'], squares: [gap, mul(half, gap)] })] };
      },
    },
  }).map((part) => ({ ...part, name: `back, ${part.name}` }));

/** At t = 2n, where 7√2 < 10. That t ≤ 2n and that no step is left is all that is used of it. */
const conclusion: Part = {
  name: 'after 2n steps',
  argue: () => {
    const state = any();
    const left = sub(mul(of(2), n), square(root));
    const [more, less] = [mul(of(10), half), mul(of(7), root)];
    return {
      assumes: [
        positive('√n', half),
        positive('√t', root),
        nonnegative('t is at most 2n', left),
        same('no step is left', mul(left, state.theta), zero),
        { ...invariantBack(state), name: 'after 2n steps' },
      ],
      steps: [
        { goal: positive('10√n + 7√t', add(more, less)) },
        sought(nonnegative('10√n − 7√t', sub(more, less)), { over: ['10√n + 7√t'], squares: [half] }),
        sought(atMost('the regret', mul(mul(of(ratio(4, 25)), n), root), state.regrets), {
          facts: ['after 2n steps', 'no step is left', '√n', '√t', '10√n − 7√t'],
          squares: [sub(mul(of(5), root), mul(of(7), half))],
        }),
        { goal: atMost('the average regret', mul(of(ratio(2, 25)), root), div(state.regrets, mul(of(2), n))) },
      ],
    };
  },
};

/** The average regret of two steps, where the second rate no longer matters. */
const two = (use: SgdParts): Part => ({
  name: 'T = 2',
  argue: ({ coordinates, number }) => {
    const [shortest] = lawOf('sgd.unbounded-regret').instances.all as readonly OnlineRun[];
    const rates = [1, number('eta')];
    const { losses, comparatorLosses } = trace(
      coordinates,
      { ...shortest!, schedule: { kind: 'sequence', rates } },
      use,
    );
    return {
      assumes: [],
      steps: [{ goal: same('the average regret', averageRegret(coordinates, losses, comparatorLosses), of(0.5)) }],
    };
  },
});

/** n losses −θ and then n losses θ, for every n: the average regret grows as √T. What is used of the rates is η_t √t = 1. */
export const unboundedRegretTheorem = (use: SgdParts = reference) => {
  const { cites, states } = lawOf('sgd.unbounded-regret');
  return proved(
    { id: 'unbounded-regret', laws: ['sgd.unbounded-regret'], cites, states, scope: 'all T' },
    withModels('unbounded-regret', [...there(use), ...back(use), conclusion, two(use)]),
    'induction',
  );
};
