import { isTrue } from '../../src/law/decide.ts';
import type { Instances } from '../../src/law/instances.ts';
import type { Hypothesis, Necessity } from '../../src/law/law.ts';
import { rationalReading } from '../../src/scalar/rational-reading.ts';
import { atMost } from '../../src/scalar/relation.ts';
import {
  anyStart,
  comparatorAnywhere,
  concaveRamps,
  maxNormSegments,
  rateBelowZero,
  ratesInAnyOrder,
  smallGradientClaimed,
  twoPoints,
} from '../breaking/descent/assumptions.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { squaredModelDiameter } from '../model.ts';
import { searched } from '../necessity.ts';
import {
  comparatorInside,
  convexLosses,
  convexSet,
  gradientBound,
  nonincreasingRates,
  positiveRates,
  startInside,
} from './hypotheses.ts';
import { isInMaxNorm } from './projection-hypotheses.ts';

const diameterBound = (necessity: Necessity<OnlineRun>): Hypothesis<OnlineRun> => ({
  name: 'diameter-bound',
  says: 'D is at least the diameter of Θ.',
  holds: (run) =>
    run.bounds === undefined ||
    isTrue((F) => {
      const diameter = squaredModelDiameter(F, run.set);
      return diameter === undefined ? [] : atMost(diameter, F.of(run.bounds!.squaredDistance));
    }),
  necessity,
});

/**
 * Items 1 to 4 of the article's list, and what it leaves unsaid: closed, nonempty, θ₁ and θ* in Θ, Euclidean.
 * @param diameters runs that claim too small a D
 * @param adapted what else the runs that break one hypothesis must satisfy, for laws with more hypotheses
 */
export const finalHypotheses = (
  diameters: Instances<OnlineRun>,
  adapted: (runs: Instances<OnlineRun>) => Instances<OnlineRun> = (runs) => runs,
): readonly Hypothesis<OnlineRun>[] => [
  {
    name: 'bounded-set',
    says: 'Θ is bounded.',
    holds: ({ set }) => squaredModelDiameter(rationalReading, set) !== undefined,
    necessity: {
      kind: 'necessary-by-argument',
      because:
        'Without a diameter the right side has no value, and no constant can stand for it: on the line with η_t = 1/√t, n losses −θ and then n losses θ cost every comparator the same, and the average regret is 1/2 for n = 1 and grows like 0.0808 √(2n); sgd.unbounded-regret.',
    },
  },
  convexSet(searched(adapted(twoPoints))),
  {
    name: 'closed-set',
    says: 'Θ is closed, so that A-(16) has a solution.',
    holds: () => true,
    necessity: {
      kind: 'necessary-by-argument',
      because:
        'Every set that can be written down here is closed. In the open interval (0, 1) no point is nearest to 2, so A-(17) has no next iterate; L = θ has no minimizer there, and D = 1 is a supremum that no two points attain.',
    },
  },
  {
    name: 'nonempty-set',
    says: 'Θ has a point.',
    holds: () => true,
    necessity: { kind: 'not-separable', because: 'The start lies in Θ, so Θ is not empty.' },
  },
  {
    name: 'euclidean-norm',
    says: 'The nearest point of A-(16) and the bounds D and G are Euclidean.',
    holds: ({ set }) => !isInMaxNorm(set),
    necessity: searched(
      adapted(maxNormSegments),
      'With the same loss at every step, four of them show it on the segment to (1, 4): 3 > 35/12; sgd.max-norm-projection.',
    ),
  },
  startInside(searched(adapted(anyStart))),
  comparatorInside(searched(adapted(comparatorAnywhere), 'A point Θ = {0} shows it in one step.')),
  convexLosses(
    searched(adapted(concaveRamps), 'One step cannot show it: the losses are G-Lipschitz on Θ all the same.'),
  ),
  gradientBound(
    searched(adapted(smallGradientClaimed), 'No horizon makes up for losses without one G; sgd.steep-losses.'),
  ),
  diameterBound(searched(adapted(diameters))),
  nonincreasingRates(searched(adapted(ratesInAnyOrder))),
  positiveRates(searched(adapted(rateBelowZero))),
];
