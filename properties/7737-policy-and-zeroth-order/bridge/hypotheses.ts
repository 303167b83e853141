import { linearLogits } from '../../../src/bridge/hard-objective.ts';
import { isTrue } from '../../../src/law/decide.ts';
import type { Hypothesis, Necessity } from '../../../src/law/law.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { equal, equalVectors } from '../../../src/scalar/relation.ts';
import { atoms, type Directions, directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { type BridgeCase, readBridge } from '../../instances/bridge/bridge-case.ts';

interface Directed {
  readonly directions: Directions;
}

const KNOWN_ISOTROPIC = new Set<Directions['kind']>(['rademacher', 'skewed', 'three-point']);

export const centeredDirections = <I extends Directed>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'centered-directions',
  says: 'The direction has mean 0: E u = 0.',
  holds: ({ directions }) =>
    KNOWN_ISOTROPIC.has(directions.kind) ||
    isTrue((F) =>
      expectedVector(F, atoms(F, directions), (u) => u).map((mean, i) => equal(mean, F.zero, `coordinate ${i + 1}`)),
    ),
  necessity,
});

export const identityCovariance = <I extends Directed>(necessity: Necessity<I>): Hypothesis<I> => ({
  name: 'identity-covariance',
  says: 'E[u uᵀ] is the identity.',
  holds: ({ directions }) =>
    KNOWN_ISOTROPIC.has(directions.kind) ||
    isTrue((F) =>
      Array.from({ length: directionsDimension(directions) }, (_, i) =>
        equalVectors(
          expectedVector(F, atoms(F, directions), (u) => F.scale(u[i]!, u)),
          Array.from({ length: directionsDimension(directions) }, (_, j) => (i === j ? F.one : F.zero)),
        ),
      ),
    ),
  necessity,
});

/** Whether some direction leads to a tie for the largest logit. */
export function leadsToTie(instance: BridgeCase): boolean {
  const F = rationalReading;
  const { theta, smoothing, directions } = readBridge(F, instance);
  return directions.some(({ direction }) =>
    instance.examples.some((example) => {
      const logits = linearLogits(F, example, F.axpy(smoothing, direction, theta));
      const top = logits.reduce(F.max);
      return logits.filter((z) => F.compare(z, top) === 0).length > 1;
    }),
  );
}

export const tiesSettled = (necessity: Necessity<BridgeCase>): Hypothesis<BridgeCase> => ({
  name: 'ties-settled',
  says: 'Ties go to one class by a rule, here the lowest index, or have probability 0.',
  holds: (instance) => instance.ties === 'lowest' || !leadsToTie(instance),
  necessity,
});
