import { describe, expect, test } from 'vitest';
import { knowledge, valuesOf } from '../../../../proofs/7737-policy-and-zeroth-order/decisions/knowledge.ts';
import { checkArgument } from '../../../../proofs/kernel/argument.ts';
import type { Fact } from '../../../../proofs/kernel/fact.ts';
import { showFact } from '../../../../proofs/kernel/fact.ts';
import { symbolicReading as F, scalar } from '../../../../proofs/kernel/symbolic.ts';
import { nonnegative, positive, zero } from '../../../../proofs/theorem/statements.ts';
import { describe as written } from '../../../../proofs/theorem/words.ts';

const [x, y] = [scalar('x'), scalar('y')];
const facts: readonly Fact[] = [positive('x', x), nonnegative('y', y)];
const known = (given: readonly Fact[], models: Parameters<typeof valuesOf>[0] = []) =>
  knowledge(given, 2, () => valuesOf(models, given));
const stepsOf = (given: readonly Fact[], { steps }: ReturnType<typeof knowledge>) => {
  const goals = steps.flatMap((step) => ('goal' in step ? [step.goal] : []));
  expect(() => checkArgument({ assumes: given, steps })).not.toThrow();
  return goals.map((goal) => `${goal.name}: ${showFact(goal)}`);
};

describe('what is known', () => {
  test('is multiplied out, where what it was divided by is positive', () => {
    const given = [...facts, nonnegative('ratio', F.div(F.sub(y, x), F.mul(x, x)))];
    expect(stepsOf(given, known(given))).toEqual(['ratio, multiplied out: -x + y >= 0']);
    const equality = [...facts, zero('ratio', F.div(F.sub(y, x), x))];
    expect(stepsOf(equality, known(equality))).toEqual(['ratio, multiplied out: -x + y = 0']);
  });
  test('and that is shown where it has no negative coefficient', () => {
    const given = [positive('x', x), positive('y', y), positive('ratio', F.div(F.sub(y, x), F.add(x, y)))];
    expect(stepsOf(given, known(given))).toEqual(['denominator 1: x + y > 0', 'ratio, multiplied out: -x + y > 0']);
  });
  test('and stays as it is where that is not known to have a sign', () => {
    const given = [...facts, nonnegative('ratio', F.div(x, F.sub(x, y)))];
    expect(known(given).steps).toEqual([]);
  });
  test('grows with what is learned', () => {
    const all = known(facts);
    all.learn(zero('tie', F.sub(x, y)));
    expect(all.facts.map(({ name }) => name)).toEqual(['x', 'y', 'tie']);
  });
});

describe('a polynomial is shown to be positive', () => {
  test.each([
    ['a sum of positive symbols', [positive('y', y)], F.add(F.mul(x, y), y), 1],
    ['a product of positive facts', [positive('gap', F.sub(y, x))], F.mul(F.of(2), F.mul(x, F.sub(y, x))), 1],
    ['not the negative of one', [positive('gap', F.sub(y, x))], F.sub(x, y), 0],
    ['not what may be zero', [nonnegative('y', y)], y, 0],
  ])('%s', (_, more, value, count) => {
    const given = [positive('x', x), ...more];
    const all = known(given);
    for (let i = 0; i < 2; i++) all.showPositive(value.numerator);
    expect(all.steps).toHaveLength(count);
    if (count > 0) expect(stepsOf(given, all)).toEqual([`${value} is positive: ${value} > 0`]);
  });
});

describe('where a certificate may be found', () => {
  test('the goal is multiplied by what it is divided by', () => {
    const all = known(facts);
    expect(all.hints(nonnegative('goal', F.div(y, F.mul(x, x))))).toMatchObject({ over: ['x', 'x'], degree: 2 });
    expect(all.hints(nonnegative('goal', F.div(y, F.sub(x, y))))).toBeUndefined();
    expect(all.hints(zero('goal', F.div(y, F.sub(x, y))))).toMatchObject({ over: [] });
  });
  test('the facts are those without a denominator', () => {
    const given = [...facts, nonnegative('ratio', F.div(F.sub(y, x), x))];
    expect(known(given).usable.map(({ name }) => name)).toEqual(['x', 'y', 'ratio, multiplied out']);
  });
  test('a sum of positive products is offered', () => {
    const all = known([positive('x', x), positive('y', y)]);
    const offer = (goal: Fact) => all.hints(goal)?.offer?.();
    const found = offer(positive('goal', F.div(F.add(F.mul(F.of(3), F.mul(x, y)), x), y)));
    expect(found && written(found)).toMatch(/^(\[x\] \+ 3 \[x\] \[y\]|3 \[x\] \[y\] \+ \[x\]), over \[y\]$/);
    expect(offer(positive('goal', F.sub(x, y)))).toBeUndefined();
  });
});

describe('a model refutes a goal', () => {
  const models = [
    { x: 1, y: 2 },
    { x: 1, y: 1 },
    { x: 2, y: 1 },
    { x: -1, y: 3 },
  ];
  test('in which everything known is true', () => {
    const all = known(facts, models);
    expect(all.refutes(nonnegative('goal', F.sub(x, y)))).toBe(true);
    expect(all.refutes(positive('x', x))).toBe(false);
    all.learn(nonnegative('order', F.sub(x, y)));
    expect(all.refutes(nonnegative('goal', F.sub(x, y)))).toBe(false);
    expect(all.refutes(positive('goal', F.sub(x, y)))).toBe(true);
  });
  test('also that what is known is absurd', () => {
    const all = known(facts, models);
    expect(all.refutes(positive('absurd', F.zero))).toBe(true);
    all.learn(positive('none', F.sub(x, F.of(5))));
    expect(all.refutes(positive('absurd', F.zero))).toBe(false);
  });
});
