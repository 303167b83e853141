import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type Exact, type ExactVector, ratio } from '../../../src/scalar/exact.ts';
import { drawLoss } from '../../instances/descent/losses.ts';
import { type OnlineRun, onlineRuns } from '../../instances/descent/online-run.ts';

const smallRate = (draw: Draw): number => draw.integer(1, 8) / 4;
const linear = (slope: number): OnlineRun['losses'][number] => ({ kind: 'linear', slope: [slope] });

/** Runs of a few steps on an interval of whole numbers, and so are the slopes: where the simplest witnesses live. */
export const tinyRuns: Instances<OnlineRun> = {
  ...onlineRuns({ sets: ['box'], losses: ['linear'], schedules: ['constant', 'sequence'] }),
  generate: (draw) => {
    const lower = draw.integer(-1, 1);
    const upper = lower + draw.integer(0, 2);
    const rates = draw.list(draw.integer(1, 3), () => smallRate(draw)).sort((a, b) => b - a);
    return {
      set: { kind: 'box', lower: [lower], upper: [upper] },
      start: [draw.integer(lower, upper)],
      comparator: [draw.integer(lower, upper)],
      losses: rates.map(() => linear(draw.integer(-2, 2))),
      schedule: draw.chance(0.5) ? { kind: 'constant', rate: rates[0]! } : { kind: 'sequence', rates },
    };
  },
};

const changed = (change: (draw: Draw, run: OnlineRun) => OnlineRun): Instances<OnlineRun> => ({
  ...tinyRuns,
  generate: (draw) => change(draw, tinyRuns.generate(draw)),
});

/** Θ is two whole numbers, and the start and the comparator are among them. */
export const twoIntegers = changed((draw, run) => {
  const points = [[draw.integer(-2, 2)], [draw.integer(-2, 2)]];
  return {
    set: { kind: 'finite', points },
    start: draw.pick(points),
    comparator: draw.pick(points),
    losses: run.losses.slice(0, 2).map(() => linear(draw.integer(-2, 2))),
    schedule: { kind: 'constant', rate: smallRate(draw) },
  };
});

/** Θ is an interval of whole numbers, the start is an end of it, and the comparator lies beyond. */
export const comparatorBeyond = changed((draw, run) => {
  const lower = draw.integer(-1, 1);
  const upper = lower + draw.integer(0, 1);
  return {
    set: { kind: 'box', lower: [lower], upper: [upper] },
    start: [draw.pick([lower, upper])],
    comparator: [upper + draw.integer(1, 2)],
    losses: run.losses.slice(0, 2).map(() => linear(draw.integer(-1, 1))),
    schedule: { kind: 'constant', rate: smallRate(draw) },
  };
});

/** The same instances without a projection. */
export const unprojected = (instances: Instances<OnlineRun>): Instances<OnlineRun> => ({
  ...instances,
  generate: (draw) => {
    const run = instances.generate(draw);
    return { ...run, set: { kind: 'space', dimension: run.start.length } };
  },
});

/** Rates in any order. */
export const anyOrderOfRates = changed((draw, run) => ({
  ...run,
  schedule: { kind: 'sequence', rates: run.losses.map(() => smallRate(draw)) },
}));

/** A constant negative rate. */
export const negativeRates = changed((draw, run) => ({
  ...run,
  schedule: { kind: 'constant', rate: -smallRate(draw) },
}));

/** G² claimed too small, D² large enough. */
export const gradientClaimedSmall = changed((draw, run) => ({
  ...run,
  bounds: { squaredDistance: draw.integer(0, 4), squaredGradient: draw.integer(0, 3) },
}));

/** D² claimed too small, G² large enough. */
export const distanceClaimedSmall = changed((draw, run) => ({
  ...run,
  losses: run.losses.map(() => linear(draw.integer(-2, 2))),
  bounds: { squaredDistance: draw.integer(0, 3), squaredGradient: 4 },
}));

/** On the line without a projection, from the comparator itself, with rates that may fall. */
export const fallingRates = changed((draw, run) => {
  const rates = run.losses.map(() => smallRate(draw)).sort((a, b) => b - a);
  const start = [draw.integer(-1, 1)];
  return {
    set: { kind: 'space', dimension: 1 },
    start,
    comparator: draw.chance(0.7) ? start : [draw.integer(-1, 1)],
    losses: run.losses.map(() => linear(draw.integer(-2, 2))),
    schedule: { kind: 'sequence', rates },
  };
});

/** Negatives of convex losses of every kind with a value that is not affine. */
export const negatedLosses = changed((draw, run) => ({
  ...run,
  losses: run.losses.map(() => {
    const kind = draw.pick(['hinge', 'quadratic', 'absolute', 'max-affine'] as const);
    return { kind: 'negated', loss: drawLoss(draw, kind, 1, 'integer') };
  }),
}));

/** Half of the runs with all their losses negated, so that they are concave. */
export const mixedConvexity = (base: Instances<OnlineRun>): Instances<OnlineRun> => ({
  ...base,
  generate: (draw) => {
    const run = base.generate(draw);
    if (draw.chance(0.5)) return run;
    return {
      ...run,
      losses: run.losses.map((loss) => (loss.kind === 'negated' ? loss : { kind: 'negated', loss })),
    };
  },
});

/** Losses that change from step to step, at rates near D/G. */
export const changingLosses = changed((draw, run) => ({
  ...run,
  losses: run.losses.map(() => {
    const kind = draw.pick(['linear', 'absolute', 'hinge'] as const);
    return drawLoss(draw, kind, 1, 'integer');
  }),
  schedule: { kind: 'constant', rate: smallRate(draw) },
}));

/** Every loss as the first one. */
export const withOneLoss = (instances: Instances<OnlineRun>): Instances<OnlineRun> => {
  const same = (run: OnlineRun): OnlineRun => ({ ...run, losses: run.losses.map(() => run.losses[0]!) });
  return {
    ...instances,
    generate: (draw) => same(instances.generate(draw)),
    *simplify(run) {
      for (const simpler of instances.simplify(run)) {
        const changesALaterLoss =
          simpler.losses !== run.losses &&
          simpler.losses.length === run.losses.length &&
          simpler.losses[0] === run.losses[0];
        if (!changesALaterLoss) yield same(simpler);
      }
    },
  };
};

/** A constant negative rate, and losses with a kink. */
export const negativeRatesAtKinks = changed((draw, run) => ({
  ...run,
  losses: run.losses.map(() => drawLoss(draw, 'absolute', 1, 'integer')),
  schedule: { kind: 'constant', rate: -smallRate(draw) },
}));

/** η_t = 1/(σ t) for σ = numerator/2. */
export const ratesOfCurvature = (numerator: number, horizon: number): Exact[] =>
  Array.from({ length: horizon }, (_, t) => ratio(2, numerator * (t + 1)));

/**
 * The runs with quadratic losses of curvature σ, or a little more for `others`, and rates 1/(σ t), σ a small multiple
 * of 1/2.
 */
export const stronglyConvex = (runs: Instances<OnlineRun>, others: boolean, sign = 1): Instances<OnlineRun> => ({
  ...runs,
  generate: (draw) => {
    const run = runs.generate(draw);
    const numerator = draw.integer(1, 6);
    const center = (): ExactVector => run.start.map(() => draw.integer(-8, 8) / 2);
    return {
      ...run,
      losses: run.losses.map(() => {
        const extra = others && draw.chance(0.3) ? draw.integer(1, 4) / 2 : 0;
        return { kind: 'quadratic', curvature: numerator / 2 + extra, center: center() };
      }),
      schedule: { kind: 'sequence', rates: ratesOfCurvature(sign * numerator, run.losses.length) },
    };
  },
});

/** Strongly convex runs whose losses become less curved than the rates suppose, or more. */
export const recurved = (runs: Instances<OnlineRun>, step: 1 | -1): Instances<OnlineRun> => ({
  ...runs,
  generate: (draw) => {
    const run = runs.generate(draw);
    return {
      ...run,
      losses: run.losses.map((loss) => {
        if (loss.kind !== 'quadratic') return loss;
        return { ...loss, curvature: Math.max(0, Number(loss.curvature) + (step * draw.integer(0, 4)) / 2) };
      }),
    };
  },
});

/** The runs with rates of their own, in any order, from the second step on. */
export const otherRates = (runs: Instances<OnlineRun>): Instances<OnlineRun> => ({
  ...runs,
  generate: (draw) => {
    const run = runs.generate(draw);
    if (run.schedule.kind !== 'sequence') return run;
    const [first] = run.schedule.rates;
    return {
      ...run,
      schedule: { kind: 'sequence', rates: run.losses.map((_, t) => (t === 0 ? first! : smallRate(draw))) },
    };
  },
});

/** The start lies outside of an interval of whole numbers, the comparator is its far end. */
export const startBeyond = changed((draw, run) => {
  const lower = draw.integer(-1, 1);
  const upper = lower + draw.integer(0, 1);
  return {
    set: { kind: 'box', lower: [lower], upper: [upper] },
    start: [upper + draw.integer(1, 3)],
    comparator: [lower],
    losses: run.losses.slice(0, 2).map(() => linear(draw.integer(1, 2))),
    schedule: { kind: 'constant', rate: 1 },
  };
});

/** The runs with a linear first loss that is not constant. */
export const startingSteep = (runs: Instances<OnlineRun>): Instances<OnlineRun> => ({
  ...runs,
  generate: (draw) => {
    const run = runs.generate(draw);
    const slope = draw.list(run.start.length, () => draw.integer(-4, 4));
    if (!slope.some((x) => x !== 0)) slope[0] = 1;
    return { ...run, losses: [{ kind: 'linear', slope }, ...run.losses.slice(1)] };
  },
});

/** Θ is the two points (0, 0) and (1, 0) of the plane, and the run goes from the one against the other. */
export const twoPointsInThePlane = changed((draw) => ({
  set: {
    kind: 'finite',
    points: [
      [0, 0],
      [1, 0],
    ],
  },
  start: [0, 0],
  comparator: [1, 0],
  losses: draw.list(draw.integer(2, 5), () => ({
    kind: 'linear',
    slope: [-draw.integer(1, 2), draw.integer(-2, 2)],
  })),
  schedule: { kind: 'constant', rate: 1 },
}));
