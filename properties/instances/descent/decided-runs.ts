import { rate } from '../../../src/descent/schedule.ts';
import { descend } from '../../../src/descent/sgd.ts';
import type { Draw } from '../../../src/law/draw.ts';
import { Undecided } from '../../../src/scalar/algebra.ts';
import { filter } from '../../../src/scalar/filter.ts';
import { modelSubgradient, projectModel } from '../../model.ts';
import type { OnlineRun } from './online-run.ts';

/**
 * A run that does not stop at a tie between faces of a polytope while its gradients are logistic: on which face such an
 * iterate lies no reading tells, because exp is in it. Others are drawn again.
 */
export function decided(draw: Draw, generate: (draw: Draw) => OnlineRun): OnlineRun {
  const run = generate(draw);
  return mayStop(run) && stops(run) ? decided(draw, generate) : run;
}

const mayStop = ({ set, losses }: OnlineRun): boolean =>
  set.kind === 'polytope' && losses.some(({ kind }) => kind === 'logistic');

function stops({ set, start, losses, schedule }: OnlineRun): boolean {
  try {
    descend(filter, {
      start: filter.vector(start),
      horizon: losses.length,
      project: (x) => projectModel(filter, set, x),
      gradient: (t, theta) => modelSubgradient(filter, losses[t - 1]!, theta),
      rate: (t) => rate(filter, schedule, t),
    });
    return false;
  } catch (error) {
    if (error instanceof Undecided) return true;
    throw error;
  }
}
