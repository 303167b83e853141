import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../proofs/kernel/cases.ts';
import { scalar, standIns, symbolicReading } from '../../../proofs/kernel/symbolic.ts';
import { lawPart, type Shape } from '../../../proofs/theorem/law-reading.ts';
import { positive } from '../../../proofs/theorem/statements.ts';
import { withStored } from '../../../proofs/theorem/stored.ts';
import { proved } from '../../../proofs/theorem/theorem.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { atMost, below, equal, type Relation } from '../../../src/scalar/relation.ts';

const statement = { id: 'any', laws: [], cites: [], states: '', scope: 'all reals' } as const;
type Claim = <S>(F: Algebra<S>, x: Exact) => Relation<S>;
const check = (claim: Claim, shape: Partial<Shape> = {}) => {
  const law = { id: 'a.law', claim, hypotheses: [], reference: undefined } as unknown as AnyLaw;
  const whole: Shape = { name: 'x', instance: (free) => free.number('x'), ...shape };
  return () => proved(statement, [lawPart(law, whole)]).check();
};

describe('a law read over symbols', () => {
  test('is proved where its equalities are identities', () => {
    const claim: Claim = (F, x) => equal(F.square(F.of(x)), F.mul(F.of(x), F.of(x)));
    expect(check(claim)().evidence[0]?.paths[0]?.steps).toMatchObject([{ goal: '1. a.law' }]);
  });
  test('is not proved by the values of its instance', () => {
    expect(check((F, x) => equal(F.of(x), F.of(3)))).toThrow('does not expand to its goal -3 + x = 0');
  });
  test('needs a certificate for an inequality', () => {
    const claim: Claim = (F, x) => below(F.zero, F.add(F.one, F.square(F.of(x))), 'sum');
    expect(check(claim)).toThrow('The certificate of "1. sum" does not expand to its goal 1 + x^2 > 0');
    const law = { id: 'a.law', claim, hypotheses: [], reference: undefined } as unknown as AnyLaw;
    const part = lawPart(law, { name: 'x', instance: (free) => free.number('x'), hints: () => ({ degree: 1 }) });
    expect(
      part.argue({ ...standIns, coordinates: symbolicReading, path: () => '' } as unknown as Reader).steps,
    ).toMatchObject([{ goal: { name: '1. sum' }, hints: { degree: 1 } }]);
    const found = withStored(part, () => ({ x: { '1. sum': '1 + (x)²' } }), 'a file');
    expect(proved(statement, [found]).check().kind).toBe('certificate');
  });
  test('shows numbers that are compared', () => {
    expect(check((F) => below(F.zero, F.one))().evidence).toHaveLength(1);
    expect(check((F) => below(F.one, F.zero))).toThrow('a multiplier may not be negative');
  });
  test('takes each way of a decision, and needs an instance of each', () => {
    const claim: Claim = (F, x) => equal(F.max(F.of(x), F.zero), F.neg(F.min(F.neg(F.of(x)), F.zero)));
    expect(check(claim)).toThrow('No instance of "x" satisfies its hypotheses on path "1"');
    expect(check(claim, { models: [{ x: 1 }, { x: -1 }] })().nonzero).toEqual([]);
  });
  test('says what it takes to be positive', () => {
    const claim: Claim = (F, x) => equal(F.of(F.compare(F.of(x), F.zero)), F.one);
    expect(check(claim)).toThrow('path 1: ');
    const [evidence] = check(claim, { assumes: 'not zero' })().evidence;
    expect(evidence?.hypotheses).toMatchObject([{ name: 'not zero 1', says: 'x > 0' }]);
  });
  test('assumes that what is divided by is nonzero, whatever the sign is taken of', () => {
    const signed =
      (number: (F: Algebra<unknown>, x: unknown) => unknown): Claim =>
      (F, x) =>
        F.sign(number(F as Algebra<unknown>, F.of(x)) as ReturnType<typeof F.of>) === 1
          ? atMost(F.zero, F.one)
          : atMost(F.one, F.zero);
    const divided = (claim: Claim) => check(claim, { assumes: 'positive' })().nonzero;
    expect(divided(signed((F) => F.one))).toEqual([]);
    expect(divided(signed((F, x) => F.div(x, x)))).toEqual(['x']);
    expect(divided(signed((F, x) => F.add(F.square(x), F.sub(F.div(x, x), F.one))))).toEqual(['x']);
  });
  test('is proved by what the roots of its text are, where it has hints', () => {
    const claim: Claim = (F, x) => equal(F.square(F.sqrt(F.of(x))), F.of(x));
    expect(check(claim)).toThrow('does not expand to its goal -x + √1^2 = 0');
    const law = { id: 'a.law', claim, hypotheses: [], reference: undefined } as unknown as AnyLaw;
    const at = (x: Exact, given: Shape['given'] = []) => {
      const whole: Shape = {
        name: 'x',
        instance: (free) => free.number('x'),
        hints: () => ({}),
        models: [{ x }],
        given,
      };
      const part = withStored(lawPart(law, whole), () => ({ x: { '1. a.law': '(1) [root 1 squared]' } }), 'a file');
      return () => proved(statement, [part]).check();
    };
    for (const x of [4, 2, 1 / 2]) expect(at(x)().evidence).toHaveLength(1);
    const small = positive('below 1', symbolicReading.sub(symbolicReading.one, scalar('x')));
    expect(at(2, [small])).toThrow('No instance');
    expect(at(1 / 2, [small])().evidence).toHaveLength(1);
  });
  test('has an instance that satisfies what is given', () => {
    const claim: Claim = (F, x) => equal(F.of(x), F.of(x));
    expect(check(claim, { given: [positive('negative', scalar('x'))], models: [{ x: -1 }] })).toThrow('No instance');
  });
  test('has free reals only where they are meant', () => {
    const shape = { instance: (free: Parameters<Shape['instance']>[0]) => free.shares('p', 3) };
    const claim = (F: Algebra<unknown>, p: unknown) => equal(F.sum(F.vector(p as readonly Exact[])), F.one);
    expect(check(claim as unknown as Claim, shape)().nonzero).toEqual([]);
  });
});
