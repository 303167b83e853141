import { formalSpace } from '../kernel/symbolic.ts';
import { atMost } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';
import {
  type DescentTexts,
  descends,
  descentTexts,
  type OnlineStep,
  positiveRate,
  projected,
  readStep,
  tangent,
  target,
} from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, dot, minus, mul, of, squaredNorm, sub } = formalSpace;

/** (a_t − a_{t+1})/(2η) + η‖g‖²/2, the right side of A-(12). */
const progress = ({ before, after, eta, squaredGradient }: OnlineStep) =>
  add(div(sub(before, after), mul(of(2), eta)), div(mul(eta, squaredGradient), of(2)));

/** A-(18): A-(19) at the point that the text hands to its projection. */
export const projectedStepTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'projected-step',
      laws: ['proj.step'],
      cites: [{ article: '9902', equations: [17, 18, 19] }],
      states: String.raw`\|\theta_{t+1}-\theta^*\|\le\|\theta_t-\eta_tg_t-\theta^*\|`,
      scope: 'all dimensions',
      restsOn: ['obtuse-angle'],
    },
    [
      ...runParts(texts),
      {
        name: 'A-(18)',
        argue: (reader) => {
          const step = readStep(texts, reader);
          const descended = minus(step.theta, formalSpace.scale(step.eta, step.g));
          const hypotheses = ['convex-set', 'comparator-inside'];
          return {
            assumes: [obtuse('A-(23)', descended, step.next, target, hypotheses)],
            steps: [
              descends(step),
              sought(atMost('A-(18)', step.after, squaredNorm(minus(descended, target))), {
                norms: [minus(descended, step.next)],
              }),
            ],
          };
        },
        instances: [{ theta: [0, 0], g: [-2, 0], eta: 1, next: [1, 0], c: [0, 1] }],
        needed: { 'A-(23)': { theta: [0], g: [-0.125], eta: 1, next: [1], c: [-1] } },
      },
    ],
  );

/** A-(11) with a projection. */
export const solvedStepTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'solved-step',
      laws: ['sgd.solve'],
      cites: [{ article: '9902', equations: [11] }],
      states: String.raw`(\theta_t-c)\cdot g_t\le\frac{a_t-a_{t+1}}{2\eta_t}+\frac{\eta_t\|g_t\|^2}2`,
      scope: 'all dimensions',
      restsOn: ['nonexpansive'],
    },
    [
      ...runParts(texts),
      {
        name: 'A-(11)',
        argue: (reader) => {
          const step = readStep(texts, reader);
          return {
            assumes: [positiveRate(step), projected(step)],
            steps: [descends(step), { goal: atMost('A-(11)', dot(minus(step.theta, target), step.g), progress(step)) }],
          };
        },
        instances: [{ theta: [0], g: [-2], eta: 1, next: [1], c: [0.5] }],
        needed: {
          rate: { theta: [0], g: [1], eta: -1, next: [0], c: [0] },
          'A-(18)': { theta: [0], g: [0], eta: 1, next: [2], c: [0] },
        },
      },
    ],
  );

/** A-(12): A-(11) and A-(9). */
export const oneStepTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'one-step',
      laws: ['sgd.step'],
      cites: [{ article: '9902', equations: [9, 11, 12] }],
      states: String.raw`L_t(\theta_t)-L_t(c)\le\frac{a_t-a_{t+1}}{2\eta_t}+\frac{\eta_t\|g_t\|^2}2`,
      scope: 'all dimensions',
      restsOn: ['nonexpansive'],
    },
    [
      ...runParts(texts),
      {
        name: 'A-(12)',
        argue: (reader) => {
          const step = readStep(texts, reader);
          return {
            assumes: [positiveRate(step), projected(step), tangent(step)],
            steps: [descends(step), { goal: atMost('A-(12)', step.regret, progress(step)) }],
          };
        },
        instances: [{ theta: [0], g: [-2], eta: 1, next: [1], c: [0.5], loss: 0, loss_c: 0 }],
        needed: {
          rate: { theta: [0], g: [1], eta: -1, next: [0], c: [0], loss: 0, loss_c: 0 },
          'A-(18)': { theta: [0], g: [0], eta: 1, next: [2], c: [0], loss: 0, loss_c: 0 },
          'A-(9)': { theta: [0], g: [0], eta: 1, next: [0], c: [0], loss: 1, loss_c: 0 },
        },
      },
    ],
  );
