import { expect, test } from 'vitest';
import { categorical, DRAWS, drawAction, type RandomStream, stream } from '../../src/random/index.ts';

const always = (bits: number, uniform = 0): RandomStream => ({ uniform: () => uniform, bits32: () => bits });

test.each([
  [[2 ** 31, 2 ** 31]],
  [[1, DRAWS - 1]],
  [[0, 3, 0, DRAWS - 4, 1, 0]],
  [[DRAWS]],
  [[1431655765, 1431655765, 1431655766]],
])('class y holds exactly weights[y] of the 32-bit draws: %j', (weights) => {
  // The class never decreases with the draw, so its first and last draws say how many it holds.
  let from = 0;
  for (const [y, weight] of weights.entries()) {
    if (weight > 0) {
      expect([from, from + weight - 1].map((bits) => categorical(weights, always(bits)))).toEqual([y, y]);
    }
    from += weight;
  }
  expect(from).toBe(2 ** 32);
  const sorted = stream('sorted');
  const classes = Array.from({ length: 1000 }, () => sorted.bits32())
    .sort((a, b) => a - b)
    .map((bits) => categorical(weights, always(bits)));
  expect(classes).toEqual([...classes].sort((a, b) => a - b));
});

test('the draws of a seed are pinned', () => {
  const draws = stream('gradient-laws');
  const classes = Array.from({ length: 12 }, () => categorical([2 ** 31, 2 ** 30, 2 ** 30], draws));
  expect(classes.join('')).toBe('010020022200');
  expect(Array.from({ length: 12 }, () => drawAction([0.2, 0.3, 0.5], draws)).join('')).toBe('200121220211');
});

test.each([
  [[1, 2], 'weights sum to 3; give'],
  [[], 'weights sum to 0; give'],
  [[DRAWS + 1, -1], 'weights[1] is -1; give'],
  [[0.5, DRAWS - 0.5], 'weights[0] is 0.5; give'],
  [[Number.NaN, DRAWS], 'weights[0] is NaN; give'],
])('weights %j are refused', (weights, message) => {
  expect(() => categorical(weights, stream(1))).toThrow(RangeError);
  expect(() => categorical(weights, stream(1))).toThrow(message);
});

test('an action is the first whose cumulative probability exceeds the draw', () => {
  const probabilities = [0, 0.25, 0, 0.75, 0];
  const drawn = [0, 0.25 - 2 ** -53, 0.25, 1 - 2 ** -53].map((u) => drawAction(probabilities, always(0, u)));
  expect(drawn).toEqual([1, 1, 3, 3]);
});

test('any positive total will do, and a draw that rounds up to it takes the last possible class', () => {
  expect([0.2, 0.3].map((u) => drawAction([1, 3], always(0, u)))).toEqual([0, 1]);
  const most = 1 - 2 ** -53;
  const total = 3 * 2 ** -1074;
  expect(most * total).toBe(total);
  expect(drawAction([total, 0], always(0, most))).toBe(0);
});

test.each([
  [[0.5, -0.1], 'probabilities[1] is -0.1; give'],
  [[Number.NaN], 'probabilities[0] is NaN; give'],
  [[1, Number.POSITIVE_INFINITY], 'probabilities[1] is Infinity; give'],
  [[0, 0], 'probabilities sum to 0; give'],
  [[], 'probabilities sum to 0; give'],
  [[Number.MAX_VALUE, Number.MAX_VALUE], 'probabilities sum to Infinity; give'],
])('probabilities %j are refused', (probabilities, message) => {
  expect(() => drawAction(probabilities, stream(1))).toThrow(RangeError);
  expect(() => drawAction(probabilities, stream(1))).toThrow(message);
});
