import { isTrue } from '../../src/law/decide.ts';
import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { atMost, below } from '../../src/scalar/relation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { isPositive } from '../instances/well-formed.ts';
import { squaredModelDiameter } from '../model.ts';
import { reference, squaredBounds, trace } from './subject.ts';

type RunHypothesis = (necessity: Necessity<OnlineRun>) => Hypothesis<OnlineRun>;

const hypothesis =
  (name: string, says: string, holds: (run: OnlineRun) => boolean): RunHypothesis =>
  (necessity) => ({ name, says, holds, necessity });

/** D and G of the rate D/(G√T). */
export function horizonNumbers({ schedule }: OnlineRun): { readonly diameter: Exact; readonly gradientBound: Exact } {
  if (schedule.kind === 'horizon') return schedule;
  throw new RangeError(`The schedule is ${schedule.kind}; give one of kind horizon, or A-(6) does not speak of it.`);
}

/** α of the rates α/√t. */
export function alphaOf({ schedule }: OnlineRun): Exact {
  if (schedule.kind === 'decay') return schedule.alpha;
  throw new RangeError(`The schedule is ${schedule.kind}; give one of kind decay, or A-(8) does not speak of it.`);
}

export const horizonKnown = hypothesis(
  'horizon-known',
  'The T of the rate D/(G√T) is the number of steps that are taken.',
  ({ schedule, losses }) => schedule.kind === 'horizon' && schedule.horizon === losses.length,
);

export const rateDefined = hypothesis(
  'rate-defined',
  'D > 0 and G > 0, so that D/(G√T) is a positive rate.',
  (run) => isPositive(horizonNumbers(run).diameter) && isPositive(horizonNumbers(run).gradientBound),
);

export const startWithinDiameter = hypothesis(
  'start-distance-bound',
  'The D of the rate is at least ‖θ_1 − c‖. (It need not bound the later distances.)',
  (run) =>
    isTrue((F) => {
      const offset = F.minus(F.vector(run.start), F.vector(run.comparator));
      return atMost(F.squaredNorm(offset), F.square(F.of(horizonNumbers(run).diameter)));
    }),
);

export const gradientsWithinBound = hypothesis(
  'gradient-bound',
  'The G of the rate is at least ‖g_t‖ for every t ≤ T.',
  (run) =>
    isTrue((F) =>
      trace(F, run, reference).gradients.map((g) =>
        atMost(F.squaredNorm(g), F.square(F.of(horizonNumbers(run).gradientBound))),
      ),
    ),
);

export const boundedSet = hypothesis(
  'bounded-set',
  'Θ is bounded, so that D can be known before the run.',
  ({ set }) => squaredModelDiameter(filter, set) !== undefined,
);

export const boundsNotBothZero = hypothesis('not-both-zero', 'D and G are not both 0.', (run) =>
  isTrue(<S>(F: Algebra<S>) => {
    const { squaredDistance, squaredGradient } = squaredBounds(F, run, trace(F, run, reference));
    return below(F.zero, F.add(squaredDistance, squaredGradient));
  }),
);
