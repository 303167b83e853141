import type { Geometry } from '../../src/convex/set.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { atMost, same, zero } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import type { Part } from '../theorem/theorem.ts';

/** A set of any data, with what its size is in formulas. */
export interface Sized<Data> {
  readonly name: string;
  readonly assumes?: readonly Fact[];
  set(reader: Reader): Data;
  /** What its text computes with: coordinates unless vectors are to be of any dimension. */
  algebra?(reader: Reader): Algebra<RationalFunction>;
  readonly direction: Vector<RationalFunction>;
  readonly squaredDiameter: RationalFunction;
  /** w · v of the points v that the set is the convex hull of. */
  readonly ends: readonly RationalFunction[];
  /** ‖v − w‖² of these points, for the same w. */
  readonly squaredDistances: readonly RationalFunction[];
  readonly instances: readonly Model[];
}

/** A text that computes the largest of these numbers: no less than any, and one of them. */
function largestOf(largest: RationalFunction, all: readonly RationalFunction[]) {
  const gaps = all.map((each) => F.sub(largest, each));
  return {
    one: zero('at one of them', gaps.reduce(F.mul)),
    none: all.map((each, i) => atMost(`no less than at ${i + 1}`, each, largest)),
  };
}

/** The texts of the diameter and of the support function, which is the largest w · v: no less than any, and one of them. */
export const sizesOf = <Data>(geometry: Geometry<Data>, sized: Sized<Data>): Part => ({
  name: `${sized.name}, its diameter and support`,
  instances: sized.instances,
  argue: (reader) => {
    const { assumes = [], direction, squaredDiameter, ends } = sized;
    const [A, set] = [sized.algebra?.(reader) ?? reader.coordinates, sized.set(reader)];
    const [diameter, support] = [geometry.squaredDiameter(A, set)!, geometry.support(A, set, direction)!];
    const highest = largestOf(support, ends);
    const goals = [same('D²', diameter, squaredDiameter), highest.one];
    return {
      assumes,
      steps: [...goals.map((goal) => ({ goal })), ...highest.none.map((goal) => sought(goal, {}))],
      concludes: [...goals, ...highest.none].map(({ name }) => name),
    };
  },
});

/** The text of the largest squared distance from a point, which is that of an end: it is convex. */
export const farthestOf = <Data>(geometry: Geometry<Data>, sized: Sized<Data>): Part => ({
  name: `${sized.name}, how far it reaches`,
  instances: sized.instances,
  argue: (reader) => {
    const { assumes = [], direction, squaredDistances } = sized;
    const [A, set] = [sized.algebra?.(reader) ?? reader.coordinates, sized.set(reader)];
    const { one, none } = largestOf(geometry.squaredFarthest(A, set, direction)!, squaredDistances);
    return {
      assumes,
      steps: [{ goal: one }, ...none.map((goal) => sought(goal, {}))],
      concludes: [one, ...none].map(({ name }) => name),
    };
  },
});
