import type { Citation } from '../../src/law/law.ts';
import { computedGoals } from '../computed-goals.ts';
import { type Argument, checkArgument, type Rule } from '../kernel/argument.ts';
import { type Fact, NotProved, showFact } from '../kernel/fact.ts';
import { type Half, halfOf } from '../kernel/induction.ts';
import { type CheckedPath, checkObligation } from '../kernel/obligation.ts';
import { isZero } from '../kernel/polynomial.ts';
import { type RationalFunction, sub } from '../kernel/rational-function.ts';
import { type FormalSpace, formalSpace } from '../kernel/symbolic.ts';
import { lemmas } from '../lemmas.ts';
import { checkInstances, checkNeeds, type Need } from './counterexample.ts';
import type { Stage } from './induction.ts';
import { abbreviations, checkLemmas, type Lemma, type Renaming } from './lemma.ts';
import type { Model } from './model.ts';
import { checkRuns, type SurdModel } from './run.ts';
import { same } from './statements.ts';
import { type Asking, checkUsed, fileOf, readStored, type Stored, type Used, withStored } from './stored.ts';
import { why } from './words.ts';

/**
 * For which instances a theorem is proved: up to a size and, after `for`, of some kinds, as of the directions. Always for
 * all real values of its scalars. What is outside has no theorem; `leaves` is for what a law says beyond, of any instance.
 */
export type Scope =
  | 'all dimensions'
  | 'all dimensions, all T'
  | 'all T'
  | 'all reals'
  | 'one instance'
  | `${number} instances`
  | `T <= ${number}`
  | `d <= ${number}`
  | `K <= ${number}`
  | `n <= ${number}`
  | `K <= ${number}, N <= ${number}`
  | `K <= ${number}, K^N <= ${number}`
  | `K <= ${number}, for ${string}`
  | `d <= ${number}, for ${string}`;

/** How a theorem is proved. */
export type Kind = 'identity' | 'certificate' | 'cases' | 'induction' | 'computation' | 'counterexample';

/** What a theorem says, and the laws that rest on it. */
export interface Statement {
  readonly id: string;
  /** The ids of the laws it establishes, or establishes but for what `leaves` names. */
  readonly laws: readonly string[];
  readonly cites: readonly Citation[];
  /** The theorem in LaTeX. */
  readonly states: string;
  readonly scope: Scope;
  /** What these laws say beyond this theorem, in a sentence; absent when they say no more. */
  readonly leaves?: string;
  /** The ids of the theorems whose conclusions it assumes, at other names of their free symbols. */
  readonly restsOn?: readonly string[];
}

/** One obligation that the kernel has checked, as a person would read it. */
export interface Evidence {
  readonly name: string;
  readonly paths: readonly EvidencePath[];
  /** The hypotheses, with what they say and whether a model shows that they are needed. */
  readonly hypotheses: readonly Assumed[];
  readonly nonzero: readonly string[];
  /** What is proved, where all paths conclude the same. */
  readonly concludes: readonly Fact[];
  /** What symbols of its hypotheses are short for. */
  readonly shortFor: Renaming;
  /** Of which induction it is the base or the step. */
  readonly induction?: Half;
  /** The states that the base or step of an induction goes from and to. */
  readonly stage?: Stage;
  /** The instance of the law that refutes it. */
  readonly refuting?: unknown;
}

/** One way through the text. */
export interface EvidencePath {
  /** The decisions, a digit each. */
  readonly key: string;
  /** What the decisions and roots of the text say here. */
  readonly facts: readonly Fact[];
  /** The steps, each with what it shows and how. */
  readonly steps: readonly { readonly goal: string; readonly says: string; readonly shows: Fact | string }[];
}

export interface Assumed {
  readonly name: string;
  readonly says: string;
  readonly standsFor: readonly string[];
  readonly need: Need;
  /** A model in which it alone fails, and the conclusion with it. */
  readonly without?: Model;
  /** Where it has been proved. */
  readonly lemma?: Lemma;
  readonly fact?: Fact;
  readonly rule?: Rule;
}

/** A theorem all of whose obligations have been checked by the kernel. */
export interface CheckedProof extends Statement {
  readonly kind: Kind;
  readonly evidence: readonly Evidence[];
  /** Everything that some step assumes to be nonzero, in alphabetical order. */
  readonly nonzero: readonly string[];
}

export interface Theorem extends Statement {
  readonly kind: Kind;
  /** Checks every step anew. Throws NotProved at the first that fails. */
  check(): CheckedProof;
  /** Throws NotProved for what is stored but was not used when it was checked. */
  checkStored?(): void;
}

/** One step of an identity: two expressions claimed to be identical. */
export interface Sides {
  readonly name: string;
  readonly left: RationalFunction;
  readonly right: RationalFunction;
}

/** A theorem whose steps are identities of texts. */
export interface IdentityTheorem extends Theorem {
  readonly kind: 'identity';
  /** Reads the texts that the theorem is about; every step is an obligation. */
  steps(F: FormalSpace): readonly Sides[];
}

/** A theorem whose steps are identities of texts read over formal vectors. */
export function theorem(statement: Statement, steps: IdentityTheorem['steps']): IdentityTheorem {
  return {
    ...statement,
    kind: 'identity',
    steps,
    check: () => whole(statement, 'identity', steps(formalSpace).map(checkIdentity)),
  };
}

/** The evidence of an identity: that the difference of its sides is 0 identically. */
function checkIdentity({ name, left, right }: Sides): Evidence {
  const difference = sub(left, right);
  if (!isZero(difference.numerator)) {
    throw new NotProved(`"${name}" is not an identity: left − right is ${difference}, not 0; correct either side.`);
  }
  const goal = same(name, left, right);
  const { nonzero } = checkArgument({ assumes: [], steps: [{ goal }] });
  const steps = [{ goal: name, says: 'identically', shows: goal }];
  const paths = [{ key: '', facts: [], steps }];
  return { name, paths, hypotheses: [], nonzero: nonzero.map(String).sort(), concludes: [goal], shortFor: {} };
}

/** An obligation and the models it is held against. */
export interface Part extends Asking {
  /** The states of the base or of the step of an induction. */
  readonly stage?: Stage;
  /** Exact models in which all hypotheses hold together; every path is taken by one of them. */
  readonly instances?: readonly Model[];
  /** Values of its symbols in a run of an induction, instead of those of its instances. */
  readonly inRun?: readonly SurdModel[];
  /** Exact models in which one hypothesis, by name, fails alone, and the conclusion with it. */
  readonly needed?: Readonly<Record<string, Model>>;
  /**
   * Whether the paths may conclude different things: where the claim of a law is read, which decides what it compares and
   * how, and where an equality is claimed to be there in some cases and not in others.
   */
  readonly claimVaries?: boolean;
}

/** A theorem proved by arguments. */
export interface ArgumentTheorem extends Theorem {
  readonly parts: readonly Part[];
  /** The parts as they are written: goals whose certificates are stored have none here. */
  readonly written: readonly Part[];
  /** Where these certificates are, below `proofs/`. */
  readonly file: string;
}

/**
 * A theorem whose parts are arguments, each checked on every path. A step without a certificate of its own has the one
 * that is stored for it, if any.
 */
export function proved(
  statement: Statement,
  written: readonly Part[],
  kind: Kind = 'certificate',
  stored?: Stored,
): ArgumentTheorem {
  const file = fileOf(statement);
  let read = stored;
  const certificates = (): Stored => {
    read ??= readStored(file);
    return read;
  };
  const used: Used = new Map(written.map(({ name }) => [name, new Map()]));
  const parts = written.map((part) =>
    withStored(part, certificates, file, (key, goal) => {
      const goals = used.get(part.name)!;
      goals.set(key, new Set([...(goals.get(key) ?? []), goal]));
    }),
  );
  const check = (): CheckedProof => {
    try {
      const checked = parts.map((part, i) => ({ part, ...checkPart(part, statement.id, inductionOf(written[i]!)) }));
      const evidence = checked.map((each) => each.evidence);
      for (const [i, { name, hypotheses, shortFor }] of evidence.entries()) {
        const own = hypotheses.filter(({ lemma }) => lemma !== undefined && lemma.of === undefined);
        // Of its own induction a step may use the invariant, and no part what it proves itself.
        checkLemmas(name, own, shortFor, () => [...evidence.slice(0, i), { ...evidence[i]!, concludes: [] }]);
      }
      checkRuns(checked.map(({ part, all, evidence: { induction } }) => ({ ...part, all, induction })));
      return whole(statement, kind, evidence);
    } catch (error) {
      throw error instanceof NotProved ? located(error, used, file) : error;
    }
  };
  return { ...statement, kind, parts, written, file, check, checkStored: () => checkUsed(certificates(), used, file) };
}

/** The error with the file of the certificate that it is about, when that is stored. */
function located(error: NotProved, used: Used, file: string): NotProved {
  const goal = /The certificate of "(.+?)"/.exec(error.message)?.[1];
  const stored = [...used.values()].flatMap((goals) => [...goals.values()]);
  return goal !== undefined && stored.some((goals) => goals.has(goal))
    ? new NotProved(`${error.message} It is in proofs/${file}.`)
    : error;
}

/** A half of an induction as the kernel made it, to which nothing but stored certificates is added. */
const inductionOf = ({ argue, asking }: Part): Half | undefined => (asking === undefined ? halfOf(argue) : undefined);

function checkPart(
  part: Part,
  theorem: string,
  induction: Half | undefined,
): { readonly all: readonly CheckedPath[]; readonly evidence: Evidence } {
  const { name, argue, stage, instances = [], needed = {}, claimVaries = false } = part;
  const { [`${theorem}: ${name}`]: proved = {} } = lemmas;
  const all = checkObligation({ name, argue });
  checkInstances(name, all, instances);
  const needs = checkNeeds(name, all, needed);
  const silent = all.find(({ absurd, conclusions }) => !absurd && conclusions.length === 0);
  if (silent !== undefined) throw new NotProved(`"${name}" concludes nothing on path "${silent.key}".`);
  for (const { result } of all) checkNames(name, result);
  const computed = [
    ...(computedGoals[theorem] ?? []),
    ...(induction === undefined ? [] : ['invariant after the step']),
  ];
  if (!claimVaries) checkConclusions(name, all, computed);
  const hypotheses = new Map<string, Assumed>();
  // What a hypothesis says may depend on the path; then all that it says is listed.
  const assume = (
    name: string,
    says: string,
    standsFor: readonly string[] = [],
    source: Pick<Assumed, 'fact' | 'rule'> = {},
  ) => {
    const lemma = proved[name];
    const need = needs.get(name) ?? 'not shown';
    const without = needed[name];
    const known = { ...source, ...(lemma && { lemma }), ...(without && { without }) };
    hypotheses.set(`${name}: ${says}`, { name, says, standsFor, need, ...known });
  };
  for (const { result, roots } of all) {
    for (const fact of result.assumes) assume(fact.name, showFact(fact), fact.standsFor, { fact });
    for (const rule of result.rules ?? []) assume(rule.name, rule.says, rule.standsFor, { rule });
    for (const [root, value] of roots) assume(`under ${root}`, `${value} >= 0`);
  }
  const idle = Object.keys(proved).find((each) => !needs.has(each));
  if (idle !== undefined) throw new NotProved(`"${name}" has no hypothesis "${idle}" that a lemma is for.`);
  const evidence: Evidence = {
    name,
    paths: all.map(shown),
    hypotheses: [...hypotheses.values()],
    nonzero: [...new Set(all.flatMap(({ nonzero }) => nonzero.map(String)))].sort(),
    concludes: claimVaries ? [] : all.find(({ absurd }) => !absurd)!.conclusions,
    shortFor: abbreviations(name, proved),
    ...(induction && { induction }),
    ...(stage && { stage }),
  };
  return { all, evidence };
}

/** What is assumed goes by names, in models and to readers. */
function checkNames(name: string, { assumes, rules = [] }: Argument): void {
  const names = [...assumes, ...rules].map((each) => each.name);
  const twice = names.find((each, i) => names.indexOf(each) < i);
  if (twice !== undefined) throw new NotProved(`Two hypotheses of "${name}" have the name "${twice}".`);
}

/**
 * A theorem says the same on every path that is taken, unless its claim itself decides. Goals about what the text computes
 * have the same name and relation; what an induction arrives at, the kernel makes of its invariant.
 */
function checkConclusions(name: string, all: readonly CheckedPath[], computed: readonly string[]): void {
  const [first = [], ...others] = all.filter(({ absurd }) => !absurd).map(({ conclusions }) => conclusions);
  const same = ({ name: goal, relation, value }: Fact) =>
    computed.includes(goal) ? `${goal} ${relation}` : `${goal}: ${showFact({ name, relation, value })}`;
  const says = (conclusions: readonly Fact[]) => conclusions.map(same).join(', ');
  const other = others.find((each) => says(each) !== says(first));
  if (other === undefined) return;
  throw new NotProved(`"${name}" concludes ${says(first)} on one path, and ${says(other)} on another.`);
}

const shown = ({ key, facts, proved, result: { steps } }: CheckedPath): EvidencePath => ({
  key,
  facts,
  steps: proved.map((shows, i) => ({
    goal: shows.name,
    // Said when it is asked for: most of what is checked is not printed.
    get says() {
      return why(steps[i]!);
    },
    shows,
  })),
});

function whole(statement: Statement, kind: Kind, evidence: readonly Evidence[]): CheckedProof {
  if (evidence.length === 0) throw new RangeError(`The theorem "${statement.id}" has no steps; give at least one.`);
  return { ...statement, kind, evidence, nonzero: [...new Set(evidence.flatMap(({ nonzero }) => nonzero))].sort() };
}
