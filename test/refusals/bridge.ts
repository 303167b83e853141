import * as bridge from '../../src/bridge/index.ts';
import { float64 as F, stream } from '../../src/index.ts';
import { tableGradients } from '../../src/policy/index.ts';
import { atoms } from '../../src/zeroth-order/index.ts';
import { type Rows, wrong } from './rows.ts';

const nan = Number.NaN;
const example = { features: [[1], [2]], rewards: [0, 1] };
const signs = atoms(F, { kind: 'rademacher', dimension: 1 });
const local = { probabilities: [0.5, 0.5], logitGradients: tableGradients(F, 2), temperature: 1 };
const own = { probability: 0.5, surprise: 0.7, reward: 1 };

export const bridgeRows: Rows = {
  argmaxEdge: [[() => bridge.argmaxEdge(F, [1, nan], 1, 0, 1), 'logits[1]', 'NaN']],
  argmaxRegion: [[() => bridge.argmaxRegion(F, example, [1], 1, signs, 7), 'y', '7']],
  gradientByIndicators: [[() => bridge.gradientByIndicators(F, [example], [1], 0, signs), 'smoothing', '0']],
  gradientByRegions: [
    [() => bridge.gradientByRegions(F, [example], [1], -1, signs), 'smoothing', '-1'],
    [() => bridge.gradientByRegions(F, [{ ...example, rewards: [0] }], [1], 1, signs), 'examples[0].rewards', '1'],
  ],
  gradientByShares: [[() => bridge.gradientByShares(F, signs, [0, 1], 0, () => [1, 0]), 'smoothing', '0']],
  gumbelAction: [[() => bridge.gumbelAction([nan], 1, stream(1)), 'logits[0]', 'NaN']],
  gumbelMean: [[() => bridge.gumbelMean(F, { ...own, probability: 2 }, 0.5, true), 'probability', '2']],
  gumbelMoments: [[() => bridge.gumbelMoments(F, [{ ...own, surprise: -1 }], 0.5), 'surprise', '-1']],
  hardObjective: [[() => bridge.hardObjective([]), 'examples', 'empty']],
  indicator: [[() => bridge.indicator(F, [1, nan]), 'logits[1]', 'NaN']],
  laplacian: [
    [() => bridge.laplacian(F, [[0, 1]], [1, 2]), 'edges', '1'],
    [() => bridge.laplacian(F, [[0], [1, 0]], [1, 2]), 'edges[0]', '1'],
  ],
  linearLogits: [[() => bridge.linearLogits(F, example, [1, 2]), 'theta', '2']],
  logisticDensity: [[() => bridge.logisticDensity(F, nan), 'x', 'NaN']],
  policyEdges: [[() => bridge.policyEdges(F, [0.5, 0.5], 0), 'temperature', '0']],
  smoothedLogistic: [[() => bridge.smoothedLogistic(F, nan, 1), 'margin', 'NaN']],
  taylorStep: [[() => bridge.taylorStep(F, local, [1]), 'step', '1']],
  winningProbability: [
    [() => bridge.winningProbability(F, [nan, 1], 1, 0), 'logits[0]', 'NaN'],
    [() => bridge.winningProbability(F, [0, 1], 1, wrong('a')), 'action', 'a'],
    [() => bridge.winningProbability(F, [0, 1], 0, 0), 'smoothing', '0'],
  ],
  wins: [[() => bridge.wins(F, [1, 2], 7, 'lowest'), 'y', '7']],
};
