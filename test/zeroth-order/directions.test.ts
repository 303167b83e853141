import { describe, expect, test } from 'vitest';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { atoms, type Directions, directionsDimension, requireDirections } from '../../src/zeroth-order/directions.ts';
import { expectedScalar } from '../../src/zeroth-order/estimator.ts';

/** E ∏ u_i^powers[i]. */
function moment(directions: Directions, powers: readonly number[], degree: number): string {
  const F = surd();
  const mean = expectedScalar(F, atoms(F, directions, degree), (u) => {
    let product = F.one;
    powers.forEach((power, i) => {
      for (let k = 0; k < power; k++) product = F.mul(product, u[i]!);
    });
    return product;
  });
  return F.enclosure(mean)[0];
}

const PLANE: readonly Directions[] = [
  ...(['rademacher', 'skewed', 'three-point', 'coordinate', 'sphere', 'normal'] as const).map((kind) => ({
    kind,
    dimension: 2,
  })),
  { kind: 'three-spokes' },
];

describe('directions', () => {
  test.each(PLANE)('$kind: probabilities sum to 1, mean 0, covariance I', (directions) => {
    expect(moment(directions, [0, 0], 2)).toBe('1');
    expect([moment(directions, [1, 0], 2), moment(directions, [0, 1], 2)]).toEqual(['0', '0']);
    const covariance = [moment(directions, [2, 0], 2), moment(directions, [1, 1], 2), moment(directions, [0, 2], 2)];
    expect(covariance).toEqual(['1', '0', '1']);
  });

  test('their third and fourth moments tell them apart', () => {
    const of = (kind: 'rademacher' | 'skewed' | 'three-point' | 'normal') => {
      const directions = { kind, dimension: 1 } as const;
      return [moment(directions, [3], 4), moment(directions, [4], 4)];
    };
    expect(of('rademacher')).toEqual(['0', '1']);
    expect(of('skewed')).toEqual(['3/2', '13/4']);
    expect(of('three-point')).toEqual(['0', '4']);
    expect(of('normal')).toEqual(['0', '3']);
  });

  test('three spokes have length √2 and a third moment', () => {
    const F = surd();
    const squares = atoms(F, { kind: 'three-spokes' }).map(({ direction }) => F.enclosure(F.squaredNorm(direction))[0]);
    expect(squares).toEqual(['2', '2', '2']);
    expect(moment({ kind: 'three-spokes' }, [3, 0], 3)).not.toBe('0');
  });
});

describe('too many directions to write out', () => {
  test.each([
    [{ kind: 'rademacher', dimension: 64 }, 1],
    [{ kind: 'three-point', dimension: 13 }, 1],
    [{ kind: 'normal', dimension: 8 }, 64],
  ] as const)('%j are refused', (directions, degree) => {
    expect(() => atoms(Q, directions, degree)).toThrow(`dimension is ${directions.dimension}: there are`);
  });
});

describe('the rule for normal directions', () => {
  test.each([1, 3, 5, 7, 9, 11])(
    'of degree %i has the moments 1, 1·3, 1·3·5, … up to it, and no odd ones',
    (degree) => {
      const normal = { kind: 'normal', dimension: 1 } as const;
      let product = 1;
      for (let power = 0; power <= degree; power += 2) {
        expect(moment(normal, [power], degree)).toBe(`${product}`);
        if (power < degree) expect(moment(normal, [power + 1], degree)).toBe('0');
        product *= power + 1;
      }
    },
  );

  test('is wrong beyond its degree: it is a rule, not the distribution', () => {
    expect(moment({ kind: 'normal', dimension: 1 }, [6], 5)).not.toBe('15');
  });

  test('has weights that need not be positive', () => {
    const negative = (degree: number) =>
      atoms(Q, { kind: 'normal', dimension: 1 }, degree).some(({ probability }) => Q.sign(probability) === -1);
    expect([3, 5, 7, 9, 11, 13].map(negative)).toEqual([false, false, false, false, false, true]);
  });

  test.each([
    [2, 6],
    [3, 7],
    [4, 5],
    [5, 4],
  ])('in dimension %i multiplies the moments of the coordinates, up to degree %i in all', (dimension, degree) => {
    const monomials = (d: number, left: number): readonly (readonly number[])[] =>
      d === 0
        ? [[]]
        : Array.from({ length: left + 1 }, (_, power) => power).flatMap((power) =>
            monomials(d - 1, left - power).map((rest) => [power, ...rest]),
          );
    const alone = (power: number): number => (power % 2 === 1 ? 0 : power === 0 ? 1 : (power - 1) * alone(power - 2));
    for (const powers of monomials(dimension, degree)) {
      const product = powers.reduce((all, power) => all * alone(power), 1);
      expect([powers, moment({ kind: 'normal', dimension }, powers, degree)]).toEqual([powers, `${product}`]);
    }
  });

  test('has the whole points with Σ |uᵢ| ≤ n, those of weight 0 left out', () => {
    const points = atoms(Q, { kind: 'normal', dimension: 4 }, 7).map(({ direction }) =>
      direction.map((x) => Number(Q.enclosure(x)[0])),
    );
    expect(points).toHaveLength(129);
    expect(new Set(points.map(String)).size).toBe(129);
    expect(Math.max(...points.map((u) => u.reduce((sum, x) => sum + Math.abs(x), 0)))).toBe(3);
  });
});

describe('the rule for the sphere', () => {
  test.each([1, 2, 3, 4, 5, 8])('in dimension %i has its moments up to degree 5', (dimension) => {
    const sphere = { kind: 'sphere', dimension } as const;
    const powers = (...first: number[]) => Array.from({ length: dimension }, (_, i) => first[i] ?? 0);
    const fraction = (p: number, q: number) => Q.enclosure(Q.div(Q.of(p), Q.of(q)))[0];
    expect(moment(sphere, powers(), 5)).toBe('1');
    expect(moment(sphere, powers(2), 5)).toBe('1');
    expect(moment(sphere, powers(4), 5)).toBe(fraction(3 * dimension, dimension + 2));
    expect([1, 3, 5].map((power) => moment(sphere, powers(power), 5))).toEqual(['0', '0', '0']);
    if (dimension > 1) {
      expect(moment(sphere, powers(2, 2), 5)).toBe(fraction(dimension, dimension + 2));
      expect(moment(sphere, powers(1, 1), 5)).toBe('0');
      expect(moment(sphere, powers(3, 1), 5)).toBe('0');
    }
  });

  test('lies on the sphere', () => {
    const F = surd();
    const squares = atoms(F, { kind: 'sphere', dimension: 3 }, 5).map(({ direction }) => F.squaredNorm(direction));
    expect(new Set(squares.map((square) => F.enclosure(square)[0]))).toEqual(new Set(['3']));
  });
});

describe('what is wrong is named', () => {
  test('a rule without a degree, or beyond its degree', () => {
    expect(() => atoms(Q, { kind: 'normal', dimension: 1 })).toThrow('degree is undefined; normal directions');
    expect(() => atoms(Q, { kind: 'sphere', dimension: 1 }, 6)).toThrow('degree is 6; the rule for sphere directions');
    expect(() => atoms(Q, { kind: 'normal', dimension: 1 }, Number.POSITIVE_INFINITY)).toThrow('degree is Infinity');
  });

  test('a dimension', () => {
    expect(() => atoms(Q, { kind: 'rademacher', dimension: 0 })).toThrow('dimension is 0');
    expect(() => atoms(Q, { kind: 'skewed', dimension: 1.5 })).toThrow('dimension is 1.5');
  });

  test('a list that is no distribution', () => {
    const finite = (...list: [number[], number][]): Directions => ({
      kind: 'finite',
      atoms: list.map(([direction, probability]) => ({ direction, probability })),
    });
    expect(() => requireDirections(finite())).toThrow('atoms is empty');
    expect(() => requireDirections(finite([[1], 0.5], [[1, 2], 0.5]))).toThrow('atoms[1] has 2 coordinates');
    expect(() => requireDirections(finite([[1], 1.5], [[2], -0.5]))).toThrow('atoms[1] has probability -0.5');
    expect(() => requireDirections(finite([[1], 0.5]))).toThrow('The probabilities sum to 1/2');
    expect(directionsDimension(requireDirections(finite([[1, 2], 1])))).toBe(2);
  });
});
