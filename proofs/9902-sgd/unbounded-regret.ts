import { reference, type SgdParts, trace } from '../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../properties/instances/descent/online-run.ts';
import { averageRegret } from '../../src/descent/regret.ts';
import { ratio } from '../../src/scalar/exact.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import { induction } from '../kernel/induction.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, mul, neg, of, one, square, sub, sum, zero } = formalSpace;

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
      next: (reader, before) => ({
        ...advance(use, reader, before, -1),
        by: {
          terms: [
            { facts: ['invariant'] },
            { times: ratio(1, 3), facts: ['√t'], square: gap },
            { times: ratio(2, 3), facts: ['√(t − 1)'], square: gap },
            { multiple: next, of: 'the rate' },
            { multiple: sub(before.theta, next), of: 't is one more' },
          ],
        },
      }),
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
          by: { terms: [{ facts: ['there'] }] },
        };
      },
    },
    step: {
      next: (reader, before) => ({
        ...advance(use, reader, before, 1),
        by: {
          scaled: ['√t'],
          terms: [
            { facts: ['√t', 'invariant'] },
            { times: 2, square: mul(half, gap) },
            { times: ratio(1, 3), facts: ['√t', '√t'], square: gap },
            { times: ratio(2, 3), facts: ['√t', '√(t − 1)'], square: gap },
            { multiple: neg(sub(mul(of(2), n), square(next))), of: 'the rate' },
            { multiple: sum([mul(neg(next), before.theta), mul(of(2), n), neg(square(next))]), of: 't is one more' },
          ],
        },
      }),
    },
  }).map((part) => ({ ...part, name: `back, ${part.name}` }));

/** At t = 2n, where 212√2 < 300. That t ≤ 2n and that no step is left is all that is used of it. */
const conclusion: Part = {
  name: 'after 2n steps',
  argue: () => {
    const state = any();
    const left = sub(mul(of(2), n), square(root));
    const [both, between] = [add(mul(of(300), half), mul(of(212), root)), sub(mul(of(300), half), mul(of(212), root))];
    return {
      assumes: [
        positive('√n', half),
        positive('√t', root),
        nonnegative('t is at most 2n', left),
        same('no step is left', mul(left, state.theta), zero),
        { ...invariantBack(state), name: 'after 2n steps' },
      ],
      steps: [
        {
          goal: positive('300√n + 212√t', both),
          by: {
            terms: [
              { times: 300, facts: ['√n'] },
              { times: 212, facts: ['√t'] },
            ],
          },
        },
        {
          goal: nonnegative('300√n − 212√t', between),
          by: {
            scaled: ['300√n + 212√t'],
            terms: [
              { times: 112, square: half },
              { times: 212 ** 2, facts: ['t is at most 2n'] },
            ],
          },
        },
        {
          goal: atMost('the regret', mul(mul(of(ratio(4, 25)), n), root), state.regrets),
          by: {
            scaled: ['300√n + 212√t'],
            terms: [
              { facts: ['300√n + 212√t', 'after 2n steps'] },
              { multiple: neg(both), of: 'no step is left' },
              { times: ratio(112, 75), square: n },
              { times: ratio(133432, 3975), facts: ['t is at most 2n'], square: half },
              { times: ratio(424, 3), facts: ['t is at most 2n', 't is at most 2n'] },
              { times: ratio(50, 53), facts: ['t is at most 2n', '√n', '300√n − 212√t'] },
            ],
          },
        },
        {
          goal: atMost('the average regret', mul(of(ratio(2, 25)), root), div(state.regrets, mul(of(2), n))),
          by: { scaled: ['√n', '√n'], terms: [{ times: 0.5, facts: ['the regret'] }] },
        },
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
