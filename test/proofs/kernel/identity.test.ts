import { describe, expect, test } from 'vitest';
import { identity, NotProved } from '../../../proofs/kernel/identity.ts';
import { formalSpace, scalar } from '../../../proofs/kernel/symbolic.ts';
import { theorem } from '../../../proofs/theorem/theorem.ts';

const { add, sub, mul, div, square, of, one } = formalSpace;
const [a, b] = [scalar('a'), scalar('b')];
const about = {
  name: 'difference of squares',
  cites: [{ article: '9902', equations: [5] }],
  states: 'a^2-b^2',
} as const;

describe('identity', () => {
  test('returns the statement with everything either side divided by', () => {
    const checked = identity({
      ...about,
      left: div(sub(square(a), square(b)), sub(a, b)),
      right: mul(div(add(a, b), b), b),
    });
    expect(checked).toEqual({ kind: 'identity', ...about, nonzero: ['a - b', 'b'] });
  });

  test('says what is left of the difference', () => {
    const wrong = { ...about, left: square(sub(a, b)), right: add(square(a), square(b)) };
    expect(() => identity(wrong)).toThrow(NotProved);
    expect(() => identity(wrong)).toThrow('"difference of squares" is not an identity: left − right is -2*a*b, not 0');
  });

  test('is not satisfied by agreement at many points', () => {
    let vanishing = one;
    for (let i = -20; i <= 20; i++) vanishing = mul(vanishing, sub(a, of(i)));
    expect(() => identity({ ...about, left: vanishing, right: of(0) })).toThrow(NotProved);
  });

  test('tells apart constants that differ by one unit in the last place', () => {
    expect(() => identity({ ...about, left: of(1), right: of(1 + Number.EPSILON) })).toThrow(NotProved);
  });
});

describe('theorem', () => {
  const statement = { id: 'test', laws: [], cites: about.cites, states: '', scope: 'all reals' } as const;

  test('collects the assumptions of its steps', () => {
    const proof = theorem(statement, () => [
      { name: 'first', left: div(a, a), right: one },
      { name: 'second', left: div(a, b), right: div(a, b) },
    ]).check();
    expect(proof.nonzero).toEqual(['a', 'b']);
    expect(proof.evidence.map(({ name, nonzero }) => [name, nonzero])).toEqual([
      ['first', ['a']],
      ['second', ['b']],
    ]);
  });

  test('is rejected when any one of its steps is', () => {
    const good = { name: 'good', left: a, right: a };
    const bad = { name: 'bad', left: a, right: b };
    for (const steps of [[good, bad], [bad, good], [bad]]) {
      expect(() => theorem(statement, () => steps).check()).toThrow('"bad" is not an identity');
    }
  });

  test('needs a step', () => {
    expect(() => theorem(statement, () => []).check()).toThrow('has no steps');
  });
});
