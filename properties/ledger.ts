import type { AnyLaw, Citation } from '../src/law/law.ts';

/** A formula of an article and the code that computes it. */
export interface Definition {
  readonly kind: 'definition';
  readonly equation: number;
  /** Which part of the equation, where it has several. */
  readonly part?: string;
  /** `file#export`, from the top of the package. */
  readonly implementation: string;
}

/** Something an article says that no law can decide, and why. */
export interface Narrative {
  readonly kind: 'narrative';
  /** The id of the claim, or the remark in a few words. */
  readonly about: string;
  readonly because: string;
}

export const definition = (equation: number, implementation: string, part?: string): Definition =>
  part === undefined
    ? { kind: 'definition', equation, implementation }
    : { kind: 'definition', equation, part, implementation };

export const narrative = (about: string, because: string): Narrative => ({ kind: 'narrative', about, because });

/** What stands for an article beside its laws. */
export interface Ledger {
  readonly article: Citation['article'];
  /** How many equations it has, numbered in the order of appearance. */
  readonly equations: number;
  /** Where each formula is computed. */
  readonly definitions: readonly Definition[];
  /** What is left to words. */
  readonly narratives: readonly Narrative[];
}

/** What stands for one equation. */
export interface LedgerRow {
  readonly equation: number;
  /** Ids of the laws that cite it. */
  readonly laws: readonly string[];
  readonly definitions: readonly Definition[];
}

/** The numbers of an article's equations that a law cites. */
export const cited = ({ cites }: AnyLaw, { article }: Ledger): readonly number[] =>
  cites.filter((cite) => cite.article === article).flatMap(({ equations }) => equations);

/** Every equation of the article with the laws and the code that stand for it. */
export const equationLedger = (ledger: Ledger, laws: readonly AnyLaw[]): readonly LedgerRow[] =>
  Array.from({ length: ledger.equations }, (_, i) => ({
    equation: i + 1,
    laws: laws.filter((law) => cited(law, ledger).includes(i + 1)).map(({ id }) => id),
    definitions: ledger.definitions.filter(({ equation }) => equation === i + 1),
  }));
