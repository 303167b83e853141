import type { AnyLaw } from '../../src/law/law.ts';
import { algebra } from '../../src/scalar/algebra.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import { NotProved } from '../kernel/fact.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, below, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, of, one, sub, zero } = formalSpace;

/** log b − log a < b/a − 1, which is log z < z − 1 at z = b/a ≠ 1: all that is used of the logarithm but log 1 = 0. */
const logBelow = (
  name: string,
  logs: readonly [b: RationalFunction, a: RationalFunction],
  ratio: RationalFunction,
): Fact => below(name, sub(logs[0], logs[1]), sub(ratio, one));

const [sum, count, last, log] = [scalar('sum'), scalar('count'), scalar('last'), scalar('log')];
const later = add(count, one);
const share = div(one, later);
const steps = positive('steps', count);
const inverse: Step = { goal: positive('one more step', later) };

/** log(T + 1) < Σ 1/t: a step adds 1/(T + 1), which is more than log(T + 2) − log(T + 1). */
const fromBelow = induction({
  invariant: (_, state) => below('invariant', state.log, state.sum),
  before: () => ({ sum, log: last }),
  base: {
    first: () => ({ state: { sum: one, log }, assumes: [logBelow('log 2', [log, zero], of(2))] }),
  },
  step: {
    next: (_, before) => ({
      state: { sum: add(before.sum, share), log },
      assumes: [steps, logBelow('log (T + 2)', [log, before.log], div(add(later, one), later))],
      steps: [inverse],
    }),
  },
}).map((part) => ({ ...part, name: `from below, ${part.name}` }));

const logOfLater = logBelow('log T', [last, log], div(count, later));

/** Σ 1/t ≤ 1 + log T: a step adds 1/(T + 1), which is less than log(T + 1) − log T. */
const fromAbove = induction({
  invariant: (_, state) => atMost('invariant', state.sum, add(one, state.log)),
  before: () => ({ sum, log: last }),
  base: { first: () => ({ state: { sum: one, log: zero }, assumes: [] }) },
  step: {
    next: (_, before) => ({
      state: { sum: add(before.sum, share), log },
      assumes: [steps, logOfLater],
      steps: [inverse],
    }),
  },
}).map((part) => ({ ...part, name: `from above, ${part.name}` }));

const strict: Part = {
  name: 'strictly, from T = 2 on',
  argue: () => ({
    assumes: [steps, atMost('from above', sum, add(one, last)), logOfLater],
    steps: [inverse, { goal: below('from above, strictly', add(sum, share), add(one, log)) }],
  }),
};

/** The law itself for T steps, where log 1, log 2, … are numbers that log z < z − 1 is assumed of. */
const text = (claim: AnyLaw['claim'], T: number): Part => ({
  name: `the law itself, T = ${T}`,
  argue: ({ coordinates }) => {
    const whole = Array.from({ length: T + 1 }, (_, i) => i + 1);
    const logs = whole.map((n) => (n === 1 ? zero : scalar(`log_${n}`)));
    const F = algebra<RationalFunction>({
      ...coordinates,
      log: (a) => {
        const n = whole.find((each) => equal(a, of(each)));
        if (n === undefined) throw new NotProved(`The text takes log of ${a}, of which nothing is assumed.`);
        return logs[n - 1]!;
      },
    });
    const bounds = whole
      .slice(1)
      .flatMap((n) => [
        logBelow(`log ${n} from above`, [logs[n - 1]!, logs[n - 2]!], div(of(n), of(n - 1))),
        logBelow(`log ${n} from below`, [logs[n - 2]!, logs[n - 1]!], div(of(n - 1), of(n))),
      ]);
    const make = { '=': same, '<=': atMost, '<': below };
    const goals = [...comparisons(claim(F, { horizon: T }, undefined))].map(({ relation, left, right, name }) =>
      make[relation](name!, left, right),
    );
    return {
      assumes: bounds,
      steps: goals.map((goal): Step => ({ goal })),
      concludes: goals.map(({ name }) => name),
    };
  },
});

/**
 * The harmonic numbers and the logarithm, for all T: what is used of the logarithm is log 1 = 0 and log z < z − 1. The law
 * itself is read for T = 1, 2, 3 and 16.
 */
export const harmonicTheorem = (claim = lawOf('sgd.harmonic-log').claim) => {
  const { cites, states } = lawOf('sgd.harmonic-log');
  return proved(
    {
      id: 'harmonic-log',
      laws: ['sgd.harmonic-log'],
      cites,
      states,
      scope: 'all T',
      leaves: 'That log z < z − 1 for every positive z but 1, which Coq proves.',
    },
    withModels('harmonic-log', [...fromBelow, ...fromAbove, strict, ...[1, 2, 3, 16].map((T) => text(claim, T))]),
    'induction',
  );
};
