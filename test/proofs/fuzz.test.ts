import { describe, expect, test } from 'vitest';
import { NotProved, theorems } from '../../proofs/index.ts';
import { type Argument, checkArgument, type Step, type Derivation as Unproved } from '../../proofs/kernel/argument.ts';
import { type Path, paths } from '../../proofs/kernel/cases.ts';
import type { Certificate } from '../../proofs/kernel/certificate.ts';
import { equal, neg } from '../../proofs/kernel/rational-function.ts';
import { formalSpace as F } from '../../proofs/kernel/symbolic.ts';
import { readStored } from '../../proofs/theorem/stored.ts';
import type { ArgumentTheorem } from '../../proofs/theorem/theorem.ts';
import { toRational } from '../../src/scalar/exact.ts';
import { mul, neg as negative, rational } from '../../src/scalar/rational.ts';

type Derivation = Required<Unproved>;

const certified = (step: Step): step is Derivation => 'by' in step;

/** The theorems that have certificates in a file. */
const filed = new Set(
  theorems.flatMap((theorem) =>
    'file' in theorem && Object.keys(readStored((theorem as ArgumentTheorem).file)).length > 0 ? [theorem.id] : [],
  ),
);

/** Some of the paths where there are many, as in the orders of several numbers. */
const few = <P>(all: readonly P[]): readonly P[] => (all.length > 12 ? all.filter((_, i) => i % 6 === 0) : all);

const arguments_ = theorems
  .filter((theorem): theorem is ArgumentTheorem => 'parts' in theorem && theorem.kind !== 'identity')
  .flatMap(({ id, parts }) =>
    parts.flatMap((part) => few(paths(part.argue)).map((path) => ({ name: `${id}: ${part.name} ${path.key}`, path }))),
  )
  .flatMap(({ name, path }) => stepByStep(path).map((step) => ({ name, path: step })));

/** An argument made of derivations alone, as one argument for each, which assumes what it uses of those before it. */
function stepByStep(path: Path<Argument>): readonly Path<Argument>[] {
  const { assumes, steps, rules } = path.result;
  const all = steps.filter(certified);
  if (rules !== undefined || all.length < steps.length) return [path];
  const every = all.length > 100 ? Math.ceil(all.length / 50) : 1; // of the many orders of a rearrangement
  return all.flatMap((step, i) => {
    if (i % every !== 0) return [];
    const used = new Set(names(step.by));
    const before = all.slice(0, i).map(({ goal }) => goal);
    return {
      ...path,
      result: { assumes: [...assumes, ...before.filter(({ name }) => used.has(name))], steps: [step] },
    };
  });
}

/** The names of the facts that a certificate uses. */
function names({ scaled = [], terms }: Certificate): readonly string[] {
  return [...scaled, ...terms.flatMap((term) => ('multiple' in term ? [term.of] : (term.facts ?? [])))];
}

/** Every derivation of an argument, with the argument in which it is another. */
function* derivations(steps: readonly Step[]): Generator<[Derivation, (other: Derivation) => readonly Step[]]> {
  for (const [i, step] of steps.entries()) {
    const put = (other: Step) => steps.with(i, other);
    if (certified(step)) yield [step, put];
  }
}

const refused = (path: Path<Argument>, steps: readonly Step[]): boolean => {
  try {
    checkArgument({ ...path.result, steps }, path);
    return false;
  } catch (error) {
    if (error instanceof NotProved) return true;
    throw error;
  }
};

/** Certificates with one thing changed. Terms that are identically zero would not be missed; there are none. */
function* corrupted(by: Certificate): Generator<[string, Certificate]> {
  const { scaled = [], terms } = by;
  for (const [i, term] of terms.entries()) {
    const changed = (other: typeof term): Certificate => ({ ...by, terms: terms.with(i, other) });
    yield [`term ${i + 1} dropped`, { ...by, terms: terms.toSpliced(i, 1) }];
    if ('multiple' in term) {
      yield [`multiple ${i + 1} negated`, changed({ ...term, multiple: neg(term.multiple) })];
      yield [`multiple ${i + 1} doubled`, changed({ ...term, multiple: F.mul(F.of(2), term.multiple) })];
    } else {
      const times = toRational(term.times ?? 1);
      yield [`multiplier ${i + 1} negated`, changed({ ...term, times: negative(times) })];
      yield [`multiplier ${i + 1} a little larger`, changed({ ...term, times: mul(times, rational(1001n, 1000n)) })];
    }
  }
  if (scaled.length > 0) yield ['not scaled', { ...by, scaled: scaled.slice(1) }];
  if (by.refuting !== undefined) yield ['not by contradiction', { scaled, terms }];
}

describe('no corrupted certificate passes', () => {
  test('in any argument of any theorem', () => {
    let [tried, stored] = [0, 0];
    const passed: string[] = [];
    for (const { name, path } of arguments_) {
      for (const [derivation, put] of derivations(path.result.steps)) {
        for (const [change, by] of corrupted(derivation.by)) {
          tried++;
          if (filed.has(name.split(': ')[0]!)) stored++;
          if (!refused(path, put({ ...derivation, by }))) passed.push(`${name}, ${derivation.goal.name}: ${change}`);
        }
      }
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(500);
    expect(stored).toBeGreaterThan(300);
  });

  test('nor one fact in the place of another', () => {
    let tried = 0;
    const passed: string[] = [];
    for (const { name, path } of arguments_) {
      const { assumes, steps } = path.result;
      const known = new Map([...assumes, ...path.facts].map((fact) => [fact.name, fact]));
      for (const [derivation, put] of derivations(steps)) {
        const { terms } = derivation.by;
        for (const [i, term] of terms.entries()) {
          if (!('facts' in term) || term.facts === undefined) continue;
          const [first, ...others] = term.facts;
          const before = known.get(first!);
          for (const other of known.values()) {
            if (before === undefined || equal(before.value, other.value)) continue;
            tried++;
            const by = { ...derivation.by, terms: terms.with(i, { ...term, facts: [other.name, ...others] }) };
            if (!refused(path, put({ ...derivation, by }))) passed.push(`${name}, ${derivation.goal.name}: ${first}`);
          }
        }
      }
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  });

  test('nor a path without a certificate of its own', () => {
    const forked = arguments_.filter(({ path }) => path.key !== '');
    expect(forked.length).toBeGreaterThan(20);
    for (const { path } of forked) {
      const emptied = path.result.steps.map((step): Step => ('by' in step ? { ...step, by: { terms: [] } } : step));
      const bare = path.result.steps.every((step) => certified(step) && step.by.terms.length === 0);
      expect(refused(path, emptied)).toBe(!bare);
    }
  });

  test('nor a goal with more than its certificate gives', () => {
    for (const { path } of arguments_) {
      for (const [derivation, put] of derivations(path.result.steps)) {
        const { goal } = derivation;
        const more = { ...goal, value: F.sub(goal.value, F.of(2 ** -1074)) };
        expect(refused(path, put({ ...derivation, goal: more }))).toBe(true);
      }
    }
  });
});
