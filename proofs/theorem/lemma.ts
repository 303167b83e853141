import { type Rule, ruleAt } from '../kernel/argument.ts';
import { type Fact, refuse, showFact } from '../kernel/fact.ts';
import { add, equal, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, scalar, substitute } from '../kernel/symbolic.ts';
import type { Assumed, Evidence } from './theorem.ts';

/** What stands for free reals and free vectors, by name. */
export type Renaming = Readonly<Record<string, RationalFunction | FormalVector>>;

/** Where a hypothesis has been proved: it is a conclusion, with other expressions in the place of its symbols. */
export interface Lemma {
  /** The theorem; the one that has the hypothesis where this is left out. */
  readonly of?: string;
  readonly part: string;
  /** The conclusion of that part; `invariant` for what an induction proves of every state that is reached. */
  readonly goal: string;
  /** What the symbols of the conclusion are here. */
  readonly at?: Renaming;
  /** What symbols of the hypothesis are short for. */
  readonly where?: Renaming;
  /** Another inequality, which is added. */
  readonly plus?: Lemma;
}

/** The lemmas that are hypotheses of theorems, by `theorem: part` and hypothesis. */
export type Lemmas = Readonly<Record<string, Readonly<Record<string, Lemma>>>>;

const at = ({ relation, value, name }: Fact, values: Renaming = {}): Fact => {
  return { name, relation, value: substitute(value, new Map(Object.entries(values))) };
};

/** What a part of checked evidence proves under this name. */
function conclusion({ of, part, goal }: Lemma, all: readonly Evidence[]): Fact {
  const where = `part "${part}"${of === undefined ? '' : ` of ${of}`}`;
  const found = all.find(({ name }) => name === part) ?? refuse(`There is no ${where}.`);
  const fact = found.concludes.find(({ name }) => name === goal);
  if (fact !== undefined) return unconditional(fact, where, found);
  // The step of an induction assumes its invariant; with the base that belongs to it, it is proved.
  const invariant = found.hypotheses.find(({ name }) => name === goal && goal === 'invariant')?.fact;
  const isBase = ({ induction }: Evidence) => induction?.is === 'base' && induction.of === found.induction?.of;
  const base = found.induction?.is === 'step' ? all.find(isBase) : undefined;
  if (base === undefined || invariant === undefined) refuse(`No conclusion of ${where} is "${goal}".`);
  return unconditional(invariant, where, base, found);
}

/** The fact, if it is proved without assuming that something is nonzero: who uses it would have to assume that too. */
function unconditional(fact: Fact, where: string, ...proofs: readonly Evidence[]): Fact {
  const assumed = proofs.flatMap(({ nonzero }) => nonzero);
  if (assumed.length > 0) refuse(`"${fact.name}" of ${where} is no lemma: it assumes that ${assumed} is nonzero.`);
  return fact;
}

/** What a lemma says where it is used. */
function said(lemma: Lemma, evidenceOf: (lemma: Lemma) => readonly Evidence[]): Fact {
  const fact = at(conclusion(lemma, evidenceOf(lemma)), lemma.at);
  if (lemma.plus === undefined) return fact;
  const other = said(lemma.plus, evidenceOf);
  const strict = fact.relation === '> 0' || other.relation === '> 0';
  return { ...fact, relation: strict ? '> 0' : '>= 0', value: add(fact.value, other.value) };
}

/** A rule says what a theorem says of λ, when what the theorem assumes of λ are its conditions. */
function ofRule(rule: Rule, lemma: Lemma, all: readonly Evidence[]): Fact {
  const { given, yields } = ruleAt(rule, scalar('lambda'));
  const assumed = all.find(({ name }) => name === lemma.part)?.hypotheses.flatMap(({ fact }) => fact ?? []) ?? [];
  const unmet = assumed.find(
    (fact) => `${fact.value}`.includes('lambda') && !given.some((each) => showFact(each) === showFact(fact)),
  );
  if (unmet !== undefined) refuse(`The rule "${rule.name}" does not ask for ${showFact(unmet)}.`);
  return yields;
}

/**
 * What the symbols of the hypotheses of a part are short for, by all of its lemmas together.
 * @throws NotProved when that is not one thing.
 */
export function abbreviations(part: string, lemmas: Readonly<Record<string, Lemma>>): Renaming {
  const meanings = new Map<string, string>();
  const all = Object.values(lemmas).flatMap(({ where = {} }) => Object.entries(where));
  for (const [symbol, value] of all) {
    const says = textOf(value);
    const before = meanings.get(symbol) ?? says;
    if (before !== says) refuse(`"${symbol}" of "${part}" is short for ${before}, and for ${says} too.`);
    meanings.set(symbol, says);
  }
  return Object.fromEntries(all);
}

const textOf = (value: RationalFunction | FormalVector): string =>
  'numerator' in value ? `${value}` : [...value].map(([name, a]) => `(${a})*${name}`).join(' + ');

/**
 * Checks that hypotheses are the conclusions that they are said to be, where symbols are short for these expressions.
 * @throws NotProved naming the hypothesis that is another statement than its lemma.
 */
export function checkLemmas(
  part: string,
  hypotheses: readonly Assumed[],
  shortFor: Renaming,
  evidenceOf: (lemma: Lemma) => readonly Evidence[],
): void {
  for (const { name, fact, rule, lemma } of hypotheses) {
    if (lemma === undefined) continue;
    const proved = said(lemma, evidenceOf);
    const assumed = at(rule ? ofRule(rule, lemma, evidenceOf(lemma)) : fact!, shortFor);
    const enough =
      proved.relation === assumed.relation ||
      (proved.relation !== '> 0'
        ? proved.relation === '= 0' && assumed.relation === '>= 0'
        : assumed.relation === '>= 0');
    if (!enough || !equal(proved.value, assumed.value)) {
      refuse(`"${name}" of "${part}" assumes ${showFact(assumed)}, but its lemma says ${showFact(proved)}.`);
    }
  }
}
