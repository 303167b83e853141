import type { Algebra, Vector } from '../scalar/algebra.ts';
import type { Exact, ExactVector } from '../scalar/exact.ts';

/** A distribution of directions u, as data. */
export type Directions =
  /** Independent signs ±1, each with probability 1/2. */
  | { readonly kind: 'rademacher'; readonly dimension: number }
  /** Any distribution with finitely many values. */
  | {
      readonly kind: 'finite';
      readonly atoms: readonly { readonly direction: ExactVector; readonly probability: Exact }[];
    };

/** One value of a direction and its probability. */
export interface Atom<S> {
  readonly direction: Vector<S>;
  readonly probability: S;
}

/** All values of the direction with their probabilities. B-(11) takes their mean to be 0 and their covariance I. */
export function atoms<S>(F: Algebra<S>, directions: Directions): readonly Atom<S>[] {
  switch (directions.kind) {
    case 'rademacher':
      return power(
        F,
        [-1, 1].map((sign) => ({ direction: [F.of(sign)], probability: F.div(F.one, F.of(2)) })),
        directions.dimension,
      );
    case 'finite':
      return directions.atoms.map(({ direction, probability }) => ({
        direction: F.vector(direction),
        probability: F.of(probability),
      }));
  }
}

/** The distribution of d independent coordinates, each distributed as the one-dimensional `marginal`. */
function power<S>({ mul, one }: Algebra<S>, marginal: readonly Atom<S>[], dimension: number): readonly Atom<S>[] {
  let all: readonly Atom<S>[] = [{ direction: [], probability: one }];
  for (let i = 0; i < dimension; i++) {
    all = all.flatMap((atom) =>
      marginal.map(({ direction, probability }) => ({
        direction: [...atom.direction, ...direction],
        probability: mul(atom.probability, probability),
      })),
    );
  }
  return all;
}
