import { reference, type SgdParts } from '../subject.ts';

/** The iterates are not projected. */
export const noProjection: SgdParts = { ...reference, project: (_F, _set, x) => x };

/** The step ascends. */
export const gradientSign: SgdParts = {
  ...reference,
  step: (F, project, theta, eta, g) => project(F.plus(theta, F.scale(eta, g))),
};

/** The projection comes before the step. */
export const projectionBeforeStep: SgdParts = {
  ...reference,
  step: (F, project, theta, eta, g) => F.minus(project(theta), F.scale(eta, g)),
};

/** Step t uses η_{t+1}. */
export const rateIndexOffByOne: SgdParts = {
  ...reference,
  rate: (F, schedule, t) =>
    reference.rate(F, schedule, schedule.kind === 'sequence' ? Math.min(t + 1, schedule.rates.length) : t + 1),
};

/** The rates increase: a planted mistake with its sentence, because a witness shows the rates as they were given. */
export const increasingRates = {
  says: 'A sequence of rates is used in reverse order, other rates are multiplied by t: the rates increase.',
  use: {
    ...reference,
    rate: (F, schedule, t) =>
      schedule.kind === 'sequence'
        ? F.of(schedule.rates[schedule.rates.length - t]!)
        : F.mul(F.of(t), reference.rate(F, schedule, t)),
  } satisfies SgdParts,
};
