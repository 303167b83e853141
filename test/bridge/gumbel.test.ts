import { expect, test } from 'vitest';
import { gumbelAction } from '../../src/bridge/index.ts';
import { naturalLogarithm, type RandomStream, standardGumbel, stream } from '../../src/random/index.ts';

test('the action is the winner of the logits with noise of the size of the temperature', () => {
  const logits = [0, 1, -1];
  const [actions, noise] = [stream(7), stream(7)];
  for (let n = 0; n < 200; n++) {
    const heights = logits.map((z) => z + 2 * standardGumbel(noise));
    expect(gumbelAction(logits, 2, actions)).toBe(heights.indexOf(Math.max(...heights)));
  }
});

test('a seed gives the same actions on every machine', () => {
  const draws = stream('gradient-laws');
  const logits = [1, 2, 3].map(naturalLogarithm);
  const actions = Array.from({ length: 12 }, () => gumbelAction(logits, 1, draws));
  expect(actions).toEqual([2, 1, 0, 1, 1, 2, 2, 2, 0, 1, 1, 2]);
});

test('the first of equal heights wins, and what is no policy is refused', () => {
  const half: RandomStream = { uniform: () => 0.5, bits32: () => 0 };
  expect(gumbelAction([0, 1, 1], 1, half)).toBe(1);
  expect(() => gumbelAction([], 1, half)).toThrow('There are 0 logits; give at least one class.');
  expect(() => gumbelAction([0, Number.NaN], 1, half)).toThrow('logits[1] is NaN; give a finite number.');
  expect(() => gumbelAction([0], 0, half)).toThrow('temperature is 0; give a positive finite number.');
});
