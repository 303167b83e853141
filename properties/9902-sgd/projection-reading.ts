import type { Citation } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { toDouble } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import type { Comparison } from '../../src/scalar/relation.ts';
import { type ProjectionCase, projectionCases, projectionCasesFrom } from '../instances/descent/projection-case.ts';
import { ALL_SETS } from '../instances/descent/sets.ts';
import { projectModel } from '../model.ts';
import { inDoubles } from './projection-float64.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts } from './subject.ts';

/** φ, θ, λ and P = Π(φ) of one case, in one arithmetic. */
export interface ReadCase<S> {
  readonly phi: Vector<S>;
  readonly theta: Vector<S>;
  readonly lambda: S;
  readonly projection: Vector<S>;
}

export const readCase = <S>(
  F: Algebra<S>,
  { set, point, member, lambda }: ProjectionCase,
  use: SgdParts,
): ReadCase<S> => {
  const phi = F.vector(point);
  return { phi, theta: F.vector(member), lambda: F.of(lambda), projection: use.project(F, set, phi) };
};

/** What the laws with a projection as their subject have in common: they judge it exactly and as users run it. */
export const aboutProjection = {
  version: 1,
  expects: 'holds',
  subject: 'projection',
  reference,
  float64: { ...reference, project: inDoubles(projectModel) } satisfies SgdParts as SgdParts,
} as const;

/** Cases on every kind of set. */
export const allCases = projectionCases(ALL_SETS);

/** What the laws of A-(16)…(24) about all cases have in common. */
export const aboutCases = { ...aboutProjection, section: SECTIONS.projection, instances: allCases } as const;

const SMALL_CASES = projectionCases(ALL_SETS, 12);

/** The same for identities, which need exact fractions in every case: mostly in fewer dimensions. */
export const aboutIdentities = {
  ...aboutCases,
  instances: projectionCasesFrom((draw) => (draw.chance(0.1) ? allCases : SMALL_CASES).generate(draw)),
} as const;

export const cites = (...equations: readonly number[]): readonly Citation[] => [{ article: '9902', equations }];

/** Whether φ is outside Θ, as doubles see it. */
export const isMoved = ({ set, point }: ProjectionCase): boolean => {
  const x = point.map(toDouble);
  return projectModel(float64, set, x).some((y, i) => y !== x[i]);
};

/** Both kinds of points come up: those that are projected and those that are left alone. */
export const movedOrNot = {
  'φ is moved': { atLeast: 0.5, when: isMoved },
  'φ is left alone': { atLeast: 0.05, when: (instance: ProjectionCase) => !isMoved(instance) },
} as const;

/** A comparison of u · v with 0, whose slack is the squared cosine: (u · v)² of at most ‖u‖² ‖v‖², which takes no root. */
export const withAngle = <S>(F: Algebra<S>, signed: Comparison<S>, u: Vector<S>, v: Vector<S>): Comparison<S> => ({
  ...signed,
  slack: [F.square(F.dot(u, v)), F.mul(F.squaredNorm(u), F.squaredNorm(v))],
});
