import type { Algebra, ReadingName } from '../scalar/algebra.ts';
import type { Relation } from '../scalar/relation.ts';
import type { Instances } from './instances.ts';
import type { Expectation } from './verdict.ts';

/** Where a claim is made. */
export interface Citation {
  /** The article's archive number. */
  readonly article: '9902' | '7737';
  /** Equation numbers, in the order of appearance. Empty for a claim made in running text. */
  readonly equations: readonly number[];
  /** For claims made in text or comments: where, in a few words. */
  readonly place?: string;
}

/** What is known about whether a law needs a hypothesis. */
export type Necessity<I> =
  /** Searched for: instances that break this hypothesis alone, until one of them breaks the claim. */
  | { readonly kind: 'search'; readonly breaking: Instances<I>; readonly note?: string }
  /** No single instance can show it: a diverging family, or nonexistence. */
  | { readonly kind: 'necessary-by-argument'; readonly because: string }
  /** Implied by the other hypotheses, so it cannot be broken alone. */
  | { readonly kind: 'not-separable'; readonly because: string }
  /** Not needed: a stronger law without it holds. */
  | { readonly kind: 'proved-unneeded'; readonly because: string; readonly law?: string }
  | { readonly kind: 'not-shown'; readonly because: string };

/** A condition under which a law is claimed. */
export interface Hypothesis<I> {
  readonly name: string;
  /** The condition as a sentence. */
  readonly says: string;
  /** Whether the instance satisfies it, decided exactly. */
  holds(instance: I): boolean;
  readonly necessity: Necessity<I>;
}

/** A class of instances that must make up a share of a run, or the law was checked on uninteresting cases only. */
export interface Cover<I> {
  readonly atLeast: number;
  when(instance: I, ratio: number | undefined): boolean;
}

/** A deliberately wrong implementation or statement that the law must catch. */
export interface Tooth<I, U> {
  /** The mistake as a sentence. */
  readonly says: string;
  /** The wrong implementation, for laws with a subject. */
  readonly use?: U;
  /** The wrong statement, for laws of pure algebra. */
  claim?<S>(F: Algebra<S>, instance: I, use: U): Relation<S>;
}

/** A claim of an article as a value: what it says, of which instances, under which conditions, and how it can fail. */
export interface Law<I, U> {
  /** Permanent, from the list of claims. */
  readonly id: string;
  /** Raised whenever the claim or the meaning of its instances changes. */
  readonly version: number;
  readonly cites: readonly Citation[];
  /** The section of the article, as a heading. */
  readonly section: string;
  /** The claim in LaTeX. */
  readonly states: string;
  /** The claim as a plain sentence. */
  readonly says: string;
  readonly expects: Expectation;
  readonly instances: Instances<I>;
  readonly hypotheses: readonly Hypothesis<I>[];
  /** What an implementation under judgement replaces; absent for laws of pure algebra. */
  readonly subject?: string;
  /** The reference implementation. */
  readonly reference: U;
  /** The reference implementation as users run it, in doubles, its outputs widened by their declared accuracy. */
  readonly float64?: U;
  /** The claim, readable in any arithmetic. */
  claim<S>(F: Algebra<S>, instance: I, use: U): Relation<S>;
  readonly cover: Readonly<Record<string, Cover<I>>>;
  readonly teeth: Readonly<Record<string, Tooth<I, U>>>;
  /** Ids of the laws of the article's derivation of this one, in order; they take the same instances. */
  readonly derivation?: readonly string[];
  /** For a claim that is false as written: ids of the laws that say what is true instead. */
  readonly instead?: readonly string[];
  /** The readings to try, where the default ladder would waste time. */
  readonly ladder?: readonly ReadingName[];
  /** The most cases worth running, where a case is expensive. */
  readonly atMostRuns?: number;
  /** How many cases that hold get a second opinion, where the decimal intervals take long; none where they take seconds. */
  readonly secondOpinions?: number;
}

/** A law whose instance and subject types do not matter to the code that holds it. */
export type AnyLaw = Law<unknown, unknown>;

/** Checks that the parts of a law fit together; returns the law. */
export const law = <I, U>(parts: Law<I, U>): Law<I, U> => parts;
