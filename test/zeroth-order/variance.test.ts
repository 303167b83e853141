import { describe, expect, test } from 'vitest';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { atoms } from '../../src/zeroth-order/directions.ts';
import { estimateVariance, sampledMoments, samplesOf } from '../../src/zeroth-order/variance.ts';
import { zeroBiased } from '../../src/zeroth-order/zero-bias.ts';

const signs = atoms(Q, { kind: 'rademacher', dimension: 1 });
const skewed = atoms(Q, { kind: 'skewed', dimension: 1 });

describe('the variance of an estimate', () => {
  test('of u is 1, of u² what the fourth moment says, by values and by a rule', () => {
    const normal = atoms(Q, { kind: 'normal', dimension: 1 }, 4);
    expect(`${estimateVariance(Q, skewed, (u) => u)}`).toBe('1');
    expect(`${estimateVariance(Q, skewed, ([u]) => [Q.square(u!)])}`).toBe('9/4');
    expect(`${estimateVariance(Q, normal, ([u]) => [Q.square(u!)])}`).toBe('2');
  });
});

describe('samples of directions', () => {
  test('are all there are, with probabilities that sum to 1', () => {
    const all = samplesOf(Q, skewed, 2);
    expect(all.map(({ directions }) => directions.join(' '))).toEqual(['2 2', '2 -1/2', '-1/2 2', '-1/2 -1/2']);
    expect(all.map(({ probability }) => `${probability}`)).toEqual(['1/25', '4/25', '4/25', '16/25']);
  });

  test('give the moments of an average', () => {
    const { mean, variance } = sampledMoments(Q, signs, 3, (us) => [Q.div(Q.sum(us.map(([u]) => u!)), Q.of(3))]);
    expect(mean.join()).toBe('0');
    expect(`${variance}`).toBe('1/3');
  });

  test('that are none or too many are refused', () => {
    expect(() => samplesOf(Q, signs, 0)).toThrow('samples is 0; give the number of directions, at least 1');
    expect(() => samplesOf(Q, signs, 17)).toThrow('2^17 samples are too many to list; give at most 65536');
  });
});

describe('the zero-biased distribution', () => {
  const text = (pieces: ReturnType<typeof zeroBiased<unknown>>): string[] =>
    pieces.map(({ from, to, density }) => `${from} to ${to}: ${density}`);

  test('of two or three values is uniform between the least and the greatest', () => {
    expect(text(zeroBiased(Q, signs))).toEqual(['-1 to 1: 1/2']);
    expect(text(zeroBiased(Q, skewed))).toEqual(['-1/2 to 2: 2/5']);
    expect(text(zeroBiased(Q, atoms(Q, { kind: 'three-point', dimension: 1 })))).toEqual([
      '-2 to 0: 1/4',
      '0 to 2: 1/4',
    ]);
  });
});
