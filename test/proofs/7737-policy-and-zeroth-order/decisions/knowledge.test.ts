import { describe, expect, test } from 'vitest';
import { knowledge } from '../../../../proofs/7737-policy-and-zeroth-order/decisions/knowledge.ts';
import { certify } from '../../../../proofs/kernel/certificate.ts';
import type { Fact } from '../../../../proofs/kernel/fact.ts';
import { symbolicReading as F, scalar } from '../../../../proofs/kernel/symbolic.ts';
import { nonnegative, positive, zero } from '../../../../proofs/theorem/statements.ts';

const [x, y] = [scalar('x'), scalar('y')];
const facts: readonly Fact[] = [positive('x', x), nonnegative('y', y)];
const asKnown = (all: readonly Fact[]) => new Map(all.map((fact) => [fact.name, fact]));

describe('what follows from what is known', () => {
  test.each([
    ['a sum', 1, positive('goal', F.add(x, y))],
    ['a product', 2, nonnegative('goal', F.mul(x, y))],
    ['a square', 2, positive('goal', F.square(x))],
    ['a quotient', 1, nonnegative('goal', F.div(y, x))],
    ['a quotient by a sum', 1, positive('goal', F.div(x, F.add(x, F.of(1))))],
  ])('is found and holds: %s', (_, degree, goal) => {
    const known = knowledge(facts, degree, []);
    const found = known.certificate(goal);
    const proved = known.steps.flatMap((step) => ('by' in step ? [step.goal] : []));
    expect(() => certify(goal, asKnown([...facts, ...proved]), found!)).not.toThrow();
  });
  test.each([
    ['a difference', 2, nonnegative('goal', F.sub(x, y))],
    ['a product of too many', 1, nonnegative('goal', F.sub(F.mul(F.add(x, F.one), y), y))],
    ['a strict sign of what may be 0', 2, positive('goal', y)],
    ['an equality', 2, zero('goal', y)],
  ])('is not found: %s', (_, degree, goal) => {
    expect(knowledge(facts, degree, []).certificate(goal)).toBeUndefined();
  });
  test('grows with what is learned', () => {
    const known = knowledge(facts, 1, []);
    const goal = zero('goal', F.sub(F.add(x, x), F.add(y, y)));
    expect(known.prove(goal)).toBe(false);
    known.learn(zero('tie', F.sub(x, y)));
    expect(known.prove(goal)).toBe(true);
    expect(known.steps).toHaveLength(1);
  });
});
