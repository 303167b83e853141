import { axisAdversary, minimaxValue, planeAdversary } from '../../properties/9902-sgd/minimax.ts';
import { ballGeometry } from '../../src/convex/ball.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Argument, Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { anySteps, STEPS } from './any-steps.ts';
import { lawOf } from './law-texts.ts';
import { axesLaws } from './minimax-laws.ts';
import { withModels } from './models.ts';
import { type DescentTexts, descentTexts } from './online-step.ts';

const { add, div, dot, mul, neg, one, plus, scale, square, squaredNorm, zero } = formalSpace;
/** The radius, the length of the gradients, and the number of steps. */
export const [R, G, T] = [scalar('R'), scalar('G'), scalar('T')] as const;
/** The gradient of a step. */
export const g = vector('g');
/** The only text that has the origin in it reads it as the zero vector. */
export const ORIGIN: readonly number[] = [];

/** What the texts are that the theorems are about. */
export interface MinimaxTexts extends DescentTexts {
  readonly ball: typeof ballGeometry;
  readonly adversary: typeof axisAdversary;
  readonly plane: typeof planeAdversary;
}
export const minimaxTexts: MinimaxTexts = {
  ...descentTexts,
  ball: ballGeometry,
  adversary: axisAdversary,
  plane: planeAdversary,
};

/** What has been seen after t steps: Σ g_s · θ_s, Σ g_s, θ_{t+1} and t. */
export interface Seen {
  readonly [name: string]: RationalFunction | FormalVector;
  readonly losses: RationalFunction;
  readonly sum: FormalVector;
  readonly theta: FormalVector;
  readonly count: RationalFunction;
}
export const any = (): Seen => ({
  losses: scalar('losses'),
  sum: vector('sum'),
  theta: vector('theta'),
  count: scalar('count'),
});
export const start = { state: { losses: zero, sum: new Map(), theta: new Map(), count: zero }, assumes: [] };

export const length = same('the length of the gradient', squaredNorm(g), square(G));
export const apart = ({ sum }: Seen): Fact => same('at a right angle to Σ g', dot(g, sum), zero);
export const next = (before: Seen, moved: FormalVector): Seen => ({
  losses: add(before.losses, dot(g, before.theta)),
  sum: plus(before.sum, g),
  theta: moved,
  count: add(before.count, one),
});

/** ‖Σ g‖² = t G². */
export const lengthOfSum = (_: Reader, { sum, count }: Seen): Fact =>
  same('invariant', squaredNorm(sum), mul(count, square(G)));
export const sums = induction<Seen>({
  invariant: lengthOfSum,
  before: any,
  base: { first: () => start },
  step: {
    next: (_, before) => ({ state: next(before, before.theta), assumes: [length, apart(before)] }),
  },
}).map((part) => ({ ...part, name: `Σ g, ${part.name}` }));

/**
 * An axis that no gradient so far lies along is at a right angle to Σ g; so is the next gradient, which lies along one.
 * That is the right angle that the length of Σ g takes for granted.
 */
export const later = vector('later');
export const anotherAxis = same('along another axis', dot(later, g), zero);
export const axesAhead = induction<Seen>({
  invariant: (_, { sum }) => same('invariant', dot(later, sum), zero),
  before: any,
  base: { first: () => start },
  step: {
    next: (_, before) => ({ state: next(before, before.theta), assumes: [anotherAxis] }),
  },
}).map((part) => ({ ...part, name: `axes ahead, ${part.name}` }));

/** Against the adversary no point gains anything: Σ g · θ ≥ 0 for any points. */
const noGain = induction<Seen>({
  invariant: (_, { losses }) => nonnegative('invariant', losses),
  before: any,
  base: { first: () => ({ ...start }) },
  step: {
    next: (_, before) => ({
      state: next(before, vector('moved')),
      assumes: [nonnegative('against the point', dot(g, before.theta))],
    }),
  },
}).map((part) => ({ ...part, name: `no gain, ${part.name}` }));

/** A gradient of length G along the axis of its step, against the point. */
const alongAxis = (
  F: Algebra<RationalFunction>,
  [gradient, point]: readonly Vector<RationalFunction>[],
  t: number,
): Argument => {
  const steps: readonly Step[] = [
    // Entry by entry: a list may have any length.
    ...Object.entries(gradient!).flatMap(([i, each]) =>
      Number(i) === t - 1 ? [] : [{ goal: same(`axis ${Number(i) + 1}`, each, zero) }],
    ),
    { goal: same('the length of the gradient', F.squaredNorm(gradient!), square(G)) },
    { goal: nonnegative('against the point', F.dot(gradient!, point!)) },
  ];
  return { assumes: [], steps, concludes: steps.flatMap((step) => ('goal' in step ? [step.goal.name] : [])) };
};

/**
 * The text of the adversary: in the first of three dimensions, and in any step of any number of dimensions, where the
 * axis of the step is looked at, one before it and one after it.
 */
export const adversaryParts = ({ adversary }: MinimaxTexts): readonly Part[] => [
  {
    name: 'the text of the adversary, step 1',
    argue: ({ coordinates: F }) => {
      const point = scalars('theta', 3);
      return alongAxis(F, [adversary(F, G, 1, point, [zero, zero, zero]), point], 1);
    },
  },
  {
    name: 'the text of the adversary, any step',
    argue: ({ coordinates }) => {
      const [before, here, after] = scalars('theta', 3) as [RationalFunction, RationalFunction, RationalFunction];
      const F = listed(coordinates);
      const point = placed(before, here, after);
      return alongAxis(F, [adversary(F, G, STEPS, point, placed(zero, zero, zero)), point], STEPS);
    },
  },
];

/** A list in which there are a first place, that of step {@link STEPS}, and the one after it. */
function placed<S>(first: S, here: S, after: S): Vector<S> {
  const list = [first];
  list[STEPS - 1] = here;
  list[STEPS] = after;
  return list;
}

/** Inner products of lists in which there are some places only. */
function listed(F: Algebra<RationalFunction>): Algebra<RationalFunction> {
  const dot: typeof F.dot = (u, v) => F.sum(Object.entries(u).map(([i, each]) => F.mul(each, v[Number(i)]!)));
  return { ...F, dot, squaredNorm: (v) => dot(v, v) };
}

/** The text of the other adversary, from any gradients so far: at a right angle to their sum, of length G, against the point. */
const planeParts = ({ plane }: MinimaxTexts): readonly Part[] => {
  const [point, sum] = [scalars('theta', 2), scalars('sum', 2)];
  const against = (F: Algebra<RationalFunction>, gradient: Vector<RationalFunction>) => [
    same('the length of the gradient', F.squaredNorm(gradient), square(G)),
    nonnegative('against the point', F.dot(gradient, point)),
  ];
  const proves = (assumes: readonly Fact[], goals: readonly Fact[]): Argument => ({
    assumes,
    steps: goals.map((goal) => ({ goal })),
    concludes: goals.map(({ name }) => name),
  });
  return [
    {
      name: 'the text of the adversary in the plane, step 1',
      argue: ({ coordinates: F }) => proves([], against(F, plane(F, G, 1, point, [zero, zero]))),
    },
    {
      name: 'the text of the adversary in the plane, any later step',
      argue: ({ coordinates }) => {
        // √(t − 1).
        const root = scalar('root');
        const F = anySteps(coordinates, add(square(root), one), [[square(root), root]]);
        const gradient = plane(F, G, STEPS, point, sum);
        return proves(
          [positive('√(t − 1)', root), same('the sum so far', F.squaredNorm(sum), mul(square(root), square(G)))],
          [same('at a right angle to Σ g', F.dot(gradient, sum), zero), ...against(F, gradient)],
        );
      },
    },
  ];
};

/** a > 0 because a ≥ 0 and a² is a positive number. */
export const positiveRoot = (name: string, root: RationalFunction): Step =>
  sought(positive(name, root), { otherwise: 'denied', squares: [] });

/** After T steps: the best point of the ball gains R ‖Σ g‖, by the text of the ball, which is R G √T. */
export function atTheEnd({ ball }: MinimaxTexts, { F, number }: Reader, state: Seen) {
  const space = { ...F, vector: (): FormalVector => new Map() } as unknown as Algebra<RationalFunction>;
  const away = scale(neg(one), state.sum) as unknown as Vector<RationalFunction>;
  const gain = ball.support(space, { kind: 'ball', center: ORIGIN, radius: number('R') }, away)!;
  // The text reads the horizon as a constant; here it is any number.
  const horizon = number('T') as unknown as number;
  const value = minimaxValue(space, number('R'), number('G'), horizon);
  const [norm, root] = [div(gain, R), div(value, mul(R, G))];
  const steps: readonly Step[] = [
    positiveRoot('√T', root),
    { goal: positive('‖Σ g‖ + G √T', add(norm, mul(G, root))) },
    { goal: same('‖Σ g‖ = G √T', norm, mul(G, root)) },
  ];
  return { gain, value, norm, root, steps };
}
export const sizes: readonly Fact[] = [positive('R', R), positive('G', G), positive('T', T)];
export const afterT = (reader: Reader, state: Seen): Fact => ({
  ...lengthOfSum(reader, { ...state, count: T }),
  name: 'after T steps',
});

const atLeastValue = (texts: MinimaxTexts): Part => ({
  name: 'the regret',
  argue: (reader) => {
    const state = any();
    const { gain, value, steps } = atTheEnd(texts, reader, state);
    return {
      assumes: [...sizes, afterT(reader, state), nonnegative('no gain', state.losses)],
      steps: [...steps, { goal: atMost('at least R G √T', value, add(state.losses, gain)) }],
    };
  },
});

/** Whatever is played on a ball, one axis a step costs R G √T, for all T. */
export const minimaxAxesTheorem = (texts: MinimaxTexts = minimaxTexts) => {
  const { cites, states } = lawOf('sgd.minimax-axes');
  return proved(
    { id: 'minimax-axes', laws: ['sgd.minimax-axes'], cites, states, scope: 'all T' },
    withModels('minimax-axes', [
      ...axesAhead,
      ...sums,
      ...noGain,
      atLeastValue(texts),
      ...adversaryParts(texts),
      ...axesLaws(texts.adversary),
    ]),
    'induction',
  );
};

/** The same in the plane, each gradient at a right angle to the sum of those before. */
export const minimaxPlaneTheorem = (texts: MinimaxTexts = minimaxTexts) => {
  const { cites, states } = lawOf('sgd.minimax-plane');
  return proved(
    { id: 'minimax-plane', laws: ['sgd.minimax-plane'], cites, states, scope: 'all T' },
    withModels('minimax-plane', [...sums, ...noGain, atLeastValue(texts), ...planeParts(texts)]),
    'induction',
  );
};
