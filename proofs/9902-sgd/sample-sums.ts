import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';

const { add, mul, sub, zero } = formalSpace;

/** One path up to step t: its weight, and what it has paid: Σ regrets and Σ gaps. */
export const [weight, regret, gap] = [scalar('weight'), scalar('regret'), scalar('gap')] as const;
/** Σ q_x, Σ q_x L(x, θ_t) and Σ q_x L(x, θ*) over all samples; L(θ_t) and L(θ*). */
const [mass, losses, least] = [scalar('mass'), scalar('losses'), scalar('least')];
export const [population, minimum] = [scalar('population'), scalar('minimum')] as const;

/** Over some of the samples x that may come next: the sums above, and Σ weight · payment over the longer paths. */
interface Next {
  readonly [name: string]: RationalFunction;
  readonly mass: RationalFunction;
  readonly losses: RationalFunction;
  readonly least: RationalFunction;
  readonly regrets: RationalFunction;
  readonly gaps: RationalFunction;
}
const someNext = (): Next => ({ mass, losses, least, regrets: scalar('regrets'), gaps: scalar('gaps') });
const noNext: Next = { mass: zero, losses: zero, least: zero, regrets: zero, gaps: zero };

const q = scalar('q');
const [longer, loss, fixed, comparator] = [scalar('longer'), scalar('loss'), scalar('fixed'), scalar('comparator')];
const more = (before: Next): Next => ({
  mass: add(before.mass, q),
  losses: add(before.losses, mul(q, loss)),
  least: add(before.least, mul(q, fixed)),
  regrets: add(before.regrets, mul(longer, add(regret, sub(loss, comparator)))),
  gaps: add(before.gaps, mul(longer, add(gap, sub(population, minimum)))),
});
const independent = same('the weight of the longer path', longer, mul(weight, q), 'independent-samples');
const fixedTarget = same('the comparator of the path', comparator, fixed, 'comparator-fixed');

const regretsOf = ({ mass, losses, least, regrets }: Next): Fact =>
  same('invariant', regrets, mul(weight, add(mul(mass, regret), sub(losses, least))));
const gapsOf = ({ mass, gaps }: Next): Fact =>
  same('invariant', gaps, mul(mul(weight, mass), add(gap, sub(population, minimum))));

/** Σ weight · regret over the paths that go on from one, whose θ_t does not know x_t. */
const nextRegrets = induction<Next>({
  invariant: (_, state) => regretsOf(state),
  before: someNext,
  base: { first: () => ({ state: noNext, assumes: [] }) },
  step: {
    next: (_, before) => ({ state: more(before), assumes: [independent, fixedTarget] }),
  },
}).map((part) => ({ ...part, name: `regrets of the longer paths, ${part.name}` }));

/** Σ weight · gap over the same paths. */
const nextGaps = induction<Next>({
  invariant: (_, state) => gapsOf(state),
  before: someNext,
  base: { first: () => ({ state: noNext, assumes: [] }) },
  step: {
    next: (_, before) => ({ state: more(before), assumes: [independent] }),
  },
}).map((part) => ({ ...part, name: `gaps of the longer paths, ${part.name}` }));

/** Going on from one path multiplies Σ weight (regret − gap) by Σ q. */
const onePath: Part = {
  name: 'one path goes on',
  argue: () => {
    const state = someNext();
    return {
      assumes: [
        { ...regretsOf(state), name: 'regrets of the longer paths' },
        { ...gapsOf(state), name: 'gaps of the longer paths' },
        same('L(θ_t)', mul(mass, population), losses),
        same('L(θ*)', mul(mass, minimum), least),
      ],
      steps: [{ goal: same('what is left', sub(state.regrets, state.gaps), mul(mul(mass, weight), sub(regret, gap))) }],
    };
  },
};

/** So does going on from all of them. */
const allPaths = induction({
  invariant: (_, { after, before }) => same('invariant', after, mul(mass, before)),
  before: () => ({ after: scalar('after'), before: scalar('before') }),
  base: { first: () => ({ state: { after: zero, before: zero }, assumes: [] }) },
  step: {
    next: (_, { after, before }) => {
      const left = scalar('left');
      const own = mul(weight, sub(regret, gap));
      return {
        state: { after: add(after, left), before: add(before, own) },
        assumes: [same('what is left', left, mul(mass, own))],
      };
    },
  },
}).map((part) => ({ ...part, name: `all paths go on, ${part.name}` }));

/** It is 0 before the first step, and so after every step. */
const allSteps = induction({
  invariant: (_, { difference }) => same('invariant', difference, zero),
  before: () => ({ difference: scalar('difference') }),
  base: { first: () => ({ state: { difference: zero }, assumes: [] }) },
  step: {
    next: (_, { difference }) => {
      const after = scalar('after');
      return { state: { difference: after }, assumes: [same('all paths go on', after, mul(mass, difference))] };
    },
  },
}).map((part) => ({ ...part, name: `all steps, ${part.name}` }));

/** Σ weight (regret − gap) over all paths of samples is 0: by the samples, by the paths and by the steps. */
export const sampleSums: readonly Part[] = [...nextRegrets, ...nextGaps, onePath, ...allPaths, ...allSteps];
