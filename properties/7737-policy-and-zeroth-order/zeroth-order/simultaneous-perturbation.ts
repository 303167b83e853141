import { IDENTITY_LADDER, isTrue } from '../../../src/law/decide.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { below, equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { centralDifference, simultaneousPerturbation } from '../../../src/zeroth-order/central-difference.ts';
import { atoms, type Directions } from '../../../src/zeroth-order/directions.ts';
import { expectedScalar, expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { copiedSigns } from '../../breaking/zeroth-order/cases.ts';
import { listed } from '../../instances/plain-data.ts';
import { finite, stretched } from '../../instances/zeroth-order/directions.ts';
import { polynomial } from '../../instances/zeroth-order/objectives.ts';
import { type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { readCase, reference } from './subject.ts';

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11], place: 'with the difference taken to both sides' }],
  section: SECTIONS.beyond,
  subject: 'simultaneous perturbation',
  reference: simultaneousPerturbation,
} as const;

type Spsa = typeof simultaneousPerturbation;

export const spsaOfSigns = law<ZerothOrderCase, Spsa>({
  ...about,
  id: 'zo.spsa',
  states: String.raw`u_i=\pm1\implies\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\cdot\frac1{u_i}=\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u_i`,
  says: 'With random signs, dividing by the direction, as simultaneous perturbation does, is multiplying by it.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: [[1, 'rademacher']], onlyTheseKinds: true, degree: 4, dimension: 3 }),
  hypotheses: [],
  claim: (F, instance, spsa) => {
    const { f, x, atoms, smoothing } = readCase(F, instance, reference);
    return atoms.map(({ direction: u }) =>
      equalVectors(spsa(F, f, x, u, smoothing), centralDifference(F, f, x, u, smoothing)),
    );
  },
  cover: { 'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 } },
  teeth: {
    'divided-by-length': {
      says: 'The direction is divided by its squared length instead of coordinate by coordinate.',
      use: (F, f, x, u, smoothing) => F.scale(F.div(F.one, F.squaredNorm(u)), centralDifference(F, f, x, u, smoothing)),
    },
    'forward-instead': {
      says: 'The difference is taken forward only.',
      use: (F, f, x, u, e) => reference.forward(F, f, x, u, e),
    },
  },
});

/** Whether no coordinate of a direction is ever 0: it has finitely many values, and none of them has one. */
const isNeverZero = (directions: Directions): boolean =>
  directions.kind !== 'normal' &&
  directions.kind !== 'sphere' &&
  isTrue((F) => atoms(F, directions).map(({ direction }) => direction.map((u) => below(F.zero, F.square(u)))));

function spsaLimit<S>(F: Algebra<S>, instance: ZerothOrderCase, spsa: Spsa): Relation<S> {
  const E = series(F, 4);
  const { f, x, atoms } = readCase(E, instance, reference);
  const mean = expectedVector(E, atoms, (u) => spsa(E, f, x, u, E.epsilon));
  const limit = mean.map((coordinate) => E.coefficient(coordinate, 0));
  return equalVectors(limit, gradientOf(F, f, F.vector(instance.point)), 'partial derivative');
}

/** Independent coordinates of mean 0, never 0, of variance 1, 4 or 1/9. */
const independentCases: Instances<ZerothOrderCase> = (() => {
  const base = zerothOrderCases({
    kinds: [
      [1, 'rademacher'],
      [2, 'skewed'],
    ],
    degree: 4,
    dimension: 3,
  });
  return {
    ...base,
    generate: (draw) => {
      const instance = base.generate(draw);
      const factor = draw.pick([1, 2, ratio(1, 3)]);
      return factor === 1 ? instance : { ...instance, directions: stretched(instance.directions, factor) };
    },
  };
})();

export const spsaOfIndependent = law<ZerothOrderCase, Spsa>({
  ...about,
  id: 'zo.spsa-limit',
  ladder: IDENTITY_LADDER,
  states: String.raw`\mathbb E\left[\frac{u_j}{u_i}\right]=0\ (i\ne j)\implies\lim_{\varepsilon\to0}\mathbb E\left[\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\cdot\frac1{u_i}\right]=\partial_if(x)`,
  says: 'Simultaneous perturbation finds the gradient with independent coordinates of mean 0 that are never 0, of any variance.',
  expects: 'holds',
  instances: independentCases,
  hypotheses: [
    {
      name: 'ratios-average-zero',
      says: 'No coordinate is ever 0, and E[u_j/u_i] = 0 for i ≠ j, as for independent coordinates of mean 0.',
      holds: ({ directions, point }) =>
        isNeverZero(directions) &&
        isTrue((F) => {
          const all = atoms(F, directions);
          const ratio = (i: number, j: number) => expectedScalar(F, all, (u) => F.div(u[j]!, u[i]!));
          return point.flatMap((_, i) => point.map((_, j) => equal(ratio(i, j), i === j ? F.one : F.zero)));
        }),
      necessity: { kind: 'search', breaking: copiedSigns },
    },
  ],
  claim: spsaLimit,
  cover: {
    'other variances, in two or more dimensions': {
      atLeast: 0.2,
      when: ({ directions, point }) => directions.kind === 'finite' && point.length > 1,
    },
  },
  teeth: {
    'divided-by-one-step': {
      says: 'The difference is divided by ε where it is by 2ε.',
      use: (F, f, x, u, smoothing) => F.scale(F.of(2), simultaneousPerturbation(F, f, x, u, smoothing)),
    },
    'divided-by-length': {
      says: 'The direction is divided by its squared length instead of coordinate by coordinate.',
      use: (F, f, x, u, smoothing) => F.scale(F.div(F.one, F.squaredNorm(u)), centralDifference(F, f, x, u, smoothing)),
    },
  },
});

/** ±2 with probability 1/10 each, ±1/2 with 2/5 each: mean 0 and variance 1. */
const twoSizes = finite([[2], ratio(1, 10)], [[-2], ratio(1, 10)], [[1 / 2], ratio(2, 5)], [[-1 / 2], ratio(2, 5)]);

export const dividingIsMultiplying = law<ZerothOrderCase, Spsa>({
  ...about,
  id: 'zo.spsa-every-direction',
  states: String.raw`\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\cdot\frac1{u_i}=\frac{f(x+\varepsilon u)-f(x-\varepsilon u)}{2\varepsilon}\,u_i\quad\text{for every direction}`,
  says: 'Dividing by the direction is multiplying by it, in every direction. (Not along u = 2, where a slope of 1 gives 1 one way and 4 the other.)',
  expects: 'refuted',
  instead: ['zo.spsa', 'zo.spsa-limit'],
  instances: listed(zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 1, dimension: 1 }), [
    { objective: polynomial([1, [1]]), point: [0], directions: twoSizes, smoothing: 1, baseline: 0 },
  ]),
  hypotheses: [],
  claim: (F, instance, spsa) => {
    const { f, x, atoms, smoothing } = readCase(F, instance, reference);
    return atoms.map(({ direction: u }) =>
      equalVectors(
        spsa(F, f, x, u, smoothing),
        reference.central(F, f, x, u, smoothing),
        `along ${F.approximate(u[0]!)}, coordinate`,
      ),
    );
  },
  cover: {},
  teeth: {},
});

/** Differences to both sides, divided by the direction instead of multiplied by it. */
export const simultaneousPerturbationLaws: readonly AnyLaw[] = [spsaOfSigns, spsaOfIndependent, dividingIsMultiplying];
