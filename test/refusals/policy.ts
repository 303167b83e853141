import { float64 as F } from '../../src/index.ts';
import * as policy from '../../src/policy/index.ts';
import { identity, type Rows, takesAnything, wrong } from './rows.ts';

const nan = Number.NaN;
const p = [0.5, 0.5];
const local = { probabilities: p, logitGradients: policy.tableGradients(F, 2), temperature: 1 };
const cold = { ...local, temperature: 0 };
const short = { ...local, logitGradients: [[1, 0]] };
const rates = { rate: 1, temperature: 1 };
const data = [{ features: [[1], [2]], rewards: [0, 1] }];
const values = { probabilities: p, logProbabilities: p };
const sampled = wrong(F);

export const policyRows: Rows = {
  argmax: [[() => policy.argmax(F, [1, nan]), 'values[1]', 'NaN']],
  arrangedLike: [[() => policy.arrangedLike(F, [1], [nan]), 'guide[0]', 'NaN']],
  ascentStep: [
    [() => policy.ascentStep(F, [1, 2], [0, 1], { ...rates, rate: -1 }), 'rate', '-1'],
    [() => policy.ascentStep(F, [1, 2], [0, 1], { ...rates, temperature: 0 }), 'temperature', '0'],
  ],
  actionTuples: [
    [() => policy.actionTuples(nan, 1), 'classes', 'NaN'],
    [() => policy.actionTuples(2, 1.5), 'samples', '1.5'],
  ],
  constantBaseline: [[() => policy.constantBaseline(nan), 'b', 'NaN']],
  coordinateBaselines: [[() => policy.coordinateBaselines(F, local, [1, nan]), 'rewards[1]', 'NaN']],
  descendingOrder: [[() => policy.descendingOrder(F, [1, nan]), 'values[1]', 'NaN']],
  diceSurrogate: [[() => policy.diceSurrogate(sampled, values, [0, 1], [7]), 'action', '7']],
  estimatorMoments: [[() => policy.estimatorMoments(F, [nan, 1], 1, () => [0]), 'probabilities[0]', 'NaN']],
  evenly: [
    [() => policy.evenly(F, -1), 'count', '-1'],
    [() => policy.evenly(F, 1.5), 'count', '1.5'],
  ],
  expectation: [[() => policy.expectation(F, [1], [[nan]]), 'values[0][0]', 'NaN']],
  expectedReward: [[() => policy.expectedReward(F, p, [1]), 'rewards', '1']],
  fisherInformation: [[() => policy.fisherInformation(F, cold), 'temperature', '0']],
  gradientEstimate: [[() => policy.gradientEstimate(F, local, [0, 1], [7]), 'action', '7']],
  importanceSurrogate: [
    [() => policy.importanceSurrogate(F, values, [1], [0, 1], [0]), 'sampler', '1'],
    [() => policy.importanceSurrogate(F, values, p, [0], [0]), 'rewards', '1'],
    [() => policy.importanceSurrogate(F, values, [0, 1], [0, 1], [0]), 'sampler[0]', '0'],
  ],
  leaveOneOut: [[() => policy.leaveOneOut(F)([1], [0]), 'samples', '1']],
  linearPolicy: [
    [() => policy.linearPolicy(F, [1], { ...data[0]!, base: [-1, 1] }, 1), 'base[0]', '-1'],
    [() => policy.linearPolicy(F, [1, 2], data[0]!, 1), 'features[0]', '1'],
  ],
  logitGradient: [
    [() => policy.logitGradient(F, p, [0, 1], 0), 'temperature', '0'],
    [() => policy.logitGradient(F, p, [0, 1], -1), 'temperature', '-1'],
  ],
  logSoftmax: [[() => policy.logSoftmax(F, [nan], 1), 'logits[0]', 'NaN']],
  logSurrogate: [[() => policy.logSurrogate(sampled, values, [0], [0]), 'rewards', '1']],
  meanBaseline: [[() => policy.meanBaseline(F, local, [1, nan]), 'rewards[1]', 'NaN']],
  naturalGradient: [[() => policy.naturalGradient(F, local, [1]), 'rewards', '1']],
  normalize: [
    [() => policy.normalize(F, [0, 0]), 'weights[0]', '0'],
    [() => policy.normalize(F, [-1, 2]), 'weights[0]', '-1'],
  ],
  optimalBaseline: [[() => policy.optimalBaseline(F, cold, [0, 1]), 'temperature', '0']],
  orderKeepingRate: [[() => policy.orderKeepingRate(F, [0, 1], nan), 'temperature', 'NaN']],
  ownSampleMean: takesAnything('the rewards were checked where they come from, in gradientEstimate'),
  permutations: [[() => policy.permutations(2.5), 'n', '2.5']],
  policyGradient: [[() => policy.policyGradient(F, short, [0, 1]), 'logit gradients', '1']],
  policyObjective: [[() => policy.policyObjective(F, [nan], data, 1), 'theta[0]', 'NaN']],
  policyObjectiveGradient: [[() => policy.policyObjectiveGradient(F, [1], [], 1), 'examples', 'empty']],
  ratioSurrogate: [[() => policy.ratioSurrogate(sampled, values, [0, nan], [0]), 'rewards[1]', 'NaN']],
  rearranged: [[() => policy.rearranged([1], [1]), 'order', '[1]']],
  relu: [[() => policy.relu(F, nan), 'x', 'NaN']],
  score: [[() => policy.score(F, local, 7), 'action', '7']],
  scores: [[() => policy.scores(F, cold), 'temperature', '0']],
  similarlyOrdered: [
    [() => policy.similarlyOrdered(F, [1], [1, 2]), 'c', '2'],
    [() => policy.similarlyOrdered(F, [1, 2], [1]), 'c', '1'],
  ],
  softmax: [
    [() => policy.softmax(F, [1, 2], nan), 'temperature', 'NaN'],
    [() => policy.softmax(F, [1, nan], 1), 'logits[1]', 'NaN'],
  ],
  standardizedRewards: [[() => policy.standardizedRewards(F, []), 'sampledRewards', 'empty']],
  straightThrough: [[() => policy.straightThrough(sampled, nan, 1), 'value', 'NaN']],
  tableFeatures: [[() => policy.tableFeatures(F, { input: 0.5, inputs: 1, classes: 2 }), 'input', '0.5']],
  tableGradients: [[() => policy.tableGradients(F, nan), 'classes', 'NaN']],
  weights: [[() => policy.weights(F, wrong(identity), 1), 'logits', 'a function']],
};
