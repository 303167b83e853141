import { type ConvexSet, dimension } from '../../src/convex/index.ts';
import { DEFAULT_ULPS, magnitude } from '../../src/law/accuracy.ts';
import { exactNumbers } from '../../src/law/simplify.ts';
import { type Algebra, Undecided, type Vector } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, toDouble } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import type { ModelSet } from '../model.ts';

const ULP = 2 ** -52;

type Project = <S>(F: Algebra<S>, set: ModelSet, x: Vector<S>) => Vector<S>;

/**
 * A projection as users run it: in doubles, each coordinate widened by the declared accuracy of 64 units in the last
 * place of the numbers that matter, which are those of x, of the set and of the answer; but of the sum alone on a
 * simplex, where an allowance that grows with x would excuse cancellation. Where x is not made of doubles, the answer
 * is also allowed the distance by which rounding moved x.
 */
export const inDoubles =
  (project: Project): Project =>
  (F, set, x) => {
    const input = x.map(F.approximate);
    if (!input.every(Number.isFinite)) throw new Undecided('What is projected is not known to be a double.');
    const output = project(float64, set, input);
    const radius = accuracy(set, input, output);
    const isExact = x.every((xi, i) => F.sign(F.sub(xi, F.of(input[i]!))) === 0);
    const moved = isExact ? 0 : x.length * ULP * magnitude(input);
    return output.map((value, i) => F.between(value - radius[i]! - moved, value + radius[i]! + moved));
  };

/** The allowance of each coordinate; a product has that of its factors. */
function accuracy(set: ModelSet, input: Vector<number>, output: Vector<number>): Vector<number> {
  if (set.kind === 'product') return blocks(set.factors, input, output);
  const scale = set.kind === 'simplex' ? toDouble(set.sum) : magnitude([...input, ...output, ...lengths(set)]);
  return input.map(() => DEFAULT_ULPS * ULP * scale);
}

/** The lengths that a set is made of: its coordinates, and how far its boundary planes are from 0. */
function lengths(set: ModelSet): readonly number[] {
  switch (set.kind) {
    case 'halfspace':
    case 'hyperplane':
      return [distance(set.normal, set.offset)];
    case 'affine':
      return set.rows.map((row, i) => distance(row, set.offsets[i]!));
    case 'polytope':
      return set.normals.map((normal, i) => distance(normal, set.offsets[i]!));
    default:
      return exactNumbers(set).map(toDouble);
  }
}

/** |b| / max |aᵢ|, at least the distance from 0 to the plane a · x = b. */
const distance = (normal: ExactVector, offset: Exact): number =>
  Math.abs(toDouble(offset)) / magnitude(normal.map(toDouble));

function blocks(factors: readonly ConvexSet[], input: Vector<number>, output: Vector<number>): Vector<number> {
  let start = 0;
  return factors.flatMap((factor) => {
    const [from, to] = [start, start + dimension(factor)];
    start = to;
    return accuracy(factor, input.slice(from, to), output.slice(from, to));
  });
}
