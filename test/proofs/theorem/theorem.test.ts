import { describe, expect, test } from 'vitest';
import type { Argument } from '../../../proofs/kernel/argument.ts';
import type { Reader } from '../../../proofs/kernel/cases.ts';
import { NotProved } from '../../../proofs/kernel/fact.ts';
import { formalSpace, scalar } from '../../../proofs/kernel/symbolic.ts';
import { atMost, nonnegative, positive, zero } from '../../../proofs/theorem/statements.ts';
import { type Part, proved, theorem } from '../../../proofs/theorem/theorem.ts';

const { add, div, mul, of, one, square, sub } = formalSpace;
const [a, b] = [scalar('a'), scalar('b')];
const statement = {
  id: 'x',
  laws: [],
  cites: [{ article: '9902', equations: [5] }],
  states: '',
  scope: 'all reals',
} as const;

describe('identities', () => {
  const identity = (left: typeof a, right: typeof a) =>
    theorem(statement, () => [{ name: 'sides', left, right }]).check();
  test('are proved with everything that either side divided by', () => {
    const { evidence, nonzero } = identity(div(sub(square(a), square(b)), sub(a, b)), mul(div(add(a, b), b), b));
    expect(nonzero).toEqual(['a - b', 'b']);
    expect(evidence.map(({ paths }) => paths[0]?.steps)).toMatchObject([
      [{ goal: 'sides', says: 'identically', shows: { name: 'sides', relation: '= 0' } }],
    ]);
  });
  test('say what is left of the difference', () => {
    const wrong = () => identity(square(sub(a, b)), add(square(a), square(b)));
    expect(wrong).toThrow(NotProved);
    expect(wrong).toThrow('"sides" is not an identity: left − right is -2*a*b, not 0');
  });
  test('are not satisfied by agreement at many points', () => {
    let vanishing = one;
    for (let i = -20; i <= 20; i++) vanishing = mul(vanishing, sub(a, of(i)));
    expect(() => identity(vanishing, of(0))).toThrow(NotProved);
  });
  test('tell apart constants that differ by one unit in the last place', () => {
    expect(() => identity(of(1), of(1 + Number.EPSILON))).toThrow(NotProved);
  });
  test('collect the assumptions of all steps, every one of which has to hold', () => {
    const proof = theorem(statement, () => [
      { name: 'first', left: div(a, a), right: one },
      { name: 'second', left: div(a, b), right: div(a, b) },
    ]).check();
    expect(proof.nonzero).toEqual(['a', 'b']);
    expect(proof.evidence.map(({ name, nonzero }) => [name, nonzero])).toEqual([
      ['first', ['a']],
      ['second', ['b']],
    ]);
    const good = { name: 'good', left: a, right: a };
    const bad = { name: 'bad', left: a, right: b };
    for (const steps of [[good, bad], [bad, good], [bad]]) {
      expect(() => theorem(statement, () => steps).check()).toThrow('"bad" is not an identity');
    }
    expect(() => theorem(statement, () => []).check()).toThrow('has no steps');
  });
});

const check = (...parts: readonly Part[]) => proved(statement, parts).check();
const fact = (name: string) => ({ terms: [{ facts: [name] }] });

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
});

describe('a path', () => {
  const below = positive('b below a', sub(a, b));
  const absurd = { goal: positive('absurd', of(0)), by: { terms: [{ facts: ['b below a'] }, { facts: ['case 1'] }] } };
  const argue = ({ F, path }: Reader): Argument => {
    F.max(a, b);
    const fine = { goal: nonnegative('difference', sub(a, b)), by: fact('case 1') };
    return { assumes: [below], steps: [path() === '1' ? absurd : fine] };
  };
  test('is empty when its steps end in an absurdity, and no instance takes it', () => {
    expect(check({ name: 'x', argue, instances: [{ a: 2, b: 1 }] }).evidence[0]!.paths).toHaveLength(2);
  });
  test('is not empty because of an assumption that is made there only', () => {
    // Assumed on the second path alone: there an instance satisfies the hypotheses of the first, but not these.
    const hiding: Part['argue'] = ({ F, path }) => {
      F.max(a, b);
      const [first, second] = [nonnegative('known', a), positive('known', sub(a, b))];
      const no = { goal: positive('absurd', of(0)), by: { terms: [{ facts: ['known'] }, { facts: ['case 1'] }] } };
      const fine = { goal: nonnegative('difference', sub(a, b)), by: fact('case 1') };
      return path() === '1' ? { assumes: [second], steps: [no] } : { assumes: [first], steps: [fine] };
    };
    const [evidence] = check({ name: 'x', argue: hiding, instances: [{ a: 2, b: 1 }] }).evidence;
    expect(evidence!.hypotheses.map(({ name, says }) => [name, says])).toEqual([
      ['known', 'a >= 0'],
      ['known', 'a - b > 0'],
    ]);
  });
  test('concludes what the others do', () => {
    const other: Part['argue'] = ({ F, path }) => {
      F.max(a, b);
      const [first, second] = [nonnegative('difference', sub(a, b)), nonnegative('other', sub(b, a))];
      return { assumes: [], steps: [{ goal: path() === '0' ? first : second, by: fact('case 1') }] };
    };
    const instances = [
      { a: 2, b: 1 },
      { a: 1, b: 2 },
    ];
    expect(() => check({ name: 'x', argue: other, instances })).toThrow(
      '"x" concludes difference: a - b >= 0 on one path, and other: -a + b >= 0 on another.',
    );
  });
  test('concludes what the others do under the same name', () => {
    const nothing: Part['argue'] = ({ F, path }) => {
      F.max(a, of(0));
      const [x, empty] = [nonnegative('a >= 0', a), nonnegative('a >= 0', of(0))];
      return {
        assumes: [],
        steps: [path() === '0' ? { goal: x, by: fact('case 1') } : { goal: empty, by: { terms: [] } }],
      };
    };
    const instances = [{ a: 1 }, { a: -1 }];
    expect(() => check({ name: 'x', argue: nothing, instances })).toThrow(
      '"x" concludes a >= 0: a >= 0 on one path, and a >= 0: 0 >= 0 on another.',
    );
  });
  test('is taken by some instance, or the theorem is about nothing', () => {
    const nothing: Part['argue'] = () => ({
      assumes: [positive('no', of(-1))],
      steps: [{ goal: nonnegative('absurd', of(-1)), by: fact('no') }],
    });
    expect(() => check({ name: 'x', argue: nothing })).toThrow('"x" is about nothing');
  });
  test('is taken where nothing is zero that is assumed not to be', () => {
    // a = 0 and a ≠ 0 leave no point at all, where any b is 0.
    const vacuous: Part['argue'] = () => ({
      assumes: [zero('a', a)],
      steps: [{ goal: zero('b', b), by: { terms: [{ multiple: div(b, a), of: 'a' }] } }],
    });
    expect(() => check({ name: 'x', argue: vacuous, instances: [{ a: 0, b: 0 }] })).toThrow('No instance');
  });
  test('says that numbers under its roots are not negative', () => {
    const rooted: Part['argue'] = ({ F }) => {
      F.sqrt(a);
      const { terms } = { terms: [{ square: F.sqrt(a) }, { multiple: of(-1), of: 'root 1 squared' }] };
      return { assumes: [], steps: [{ goal: nonnegative('a', a), by: { terms } }] };
    };
    const [evidence] = check({ name: 'x', argue: rooted, instances: [{ a: 4 }] }).evidence;
    expect(evidence!.hypotheses.map(({ name, says }) => [name, says])).toEqual([['under √1', 'a >= 0']]);
  });
});
