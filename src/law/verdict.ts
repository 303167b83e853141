/** What a law was expected to turn out as. */
export type Expectation = 'holds' | 'refuted' | 'conjectured';

/**
 * - `holds`: decided, every case.
 * - `violated`: a rigorously decided counterexample.
 * - `undecided`: some case could not be decided at the highest precision.
 * - `vacuous`: the interesting cases did not come up often enough.
 * - `incomplete`: fewer cases than asked, or not every planted mistake and hypothesis, because of a time limit; or no
 *   case at all, as in a shard that has none; or an implementation in doubles that had nothing to answer.
 * - `refuted`: false as the article states it, and the witness shows it.
 * - `not-refuted`: expected to be refuted, but no counterexample was decided.
 * - `conjectured`: searched without finding a counterexample; not asserted.
 * - `errored`: an uncaught tooth, readings in conflict, or a crash.
 */
export type Verdict =
  | 'holds'
  | 'violated'
  | 'undecided'
  | 'vacuous'
  | 'incomplete'
  | 'refuted'
  | 'not-refuted'
  | 'conjectured'
  | 'errored';

/** What a verdict is made from: the counts of a report. */
export interface Findings {
  readonly expected: Expectation;
  /** What went wrong with the law itself, one sentence each. */
  readonly errors: readonly string[];
  readonly counterexamples: readonly { readonly implementation: string }[];
  /** Cases examined, and cases asked for. */
  readonly cases: number;
  readonly asked: number;
  readonly undecided: number;
  /** In how many cases the implementation in doubles answered, where there is one. */
  readonly float64?: { readonly answered: number } | null;
  /** What a time limit left no time for. */
  readonly untried?: unknown;
  readonly cover: Readonly<Record<string, { readonly atLeast: number; readonly seen: number }>>;
}

/** The verdict on a law, for one run or for the shards of one added up. */
export function verdictOf(findings: Findings): Verdict {
  const { expected, errors, counterexamples, cases, asked, undecided, float64, untried, cover } = findings;
  const isWhole = untried === undefined && float64?.answered !== 0;
  if (errors.length > 0) return 'errored';
  if (counterexamples.length > 0) {
    const articleIsWrong = counterexamples.every(({ implementation }) => implementation === 'reference');
    if (expected !== 'refuted' || !articleIsWrong) return 'violated';
    return isWhole ? 'refuted' : 'incomplete';
  }
  if (cases === 0 || cases < asked || !isWhole) return 'incomplete';
  if (expected === 'refuted') return 'not-refuted';
  if (undecided > 0) return 'undecided';
  if (Object.values(cover).some(({ atLeast, seen }) => seen < atLeast * cases)) return 'vacuous';
  return expected === 'conjectured' ? 'conjectured' : 'holds';
}

/** 0 all as expected; 1 violated, not-refuted or errored; 2 usage or protocol; 3 undecided, vacuous or incomplete. */
export type ExitCode = 0 | 1 | 2 | 3;

const exitCodeOf: Readonly<Record<Verdict, ExitCode>> = {
  holds: 0,
  refuted: 0,
  conjectured: 0,
  violated: 1,
  'not-refuted': 1,
  errored: 1,
  undecided: 3,
  vacuous: 3,
  incomplete: 3,
};

/** The exit code of a whole run: the first of 2, 1, 3, 0 that applies. */
export function exitCode(verdicts: Iterable<Verdict>): ExitCode {
  const codes = new Set([...verdicts].map((verdict) => exitCodeOf[verdict]));
  return codes.has(1) ? 1 : codes.has(3) ? 3 : 0;
}
