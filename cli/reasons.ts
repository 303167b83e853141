import type { LawReport } from '../src/law/report.ts';
import type { Witness } from '../src/law/witness.ts';
import { isElsewhere, isUnanswered } from './json.ts';
import { numberIn, sideText } from './number-text.ts';
import { count, fewOf } from './text.ts';
import { oneLine } from './usage-error.ts';

const MOST = 5;

/** Why a verdict is not what was expected, a sentence each; nothing for a law that is as expected. */
export function reasons(report: LawReport): string[] {
  const { verdict, cases, asked, cover, errors, counterexamples, undecided } = report;
  switch (verdict) {
    case 'holds':
    case 'refuted':
    case 'conjectured':
      return [];
    case 'errored':
      return [
        ...fewOf(errors.map(oneLine), MOST),
        ...(counterexamples.length === 0
          ? []
          : [`${subjectOf(counterexamples)} also has a counterexample, shown below.`]),
      ];
    case 'violated':
      return [`${subjectOf(counterexamples)} has a counterexample; it is shown below.`];
    case 'undecided':
      return [`${count(undecided, 'case')} of ${cases} could not be decided by any reading.`, ...stillOpen(report)];
    case 'incomplete':
      if (isElsewhere(report)) return ['None of its cases are in this shard, so nothing was decided.'];
      if (isUnanswered(report))
        return ['The implementation in doubles had nothing to answer, so nothing is known of it.'];
      return [`The time limit came after ${cases} of ${asked} cases${leftOut(report)}.`];
    case 'not-refuted':
      return [`The article's claim should fail, but held in all of ${count(cases, 'case')}.`];
    case 'vacuous':
      return Object.entries(cover)
        .filter(([, { atLeast, seen }]) => seen < atLeast * cases)
        .map(([name, { atLeast, seen }]) => {
          const share = `${Number((100 * atLeast).toPrecision(3))} %`;
          return `The class “${name}” came up in ${seen} of ${cases} cases; at least ${share} are needed.`;
        });
  }
}

/** What else there was no time for. */
function leftOut({ untried }: LawReport): string {
  const left = [
    ...(untried === undefined || untried.teeth.length === 0 ? [] : [count(untried.teeth.length, 'planted mistake')]),
    ...(untried === undefined || untried.hypotheses.length === 0
      ? []
      : [count(untried.hypotheses.length, 'hypothesis', 'hypotheses')]),
  ];
  const isOne = (untried?.teeth.length ?? 0) + (untried?.hypotheses.length ?? 0) === 1;
  return left.length === 0 ? '' : `, before ${left.join(' and ')} ${isOne ? 'was' : 'were'} tried`;
}

const subjectOf = (counterexamples: LawReport['counterexamples']): string =>
  counterexamples[0]?.implementation === 'float64' ? 'The float64 reading, as users run it,' : 'The law';

/** Both sides of the first comparison that was left open, as far as they are known. */
function stillOpen({ open }: LawReport): string[] {
  const [first] = open.flatMap(({ observed }) => observed.comparisons).filter(overlaps);
  if (first === undefined) return ['A branch of the computation depends on what is undecided.'];
  return [`In the first of them, left ${sideText(first.left)}, and right ${sideText(first.right)}.`];
}

const overlaps = ({ left, right }: Witness['observed']['comparisons'][number]): boolean =>
  numberIn(left[0]).lte(numberIn(right[1])) && numberIn(right[0]).lte(numberIn(left[1]));
