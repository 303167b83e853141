import type { Tooth } from '../../../../src/law/law.ts';
import type { RandomStream } from '../../../../src/random/index.ts';
import { drawDirection } from '../../../../src/zeroth-order/draw-direction.ts';
import {
  type DirectionDraw,
  forwardIn,
  type LinearEstimator,
  linearForwardIn,
  normals,
  type QuadraticEstimator,
  signs,
} from '../direction-draws.ts';

type Mistakes<U> = Readonly<Record<string, Tooth<never, U>>>;

/** A direction drawn otherwise with some probability. */
const sometimes =
  (probability: number, draw: DirectionDraw, change: (u: readonly number[]) => readonly number[]): DirectionDraw =>
  (dimension, stream: RandomStream) => {
    const u = draw(dimension, stream);
    return stream.uniform() < probability ? change(u) : u;
  };

const sameSigns = (u: readonly number[]): readonly number[] => u.map(() => u[0]!);

export const quadraticEstimatorMistakes: Mistakes<QuadraticEstimator> = {
  'three-percent-too-long': {
    says: 'The estimate is multiplied by 1.03.',
    use: forwardIn(signs, 1.03),
  },
  'three-percent-dependent': {
    says: 'In six draws of a hundred the second sign is the first one, so that three in a hundred are wrong.',
    use: forwardIn(sometimes(0.06, signs, sameSigns)),
  },
  'uniform-directions': {
    says: 'The coordinates are uniform in [−1, 1], with a variance of 1/3.',
    use: forwardIn((dimension, stream) => Array.from({ length: dimension }, () => 2 * stream.uniform() - 1)),
  },
  'wrong-sign': {
    says: 'The estimate points downhill.',
    use: forwardIn(signs, -1),
  },
};

export const linearEstimatorMistakes: Mistakes<LinearEstimator> = {
  'three-percent-wide': {
    says: 'The standard deviation of the directions is 1.03.',
    use: linearForwardIn((dimension, stream) => normals(dimension, stream).map((u) => 1.03 * u)),
  },
  'unit-length': {
    says: 'The directions have length 1 where it should be √d on average.',
    use: linearForwardIn((dimension, stream) => {
      const u = drawDirection('sphere', dimension, stream);
      return u.map((x) => x / Math.sqrt(dimension));
    }),
  },
  'same-coordinates': {
    says: 'All coordinates are the first one.',
    use: linearForwardIn((dimension, stream) => sameSigns(normals(dimension, stream))),
  },
  'signs-instead': {
    says: 'Random signs are drawn for normal directions.',
    use: linearForwardIn(signs),
  },
};
