import type { AnyLaw } from '../../src/law/law.ts';
import { metricLaws } from './metrics.ts';
import { policyGradientLaws } from './policy-gradient.ts';
import { samplerLaws } from './sampling.ts';
import { SECTIONS } from './sections.ts';

const all: readonly AnyLaw[] = [...metricLaws, ...policyGradientLaws, ...samplerLaws];

/** The laws of article 7737, section by section. */
export const policyLaws: readonly AnyLaw[] = Object.values(SECTIONS).flatMap((section) =>
  all.filter((law) => law.section === section),
);
