import { IDENTITY_LADDER, isTrue } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, below, equal, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { expectedScalar } from '../../../src/zeroth-order/estimator.ts';
import { otherMeans, zeroValues } from '../../breaking/zeroth-order/cases.ts';
import { listed } from '../../instances/plain-data.ts';
import { objectiveOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import {
  EVERY_KIND,
  secondMomentDegree,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { meanZero, someDirection } from './hypotheses.ts';
import { type ReadCase, readCase, reference, varianceOf, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11, 14, 15], place: 'what − f(x) is for' }],
  section: SECTIONS.zerothOrderBaseline,
  subject: 'directions, estimate and baseline',
  reference,
} as const;

const cases = zerothOrderCases({
  kinds: EVERY_KIND.filter(([, kind]) => kind !== 'sphere'),
  degree: 2,
  dimension: 2,
  degreeByRule: 1,
});
const needed = meanZero<ZerothOrderCase>({ kind: 'search', breaking: otherMeans });

/** V(0) − V(f(x)): how much the baseline f(x) takes off the variance. */
function reduction<S>(F: Algebra<S>, read: ReadCase<S>, use: ZerothOrderParts): S {
  return F.sub(varianceOf(F, read, use, F.zero), varianceOf(F, read, use, read.f(F, read.x)));
}

export const valueReducesVariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.b0',
  states: String.raw`V(f(x))\le V(0)`,
  says: 'Subtracting f(x) reduces the variance. (It raises it from 0 to ε² for f = z² − ε² at 0 with random signs.)',
  expects: 'refuted',
  instead: ['zo.b0-exact', 'zo.b0-small'],
  instances: listed(cases, [
    {
      objective: polynomial([1, [2]], [-1, [0]]),
      point: [0],
      directions: { kind: 'rademacher', dimension: 1 },
      smoothing: 1,
      baseline: 0,
    },
  ]),
  hypotheses: [],
  claim: (F, instance, use) =>
    atMost(F.zero, reduction(F, readCase(F, instance, use, secondMomentDegree(instance)), use), 'reduction'),
  cover: {},
  teeth: {},
});

const byHowMuch = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, twice: number): Relation<S> => {
  const read = readCase(F, instance, use, secondMomentDegree(instance));
  const { f, x, atoms, smoothing } = read;
  const [value, best] = [f(F, x), use.optimalBaseline(F, f, x, atoms, smoothing)];
  const factor = F.div(expectedScalar(F, atoms, F.squaredNorm), F.square(smoothing));
  const expected = F.mul(F.mul(value, F.sub(F.mul(F.of(twice), best), value)), factor);
  return equal(reduction(F, read, use), expected, 'reduction');
};

/** Whether subtracting f(x) raises the variance. */
const raises = (instance: ZerothOrderCase): boolean =>
  isTrue((F) => below(reduction(F, readCase(F, instance, reference, secondMomentDegree(instance)), reference), F.zero));

export const valueExactly = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.b0-exact',
  ladder: IDENTITY_LADDER,
  states: String.raw`V(0)-V(f(x))=f(x)\,\bigl(2b^*-f(x)\bigr)\,\frac{\mathbb E\|u\|^2}{\varepsilon^2}`,
  says: 'What subtracting f(x) takes off the variance, for every ε: it helps exactly when f(x) lies strictly between 0 and twice the optimal baseline.',
  expects: 'holds',
  instances: cases,
  hypotheses: [needed, someDirection()],
  claim: (F, instance, use) => byHowMuch(F, instance, use, 2),
  cover: {
    'it raises the variance': { atLeast: 0.02, when: raises },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'baseline-unweighted'),
    'once-the-best': {
      says: 'The factor is b* − f(x) where it is 2b* − f(x).',
      claim: (F, instance, use) => byHowMuch(F, instance, use, 1),
    },
  },
});

/** Whether f(x) = 0. */
const isValueZero = ({ objective, point }: ZerothOrderCase): boolean =>
  isTrue((F) => equal(objectiveOf(objective)(F, F.vector(point)), F.zero));

/** Whether f(x) < 0. */
const isValueNegative = ({ objective, point }: ZerothOrderCase): boolean =>
  isTrue((F) => below(objectiveOf(objective)(F, F.vector(point)), F.zero));

export const valueForSmallSteps = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.b0-small',
  states: String.raw`f(x)\ne0\implies V(0)-V(f(x))=\frac{f(x)^2\,\mathbb E\|u\|^2}{\varepsilon^2}+\mathcal O\left(\frac1\varepsilon\right)>0\text{ for small }\varepsilon`,
  says: 'Where f(x) is not 0, subtracting it does reduce the variance once ε is small enough, by f(x)² E‖u‖²/ε² and lower terms.',
  expects: 'holds',
  instances: {
    ...cases,
    generate: (draw) => {
      const instance = cases.generate(draw);
      return isValueZero(instance)
        ? { ...instance, objective: polynomial([1, instance.point.map(() => 0)]) }
        : instance;
    },
  },
  hypotheses: [
    needed,
    someDirection(),
    {
      name: 'value-not-zero',
      says: 'f(x) is not 0.',
      holds: (instance) => !isValueZero(instance),
      necessity: { kind: 'search', breaking: zeroValues },
    },
  ],
  claim: (F, instance, use) => {
    const E = series(F, 2);
    const degree = secondMomentDegree(instance);
    const taken = reduction(E, { ...readCase(E, instance, use, degree), smoothing: E.epsilon }, use);
    const { f, x, atoms } = readCase(F, instance, reference, degree);
    const leading = F.mul(F.square(f(F, x)), expectedScalar(F, atoms, F.squaredNorm));
    return [
      equal(E.coefficient(taken, -2), leading, 'coefficient of 1/ε²'),
      below(F.zero, E.coefficient(taken, -2), 'reduction for small ε'),
    ];
  },
  cover: { 'f(x) < 0': { atLeast: 0.2, when: isValueNegative } },
  teeth: zerothOrderMistakes('not-divided', 'divided-by-two', 'baseline-of-direction', 'doubled-covariance'),
});

/** Baselines of one's choice for B-(11): f(x). */
export const zerothOrderValueBaselineLaws: readonly AnyLaw[] = [valueReducesVariance, valueExactly, valueForSmallSteps];
