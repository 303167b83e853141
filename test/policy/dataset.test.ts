import { describe, expect, test } from 'vitest';
import {
  type Example,
  linearPolicy,
  policyObjective,
  policyObjectiveGradient,
  tableFeatures,
} from '../../src/policy/dataset.ts';
import { float64 } from '../../src/scalar/float64.ts';
import type { Rational } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';

describe('two pairs and one parameter', () => {
  const examples: readonly Example<Rational>[] = [
    { features: [[1], [0]].map((row) => Q.vector(row)), rewards: Q.vector([4, 0]) },
    { features: [[0], [2], [1]].map((row) => Q.vector(row)), rewards: Q.vector([1, 0, 0]), base: Q.vector([2, 1, 1]) },
  ];

  test('the objective is the average of the expected rewards', () => {
    // (1/2 · 4 + 1/2 · 1) / 2.
    expect(`${policyObjective(Q, [Q.zero], examples, Q.one)}`).toBe('5/4');
  });

  test('the gradient is the average of the gradients', () => {
    // Σ p r (φ − mean φ): 1/2 · 4 · (1 − 1/2) = 1, and 1/2 · 1 · (0 − 3/4) = −3/8; at τ = 2 half of both.
    expect(policyObjectiveGradient(Q, [Q.zero], examples, Q.one).map(String)).toEqual(['5/16']);
    expect(policyObjectiveGradient(Q, [Q.zero], examples, Q.of(2)).map(String)).toEqual(['5/32']);
  });
});

test('a table of logits for each of two inputs', () => {
  const examples = [0, 1].map((input) => ({
    features: tableFeatures(float64, { input, inputs: 2, classes: 2 }),
    rewards: [1, 0],
  }));
  expect(examples[1]!.features).toEqual([
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ]);
  const theta = [Math.log(3), 0, 0, 1000];
  expect(linearPolicy(float64, theta, examples[0]!, 1).probabilities[0]).toBeCloseTo(0.75, 14);
  expect(linearPolicy(float64, theta, examples[1]!, 1).probabilities).toEqual([0, 1]);
  expect(policyObjective(float64, theta, examples, 1)).toBeCloseTo(0.375, 14);
  const gradient = policyObjectiveGradient(float64, theta, examples, 1);
  [3 / 32, -3 / 32, 0, 0].forEach((expected, j) => {
    expect(gradient[j]).toBeCloseTo(expected, 14);
  });
});

test('the gradient is the slope of the objective, wherever θ is', () => {
  const examples = [
    {
      features: [
        [1, 2],
        [0, -1],
        [3, 0],
      ],
      rewards: [1, -2, 0.5],
    },
    {
      features: [
        [0, 1],
        [1, 1],
      ],
      rewards: [0, 1],
      base: [1, 3],
    },
  ];
  const theta = [0.3, -0.7];
  const gradient = policyObjectiveGradient(float64, theta, examples, 0.8);
  const h = 1e-5;
  theta.forEach((_, j) => {
    const at = (sign: number) =>
      policyObjective(
        float64,
        theta.map((x, i) => (i === j ? x + sign * h : x)),
        examples,
        0.8,
      );
    expect((at(1) - at(-1)) / (2 * h)).toBeCloseTo(gradient[j]!, 8);
  });
});

test('what has no meaning is refused', () => {
  expect(() => policyObjective(float64, [0], [], 1)).toThrow('count is 0; give the number of examples, at least 1.');
  expect(() => policyObjectiveGradient(float64, [0], [], 1)).toThrow(
    'count is 0; give the number of examples, at least 1.',
  );
  const example = { features: [[1], [2]], rewards: [0, 1], base: [1] };
  expect(() => policyObjective(float64, [0], [example], 1)).toThrow('There are 1 base weights for 2 classes');
  expect(() => tableFeatures(float64, { input: 2, inputs: 2, classes: 3 })).toThrow('input is 2');
});
