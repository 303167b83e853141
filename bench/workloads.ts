import fc, { type Arbitrary } from 'fast-check';
import { laws } from '../properties/index.ts';
import { drawLoss } from '../properties/instances/descent/losses.ts';
import { drawMember } from '../properties/instances/descent/members.ts';
import type { OnlineRun } from '../properties/instances/descent/online-run.ts';
import type { ProjectionCase } from '../properties/instances/descent/projection-case.ts';
import { drawSchedule } from '../properties/instances/descent/schedules.ts';
import { drawPoint, drawSet } from '../properties/instances/descent/sets.ts';
import type { Draw } from '../src/law/draw.ts';
import { InstanceArbitrary } from '../src/law/instances.ts';
import type { AnyLaw } from '../src/law/law.ts';

/** A law on instances of one fixed size, and a flat array of as many mapped integers to hold generation against. */
export interface Workload {
  readonly name: string;
  readonly law: AnyLaw;
  readonly instances: Arbitrary<unknown>;
  /** How many numbers make up one instance. */
  readonly numbers: number;
}

const STYLE = 'dyadic';

const lawNamed = (id: string): AnyLaw => {
  const found = laws.find((law) => law.id === id);
  if (found === undefined) throw new Error(`There is no law named ${id}.`);
  return found;
};

const regretRun =
  (d: number, steps: number) =>
  (draw: Draw): OnlineRun => {
    const set = drawSet(draw, 'box', d, STYLE);
    return {
      set,
      start: drawMember(draw, set, STYLE),
      comparator: drawMember(draw, set, STYLE),
      losses: draw.list(steps, () => drawLoss(draw, 'linear', d, STYLE)),
      schedule: drawSchedule(draw, 'sequence', steps, STYLE),
    };
  };

const projectionCase =
  (kind: 'ball' | 'simplex', d: number) =>
  (draw: Draw): ProjectionCase => {
    const set = drawSet(draw, kind, d, STYLE);
    return {
      set,
      point: drawPoint(draw, d, STYLE),
      other: drawPoint(draw, d, STYLE),
      member: drawMember(draw, set, STYLE),
      lambda: draw.integer(0, 16) / 16,
    };
  };

function workload(name: string, id: string, generate: (draw: Draw) => unknown, numbers: number): Workload {
  const law = lawNamed(id);
  return { name, law, numbers, instances: new InstanceArbitrary({ ...law.instances, generate }) };
}

/** The workloads of the benchmark. */
export const workloads: readonly Workload[] = [
  workload('regret, box, d = 5, T = 50', 'sgd.regret-bound', regretRun(5, 50), 50 * 5 + 50 + 20),
  workload('nonexpansive, ball, d = 5', 'proj.nonexp-point', projectionCase('ball', 5), 3 * 5 + 7),
  workload('nonexpansive, simplex, d = 10', 'proj.nonexp-point', projectionCase('simplex', 10), 3 * 10 + 2),
];

/** As many integers mapped to the same dyadic grid, as fast-check makes them. */
export const flatArray = (numbers: number): Arbitrary<number[]> =>
  fc.array(
    fc.integer({ min: -64, max: 64 }).map((n) => n / 16),
    { minLength: numbers, maxLength: numbers },
  );
