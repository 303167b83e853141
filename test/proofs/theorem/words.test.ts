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
  expect(inWords(by)).toBe('1/2 [near] [η] + (a)² + ‖u‖² + b [sum], over [η]');
  expect(inWords({ terms: [] })).toBe('identically');
  expect(inWords({ terms: [{}] })).toBe('1');
});

test('a multiple is written with its sign, a sum in parentheses, 1 not at all', () => {
  const times = (...multiples: RationalFunction[]) =>
    inWords({ terms: multiples.map((multiple) => ({ multiple, of: 'sum' })) });
  expect(times(F.of(1), F.of(-1), F.of(-2), F.sub(a, b))).toBe('[sum] − [sum] − 2 [sum] + (a − b) [sum]');
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
