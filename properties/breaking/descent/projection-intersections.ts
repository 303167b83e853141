import type { Instances } from '../../../src/law/instances.ts';
import { type IntersectionCase, intersectionCases } from '../../instances/descent/intersection-case.ts';

/** c is anywhere. */
export const anyCommonPoint: Instances<IntersectionCase> = {
  ...intersectionCases,
  generate: (draw) => {
    const d = draw.integer(1, 2);
    const lower = draw.list(d, () => draw.integer(-1, 1));
    return {
      sets: [{ kind: 'box', lower, upper: lower.map((lo) => lo + draw.integer(0, 2)) }],
      point: draw.list(d, () => draw.integer(-3, 3)),
      common: draw.list(d, () => draw.integer(-3, 3)),
      sweeps: 1,
    };
  },
};
