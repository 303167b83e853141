import type { MeanHypothesis } from '../../../src/law/e-process.ts';

/** What lies outside its range is counted as the end of the range; a right estimator stays inside. */
export const inside = (hypotheses: readonly MeanHypothesis[], values: readonly number[]): readonly number[] =>
  values.map((value, i) => {
    const [lower, upper] = hypotheses[i]!.range;
    return Math.min(upper, Math.max(lower, value));
  });
