import type { AnyLaw } from '../../src/law/law.ts';
import { angleLaws } from './bridge/angles.ts';
import { boundaryLaws } from './bridge/boundary.ts';
import { edgeSlopeLaws } from './bridge/edge-slope.ts';
import { edgeLaws } from './bridge/edges.ts';
import { finaleLaws } from './bridge/finale.ts';
import { gumbelLaws } from './bridge/gumbel.ts';
import { gumbelRaceLaws } from './bridge/gumbel-race.ts';
import { gumbelSampledLaws } from './bridge/gumbel-sampled.ts';
import { gumbelScoreLaws } from './bridge/gumbel-score.ts';
import { gumbelTwoClassesLaws } from './bridge/gumbel-two-classes.ts';
import { indicatorLaws } from './bridge/indicator.ts';
import { laplacianLaws } from './bridge/laplacian.ts';
import { locallyConstantLaws } from './bridge/locally-constant.ts';
import { logisticNormalLaws } from './bridge/logistic-normal.ts';
import { orderLaws } from './bridge/orders.ts';
import { parallelLaws } from './bridge/parallel.ts';
import { partitionLaws } from './bridge/partition.ts';
import { probitLaws } from './bridge/probit.ts';
import { taylorLaws } from './bridge/taylor.ts';
import { temperatureLaws } from './bridge/temperature.ts';
import { twoValuedWitnessLaws } from './bridge/two-valued-witness.ts';
import { worstAngleLaws } from './bridge/worst-angle.ts';
import { commentLaws } from './comments/comments.ts';
import { interchangeLaws } from './comments/interchange.ts';
import { stopGradientLaws } from './comments/stop-gradient.ts';
import { surrogateLaws } from './comments/surrogate.ts';
import { unbiasedSurrogateLaws } from './comments/surrogate-unbiased.ts';
import { zerothOrderCommentLaws } from './comments/zeroth-order.ts';
import { ascentLaws } from './policy/ascent.ts';
import { baselineLaws } from './policy/baseline.ts';
import { datasetVarianceLaws } from './policy/dataset-variance.ts';
import { estimationExampleLaws } from './policy/estimation-example.ts';
import { policyEstimatorLaws } from './policy/estimator-sampling.ts';
import { estimatorVarianceLaws } from './policy/estimator-variance.ts';
import { leaveOneOutLaws } from './policy/leave-one-out.ts';
import { meanBaselineLaws } from './policy/mean-baseline.ts';
import { metricLaws } from './policy/metrics.ts';
import { modelClassLaws } from './policy/model-class.ts';
import { optimalBaselineLaws } from './policy/optimal-baseline.ts';
import { policyFactLaws } from './policy/policy-facts.ts';
import { policyGradientLaws } from './policy/policy-gradient.ts';
import { problemLaws } from './policy/problem.ts';
import { rearrangementLaws } from './policy/rearrangement.ts';
import { reinforcementLaws } from './policy/reinforcement.ts';
import { rewardShiftLaws } from './policy/reward-shift.ts';
import { sameOrderLaws } from './policy/same-order.ts';
import { samplerLaws } from './policy/sampling.ts';
import { softmaxLaws } from './policy/softmax.ts';
import { translationLaws } from './policy/translation.ts';
import { SECTIONS } from './sections.ts';
import { alternatingLaws } from './zeroth-order/alternating.ts';
import { zerothOrderAverageLaws } from './zeroth-order/averages.ts';
import { zerothOrderBaselineLaws } from './zeroth-order/baseline.ts';
import { zerothOrderBestBaselineLaws } from './zeroth-order/best-baseline.ts';
import { zerothOrderBiasLaws } from './zeroth-order/bias.ts';
import { zerothOrderBlockLaws } from './zeroth-order/block.ts';
import { zerothOrderBoundLaws } from './zeroth-order/bounds.ts';
import { centralDifferenceLaws } from './zeroth-order/central-difference.ts';
import { zerothOrderDimensionLaws } from './zeroth-order/dimension.ts';
import { directionSamplingLaws } from './zeroth-order/direction-sampling.ts';
import { zerothOrderLaws } from './zeroth-order/gradient.ts';
import { zerothOrderHarmonicLaws } from './zeroth-order/harmonic.ts';
import { zerothOrderLineLaws } from './zeroth-order/line.ts';
import { zerothOrderLipschitzLaws } from './zeroth-order/lipschitz.ts';
import { zerothOrderRoughnessLaws } from './zeroth-order/roughness.ts';
import { zerothOrderSampledLaws } from './zeroth-order/sampled.ts';
import { simultaneousPerturbationLaws } from './zeroth-order/simultaneous-perturbation.ts';
import { smoothingLaws } from './zeroth-order/smoothing.ts';
import { zerothOrderValueBaselineLaws } from './zeroth-order/value-baseline.ts';
import { zerothOrderVarianceLaws } from './zeroth-order/variance.ts';

const all: readonly AnyLaw[] = [
  ...problemLaws,
  ...softmaxLaws,
  ...metricLaws,
  ...translationLaws,
  ...rearrangementLaws,
  ...sameOrderLaws,
  ...modelClassLaws,
  ...ascentLaws,
  ...policyGradientLaws,
  ...policyFactLaws,
  ...samplerLaws,
  ...estimationExampleLaws,
  ...rewardShiftLaws,
  ...reinforcementLaws,
  ...baselineLaws,
  ...optimalBaselineLaws,
  ...meanBaselineLaws,
  ...leaveOneOutLaws,
  ...estimatorVarianceLaws,
  ...datasetVarianceLaws,
  ...zerothOrderLaws,
  ...zerothOrderBiasLaws,
  ...centralDifferenceLaws,
  ...simultaneousPerturbationLaws,
  ...zerothOrderRoughnessLaws,
  ...zerothOrderHarmonicLaws,
  ...zerothOrderBaselineLaws,
  ...zerothOrderBestBaselineLaws,
  ...zerothOrderValueBaselineLaws,
  ...zerothOrderSampledLaws,
  ...zerothOrderCommentLaws,
  ...zerothOrderVarianceLaws,
  ...zerothOrderDimensionLaws,
  ...zerothOrderLineLaws,
  ...zerothOrderAverageLaws,
  ...zerothOrderBoundLaws,
  ...zerothOrderLipschitzLaws,
  ...smoothingLaws,
  ...zerothOrderBlockLaws,
  ...alternatingLaws,
  ...policyEstimatorLaws,
  ...directionSamplingLaws,
  ...surrogateLaws,
  ...unbiasedSurrogateLaws,
  ...commentLaws,
  ...stopGradientLaws,
  ...interchangeLaws,
  ...partitionLaws,
  ...indicatorLaws,
  ...temperatureLaws,
  ...taylorLaws,
  ...finaleLaws,
  ...probitLaws,
  ...parallelLaws,
  ...laplacianLaws,
  ...angleLaws,
  ...twoValuedWitnessLaws,
  ...edgeLaws,
  ...edgeSlopeLaws,
  ...worstAngleLaws,
  ...gumbelLaws,
  ...gumbelRaceLaws,
  ...gumbelSampledLaws,
  ...gumbelScoreLaws,
  ...gumbelTwoClassesLaws,
  ...locallyConstantLaws,
  ...boundaryLaws,
  ...orderLaws,
  ...logisticNormalLaws,
];

/** The laws of article 7737, section by section. */
export const policyLaws: readonly AnyLaw[] = Object.values(SECTIONS).flatMap((section) =>
  all.filter((law) => law.section === section),
);
