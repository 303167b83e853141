import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { fitted, fittedWithin } from '../../instances/descent/horizon-runs.ts';
import { type OnlineRun, onlineRuns, simplerRuns } from '../../instances/descent/online-run.ts';
import type { ModelLoss } from '../../model.ts';

const forms = onlineRuns({ sets: ['box'], losses: ['linear'], schedules: ['decay'] });

/** Short runs on a box of one or two dimensions, in whole numbers: where the simplest witnesses live. */
const short: Instances<OnlineRun> = {
  ...forms,
  generate: (draw) => {
    const d = draw.integer(1, 2);
    const upper = draw.list(d, () => draw.integer(1, 3));
    const inside = (): number[] => upper.map((hi) => draw.integer(0, hi));
    const slope = (): number[] => draw.list(d, () => draw.integer(-3, 3));
    const first = slope();
    const steady = draw.chance(0.7);
    return {
      set: { kind: 'box', lower: upper.map(() => 0), upper },
      start: inside(),
      comparator: inside(),
      losses: draw.list(draw.integer(1, 6), () => ({ kind: 'linear', slope: steady ? first : slope() })),
      schedule: { kind: 'decay', alpha: draw.integer(1, 8) / 4 },
    };
  },
};

type Change = (draw: Draw, run: OnlineRun) => OnlineRun;

/** Runs with the rate D/(G√T) of their own set and losses, but for one change before or after that rate is set. */
function changedHorizonRuns(before: Change, after: Change = (_draw, run) => run): Instances<OnlineRun> {
  return {
    ...short,
    generate: (draw) => after(draw, fitted(draw, before(draw, short.generate(draw)))),
    *simplify(run) {
      for (const simpler of simplerRuns(run)) {
        yield fittedWithin(simpler);
        yield simpler;
        if (simpler.schedule.kind === 'horizon' && run.schedule.kind === 'horizon') {
          const change = simpler.losses.length - run.losses.length;
          yield { ...simpler, schedule: { ...simpler.schedule, horizon: run.schedule.horizon + change } };
        }
      }
    },
  };
}

/** Runs with the rates α/√t that are as they should be but for one change. */
const changedDecayRuns = (change: Change): Instances<OnlineRun> => ({
  ...short,
  generate: (draw) => change(draw, short.generate(draw)),
  simplify: simplerRuns,
});

const unchanged: Change = (_draw, run) => run;

const toTwoPoints: Change = (draw, run) => {
  const points = [run.start, run.start.map(() => draw.integer(-2, 2))];
  return { ...run, set: { kind: 'finite', points }, comparator: draw.pick(points) };
};

const toAnyComparator: Change = (draw, run) => ({ ...run, comparator: run.start.map(() => draw.integer(-4, 4)) });

/** −|w · θ − b|, which holds an iterate at its top, where the subgradient is 0. */
const toConcave: Change = (draw, run) => {
  const feature = run.start.map(() => draw.integer(-2, 2));
  const target = feature.reduce((sum, w, i) => sum + w * Number(run.start[i]), draw.chance(0.3) ? 1 : 0);
  const loss: ModelLoss = { kind: 'negated', loss: { kind: 'absolute', feature, target } };
  return { ...run, losses: run.losses.map(() => loss) };
};

export const twoPointHorizonRuns = changedHorizonRuns(toTwoPoints);
export const anyComparatorHorizonRuns = changedHorizonRuns(toAnyComparator);
export const concaveHorizonRuns = changedHorizonRuns(toConcave);

/** D, G or T of the schedule is another number than the run's. */
export const otherDiameter = changedHorizonRuns(unchanged, (draw, run) =>
  run.schedule.kind === 'horizon' ? { ...run, schedule: { ...run.schedule, diameter: draw.integer(1, 4) } } : run,
);
export const otherGradientBound = changedHorizonRuns(unchanged, (draw, run) =>
  run.schedule.kind === 'horizon' ? { ...run, schedule: { ...run.schedule, gradientBound: draw.integer(1, 4) } } : run,
);
export const otherHorizon = changedHorizonRuns(unchanged, (draw, run) =>
  run.schedule.kind === 'horizon' ? { ...run, schedule: { ...run.schedule, horizon: draw.integer(1, 8) } } : run,
);

/** Two points on a line and a first step just too short to leave the start: α is half their distance over the slope. */
export const twoPointDecayRuns = changedDecayRuns((draw, run) => {
  const half = draw.integer(1, 3);
  const slope = draw.integer(1, 3);
  return {
    set: { kind: 'finite', points: [[half], [-half]] },
    start: [half],
    comparator: [-half],
    losses: run.losses.map(() => ({ kind: 'linear', slope: [slope] })),
    schedule: { kind: 'decay', alpha: ratio(half, slope) },
  };
});
export const anyComparatorDecayRuns = changedDecayRuns(toAnyComparator);
export const concaveDecayRuns = changedDecayRuns(toConcave);

/** α < 0. */
export const negativeAlpha = changedDecayRuns((draw, run) => ({
  ...run,
  schedule: { kind: 'decay', alpha: -draw.integer(1, 4) / 2 },
}));

/** G² claimed too small. */
export const smallGradientClaimed = changedDecayRuns((draw, run) => ({
  ...run,
  bounds: { squaredDistance: draw.integer(1, 64), squaredGradient: draw.integer(0, 2) },
}));

/** Nothing to learn and nowhere to go: the losses are 0 and the run starts at the comparator. */
export const atRest = changedDecayRuns((_draw, run) => ({
  ...run,
  comparator: run.start,
  losses: run.losses.map(() => ({ kind: 'linear', slope: run.start.map(() => 0) })),
}));

/**
 * D² claimed from the start alone: the run starts at c, is led away by n equal slopes and comes back by as many
 * opposite ones. With decaying rates the way back is shorter than the way out, and D² = 0 does not see it.
 */
export const distanceOfStartClaimed = changedDecayRuns((draw, run) => {
  const there = draw.integer(2, 12);
  const losses = Array.from(
    { length: 2 * there },
    (_, t): ModelLoss => ({
      kind: 'linear',
      slope: [t < there ? -1 : 1],
    }),
  );
  return {
    ...run,
    set: { kind: 'box', lower: [0], upper: [draw.integer(4, 16)] },
    start: [0],
    comparator: [0],
    losses,
    schedule: { kind: 'decay', alpha: 1 },
    bounds: { squaredDistance: 0, squaredGradient: 1 },
  };
});
