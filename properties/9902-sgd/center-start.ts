import { z } from 'zod';
import { project, squaredDiameter, support, vertices } from '../../src/convex/index.ts';
import { rate as scheduleRate } from '../../src/descent/schedule.ts';
import { descend } from '../../src/descent/sgd.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { exactNumber } from '../../src/law/witness.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { type Exact, ratio } from '../../src/scalar/exact.ts';
import { equal, type Relation } from '../../src/scalar/relation.ts';
import { positive } from '../../src/scalar/validate.ts';
import { type Scale, scales } from '../instances/descent/scales.ts';
import { listed, plainData } from '../instances/plain-data.ts';
import { axisAdversary, minimaxValue } from './minimax.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

/** SGD from the center of the ball of radius R in d = T dimensions, η = R/(G√T), against ±G e_t. */
const attained = <S>(F: Algebra<S>, { horizon, distance, gradient }: Scale, use: SgdParts): Relation<S> => {
  const ball = { kind: 'ball', center: zeros(horizon), radius: distance } as const;
  const origin = F.vector(ball.center);
  const schedule = { kind: 'horizon', diameter: distance, gradientBound: gradient, horizon } as const;
  const { iterates, gradients } = descend<S, Vector<S>>(
    F,
    {
      start: origin,
      horizon,
      project: (x) => project(F, ball, x),
      gradient: (t, theta) => axisAdversary(F, F.of(gradient), t, theta, origin),
      rate: (t) => use.rate(F, schedule, t),
    },
    use.step,
  );
  const sum = gradients.reduce(F.plus);
  const least = F.neg(support(F, ball, F.scale(F.of(-1), sum))!);
  const losses = F.sum(gradients.map((g, t) => F.dot(g, iterates[t]!)));
  return [
    equal(F.sub(losses, least), minimaxValue(F, distance, gradient, horizon), 'regret'),
    equal(F.dot(sum, iterates.at(-1)!), least, 'the run ends at the best point'),
  ];
};

export const minimaxAttained = law<Scale, SgdParts>({
  id: 'sgd.minimax-attained',
  version: 1,
  cites: [{ article: '9902', equations: [6, 17] }],
  section: SECTIONS.beyond,
  states: String.raw`\theta_1=0,\ \|\theta\|\le R,\ \eta=\tfrac R{G\sqrt T},\ g_t=\pm Ge_t\implies\sum_tg_t\cdot\theta_t-\min_{\|\theta\|\le R}\sum_tg_t\cdot\theta=RG\sqrt T`,
  says: 'Against the adversary of sgd.minimax-axes projected SGD from the center pays exactly R G √T: no algorithm pays less, so it is minimax.',
  expects: 'holds',
  instances: scales(6),
  hypotheses: [],
  subject: 'step',
  reference,
  claim: attained,
  cover: { 'three steps or more': { atLeast: 0.4, when: ({ horizon }) => horizon > 2 } },
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'root-forgotten': {
      says: 'The rate is R/(G T).',
      use: {
        ...reference,
        rate: (F, schedule, t) =>
          schedule.kind === 'horizon'
            ? F.div(F.of(schedule.diameter), F.mul(F.of(schedule.gradientBound), F.of(schedule.horizon)))
            : scheduleRate(F, schedule, t),
      },
    },
  },
});

/** SGD on an interval of length D whose gradients are G or −G with equal chance. */
interface CoinRun {
  readonly horizon: number;
  readonly length: Exact;
  readonly gradient: Exact;
  /** Where the run starts, as a part of the interval. */
  readonly start: Exact;
  readonly rate: Exact;
}

const coinSchema: z.ZodType<CoinRun> = z.strictObject({
  horizon: z.int().min(1).max(8),
  length: exactNumber,
  gradient: exactNumber,
  start: exactNumber,
  rate: exactNumber,
});

const coinRuns = plainData<CoinRun>({
  schema: coinSchema,
  generate: (draw) => ({
    horizon: draw.integer(1, 5),
    length: draw.positive('dyadic'),
    gradient: draw.positive('dyadic'),
    start: draw.integer(0, 8) / 8,
    rate: draw.positive('dyadic', 2),
  }),
  require: ({ horizon, length, gradient }) => {
    if (!Number.isSafeInteger(horizon) || horizon < 1 || horizon > 8) {
      throw new RangeError(`horizon is ${horizon}; give 1 to 8 steps, because every sequence of signs is run.`);
    }
    positive('length', length);
    positive('gradient', gradient);
  },
});

/** Which point pays the loss of a step: the one played before its gradient was known, or the next one. */
type Payer = <V>(played: V, next: V) => V;
const played: Payer = (theta) => theta;

/** Σ over all sign sequences of the regret against the best point of the interval in hindsight. */
function summedRegret<S>(F: Algebra<S>, run: CoinRun, use: SgdParts, payer: Payer): S {
  const length = F.of(run.length);
  const interval = { kind: 'box', lower: [0], upper: [run.length] } as const;
  const from = (theta: Vector<S>, left: number, loss: S, sum: S): S => {
    if (left === 0) return F.sub(loss, F.min(F.zero, F.mul(sum, length)));
    return F.sum(
      [1, -1].map((sign) => {
        const g = F.mul(F.of(sign), F.of(run.gradient));
        const next = use.step(F, (x) => use.project(F, interval, x), theta, F.of(run.rate), [g]);
        return from(next, left - 1, F.add(loss, F.mul(g, payer(theta, next)[0]!)), F.add(sum, g));
      }),
    );
  };
  return from([F.mul(F.of(run.start), length)], run.horizon, F.zero, F.zero);
}

/** E |±1 ± … ± 1| with T signs: T C(T − 1, ⌊(T − 1)/2⌋) / 2^(T − 1) = 1, 1, 3/2, 3/2, 15/8, …. */
export function meanAbsoluteWalk(T: number): Exact {
  let binomial = 1;
  const half = Math.floor((T - 1) / 2);
  for (let k = 1; k <= half; k++) binomial = (binomial * (T - k)) / k;
  return ratio(T * binomial, 2 ** (T - 1));
}

const coinRegret = <S>(F: Algebra<S>, run: CoinRun, use: SgdParts, share: Exact, payer = played): Relation<S> => {
  const mean = F.div(summedRegret(F, run, use, payer), F.of(2 ** run.horizon));
  const scale = F.mul(F.mul(F.of(run.length), F.of(run.gradient)), F.of(share));
  return equal(mean, F.mul(scale, F.of(meanAbsoluteWalk(run.horizon))), 'expected regret');
};

export const minimaxLine = law<CoinRun, SgdParts>({
  id: 'sgd.minimax-line',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.beyond,
  states: String.raw`d=1,\ g_t=\pm G\text{ at random}\implies\mathbb E\Bigl[\sum_tg_t\theta_t-\min_{\theta\in\Theta}\theta\sum_tg_t\Bigr]=\tfrac D2\,G\,\mathbb E\Bigl|\sum_{t\le T}\pm1\Bigr|`,
  says: 'On the line random signs cost projected SGD on average D G/2 times 1, 1, 3/2, 3/2, 15/8, …, as they would whatever is played without seeing them.',
  expects: 'holds',
  instances: coinRuns,
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, run, use) => coinRegret(F, run, use, 0.5),
  cover: { 'three steps or more': { atLeast: 0.4, when: ({ horizon }) => horizon > 2 } },
  teeth: {
    'half-forgotten': {
      says: 'The factor is D where it is D/2.',
      claim: (F, run, use) => coinRegret(F, run, use, 1),
    },
    'sees-the-gradient': {
      says: 'The point after the step pays for it.',
      claim: (F, run, use) => coinRegret(F, run, use, 0.5, (_theta, next) => next),
    },
  },
});

interface Dimension {
  readonly dimension: number;
}

const dimensions: Instances<Dimension> = listed(
  plainData<Dimension>({
    schema: z.strictObject({ dimension: z.int().min(1).max(64) }),
    generate: (draw) => ({ dimension: draw.integer(1, 12) }),
  }),
  Array.from({ length: 12 }, (_, i) => ({ dimension: i + 1 })),
);

/** Every corner of the regular simplex of this dimension is as far from the center as Jung's theorem allows. */
const circumradius = <S>(F: Algebra<S>, { dimension: d }: Dimension, numerator: number): Relation<S> => {
  const simplex = { kind: 'simplex', dimension: d + 1, sum: 1 } as const;
  const center = F.vector(Array.from({ length: d + 1 }, () => ratio(1, d + 1)));
  const jung = F.mul(squaredDiameter(F, simplex)!, F.div(F.of(numerator), F.of(2 * (d + 1))));
  return vertices(simplex)!.map((corner, i) =>
    equal(F.squaredNorm(F.minus(F.vector(corner), center)), jung, `corner ${i + 1}`),
  );
};

export const jungSimplex = law<Dimension, undefined>({
  id: 'sgd.jung-simplex',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.beyond,
  states: String.raw`R=D\sqrt{\frac d{2(d+1)}}\text{ for the regular simplex of dimension }d`,
  says: 'Every vertex of the regular simplex is at D √(d/(2(d+1))) from its circumcenter, the most that Jung’s theorem allows: between D/2 on the line and D/√2.',
  expects: 'holds',
  instances: dimensions,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => circumradius(F, instance, instance.dimension),
  cover: {},
  teeth: {
    'dimension-off-by-one': {
      says: 'R² is D² (d + 1)/(2(d + 1)).',
      claim: (F, instance) => circumradius(F, instance, instance.dimension + 1),
    },
  },
});

export const centerLaws: readonly AnyLaw[] = [minimaxAttained, minimaxLine, jungSimplex];
