import { z } from 'zod';
import { type ConvexLoss, lossValue, subgradient } from '../../src/descent/loss.ts';
import { DEFAULT_ULPS, magnitude } from '../../src/law/accuracy.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, law, type Tooth } from '../../src/law/law.ts';
import { ownCopy } from '../../src/law/own-copy.ts';
import { type Numbers, plainNumber, plainNumbers } from '../../src/law/plain-numbers.ts';
import { exactNumbers, withoutEntry } from '../../src/law/simplify.ts';
import { exactVector } from '../../src/law/witness.ts';
import { type Algebra, Undecided, type Vector } from '../../src/scalar/algebra.ts';
import { requireFunction } from '../../src/scalar/arguments.ts';
import { type ExactVector, toDouble } from '../../src/scalar/exact.ts';
import { plusExact } from '../../src/scalar/exact-arithmetic.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { atMost, type Relation } from '../../src/scalar/relation.ts';
import { drawLoss, LOSS_KINDS } from '../instances/descent/losses.ts';
import { convexLossSchema } from '../instances/descent/schema.ts';
import { lossWithoutCoordinate } from '../instances/descent/simpler-losses.ts';
import { plainData } from '../instances/plain-data.ts';
import { requireDimension, requireLoss } from '../instances/well-formed.ts';
import { isConstantBetween } from './convexity.ts';
import { SECTIONS } from './sections.ts';

/** What an implementation of losses under judgement replaces: L(θ) and a subgradient g(θ). A-(9). */
export interface LossParts {
  value<S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): S;
  subgradient<S>(F: Algebra<S>, loss: ConvexLoss, theta: Vector<S>): Vector<S>;
}

const reference: LossParts = { value: lossValue, subgradient };

const ULP = 2 ** -52;

/**
 * Losses as users run them, in doubles. Values are widened by 64 units in the last place of their largest term, and
 * subgradients by as many of theirs; a term is at most a number of the loss times a coordinate, or the square of one.
 */
export const lossesInDoubles = ({ value, subgradient }: LossParts): LossParts => ({
  value: (F, loss, theta) => {
    const { numbers, point } = sizes(F, loss, theta);
    const result = value(float64, loss, point);
    const radius = DEFAULT_ULPS * ULP * point.length * (1 + numbers) * (1 + magnitude(point) + numbers) ** 2;
    return F.between(result - radius, result + radius);
  },
  subgradient: (F, loss, theta) => {
    const { numbers, point } = sizes(F, loss, theta);
    const result = subgradient(float64, loss, point);
    const radius = DEFAULT_ULPS * ULP * (1 + numbers) * (magnitude(point) + numbers);
    return result.map((g) => F.between(g - radius, g + radius));
  },
});

/**
 * Losses of your own in plain numbers, for a law to judge: `checkLaw({ ...law, float64: withLosses(mine) }, options)`.
 * sgd.loss-tangent tells whether they are the losses that they are asked for. The loss as data and the point are theirs to calculate in.
 * @throws RangeError when one of the two is no function.
 */
export function withLosses(mine: {
  value(loss: ConvexLoss, theta: readonly number[]): number;
  subgradient(loss: ConvexLoss, theta: readonly number[]): Numbers;
}): LossParts {
  requireFunction('value', mine?.value);
  requireFunction('subgradient', mine?.subgradient);
  return lossesInDoubles({
    value: (F, loss, theta) =>
      F.of(plainNumber('value of the loss', mine.value(ownCopy(loss), theta.map(F.approximate)))),
    subgradient: (F, loss, theta) =>
      plainNumbers('subgradient', theta.length, mine.subgradient(ownCopy(loss), theta.map(F.approximate))).map((g) =>
        F.of(g),
      ),
  });
}

/** The point in doubles, and the largest number of the loss. */
function sizes<S>(
  F: Algebra<S>,
  loss: ConvexLoss,
  theta: Vector<S>,
): { readonly numbers: number; readonly point: Vector<number> } {
  const point = theta.map(F.approximate);
  if (!theta.every((x, i) => Number.isFinite(point[i]!) && F.sign(F.sub(x, F.of(point[i]!))) === 0)) {
    throw new Undecided('The point at which a loss is taken is not known to be made of doubles.');
  }
  return { numbers: magnitude(exactNumbers(loss).map(toDouble)), point };
}

/** A loss and two points. */
export interface LossCase {
  readonly loss: ConvexLoss;
  readonly from: ExactVector;
  readonly to: ExactVector;
}

const drawn = plainData<LossCase>({
  schema: z.strictObject({ loss: convexLossSchema, from: exactVector, to: exactVector }),
  generate: (draw) => {
    const kind = draw.pick(LOSS_KINDS);
    const style = draw.pick(
      kind === 'logistic'
        ? (['integer', 'dyadic'] as const)
        : (['integer', 'dyadic', 'log-scale', 'full-mantissa'] as const),
    );
    const d = draw.integer(1, kind === 'logistic' ? 3 : 6);
    const point = (): ExactVector => draw.list(d, () => draw.real(style));
    const from = point();
    const beside = (): ExactVector => from.map((x) => plusExact(x, draw.pick([0, 1 / 16, -1 / 16])));
    const to = draw.weighted([
      [8, point],
      [1, beside],
      [1, () => from],
    ]);
    return { loss: drawLoss(draw, kind, d, style), from, to: to() };
  },
  require: ({ loss, from, to }) => {
    requireLoss('loss', loss, from.length);
    requireDimension('to', to, from.length);
  },
});

export const lossCases: Instances<LossCase> = {
  ...drawn,
  *simplify(instance) {
    const { loss, from, to } = instance;
    for (let i = 0; i < from.length && from.length > 1; i++) {
      const smaller = lossWithoutCoordinate(loss, i);
      if (smaller.kind === 'negated') continue;
      yield { loss: smaller, from: withoutEntry(from, i), to: withoutEntry(to, i) };
    }
    yield* drawn.simplify(instance);
  },
};

/** Every kind of loss comes up. */
export const lossKindCover = Object.fromEntries(
  LOSS_KINDS.map((kind) => [
    kind,
    { atLeast: 0.05, when: ({ loss }: { readonly loss: ConvexLoss }) => loss.kind === kind },
  ]),
);

/**
 * A-(9) between two points, (θ₂ − θ₁) · g(θ₁) ≤ L(θ₂) − L(θ₁), of the losses under judgement alone, and of them and
 * the loss itself either way: where θ₁ = θ₂, that their value is that of the loss. For a logistic loss, of which exp
 * leaves equality open, nearby points say nearly as much.
 */
function tangentBelow<S>(F: Algebra<S>, instance: LossCase, use: LossParts): Relation<S> {
  const { loss } = instance;
  const [from, to] = [F.vector(instance.from), F.vector(instance.to)];
  if (isConstantBetween(F, loss, from, to)) return [];
  const tangentOf = (of: LossParts): S =>
    F.add(of.value(F, loss, from), F.dot(F.minus(to, from), of.subgradient(F, loss, from)));
  const [judged, value] = [tangentOf(use), use.value(F, loss, to)];
  return [
    atMost(judged, value, 'their own tangent and their value'),
    atMost(tangentOf(reference), value, 'the tangent of the loss and their value'),
    atMost(judged, lossValue(F, loss, to), 'their tangent and the value of the loss'),
  ];
}

const wrongGradient = (says: string, change: LossParts['subgradient']): Tooth<LossCase, LossParts> => ({
  says,
  use: { ...reference, subgradient: change },
});

/** Values and gradients that go together, of another loss. */
const times = (says: string, factor: number): Tooth<LossCase, LossParts> => ({
  says,
  use: {
    value: (F, loss, theta) => F.mul(F.of(factor), lossValue(F, loss, theta)),
    subgradient: (F, loss, theta) => F.scale(F.of(factor), subgradient(F, loss, theta)),
  },
});

export const lossTangent = law<LossCase, LossParts>({
  id: 'sgd.loss-tangent',
  version: 2,
  cites: [{ article: '9902', equations: [9] }],
  section: SECTIONS.proof,
  states: String.raw`(\theta_2-\theta_1)\cdot\hat g(\theta_1)\le\hat L(\theta_2)-\hat L(\theta_1),\quad L(\theta_1)+(\theta_2-\theta_1)\cdot g(\theta_1)\le\hat L(\theta_2),\quad\hat L(\theta_1)+(\theta_2-\theta_1)\cdot\hat g(\theta_1)\le L(\theta_2)`,
  says: 'A-(9) between any two points for each kind of loss L of this package and for its values and gradients as users compute them in doubles: among themselves, their tangents below the loss itself, and their values above its tangents, so that they are the values of that loss and of no other.',
  expects: 'holds',
  instances: lossCases,
  hypotheses: [],
  subject: 'losses',
  reference,
  float64: lossesInDoubles(reference),
  claim: tangentBelow,
  cover: lossKindCover,
  teeth: {
    'gradient-sign': wrongGradient('The gradient has the wrong sign.', (F, loss, theta) =>
      F.scale(F.of(-1), subgradient(F, loss, theta)),
    ),
    'gradient-halved': wrongGradient('The gradient is half of what it should be.', (F, loss, theta) =>
      F.scale(F.div(F.one, F.of(2)), subgradient(F, loss, theta)),
    ),
    'loss-doubled': times('The loss and its gradient are twice what they should be.', 2),
    'loss-zero': times('The loss is 0 everywhere.', 0),
    'one-too-much': {
      says: 'The loss is 1 more than it should be.',
      use: { ...reference, value: (F, loss, theta) => F.add(lossValue(F, loss, theta), F.one) },
    },
    'kink-of-the-hinge-missed': wrongGradient('The hinge loss goes on falling beyond its kink.', (F, loss, theta) =>
      loss.kind === 'hinge' ? F.scale(F.of(-1), F.vector(loss.feature)) : subgradient(F, loss, theta),
    ),
    'last-piece': wrongGradient('The gradient of a maximum is that of its last piece.', (F, loss, theta) =>
      loss.kind === 'max-affine' ? F.vector(loss.slopes.at(-1)!) : subgradient(F, loss, theta),
    ),
  },
});

/** Losses as a judged implementation. */
export const lossLaws: readonly AnyLaw[] = [lossTangent];
