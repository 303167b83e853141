import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, type Comparison } from '../../../src/scalar/relation.ts';
import { expectedScalar } from '../../../src/zeroth-order/estimator.ts';
import { smoothedObjective } from '../../../src/zeroth-order/smoothed-objective.ts';
import { restricted } from '../../instances/restricted.ts';
import { boundedCases } from '../../instances/zeroth-order/bounded-case.ts';
import { folded, stretched } from '../../instances/zeroth-order/directions.ts';
import { type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { identityMoment } from './hypotheses.ts';
import { lipschitz, squaredLipschitz } from './lipschitz-constants.ts';
import { readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11] }],
  section: SECTIONS.beyond,
  expects: 'holds',
  reference,
} as const;

const centered = boundedCases({
  kinds: [
    [2, 'rademacher'],
    [2, 'skewed'],
    [1, 'three-point'],
    [1, 'normal'],
  ],
  degree: 1,
  dimension: 2,
});

/** Lipschitz functions in directions that need not have mean 0. */
const lipschitzCases: Instances<ZerothOrderCase> = {
  ...centered,
  generate: (draw: Draw) => {
    const instance = centered.generate(draw);
    return instance.directions.kind !== 'normal' && draw.chance(0.4)
      ? { ...instance, directions: folded(instance.directions) }
      : instance;
  },
};

const squares = restricted(
  zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 2, dimension: 1 }),
  ({ objective }) => objective.kind === 'polynomial',
  'has a polynomial for f',
);

/** Directions that are twice too long and all point the same way. */
const foldedTooLong: Instances<ZerothOrderCase> = {
  ...squares,
  generate: (draw) => {
    const instance = squares.generate(draw);
    return { ...instance, directions: stretched(folded(instance.directions), 2) };
  },
};

const cover = {
  'no polynomial': { atLeast: 0.15, when: ({ objective }: ZerothOrderCase) => objective.kind !== 'polynomial' },
  'directions of any mean': {
    atLeast: 0.15,
    when: ({ directions }: ZerothOrderCase) => directions.kind === 'finite',
  },
} as const;

/** (E f(x + εu) − f(x))² ≤ share · ε² L₀² d. */
function smoothedIsNear<S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  share: number,
): Comparison<S> {
  const { mul, of, square, sub } = F;
  const { f, x, atoms, smoothing } = readCase(F, instance, use);
  const distance = sub(smoothedObjective(F, f, x, atoms, smoothing), f(F, x));
  const bound = mul(mul(of(share * x.length), square(smoothing)), squaredLipschitz(F, instance.objective, x));
  return atMost(square(distance), bound, 'squared distance');
}

export const smoothingOfLipschitz = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.smoothing-lipschitz',
  states: String.raw`\left|\mathbb E f(x+\varepsilon u)-f(x)\right|\le\varepsilon L_0\sqrt d`,
  says: 'Smoothing changes an L₀-Lipschitz function by at most ε L₀ √d, whatever the mean of the directions.',
  instances: lipschitzCases,
  hypotheses: [
    identityMoment({ kind: 'search', breaking: foldedTooLong }),
    lipschitz({ kind: 'search', breaking: squares }),
  ],
  subject: 'directions',
  claim: (F, instance, use) => smoothedIsNear(F, instance, use, 1),
  cover,
  teeth: {
    ...zerothOrderMistakes('doubled-covariance'),
    'nine-tenths': {
      says: 'The squared bound is nine tenths of what it is.',
      claim: (F, instance, use) => smoothedIsNear(F, instance, use, 9 / 10),
    },
  },
});

/** E ‖ĝ‖² ≤ share · L₀² E ‖u‖⁴. */
function momentIsBounded<S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  share: number,
): Comparison<S> {
  const { mul, of, square, squaredNorm } = F;
  const { f, x, atoms, smoothing } = readCase(F, instance, use, 4);
  const moment = expectedScalar(F, atoms, (u) => squaredNorm(use.forward(F, f, x, u, smoothing)));
  const fourth = expectedScalar(F, atoms, (u) => square(squaredNorm(u)));
  return atMost(moment, mul(mul(of(share), squaredLipschitz(F, instance.objective, x)), fourth), 'second moment');
}

export const secondMomentOfLipschitz = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.second-moment-lipschitz',
  states: String.raw`\mathbb E\left\|\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right\|^2\le L_0^2\,\mathbb E\|u\|^4`,
  says: 'The second moment of the forward difference of an L₀-Lipschitz function is at most L₀² E‖u‖⁴, for every ε and all directions: d² L₀² for directions of length √d, d(d + 2) L₀² for normal ones.',
  instances: lipschitzCases,
  hypotheses: [lipschitz({ kind: 'search', breaking: squares })],
  subject: 'directions and estimate',
  claim: (F, instance, use) => momentIsBounded(F, instance, use, 1),
  cover,
  teeth: {
    ...zerothOrderMistakes('baseline-of-direction'),
    'nine-tenths': {
      says: 'The bound is nine tenths of what it is.',
      claim: (F, instance, use) => momentIsBounded(F, instance, use, 9 / 10),
    },
  },
});

/** How zeroth-order estimates of functions that are Lipschitz are bounded. */
export const zerothOrderLipschitzLaws: readonly AnyLaw[] = [smoothingOfLipschitz, secondMomentOfLipschitz];
