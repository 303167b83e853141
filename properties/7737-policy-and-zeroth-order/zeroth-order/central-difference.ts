import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { simultaneousPerturbation } from '../../../src/zeroth-order/central-difference.ts';
import { listed } from '../../instances/plain-data.ts';
import { type DirectionCase, polynomialCases } from '../../instances/zeroth-order/direction-case.ts';
import { finite } from '../../instances/zeroth-order/directions.ts';
import { objectiveOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import { type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/zeroth-order.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11], place: 'with the difference taken to both sides' }],
  section: SECTIONS.beyond,
  hypotheses: [],
} as const;

/** The mean of the estimates along u and `sign` · u is the central difference, with the baselines 0, ε and 1. */
function cancels<S>(F: Algebra<S>, instance: DirectionCase, use: ZerothOrderParts, sign: number): Relation<S> {
  const f = objectiveOf(instance.objective);
  const [x, u, epsilon] = [F.vector(instance.point), F.vector(instance.direction), F.of(instance.smoothing)];
  const estimate = (s: number, baseline: S) => use.estimate(F, f, x, F.scale(F.of(s), u), epsilon, baseline);
  const central = use.central(F, f, x, u, epsilon);
  return [F.zero, epsilon, F.one].map((baseline) =>
    equalVectors(F.scale(F.of(1 / 2), F.plus(estimate(1, baseline), estimate(sign, baseline))), central),
  );
}

export const centralNeedsNoBaseline = law<DirectionCase, ZerothOrderParts>({
  ...about,
  id: 'zo.central-baseline',
  states: String.raw`\frac12\left(\frac{f(x+\varepsilon u)-b}\varepsilon\,u+\frac{f(x-\varepsilon u)-b}\varepsilon\,(-u)\right)=\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u\quad\text{for every }b`,
  says: 'The estimates in a direction and in the opposite one have the central difference as their mean, whatever the baseline: it cancels.',
  expects: 'holds',
  instances: polynomialCases,
  subject: 'estimate from one direction',
  reference,
  claim: (F, instance, use) => cancels(F, instance, use, -1),
  cover: { 'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 } },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'baseline-of-direction'),
    'twice-the-same': {
      says: 'Both estimates are taken in the same direction.',
      claim: (F, instance, use) => cancels(F, instance, use, 1),
    },
  },
});

/** ±2 with probability 1/10 each, ±1/2 with 2/5 each: mean 0 and variance 1. */
const twoSizes = finite([[2], ratio(1, 10)], [[-2], ratio(1, 10)], [[1 / 2], ratio(2, 5)], [[-1 / 2], ratio(2, 5)]);

export const dividingIsMultiplying = law<ZerothOrderCase, undefined>({
  ...about,
  id: 'zo.spsa-every-direction',
  states: String.raw`\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\cdot\frac1{u_i}=\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u_i\quad\text{for every direction}`,
  says: 'Dividing by the direction is multiplying by it, in every direction. (Not along u = 2, where a slope of 1 gives 1 one way and 4 the other.)',
  expects: 'refuted',
  instead: ['zo.spsa', 'zo.spsa-limit'],
  instances: listed(zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 1, dimension: 1 }), [
    { objective: polynomial([1, [1]]), point: [0], directions: twoSizes, smoothing: 1, baseline: 0 },
  ]),
  reference: undefined,
  claim: (F, instance) => {
    const { f, x, atoms, smoothing } = readCase(F, instance, reference);
    return atoms.map(({ direction: u }) =>
      equalVectors(
        simultaneousPerturbation(F, f, x, u, smoothing),
        reference.central(F, f, x, u, smoothing),
        `along ${F.approximate(u[0]!)}, coordinate`,
      ),
    );
  },
  cover: {},
  teeth: {},
});

/** What is special about differences to both sides. */
export const centralDifferenceLaws: readonly AnyLaw[] = [centralNeedsNoBaseline, dividingIsMultiplying];
