import { type Decision, decide, decideIn } from '../../src/law/decide.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { interval } from '../../src/scalar/interval.ts';
import { NotProved } from '../kernel/fact.ts';
import type { Evidence, Theorem } from './theorem.ts';

/** Digits that decide most of what decimal bounds decide, in a fraction of the time that more of them take. */
const FEW_DIGITS = 12;

/** Evaluates a law on one instance in exact fractions or combinations of square roots, or else in proved decimal bounds. */
function exactly(law: AnyLaw, instance: unknown): Decision['outcome'] {
  const statement = <S>(F: Algebra<S>) => law.claim(F, instance, law.reference);
  const exact = decide(statement, ['rational', 'surd']);
  if (exact.outcome !== 'undecided') return exact.outcome;
  const bounds = decideIn(interval(FEW_DIGITS), statement);
  return bounds === undefined || bounds.outcome === 'undecided'
    ? decide(statement, ['interval']).outcome
    : bounds.outcome;
}

/**
 * A law about the instances it lists and no others, by evaluating the law itself on each of them: proved when it holds
 * on all, and, for a claim that is expected to be false, refuted when it fails on one that satisfies its hypotheses.
 */
export function computed(law: AnyLaw, leaves?: string): Theorem {
  const instances = law.instances.all ?? [];
  const refutes = law.expects === 'refuted';
  const statement = {
    id: `computed.${law.id}`,
    laws: [law.id],
    cites: law.cites,
    states: law.states,
    scope: instances.length === 1 ? ('one instance' as const) : (`${instances.length} instances` as const),
    ...(leaves === undefined ? {} : { leaves }),
  };
  const kind = refutes ? 'counterexample' : 'computation';
  const check = (): Evidence => {
    const outcomes = instances.map((instance) => exactly(law, instance));
    const valid = instances.map((instance) => law.hypotheses.every(({ holds }) => holds(instance)));
    const shown = refutes
      ? outcomes.some((outcome, i) => outcome === 'violated' && valid[i])
      : outcomes.length > 0 && outcomes.every((outcome, i) => outcome === 'holds' && valid[i]);
    if (!shown) {
      throw new NotProved(`Exact evaluation of ${law.id} on its ${instances.length} instances does not settle it.`);
    }
    const refuting = refutes ? instances.find((_, i) => outcomes[i] === 'violated' && valid[i]) : undefined;
    const says = refutes ? 'evaluated exactly: false' : 'evaluated exactly on each instance: true';
    return {
      name: law.id,
      paths: [{ key: '', facts: [], steps: [{ goal: law.id, says, shows: law.says }] }],
      hypotheses: [],
      nonzero: [],
      concludes: [],
      ...(refutes && { refuting }),
      shortFor: {},
    };
  };
  return { ...statement, kind, check: () => ({ ...statement, kind, evidence: [check()], nonzero: [] }) };
}
