import { expect, test } from 'vitest';
import type { RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { positive } from '../../../proofs/theorem/statements.ts';
import { describe as inWords, why } from '../../../proofs/theorem/words.ts';

const [a, b] = [scalar('a'), scalar('b')];

test('a certificate reads as a sum', () => {
  const by = {
    scaled: ['η'],
    terms: [{ times: 0.5, facts: ['near', 'η'] }, { square: a }, { norm: vector('u') }, { multiple: b, of: 'sum' }],
  };
  expect(inWords(by)).toBe('1/2 [near] [η] + (a)² + ‖u‖² + (b) [sum], over [η]');
  expect(inWords({ terms: [] })).toBe('identically');
  expect(inWords({ terms: [{}] })).toBe('1');
});

test('what is told of a step is written for people: signs, and parentheses around a sum alone', () => {
  const goal = positive('goal', a);
  const times = (...multiples: RationalFunction[]) =>
    why({ goal, by: { terms: multiples.map((multiple) => ({ multiple, of: 'sum' })) } });
  expect(times(F.of(1), F.of(-1), F.of(-2), F.sub(a, b))).toBe('[sum] − [sum] − 2 [sum] + (a − b) [sum]');
  const norm = F.minus(vector('u'), F.scale(F.mul(a, b), vector('v')));
  expect(why({ goal, by: { terms: [{ square: F.sub(a, b) }, { norm }] } })).toBe('(a − b)² + ‖u − a·b·v‖²');
});

test('a step says why it holds', () => {
  const goal = positive('goal', a);
  expect(why({ goal })).toBe('identically');
  expect(why({ goal, by: { terms: [{ facts: ['fact'] }] } })).toBe('[fact]');
  expect(why({ goal, by: { refuting: 'no', terms: [{ facts: ['no', 'fact'] }] } })).toBe(
    'absurd otherwise [no]: [no] [fact]',
  );
  expect(why({ rule: 'nearest', at: b, gives: 'A-(20)' })).toBe('[nearest] at lambda = b');
});
