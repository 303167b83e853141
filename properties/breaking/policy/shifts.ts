import type { Instances } from '../../../src/law/instances.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import { rationalReading as Q } from '../../../src/scalar/rational-reading.ts';
import { type ShiftedExample, type ShiftedRewards, shiftedRewards } from '../../instances/policy/shifted-rewards.ts';
import { restricted } from '../../instances/restricted.ts';

/** What is added to the rewards depends on the class. */
export const shiftsOfClasses: Instances<ShiftedRewards> = {
  ...shiftedRewards,
  generate: (draw) => {
    const small = (): readonly number[] => draw.list(2, () => draw.integer(-2, 2));
    const example = { weights: [1, 1], features: [[1], [0]], rewards: small(), shifts: small() };
    return { examples: [example], temperature: 1 };
  },
};

const meanIsFirst = ({ weights, shifts }: ShiftedExample): boolean => {
  const mean = expectedReward(Q, normalize(Q, Q.vector(weights)), Q.vector(shifts));
  return Q.compare(mean, Q.of(shifts[0]!)) === 0;
};

/** The same, with what is added to the first class for its mean: the objective does not see it, only its gradient. */
export const shiftsUnseenByTheObjective = restricted<ShiftedRewards>(
  {
    ...shiftsOfClasses,
    generate: (draw) => {
      const example = {
        weights: [1, 1, 1],
        features: [[0], [draw.integer(-2, 2)], [0]],
        rewards: draw.list(3, () => draw.integer(-2, 2)),
        shifts: [0, 1, -1],
      };
      return { examples: [example], temperature: 1 };
    },
  },
  ({ examples }) => examples.every(meanIsFirst),
  'adds on average what it adds to the first class',
);
