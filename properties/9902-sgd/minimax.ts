import { z } from 'zod';
import { support } from '../../src/convex/index.ts';
import type { Draw } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, type Law, law } from '../../src/law/law.ts';
import { withoutEntry } from '../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../src/law/witness.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import { positive } from '../../src/scalar/validate.ts';
import { drawMember } from '../instances/descent/members.ts';
import { plainData } from '../instances/plain-data.ts';
import { SECTIONS } from './sections.ts';

/** A ball of radius R about 0, a bound G of the gradients, and the points somebody plays in it, one a step. */
interface Play {
  readonly radius: Exact;
  readonly gradient: Exact;
  readonly points: readonly ExactVector[];
}

const playSchema: z.ZodType<Play> = z.strictObject({
  radius: exactNumber,
  gradient: exactNumber,
  points: z.array(exactVector).min(1).max(16),
});

/** Whoever chooses the losses: a gradient of length G for the point just played, given the gradients so far. */
type Adversary = <S>(F: Algebra<S>, G: S, t: number, theta: Vector<S>, sum: Vector<S>) => Vector<S>;

const outward = <S>(F: Algebra<S>, direction: Vector<S>, theta: Vector<S>): Vector<S> =>
  F.scale(F.of(F.compare(F.dot(direction, theta), F.zero) < 0 ? -1 : 1), direction);

/** d = T: ±G e_t, the sign of the point's coordinate t. All gradients are orthogonal. */
export const axisAdversary: Adversary = (F, G, t, theta, sum) =>
  outward(
    F,
    sum.map((_, i) => (i === t - 1 ? G : F.zero)),
    theta,
  );

/** d = 2: at a right angle to Σ g so far, whose length is G √(t − 1), toward the point. */
export const planeAdversary: Adversary = (F, G, t, theta, sum) => {
  if (t === 1) return outward(F, [G, F.zero], theta);
  const [x, y] = sum;
  return outward(F, F.scale(F.div(F.one, F.sqrt(F.of(t - 1))), [F.neg(y!), x!]), theta);
};

/** Σ g_t · θ_t − min over the ball of Σ g_t · θ: the regret of the points against the best one in hindsight. */
function regretAgainst<S>(F: Algebra<S>, { radius, gradient, points }: Play, adversary: Adversary): S {
  const G = F.of(gradient);
  let sum: Vector<S> = F.vector(points[0]!.map(() => 0));
  let loss = F.zero;
  points.forEach((point, i) => {
    const theta = F.vector(point);
    const g = adversary(F, G, i + 1, theta, sum);
    loss = F.add(loss, F.dot(g, theta));
    sum = F.plus(sum, g);
  });
  const ball = { kind: 'ball', center: points[0]!.map(() => 0), radius } as const;
  return F.add(loss, support(F, ball, F.scale(F.of(-1), sum))!);
}

/** R G √T. */
export const minimaxValue = <S>({ mul, of, sqrt }: Algebra<S>, radius: Exact, gradient: Exact, horizon: number): S =>
  mul(mul(of(radius), of(gradient)), sqrt(of(horizon)));

const playOf = (draw: Draw, horizon: number, dimension: number): Play => {
  const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
  const radius = draw.positive(style);
  const ball = { kind: 'ball', center: Array.from({ length: dimension }, () => 0), radius } as const;
  const resting = draw.chance(0.1);
  const point = (): ExactVector => (resting || draw.chance(0.1) ? ball.center : drawMember(draw, ball, style));
  return { radius, gradient: draw.positive(style), points: draw.list(horizon, point) };
};

function requirePlay({ radius, gradient, points }: Play, dimension: number): void {
  positive('radius', radius);
  positive('gradient', gradient);
  if (points.length === 0) throw new RangeError('points is empty; give one point a step.');
  points.forEach((point, t) => {
    if (point.length !== dimension) {
      throw new RangeError(`points[${t}] has ${point.length} coordinates; give ${dimension}.`);
    }
  });
}

/** Plays of so many steps in so many dimensions; simplified by leaving steps out first. */
function plays(horizon: (draw: Draw) => number, dimension: (horizon: number) => number): Instances<Play> {
  const base = plainData<Play>({
    schema: playSchema,
    generate: (draw) => {
      const steps = horizon(draw);
      return playOf(draw, steps, dimension(steps));
    },
    require: (play) => requirePlay(play, dimension(play.points.length)),
  });
  return {
    ...base,
    *simplify(play) {
      const { points } = play;
      for (let t = 0; t < points.length && points.length > 1; t++) {
        const fewer = withoutEntry(points, t);
        const smaller = dimension(fewer.length) < points[0]!.length;
        yield { ...play, points: smaller ? fewer.map((point) => withoutEntry(point, t)) : fewer };
      }
      yield* base.simplify(play);
    },
  };
}

const atLeastMinimax = <S>(F: Algebra<S>, play: Play, adversary: Adversary): Relation<S> =>
  atMost(minimaxValue(F, play.radius, play.gradient, play.points.length), regretAgainst(F, play, adversary), 'R G √T');

/** −g: the losses fall where the points are played. */
const kind =
  (adversary: Adversary): Adversary =>
  (F, G, t, theta, sum) =>
    F.scale(F.of(-1), adversary(F, G, t, theta, sum));

/** Always the first axis: the gradients are not orthogonal. */
const oneAxis: Adversary = (F, G, _t, theta, sum) =>
  outward(
    F,
    sum.map((_, i) => (i === 0 ? G : F.zero)),
    theta,
  );

const cover: Law<Play, Adversary>['cover'] = {
  'several steps': { atLeast: 0.7, when: ({ points }) => points.length > 1 },
  attained: { atLeast: 0.05, when: (_play, share) => share !== undefined && share >= 1 - 2 ** -40 },
};

const mistakes = (adversary: Adversary): Law<Play, Adversary>['teeth'] => ({
  'gradient-sign': { says: 'The losses fall where the points are played.', use: kind(adversary) },
  'one-axis': { says: 'All gradients lie along the first axis.', use: oneAxis },
});

export const minimaxAxes = law<Play, Adversary>({
  id: 'sgd.minimax-axes',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.beyond,
  states: String.raw`d=T,\ g_t=\pm Ge_t\implies\forall\theta_1,\dots,\theta_T:\ \sum_tg_t\cdot\theta_t-\min_{\|\theta\|\le R}\sum_tg_t\cdot\theta\ge RG\sqrt T`,
  says: 'Whatever points are played on a ball of radius R in as many dimensions as steps, gradients ±G e_t against them cost at least R G √T = D G √T / 2: no algorithm does better than half of A-(6).',
  expects: 'holds',
  instances: plays(
    (draw) => draw.integer(1, 8),
    (horizon) => horizon,
  ),
  hypotheses: [],
  subject: 'adversary',
  reference: axisAdversary,
  claim: atLeastMinimax,
  cover,
  teeth: mistakes(axisAdversary),
});

export const minimaxPlane = law<Play, Adversary>({
  id: 'sgd.minimax-plane',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.beyond,
  states: String.raw`d=2,\ g_t\perp\sum_{s<t}g_s,\ g_t\cdot\theta_t\ge0,\ \|g_t\|=G\implies\sum_tg_t\cdot\theta_t-\min_{\|\theta\|\le R}\sum_tg_t\cdot\theta\ge RG\sqrt T`,
  says: 'The same in the plane for any number of steps: each gradient is at a right angle to the sum of those before.',
  expects: 'holds',
  instances: plays(
    (draw) => draw.integer(1, 6),
    () => 2,
  ),
  hypotheses: [],
  subject: 'adversary',
  reference: planeAdversary,
  claim: atLeastMinimax,
  cover,
  teeth: mistakes(planeAdversary),
});

export const minimaxLaws: readonly AnyLaw[] = [minimaxAxes, minimaxPlane];
