import type { Tooth } from '../../../../src/law/law.ts';
import { atoms } from '../../../../src/zeroth-order/directions.ts';
import { directionalEstimate, expectedScalar } from '../../../../src/zeroth-order/estimator.ts';
import { reference, withEstimate, type ZerothOrderParts } from '../subject.ts';

type Named = Readonly<Record<string, { readonly says: string; readonly use: ZerothOrderParts }>>;

const MISTAKES = {
  'not-divided': {
    says: 'The difference of values is not divided by ε.',
    use: withEstimate((F, f, x, u, smoothing, baseline) => F.scale(F.sub(f(F, F.axpy(smoothing, u, x)), baseline), u)),
  },
  'divided-by-two': {
    says: 'A forward difference is divided by 2ε, as a central one.',
    use: withEstimate((F, f, x, u, smoothing, baseline) =>
      F.scale(F.of(1 / 2), directionalEstimate(F, f, x, u, smoothing, baseline)),
    ),
  },
  'wrong-sign': {
    says: 'The estimate points downhill.',
    use: withEstimate((F, f, x, u, smoothing, baseline) =>
      F.scale(F.of(-1), directionalEstimate(F, f, x, u, smoothing, baseline)),
    ),
  },
  'baseline-of-direction': {
    says: 'The baseline is b + u₁, which depends on the direction.',
    use: withEstimate((F, f, x, u, smoothing, baseline) =>
      directionalEstimate(F, f, x, u, smoothing, F.add(baseline, u[0]!)),
    ),
  },
  'doubled-covariance': {
    says: 'The directions have covariance 2I: with probability 1/3 they are twice as long.',
    use: {
      ...reference,
      atoms: (F, directions, degree) =>
        atoms(F, directions, degree).flatMap(({ direction, probability }) => [
          { direction, probability: F.div(F.add(probability, probability), F.of(3)) },
          { direction: F.scale(F.of(2), direction), probability: F.div(probability, F.of(3)) },
        ]),
    },
  },
  'skewed-signs': {
    says: 'What is drawn for random signs is the skewed distribution.',
    use: {
      ...reference,
      atoms: (F, directions, degree) =>
        atoms(F, directions.kind === 'rademacher' ? { ...directions, kind: 'skewed' } : directions, degree),
    },
  },
  'baseline-unweighted': {
    says: 'The optimal baseline is the plain mean of f(x + εu), without the weights ‖u‖².',
    use: {
      ...reference,
      optimalBaseline: (F, f, x, atoms, smoothing) => expectedScalar(F, atoms, (u) => f(F, F.axpy(smoothing, u, x))),
    },
  },
} as const satisfies Named;

/** Wrong estimators, directions and baselines, by name. */
export const zerothOrderMistakes = <I>(
  ...names: readonly (keyof typeof MISTAKES)[]
): Record<string, Tooth<I, ZerothOrderParts>> => Object.fromEntries(names.map((name) => [name, MISTAKES[name]]));
