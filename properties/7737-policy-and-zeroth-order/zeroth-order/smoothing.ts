import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import type { Objective } from '../../../src/zeroth-order/estimator.ts';
import { ballAverage, smoothedObjective } from '../../../src/zeroth-order/smoothed-objective.ts';
import { listed } from '../../instances/plain-data.ts';
import { restricted } from '../../instances/restricted.ts';
import { degreeOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import { type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { hessianOf, trace } from './derivatives.ts';
import { expectedForward, type ReadCase, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11] }],
  section: SECTIONS.beyond,
  subject: 'directions and estimate',
  reference,
} as const;

const normalCases = restricted(
  zerothOrderCases({ kinds: [[1, 'normal']], degree: 4, dimension: 2 }),
  ({ directions }) => directions.kind === 'normal',
  'has normal directions',
);

const sphereCases = restricted(
  zerothOrderCases({ kinds: [[1, 'sphere']], degree: 4, dimension: 2 }),
  ({ directions, objective }) => directions.kind === 'sphere' && degreeOf(objective) <= 4,
  'has directions on a sphere, and f of degree at most 4',
);

const cover = {
  'two or more dimensions': { atLeast: 0.3, when: ({ point }: ZerothOrderCase) => point.length > 1 },
  'degree 3 or more': { atLeast: 0.3, when: ({ objective }: ZerothOrderCase) => degreeOf(objective) > 2 },
} as const;

/** A smoothed f, read in any arithmetic over the one of the case. */
type Smoothed = <S>(F: Algebra<S>, read: ReadCase<S>, instance: ZerothOrderCase) => S;

/** The zeroth-order gradient is the gradient of the smoothed f. */
function isGradientOf<S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  smoothed: Smoothed,
): Relation<S> {
  const read = readCase(F, instance, use);
  const D = dual(F);
  const moving = {
    ...readCase(D, instance, reference),
    x: D.variables(read.x),
  };
  const gradient = D.gradient(smoothed(D, moving, instance), read.x.length);
  return equalVectors(expectedForward(F, read, use), gradient, 'coordinate');
}

const mean: Smoothed = (F, { f, x, atoms, smoothing }) => smoothedObjective(F, f, x, atoms, smoothing);
const overBall: Smoothed = (F, { f, x, atoms, smoothing }, { objective }) =>
  ballAverage(F, f, x, atoms, smoothing, degreeOf(objective));

export const gaussianSmoothing = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.gaussian-smoothing',
  states: String.raw`u\sim N(0,I):\quad\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla_x\,\mathbb E f(x+\varepsilon u)`,
  says: 'With normal directions the zeroth-order gradient is exactly the gradient of the smoothed function E f(x + εu), for every ε. (Checked on polynomials.)',
  expects: 'holds',
  instances: normalCases,
  hypotheses: [],
  claim: (F, instance, use) => isGradientOf(F, instance, use, mean),
  cover,
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'doubled-covariance'),
    'gradient-of-ball': {
      says: 'The function is smoothed over a ball, as for directions on a sphere.',
      claim: (F, instance, use) => isGradientOf(F, instance, use, overBall),
    },
  },
});

export const ballSmoothing = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.ball-smoothing',
  states: String.raw`\|u\|=\sqrt d\text{, uniform}:\quad\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla_x\,\mathbb E f(x+\varepsilon v),\qquad v\text{ uniform in the ball }\|v\|\le\sqrt d`,
  says: 'With directions uniform on a sphere the zeroth-order gradient is exactly the gradient of the average of f over the ball inside. (Checked on polynomials.)',
  expects: 'holds',
  instances: sphereCases,
  hypotheses: [],
  claim: (F, instance, use) => isGradientOf(F, instance, use, overBall),
  cover: {
    // So few cases spread widely about their shares.
    'two or more dimensions': { ...cover['two or more dimensions'], atLeast: 0.2 },
    'degree 3 or more': { ...cover['degree 3 or more'], atLeast: 0.2 },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign'),
    'averaged-over-sphere': {
      says: 'The function is averaged over the sphere itself.',
      claim: (F, instance, use) => isGradientOf(F, instance, use, mean),
    },
  },
  atMostRuns: 100, // the rule of the sphere is made of roots, which are dear to calculate with
});

export const everySmoothing = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.smoothing-every-direction',
  states: String.raw`\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla_x\,\mathbb E f(x+\varepsilon u)\quad\text{for every distribution of }u`,
  says: 'The zeroth-order gradient is the gradient of E f(x + εu), whatever the directions. (For x³ and random signs it is 3x² + ε², and that gradient 3x² + 3ε².)',
  expects: 'refuted',
  instead: ['zo.gaussian-smoothing', 'zo.ball-smoothing', 'zo.zero-bias'],
  instances: listed(zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 3, dimension: 1 }), [
    {
      objective: polynomial([1, [3]]),
      point: [0],
      directions: { kind: 'rademacher', dimension: 1 },
      smoothing: 1,
      baseline: 0,
    },
  ]),
  hypotheses: [],
  claim: (F, instance, use) => isGradientOf(F, instance, use, mean),
  cover: {},
  teeth: {},
});

/** Σ_{j≥0} (ε²/2)ʲ Δʲf/j!, for a polynomial; `factor` multiplies ε²/2. */
function heat<S>(F: Algebra<S>, { f, x, smoothing }: ReadCase<S>, degree: number, factor: number): S {
  const { add, div, mul, of, square } = F;
  const time = mul(of(factor / 2), square(smoothing));
  let [total, weight, power]: [S, S, Objective] = [f(F, x), F.one, f];
  for (let j = 1; 2 * j <= degree; j++) {
    power = laplacian(power);
    weight = div(mul(weight, time), of(j));
    total = add(total, mul(weight, power(F, x)));
  }
  return total;
}

const laplacian =
  (f: Objective): Objective =>
  <S>(F: Algebra<S>, x: Vector<S>) =>
    trace(F, hessianOf(F, f, x));

const heatIs = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, factor: number): Relation<S> => {
  const read = readCase(F, instance, use);
  return equal(mean(F, read, instance), heat(F, read, degreeOf(instance.objective), factor), 'smoothed value');
};

export const heatEquation = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.heat',
  states: String.raw`u\sim N(0,I):\quad\mathbb E f(x+\varepsilon u)=e^{\varepsilon^2\Delta/2}f(x)=\sum_{j\ge0}\frac{\varepsilon^{2j}}{2^jj!}\,\Delta^jf(x)`,
  says: 'Smoothing by normal directions is running the heat equation for the time ε²/2. (Checked on polynomials, whose sums end.)',
  expects: 'holds',
  instances: normalCases,
  hypotheses: [],
  subject: 'directions',
  claim: (F, instance, use) => heatIs(F, instance, use, 1),
  cover: {
    ...cover,
    'degree 4': { atLeast: 0.05, when: ({ objective }) => degreeOf(objective) > 3 },
  },
  teeth: {
    ...zerothOrderMistakes('doubled-covariance'),
    'twice-the-time': {
      says: 'The heat equation runs for the time ε².',
      claim: (F, instance, use) => heatIs(F, instance, use, 2),
    },
  },
});

/** What zeroth-order gradients are the exact gradients of. */
export const smoothingLaws: readonly AnyLaw[] = [gaussianSmoothing, heatEquation, ballSmoothing, everySmoothing];
