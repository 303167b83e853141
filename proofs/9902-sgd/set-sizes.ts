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
  readonly instances: readonly Model[];
}

/** The texts of the diameter and of the support function, which is the largest w · v: no less than any, and one of them. */
export const sizesOf = <Data>(geometry: Geometry<Data>, sized: Sized<Data>): Part => ({
  name: `${sized.name}, its diameter and support`,
  instances: sized.instances,
  argue: (reader) => {
    const { assumes = [], direction, squaredDiameter, ends } = sized;
    const [A, set] = [sized.algebra?.(reader) ?? reader.coordinates, sized.set(reader)];
    const [diameter, support] = [geometry.squaredDiameter(A, set)!, geometry.support(A, set, direction)!];
    const highest = ends.map((end, i) => atMost(`no less than at ${i + 1}`, end, support));
    const gaps = ends.map((end) => F.sub(support, end));
    const goals = [same('D²', diameter, squaredDiameter), zero('at one of them', gaps.reduce(F.mul))];
    return {
      assumes,
      steps: [...goals.map((goal) => ({ goal })), ...highest.map((goal) => sought(goal, {}))],
      concludes: [...goals, ...highest].map(({ name }) => name),
    };
  },
});
