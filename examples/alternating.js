// The alternating scheme of article 7737: a differentiable loss with its gradient and a large rate takes turns with a
// loss that has no gradient, followed by a zeroth-order gradient and a small rate.
//
//     node examples/alternating.js
import { countsOf, descend, f1, float64, logisticLoss, lossValue, stream, subgradient } from 'gradient-laws';
import { alternatingDescent, drawDirection, zerothOrderGradient } from 'gradient-laws/zeroth-order';
import { flowers, labels } from './iris.js';

const { plus, scale } = float64;

// The loss that counts: 1 − F1 of the predicted labels, constant almost everywhere.
const oneMinusF1 = (F, theta) => {
  const predicted = flowers.map(({ features }) => Number(F.sign(F.dot(theta, features)) === 1));
  return 1 - f1(F, countsOf(predicted, labels, 1));
};
// The one that has a gradient: the mean logistic loss.
const losses = flowers.map(({ features, label }) => logisticLoss(features.map((x) => (label === 1 ? x : -x))));
const mean = (values) => values.reduce((a, b) => a + b) / values.length;
const crossEntropy = (theta) => mean(losses.map((loss) => lossValue(float64, loss, theta)));
const gradient = (_t, theta) =>
  scale(
    1 / losses.length,
    losses.map((loss) => subgradient(float64, loss, theta)).reduce((g, h) => plus(g, h)),
  );

const random = stream('alternating');
const differentiable = { gradient, rate: () => 2 };
const other = {
  gradient: zerothOrderGradient(float64, {
    objective: oneMinusF1,
    smoothing: 0.5,
    direction: () => drawDirection('standard-normal', 3, random),
  }),
  rate: () => 0.1,
};

const problem = { start: [0, 0, 0], horizon: 400, project: (theta) => theta };
const run = alternatingDescent(float64, { ...problem, differentiable, other });

const alone = descend(float64, { ...problem, gradient, rate: differentiable.rate });

const f1At = (theta) => (1 - oneMinusF1(float64, theta)).toFixed(4);
console.log('Virginica among 100 irises. Odd steps: cross-entropy by its gradient, rate 2.');
console.log('Even steps: F1 by a zeroth-order gradient, rate 0.1.\n');
console.log('steps   cross-entropy      F1   F1 with gradients alone');
for (const t of [0, 2, 4, 10, 20, 50, 100, 200, 400]) {
  const cells = [
    String(t).padStart(5),
    crossEntropy(run.iterates[t]).toFixed(4).padStart(16),
    f1At(run.iterates[t]).padStart(8),
    f1At(alone.iterates[t]).padStart(26),
  ];
  console.log(cells.join(''));
}
