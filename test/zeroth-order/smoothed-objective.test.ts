import { expect, test } from 'vitest';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { surd } from '../../src/scalar/surd.ts';
import { atoms } from '../../src/zeroth-order/directions.ts';
import { ballAverage, smoothedObjective } from '../../src/zeroth-order/smoothed-objective.ts';

const fourthPower = <S>(F: Algebra<S>, [x]: Vector<S>): S => F.square(F.square(x!));
const squaredLength = <S>(F: Algebra<S>, x: Vector<S>): S => F.squaredNorm(x);

test('x⁴ smoothed at 0 is ε⁴ E u⁴', () => {
  const [zero, epsilon] = [Q.vector([0]), Q.of(1 / 2)];
  const normal = atoms(Q, { kind: 'normal', dimension: 1 }, 4);
  expect(`${smoothedObjective(Q, fourthPower, zero, normal, epsilon)}`).toBe('3/16');
  const signs = atoms(Q, { kind: 'rademacher', dimension: 1 });
  expect(`${smoothedObjective(Q, fourthPower, zero, signs, epsilon)}`).toBe('1/16');
});

test('‖x‖² over a ball of radius √2 in the plane averages 1, x⁴ over [−1, 1] averages 1/5', () => {
  const S = surd();
  const plane = atoms(S, { kind: 'sphere', dimension: 2 }, 2);
  const average = ballAverage(S, squaredLength, S.vector([0, 0]), plane, S.one, 2);
  expect(S.sign(S.sub(average, S.one))).toBe(0);
  const line = atoms(Q, { kind: 'rademacher', dimension: 1 }); // the sphere of the line
  expect(`${ballAverage(Q, fourthPower, Q.vector([0]), line, Q.one, 4)}`).toBe('1/5');
});
