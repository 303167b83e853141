import { z } from 'zod';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { atMost, equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { sampledEstimate } from '../../../src/zeroth-order/estimator.ts';
import { smoothedObjective } from '../../../src/zeroth-order/smoothed-objective.ts';
import { estimateVariance, sampledMoments } from '../../../src/zeroth-order/variance.ts';
import { foldedRidges, negativeRidges } from '../../breaking/zeroth-order/convex-ridges.ts';
import { isPositive, isZero } from '../../instances/well-formed.ts';
import { type ConvexCase, convexCases, ridgeDegree, ridgesOf } from '../../instances/zeroth-order/convex-case.ts';
import { type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { meanZero } from './hypotheses.ts';
import { expectedEstimate, readCase, reference, type ZerothOrderParts } from './subject.ts';

export const smoothedIsAbove = law<ConvexCase, Pick<ZerothOrderParts, 'atoms'>>({
  id: 'zo.smoothing-convex',
  version: 1,
  cites: [{ article: '7737', equations: [11] }],
  section: SECTIONS.beyond,
  states: String.raw`f\text{ convex},\ \mathbb E u=0\implies\mathbb E f(x+\varepsilon u)\ge f(x)`,
  says: 'Smoothing lifts a convex function, in all directions of mean 0: what is smoothed is nowhere below the function itself.',
  expects: 'holds',
  instances: convexCases,
  hypotheses: [
    {
      name: 'convex',
      says: 'f is convex: no weight is negative.',
      holds: ({ ridges }) => ridges.every(({ weight }) => isPositive(weight) || isZero(weight)),
      necessity: { kind: 'search', breaking: negativeRidges },
    },
    meanZero({ kind: 'search', breaking: foldedRidges }),
  ],
  subject: 'directions',
  reference,
  claim: (F, instance, use) => {
    const f = ridgesOf(instance);
    const x = Array.from({ length: directionsDimension(instance.directions) }, () => F.zero);
    const atoms = use.atoms(F, instance.directions, ridgeDegree(instance));
    return atMost(f(F, x), smoothedObjective(F, f, x, atoms, F.of(instance.smoothing)), 'value');
  },
  cover: {
    'of degree 4': { atLeast: 0.3, when: (instance) => ridgeDegree(instance) === 4 },
    'normal directions': { atLeast: 0.1, when: ({ directions }) => directions.kind === 'normal' },
  },
  teeth: {
    'off-center': {
      says: 'The directions have mean 1/2 in every coordinate.',
      use: {
        atoms: (F, directions, most) =>
          reference.atoms(F, directions, most).map(({ direction, probability }) => ({
            direction: direction.map((u) => F.add(u, F.of(1 / 2))),
            probability,
          })),
      },
    },
    'lifted-by-half': {
      says: 'Half of the smoothed value is at least the value.',
      claim: (F, instance, use) => {
        const f = ridgesOf(instance);
        const x = Array.from({ length: directionsDimension(instance.directions) }, () => F.zero);
        const atoms = use.atoms(F, instance.directions, ridgeDegree(instance));
        return atMost(
          f(F, x),
          F.mul(F.of(1 / 2), smoothedObjective(F, f, x, atoms, F.of(instance.smoothing))),
          'value',
        );
      },
    },
  },
});

/** A zeroth-order case with a number of directions to average over. */
interface AveragedCase extends ZerothOrderCase {
  readonly samples: number;
}

const single = zerothOrderCases({
  kinds: [
    [2, 'rademacher'],
    [1, 'skewed'],
  ],
  degree: 2,
  dimension: 2,
});

const averagedCases: Instances<AveragedCase> = {
  generate: (draw) => ({ ...single.generate(draw), samples: draw.integer(1, 3) }),
  *simplify(instance) {
    if (instance.samples > 1) yield { ...instance, samples: instance.samples - 1 };
    for (const simpler of single.simplify(instance)) yield { ...simpler, samples: instance.samples };
  },
  accepts: (instance) => single.accepts(instance),
  decode: (json) => {
    const { samples, ...rest } = z.looseObject({ samples: z.int().min(1).max(3) }).parse(json);
    return { ...single.decode(rest), samples };
  },
};

type Average = typeof sampledEstimate;

function varianceOverN<S>(F: Algebra<S>, instance: AveragedCase, use: Average, power: number): Relation<S> {
  const { samples } = instance;
  const read = readCase(F, instance, reference);
  const { f, x, atoms, smoothing, baseline } = read;
  const one = estimateVariance(F, atoms, (u) => reference.estimate(F, f, x, u, smoothing, baseline));
  const averaged = sampledMoments(F, atoms, samples, (directions: readonly Vector<S>[]) =>
    use(F, f, x, directions, smoothing, baseline),
  );
  return [
    equalVectors(averaged.mean, expectedEstimate(F, read, reference, baseline), 'mean, coordinate'),
    equal(averaged.variance, F.div(one, F.of(samples ** power)), 'variance'),
  ];
}

export const averagedVariance = law<AveragedCase, Average>({
  id: 'zo.variance-samples',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [14], place: 'estimated from N directions' }],
  section: SECTIONS.zerothOrderBaseline,
  states: String.raw`\operatorname{Var}\frac1N\sum_{n=1}^N\frac{f(x+\varepsilon u_n)-b}\varepsilon\,u_n=\frac1N\operatorname{Var}\frac{f(x+\varepsilon u)-b}\varepsilon\,u`,
  says: 'Averaging over N independent directions leaves the mean and divides the variance by N.',
  expects: 'holds',
  instances: averagedCases,
  hypotheses: [],
  subject: 'average over directions',
  reference: sampledEstimate,
  claim: (F, instance, use) => varianceOverN(F, instance, use, 1),
  cover: {
    'three directions': { atLeast: 0.2, when: ({ samples }) => samples === 3 },
    'two variables': { atLeast: 0.3, when: ({ point }) => point.length === 2 },
  },
  teeth: {
    'one-direction-for-all': {
      says: 'All N estimates are taken in the first direction.',
      use: (F, f, x, [u], smoothing, baseline) => sampledEstimate(F, f, x, [u!], smoothing, baseline),
    },
    'divided-by-one-less': {
      says: 'The sum of N > 1 estimates is divided by N − 1.',
      use: (F, f, x, directions, smoothing, baseline) => {
        const n = directions.length;
        return F.scale(
          F.div(F.of(n), F.of(Math.max(1, n - 1))),
          sampledEstimate(F, f, x, directions, smoothing, baseline),
        );
      },
    },
    'divided-by-the-square': {
      says: 'The variance is divided by N².',
      claim: (F, instance, use) => varianceOverN(F, instance, use, 2),
    },
  },
});

/** Averages of values and of estimates. */
export const zerothOrderAverageLaws: readonly AnyLaw[] = [smoothedIsAbove, averagedVariance];
