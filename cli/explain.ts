import type { AnyLaw, Hypothesis } from '../src/law/law.ts';
import { witnessName } from '../src/law/necessity.ts';
import type { Float64Report, LawReport } from '../src/law/report.ts';
import { tellsSlack } from '../src/law/tightness.ts';
import { decodeInstance, statementAbout, type Witness } from '../src/law/witness.ts';
import { citations } from './article.ts';
import type { Environment } from './environment.ts';
import { shortDecimal } from './number-text.ts';
import { DEFAULT_SEED } from './options.ts';
import { paints } from './paint.ts';
import { provedOf } from './proofs.ts';
import { readable } from './readable.ts';
import { reasons } from './reasons.ts';
import { lawNamed } from './select.ts';
import { sides } from './sides.ts';
import { perform } from './task.ts';
import { count, wrap } from './text.ts';

const QUICK_RUN = 200;

const SUBJECT_OF = { '9902': 'SGD', '7737': 'policy gradient and zeroth-order gradient' } as const;

/** Prints everything there is to know about one law. */
export function explain(id: string, { laws, witnesses, out, colors }: Environment): number {
  const law = lawNamed(laws, id);
  const { bold, verdict } = paints(colors);
  const stored = witnesses();
  const report = perform(law, { id, runs: QUICK_RUN, seed: DEFAULT_SEED, stored: [] }, stored, () => {});
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', bold(title), ...lines];
  const lines = [
    bold(law.id),
    ...wrap(law.says),
    '',
    ...wrap(law.states, '  '),
    ...part('Where', where(law)),
    ...part(
      'Hypotheses',
      law.hypotheses.flatMap((hypothesis) => aboutHypothesis(law, hypothesis, stored)),
    ),
    ...part('Planted mistakes it must catch', teeth(law, report)),
    ...part('How it is decided', decided(law, report)),
    ...part('What is proved', provedOf(law.id)),
    ...part('The tightest case of a quick run', tightest(law, report)),
    ...part('What refutes it', report.verdict === 'refuted' ? counterexample(report.counterexamples[0]) : []),
    ...part(
      'What is true instead',
      (law.instead ?? []).flatMap((other) => whatHolds(lawNamed(laws, other))),
    ),
    ...part('Verdict of the quick run', [
      verdict(report.verdict, report.verdict),
      ...reasons(report).flatMap((reason) => wrap(reason, '  ')),
    ]),
  ];
  for (const line of lines) out(line);
  return 0;
}

const where = (law: AnyLaw): string[] =>
  [
    law.section,
    ...law.cites.map(
      (cite) =>
        `Article ${cite.article} (${SUBJECT_OF[cite.article]}), ${citations({ cites: [cite] })}${cite.place === undefined ? '' : `: ${cite.place}`}`,
    ),
    ...(law.derivation === undefined ? [] : [`Derived through ${law.derivation.join(', ')}`]),
  ].flatMap((line) => wrap(line, '  ', '    '));

function aboutHypothesis(
  law: AnyLaw,
  { name, says, necessity }: Hypothesis<unknown>,
  stored: ReadonlyMap<string, Witness>,
): string[] {
  const head = wrap(`${name}: ${says}`, '  ', '    ');
  switch (necessity.kind) {
    case 'search': {
      const witness = stored.get(witnessName(law.id, name));
      if (witness === undefined) return [...head, '    Not shown to be necessary yet.'];
      const note = necessity.note === undefined ? [] : wrap(necessity.note, '    ');
      return [...head, '    Necessary. Without it the claim fails on:', ...counterexample(witness, '      '), ...note];
    }
    case 'necessary-by-argument':
      return [...head, ...wrap(`Necessary, by argument: ${necessity.because}`, '    ')];
    case 'not-separable':
      return [...head, ...wrap(`Implied by the others: ${necessity.because}`, '    ')];
    case 'proved-unneeded': {
      const stronger = necessity.law === undefined ? '' : ` See ${necessity.law}.`;
      return [...head, ...wrap(`Not needed: ${necessity.because}${stronger}`, '    ')];
    }
    case 'not-shown':
      return [...head, ...wrap(`Not shown to be necessary: ${necessity.because}`, '    ')];
  }
}

const whatHolds = ({ id, says }: AnyLaw): string[] => wrap(`${id}: ${says}`, '  ', '    ');

const counterexample = (witness: Witness | undefined, indent = '  '): string[] =>
  witness === undefined ? [] : [...readable(witness.instance, indent), ...sides(witness.observed, indent)];

const teeth = (law: AnyLaw, report: LawReport): string[] =>
  Object.entries(law.teeth).flatMap(([name, { says }]) =>
    wrap(`${name}: ${says} ${report.teeth[name] === 'caught' ? 'Caught.' : 'Not caught.'}`, '  ', '    '),
  );

const inDoubles = ({ float64 }: AnyLaw): string =>
  float64 === undefined ? '' : ', exactly and as users run it in doubles';

function decided(law: AnyLaw, report: LawReport): string[] {
  const ladder = law.ladder ?? ['filter', 'rational', 'surd', 'interval'];
  const counts = Object.entries(report.decidedBy).map(([reading, n]) => `${reading} ${n}`);
  const what = report.exhaustive ? 'All cases there are' : 'Cases of a quick run';
  return [
    ...(law.subject === undefined ? [] : [`What it judges: the ${law.subject}${inDoubles(law)}.`]),
    `By the first reading that can: ${ladder.join(', then ')}.`,
    `${what}: ${report.cases}; decided by ${counts.join(', ') || 'none'}.`,
    `Second opinions of the decimal intervals: ${report.confirmed} confirm, ${report.consistent} enclose equality.`,
    ...(report.float64 === null ? [] : [toldByDoubles(report.float64)]),
    ...Object.entries(report.cover).map(
      ([name, { atLeast, seen }]) => `Of class “${name}”: ${seen}; at least ${100 * atLeast} % are needed.`,
    ),
  ].flatMap((line) => wrap(line, '  ', '    '));
}

/** How many cases in doubles are decided, and how many are only not refuted. */
function toldByDoubles({ cases, consistent, confirmed }: Float64Report): string {
  if (consistent === 0) return `In doubles: ${count(cases, 'case')}, all decided.`;
  return (
    `In doubles: ${count(cases, 'case')}, of which ${cases - consistent} are decided and ${consistent} found only ` +
    'consistent: the filter shows neither that every answer within the declared accuracy satisfies the law nor that ' +
    'every one breaks it. Rounded answers can refute an equality, or a bound that is attained, but never confirm it.' +
    (confirmed === 0 ? '' : ` The decimal intervals judged ${confirmed} of these again, and found no violation.`)
  );
}

function tightest(law: AnyLaw, { tightest: found }: LawReport): string[] {
  if (found === null || found.ratio === null) return [];
  const slack = tellsSlack(statementAbout(law, decodeInstance(law, found.input)));
  const ratio = slack ? '1 − slack / largest slack' : 'left / right';
  return [...wrap(`${ratio} = ${shortDecimal(found.ratio, 12)}`, '  '), ...readable(found.input, '  ')];
}
