import { expect, test } from 'vitest';
import { readSentence, sizesRead } from '../../../proofs/theorem/sizes-read.ts';

const parts = (...names: readonly string[]) => names.map((name) => ({ name }));

test.each([
  [['the text, T = 3', 'the text, T = 1', 'the step'], ['T = 1, 3']],
  [['the text, T = 1 … 5', 'the text, T = 7, 9 … 10'], ['T = 1 … 5, 7, 9, 10']],
  [['the text of a sweep, 2 sets', 'the text of a sweep, 1 sets'], ['1, 2 sets']],
  [
    ['one text, T = 2', 'another text, T = 2, 3', 'a third text, T = 2', 'the point, K = 2'],
    ['T = 2 (one text, a third text)', 'T = 2, 3 (another text)', 'K = 2'],
  ],
  [['the text, weights 1 : 2, T = 2', 'the text, weights 1, T = 1'], ['T = 1, 2']],
])('the sizes of %j', (names, sizes) => {
  expect(sizesRead(parts(...names))).toEqual(sizes);
});

test('only a theorem for all sizes needs to say it', () => {
  const evidence = parts('the text, T = 2');
  expect(readSentence('all T', evidence)).toBe(
    'Code with a loop is read for T = 2; that it goes on so is tested, not proved.',
  );
  expect(readSentence('T <= 8', evidence)).toBeUndefined();
  expect(readSentence('all T', parts('base'))).toBeUndefined();
});
