import type { Model } from '../theorem/model.ts';
import type { Part } from '../theorem/theorem.ts';
import { averages } from './models/averages.ts';
import { boundsCompared } from './models/bounds-compared.ts';
import { convexity } from './models/convexity.ts';
import { curvature } from './models/curvature.ts';
import { decay } from './models/decay.ts';
import { dykstra } from './models/dykstra.ts';
import { examples } from './models/examples.ts';
import { geometry } from './models/geometry.ts';
import { inRuns } from './models/in-runs.ts';
import { losses } from './models/losses.ts';
import { minimax } from './models/minimax.ts';
import { minimaxLine } from './models/minimax-line.ts';
import { moreau } from './models/moreau.ts';
import { regret } from './models/regret.ts';
import { rootSum } from './models/root-sum.ts';
import { runs } from './models/runs.ts';
import { samples } from './models/samples.ts';
import { schedules } from './models/schedules.ts';
import { strictDiameter } from './models/strict-diameter.ts';
import { stronger } from './models/stronger.ts';
import { sum } from './models/sum.ts';
import { trivialBound } from './models/trivial-bound.ts';

/** Instances, and models without one hypothesis, by `theorem: part`. */
export type Models = Readonly<
  Record<string, { readonly instances?: readonly Model[]; readonly needed?: Readonly<Record<string, Model>> }>
>;

const models: Models = {
  ...averages,
  ...boundsCompared,
  ...convexity,
  ...curvature,
  ...decay,
  ...dykstra,
  ...examples,
  ...geometry,
  ...losses,
  ...minimax,
  ...minimaxLine,
  ...moreau,
  ...regret,
  ...rootSum,
  ...runs,
  ...samples,
  ...schedules,
  ...strictDiameter,
  ...stronger,
  ...sum,
  ...trivialBound,
};

/** The parts of a theorem with the models that `models/` has for them, besides those of their own. */
export const withModels = (theorem: string, parts: readonly Part[]): readonly Part[] =>
  parts.map((part) => {
    const { instances = [], needed = {} } = models[`${theorem}: ${part.name}`] ?? {};
    const inRun = inRuns[`${theorem}: ${part.name}`];
    return {
      ...{ ...part, ...(inRun && { inRun }) },
      instances: [...(part.instances ?? []), ...instances],
      needed: { ...part.needed, ...needed },
    };
  });
