// Projected SGD on the hinge loss of a linear classifier, beside the bound that article 9902 proves for it.
//
//     node examples/projected-sgd.js
import {
  averageRegret,
  ball,
  constantRate,
  descend,
  float64,
  hingeLoss,
  lossValue,
  project,
  rate,
  regretBound,
  stream,
  subgradient,
} from 'gradient-laws';
import { flowers } from './iris.js';

const T = 5000;
const radius = 4;
const set = ball([0, 0, 0], radius); // Θ, of diameter D = 8
const D = 2 * radius;
const G = Math.max(...flowers.map(({ features }) => Math.hypot(...features)));
const schedule = constantRate(D / (G * Math.sqrt(T))); // A-(6)

// L_t(θ) = max(0, 1 − y θ · x) for a flower drawn at random in every step, y = 1 for virginica and −1 for versicolor.
const random = stream('projected-sgd');
const losses = Array.from({ length: T }, () => {
  const { features, label } = flowers[Math.floor(random.uniform() * flowers.length)];
  return hingeLoss(features.map((x) => (label === 1 ? x : -x)));
});

const run = descend(float64, {
  start: [0, 0, 0],
  horizon: T,
  project: (x) => project(float64, set, x), // A-(17)
  gradient: (t, theta) => subgradient(float64, losses[t - 1], theta),
  rate: (t) => rate(float64, schedule, t),
  loss: (t, theta) => lossValue(float64, losses[t - 1], theta),
});

// A-(4) holds against every θ of Θ; the average of the iterates is a good one to compare with.
const average = run.iterates
  .reduce((sum, theta) => float64.plus(sum, theta))
  .map((coordinate) => coordinate / run.iterates.length);
const compared = losses.map((loss) => lossValue(float64, loss, average));

console.log('Versicolor or virginica? Hinge loss on a ball of radius 4, rate D/(G√T).\n');
console.log('steps   average regret   bound A-(4)');
for (const t of [50, 100, 200, 500, 1000, 2000, 5000]) {
  const regret = averageRegret(float64, run.losses.slice(0, t), compared);
  const bound = regretBound(float64, {
    squaredDistance: D ** 2,
    squaredGradient: G ** 2,
    rates: run.rates.slice(0, t),
  });
  console.log(`${String(t).padStart(5)}${regret.toFixed(4).padStart(17)}${bound.toFixed(4).padStart(14)}`);
}
const right = flowers.filter(({ features, label }) => float64.dot(features, average) > 0 === (label === 1));
console.log(`\nThe averaged classifier is right about ${right.length} of ${flowers.length} flowers.`);
