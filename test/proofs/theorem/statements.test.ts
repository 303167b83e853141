import { expect, test } from 'vitest';
import { scalar } from '../../../proofs/kernel/symbolic.ts';
import { atMost, below, factsOf, same } from '../../../proofs/theorem/statements.ts';
import { equal, atMost as isAtMost, below as isBelow } from '../../../src/scalar/relation.ts';

const [a, b] = [scalar('a'), scalar('b')];

test('facts are read off the comparisons of a text', () => {
  const facts = factsOf('x', [isAtMost(a, b), [isBelow(a, b), equal(a, b)]], 'because');
  expect(facts.map(({ name, relation, value, standsFor }) => [name, relation, `${value}`, standsFor])).toEqual([
    ['x 1', '>= 0', '-a + b', ['because']],
    ['x 2', '> 0', '-a + b', ['because']],
    ['x 3', '= 0', 'a - b', ['because']],
  ]);
  expect(factsOf('x', isAtMost(a, b))).toEqual([atMost('x', a, b)]);
  expect([`${below('', a, b).value}`, `${same('', a, b).value}`]).toEqual(['-a + b', 'a - b']);
});
