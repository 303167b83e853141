import { sgdLaws } from '../../properties/9902-sgd/index.ts';
import { computed } from '../theorem/computation.ts';
import type { IdentityTheorem, Theorem } from '../theorem/theorem.ts';
import { abelCloseTheorem, abelSummationTheorem } from './abel.ts';
import { abelAllTheorem, abelBoundTheorem, abelCloseAllTheorem } from './abel-all.ts';
import { adagradTheorem } from './adagrad.ts';
import { affineSubspaceTheorem } from './affine-subspace.ts';
import { anySubgradientTheorem } from './any-subgradient.ts';
import { averagedIterateTheorem, bestStepTheorem } from './averages.ts';
import { ballTheorem } from './ball.ts';
import { bestIterateTheorem } from './best-iterate.ts';
import { decreaseTheorem, rateTheorem, rhsLimitTheorem, sqrtTwoTheorem, untunedTheorem } from './bounds-compared.ts';
import { boxTheorem } from './box.ts';
import { constantRateEqualityTheorem, constantRateGapTheorem } from './constant-rate.ts';
import { convexityTheorem, jensenTheorem, noMinimizerTheorem, sumOfSquaresTheorem } from './convexity.ts';
import { stronglyConvexEqualityTheorem, stronglyConvexTheorem } from './curvature.ts';
import { decayTheorem, hazanTheorem, zinkevichSharperTheorem, zinkevichTheorem } from './decay.ts';
import { distanceGradientTheorem } from './distance-gradient.ts';
import { dykstraGapTheorem, dykstraNormalsTheorem, dykstraPotentialTheorem } from './dykstra.ts';
import { scalingTheorem, translationTheorem } from './equivariance.ts';
import { bestConstantRateTheorem, horizonRateTheorem } from './examples.ts';
import { firmTheorem } from './firm.ts';
import { fixedRateFloorTheorem } from './fixed-rate-floor.ts';
import { gapReadingTheorem } from './gap-reading.ts';
import {
  affineTheorem,
  coneTheorem,
  converseTheorem,
  dykstraCertificateTheorem,
  productTheorem,
  shiftTheorem,
} from './geometry.ts';
import { gradientBoundTheorem } from './gradient-bound.ts';
import { halfspaceTheorem, hyperplaneTheorem } from './halfspace.ts';
import { harmonicTheorem } from './harmonic.ts';
import { jungTheorem } from './jung.ts';
import { l1BallTheorem } from './l1-ball.ts';
import { llnTheorem } from './lln.ts';
import { tangentTheorem } from './losses.ts';
import { minimaxAxesTheorem, minimaxPlaneTheorem } from './minimax.ts';
import { minimaxAttainedTheorem } from './minimax-attained.ts';
import { minimaxLineTheorem } from './minimax-line.ts';
import { moreauTheorem } from './moreau.ts';
import { noArgminTheorem } from './no-argmin.ts';
import { nonexpansiveTheorem } from './nonexpansive.ts';
import { nearestOnSegmentTheorem, obtuseAngleTheorem } from './obtuse-angle.ts';
import { oneStepTheorem, projectedStepTheorem, solvedStepTheorem } from './one-step.ts';
import { pythagorasTheorem } from './pythagoras.ts';
import { rayTheorem } from './ray.ts';
import { posthocTheorem, regretBoundTheorem } from './regret.ts';
import { rootSumBelowTheorem, rootSumTheorem } from './root-sum.ts';
import { bestAlphaTheorem, constantIsBestTheorem } from './schedules.ts';
import { pythagoreanExpansionTheorem, segmentGapTheorem, segmentRegroupingTheorem } from './segment.ts';
import { segmentTheorem } from './segment-set.ts';
import { simplexTheorem } from './simplex.ts';
import { distanceExpansionTheorem, solvedInnerProductTheorem } from './step.ts';
import { strictDiameterTheorem } from './strict-diameter.ts';
import { anyRatesTheorem, constantRateTheorem, weightedTheorem } from './stronger.ts';
import { sumTheorem } from './sum.ts';
import { tightLineTheorem } from './tight-line.ts';
import { tightOrthogonalTheorem } from './tight-runs.ts';
import { trivialBoundTheorem } from './trivial-bound.ts';
import { unboundedRegretTheorem } from './unbounded-regret.ts';
import { membersStayTheorem, uniquenessTheorem, variationalTheorem } from './uniqueness.ts';

/** The theorems that are identities of texts. */
export const identityTheorems: readonly IdentityTheorem[] = [
  constantRateGapTheorem,
  constantRateEqualityTheorem,
  distanceExpansionTheorem,
  solvedInnerProductTheorem,
  abelSummationTheorem,
  abelCloseTheorem,
  segmentRegroupingTheorem,
  segmentGapTheorem,
  pythagoreanExpansionTheorem,
];

/** Laws that list their instances, but are proved for more, need logarithms, or take seconds. */
const OTHERWISE: readonly string[] = [
  'sgd.no-argmin',
  'sgd.sum-sqrt',
  'sgd.sum-sqrt-bounds',
  'sgd.jung-simplex',
  'sgd.harmonic-log',
  'sgd.decay-sharp',
];
/** What a law says beyond the instances that it lists. */
const BEYOND: Readonly<Record<string, string>> = {
  'sgd.fixed-rate-floor': 'Longer runs.',
  'sgd.unbounded-regret': 'Longer runs.',
};
const listed = sgdLaws.filter(({ instances, id }) => instances.all !== undefined && !OTHERWISE.includes(id));

/** The other theorems, in the order of the article. */
export const sgdTheorems: readonly Theorem[] = [
  llnTheorem(),
  noMinimizerTheorem,
  gapReadingTheorem(),
  noArgminTheorem(),
  fixedRateFloorTheorem(),
  unboundedRegretTheorem(),
  tangentTheorem(),
  gradientBoundTheorem(),
  bestConstantRateTheorem(),
  rootSumTheorem(),
  rootSumBelowTheorem(),
  horizonRateTheorem(),
  zinkevichTheorem(),
  decayTheorem(),
  hazanTheorem(),
  zinkevichSharperTheorem(),
  rhsLimitTheorem(),
  sqrtTwoTheorem(),
  untunedTheorem(),
  decreaseTheorem(),
  rateTheorem(),
  constantIsBestTheorem(),
  bestAlphaTheorem(),
  jensenTheorem,
  convexityTheorem,
  solvedStepTheorem(),
  oneStepTheorem(),
  sumTheorem(),
  abelAllTheorem(),
  abelBoundTheorem(),
  abelCloseAllTheorem(),
  regretBoundTheorem(),
  anySubgradientTheorem(),
  posthocTheorem(),
  averagedIterateTheorem(),
  bestStepTheorem(),
  weightedTheorem(),
  constantRateTheorem(),
  anyRatesTheorem(),
  trivialBoundTheorem,
  stronglyConvexTheorem(),
  stronglyConvexEqualityTheorem(),
  adagradTheorem(),
  nearestOnSegmentTheorem,
  obtuseAngleTheorem,
  rayTheorem,
  pythagorasTheorem,
  nonexpansiveTheorem,
  projectedStepTheorem(),
  uniquenessTheorem,
  variationalTheorem,
  membersStayTheorem,
  firmTheorem,
  distanceGradientTheorem,
  translationTheorem,
  scalingTheorem,
  shiftTheorem,
  productTheorem(),
  affineTheorem,
  coneTheorem,
  moreauTheorem(),
  converseTheorem,
  dykstraNormalsTheorem(),
  dykstraPotentialTheorem(),
  dykstraGapTheorem(),
  dykstraCertificateTheorem,
  harmonicTheorem(),
  sumOfSquaresTheorem,
  ballTheorem(),
  halfspaceTheorem(),
  hyperplaneTheorem(),
  affineSubspaceTheorem(),
  segmentTheorem(),
  boxTheorem(),
  simplexTheorem(),
  l1BallTheorem(),
  strictDiameterTheorem(),
  tightOrthogonalTheorem(),
  tightLineTheorem(),
  minimaxAttainedTheorem(),
  minimaxLineTheorem(),
  jungTheorem(),
  minimaxAxesTheorem(),
  minimaxPlaneTheorem(),
  bestIterateTheorem(),
  ...listed.map((law) => computed(law, BEYOND[law.id])),
];
