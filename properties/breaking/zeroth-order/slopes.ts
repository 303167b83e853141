import { finite } from '../../instances/zeroth-order/directions.ts';
import { polynomial } from '../../instances/zeroth-order/objectives.ts';
import { type SlopeCase, slopeCases } from '../../instances/zeroth-order/slope-case.ts';

/** x √|x| at 0 with small ε, said to have a derivative with Lipschitz constant 1. */
export const rootSlopes = slopeCases(
  (draw): SlopeCase => ({
    objective: { kind: 'root' },
    point: [0],
    directions: { kind: 'rademacher', dimension: 1 },
    smoothing: 1 / draw.pick([1, 4, 16]),
    baseline: 0,
    lipschitz: 1,
  }),
);

/** Linear functions along signs that are twice too long. */
export const longSlopes = slopeCases(
  (draw): SlopeCase => ({
    objective: polynomial([draw.integer(1, 3), [1]]),
    point: [0],
    directions: finite([[-2], 1 / 2], [[2], 1 / 2]),
    smoothing: 1 / draw.pick([2, 4]),
    baseline: 0,
    lipschitz: 1,
  }),
);
