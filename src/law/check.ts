import type { ReadingName } from '../scalar/algebra.ts';
import { Disagreement } from '../scalar/twin.ts';
import { type CheckOptions, requireLaw, requireOptions } from './check-options.ts';
import { type Crash, simplestCrash } from './crash.ts';
import { type Decision, decide } from './decide.ts';
import { judgeInDoubles } from './doubles.ts';
import { type Watched, watched } from './implementation.ts';
import type { AnyLaw } from './law.ts';
import { messageOf } from './message-of.ts';
import { necessityOf } from './necessity.ts';
import { once } from './once.ts';
import type { LawReport } from './report.ts';
import { type Search, search } from './search.ts';
import { secondOpinion } from './second-opinion.ts';
import { seedFor } from './seed.ts';
import { checkTeeth } from './teeth.ts';
import { tightestRatio } from './tightness.ts';
import { verdictOf } from './verdict.ts';
import { encode, statementAbout, type Witness, witnessOf, writtenLength } from './witness.ts';

const SECOND_OPINIONS = 20;
/** One in how many cases is judged in doubles as well. */
const FLOAT64_SHARE = 4;
/** One in how many of those gets a second opinion, if it is left open: of all of them, it would take 9 s for the suite. */
const DOUBTED_SHARE = 5;
const OPEN_SHOWN = 3;

/**
 * Runs a law: stored counterexamples, cases, second opinions, teeth and the necessity of its hypotheses.
 *
 * @throws RangeError that names the option and its value where one is not what it should be.
 */
export function checkLaw(law: AnyLaw, options: CheckOptions): LawReport {
  requireLaw(law);
  requireOptions(options);
  const started = performance.now();
  const { runs, shard = { index: 1, of: 1 }, seed, stored = [] } = options;
  const asked = Math.min(runs, law.atMostRuns ?? runs);
  const tally = new Tally(law, Math.max(1, Math.floor(asked / SECOND_OPINIONS)), options.onProgress);

  const deadline = options.deadline ?? Date.now() + 1000 * (options.timeLimit ?? Number.POSITIVE_INFINITY);
  const isLate = (): boolean => Date.now() >= deadline;
  const found = run(law, tally, { ...options, deadline }, asked);
  const kept = counterexamples(law, tally, found, options.seed);
  const lead = shard.index === 1;
  const { teeth, untried, crashes } = lead
    ? checkTeeth(law, seedFor(seed, law.id), asked, deadline)
    : { teeth: {}, untried: [], crashes: [] };
  const hypotheses = lead ? necessityOf(law, options.witnesses, isLate) : [];
  const open = hypotheses.filter((hypothesis) => hypothesis.untried).map(({ name }) => name);
  for (const [name, outcome] of Object.entries(teeth)) {
    const crash = crashes.find(({ implementation }) => implementation === name);
    if (crash !== undefined) tally.errors.push(`The planted mistake “${name}” crashed: ${messageOf(crash.error)}`);
    else if (outcome === 'missed') tally.errors.push(`The planted mistake “${name}” was not caught.`);
  }
  for (const { name, necessity, problem } of hypotheses) {
    if (problem !== undefined) tally.errors.push(`Hypothesis “${name}” (${necessity}): ${problem}`);
  }

  const exhaustive = law.instances.all !== undefined;
  const [from, to] = rangeOf(asked, shard);
  const range = exhaustive ? law.instances.all!.length : to - from;
  const report = {
    id: law.id,
    version: law.version,
    cites: law.cites,
    section: law.section,
    expected: law.expects,
    cases: tally.cases,
    asked: (lead ? stored.length : 0) + range,
    exhaustive,
    decidedBy: tally.decidedBy,
    confirmed: tally.confirmed,
    consistent: tally.consistent,
    undecided: tally.undecided.length,
    float64: law.float64 === undefined ? null : tally.float64,
    cover: Object.fromEntries(
      Object.entries(law.cover).map(([name, { atLeast }]) => [name, { atLeast, seen: tally.cover.get(name) ?? 0 }]),
    ),
    teeth,
    tightest: tally.tightest(),
    hypotheses: hypotheses.map(({ name, necessity, witness }) => ({ name, necessity, witness })),
    counterexamples: kept,
    ...crashOf(law, tally.crashed ?? crashes[0], isLate),
    ...(untried.length + open.length === 0 ? {} : { untried: { teeth: untried, hypotheses: open } }),
    open: tally.undecided.slice(0, OPEN_SHOWN).map((instance) => witnessOf(law, instance, { seed })),
    errors: once(tally.errors),
    milliseconds: Math.round(performance.now() - started),
  };
  return { ...report, verdict: verdictOf(report) };
}

/** The cases of one shard: an index range, so that shards together run exactly what one machine would. */
export function rangeOf(
  runs: number,
  { index, of }: { readonly index: number; readonly of: number },
): [number, number] {
  return [Math.floor((runs * (index - 1)) / of), Math.floor((runs * index) / of)];
}

type Timed = CheckOptions & { readonly deadline: number };

function run(law: AnyLaw, tally: Tally, options: Timed, asked: number): Search<unknown> {
  const { all } = law.instances;
  const { deadline, timeLimit = Number.POSITIVE_INFINITY, shard = { index: 1, of: 1 } } = options;
  const first = [...(shard.index === 1 ? (options.stored ?? []) : []), ...(all ?? [])];
  for (const instance of first) {
    if (Date.now() >= deadline) return { cases: tally.cases, failure: undefined, interrupted: true };
    if (!tally.examine(instance, 0, false)) {
      return { cases: tally.cases, failure: { first: instance, simplest: instance }, interrupted: false };
    }
  }
  if (all !== undefined) return { cases: all.length, failure: undefined, interrupted: false };
  const [from, to] = rangeOf(asked, shard);
  let index = from;
  return search(law.instances, (instance, shrinking) => tally.examine(instance, index++, shrinking), {
    seed: seedFor(options.seed, law.id),
    from,
    to,
    deadline: Math.min(deadline, Date.now() + 1000 * timeLimit),
  });
}

/** What a run has seen so far. */
class Tally {
  cases = 0;
  confirmed = 0;
  consistent = 0;
  float64 = { cases: 0, answered: 0, violated: 0, consistent: 0, confirmed: 0 };
  readonly decidedBy: Partial<Record<ReadingName, number>> = {};
  readonly undecided: unknown[] = [];
  readonly cover = new Map<string, number>();
  readonly errors: string[] = [];
  /** The first case that crashed. */
  crashed: Crash | undefined;
  implementation: 'reference' | 'float64' = 'reference';
  worst: { readonly instance: unknown; readonly margin: number } | undefined;
  #tightest: { readonly instance: unknown; readonly ratio: number; readonly length: number } | undefined;
  /** Whose answers are being judged. */
  #judging: Crash['implementation'] = 'reference';
  readonly #law: AnyLaw;
  readonly #watched: Watched;
  readonly #every: number;
  readonly #onProgress: ((cases: number) => void) | undefined;

  constructor(law: AnyLaw, every: number, onProgress: ((cases: number) => void) | undefined) {
    this.#law = law;
    this.#watched = watched(law);
    this.#every = every;
    this.#onProgress = onProgress;
  }

  /** True unless the instance is a rigorously decided counterexample. A crash is an error of the law, not of the case. */
  examine(instance: unknown, index: number, shrinking: boolean): boolean {
    try {
      if (shrinking && !this.#law.hypotheses.every(({ holds }) => holds(instance))) return true;
      return this.#examine(instance, index, shrinking);
    } catch (error) {
      if (!shrinking) this.crash('A case', instance, error);
      return true;
    }
  }

  #examine(instance: unknown, index: number, shrinking: boolean): boolean {
    const law = this.#law;
    this.#judging = this.implementation;
    const decision = decide(statementAbout(law, instance, this.implementation), law.ladder);
    if (!shrinking) this.#record(instance, decision, index);
    if (decision.outcome === 'violated') {
      this.#keepWorst(instance, decision.margin ?? 0);
      return false;
    }
    return shrinking || this.#judgeFloat64(instance, index);
  }

  #record(instance: unknown, { outcome, by, ratio }: Decision, index: number): void {
    this.cases++;
    if (this.cases % 50 === 0) this.#onProgress?.(this.cases);
    if (outcome === 'undecided') this.undecided.push(instance);
    else this.decidedBy[by] = (this.decidedBy[by] ?? 0) + 1;
    for (const [name, { when }] of Object.entries(this.#law.cover)) {
      if (when(instance, ratio)) this.cover.set(name, (this.cover.get(name) ?? 0) + 1);
    }
    if (ratio !== undefined) this.#keepTightest(instance, ratio);
    if (outcome !== 'holds' || index % this.#every === 0) this.#secondOpinion(instance, outcome, index / this.#every);
  }

  #secondOpinion(instance: unknown, outcome: Decision['outcome'], sample: number): void {
    const law = this.#law;
    const isAsked = outcome !== 'holds' || sample < (law.secondOpinions ?? SECOND_OPINIONS);
    const opinion = isAsked ? secondOpinion(statementAbout(law, instance)) : undefined;
    if (opinion !== undefined) {
      if (opinion.outcome === 'undecided') this.consistent++;
      else if (opinion.outcome === outcome) this.confirmed++;
      else if (outcome !== 'undecided') this.#conflict(outcome, opinion);
    }
    for (const { name, holds } of law.hypotheses) {
      if (!holds(instance)) this.errors.push(`An instance was generated that breaks the hypothesis “${name}”.`);
    }
  }

  /** Has the decimal intervals decide a counterexample again, as it is kept, with the implementation it is of. */
  confirm(instance: unknown): void {
    try {
      const opinion = secondOpinion(statementAbout(this.#law, instance, this.implementation));
      if (opinion?.outcome === 'holds') this.#conflict('violated', opinion);
    } catch (error) {
      this.crash('The second opinion on a counterexample', instance, error);
    }
  }

  #conflict(outcome: Decision['outcome'], opinion: Decision): void {
    this.errors.push(`Readings are in conflict: ${outcome}, but the decimal intervals say ${opinion.outcome}.`);
  }

  /** Notes an error that the implementation threw. */
  crash(what: string, instance: unknown, error: unknown): void {
    if (!(error instanceof Disagreement)) this.errors.push(`${what} crashed: ${messageOf(error)}`);
    else if (!(this.crashed?.error instanceof Disagreement)) this.errors.push(error.message);
    this.crashed ??= { instance, implementation: this.#judging, error };
  }

  #judgeFloat64(instance: unknown, index: number): boolean {
    if (this.#law.float64 === undefined || index % FLOAT64_SHARE !== 0) return true;
    this.#judging = 'float64';
    const sample = index / (FLOAT64_SHARE * DOUBTED_SHARE);
    const isDoubted = Number.isInteger(sample) && sample < (this.#law.secondOpinions ?? Number.POSITIVE_INFINITY);
    const { outcome, margin, confirmed } = judgeInDoubles(this.#watched.law, instance, isDoubted);
    this.float64 = {
      cases: this.float64.cases + 1,
      answered: this.float64.answered + (this.#watched.hasAnswered() ? 1 : 0),
      violated: this.float64.violated + (outcome === 'violated' ? 1 : 0),
      consistent: this.float64.consistent + (outcome === 'undecided' ? 1 : 0),
      confirmed: this.float64.confirmed + (confirmed ? 1 : 0),
    };
    if (outcome !== 'violated') return true;
    this.implementation = 'float64';
    this.#keepWorst(instance, margin ?? 0);
    return false;
  }

  /** Among equally tight cases, the one that is shortest to write: it is the one that is shown. */
  #keepTightest(instance: unknown, ratio: number): void {
    const best = this.#tightest;
    if (best !== undefined && ratio < best.ratio) return;
    const length = writtenLength(encode(instance));
    if (best === undefined || ratio > best.ratio || length < best.length) {
      this.#tightest = { instance, ratio, length };
    }
  }

  #keepWorst(instance: unknown, margin: number): void {
    if (this.worst === undefined || margin > this.worst.margin) this.worst = { instance, margin };
  }

  /** The largest ratio seen, exactly where the sides are rational. Where it is 0, all that was claimed are signs, 0 ≤ x. */
  tightest(): LawReport['tightest'] {
    if (this.#tightest === undefined || this.#tightest.ratio === 0) return null;
    const { instance } = this.#tightest;
    try {
      return {
        ratio: tightestRatio(statementAbout(this.#law, instance), this.#law.ladder) ?? null,
        input: encode(instance),
      };
    } catch (error) {
      // The filter may decide a case on which exact arithmetic throws: it takes a quotient by 0 for any number.
      this.#judging = 'reference';
      this.crash('The tightest case, read exactly,', instance, error);
      return null;
    }
  }
}

function crashOf(law: AnyLaw, crashed: Crash | undefined, isLate: () => boolean): Pick<LawReport, 'crash'> {
  if (crashed === undefined) return {};
  const { instance, implementation, error } = simplestCrash(law, crashed, isLate);
  return { crash: { because: messageOf(error), implementation, input: encode(instance) } };
}

function counterexamples(law: AnyLaw, tally: Tally, { failure }: Search<unknown>, seed: number): Witness[] {
  if (failure === undefined) return [];
  const { implementation, worst } = tally;
  const kept = (instance: unknown, why: Witness['kept']): Witness[] => {
    tally.confirm(instance);
    try {
      return [witnessOf(law, instance, { implementation, kept: why, seed })];
    } catch (error) {
      tally.crash('Writing down a counterexample', instance, error);
      return [];
    }
  };
  const simplest = kept(failure.simplest, 'simplest');
  if (worst === undefined || worst.instance === failure.simplest) return simplest;
  return [...simplest, ...kept(worst.instance, 'worst-margin')];
}
