import type { Instances } from '../../src/law/instances.ts';
import { type ShiftedRewards, shiftedRewards } from '../instances/shifted-rewards.ts';

/** What is added to the rewards depends on the class. */
export const shiftsOfClasses: Instances<ShiftedRewards> = {
  ...shiftedRewards,
  generate: (draw) => {
    const small = (): readonly number[] => draw.list(2, () => draw.integer(-2, 2));
    const example = { weights: [1, 1], features: [[1], [0]], rewards: small(), shifts: small() };
    return { examples: [example], temperature: 1 };
  },
};
