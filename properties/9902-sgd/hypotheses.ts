import { isTrue } from '../../src/law/decide.ts';
import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import { atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost } from '../../src/scalar/relation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { hasNonincreasingRates, hasPositiveRates } from '../instances/descent/rates-of.ts';
import { memberOfModel } from '../model.ts';
import { reference, squaredDistances, trace } from './subject.ts';

type RunHypothesis = (necessity: Necessity<OnlineRun>) => Hypothesis<OnlineRun>;

const hypothesis =
  (name: string, says: string, holds: (run: OnlineRun) => boolean): RunHypothesis =>
  (necessity) => ({ name, says, holds, necessity });

export const positiveRates = hypothesis('positive-rates', 'Every rate η_t is positive.', ({ schedule }) =>
  hasPositiveRates(schedule),
);

export const nonincreasingRates = hypothesis(
  'nonincreasing-rates',
  'The rates do not increase: η_t ≥ η_{t+1}.',
  ({ schedule }) => hasNonincreasingRates(schedule),
);

export const convexLosses = hypothesis(
  'convex-losses',
  'The losses are convex: A-(9) holds between every iterate and the comparator.',
  (run) => run.losses.every(isConvex) || satisfiesTangentInequality(run),
);

const isConvex = (loss: OnlineRun['losses'][number]): boolean =>
  loss.kind !== 'negated' && (loss.kind !== 'quadratic' || atMostExact(0, loss.curvature));

const satisfiesTangentInequality = (run: OnlineRun): boolean =>
  isTrue((F) => {
    const { iterates, gradients, comparator, losses, comparatorLosses } = trace(F, run, reference);
    return losses.map((loss, t) =>
      atMost(
        F.dot(F.minus(comparator, iterates[t]!), gradients[t]!),
        F.sub(comparatorLosses[t]!, loss),
        `step ${t + 1}`,
      ),
    );
  });

export const convexSet = hypothesis(
  'convex-set',
  'Θ is closed and convex.',
  ({ set }) => set.kind !== 'finite' || set.points.length === 1,
);

export const comparatorInside = hypothesis('comparator-inside', 'The comparator lies in Θ.', ({ set, comparator }) =>
  isTrue((F) => memberOfModel(F, set, F.vector(comparator))),
);

export const startInside = hypothesis('start-inside', 'The start θ₁ lies in Θ.', ({ set, start }) =>
  isTrue((F) => memberOfModel(F, set, F.vector(start))),
);

export const distanceBound = hypothesis(
  'distance-bound',
  'D ≥ ‖θ_t − c‖ for every t ≤ T.',
  (run) =>
    run.bounds === undefined ||
    isTrue((F) => {
      const distances = squaredDistances(F, trace(F, run, reference)).slice(0, -1);
      return distances.map((a) => atMost(a, F.of(run.bounds!.squaredDistance)));
    }),
);

export const gradientBound = hypothesis(
  'gradient-bound',
  'G ≥ ‖g_t‖ for every t ≤ T.',
  (run) =>
    run.bounds === undefined ||
    isTrue((F) =>
      trace(F, run, reference).gradients.map((g) => atMost(F.squaredNorm(g), F.of(run.bounds!.squaredGradient))),
    ),
);
