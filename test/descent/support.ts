import fc from 'fast-check';
import {
  absoluteLoss,
  type ConvexLoss,
  hingeLoss,
  linearLoss,
  logisticLoss,
  maxAffineLoss,
  quadraticLoss,
} from '../../src/descent/loss.ts';
import { type Exact, type ExactVector, toRational } from '../../src/scalar/exact.ts';
import { add, compare, div, mul, neg, ONE, type Rational, rational, sub, ZERO } from '../../src/scalar/rational.ts';

export type Kind = ConvexLoss['kind'];
export type ExactKind = Exclude<Kind, 'logistic'>;

/** Fixed seed; GRADIENT_LAWS_DEEP=1 runs thirty times as many cases. */
export const runs = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns: process.env.GRADIENT_LAWS_DEEP === '1' ? 30 * numRuns : numRuns,
  seed: 99020,
});

/** Few numerators and denominators, so that kinks and ties are common. */
export const smallRational: fc.Arbitrary<Exact> = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(1, 1, 1, 2, 3))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));
export const positiveRational: fc.Arbitrary<Exact> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 1, 2, 3))
  .map(([p, q]) => rational(BigInt(p), BigInt(q)));

/** Doubles that sums and products of a few are exact in. */
export const shortDouble: fc.Arbitrary<number> = fc.integer({ min: -32, max: 32 }).map((n) => n / 4);

/** Doubles with full mantissas, of one scale from 2⁻¹⁰ to 2¹⁰ each. */
export const fullDouble: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.integer({ min: -10, max: 10 }))
  .map(([m, e]) => m * 2 ** (e - 52));

export const vectorOf = <T>(coordinate: fc.Arbitrary<T>, d: number): fc.Arbitrary<readonly T[]> =>
  fc.array(coordinate, { minLength: d, maxLength: d });

type LossArbitraries = Readonly<Record<Kind, fc.Arbitrary<ConvexLoss>>>;

/** A loss of every kind in d dimensions, its numbers drawn from `number`; max-affine ones have 1 to 6 pieces. */
const losses = (number: fc.Arbitrary<Exact>, d: number): LossArbitraries => ({
  absolute: fc.tuple(vectorOf(number, d), number).map(([feature, target]) => absoluteLoss(feature, target)),
  hinge: vectorOf(number, d).map(hingeLoss),
  linear: vectorOf(number, d).map(linearLoss),
  logistic: vectorOf(number, d).map(logisticLoss),
  'max-affine': fc.array(fc.tuple(vectorOf(number, d), number), { minLength: 1, maxLength: 6 }).map((pieces) =>
    maxAffineLoss(
      pieces.map(([slope]) => slope),
      pieces.map(([, offset]) => offset),
    ),
  ),
  quadratic: fc
    .tuple(number, vectorOf(number, d))
    .map(([curvature, center]) => quadraticLoss(magnitude(curvature), center)),
});

const magnitude = (x: Exact): Exact => (typeof x === 'number' ? Math.abs(x) : absolute(x));

/** A loss of one kind with some points of its space, at most four-dimensional. */
export const lossAndPoints = <T extends Exact>(
  kind: Kind,
  number: fc.Arbitrary<T>,
  points: number,
): fc.Arbitrary<{ readonly loss: ConvexLoss; readonly points: readonly (readonly T[])[] }> =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((d) => fc.record({ loss: losses(number, d)[kind], points: vectorOf(vectorOf(number, d), points) }));

// The table is keyed by kind, so that a new kind does not compile until it is tested.
export const kinds = Object.keys(losses(smallRational, 1)) as Kind[];
export const exactKinds = kinds.filter((kind): kind is ExactKind => kind !== 'logistic');

export const absolute = (x: Rational): Rational => (compare(x, ZERO) < 0 ? neg(x) : x);

/** Σ uᵢ vᵢ by a loop over fractions. */
export function inner(u: ExactVector, v: ExactVector): Rational {
  let total = ZERO;
  for (let i = 0; i < u.length; i++) total = add(total, mul(toRational(u[i]!), toRational(v[i]!)));
  return total;
}

/** Σ |uᵢ vᵢ|: what the rounding errors of a dot product are measured by. */
export function innerMagnitude(u: ExactVector, v: ExactVector): Rational {
  let total = ZERO;
  for (let i = 0; i < u.length; i++) total = add(total, absolute(mul(toRational(u[i]!), toRational(v[i]!))));
  return total;
}

export const times = (a: Exact, v: ExactVector): Rational[] => v.map((x) => mul(toRational(a), toRational(x)));
export const difference = (u: ExactVector, v: ExactVector): Rational[] =>
  u.map((x, i) => sub(toRational(x), toRational(v[i]!)));

/** The value and the documented subgradient, by definition and with open branches. */
export function naive(
  loss: Extract<ConvexLoss, { kind: ExactKind }>,
  theta: ExactVector,
): { readonly value: Rational; readonly subgradient: readonly Rational[] } {
  switch (loss.kind) {
    case 'linear':
      return { value: inner(loss.slope, theta), subgradient: loss.slope.map(toRational) };
    case 'absolute': {
      const residual = sub(inner(loss.feature, theta), toRational(loss.target));
      const side = compare(residual, ZERO);
      return { value: side < 0 ? neg(residual) : residual, subgradient: times(side, loss.feature) };
    }
    case 'hinge': {
      const margin = inner(loss.feature, theta);
      return compare(margin, ONE) < 0
        ? { value: sub(ONE, margin), subgradient: times(-1, loss.feature) }
        : { value: ZERO, subgradient: times(0, loss.feature) };
    }
    case 'max-affine': {
      const pieces = loss.slopes.map((slope, k) => add(inner(slope, theta), toRational(loss.offsets[k]!)));
      const first = pieces.findIndex((piece) => pieces.every((other) => compare(piece, other) >= 0));
      return { value: pieces[first]!, subgradient: loss.slopes[first]!.map(toRational) };
    }
    case 'quadratic': {
      const offset = difference(theta, loss.center);
      return {
        value: div(mul(toRational(loss.curvature), inner(offset, offset)), rational(2n)),
        subgradient: times(loss.curvature, offset),
      };
    }
  }
}

export const shown = (v: ExactVector): string[] => v.map((x) => toRational(x).toString());

/** What a call throws, as its name and message. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}
