// F1 has no gradient. Two ways around that, article 7737's, on the same flowers with as many evaluations of F1 each:
// the policy gradient samples labels, the zeroth-order gradient samples parameters.
//
//     node examples/f1.js
import { countsOf, drawAction, f1, float64, stream } from 'gradient-laws';
import { leaveOneOut, score, softmax } from 'gradient-laws/policy';
import { directionalEstimate, drawDirection } from 'gradient-laws/zeroth-order';
import { flowers, labels } from './iris.js';

const { axpy, dot, scale } = float64;
const SAMPLES = 10; // evaluations of F1 a step, beside the one at θ that is reported
const STEPS = 120;
const START = [-0.5, -0.5, 1];

/** p_θ(y|x) for the classes 0 and 1, with logits 0 and θ · x. */
const policyAt = (theta, { features }) => ({
  probabilities: softmax(float64, [0, dot(theta, features)], 1),
  logitGradients: [[0, 0, 0], features],
  temperature: 1,
});
const f1Of = (predicted) => f1(float64, countsOf(predicted, labels, 1));
/** The objective: F1 of the most probable labels. It is constant almost everywhere. */
const hardF1 = (_F, theta) => f1Of(flowers.map(({ features }) => Number(dot(theta, features) > 0)));

/** Labels drawn for all flowers at once are the action, their F1 the reward; each with the mean of the others as baseline. B-(6). */
function policyGradient(theta, random) {
  const policies = flowers.map((flower) => policyAt(theta, flower));
  const actions = Array.from({ length: SAMPLES }, () => policies.map((p) => drawAction(p.probabilities, random)));
  const rewards = actions.map(f1Of);
  const baselines = leaveOneOut(float64)(rewards, []);
  return actions.reduce(
    (total, action, n) => {
      const scores = policies.map((policy, t) => score(float64, policy, action[t])).reduce(float64.plus);
      return axpy((rewards[n] - baselines[n]) / SAMPLES, scores, total);
    },
    [0, 0, 0],
  );
}

/** The mean of forward differences along normal directions, from the F1 at θ. B-(11). */
function zerothOrderGradient(theta, random, value) {
  const parts = Array.from({ length: SAMPLES }, () =>
    directionalEstimate(float64, hardF1, theta, drawDirection('standard-normal', 3, random), 1, value),
  );
  return scale(1 / SAMPLES, parts.reduce(float64.plus));
}

function ascend(gradient, rate, random) {
  let theta = START;
  return Array.from({ length: STEPS + 1 }, () => {
    const value = hardF1(float64, theta);
    theta = axpy(rate, gradient(theta, random, value), theta);
    return value;
  });
}

const byPolicy = ascend(policyGradient, 0.5, stream('policy gradient'));
const byZerothOrder = ascend(zerothOrderGradient, 1, stream('zeroth-order gradient'));

console.log('F1 of finding virginica among 100 irises.\n');
console.log('evaluations   policy gradient   zeroth-order gradient');
for (let t = 0; t <= STEPS; t += 20) {
  const cells = [
    String(SAMPLES * t).padStart(11),
    byPolicy[t].toFixed(4).padStart(18),
    byZerothOrder[t].toFixed(4).padStart(24),
  ];
  console.log(cells.join(''));
}
