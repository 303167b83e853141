import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberIn, shortDecimal, sideText } from '../../cli/number-text.ts';
import { readable } from '../../cli/readable.ts';
import { wrap } from '../../cli/text.ts';

describe('the input of a witness as a person would write it', () => {
  test('short data on short lines', () => {
    expect(
      readable({
        set: { kind: 'box', lower: [0, null], upper: ['1/3', 1] },
        start: [0.5, 0],
        losses: [
          { kind: 'linear', slope: [1, -2] },
          { kind: 'negated', loss: { kind: 'hinge', feature: [1] } },
        ],
        empty: [],
      }),
    ).toEqual([
      'set: box, lower [0, none], upper [1/3, 1]',
      'start: [0.5, 0]',
      'losses:',
      '  - linear, slope [1, -2]',
      '  - negated, loss (hinge, feature [1])',
      'empty: []',
    ]);
  });

  test('long data below its key', () => {
    const vector = Array.from({ length: 30 }, (_, i) => `${i}/7`);
    const lines = readable({ set: { kind: 'ball', center: vector, radius: 1 } }, '  ');
    expect(lines.slice(0, 2)).toEqual(['  set:', '    ball']);
    expect(lines.at(-1)).toBe('    radius: 1');
    expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(`center: [${vector.join(', ')}]`);
  });

  test('whatever it is, within 80 columns and with nothing left out', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(), { minLength: 1 }), fc.nat(12), (numbers, indent) => {
        const lines = wrap(`[${numbers.join(', ')}]`, ' '.repeat(indent));
        expect(lines.join('').replaceAll(' ', '')).toBe(`[${numbers.join(',')}]`);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
      }),
      { seed: 9902 },
    );
  });
});

describe('numbers for a reader', () => {
  test.each([
    ['1', '1'],
    ['2/3', '0.666'],
    ['999999999/1000000000', '0.999'],
    ['1/2 - 3*sqrt(5)', '-6.2'],
    ['-sqrt(2)', '-1.41'],
    ['0.70710678118654752440…', '0.707'],
    ['1234567890.…', '1.23e9'],
    ['2.5e-7', '2.5e-7'],
    ['0', '0'],
    [`1${'0'.repeat(400)}/3`, '3.33e399'],
  ])('%s is shown as %s', (text, shown) => {
    expect(shortDecimal(text)).toBe(shown);
  });

  test('enclosures are rounded outward, so that what is shown stays true', () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 50n - 1n }).map((n) => `0.${`${n}`.padStart(50, '0')}`);
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const [lower, upper] = numberIn(a).lte(numberIn(b)) ? [a, b] : [b, a];
        fc.pre(lower !== upper);
        const [, low, high] = /between (\S+) and (\S+)/.exec(sideText([lower, upper]))!;
        expect(numberIn(low!).lte(numberIn(lower))).toBe(true);
        expect(numberIn(high!).gte(numberIn(upper))).toBe(true);
      }),
      { seed: 9902 },
    );
  });

  test('exact sides are shown exactly, with a decimal where that helps', () => {
    expect(sideText(['3', '3'])).toBe('= 3');
    expect(sideText(['5/4', '5/4'])).toBe('= 5/4 ≈ 1.25');
    expect(sideText(['1 - sqrt(2)', '1 - sqrt(2)'])).toBe('= 1 - sqrt(2) ≈ -0.414213');
  });
});
