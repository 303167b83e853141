import { describe, expect, test } from 'vitest';
import { plainNumber, plainNumbers } from '../../src/law/plain-numbers.ts';

const answer = (what: unknown): readonly number[] => plainNumbers('answer', 2, what);

function* endless(): Generator<number> {
  for (;;) yield 1;
}

describe('numbers that a program hands over', () => {
  test.each<readonly [string, unknown]>([
    ['an array', [0.5, -2]],
    ['a typed array', new Float64Array([0.5, -2])],
    ['one of single precision', new Float32Array([0.5, -2])],
    ['an object with a length', { length: 2, 0: 0.5, 1: -2 }],
    ['a set', new Set([0.5, -2])],
    ['an iterator', [0.5, -2].values()],
  ])('come as %s and leave as an array', (_name, given) => {
    const numbers = answer(given);
    expect(Array.isArray(numbers)).toBe(true);
    expect(numbers).toEqual([0.5, -2]);
  });

  test.each<readonly [string, unknown, string]>([
    ['nothing', undefined, 'undefined; give 2 finite numbers in an array'],
    ['null', null, 'null; give 2 finite numbers in an array'],
    ['a number', 7, '7; give 2 finite numbers in an array'],
    ['a text', '12', '"12"; give 2 finite numbers in an array'],
    ['a function of two arguments', (a: number, b: number) => a + b, 'a function; give 2 finite numbers in an array'],
    ['a promise', Promise.resolve([1, 2]), '[object Promise]; give 2 finite numbers in an array'],
    ['bytes without a type', new ArrayBuffer(2), '[object ArrayBuffer]; give 2 finite numbers in an array'],
    ['NaN', [0, Number.NaN], 'NaN at index 1; give 2 finite numbers'],
    ['infinity in a typed array', new Float64Array([-1 / 0, 0]), '-Infinity at index 0; give 2 finite numbers'],
    ['digits', [1, '2'], '"2" at index 1; give 2 finite numbers'],
    ['big integers', [1n, 2n], '1n at index 0; give 2 finite numbers'],
    ['big integers in a typed array', new BigInt64Array(2), '0n at index 0; give 2 finite numbers'],
    ['a symbol', [Symbol('x'), 0], 'Symbol(x) at index 0; give 2 finite numbers'],
    ['a matrix', [[1, 2], 3], '[object Array] at index 0; give 2 finite numbers'],
    ['a hole', [1, ...new Array(1)], 'undefined at index 1; give 2 finite numbers'],
  ])('are not %s', (_name, given, says) => {
    expect(() => answer(given)).toThrow(new RangeError(`The answer is ${says}.`));
  });

  test('are neither too few nor too many', () => {
    expect(() => answer([])).toThrow(new RangeError('The answer has 0 entries; give 2 finite numbers.'));
    expect(() => answer([1])).toThrow(new RangeError('The answer has 1 entry; give 2 finite numbers.'));
    for (const three of [[1, 2, 3], new Float64Array(3), { length: 1e12 }, endless()]) {
      expect(() => answer(three)).toThrow(new RangeError('The answer has more than 2 entries; give 2 finite numbers.'));
    }
    expect(() => plainNumbers('answer', 1, [])).toThrow('The answer has 0 entries; give 1 finite number.');
  });

  test('of which there is to be one, are one', () => {
    expect(plainNumber('answer', -0.5)).toBe(-0.5);
    const wrong = [Number.NaN, 1 / 0, '3', undefined, 3n, new Float64Array([3]), 'x'.repeat(50)];
    const says = ['NaN', 'Infinity', '"3"', 'undefined', '3n', '[object Float64Array]', `"${'x'.repeat(40)}…"`];
    wrong.forEach((value, i) => {
      expect(() => plainNumber('answer', value)).toThrow(
        new RangeError(`The answer is ${says[i]}; give a finite number.`),
      );
    });
  });
});
