import { describe, expect, test } from 'vitest';
import { type Argument, checkArgument, type Rule } from '../../../proofs/kernel/argument.ts';
import type { Reader } from '../../../proofs/kernel/cases.ts';
import { checkObligation } from '../../../proofs/kernel/obligation.ts';
import { formalSpace as F, scalar } from '../../../proofs/kernel/symbolic.ts';
import { atMost, nonnegative, positive, zero } from '../../../proofs/theorem/statements.ts';

const [a, b, c] = [scalar('a'), scalar('b'), scalar('c')];
const fails = (argument: Argument) => expect(() => checkArgument(argument));
const fact = (name: string) => ({ terms: [{ facts: [name] }] });
const divided = (argument: Argument) => checkArgument(argument).nonzero.map(String).sort();

describe('steps', () => {
  test('rest on those before them', () => {
    const assumes = [positive('a', a)];
    const second = { goal: nonnegative('2a', F.add(a, a)), by: { terms: [{ times: 2, facts: ['weaker'] }] } };
    const first = { goal: nonnegative('weaker', a), by: fact('a') };
    const checked = checkArgument({ assumes, steps: [first, second] });
    expect(checked.proved.map(({ name }) => name)).toEqual(['weaker', '2a']);
    expect(checked.conclusions.map(({ name }) => name)).toEqual(['2a']);
    fails({ assumes, steps: [second, first] }).toThrow('neither assumed nor proved');
    fails({ assumes, steps: [first, first] }).toThrow('Two facts have the name');
    fails({ assumes, steps: [] }).toThrow('has no steps');
  });
  test('may conclude more than the last, but nothing that is only assumed', () => {
    const steps = [
      { goal: nonnegative('weaker', a), by: fact('a') },
      { goal: nonnegative('2a', F.add(a, a)), by: { terms: [{ times: 2, facts: ['a'] }] } },
    ];
    const argument = { assumes: [positive('a', a)], steps };
    const { conclusions } = checkArgument({ ...argument, concludes: ['2a', 'weaker'] });
    expect(conclusions.map(({ name }) => name)).toEqual(['2a', 'weaker']);
    fails({ ...argument, concludes: ['a'] }).toThrow('No step proves "a"');
  });
  test('without a certificate hold identically', () => {
    const steps = [{ goal: zero('squares', F.sub(F.square(F.sub(a, b)), F.square(F.sub(b, a)))) }];
    expect(checkArgument({ assumes: [], steps }).conclusions[0]!.name).toBe('squares');
    fails({ assumes: [], steps: [{ goal: zero('squares', F.sub(a, b)) }] }).toThrow('a - b is left over');
  });
  test('a fact may not have the name of another, whoever says it', () => {
    const path = { facts: [nonnegative('case 1', a)], nonzero: [] };
    const steps = [{ goal: nonnegative('goal', a), by: fact('case 1') }];
    expect(checkArgument({ assumes: [], steps }, path).conclusions).toHaveLength(1);
    expect(() => checkArgument({ assumes: [nonnegative('case 1', b)], steps }, path)).toThrow('Two facts');
    expect(() => checkArgument({ assumes: [nonnegative('goal', b)], steps }, path)).toThrow('Two facts');
  });
});

describe('an absurdity', () => {
  const absurd = (relation: typeof positive, value: number, by = {}) => ({
    assumes: [positive('a', a), nonnegative('not a', F.neg(a))],
    steps: [{ goal: relation('absurd', F.of(value)), by: { terms: [{ facts: ['a'] }, { facts: ['not a'] }], ...by } }],
  });
  test('shows that nothing satisfies the assumptions', () => {
    expect(checkArgument(absurd(positive, 0)).absurd).toBe(true);
    expect(checkArgument({ ...absurd(positive, 0), concludes: ['anything'] }).absurd).toBe(true);
    expect(checkArgument(absurd(nonnegative, 0)).absurd).toBe(false);
  });
  test('is a constant without the sign that it is said to have', () => {
    const says = (relation: typeof positive, value: number) => {
      const half = { goal: positive('0 > 0', F.of(0)), by: { terms: [{ facts: ['a'] }, { facts: ['not a'] }] } };
      const last = { goal: relation('last', F.of(value)), by: { refuting: 'no', terms: [{ facts: ['0 > 0'] }] } };
      return checkArgument({ assumes: absurd(positive, 0).assumes, steps: [half, last] }).absurd;
    };
    expect([-1, 0, 1].map((value) => says(positive, value))).toEqual([true, true, false]);
    expect([-1, 0, 1].map((value) => says(nonnegative, value))).toEqual([true, false, false]);
    expect([-1, 0, 1].map((value) => says(zero, value))).toEqual([true, false, true]);
  });
  test('before the end leaves the last step to conclude', () => {
    const { assumes, steps } = absurd(positive, 0);
    const after = { goal: nonnegative('after', b), by: { refuting: 'no', terms: [{ facts: ['absurd'] }] } };
    const { absurd: empty, conclusions } = checkArgument({ assumes, steps: [...steps, after] });
    expect([empty, conclusions.map(({ name }) => name)]).toEqual([false, ['after']]);
  });
});

describe('what is divided by', () => {
  const quotient = { goal: zero('quotient', F.sub(F.mul(b, F.div(F.one, b)), F.one)) };
  const product = positive('a b', F.mul(a, b));
  test('is assumed to be nonzero, unless a positive fact shows it', () => {
    expect(divided({ assumes: [], steps: [quotient] })).toEqual(['b']);
    expect(divided({ assumes: [positive('half of b', F.div(b, F.of(2)))], steps: [quotient] })).toEqual([]);
    expect(divided({ assumes: [positive('−b', F.neg(b))], steps: [quotient] })).toEqual([]);
    expect(divided({ assumes: [product], steps: [quotient] })).toEqual([]);
    expect(divided({ assumes: [nonnegative('b', b)], steps: [quotient] })).toEqual(['b']);
    expect(divided({ assumes: [positive('b + a', F.add(b, a))], steps: [quotient] })).toEqual(['b']);
  });
  test('may be shown so by a step before or after', () => {
    const assumes = [positive('a', a), positive('c', c)];
    const sum = { goal: positive('sum', F.add(a, c)), by: { terms: [{ facts: ['a'] }, { facts: ['c'] }] } };
    const over = { goal: zero('over', F.sub(F.div(F.add(a, c), F.add(a, c)), F.one)) };
    expect(divided({ assumes, steps: [over] })).toEqual(['a + c']);
    expect(divided({ assumes, steps: [sum, over] })).toEqual([]);
    expect(divided({ assumes, steps: [over, sum] })).toEqual([]);
  });
  test('is assumed by whatever uses what assumed it', () => {
    const half = { goal: nonnegative('half', F.div(a, b)), by: fact('quotient') };
    const assumes = [nonnegative('quotient', F.div(a, b))];
    expect(divided({ assumes, steps: [half] })).toEqual(['b']);
    const hidden = nonnegative('hidden', F.add(a, F.mul(F.zero, F.div(F.one, b))));
    expect(divided({ assumes: [hidden], steps: [{ goal: nonnegative('a', a), by: fact('hidden') }] })).toEqual(['b']);
  });

  // With a = 0 and c = 1 all assumptions hold, and a is not positive.
  const pseudoInverse: Argument = {
    assumes: [positive('c', c), nonnegative('a', a), zero('a²c = a', F.sub(F.mul(F.square(a), c), a))],
    steps: [
      {
        goal: positive('a > 0', a),
        by: { scaled: ['c'], terms: [{ times: 1 }, { multiple: F.div(F.one, a), of: 'a²c = a' }] },
      },
    ],
  };
  test('cannot be shown to be nonzero by dividing by it', () => {
    expect(divided(pseudoInverse)).toEqual(['a']);
    const after = { goal: zero('1 = a/a', F.sub(F.div(a, a), F.one)) };
    expect(divided({ ...pseudoInverse, steps: [...pseudoInverse.steps, after] })).toEqual(['a']);
    const twice = { goal: positive('2a', F.add(a, a)), by: { terms: [{ times: 2, facts: ['a > 0'] }] } };
    expect(divided({ ...pseudoInverse, steps: [...pseudoInverse.steps, twice] })).toEqual(['a']);
  });
  test('nor by two facts each of which assumes what the other shows', () => {
    // b = a, so that where b ≠ 0 the first shows a > 0, and the second then b > 0; at 0 neither is true.
    const { assumes } = pseudoInverse;
    const same = zero('b = a', F.sub(b, a));
    const first = {
      goal: positive('a > 0', a),
      by: {
        scaled: ['c'],
        terms: [
          { times: 1 },
          { multiple: F.div(F.one, b), of: 'a²c = a' },
          { multiple: F.div(F.sub(F.mul(a, c), F.one), b), of: 'b = a' },
        ],
      },
    };
    const other = {
      goal: positive('b > 0', b),
      by: {
        scaled: ['c'],
        terms: [{ times: 1 }, { multiple: F.div(F.one, a), of: 'a²c = a' }, { multiple: c, of: 'b = a' }],
      },
    };
    const over = { goal: zero('1', F.sub(F.mul(F.div(a, a), F.div(b, b)), F.one)) };
    expect(divided({ assumes: [...assumes, same], steps: [first, other, over] })).toEqual(['b']);
    expect(divided({ assumes: [...assumes, same], steps: [other, first, over] })).toEqual(['a']);
  });
  test('may be shown to be nonzero by a second fact where the first assumes it', () => {
    const { assumes, steps } = pseudoInverse;
    const twice = positive('2a is positive', F.add(a, a));
    const half = { goal: positive('half', a), by: { terms: [{ times: 0.5, facts: ['2a is positive'] }] } };
    expect(divided({ assumes, steps })).toEqual(['a']);
    expect(divided({ assumes: [...assumes, twice], steps: [...steps, half] })).toEqual([]);
    const circular = positive('a²/a', F.div(F.square(a), a));
    const quotient = { goal: positive('a/a', F.div(a, a)), by: { terms: [{}] } };
    expect(divided({ assumes: [circular], steps: [quotient] })).toEqual(['a']);
    expect(divided({ assumes: [circular, twice], steps: [quotient] })).toEqual([]);
  });
  test('for a contradiction is assumed by what that proves', () => {
    const hidden = nonnegative('hidden', F.add(F.neg(a), F.mul(F.zero, F.div(F.one, b))));
    const goal = nonnegative('−a', F.neg(a));
    const by = { refuting: 'a is positive', terms: [{ facts: ['a is positive'] }, { facts: ['hidden'] }] };
    expect(divided({ assumes: [hidden], steps: [{ goal, by }] })).toEqual(['b']);
  });
  test('is not shown to be nonzero by the contrary of a goal', () => {
    // a²c = a and c > 0 refute a < 0 by way of 1/a, so at 0 it is not refuted; that a is negative stays within.
    const { assumes } = pseudoInverse;
    const by = {
      refuting: 'a is negative',
      terms: [{ times: 1 }, { facts: ['c', 'a is negative'] }, { multiple: F.div(F.one, a), of: 'a²c = a' }],
    };
    const goal = nonnegative('a ≥ 0', a);
    const [first, , last] = assumes;
    expect(divided({ assumes: [first!, last!], steps: [{ goal, by }] })).toEqual(['a']);
  });

  const signOfInverse = ({ F }: Reader): Argument => {
    const sign = F.sign(F.div(F.one, a));
    const square = { goal: zero('the square of the sign', F.sub(F.of(sign! * sign!), F.one)) };
    const shown = { goal: positive('a', a), by: { scaled: ['case 1'], terms: [{ times: 1 }] } };
    const less = { goal: positive('−a', F.neg(a)), by: { scaled: ['case 1'], terms: [{ times: 1 }] } };
    const never = { goal: zero('1 = 0', F.one), by: { terms: [{ multiple: a, of: 'case 1' }] } };
    return { assumes: [], steps: sign === 1 ? [shown, square] : sign === -1 ? [less, square] : [never] };
  };
  test('in order to decide is not shown to be nonzero by the decision', () => {
    // The sign of 1/a is 1 or −1 where a is not 0, and nothing there.
    const all = checkObligation({ name: 'sign', argue: signOfInverse });
    expect(all.map(({ key, nonzero }) => [key, ...nonzero.map(String)])).toEqual([
      ['0', 'a'],
      ['1', 'a'],
      ['2', 'a'],
    ]);
  });
  test('to decide what is the same everywhere is assumed', () => {
    const argue = ({ F }: Reader): Argument => ({
      assumes: [],
      steps: [{ goal: zero('sign', F.sub(F.of(F.sign(F.div(a, a))!), F.one)) }],
    });
    expect(checkObligation({ name: 'a/a', argue }).map(({ nonzero }) => nonzero.map(String))).toEqual([['a']]);
  });
  test('after a decision may be shown by it', () => {
    const argue = ({ F }: Reader): Argument => {
      const divisor = F.sign(a) === 0 ? F.one : a;
      F.max(F.div(b, divisor), c);
      return { assumes: [], steps: [{ goal: zero('quotient', F.sub(F.div(divisor, divisor), F.one)) }] };
    };
    const all = checkObligation({ name: 'guarded', argue });
    expect(all.map(({ key, nonzero }) => [key, nonzero.length])).toEqual(
      ['00', '01', '10', '11', '20', '21'].map((key) => [key, 0]),
    );
  });
});

describe('a rule', () => {
  const lambda = scalar('lambda');
  const rule: Rule = {
    name: 'rule',
    says: 'a ≥ λ for every λ ≥ 0.',
    given: [nonnegative('condition', lambda)],
    yields: atMost('', lambda, a),
  };
  const use = { rule: 'rule', at: b, gives: 'used' };
  const assumes = [nonnegative('b', b)];
  test('is used where its conditions are met', () => {
    expect(`${checkArgument({ assumes, rules: [rule], steps: [use] }).conclusions[0]!.value}`).toBe('a - b');
    fails({ assumes: [], rules: [rule], steps: [use] }).toThrow('without a proof of b >= 0');
    fails({ assumes, steps: [use] }).toThrow('There is no rule');
  });
  test('does not take another relation, or another value', () => {
    fails({ assumes: [zero('b', b)], rules: [rule], steps: [use] }).toThrow('without a proof');
    fails({ assumes: [nonnegative('b', F.add(b, F.one))], rules: [rule], steps: [use] }).toThrow('without a proof');
  });
  test('needs every condition', () => {
    const between: Rule = { ...rule, given: [nonnegative('', lambda), atMost('', lambda, F.one)] };
    fails({ assumes, rules: [between], steps: [use] }).toThrow('without a proof of 1 - b >= 0');
    const both = [...assumes, nonnegative('b at most 1', F.sub(F.one, b))];
    expect(checkArgument({ assumes: both, rules: [between], steps: [use] }).proved).toHaveLength(1);
  });
  test('is about any number, whatever its symbol is elsewhere', () => {
    const negative = { ...use, at: F.neg(lambda) };
    const { conclusions } = checkArgument({
      assumes: [nonnegative('−λ', negative.at)],
      rules: [rule],
      steps: [negative],
    });
    expect(`${conclusions[0]!.value}`).toBe('a + lambda');
    fails({ assumes: [nonnegative('λ', lambda)], rules: [rule], steps: [negative] }).toThrow('without a proof');
    const inverse: Rule = { ...rule, given: [], yields: nonnegative('', F.div(F.one, F.sub(lambda, a))) };
    expect(divided({ assumes: [], rules: [inverse], steps: [use] })).toEqual(['a - b']);
  });
  test('gives what assumes what its conditions and its place do', () => {
    const at = F.div(b, c);
    const nothing: Rule = { ...rule, yields: nonnegative('', a) };
    expect(divided({ assumes: [nonnegative('b/c', at)], rules: [nothing], steps: [{ ...use, at }] })).toEqual(['c']);
    const hidden = nonnegative('hidden', F.add(b, F.mul(F.zero, F.div(F.one, c))));
    expect(divided({ assumes: [hidden], rules: [nothing], steps: [use] })).toEqual(['c']);
    const anywhere: Rule = { ...nothing, given: [] };
    expect(divided({ assumes: [], rules: [anywhere], steps: [{ ...use, at }] })).toEqual(['c']);
  });
});

describe('an obligation', () => {
  test('is checked on every path, and names the one that fails', () => {
    const argue = ({ F }: Reader): Argument => ({
      assumes: [],
      steps: [{ goal: nonnegative('largest', F.sub(F.max(a, b), a)), by: { terms: [] } }],
    });
    expect(() => checkObligation({ name: 'max', argue })).toThrow('max, path 1: The certificate of "largest"');
  });
  test('has the facts of the path among those at hand', () => {
    const argue = ({ F, path }: Reader): Argument => {
      const goal = nonnegative('largest', F.sub(F.max(a, b), a));
      return { assumes: [], steps: [{ goal, by: path() === '0' ? { terms: [] } : fact('case 1') }] };
    };
    expect(checkObligation({ name: 'max', argue }).map(({ proved }) => proved.length)).toEqual([1, 1]);
  });
  test('passes errors of other kinds on', () => {
    const argue = (): Argument => {
      throw new TypeError('broken');
    };
    expect(() => checkObligation({ name: 'x', argue })).toThrow(TypeError);
  });
});
