import type { ReadingName } from '../scalar/algebra.ts';
import type { Citation } from './law.ts';
import type { Expectation, Verdict } from './verdict.ts';
import type { Witness } from './witness.ts';

/** What became of a hypothesis. */
export interface HypothesisReport {
  readonly name: string;
  readonly necessity: 'necessary' | 'necessary-by-argument' | 'not-separable' | 'proved-unneeded' | 'not-shown';
  /** The stored witness, where there is one. */
  readonly witness: string | null;
}

/** A class of interesting cases: the least share of it that a law asks for, and what came up. */
export interface CoverReport {
  readonly atLeast: number;
  /** How many cases of this run were of the class. */
  readonly seen: number;
}

/** How the float64 reading fared on the same instances, its outputs widened by their declared accuracy. */
export interface Float64Report {
  readonly cases: number;
  /** Those in which the implementation answered at all: a law may not ask it, or only for what is not made of doubles. */
  readonly answered: number;
  readonly violated: number;
  /**
   * Cases that the filter leaves open: it cannot tell that every answer within the accuracy satisfies the law, nor that
   * every one breaks it. Equalities, mostly.
   */
  readonly consistent: number;
  /** Of a sample of these, those where the decimal intervals, judging the same answers, find no violation either. */
  readonly confirmed: number;
}

/** A case that could not be judged, because the implementation threw an error on it. */
export interface CrashReport {
  /** What the error says. */
  readonly because: string;
  /** `reference`, `float64`, or the name of a tooth. */
  readonly implementation: string;
  readonly input: unknown;
}

/** Everything one run established about one law. */
export interface LawReport {
  readonly id: string;
  readonly version: number;
  readonly cites: readonly Citation[];
  readonly section: string;
  readonly expected: Expectation;
  readonly verdict: Verdict;
  /** Cases examined, and cases asked for. */
  readonly cases: number;
  readonly asked: number;
  /** True for laws about finitely many instances, all of which are examined. */
  readonly exhaustive: boolean;
  readonly decidedBy: Readonly<Partial<Record<ReadingName, number>>>;
  /** Second opinions of the decimal intervals that agree strictly, and that enclose equality. */
  readonly confirmed: number;
  readonly consistent: number;
  readonly undecided: number;
  readonly float64: Float64Report | null;
  readonly cover: Readonly<Record<string, CoverReport>>;
  readonly teeth: Readonly<Record<string, 'caught' | 'missed'>>;
  /** Planted mistakes and hypotheses, by name, that a time limit left no time for. */
  readonly untried?: { readonly teeth: readonly string[]; readonly hypotheses: readonly string[] } | undefined;
  readonly tightest: { readonly ratio: string | null; readonly input: unknown } | null;
  readonly hypotheses: readonly HypothesisReport[];
  readonly counterexamples: readonly Witness[];
  /** The first case that crashed, made as simple as it gets. */
  readonly crash?: CrashReport | undefined;
  /** A few of the undecided cases, with the enclosures that leave them open. */
  readonly open: readonly Witness[];
  /** What went wrong with the law itself, one sentence each. */
  readonly errors: readonly string[];
  readonly milliseconds: number;
}
