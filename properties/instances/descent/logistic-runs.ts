import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import type { ExactVector } from '../../../src/scalar/exact.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { plusExact as plus, timesExact as times } from '../../../src/scalar/exact-arithmetic.ts';
import { dotExact } from '../exact-vectors.ts';
import { isZero } from '../well-formed.ts';
import { withClaimedBounds } from './decay-runs.ts';
import { type OnlineRun, onlineRuns } from './online-run.ts';

const runs = onlineRuns({
  sets: ['ball', 'box', 'l1-ball', 'segment', 'simplex'],
  losses: ['logistic'],
  schedules: ['constant', 'sequence'],
  horizon: 4,
  dimension: 8,
});

/**
 * Runs with logistic losses and with D and G known in advance, so that no inequality of the derivation is a tie: exp
 * leaves every tie open. So the start and the comparator differ by every feature.
 */
export const logisticRuns: Instances<OnlineRun> = {
  ...runs,
  generate: (draw) => withClaimedBounds(draw, apart(draw)),
};

function apart(draw: Draw): OnlineRun {
  const run = runs.generate(draw);
  const { start, comparator, losses } = run;
  const step = start.map((x, i) => plus(x, times(-1, comparator[i]!)));
  const tied = losses.some((loss) => loss.kind === 'logistic' && isZero(dotExact(loss.feature, step)));
  return tied ? apart(draw) : { ...run, comparator: along(comparator, step) };
}

/** A point of the segment that is not one of its ends, where later iterates may come to lie. */
const along = (from: ExactVector, step: ExactVector): ExactVector =>
  from.map((x, i) => plus(x, times(ratio(3, 7), step[i]!)));
