import * as library from '../../src/index.ts';
import { constant, identity, type Rows, takesAnything, wrong } from './rows.ts';

const { float64: F, rationalReading: Q } = library;
const unit = library.ball([0, 0], 1);
const loss = library.linearLoss([1, 2]);
const stop = { change: 0, sweeps: 1 };
const state = library.dykstraStart(F, [unit], [1, 2]);
const draws = library.stream(1);
const nan = Number.NaN;
const problem = { start: [0], horizon: 1, project: identity, gradient: constant([1]), rate: constant(1) };
const bounds = { squaredDistance: 1, squaredGradient: 1, rates: [1] };

const sets: Rows = {
  affine: [
    [() => library.affine([[1, nan]], [1]), 'rows[0][1]', 'NaN'],
    [() => library.affine(wrong(1), [1]), 'rows', '1'],
  ],
  ball: [
    [() => library.ball(wrong(['a', 0]), 1), 'center[0]', "'a'"],
    [() => library.ball(wrong([null, 0]), 1), 'center[0]', 'null'],
    [() => library.ball(wrong(undefined), 1), 'center', 'undefined'],
    [() => library.ball([0], nan), 'radius', 'NaN'],
  ],
  box: [
    [() => library.box([wrong('a')], [1]), 'lower[0]', "'a'"],
    [() => library.box(wrong(1), [1]), 'lower', '1'],
  ],
  dimension: [[() => library.dimension(wrong({ kind: 'nope' })), 'set', "'nope'"]],
  dykstra: [
    [() => library.dykstra(F, [wrong(3)], [1, 2], 1), 'sets[0]', '3'],
    [() => library.dykstra(F, [unit], [1, nan], 1), 'x[1]', 'NaN'],
    [() => library.dykstra(F, [unit], [1, 2], -1), 'sweeps', '-1'],
  ],
  dykstraFloat64: [
    [() => library.dykstraFloat64([unit], [1, 2], wrong(undefined)), 'stop.change', 'undefined'],
    [() => library.dykstraFloat64([unit], [1, 2], { ...stop, sweeps: nan }), 'sweeps', 'NaN'],
    [() => library.dykstraFloat64(wrong(unit), [1, 2], stop), 'sets', 'an object'],
  ],
  dykstraGap: [[() => library.dykstraGap(F, { ...state, normals: [] }), 'state.normals', '0']],
  dykstraStart: [[() => library.dykstraStart(F, [unit], [1]), 'x', '1']],
  dykstraSweep: [[() => library.dykstraSweep(F, [unit, unit], state), 'state.normals', '1']],
  geometry: [[() => library.geometry(wrong(undefined)), 'set', 'undefined']],
  halfspace: [[() => library.halfspace([1], wrong(undefined)), 'offset', 'undefined']],
  hyperplane: [[() => library.hyperplane(wrong('a'), 1), 'normal', "'a'"]],
  l1Ball: [[() => library.l1Ball([0], -1), 'radius', '-1']],
  membership: [[() => library.membership(F, unit, [1, nan]), 'x[1]', 'NaN']],
  polytope: [[() => library.polytope(wrong([1]), [1]), 'normals[0]', '1']],
  product: [
    [() => library.product([wrong({})]), 'factors[0]', 'an object'],
    [() => library.product(wrong(unit)), 'factors', 'an object'],
  ],
  project: [
    [() => library.project(F, wrong({ kind: 'nope' }), [1]), 'set', "'nope'"],
    [() => library.project(Q, unit, wrong([3, 4])), 'x[0]', '3; give an exact number, such as toRational(3)'],
    [() => library.project(F, unit, [nan, 4]), 'x[0]', 'NaN'],
    [() => library.project(F, unit, wrong(3)), 'x', '3'],
  ],
  projectOntoAffine: [
    [() => library.projectOntoAffine(F, [[1, 1]], [1], [[0.5]], [nan, 0]), 'x[0]', 'NaN'],
    [() => library.projectOntoAffine(F, [[1, 1]], [nan], [[0.5]], [1, 0]), 'offsets[0]', 'NaN'],
    [() => library.projectOntoAffine(F, [[1, 1]], [1], [], [1, 0]), 'inverse', 'empty'],
  ],
  projectOntoBall: [[() => library.projectOntoBall(F, 0, [3]), 'r', '0']],
  projectOntoHalfspace: [
    [() => library.projectOntoHalfspace(F, [nan], 1, [3]), 'a[0]', 'NaN'],
    [() => library.projectOntoHalfspace(F, [1], nan, [3]), 'b', 'NaN'],
  ],
  projectOntoHyperplane: [[() => library.projectOntoHyperplane(F, [1], nan, [3]), 'b', 'NaN']],
  projectOntoL1Ball: [[() => library.projectOntoL1Ball(F, 1, [nan]), 'x[0]', 'NaN']],
  projectOntoPolytopeFloat64: [
    [() => library.projectOntoPolytopeFloat64({ normals: [[1]], offsets: [1] }, [nan]), 'x[0]', 'NaN'],
    [() => library.projectOntoPolytopeFloat64({ normals: [[0]], offsets: [1] }, [2]), 'normals[0]', 'zero'],
  ],
  projectOntoSegment: [
    [() => library.projectOntoSegment(F, [0], [1], [nan]), 'x[0]', 'NaN'],
    [() => library.projectOntoSegment(F, [1], [1], [2]), 'b − a', '0'],
  ],
  projectOntoSimplex: [[() => library.projectOntoSimplex(F, -1, [3]), 's', '-1']],
  segment: [[() => library.segment([nan], [1]), 'from[0]', 'NaN']],
  simplex: [
    [() => library.simplex(2, wrong(undefined)), 'sum', 'undefined'],
    [() => library.simplex(1.5, 1), 'dimension', '1.5'],
  ],
  squaredDiameter: [[() => library.squaredDiameter(F, wrong(null)), 'set', 'null']],
  squaredFarthest: [[() => library.squaredFarthest(F, unit, [nan, 1]), 'x[0]', 'NaN']],
  support: [[() => library.support(F, unit, [nan, 1]), 'w[0]', 'NaN']],
  vertices: [[() => library.vertices(wrong({ kind: 1 })), 'set', '1']],
};

const descents: Rows = {
  absoluteLoss: [[() => library.absoluteLoss([1], nan), 'target', 'NaN']],
  averageRegret: [[() => library.averageRegret(F, [nan], [1]), 'losses[0]', 'NaN']],
  constantRate: [[() => library.constantRate(wrong(undefined)), 'rate', 'undefined']],
  decayingRate: [[() => library.decayingRate(wrong('1')), 'alpha', "'1'"]],
  descend: [
    [() => library.descend(F, { ...problem, rate: constant(0) }), 'rate(1)', '0'],
    [() => library.descend(F, { ...problem, rate: constant(-1) }), 'rate(1)', '-1'],
    [() => library.descend(F, { ...problem, rate: constant(nan) }), 'rate(1)', 'NaN'],
    [() => library.descend(F, { ...problem, start: [nan] }), 'start[0]', 'NaN'],
    [() => library.descend(F, { ...problem, gradient: constant([nan]) }), 'gradient(1, θ)[0]', 'NaN'],
    [() => library.descend(F, { ...problem, loss: constant(nan) }), 'loss[0]', 'NaN'],
    [() => library.descend(F, { ...problem, project: wrong(unit) }), 'project', 'an object'],
    [() => library.descend(Q, wrong(problem)), 'start[0]', '0'],
  ],
  gradientRegretBound: [[() => library.gradientRegretBound(F, 1, [1], [0]), 'rates[0]', '0']],
  hingeLoss: [[() => library.hingeLoss(wrong([undefined])), 'feature[0]', 'undefined']],
  horizonRate: [[() => library.horizonRate(1, 1, 0), 'horizon', '0']],
  linearLoss: [[() => library.linearLoss(wrong(1)), 'slope', '1']],
  logisticLoss: [[() => library.logisticLoss([nan]), 'feature[0]', 'NaN']],
  lossForm: [[() => library.lossForm(wrong({ kind: 'q' })), 'loss', "'q'"]],
  lossValue: [
    [() => library.lossValue(F, loss, [nan, 1]), 'theta[0]', 'NaN'],
    [() => library.lossValue(F, wrong({ kind: 'q' }), [1]), 'loss', "'q'"],
    [() => library.lossValue(F, library.logisticLoss([1e200]), [-1e200]), 'value of the logistic loss', 'Infinity'],
    [() => library.lossValue(F, library.quadraticLoss(1, [0]), [1e200]), 'value of the quadratic loss', 'Infinity'],
  ],
  maxAffineLoss: [[() => library.maxAffineLoss([[1]], wrong(undefined)), 'offsets', 'undefined']],
  quadraticLoss: [[() => library.quadraticLoss(-1, [0]), 'curvature', '-1']],
  rate: [
    [() => library.rate(F, wrong({ kind: 'x' }), 1), 'schedule', "'x'"],
    [() => library.rate(F, library.constantRate(1), 0), 't', '0'],
  ],
  rateSequence: [[() => library.rateSequence(wrong(3)), 'rates', '3']],
  regretBound: [
    [() => library.regretBound(F, { ...bounds, rates: [0] }), 'rates[0]', '0'],
    [() => library.regretBound(F, { ...bounds, rates: [-1] }), 'rates[0]', '-1'],
    [() => library.regretBound(F, { ...bounds, squaredDistance: -1 }), 'squaredDistance', '-1'],
  ],
  step: [[() => library.step<number, readonly number[]>(F, identity, [0], nan, [1]), 'eta', 'NaN']],
  subgradient: [
    [() => library.subgradient(F, loss, [1]), 'theta', '1'],
    [() => library.subgradient(F, library.hingeLoss([1, 1]), [nan, 1]), 'theta[0]', 'NaN'],
    [() => library.subgradient(F, library.quadraticLoss(1e200, [0]), [1e200]), 'subgradient of the', '[Infinity]'],
  ],
};

const rest: Rows = {
  accuracy: [[() => library.accuracy(F, [1], []), 'actual', 'empty']],
  bleu: [[() => library.bleu(F, [], 1), 'corpus', 'empty']],
  countsOf: [[() => library.countsOf([1, 2], [1], 1), 'predicted', '2']],
  f1: [[() => library.f1(F, { truePositives: nan, falsePositives: 1, falseNegatives: 1 }), 'truePositives', 'NaN']],
  categorical: [[() => library.categorical([nan], draws), 'weights[0]', 'NaN']],
  drawAction: [[() => library.drawAction([nan], draws), 'probabilities[0]', 'NaN']],
  naturalLogarithm: [[() => library.naturalLogarithm(-1), 'x', '-1']],
  standardGumbel: [[() => library.standardGumbel({ ...draws, uniform: constant(nan) }), 'x', 'NaN']],
  standardNormal: [[() => library.standardNormal({ ...draws, uniform: constant(nan) }), 'stream', '1000']],
  standardNormalPair: [[() => library.standardNormalPair({ ...draws, uniform: constant(nan) }), 'stream', '1000']],
  stream: [[() => library.stream(nan), 'seed', 'NaN']],
  Unavailable: takesAnything('an error, with any message'),
  Undecided: takesAnything('an error, with any message'),
  Enclosure: takesAnything('what the filter makes; users read its ends'),
  Rational: takesAnything('its constructor trusts its arguments, as it says; `rational` checks'),
  dual: takesAnything('a reading over any other'),
  surd: takesAnything('no argument'),
  atMost: takesAnything('a comparison of any two'),
  below: takesAnything('a comparison of any two'),
  equal: takesAnything('a comparison of any two'),
  showExact: takesAnything('shows what it is given'),
  fromDouble: [[() => library.fromDouble(nan), 'x', 'NaN']],
  toRational: [
    [() => library.toRational(nan), 'x', 'NaN'],
    [() => library.toRational(wrong('3')), 'x', "'3'"],
  ],
  toDouble: [[() => library.toDouble(wrong('3')), 'x', "'3'"]],
  interval: [[() => library.interval(1), 'digits', '1']],
  normalDensity: [[() => library.normalDensity(F, nan), 'x', 'NaN']],
  normalDistribution: [[() => library.normalDistribution(F, nan), 'x', 'NaN']],
  ratio: [[() => library.ratio(1.5, 1), 'p', '1.5']],
  rational: [
    [() => library.rational(1n, 0n), '1', '0'],
    [() => library.rational(wrong(1), 2n), 'p', '1'],
  ],
  series: [
    [() => library.series(F, 0), 'terms', '0'],
    [() => library.series(F, nan), 'terms', 'NaN'],
    [() => library.series(F, 1.5), 'terms', '1.5'],
  ],
};

export const rootRows: Rows = { ...sets, ...descents, ...rest };
