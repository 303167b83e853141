import type { Instances } from '../../../src/law/instances.ts';
import { drawModel, type ModelClass, modelClasses, rearrangements } from '../../instances/policy/model-class.ts';
import { type RankedCase, rankedCases } from '../../instances/policy/ranked-case.ts';

/** Two or three models, whatever they are. */
export const fewModels: Instances<ModelClass> = {
  ...modelClasses,
  generate: (draw) => {
    const classes = draw.integer(2, 3);
    return {
      models: draw.list(draw.integer(2, 3), () => drawModel(draw, classes)),
      rewards: draw.list(classes, () => draw.integer(-2, 2)),
    };
  },
};

/** All rearrangements of a model whose most probable classes are tied. */
export const tiedModels: Instances<ModelClass> = {
  ...modelClasses,
  generate: (draw) => {
    const classes = draw.integer(2, 3);
    const weights = [1, 1, 0].slice(0, classes);
    return { models: rearrangements(weights), rewards: draw.list(classes, () => draw.integer(-2, 2)) };
  },
};

const small = rankedCases({ most: 3, degenerate: false });

/** Classes of probability 0. */
export const impossibleClasses: Instances<RankedCase> = {
  ...small,
  generate: (draw) => {
    const classes = draw.integer(2, 3);
    const certain = draw.integer(0, classes - 1);
    return {
      weights: Array.from({ length: classes }, (_, y) => Number(y === certain)),
      rewards: Array.from({ length: classes }, (_, y) => (y === certain ? 3 : draw.integer(-2, 2))),
    };
  },
};

/** All rewards are equal. */
export const equalRewards: Instances<RankedCase> = {
  ...small,
  generate: (draw) => {
    const reward = draw.integer(-2, 2);
    const classes = draw.integer(2, 3);
    return { weights: draw.list(classes, () => draw.integer(1, 3)), rewards: draw.list(classes, () => reward) };
  },
};
