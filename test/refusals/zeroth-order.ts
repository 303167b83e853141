import { float64 as F, stream } from '../../src/index.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import * as zo from '../../src/zeroth-order/index.ts';
import { constant, identity, type Rows, wrong } from './rows.ts';

const nan = Number.NaN;
const f = <S>({ sum }: Algebra<S>, x: Vector<S>): S => sum(x);
const signs = zo.atoms(F, { kind: 'rademacher', dimension: 1 });
const problem = {
  objective: f,
  smoothing: 1,
  direction: constant([1]),
  start: [0],
  horizon: 1,
  project: identity,
  rate: constant(1),
};
const turn = { gradient: constant([1]), rate: constant(1) };
const turns = { start: [0], horizon: 2, project: identity, differentiable: turn, other: turn };

export const zerothOrderRows: Rows = {
  alternatingDescent: [
    [() => zo.alternatingDescent(F, { ...turns, other: { ...turn, rate: constant(-1) } }), 'rate(2)', '-1'],
    [() => zo.alternatingDescent(F, { ...turns, other: wrong(undefined) }), 'other.gradient', 'undefined'],
  ],
  atoms: [
    [() => zo.atoms(F, { kind: 'normal', dimension: 1.5 }, 2), 'dimension', '1.5'],
    [() => zo.atoms(F, wrong({ kind: 'nope', dimension: 1 })), 'directions', 'an object'],
  ],
  ballAverage: [[() => zo.ballAverage(F, f, [0], signs, 1, -1), 'degree', '-1']],
  centralDifference: [
    [() => zo.centralDifference(F, f, [0], [1], 0), 'smoothing', '0'],
    [() => zo.centralDifference(F, f, [0], [1], -1), 'smoothing', '-1'],
  ],
  directionalEstimate: [[() => zo.directionalEstimate(F, f, [0], [1], 1, nan), 'baseline', 'NaN']],
  drawDirection: [[() => zo.drawDirection('sphere', nan, stream(1)), 'dimension', 'NaN']],
  empirical: [[() => zo.empirical(F, [[nan]]), 'directions[0][0]', 'NaN']],
  expectedScalar: [
    [() => zo.expectedScalar(F, [{ direction: [1], probability: nan }], () => 1), 'atoms[0].probability', 'NaN'],
  ],
  expectedVector: [[() => zo.expectedVector(F, signs, wrong(1)), 'g', '1']],
  forwardDifference: [
    [() => zo.forwardDifference(F, f, [0], [1], 0), 'smoothing', '0'],
    [() => zo.forwardDifference(F, f, [0], [1], -1), 'smoothing', '-1'],
    [() => zo.forwardDifference(F, f, [0, nan], [1, 1], 1), 'x[1]', 'NaN'],
    [() => zo.forwardDifference(F, f, [0], [1, 1], 1), 'direction', '2'],
  ],
  leaveOneOutEstimate: [[() => zo.leaveOneOutEstimate(F, f, [0], [[1]], 1), 'directions', '1']],
  meanBaseline: [[() => zo.meanBaseline(F, f, [0], [[1]], 0), 'smoothing', '0']],
  onBlock: [
    [() => zo.onBlock(F, [3], 2, [1]), 'block', '3'],
    [() => zo.onBlock(F, [0], 2.5, [1]), 'dimension', '2.5'],
  ],
  optimalBaseline: [[() => zo.optimalBaseline(F, f, [nan], signs, 1), 'x[0]', 'NaN']],
  ownMeanBaselineEstimate: [[() => zo.ownMeanBaselineEstimate(F, f, [0], [], 1), 'directions', 'empty']],
  ownOptimalBaselineEstimate: [[() => zo.ownOptimalBaselineEstimate(F, f, [0], [[1]], nan), 'smoothing', 'NaN']],
  sampledEstimate: [[() => zo.sampledEstimate(F, f, [0], [[1, 2]], 1, 0), 'directions[0]', '2']],
  sampledOptimalBaseline: [[() => zo.sampledOptimalBaseline(F, wrong(1), [0], [[1]], 1), 'objective', '1']],
  secondMoment: [[() => zo.secondMoment(F, f, [0], signs, 0, 0), 'smoothing', '0']],
  simultaneousPerturbation: [
    [() => zo.simultaneousPerturbation(F, f, [0], [1], 0), 'smoothing', '0'],
    [() => zo.simultaneousPerturbation(F, f, [0], [1], -1), 'smoothing', '-1'],
  ],
  smoothedObjective: [[() => zo.smoothedObjective(F, f, [0, 0], signs, 1), 'atoms[0].direction', '1']],
  zerothOrderDescent: [
    [() => zo.zerothOrderDescent(F, { ...problem, smoothing: 0 }), 'smoothing', '0'],
    [() => zo.zerothOrderDescent(F, { ...problem, rate: constant(0) }), 'rate(1)', '0'],
    [() => zo.zerothOrderDescent(F, { ...problem, direction: constant([nan]) }), 'gradient(1, θ)[0]', 'NaN'],
  ],
  zerothOrderGradient: [[() => zo.zerothOrderGradient(F, { ...problem, smoothing: -1 }), 'smoothing', '-1']],
};
