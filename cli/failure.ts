import { type Decision, decide } from '../src/law/decide.ts';
import type { AnyLaw } from '../src/law/law.ts';
import { decodeInstance, type Witness } from '../src/law/witness.ts';
import { citations } from './article.ts';
import { readable } from './readable.ts';
import { sides } from './sides.ts';
import { wrap } from './text.ts';

/** A counterexample for a person: the input, both sides, and the first step of the article's proof that breaks. */
export function failure(laws: readonly AnyLaw[], law: AnyLaw, witness: Witness): string[] {
  return [
    ...wrap(law.says, '  '),
    ...withoutHypothesis(law, witness),
    ...judged(law, witness.implementation),
    '  input:',
    ...readable(witness.instance, '    '),
    ...sides(witness.observed, '  '),
    ...brokenStep(laws, law, witness),
  ];
}

function withoutHypothesis(law: AnyLaw, { broken }: Witness): string[] {
  const without = law.hypotheses.find(({ name }) => name === broken);
  return without === undefined ? [] : wrap(`without the hypothesis “${without.name}”: ${without.says}`, '  ');
}

/** Whose answers were judged, where it is not the reference. */
export function judged(law: AnyLaw, implementation: string): string[] {
  const mistake = Object.hasOwn(law.teeth, implementation) ? law.teeth[implementation] : undefined;
  if (mistake !== undefined) return wrap(`with the planted mistake “${implementation}”: ${mistake.says}`, '  ');
  return implementation === 'float64' ? ['  in doubles, as users run it, widened by the declared accuracy'] : [];
}

/** Decides the derivation's laws on the same instance with the same implementation, and names the first that fails. */
function brokenStep(laws: readonly AnyLaw[], law: AnyLaw, witness: Witness): string[] {
  const steps = (law.derivation ?? []).flatMap((id) => laws.filter((step) => step.id === id));
  if (steps.length === 0) return [];
  const outcomes = steps.map((step) => ({ step, outcome: decideStep(law, step, witness) }));
  const first = outcomes.find(({ outcome }) => outcome === 'violated')?.step;
  if (first !== undefined) {
    return wrap(
      `The first step of the proof that breaks: ${first.id} ${citations(first)}. ${first.says}`,
      '  ',
      '    ',
    );
  }
  const sound = outcomes.every(({ outcome }) => outcome === 'holds');
  const found = sound ? 'Every step of the article’s proof holds' : 'No step of the article’s proof was found to break';
  return wrap(`${found} on this input.`, '  ');
}

function decideStep(law: AnyLaw, step: AnyLaw, { implementation, instance: json }: Witness): Decision['outcome'] {
  const use = implementationOf(law, implementation);
  try {
    const instance = decodeInstance(law, json);
    return decide((F) => step.claim(F, instance, use), step.ladder).outcome;
  } catch {
    return 'undecided'; // the step says nothing about this input
  }
}

/** What the implementation of that name replaces the reference by. */
function implementationOf(law: AnyLaw, name: string): unknown {
  if (name === 'float64') return law.float64;
  return (Object.hasOwn(law.teeth, name) ? law.teeth[name]?.use : undefined) ?? law.reference;
}
