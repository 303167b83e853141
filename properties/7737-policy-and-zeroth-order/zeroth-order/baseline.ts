import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { secondMoment } from '../../../src/zeroth-order/baseline.ts';
import { expectedScalar } from '../../../src/zeroth-order/estimator.ts';
import { otherMeans } from '../../breaking/zeroth-order/cases.ts';
import {
  EVERY_KIND,
  secondMomentDegree,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { finiteMeans, meanZero, someDirection } from './hypotheses.ts';
import {
  expectedEstimate,
  expectedForward,
  type ReadCase,
  readCase,
  reference,
  varianceOf,
  type ZerothOrderParts,
} from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  section: SECTIONS.zerothOrderBaseline,
  subject: 'directions, estimate and baseline',
  reference,
} as const;
const cites = (...equations: number[]) => [{ article: '7737', equations }] as const;

const needed = meanZero<ZerothOrderCase>({ kind: 'search', breaking: otherMeans });

const firstMoments = zerothOrderCases({ kinds: EVERY_KIND, degree: 4, dimension: 3 });
/** Squares of the estimate: rules for spheres and normal directions leave lower degrees. */
const secondMoments = zerothOrderCases({
  kinds: EVERY_KIND.filter(([, kind]) => kind !== 'sphere'),
  degree: 3,
  dimension: 2,
  degreeByRule: 2,
});

const dimensionCover = {
  'two or more dimensions': { atLeast: 0.25, when: ({ point }: ZerothOrderCase) => point.length > 1 },
  'a baseline other than 0': { atLeast: 0.5, when: ({ baseline }: ZerothOrderCase) => baseline !== 0 },
} as const;

export const noShift = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.noshift',
  cites: cites(11, 13),
  states: String.raw`\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\mathbb E\left[\frac{f(x+\varepsilon u)}\varepsilon\,u\right]=\mathbb E\left[\frac{f(x+\varepsilon u)-b}\varepsilon\,u\right]`,
  says: 'Neither the − f(x) of the forward difference nor any other baseline changes the mean of the estimate.',
  expects: 'holds',
  instances: firstMoments,
  hypotheses: [needed, finiteMeans('f(x) is finite, and so is E|f(x + εu)| ‖u‖.')],
  claim: (F, instance, use) => {
    const read = readCase(F, instance, use);
    const plain = expectedEstimate(F, read, use, F.zero);
    return [
      equalVectors(expectedForward(F, read, use), plain, 'with − f(x), coordinate'),
      equalVectors(expectedEstimate(F, read, use, read.baseline), plain, 'with − b, coordinate'),
    ];
  },
  cover: dimensionCover,
  teeth: {
    'scaled-forward': {
      says: 'The forward difference is divided by 2ε, the form without a baseline by ε.',
      use: {
        ...reference,
        forward: (F, f, x, u, smoothing) => F.scale(F.of(1 / 2), reference.forward(F, f, x, u, smoothing)),
      },
    },
    'baseline-of-direction': {
      says: 'The baseline of the forward difference is f(x) + u₁, which depends on the direction.',
      use: {
        ...reference,
        forward: (F, f, x, u, smoothing) => reference.estimate(F, f, x, u, smoothing, F.add(f(F, x), u[0]!)),
      },
    },
  },
});

/** V(b), the variance of the estimate, and B-(14), its second moment. */
const moments = <S>(F: Algebra<S>, read: ReadCase<S>, use: ZerothOrderParts, b: S) => ({
  variance: varianceOf(F, read, use, b),
  moment: secondMoment(F, read.f, read.x, read.atoms, read.smoothing, b),
});

export const varianceAndMoment = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.m2',
  ladder: IDENTITY_LADDER,
  cites: cites(14),
  states: String.raw`V(b)=\mathbb E\left[\left(\frac{f(x+\varepsilon u)-b}\varepsilon\right)^2\|u\|^2\right]-\left\|\mathbb E\left[\frac{f(x+\varepsilon u)}\varepsilon\,u\right]\right\|^2`,
  says: 'The variance of the estimate and its second moment differ by a number that does not depend on the baseline.',
  expects: 'holds',
  instances: secondMoments,
  hypotheses: [needed],
  claim: (F, instance, use) => {
    const read = readCase(F, instance, use, secondMomentDegree(instance));
    const { variance, moment } = moments(F, read, use, read.baseline);
    const mean = expectedEstimate(F, read, reference, F.zero);
    return equal(variance, F.sub(moment, F.squaredNorm(mean)), 'variance');
  },
  cover: dimensionCover,
  teeth: zerothOrderMistakes('not-divided', 'divided-by-two', 'baseline-of-direction'),
});

function excess<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): Relation<S> {
  const read = readCase(F, instance, use, secondMomentDegree(instance));
  const { baseline, smoothing } = read;
  const best = use.optimalBaseline(F, read.f, read.x, read.atoms, smoothing);
  const length = expectedScalar(F, read.atoms, F.squaredNorm);
  const loss = F.div(F.mul(F.square(F.sub(baseline, best)), length), F.square(smoothing));
  const [any, least] = [varianceOf(F, read, use, baseline), varianceOf(F, read, use, best)];
  return [equal(any, F.add(least, loss), 'V(b)'), atMost(least, any, 'least variance')];
}

export const optimalVariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt',
  ladder: IDENTITY_LADDER,
  cites: cites(14, 15),
  states: String.raw`b^*=\frac{\mathbb E[f(x+\varepsilon u)\|u\|^2]}{\mathbb E\|u\|^2}:\quad V(b)=V(b^*)+(b-b^*)^2\,\frac{\mathbb E\|u\|^2}{\varepsilon^2}`,
  says: 'The baseline B-(15) has the least variance, and any other one has exactly its squared distance times E‖u‖²/ε² more.',
  expects: 'holds',
  instances: secondMoments,
  hypotheses: [needed, someDirection()],
  claim: excess,
  cover: {
    ...dimensionCover,
    'directions of many lengths': {
      atLeast: 0.3,
      when: ({ directions: { kind } }) => kind === 'skewed' || kind === 'three-point' || kind === 'normal',
    },
  },
  teeth: zerothOrderMistakes('baseline-unweighted', 'not-divided', 'divided-by-two', 'baseline-of-direction'),
});

/** Baselines of zeroth-order gradients. */
export const zerothOrderBaselineLaws: readonly AnyLaw[] = [noShift, varianceAndMoment, optimalVariance];
