import { describe, expect, test } from 'vitest';
import { type Argument, checkArgument, describe as inWords, type Rule } from '../../../proofs/kernel/argument.ts';
import { atMost, nonnegative, positive, zero } from '../../../proofs/kernel/fact.ts';
import { NotProved } from '../../../proofs/kernel/identity.ts';
import { induction } from '../../../proofs/kernel/induction.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { type Part, proved } from '../../../proofs/theorem/theorem.ts';

const [a, b, l] = [scalar('a'), scalar('b'), scalar('l')];
const fails = (argument: Argument) => expect(() => checkArgument(argument));
const fact = (name: string) => ({ terms: [{ facts: [name] }] });

describe('steps', () => {
  test('rest on those before them', () => {
    const assumes = [positive('a', a)];
    const second = { goal: nonnegative('2a', F.add(a, a)), by: { terms: [{ times: 2, facts: ['weaker'] }] } };
    const first = { goal: nonnegative('weaker', a), by: fact('a') };
    expect(checkArgument({ assumes, steps: [first, second] }).conclusions.map(({ name }) => name)).toEqual(['2a']);
    fails({ assumes, steps: [second, first] }).toThrow('neither assumed nor proved');
    fails({ assumes, steps: [first, first] }).toThrow('Two facts have the name');
    fails({ assumes, steps: [] }).toThrow('has no steps');
    fails({ assumes, steps: [first], concludes: ['2a'] }).toThrow('No step proves "2a"');
  });
  test('keep what they divide by, unless it is known to be positive', () => {
    const steps = [{ goal: zero('quotient', F.sub(F.mul(b, F.div(F.one, b)), F.one)), by: { terms: [] } }];
    expect(checkArgument({ assumes: [], steps }).nonzero).toEqual(['b']);
    expect(checkArgument({ assumes: [positive('half of b', F.div(b, F.of(2)))], steps }).nonzero).toEqual([]);
    expect(checkArgument({ assumes: [nonnegative('b', b)], steps }).nonzero).toEqual(['b']);
  });
});

describe('a contradiction', () => {
  const square = (denied = a): Argument => ({
    assumes: [nonnegative('a', a)],
    steps: [
      {
        goal: nonnegative('goal', denied),
        denial: 'not so',
        steps: [{ goal: positive('absurd', F.of(0)), by: { terms: [{ facts: ['not so'] }, { facts: ['a'] }] } }],
      },
    ],
  });
  test('proves what was denied', () => {
    expect(checkArgument(square()).steps.map(({ supposing }) => supposing)).toEqual([true, true, false]);
    fails(square(b)).toThrow('does not expand');
  });
  test('needs an absurdity', () => {
    const harmless = { goal: nonnegative('absurd', F.of(0)), by: { terms: [] } };
    const steps = [{ goal: nonnegative('goal', b), denial: 'not so', steps: [harmless] }];
    fails({ assumes: [], steps }).toThrow('has not been led to an absurdity');
    fails({ assumes: [], steps: [{ goal: zero('goal', b), denial: 'not so', steps: [harmless] }] }).toThrow('equality');
  });
  test('keeps nothing of what it supposed', () => {
    const [indirect] = square().steps;
    const after = { goal: nonnegative('after', F.neg(a)), by: fact('not so') };
    fails({ ...square(), steps: [indirect!, after] }).toThrow('neither assumed nor proved');
  });
});

describe('a rule', () => {
  const rule: Rule = {
    name: 'rule',
    says: 'a ≥ λ for every λ ≥ 0.',
    given: (at) => [nonnegative('condition', at)],
    yields: (at) => atMost('', at, a),
    samples: [F.zero, F.one],
  };
  const use = { rule: 'rule', at: b, gives: 'used' };
  const assumes = [nonnegative('b', b)];
  test('is used where its conditions are met', () => {
    expect(`${checkArgument({ assumes, rules: [rule], steps: [use] }).conclusions[0]!.value}`).toBe('a - b');
    fails({ assumes: [], rules: [rule], steps: [use] }).toThrow('without a proof of b >= 0');
    fails({ assumes, steps: [use] }).toThrow('There is no rule');
  });
  test('does not take a weaker condition', () => {
    fails({ assumes: [zero('b', b)], rules: [rule], steps: [use] }).toThrow('without a proof');
  });
});

describe('an equality', () => {
  const assumes = [nonnegative('up', F.sub(a, b)), nonnegative('down', F.sub(b, a)), positive('strict', F.sub(b, a))];
  const goal = zero('equal', F.sub(a, b));
  test('follows from both inequalities', () => {
    const steps = [{ goal, atLeast: 'up', atMost: 'down' }];
    expect(checkArgument({ assumes, steps }).conclusions).toEqual([goal]);
  });
  test.each([
    ['down', 'up'],
    ['up', 'up'],
    ['up', 'strict'],
    ['up', 'nowhere'],
  ])('not from %s and %s', (atLeast, atMost) => {
    fails({ assumes, steps: [{ goal, atLeast, atMost }] }).toThrow('does not follow');
    fails({ assumes, steps: [{ goal: nonnegative('equal', goal.value), atLeast: 'up', atMost: 'down' }] }).toThrow(
      NotProved,
    );
  });
});

describe('a definition', () => {
  const define = { define: l, numerator: a, over: 'b', gives: 'choice' };
  test('is a quotient with a new name', () => {
    const goal = zero('product', F.sub(F.mul(l, b), a));
    const steps = [define, { goal, by: { terms: [{ multiple: F.one, of: 'choice' }] } }];
    expect(checkArgument({ assumes: [positive('b', b)], steps }).nonzero).toEqual([]);
  });
  test('needs a positive divisor and a symbol that is not in use', () => {
    fails({ assumes: [nonnegative('b', b)], steps: [define] }).toThrow('not known to be positive');
    fails({ assumes: [positive('b', b), positive('l', l)], steps: [define] }).toThrow('not a new symbol');
    fails({ assumes: [positive('b', b)], steps: [{ ...define, numerator: l }] }).toThrow('not a new symbol');
    fails({ assumes: [positive('b', b)], steps: [{ ...define, define: F.add(l, l) }] }).toThrow('not a new symbol');
  });
});

test('a certificate reads as a sum', () => {
  const by = {
    scaled: ['η'],
    terms: [{ times: 0.5, facts: ['near', 'η'] }, { square: a }, { norm: vector('u') }, { multiple: b, of: 'sum' }],
  };
  expect(inWords(by)).toBe('0.5 [near] [η] + (a)² + ‖(1) u‖² + (b) [sum], over [η]');
  expect(inWords({ terms: [] })).toBe('identically');
});

const statement = { id: 'x', laws: [], cites: [], states: '', scope: 'all reals' } as const;
const check = (...parts: readonly Part[]) => proved(statement, parts).check();

describe('a theorem', () => {
  const part: Part = {
    name: 'part',
    instances: [{ a: 1, b: 2 }],
    argue: () => ({
      assumes: [nonnegative('a', a), atMost('order', a, b)],
      steps: [{ goal: nonnegative('b', b), by: { terms: [{ facts: ['a'] }, { facts: ['order'] }] } }],
    }),
  };
  test('has an instance, or it may say nothing', () => {
    expect(() => check({ ...part, instances: [] })).toThrow('No instance of "part"');
    expect(() => check({ ...part, instances: [{ a: 2, b: 1 }] })).toThrow('No instance of "part"');
    expect(() => check()).toThrow('has no steps');
  });
  test('says which hypotheses a model shows to be needed', () => {
    const { evidence } = check({ ...part, needed: { a: { a: -2, b: -1 } } });
    expect(evidence[0]!.hypotheses.map(({ name, need }) => [name, need])).toEqual([
      ['a', 'shown'],
      ['order', 'not shown'],
    ]);
  });
  test.each([
    ['the hypothesis holds', { a: 1, b: 2 }],
    ['the conclusion holds', { a: -1, b: 2 }],
    ['another hypothesis fails too', { a: -1, b: -2 }],
  ])('no model where %s', (_, model) => {
    expect(() => check({ ...part, needed: { a: model } })).toThrow('is no counterexample');
  });
  test('no model of what is not a hypothesis', () => {
    expect(() => check({ ...part, needed: { c: { a: 1, b: 1 } } })).toThrow('has no hypothesis "c"');
  });
  test('an empty path is one that no instance takes', () => {
    const argue: Part['argue'] = ({ F, path }) => {
      F.max(a, b);
      const absurd = {
        goal: positive('absurd', F.of(0)),
        by: { terms: [{ facts: ['b below a'] }, { facts: ['case 1'] }] },
      };
      const fine = { goal: nonnegative('difference', F.sub(a, b)), by: fact('case 1') };
      return { assumes: [positive('b below a', F.sub(a, b))], steps: [path() === '1' ? absurd : fine] };
    };
    expect(check({ name: 'x', argue, instances: [{ a: 2, b: 1 }] }).evidence[0]!.steps).toHaveLength(2);
  });
});

describe('an induction', () => {
  const sum = (start: number, before = { total: scalar('total') as ReturnType<typeof scalar> }) =>
    induction({
      invariant: (_, { total }) => nonnegative('invariant', total),
      before: () => before,
      base: {
        first: () => ({ state: { total: F.of(start) }, assumes: [], by: { terms: [{ times: 1 }] } }),
      },
      step: {
        next: (_, { total }) => ({
          state: { total: F.add(total, F.square(a)) },
          assumes: [],
          by: { terms: [{ facts: ['invariant'] }, { square: a }] },
        }),
      },
    }).map((obligation) => ({ ...obligation, instances: [{ total: 1, a: 1, b: 1 }] }));
  test('has a base and a step', () => {
    expect(check(...sum(1)).evidence.map(({ name }) => name)).toEqual(['base', 'step']);
    expect(() => check(...sum(-1))).toThrow('base: ');
  });
  test('steps from any state, not from a special one', () => {
    expect(() => check(...sum(1, { total: F.square(b) }))).toThrow('different free symbols');
    expect(() => check(...sum(1, { total: F.one }))).toThrow(NotProved);
  });
});
