import type { AnyLaw } from '../../src/law/law.ts';
import { assumptionLaws } from './assumptions.ts';
import { boundsComparedLaws } from './bounds-compared.ts';
import { centerLaws } from './center-start.ts';
import { derivationLaws } from './derivation.ts';
import { exampleLaws } from './examples.ts';
import { exampleWitnessLaws } from './examples-witnesses.ts';
import { regretBoundLaw } from './first-look.ts';
import { gapReadingLaws } from './gap-reading.ts';
import { gradientBoundLaws } from './gradient-bounds.ts';
import { limitLaws } from './limits.ts';
import { lineRatioLaws } from './line-ratios.ts';
import { lossLaws } from './loss-float64.ts';
import { minimaxLaws } from './minimax.ts';
import { projectionLaws } from './projection.ts';
import { projectionBeyondLaws } from './projection-beyond.ts';
import { projectionCommentLaws } from './projection-comments.ts';
import { projectionConeLaws } from './projection-cones.ts';
import { projectionEquivarianceLaws } from './projection-equivariance.ts';
import { projectionIntersectionLaws } from './projection-intersection.ts';
import { publishedLaws } from './published.ts';
import { rateLaws } from './rates.ts';
import { rootSumLaws } from './root-sum.ts';
import { SECTIONS } from './sections.ts';
import { setupLaws } from './setup.ts';
import { strictnessLaws } from './strictness.ts';
import { strongerLaws } from './stronger.ts';
import { adagradLaws } from './stronger-adagrad.ts';
import { adaptiveLaws } from './stronger-adaptive.ts';
import { averageLaws } from './stronger-average.ts';
import { curvatureLaws } from './stronger-curvature.ts';
import { subgradientLaws } from './stronger-subgradient.ts';
import { tightnessLaws } from './tightness.ts';

const all: readonly AnyLaw[] = [
  ...setupLaws,
  ...gapReadingLaws,
  regretBoundLaw,
  ...limitLaws,
  ...rateLaws,
  ...rootSumLaws,
  ...exampleLaws,
  ...exampleWitnessLaws,
  ...boundsComparedLaws,
  ...lossLaws,
  ...gradientBoundLaws,
  ...derivationLaws,
  ...projectionLaws,
  ...projectionBeyondLaws,
  ...projectionCommentLaws,
  ...projectionConeLaws,
  ...projectionEquivarianceLaws,
  ...projectionIntersectionLaws,
  ...assumptionLaws,
  ...strongerLaws,
  ...adaptiveLaws,
  ...averageLaws,
  ...subgradientLaws,
  ...curvatureLaws,
  ...adagradLaws,
  ...strictnessLaws,
  ...tightnessLaws,
  ...lineRatioLaws,
  ...centerLaws,
  ...minimaxLaws,
  ...publishedLaws,
];

/** The laws of article 9902, section by section. */
export const sgdLaws: readonly AnyLaw[] = Object.values(SECTIONS).flatMap((section) =>
  all.filter((law) => law.section === section),
);
