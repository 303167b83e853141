import type { Hyperplane } from '../../../src/convex/index.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { changedCases, type ProjectionCase, projectionCasesFrom } from '../../instances/descent/projection-case.ts';

/** Cases in one or two dimensions with small numbers: where the simplest witnesses live. */
const small = projectionCasesFrom((draw) => {
  const d = draw.integer(1, 2);
  const lower = grid(draw, d);
  const upper = lower.map((lo) => lo + draw.integer(0, 2));
  return {
    set: { kind: 'box', lower, upper },
    point: grid(draw, d),
    other: grid(draw, d),
    member: lower.map((lo, i) => (draw.chance(0.5) ? lo : upper[i]!)),
    lambda: draw.pick([1, 1 / 2, 1 / 4]),
  };
});

const grid = (draw: Draw, d: number): number[] => draw.list(d, () => draw.integer(-4, 4));

/** Points between those of the grid. */
const between = (draw: Draw, d: number): number[] => draw.list(d, () => draw.integer(-20, 20) / 8);

const changed = (change: (instance: ProjectionCase, draw: Draw) => ProjectionCase): Instances<ProjectionCase> =>
  changedCases(small, change);

/** Θ is two points. */
export const twoPoints = changed((instance, draw) => {
  const d = instance.point.length;
  const points = [grid(draw, d), grid(draw, d)];
  return {
    ...instance,
    set: { kind: 'finite', points },
    point: between(draw, d),
    other: between(draw, d),
    member: draw.pick(points),
  };
});

/** Nearest points in the maximum norm, on a line of the plane. */
export const maxNormLines = changed((instance, draw) => {
  const direction = [1, draw.integer(2, 3)];
  const along = draw.integer(-4, 4) / 2;
  return {
    ...instance,
    set: { kind: 'max-norm-line', direction },
    point: grid(draw, 2),
    other: grid(draw, 2),
    member: direction.map((v) => along * v),
  };
});

/** θ is anywhere. */
export const anyMember = changed((instance, draw) => ({ ...instance, member: grid(draw, instance.point.length) }));

/** Boxes, with a shift as the second point. */
export const movedBoxes = changed((instance, draw) => {
  const shift = draw.integer(-4, 4);
  return { ...instance, other: instance.other.map(() => shift) };
});

/** λ is negative. */
export const negativeLambda = changed((instance, draw) => ({ ...instance, lambda: -draw.integer(1, 4) / 2 }));

/** λ is above 1. */
export const largeLambda = changed((instance, draw) => ({ ...instance, lambda: draw.integer(3, 8) / 2 }));

/** A halfspace where an affine set is asked for. */
export const halfspaces = changed((instance, draw) => {
  const d = instance.point.length;
  const normal = draw.list(d, () => draw.pick([-2, -1, 1, 2]));
  const member = grid(draw, d);
  const reach = normal.reduce((sum, a, i) => sum + a * member[i]!, 0);
  return { ...instance, set: { kind: 'halfspace', normal, offset: reach + draw.integer(0, 2) }, member };
});

/** Hyperplanes, with θ anywhere. */
export const besideThePlane = changedCases(halfspaces, (instance, draw) => ({
  ...instance,
  set: { ...instance.set, kind: 'hyperplane' } as Hyperplane,
  member: grid(draw, instance.point.length),
}));

/** Halfspaces whose boundary misses the origin. */
export const shiftedHalfspaces = changed((instance, draw) => {
  const d = instance.point.length;
  const normal = draw.list(d, () => draw.pick([-2, -1, 1, 2]));
  return {
    ...instance,
    set: { kind: 'halfspace', normal, offset: draw.pick([-2, -1, 1, 2]) },
    member: normal.map(() => 0),
  };
});

/** Balls about another point than 0. */
export const shiftedBalls = changed((instance, draw) => {
  const center = grid(draw, instance.point.length);
  return { ...instance, set: { kind: 'ball', center, radius: draw.integer(1, 2) }, member: center };
});

/** Two points of the line, and φ between them. */
const gap = changed((instance, draw) => {
  const a = draw.integer(-2, 2);
  const points = [[a], [a + draw.integer(1, 3)]];
  return { ...instance, set: { kind: 'finite', points }, point: [a + 0.5], other: [0], member: [a] };
});

/** φ is one of the points that it should lie between. */
export const pointsOfTheSet = changedCases(gap, (instance) => ({ ...instance, point: instance.member }));

/** φ is beyond the points that it should lie between. */
export const beyondThePair = changedCases(gap, (instance, draw) => ({ ...instance, point: [draw.integer(6, 9)] }));
