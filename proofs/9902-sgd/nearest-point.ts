import { segmentPoint } from '../../src/convex/segment-identities.ts';
import type { Rule } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, symbolicReading } from '../kernel/symbolic.ts';
import { atMost, nonnegative } from '../theorem/statements.ts';

const { dot, minus, squaredNorm } = formalSpace;
const { one } = symbolicReading;
const lambda = scalar('lambda');

/** (P − θ)·(φ − P), the left side of A-(23). */
export const angle = (phi: FormalVector, projection: FormalVector, theta: FormalVector): RationalFunction =>
  dot(minus(projection, theta), minus(phi, projection));

/** What A-(23) rests on, in the names of the laws. */
export const NEAREST = ['convex-set', 'euclidean-norm', 'member-inside'] as const;

/** A-(23) for three vectors. Where it is an assumption, it is what the theorem `obtuse-angle` says of them. */
export const obtuse = (
  name: string,
  phi: FormalVector,
  projection: FormalVector,
  theta: FormalVector,
  standsFor: readonly string[] = NEAREST,
): Fact => nonnegative(name, angle(phi, projection, theta), ...standsFor);

/** A-(20), the hypothesis that everything starts from. */
export const nearestOnSegments = (phi: FormalVector, projection: FormalVector, theta: FormalVector): Rule => ({
  name: 'nearest point of a convex set',
  says: 'P is nearest to φ among the points λθ + (1 − λ)P for 0 ≤ λ ≤ 1, which lie in Θ because P and θ do and Θ is convex.',
  standsFor: NEAREST,
  given: [nonnegative('λ is not negative', lambda), atMost('λ is at most 1', lambda, one)],
  yields: atMost(
    'A-(20)',
    squaredNorm(minus(phi, projection)),
    squaredNorm(minus(phi, segmentPoint(formalSpace, projection, theta, lambda))),
  ),
});
