import { checkAll, type Evidence, proofOf, type Theorem, theorems } from '../proofs/index.ts';
import type { Environment } from './environment.ts';
import { paints } from './paint.ts';
import { provedInCoq } from './proofs.ts';
import { lawNamed } from './select.ts';
import { wrap } from './text.ts';

/** Prints what is proved of one law, as a person would read it: numbered steps, what each uses, the multipliers. */
export function prove(id: string, { laws, out, colors }: Environment): number {
  const law = lawNamed(laws, id);
  const { bold } = paints(colors);
  const { status, scope, because } = proofOf(law.id);
  const verdict =
    because === null ? `${status === 'refuted' ? 'Refuted' : 'Proved'}, ${scope}.` : `Not proved: ${because}`;
  const lines = [
    bold(law.id),
    ...wrap(law.says),
    '',
    ...wrap(verdict),
    ...checkAll(theorems.filter(({ laws }) => laws.includes(law.id))).flatMap((outcome) => [
      '',
      bold(`${outcome.theorem.id} (${outcome.theorem.kind}, ${outcome.theorem.scope})`),
      ...wrap(outcome.theorem.states, '  '),
      ...about(outcome.theorem),
      ...(outcome.status === 'unproved'
        ? wrap(`Not proved: ${outcome.because}`, '  ')
        : outcome.proof.evidence.flatMap(obligation)),
    ]),
    ...inCoq(law.id),
  ];
  for (const line of lines) out(line);
  return 0;
}

function inCoq(id: string): string[] {
  const lines = provedInCoq(id);
  return lines.length === 0 ? [] : ['', ...lines];
}

const about = ({ restsOn = [], leaves }: Theorem): string[] => [
  ...(restsOn.length === 0 ? [] : wrap(`Rests on ${restsOn.join(', ')}.`, '  ')),
  ...(leaves === undefined ? [] : wrap(`Leaves: ${leaves}`, '  ')),
];

function obligation({ name, hypotheses, steps, nonzero }: Evidence): string[] {
  const number = (i: number): string => `    ${`${i + 1}.`.padEnd(3)} `;
  return [
    '',
    ...wrap(name, '  '),
    ...hypotheses.flatMap(({ name, says, need }) =>
      wrap(`[${name}] ${says}${need === 'shown' ? ' (needed)' : ''}`, '    ', '      '),
    ),
    ...(nonzero.length === 0 ? [] : wrap(`Not zero: ${nonzero.join(', ')}`, '    ', '      ')),
    ...steps.flatMap(({ goal, shows, says }, i) => [
      ...wrap(`[${goal}] ${shows}`, number(i), '        '),
      ...wrap(`= ${says}`, '        ', '          '),
    ]),
  ];
}
