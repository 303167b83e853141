import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { sameExact, toDouble } from '../../../src/scalar/exact.ts';
import { filter } from '../../../src/scalar/filter.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { modelRegion, modelSubgradient, squaredModelDiameter, squaredModelGradientBound } from '../../model.ts';
import { isZero } from '../well-formed.ts';
import { boundedRuns, rootRoundedUp } from './horizon-runs.ts';
import type { OnlineRun } from './online-run.ts';
import { drawTenseRun } from './tense-runs.ts';

const runs = boundedRuns('decay');

/**
 * Runs with the rates α/√t of A-(7). D and G are the least that the run allows, or claimed in advance from the set
 * and the losses; they are not both 0.
 */
export const decayRuns: Instances<OnlineRun> = {
  ...runs,
  generate: (draw) => {
    const run = draw.chance(0.3) ? tenseDecayRun(draw) : runs.generate(draw);
    return draw.chance(0.25) || goesNowhere(run) ? withClaimedBounds(draw, run) : run;
  },
};

/** A run close to the worst for rates with a fixed end, with α near D/(√2 G) on a grid of 1/16. */
function tenseDecayRun(draw: Draw): OnlineRun {
  const run = drawTenseRun(draw);
  const start = rationalReading.vector(run.start);
  const diameter = toDouble(squaredModelDiameter(rationalReading, run.set)!);
  const gradient = toDouble(rationalReading.squaredNorm(modelSubgradient(rationalReading, run.losses[0]!, start)));
  const best = Math.sqrt(diameter / (2 * gradient)) * 2 ** draw.integer(-1, 1);
  return { ...run, schedule: { kind: 'decay', alpha: Math.max(1, Math.round(16 * best)) / 16 } };
}

/** D² and G² known before the run, each the square of a short double. */
export function withClaimedBounds(draw: Draw, run: OnlineRun): OnlineRun {
  const diameter = squaredModelDiameter(filter, run.set)!;
  const region = modelRegion(filter, run.set)!;
  const gradients = run.losses.map((loss) => squaredModelGradientBound(filter, loss, region));
  const extra = draw.integer(1, 2);
  return {
    ...run,
    bounds: {
      squaredDistance: (extra * rootRoundedUp(diameter)) ** 2,
      squaredGradient: rootRoundedUp(gradients.reduce(filter.max)) ** 2,
    },
  };
}

/** The run starts at the comparator, and no loss moves it: D = G = 0. */
const goesNowhere = ({ start, comparator, losses }: OnlineRun): boolean =>
  start.every((x, i) => sameExact(x, comparator[i]!)) &&
  losses.every((loss) =>
    loss.kind === 'logistic'
      ? loss.feature.every(isZero)
      : modelSubgradient(rationalReading, loss, rationalReading.vector(start)).every((x) => isZero(x)),
  );
