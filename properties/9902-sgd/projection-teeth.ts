import type { Tooth } from '../../src/law/law.ts';
import { isConvexSet, projectModel } from '../model.ts';
import { inDoubles } from './projection-float64.ts';
import { reference, type SgdParts } from './subject.ts';
import * as wrong from './teeth/projections.ts';

/** SGD with this projection, read in whatever arithmetic decides. */
const exactly = (projection: wrong.Projection): SgdParts => ({
  ...reference,
  project: (F, set, x) => (isConvexSet(set) ? projection(F, set, x) : projectModel(F, set, x)),
});

/** SGD with this projection as doubles compute it: for mistakes that exact arithmetic does not have. */
const rounded = (projection: wrong.Projection): SgdParts => ({
  ...reference,
  project: inDoubles(exactly(projection).project),
});

/** The mistakes of published projections, by name. */
const MISTAKES = {
  'simplex-threshold-off-by-one': {
    says: 'The simplex threshold leaves out the smallest of the coordinates that stay positive.',
    use: exactly(wrong.simplexThresholdOffByOne),
  },
  'simplex-clips-first': {
    says: 'Negative coordinates are set to 0 before the simplex threshold is sought.',
    use: exactly(wrong.simplexClipsNegativesFirst),
  },
  'simplex-sum-shortcut': {
    says: 'A point whose sum is small enough is returned as it is.',
    use: exactly(wrong.simplexSumShortcut),
  },
  'simplex-without-shift': {
    says: 'The coordinates are not shifted before doubles are summed.',
    use: rounded(wrong.simplexWithoutShift),
  },
  'simplex-loose-bisection': {
    says: 'The simplex threshold is sought by ten bisections.',
    use: exactly(wrong.simplexLooseBisection),
  },
  'ball-moves-interior-points': {
    says: 'Points inside the ball are moved to its boundary.',
    use: exactly(wrong.ballMovesInteriorPoints),
  },
  'ball-ignores-radius': { says: 'The radius is always 1.', use: exactly(wrong.ballIgnoresRadius) },
  'ball-squares-overflow': {
    says: 'The squared norm leaves the range of doubles.',
    use: rounded(wrong.ballSquaresOverflow),
  },
  'segment-squares-underflow': {
    says: 'A segment whose squared length is 0 in doubles is taken for a point.',
    use: rounded(wrong.segmentSquaresUnderflow),
  },
  'l1-without-inside-test': {
    says: 'Points inside the ℓ₁ ball are moved to its boundary.',
    use: exactly(wrong.l1WithoutInsideTest),
  },
  'halfspace-not-normalized': {
    says: 'The normal of the halfspace is taken for a unit vector.',
    use: exactly(wrong.halfspaceNotNormalized),
  },
  'no-projection': { says: 'The point is not projected.', use: exactly(wrong.noProjection) },
  'projection-sign': { says: 'The step to the set goes away from it.', use: exactly(wrong.projectionSign) },
  reflection: { says: 'The step to the set is taken twice.', use: exactly(wrong.projectionReflects) },
  'unsquared-prox': {
    says: 'The proximal map of the distance: at most one unit of the way.',
    use: exactly(wrong.unsquaredProx),
  },
  'half-way': { says: 'Half of the way to the set.', use: exactly(wrong.halfWay) },
  'alternating-projections': {
    says: 'Alternating projections onto the parts of the set, called the projection.',
    use: exactly(wrong.alternatingProjections),
  },
} as const satisfies Record<string, Tooth<never, SgdParts>>;

export type Mistake = keyof typeof MISTAKES;

/** The named mistakes as teeth of a law. */
export const mistakes = <I>(...names: readonly Mistake[]): Record<string, Tooth<I, SgdParts>> =>
  Object.fromEntries(names.map((name) => [name, MISTAKES[name]]));
