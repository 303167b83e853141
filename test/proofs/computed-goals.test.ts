import { expect, test } from 'vitest';
import { computedGoals } from '../../proofs/computed-goals.ts';
import { theorems } from '../../proofs/index.ts';
import { showFact } from '../../proofs/kernel/fact.ts';
import { checkObligation } from '../../proofs/kernel/obligation.ts';
import type { ArgumentTheorem } from '../../proofs/theorem/theorem.ts';

test('the goals about what a text computes are other expressions on some paths', () => {
  const found = Object.keys(computedGoals).map((id) => {
    const { parts } = theorems.find((theorem) => theorem.id === id) as ArgumentTheorem;
    const said = new Map<string, Set<string>>();
    for (const part of parts) {
      if (part.claimVaries) continue;
      for (const { absurd, conclusions } of checkObligation(part))
        for (const fact of absurd ? [] : conclusions) {
          const name = `${part.name}: ${fact.name}`;
          said.set(name, (said.get(name) ?? new Set()).add(showFact(fact)));
        }
    }
    const varying = [...said].filter(([, each]) => each.size > 1).map(([name]) => name.split(': ').slice(1).join(': '));
    return [id, [...new Set(varying)].filter((goal) => goal !== 'invariant after the step').sort()];
  });
  expect(found).toEqual(Object.entries(computedGoals).map(([id, goals]) => [id, [...goals].sort()]));
});
