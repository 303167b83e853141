import { expect, test } from 'vitest';
import { actionTuples, estimatorMoments } from '../../src/policy/estimator-moments.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

test('all ways to draw two of three actions', () => {
  expect(actionTuples(3, 2).map((tuple) => tuple.join(''))).toEqual('00 01 02 10 11 12 20 21 22'.split(' '));
  expect(actionTuples(4, 0)).toEqual([[]]);
  expect(() => actionTuples(3, 11)).toThrow('3^11 outcomes are too many');
});

test('the moments of the number of heads in two throws of a coin of 1/4, beside a constant', () => {
  const { mean, secondMoment, variance } = estimatorMoments(Q, Q.vector([0.75, 0.25]), 2, (actions) => [
    Q.of(actions.filter((y) => y === 1).length),
    Q.of(3),
  ]);
  // Var = 2 · 1/4 · 3/4 and E heads² = 3/8 + 1/4.
  expect(mean.map(String)).toEqual(['1/2', '3']);
  expect([secondMoment, variance].map(String)).toEqual(['77/8', '3/8']);
});

test('no moments without a sample', () => {
  const none = (): number => estimatorMoments(Q, Q.vector([1]), 0, () => [Q.one]).mean.length;
  expect(none).toThrow('samples is 0; give the number of actions drawn, at least 1.');
});
