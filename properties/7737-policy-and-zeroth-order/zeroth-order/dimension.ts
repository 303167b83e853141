import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, equal } from '../../../src/scalar/relation.ts';
import { type Directions, directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { expectedScalar, type Objective } from '../../../src/zeroth-order/estimator.ts';
import { estimateVariance } from '../../../src/zeroth-order/variance.ts';
import { manyLengths, otherSecondMoments } from '../../breaking/zeroth-order/cases.ts';
import { plainData } from '../../instances/plain-data.ts';
import { restricted } from '../../instances/restricted.ts';
import {
  type DirectionsKind,
  directionsSchema,
  drawDirections,
  simplerDirections,
} from '../../instances/zeroth-order/directions.ts';
import {
  EVERY_KIND,
  type ZerothOrderCase,
  type ZerothOrderRange,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { atMostLinear } from './conditions.ts';
import { gradientOf } from './derivatives.ts';
import { identityMoment, oneLength } from './hypotheses.ts';
import { readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11], place: 'the text on high dimensions' }],
  section: SECTIONS.zerothOrder,
  expects: 'holds',
  subject: 'directions and estimate',
  reference,
} as const;

/** E u_i⁴ of the distributions with independent coordinates. */
const KURTOSIS = { rademacher: 1, normal: 3, skewed: 13 / 4, 'three-point': 4 } as const;
type Independent = keyof typeof KURTOSIS;

const independent = (range: ZerothOrderRange): Instances<ZerothOrderCase> =>
  restricted(
    zerothOrderCases(range),
    ({ directions }) => Object.hasOwn(KURTOSIS, directions.kind),
    `has directions among ${Object.keys(KURTOSIS).join(', ')}`,
  );

const INDEPENDENT: ZerothOrderRange['kinds'] = [
  [2, 'rademacher'],
  [2, 'normal'],
  [2, 'skewed'],
  [1, 'three-point'],
];

/** The variance of the forward difference, for f of degree 1. */
function forwardVariance<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): S {
  const { f, x, atoms, smoothing } = readCase(F, instance, use, 4);
  return estimateVariance(F, atoms, (u) => use.forward(F, f, x, u, smoothing));
}

/** A multiple of ‖∇f(x)‖². */
function slopes<S>(F: Algebra<S>, instance: ZerothOrderCase, multiple: number): S {
  const { f, x } = readCase(F, instance, reference, 4);
  return F.mul(F.of(multiple), F.squaredNorm(gradientOf(F, f, x)));
}

const kurtosisOf = ({ directions }: ZerothOrderCase): number => KURTOSIS[directions.kind as Independent];

export const highDimension = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.highdim',
  states: String.raw`f\text{ linear, }u_i\text{ independent, }\mathbb Eu_i^4=\kappa:\quad\operatorname{Var}=(\kappa+d-2)\,\|\nabla f\|^2`,
  says: 'The relative variance of the forward difference grows like the dimension: for a linear function it is d − 1 with random signs, d + 1 with normal directions, and κ + d − 2 with independent coordinates of fourth moment κ.',
  instances: independent({ kinds: INDEPENDENT, degree: 1, dimension: 4 }),
  hypotheses: [
    atMostLinear({ kind: 'search', breaking: independent({ kinds: INDEPENDENT, degree: 2, dimension: 2 }) }),
  ],
  claim: (F, instance, use) =>
    equal(
      forwardVariance(F, instance, use),
      slopes(F, instance, kurtosisOf(instance) + instance.point.length - 2),
      'variance',
    ),
  cover: {
    'normal directions': { atLeast: 0.15, when: ({ directions }) => directions.kind === 'normal' },
    'three or more dimensions': { atLeast: 0.1, when: ({ point }) => point.length > 2 },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'doubled-covariance', 'skewed-signs'),
    'one-dimension': {
      says: 'The variance is said to be that of one dimension, κ − 1.',
      claim: (F, instance, use) =>
        equal(forwardVariance(F, instance, use), slopes(F, instance, kurtosisOf(instance) - 1)),
    },
    'all-signs': {
      says: 'The formula d − 1 of signs is used for all directions.',
      claim: (F, instance, use) =>
        equal(forwardVariance(F, instance, use), slopes(F, instance, instance.point.length - 1)),
    },
  },
});

export const oneLengthVariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.highdim-one-length',
  section: SECTIONS.beyond,
  states: String.raw`f\text{ linear, }\|u\|^2=d:\quad\operatorname{Var}=(d-1)\,\|\nabla f\|^2`,
  says: 'Directions of one length have relative variance d − 1 on linear functions, however they are distributed otherwise: signs, a sphere, coordinate directions.',
  instances: zerothOrderCases({
    kinds: [
      [3, 'rademacher'],
      [1, 'coordinate'],
      [1, 'sphere'],
      [1, 'three-spokes'],
    ],
    degree: 1,
    dimension: 4,
  }),
  hypotheses: [
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    oneLength({ kind: 'search', breaking: manyLengths }),
    atMostLinear({
      kind: 'search',
      breaking: zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 2, dimension: 2 }),
    }),
  ],
  claim: (F, instance, use) =>
    equal(forwardVariance(F, instance, use), slopes(F, instance, instance.point.length - 1), 'variance'),
  cover: {
    'no signs': { atLeast: 0.3, when: ({ directions }) => directions.kind !== 'rademacher' },
    'two or more dimensions': { atLeast: 0.4, when: ({ point }) => point.length > 1 },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'doubled-covariance'),
    'as-normal': {
      says: 'The formula d + 1 of normal directions is used.',
      claim: (F, instance, use) =>
        equal(forwardVariance(F, instance, use), slopes(F, instance, instance.point.length + 1)),
    },
  },
});

/** Nothing but a distribution of directions. */
interface DirectionsOnly {
  readonly directions: Directions;
}

const drawn = plainData<DirectionsOnly>({
  schema: z.strictObject({ directions: directionsSchema }),
  generate: (draw) => {
    const kind: DirectionsKind = draw.weighted(EVERY_KIND);
    return { directions: drawDirections(draw, kind, draw.integer(1, kind === 'rademacher' ? 4 : 2)) };
  },
});

const everyDirections: Instances<DirectionsOnly> = {
  ...drawn,
  *simplify({ directions }) {
    for (const simpler of simplerDirections(directions)) yield { directions: simpler };
  },
};

/** The directions that break a hypothesis for some function. */
const directionsOf = ({ generate }: Instances<ZerothOrderCase>): Instances<DirectionsOnly> => ({
  ...everyDirections,
  generate: (draw) => ({ directions: generate(draw).directions }),
});

/** x_i, a function with a gradient of length 1. */
const coordinate =
  (i: number): Objective =>
  (_, x) =>
    x[i]!;

export const leastVariance = law<DirectionsOnly, ZerothOrderParts>({
  ...about,
  id: 'zo.highdim-least',
  section: SECTIONS.beyond,
  states: String.raw`\mathbb E[uu^\top]=I\implies\sum_{i=1}^d\operatorname{Var}\bigl(f=x_i\bigr)=\mathbb E\|u\|^4-d\ge d(d-1)`,
  says: 'No directions do better than d − 1 for every gradient: the relative variances of the d coordinate functions are d − 1 or more on average.',
  instances: everyDirections,
  hypotheses: [identityMoment({ kind: 'search', breaking: directionsOf(otherSecondMoments) })],
  claim: (F, { directions }, use) => {
    const d = directionsDimension(directions);
    const atoms = use.atoms(F, directions, 4);
    const origin = Array.from({ length: d }, () => F.zero);
    const variances = origin.map((_, i) =>
      estimateVariance(F, atoms, (u) => use.forward(F, coordinate(i), origin, u, F.one)),
    );
    const fourth = expectedScalar(F, atoms, (u) => F.square(F.squaredNorm(u)));
    return [
      equal(F.sum(variances), F.sub(fourth, F.of(d)), 'sum of the variances'),
      atMost(F.of(d * (d - 1)), F.sum(variances), 'd(d − 1)'),
    ];
  },
  cover: {
    'of one length': {
      atLeast: 0.2,
      when: ({ directions: { kind } }) => kind === 'rademacher' || kind === 'coordinate' || kind === 'sphere',
    },
    'two or more dimensions': { atLeast: 0.3, when: ({ directions }) => directionsDimension(directions) > 1 },
  },
  teeth: {
    ...zerothOrderMistakes('divided-by-two'),
    'at-least-normal': {
      says: 'The bound is d(d + 1), as for normal directions.',
      claim: (F, { directions }, use) => {
        const d = directionsDimension(directions);
        const fourth = use
          .atoms(F, directions, 4)
          .map((atom) => F.mul(atom.probability, F.square(F.squaredNorm(atom.direction))));
        return atMost(F.of(d * (d + 1)), F.sub(F.sum(fourth), F.of(d)));
      },
    },
  },
});

/** How the variance grows with the dimension. */
export const zerothOrderDimensionLaws: readonly AnyLaw[] = [highDimension, oneLengthVariance, leastVariance];
