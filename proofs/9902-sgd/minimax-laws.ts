import type { axisAdversary } from '../../properties/9902-sgd/minimax.ts';
import type { Model } from '../theorem/model.ts';
import type { Part } from '../theorem/theorem.ts';
import { lawTexts } from './law-texts.ts';

const SIDES = [-1, 0, 1] as const;

/** In every combination, coordinate t of the point of step t below, at or above 0. */
const models = (free: number): readonly Model[] =>
  Array.from({ length: free }).reduce<readonly Model[]>(
    (all, _, t) => all.flatMap((model) => SIDES.map((side) => ({ ...model, [`theta_${t + 1}`]: side }))),
    [{ radius: 3 }],
  );

/**
 * The law of one axis a step, for any radius, with G = 2. The first two points are anywhere along the axis that they are
 * met on, the others at the center. A decision says on which side of 0 they are, and so what the step loses.
 */
export const axesLaws = (adversary: typeof axisAdversary): readonly Part[] =>
  lawTexts(
    'sgd.minimax-axes',
    [1, 4].map((T) => ({
      name: `T = ${T}`,
      instance: (free) => ({
        radius: free.number('radius'),
        gradient: 2,
        points: Array.from({ length: T }, (_, t) => {
          const met = t < 2 ? free.number(`theta_${t + 1}`) : 0;
          return Array.from({ length: T }, (_, i) => (i === t ? met : 0));
        }),
      }),
      models: models(Math.min(T, 2)),
    })),
    adversary,
  );
