import type { AnyLaw } from '../../src/law/law.ts';
import { alternatingLaws } from './alternating.ts';
import { angleLaws } from './angles.ts';
import { ascentLaws } from './ascent.ts';
import { baselineLaws } from './baseline.ts';
import { boundaryLaws } from './boundary.ts';
import { centralDifferenceLaws } from './central-difference.ts';
import { commentLaws } from './comments.ts';
import { datasetVarianceLaws } from './dataset-variance.ts';
import { directionSamplingLaws } from './direction-sampling.ts';
import { edgeLaws } from './edges.ts';
import { estimationExampleLaws } from './estimation-example.ts';
import { policyEstimatorLaws } from './estimator-sampling.ts';
import { estimatorVarianceLaws } from './estimator-variance.ts';
import { finaleLaws } from './finale.ts';
import { gumbelLaws } from './gumbel.ts';
import { indicatorLaws } from './indicator.ts';
import { interchangeLaws } from './interchange.ts';
import { laplacianLaws } from './laplacian.ts';
import { leaveOneOutLaws } from './leave-one-out.ts';
import { locallyConstantLaws } from './locally-constant.ts';
import { meanBaselineLaws } from './mean-baseline.ts';
import { metricLaws } from './metrics.ts';
import { modelClassLaws } from './model-class.ts';
import { optimalBaselineLaws } from './optimal-baseline.ts';
import { orderLaws } from './orders.ts';
import { parallelLaws } from './parallel.ts';
import { partitionLaws } from './partition.ts';
import { policyFactLaws } from './policy-facts.ts';
import { policyGradientLaws } from './policy-gradient.ts';
import { probitLaws } from './probit.ts';
import { problemLaws } from './problem.ts';
import { rearrangementLaws } from './rearrangement.ts';
import { reinforcementLaws } from './reinforcement.ts';
import { rewardShiftLaws } from './reward-shift.ts';
import { sameOrderLaws } from './same-order.ts';
import { samplerLaws } from './sampling.ts';
import { SECTIONS } from './sections.ts';
import { smoothingLaws } from './smoothing.ts';
import { softmaxLaws } from './softmax.ts';
import { stopGradientLaws } from './stop-gradient.ts';
import { surrogateLaws } from './surrogate.ts';
import { unbiasedSurrogateLaws } from './surrogate-unbiased.ts';
import { taylorLaws } from './taylor.ts';
import { temperatureLaws } from './temperature.ts';
import { translationLaws } from './translation.ts';
import { worstAngleLaws } from './worst-angle.ts';
import { zerothOrderLaws } from './zeroth-order.ts';
import { zerothOrderAverageLaws } from './zeroth-order-averages.ts';
import { zerothOrderBaselineLaws } from './zeroth-order-baseline.ts';
import { zerothOrderBestBaselineLaws } from './zeroth-order-best-baseline.ts';
import { zerothOrderBiasLaws } from './zeroth-order-bias.ts';
import { zerothOrderBlockLaws } from './zeroth-order-block.ts';
import { zerothOrderBoundLaws } from './zeroth-order-bounds.ts';
import { zerothOrderCentralLaws } from './zeroth-order-central.ts';
import { zerothOrderCommentLaws } from './zeroth-order-comments.ts';
import { zerothOrderDimensionLaws } from './zeroth-order-dimension.ts';
import { zerothOrderHarmonicLaws } from './zeroth-order-harmonic.ts';
import { zerothOrderLineLaws } from './zeroth-order-line.ts';
import { zerothOrderLipschitzLaws } from './zeroth-order-lipschitz.ts';
import { zerothOrderRoughnessLaws } from './zeroth-order-roughness.ts';
import { zerothOrderSampledLaws } from './zeroth-order-sampled.ts';
import { zerothOrderValueBaselineLaws } from './zeroth-order-value-baseline.ts';
import { zerothOrderVarianceLaws } from './zeroth-order-variance.ts';

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
  ...zerothOrderCentralLaws,
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
  ...centralDifferenceLaws,
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
  ...edgeLaws,
  ...worstAngleLaws,
  ...gumbelLaws,
  ...locallyConstantLaws,
  ...boundaryLaws,
  ...orderLaws,
];

/** The laws of article 7737, section by section. */
export const policyLaws: readonly AnyLaw[] = Object.values(SECTIONS).flatMap((section) =>
  all.filter((law) => law.section === section),
);
