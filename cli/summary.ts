import type { LawReport } from '../src/law/report.ts';
import { exitCode, type Verdict } from '../src/law/verdict.ts';
import { confirmedIn, isProved, type RunReport } from './json.ts';
import type { Paint } from './paint.ts';
import type { Shard } from './task.ts';
import { count, fewOf, wrap } from './text.ts';

const WORDS: Readonly<Record<Verdict, (n: number) => string>> = {
  holds: (n) => `${n} ${n === 1 ? 'holds' : 'hold'}`,
  refuted: (n) => `${n} refuted as expected`,
  conjectured: (n) => `${n} conjectured, no counterexample found`,
  violated: (n) => `${n} violated`,
  'not-refuted': (n) => `${n} not refuted`,
  errored: (n) => `${n} errored`,
  undecided: (n) => `${n} undecided`,
  vacuous: (n) => `${n} vacuous`,
  incomplete: (n) => `${n} incomplete`,
};

const MOST_NAMES = 8;

/** Totals of a run, where they came from, and what they mean in plain words. */
export function summary({ laws: reports, seed, shard, milliseconds }: RunReport, paint: Paint): string[] {
  const total = (of: (report: LawReport) => number): number => reports.reduce((sum, report) => sum + of(report), 0);
  const verdicts = Object.entries(WORDS).flatMap(([verdict, words]) => {
    const n = reports.filter((report) => report.verdict === verdict).length;
    return n === 0 ? [] : [words(n)];
  });
  const teeth = reports.flatMap((report) => Object.values(report.teeth));
  const floats = total(({ float64 }) => float64?.cases ?? 0);
  const facts = [
    count(
      total(({ cases }) => cases),
      'case',
    ),
    `${count(total(confirmedIn), 'second opinion')} confirmed`,
    ...(floats === 0 ? [] : [`${count(floats, 'case')} in doubles`]),
    ...(teeth.length === 0
      ? []
      : [`${teeth.filter((tooth) => tooth === 'caught').length} of ${count(teeth.length, 'planted mistake')} caught`]),
    `seed ${seed}`,
    `${(milliseconds / 1000).toFixed(1)} s`,
  ];
  const proved = reports.filter(isProved).length;
  return [
    ...wrap(`${count(reports.length, 'law')}: ${verdicts.join(', ')}.`).map(paint.bold),
    ...(proved === 0 ? [] : wrap(`${proved} of them ${proved === 1 ? 'is' : 'are'} also proved (∎).`)),
    ...wrap(`${facts.join(' · ')}.`),
    ...(shard === null ? plainWords(reports) : shardWords(shard)).flatMap((line) => wrap(line)),
  ];
}

const shardWords = ({ index, of }: Shard): string[] => [
  `This is shard ${index} of ${of}: “gradient-laws merge” on the JSON reports of all ${of} tells what they amount to.`,
];

function plainWords(reports: readonly LawReport[]): string[] {
  const named = (code: number): string =>
    fewOf(
      reports.filter(({ verdict }) => exitCode([verdict]) === code).map(({ id }) => id),
      MOST_NAMES,
    ).join(', ');
  switch (exitCode(reports.map(({ verdict }) => verdict))) {
    case 0:
      return ['Everything is as expected; nothing was compared with a tolerance.'];
    case 1:
      return [`Not as expected: ${named(1)}.`, ...(named(3) === '' ? [] : [`Not settled: ${named(3)}.`])];
    default:
      return [`Nothing was found wrong, but this is not settled: ${named(3)}.`];
  }
}
