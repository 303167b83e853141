import { type Argument, type Rule, ruleAt, type Step } from '../kernel/argument.ts';
import { paths } from '../kernel/cases.ts';
import type { Certificate } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Answers, type Hints, isOpen, type Sought } from '../theorem/stored.ts';
import type { Part } from '../theorem/theorem.ts';

/** A goal that waits for a certificate, with the facts at hand there. */
export interface Problem {
  readonly part: string;
  readonly path: string;
  readonly goal: Fact;
  readonly known: readonly Fact[];
  readonly hints: Hints;
}

/** The fact that a step adds, taken on trust: the kernel checks it when the theorem is checked. */
function added(step: Step, rules: readonly Rule[]): readonly Fact[] {
  if ('goal' in step) return [step.goal];
  const rule = 'rule' in step ? rules.find(({ name }) => name === step.rule) : undefined;
  return 'rule' in step && rule !== undefined ? [{ ...ruleAt(rule, step.at).yields, name: step.gives }] : [];
}

const hintsOf = (step: Step): Hints => ('hints' in step ? (step as Sought).hints : {});

/** The goals of a part that wait for certificates, path by path; with these answers to the questions of its text. */
export function problemsOf(part: Part, answers: Answers = () => undefined): readonly Problem[] {
  return paths(part.asking?.(answers) ?? part.argue).flatMap(({ key: path, facts, result }) => {
    const { assumes, steps, rules = [] }: Argument = result;
    const known = [...assumes, ...facts];
    return steps.flatMap((step): Problem[] => {
      const problem = { part: part.name, path, known: [...known], hints: hintsOf(step) };
      known.push(...added(step, rules));
      return isOpen(step) ? [{ ...problem, goal: step.goal }] : [];
    });
  });
}

/** A certificate that holds identically has nothing to store. */
export const IDENTICALLY: Certificate = { terms: [] };
