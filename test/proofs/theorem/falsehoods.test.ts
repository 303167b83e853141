import { describe, expect, test } from 'vitest';
import { checkAll } from '../../../proofs/index.ts';
import type { Argument, Rule } from '../../../proofs/kernel/argument.ts';
import type { Fact } from '../../../proofs/kernel/fact.ts';
import { induction as bare } from '../../../proofs/kernel/induction.ts';
import type { Obligation } from '../../../proofs/kernel/obligation.ts';
import type { RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace as F, scalar } from '../../../proofs/kernel/symbolic.ts';
import { lemmas } from '../../../proofs/lemmas.ts';
import { induction } from '../../../proofs/theorem/induction.ts';
import type { Lemma } from '../../../proofs/theorem/lemma.ts';
import { nonnegative, zero } from '../../../proofs/theorem/statements.ts';
import { type Part, proved } from '../../../proofs/theorem/theorem.ts';

// Ways to make a theorem of what is not proved, around a kernel that checks each of its parts. None may succeed.

const x = scalar('x');

describe('names of what every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  test.each(names)('%s is a part and a goal without a stored certificate', (name) => {
    const statement = { id: 'none', laws: [], cites: [], states: '', scope: 'all reals' } as const;
    const argue = (): Argument => ({ assumes: [], steps: [{ goal: nonnegative(name, x) }] });
    expect(() => proved(statement, [{ name, argue }], 'certificate', {}).check()).toThrow(
      'does not expand to its goal',
    );
    const stored = JSON.parse(`{ "${name}": { "${name}": "[${name}]" } }`);
    const why = `uses "${name}", which is neither assumed`;
    expect(() => proved(statement, [{ name, argue }], 'certificate', stored).check()).toThrow(why);
  });
});

describe('a theorem', () => {
  const statement = { id: 'none', laws: [], cites: [], states: '', scope: 'all reals' } as const;
  const goal = nonnegative('nothing', F.zero);
  const theorem = (argument: Omit<Argument, 'steps'>) =>
    proved(statement, [{ name: 'part', argue: () => ({ ...argument, steps: [{ goal }] }), instances: [{}] }]);
  test('concludes something', () => {
    expect(() => theorem({ assumes: [], concludes: [] }).check()).toThrow('"part" concludes nothing on path ""');
    expect(theorem({ assumes: [] }).check().evidence).toHaveLength(1);
  });
  test('has a name for each hypothesis', () => {
    const rule: Rule = { name: 'one', says: '', given: [], yields: goal };
    const assumes = [nonnegative('one', F.one)];
    expect(() => theorem({ assumes, rules: [rule] }).check()).toThrow('Two hypotheses of "part" have the name "one"');
    expect(() => theorem({ assumes: [], rules: [rule, rule] }).check()).toThrow('Two hypotheses of "part"');
  });
});

/** Checks a theorem with lemmas for the hypotheses of some of its parts. */
function check(id: string, parts: readonly Part[], told: Readonly<Record<string, Readonly<Record<string, Lemma>>>>) {
  const keys = Object.entries(told).map(([part, each]) => [`${id}: ${part}`, each] as const);
  Object.assign(lemmas, Object.fromEntries(keys));
  try {
    return proved({ id, laws: [], cites: [], states: '', scope: 'all T' }, parts, 'induction').check();
  } finally {
    for (const [key] of keys) Reflect.deleteProperty(lemmas, key);
  }
}

describe('a symbol that is short for something', () => {
  const [a, b, s] = [scalar('a'), scalar('b'), scalar('s')];
  const parts = (second: RationalFunction): readonly Part[] => [
    { name: 'trivial', instances: [{}], argue: () => ({ assumes: [], steps: [{ goal: zero('nothing', F.zero) }] }) },
    {
      name: 'main',
      instances: [{ a: 1, b: 1, s: 1 }],
      argue: () => ({
        assumes: [zero('first', F.sub(a, s)), zero('second', F.sub(second, s))],
        steps: [
          {
            goal: zero('difference', F.sub(a, second)),
            by: {
              terms: [
                { multiple: F.one, of: 'first' },
                { multiple: F.of(-1), of: 'second' },
              ],
            },
          },
        ],
      }),
    },
  ];
  const short = (value: RationalFunction): Lemma => ({ part: 'trivial', goal: 'nothing', where: { s: value } });
  test('is short for one thing in all of a part', () => {
    const two = { main: { first: short(a), second: short(b) } };
    expect(() => check('liar', parts(b), two)).toThrow('"s" of "main" is short for a, and for b too.');
    const later = { main: { first: short(a), second: { part: 'trivial', goal: 'nothing', at: {} } } };
    expect(() => check('liar', parts(b), later)).toThrow('"second" of "main" assumes -a + b = 0');
    expect(check('fine', parts(a), { main: { first: short(a), second: short(a) } }).evidence).toHaveLength(2);
  });
});

describe('an induction', () => {
  const atLeastFive = (at: RationalFunction): Fact => nonnegative('invariant', F.sub(at, F.of(5)));
  const from = (first: RationalFunction, given: readonly Fact[] = []) => ({
    invariant: (_: unknown, state: { readonly x: RationalFunction }) => atLeastFive(state.x),
    before: () => ({ x }),
    base: { first: () => ({ state: { x: first }, assumes: given, by: { terms: [{ times: 2 }] } }) },
    step: {
      next: (_: unknown, before: { readonly x: RationalFunction }) => ({
        state: { x: F.add(before.x, F.one) },
        assumes: [],
        by: { terms: [{ facts: ['invariant'] }, {}] },
      }),
    },
  });
  const [base, step] = induction(from(F.of(7)));
  const [, unbased] = induction(from(F.zero));
  const end = (goal: Fact): Part => ({
    name: 'end',
    instances: [{ x: 9 }],
    argue: () => ({
      assumes: [{ ...goal, name: 'after T steps' }],
      steps: [{ goal, by: { terms: [{ facts: ['after T steps'] }] } }],
    }),
  });
  const goal = { ...atLeastFive(x), name: 'x is at least 5' };
  const reached = { end: { 'after T steps': { part: 'step', goal: 'invariant' } } };
  const [models, model] = [{ instances: [{}] }, { instances: [{ x: 7 }] }];
  test('has a base and a step', () => {
    const all = [{ ...base!, ...models }, { ...step!, ...model }, end(goal)];
    expect(check('fine', all, reached).evidence).toHaveLength(3);
    expect(() => check('liar', all.slice(1), reached)).toThrow('No conclusion of part "step" is "invariant".');
  });
  const nothing: Obligation['argue'] = () => ({
    assumes: [],
    steps: [{ goal: nonnegative('invariant after the step', F.zero) }],
  });
  test.each<[string, readonly Part[]]>([
    ['argued by something else', [{ ...unbased!, name: 'base', argue: nothing }, unbased!]],
    ['whose questions are answered by something else', [{ ...base!, asking: () => nothing }, step!]],
    ['of another induction', [{ ...base!, ...models }, unbased!]],
    ['that is its own step', [{ ...unbased!, name: 'base', instances: [{ x: 7 }] }, unbased!]],
  ])('has no base that is one %s', (_, [first, second]) => {
    const all = [{ ...first!, instances: first!.instances ?? [{}, { x: 7 }] }, { ...second!, ...model }, end(goal)];
    expect(() => check('liar', all, reached)).toThrow('No conclusion of part "step" is "invariant".');
  });
  test('does not prove what its base assumes under that name', () => {
    const lie = nonnegative('invariant', F.sub(x, F.of(8)));
    const [first, then] = bare(from(F.of(7), [lie]));
    const all = [{ ...first!, instances: [{ x: 9 }] }, { ...then!, ...model }, end({ ...lie, name: 'goal' })];
    const ofBase = { end: { 'after T steps': { part: 'base', goal: 'invariant' } } };
    expect(() => check('liar', all, ofBase)).toThrow('No conclusion of part "base" is "invariant".');
  });
});

describe('what is stored', () => {
  const statement = { id: 'none', laws: [], cites: [], states: '', scope: 'all reals' } as const;
  const part: Part = {
    name: 'part',
    instances: [{ x: 1 }],
    argue: () => ({ assumes: [nonnegative('given', x)], steps: [{ goal: nonnegative('goal', x) }] }),
  };
  const stored = { part: { goal: '[given]' } };
  const checked = (also: object) => () => {
    const theorem = proved(statement, [part], 'certificate', { ...stored, ...also });
    const [outcome] = checkAll([theorem]);
    if (outcome?.status === 'unproved') throw new Error(outcome.because);
    return theorem.check().evidence;
  };
  test('is used, all of it', () => {
    expect(checked({})()).toHaveLength(1);
    const file = 'proofs/9902-sgd/certificates/none.json';
    expect(checked({ 'no such part': { goal: '[given]' } })).toThrow(
      `${file}, no such part, "goal": no goal uses this`,
    );
    expect(checked({ 'no such part': {} })).toThrow(`${file}, no such part: no goal uses this`);
    expect(checked({ part: { ...stored.part, 'no such goal': '5 [rubbish]' } })).toThrow(
      `${file}, part, "no such goal": no goal uses this.`,
    );
    expect(checked({ part: { ...stored.part, 'goal (path 01)': '[given]' } })).toThrow('"goal (path 01)": no goal');
  });
});
