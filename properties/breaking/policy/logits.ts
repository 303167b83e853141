import type { Instances } from '../../../src/law/instances.ts';
import { type MovedLogits, movedLogits } from '../../instances/policy/moved-logits.ts';
import { type ShiftedTemperatureCase, withFactor } from '../../instances/policy/shifted-temperature-case.ts';
import { negativeTemperature } from './temperatures.ts';

/** τ < 0. */
export const negativeShiftedTemperature: Instances<ShiftedTemperatureCase> = withFactor(negativeTemperature);

/** Moves of any size. */
export const largeMoves: Instances<MovedLogits> = {
  ...movedLogits,
  generate: (draw) => {
    const classes = draw.integer(2, 3);
    const numbers = (): readonly number[] => draw.list(classes, () => draw.integer(-2, 2));
    return { logits: numbers(), moves: numbers() };
  },
};
