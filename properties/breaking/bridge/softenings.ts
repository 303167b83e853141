import type { Instances } from '../../../src/law/instances.ts';
import { drawSofteningCase, type SofteningCase, softeningCases } from '../../instances/bridge/softening-case.ts';

/** The first two classes have the same logits everywhere. */
export const tiedSoftening: Instances<SofteningCase> = {
  ...softeningCases('any'),
  generate: (draw) => {
    const drawn = drawSofteningCase(draw);
    const [a, , ...weights] = drawn.weights;
    const [b, , ...steps] = drawn.steps;
    return { ...drawn, weights: [a!, a!, ...weights], steps: [b!, b!, ...steps] };
  },
};
