import { type AnyLaw, law } from '../../src/law/law.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { twoIntegers } from '../breaking/descent/derivation.ts';
import { anyComparator } from '../breaking/descent/online-runs.ts';
import { type OnlineRun, onlineRuns } from '../instances/descent/online-run.ts';
import { ALL_SETS } from '../instances/descent/sets.ts';
import { memberOfModel } from '../model.ts';
import { searched } from '../necessity.ts';
import { projectionMoved } from './derivation-runs.ts';
import { comparatorInside, convexSet } from './hypotheses.ts';
import { aboutProjection, cites } from './projection-reading.ts';
import { mistakes } from './projection-teeth.ts';
import { SECTIONS } from './sections.ts';
import { type SgdParts, trace } from './subject.ts';
import { gradientSign, projectionBeforeStep } from './teeth/parts.ts';

/** One step of projected SGD: all that A-(17) and A-(18) speak of. On longer runs they are claimed of every step. */
const oneStep = onlineRuns({
  sets: ALL_SETS,
  losses: ['linear', 'quadratic', 'absolute', 'hinge', 'max-affine'],
  schedules: ['constant', 'decay'],
  horizon: 1,
});

const shared = { ...aboutProjection, section: SECTIONS.projection, instances: oneStep } as const;

export const feasible = law<OnlineRun, SgdParts>({
  ...shared,
  id: 'proj.feasible',
  cites: cites(17),
  states: String.raw`\theta_{t+1}=\Pi\bigl(\theta_t-\eta_t\,g(x_t,\theta_t)\bigr)\in\Theta`,
  says: 'A step of projected SGD ends in Θ, whatever the loss and the rate.',
  hypotheses: [],
  claim: (F, run, use) =>
    trace(F, run, use)
      .iterates.slice(1)
      .map((theta) => memberOfModel(F, run.set, theta)),
  cover: { 'the step left Θ': projectionMoved(0.3) },
  teeth: {
    ...mistakes('no-projection', 'projection-sign', 'simplex-threshold-off-by-one', 'simplex-clips-first'),
    'projection-before-step': { says: 'θ_t is projected before the step, not after it.', use: projectionBeforeStep },
  },
});

export const stepNonexpansive = law<OnlineRun, SgdParts>({
  ...shared,
  id: 'proj.step',
  cites: cites(18),
  states: String.raw`\|\theta_{t+1}-\theta^*\|\le\|\theta_t-\eta_t\,g(x_t,\theta_t)-\theta^*\|`,
  says: 'After a projected step the iterate is no farther from any point of Θ than it would be without the projection: (19) at φ = θ_t − η_t g.',
  hypotheses: [convexSet(searched(twoIntegers)), comparatorInside(searched(anyComparator))],
  claim: (F, run, use) => {
    const { iterates, gradients, rates, comparator } = trace(F, run, use);
    return gradients.map((g, t) =>
      atMost(
        F.squaredNorm(F.minus(iterates[t + 1]!, comparator)),
        F.squaredNorm(F.minus(F.minus(iterates[t]!, F.scale(rates[t]!, g)), comparator)),
        'squared distance to the comparator',
      ),
    );
  },
  cover: {
    'ratio below 1': { atLeast: 0.2, when: (_run, ratio) => ratio !== undefined && ratio < 1 },
  },
  teeth: {
    ...mistakes('projection-sign', 'ball-moves-interior-points', 'halfspace-not-normalized'),
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  },
});

export const projectedSteps: readonly AnyLaw[] = [feasible, stepNonexpansive];
