import type { Instances } from '../../../src/law/instances.ts';
import {
  drawTemperatureCase,
  type TemperatureCase,
  temperatureCases,
} from '../../instances/policy/temperature-case.ts';

const cases = temperatureCases('any');

/** The largest weight occurs twice. */
export const tiedTop: Instances<TemperatureCase> = {
  ...cases,
  generate: (draw) => {
    const { weights, inverseTemperature } = drawTemperatureCase(draw);
    return { weights: [...weights, ...weights], inverseTemperature };
  },
};

/** τ < 0. */
export const negativeTemperature: Instances<TemperatureCase> = {
  ...cases,
  generate: (draw) => {
    const drawn = drawTemperatureCase(draw);
    return { ...drawn, inverseTemperature: -drawn.inverseTemperature };
  },
};
