import { descend } from '../../../src/descent/sgd.ts';
import { isTrue } from '../../../src/law/decide.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law, type Tooth } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { atMost, type Comparison, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { alternatingDescent, onBlock, type Turn, zerothOrderGradient } from '../../../src/zeroth-order/descent.ts';
import type { Objective } from '../../../src/zeroth-order/estimator.ts';
import { type AlternatingCase, separateLosses, sharedLosses } from '../../instances/zeroth-order/alternating-case.ts';
import { SECTIONS } from '../sections.ts';

type Alternating = typeof alternatingDescent;

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11], place: 'updating the two losses in turn' }],
  section: SECTIONS.zerothOrder,
  expects: 'holds',
  subject: 'alternating descent',
  reference: alternatingDescent,
} as const;

const unprojected = <V>(x: V): V => x;

/** ∇ of h ‖θ − c‖²/2. */
const slope = <S>(F: Algebra<S>, { curvature, center }: AlternatingCase, theta: Vector<S>): Vector<S> =>
  F.scale(F.of(curvature), F.minus(theta, F.vector(center)));

/** Σ q_j θ_j² + s_j θ_j over the parameters from `first` on. */
const otherLoss =
  ({ squares, slopes }: AlternatingCase, first: number): Objective =>
  (F, theta) => {
    const own = theta.slice(first);
    return F.add(F.dot(F.vector(squares), own.map(F.square)), F.dot(F.vector(slopes), own));
  };

/** The zeroth-order turn in steps k of the whole run, by its own directions. */
function zerothOrderTurn<S>(
  F: Algebra<S>,
  instance: AlternatingCase,
  first: number,
  dimension: number,
  own: (t: number) => number,
): Turn<S> {
  const { directions, smoothing, smallRate } = instance;
  const block = instance.squares.map((_, j) => first + j);
  return {
    gradient: zerothOrderGradient(F, {
      objective: otherLoss(instance, first),
      smoothing: F.of(smoothing),
      direction: (t) => onBlock(F, block, dimension, F.vector(directions[own(t) - 1]!)),
    }),
    rate: () => F.of(smallRate),
  };
}

/** After 2k steps of the run, the parameters of each loss are where k steps of its own descent take them. */
function isInterleaved<S>(F: Algebra<S>, instance: AlternatingCase, use: Alternating): Relation<S> {
  const { center, start, directions, largeRate } = instance;
  const [first, horizon] = [center.length, directions.length];
  const zeros = start.slice(first).map(() => F.zero);
  const run = use(F, {
    start: F.vector(start),
    horizon: 2 * horizon,
    project: unprojected,
    differentiable: {
      gradient: (_, theta) => [...slope(F, instance, theta.slice(0, first)), ...zeros],
      rate: () => F.of(largeRate),
    },
    other: zerothOrderTurn(F, instance, first, start.length, (t) => t / 2),
  });
  const differentiable = descend<S, Vector<S>>(F, {
    start: F.vector(start.slice(0, first)),
    horizon,
    project: unprojected,
    gradient: (_, theta) => slope(F, instance, theta),
    rate: () => F.of(largeRate),
  });
  const other = descend<S, Vector<S>>(F, {
    start: F.vector(start.slice(first)),
    horizon,
    project: unprojected,
    ...zerothOrderTurn(F, instance, 0, zeros.length, (t) => t),
  });
  return run.iterates.map((theta, t) => [
    equalVectors(theta.slice(0, first), differentiable.iterates[Math.ceil(t / 2)]!, `step ${t}, parameter`),
    equalVectors(theta.slice(first), other.iterates[Math.floor(t / 2)]!, `step ${t}, other parameter`),
  ]);
}

const mistakes: Record<string, Tooth<AlternatingCase, Alternating>> = {
  'one-rate-for-both': {
    says: 'The rate of the differentiable loss is used for both.',
    use: (F, problem) =>
      alternatingDescent(F, { ...problem, other: { ...problem.other, rate: problem.differentiable.rate } }),
  },
  'uphill-on-the-other': {
    says: 'The other loss is made large instead of small, eight times as fast.',
    use: (F, problem) => {
      const { other } = problem;
      const gradient = (t: number, theta: ReturnType<typeof other.gradient>) =>
        F.scale(F.of(-8), other.gradient(t, theta));
      return alternatingDescent(F, { ...problem, other: { ...other, gradient } });
    },
  },
};

export const alternatingInterleaves = law<AlternatingCase, Alternating>({
  ...about,
  id: 'zo.alt',
  states: String.raw`L_1(\theta_A),\ L_2(\theta_B):\quad\theta_{2k+1}=\bigl(\theta^{(1)}_{k+1},\theta^{(2)}_{k+1}\bigr)`,
  says: 'Where the two losses have parameters of their own, taking turns is running both descents side by side: each loss sees its own gradients and its own rate.',
  instances: separateLosses,
  hypotheses: [],
  claim: isInterleaved,
  cover: { 'two turns or more': { atLeast: 0.4, when: ({ directions }) => directions.length > 1 } },
  teeth: {
    ...mistakes,
    'never-the-other': {
      says: 'All steps are taken on the differentiable loss.',
      use: (F, problem) => alternatingDescent(F, { ...problem, other: problem.differentiable }),
    },
  },
});

/** ĝ, the zeroth-order gradient after the step on the differentiable loss. */
function secondGradient<S>(F: Algebra<S>, instance: AlternatingCase): Vector<S> {
  const theta = F.vector(instance.start);
  const moved = F.axpy(F.neg(F.of(instance.largeRate)), slope(F, instance, theta), theta);
  return zerothOrderTurn(F, instance, 0, theta.length, () => 1).gradient(2, moved);
}

/** ρ‖ĝ‖ ≤ (1 − |1 − ηh|) ‖θ − c‖, and |1 − ηh| ≤ 1. */
const smallRateHolds = (instance: AlternatingCase): boolean =>
  isTrue((F) => {
    const { abs, minus, mul, of, one, square, squaredNorm, sub, vector } = F;
    const { curvature, center, start, largeRate, smallRate } = instance;
    const shrunk = abs(sub(one, mul(of(largeRate), of(curvature))));
    const room = mul(square(sub(one, shrunk)), squaredNorm(minus(vector(start), vector(center))));
    const raised = mul(square(of(smallRate)), squaredNorm(secondGradient(F, instance)));
    return [atMost(shrunk, one), atMost(raised, room)];
  });

/** The rate halved until it is small enough; where the start is the center, the other loss has no slope. */
function withSmallRate(instance: AlternatingCase): AlternatingCase {
  let small = instance;
  for (let k = 0; k < 12 && !smallRateHolds(small); k++) {
    small = { ...small, smallRate: timesExact(1 / 2, small.smallRate) };
  }
  return smallRateHolds(small) ? small : { ...instance, smallRate: 0 };
}

const slowEnough: Instances<AlternatingCase> = {
  ...sharedLosses,
  generate: (draw) => withSmallRate(sharedLosses.generate(draw)),
};

const tooFast: Instances<AlternatingCase> = {
  ...sharedLosses,
  generate: (draw) => ({ ...sharedLosses.generate(draw), smallRate: draw.integer(1, 4) }),
};

/** The differentiable loss after one turn each is at most `factor` times what it was. */
function decreases<S>(F: Algebra<S>, instance: AlternatingCase, use: Alternating, factor: number): Comparison<S> {
  const { center, start, largeRate } = instance;
  const { iterates } = use(F, {
    start: F.vector(start),
    horizon: 2,
    project: unprojected,
    differentiable: { gradient: (_, theta) => slope(F, instance, theta), rate: () => F.of(largeRate) },
    other: zerothOrderTurn(F, instance, 0, start.length, () => 1),
  });
  const [before, after] = [iterates[0]!, iterates[2]!].map((theta) => F.squaredNorm(F.minus(theta, F.vector(center))));
  return atMost(after!, F.mul(F.of(factor), before!), 'squared distance to c');
}

export const alternatingDecreases = law<AlternatingCase, Alternating>({
  ...about,
  id: 'zo.alt-decrease',
  section: SECTIONS.beyond,
  states: String.raw`L_1=\tfrac h2\|\theta-c\|^2,\quad\rho\,\|\tilde g\|\le\bigl(1-|1-\eta h|\bigr)\|\theta-c\|\implies L_1(\theta_3)\le L_1(\theta_1)`,
  says: 'Why the rate of the zeroth-order steps is to be small: as long as such a step is shorter than what the step before it came nearer to the minimum, one turn each does not raise the differentiable loss.',
  instances: slowEnough,
  hypotheses: [
    {
      name: 'small-rate',
      says: 'ρ‖ĝ‖ ≤ (1 − |1 − ηh|) ‖θ − c‖, with |1 − ηh| ≤ 1.',
      holds: smallRateHolds,
      necessity: { kind: 'search', breaking: tooFast },
    },
  ],
  claim: (F, instance, use) => decreases(F, instance, use, 1),
  cover: { 'moved at all': { atLeast: 0.6, when: ({ smallRate }) => smallRate !== 0 } },
  teeth: {
    ...mistakes,
    'always-by-half': {
      says: 'The loss is said to be halved.',
      claim: (F, instance, use) => decreases(F, instance, use, 1 / 2),
    },
  },
});

/** The scheme that takes turns with two losses. */
export const alternatingLaws: readonly AnyLaw[] = [alternatingInterleaves, alternatingDecreases];
