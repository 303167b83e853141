import { expect, test } from 'vitest';
import { scalar, vector } from '../../../proofs/kernel/symbolic.ts';
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

test('a step says why it holds', () => {
  const goal = positive('goal', a);
  expect(why({ goal })).toBe('identically');
  expect(why({ goal, by: { terms: [{ facts: ['fact'] }] } })).toBe('[fact]');
  expect(why({ goal, by: { refuting: 'no', terms: [{ facts: ['no', 'fact'] }] } })).toBe(
    'absurd otherwise [no]: [no] [fact]',
  );
  expect(why({ rule: 'nearest', at: b, gives: 'A-(20)' })).toBe('by "nearest" at b');
});
