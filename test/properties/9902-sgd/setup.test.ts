import { describe, expect, it } from 'vitest';
import { samplePaths } from '../../../properties/9902-sgd/sample-paths.ts';
import { lln, setupLaws } from '../../../properties/9902-sgd/setup.ts';
import { type SampledProblem, sampledProblems } from '../../../properties/instances/descent/sampled-problem.ts';
import { showExact } from '../../../src/scalar/exact.ts';
import { itComesOutAsExpected, itNeedsItsHypotheses } from './example-laws.ts';

const problem: SampledProblem = {
  set: { kind: 'box', lower: [0], upper: [1] },
  start: [1],
  comparator: [0],
  losses: [
    { kind: 'linear', slope: [1] },
    { kind: 'linear', slope: [2] },
  ],
  weights: [1, 3],
  schedule: { kind: 'constant', rate: 1 },
  horizon: 2,
  sampling: 'independent',
};

describe('the laws of the problem setup', () => {
  itComesOutAsExpected(setupLaws);
  itNeedsItsHypotheses(setupLaws, { 'sgd.lln': { 'independent-samples': [2, 1] } });

  it('lists every path with its weight', () => {
    expect(samplePaths(problem)).toEqual([
      { samples: [0, 0], weight: 1 },
      { samples: [0, 1], weight: 3 },
      { samples: [1, 0], weight: 3 },
      { samples: [1, 1], weight: 9 },
    ]);
    expect(samplePaths({ ...problem, sampling: 'repeated' })).toEqual([
      { samples: [0, 0], weight: 1 },
      { samples: [1, 1], weight: 3 },
    ]);
  });

  it('multiplies weights exactly where a double would round', () => {
    const paths = samplePaths({ ...problem, weights: [1023, 1021], horizon: 8 });
    expect(paths.some(({ weight }) => showExact(weight) === `${1023n ** 7n * 1021n}`)).toBe(true);
  });

  it('keeps the integrable loss as a necessity by argument', () => {
    expect(lln.hypotheses.map(({ name, necessity }) => [name, necessity.kind])).toEqual([
      ['independent-samples', 'search'],
      ['integrable-loss', 'necessary-by-argument'],
    ]);
  });

  it.each([
    [{ weights: [1] }, 'weights has 1 entries for 2 losses'],
    [{ weights: [1, 0] }, 'weights'],
    [{ horizon: 0 }, 'horizon'],
    [{ hindsight: [[0]] }, 'hindsight has 1 entries for 2 losses'],
    [{ losses: problem.losses.slice(1), weights: [1], hindsight: [[0]] }, 'hindsight has one entry'],
    [
      { losses: new Array(8).fill(problem.losses[0]), weights: new Array(8).fill(1), horizon: 5 },
      'There are 32768 paths',
    ],
    [{ schedule: { kind: 'sequence', rates: [1] } }, 'There are 1 rates for 2 steps'],
    [{ schedule: { kind: 'constant', rate: 0 } }, 'A rate is 0'],
    [{ start: [0, 0] }, 'start has 2 coordinates'],
  ])('refuses %j', (change, message) => {
    expect(() => sampledProblems.decode({ ...problem, ...change })).toThrow(message);
  });
});
