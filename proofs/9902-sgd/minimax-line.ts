import { meanAbsoluteWalk } from '../../properties/9902-sgd/center-start.ts';
import { reference, type SgdParts } from '../../properties/9902-sgd/subject.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { nonnegative, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { walkParts } from './coin-walk.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { decidedBy } from './positive-numbers.ts';

const { add, div, mul, neg, of, sub, sum, zero } = formalSpace;
const [G, length] = [scalar('G'), scalar('length')];
const two = of(2);

/** Σ over all sequences of what has been lost: each goes on with G and with −G, from the same point. */
const losses = induction({
  invariant: (_, { before, after }) => same('invariant', after, mul(two, before)),
  before: () => ({ before: scalar('before'), after: scalar('after') }),
  base: { first: () => ({ state: { before: zero, after: zero }, assumes: [] }) },
  step: {
    next: (_, { before, after }) => {
      const [lost, point] = [scalar('lost'), scalar('point')];
      const both = add(add(lost, mul(G, point)), add(lost, mul(neg(G), point)));
      return { state: { before: add(before, lost), after: add(after, both) }, assumes: [] };
    },
  },
}).map((part) => ({ ...part, name: `the sequences go on, ${part.name}` }));

const noLosses = induction({
  invariant: (_, { total }) => same('invariant', total, zero),
  before: () => ({ total: scalar('total') }),
  base: { first: () => ({ state: { total: zero }, assumes: [] }) },
  step: {
    next: (_, { total }) => ({
      state: { total: scalar('after') },
      assumes: [same('the sequences go on', scalar('after'), mul(two, total))],
    }),
  },
}).map((part) => ({ ...part, name: `no losses, ${part.name}` }));

/**
 * What the best points gain, over all pairs of a sequence with Σ g = kG, k ≥ 0, and the one with all signs changed:
 * together −kG times the length. Over all sequences the sum of these pairs is twice that of the gains.
 */
const bestPoints = induction({
  invariant: (_, { pairs, total }) => same('invariant', pairs, neg(mul(mul(length, G), total))),
  before: () => ({ pairs: scalar('pairs'), total: scalar('total') }),
  base: { first: () => ({ state: { pairs: zero, total: zero }, assumes: [] }) },
  step: {
    next: ({ coordinates }, { pairs, total }) => {
      const k = scalar('k');
      const given = [nonnegative('|k|', k), positive('G', G), positive('length', length)];
      const { F, steps } = decidedBy(coordinates, given);
      const gain = (sum: RationalFunction) => F.min(F.zero, F.mul(sum, length));
      const both = add(gain(mul(G, k)), gain(neg(mul(G, k))));
      return { state: { pairs: add(pairs, both), total: add(total, k) }, assumes: given, steps };
    },
  },
}).map((part) => ({ ...part, name: `the best points of opposite sequences, ${part.name}` }));

/** The mean over all 2^T sequences: nothing is lost, so that the regret is what the best points gain. */
const conclusion: Part = {
  name: 'the expected regret',
  argue: () => {
    const [all, total, gains, lost] = [scalar('all'), scalar('total'), scalar('gains'), scalar('lost')];
    return {
      assumes: [
        positive('sequences', all),
        same('no losses', lost, zero),
        same('the best points', mul(two, gains), neg(mul(mul(length, G), total))),
      ],
      steps: [{ goal: same('the mean', div(sub(lost, gains), all), mul(div(mul(length, G), two), div(total, all))) }],
    };
  },
};

/** The law itself for T steps that stay inside, from any point, with any rate. */
const text = (use: SgdParts, T: number): Part => ({
  name: `the law itself, T = ${T}`,
  argue: ({ coordinates, exact, number }) => {
    const [below, above, eta] = [scalar('below'), scalar('above'), scalar('eta')];
    const given = [positive('below', below), positive('above', above), positive('G', G), positive('η', eta)];
    const { F, steps } = decidedBy(coordinates, given);
    const reach = mul(of(T), mul(eta, G));
    const start = add(below, reach);
    const whole = sum([below, above, mul(two, reach)]);
    const run = {
      horizon: T,
      length: exact(whole),
      gradient: number('G'),
      start: exact(div(start, whole)),
      rate: number('eta'),
    };
    const [goal] = [...comparisons(lawOf('sgd.minimax-line').claim(F, run, use))].map(({ left, right, name }) =>
      same(name!, left, right),
    );
    return { assumes: given, steps: [...steps, { goal: goal! }] };
  },
});

/**
 * Random signs on the line, for all T: whatever is played loses nothing on average, and the best point gains DG Σ |k| / 2.
 * The text of E |Σ ±1| is read for T ≤ 8, all that the law takes, and the law itself for T ≤ 3.
 */
export const minimaxLineTheorem = (mean = meanAbsoluteWalk, use: SgdParts = reference) => {
  const { cites, states } = lawOf('sgd.minimax-line');
  return proved(
    { id: 'minimax-line', laws: ['sgd.minimax-line'], cites, states, scope: 'all T' },
    withModels('minimax-line', [
      ...losses,
      ...noLosses,
      ...bestPoints,
      ...walkParts(mean),
      conclusion,
      ...[1, 2, 3].map((T) => text(use, T)),
    ]),
    'induction',
  );
};
