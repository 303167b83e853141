import type { meanAbsoluteWalk } from '../../properties/9902-sgd/center-start.ts';
import type { Step } from '../kernel/argument.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { nonnegative, same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { decidedBy } from './positive-numbers.ts';

const { add, mul, of, one, sub, zero } = formalSpace;
const two = of(2);

/** Σ |k| over all sequences of signs of sum k, and how many have the sum 0: a step doubles the one and adds the other. */
const distances = induction({
  invariant: (_, { before, after, zeros }) => same('invariant', after, mul(two, add(before, zeros))),
  before: () => ({ before: scalar('before'), after: scalar('after'), zeros: scalar('zeros') }),
  base: { first: () => ({ state: { before: zero, after: zero, zeros: zero }, assumes: [] }) },
  step: {
    next: ({ coordinates, atLeast }, { before, after, zeros }) => {
      const away = scalar('away');
      // A sequence of sum 0, or 1 + away on either side of it.
      const none = atLeast(scalar('even'), zero);
      const given = [nonnegative('away', away)];
      const { F, steps } = decidedBy(coordinates, given);
      const k = none ? zero : add(one, away);
      const both = add(F.abs(add(k, one)), F.abs(sub(k, one)));
      return {
        state: { before: add(before, k), after: add(after, both), zeros: none ? add(zeros, one) : zeros },
        assumes: given,
        steps,
      };
    },
  },
}).map((part) => ({ ...part, name: `Σ |k|, ${part.name}` }));

/** Of the sequences of n signs, c_k have k times +: k c_k = (n − k + 1) c_{k−1}, row by row of Pascal’s triangle. */
const [n, k] = [scalar('n'), scalar('k')];
const row = (k: RationalFunction, n: RationalFunction, c: RationalFunction, left: RationalFunction) =>
  [mul(k, c), mul(add(sub(n, k), one), left)] as const;
const firstRow: Part = {
  name: 'the first row of Pascal’s triangle',
  argue: () => ({
    assumes: [],
    steps: [
      { goal: same('at 0', ...row(zero, zero, one, zero)) },
      { goal: same('at 1', ...row(one, zero, zero, one)) },
      { goal: same('elsewhere', ...row(k, zero, zero, zero)) },
    ],
    concludes: ['at 0', 'at 1', 'elsewhere'],
  }),
};
const nextRow: Part = {
  name: 'the next row of Pascal’s triangle',
  argue: () => {
    const [here, left, further] = [scalar('c'), scalar('left'), scalar('further')];
    return {
      assumes: [
        same('the row at k', ...row(k, n, here, left)),
        same('the row at k − 1', ...row(sub(k, one), n, left, further)),
      ],
      steps: [{ goal: same('the next row at k', ...row(k, add(n, one), add(here, left), add(left, further))) }],
    };
  },
};

/** The middle of two rows further: (m + 1) C(2m + 2, m + 1) = 2 (2m + 1) C(2m, m). */
const middle: Part = {
  name: 'the middles of the even rows',
  argue: () => {
    const [m, b, next, inner, outer] = [scalar('m'), scalar('b'), scalar('next'), scalar('inner'), scalar('outer')];
    return {
      assumes: [
        nonnegative('m', m),
        same('row 2m at m + 1', mul(add(m, one), next), mul(m, b)),
        same('row 2m + 1', inner, add(next, b)),
        same('row 2m + 1 at m + 1', mul(add(m, one), inner), mul(add(m, one), outer)),
      ],
      steps: [
        { goal: same('row 2m + 2', mul(add(m, one), add(inner, outer)), mul(two, mul(add(mul(two, m), one), b))) },
      ],
    };
  },
};

/** Σ |k| is 2m C(2m, m) after 2m steps, and 2 (2m + 1) C(2m, m) one step later. */
const walks = induction({
  invariant: (_, { total, b, m }) => same('invariant', total, mul(mul(two, m), b)),
  before: () => ({ total: scalar('total'), b: scalar('b'), m: scalar('m') }),
  base: { first: () => ({ state: { total: zero, b: one, m: zero }, assumes: [] }) },
  step: {
    next: (_, { total, b, m }) => {
      const next = scalar('next');
      const odd = mul(two, add(total, b));
      return {
        state: { total: mul(two, odd), b: next, m: add(m, one) },
        assumes: [same('the middles', mul(add(m, one), next), mul(two, mul(add(mul(two, m), one), b)))],
        steps: [{ goal: same('the odd step', odd, mul(two, mul(add(mul(two, m), one), b))) }],
      };
    },
  },
}).map((part) => ({ ...part, name: `the walk, ${part.name}` }));

/** Σ |k| over all sequences of T signs, by Pascal's triangle. */
function walkSum(T: number): number {
  let row = [1];
  for (let t = 0; t < T; t++) row = [...row, 0].map((c, i) => c + (row[i - 1] ?? 0));
  return row.reduce((total, c, i) => total + c * Math.abs(2 * i - T), 0);
}
const meanText = (mean: typeof meanAbsoluteWalk): Part => ({
  name: 'the text of E |±1 ± … ± 1|',
  argue: () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (T): Step => ({ goal: same(`T = ${T}`, mul(of(2 ** T), of(mean(T))), of(walkSum(T))) }),
    );
    return { assumes: [], steps, concludes: steps.flatMap((step) => ('goal' in step ? [step.goal.name] : [])) };
  },
});

/** Σ |k| over all sequences of T signs, for all T, and the text of its mean. */
export const walkParts = (mean: typeof meanAbsoluteWalk): readonly Part[] => [
  ...distances,
  firstRow,
  nextRow,
  middle,
  ...walks,
  meanText(mean),
];
