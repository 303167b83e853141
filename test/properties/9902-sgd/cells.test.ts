import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finalLaw } from '../../../properties/9902-sgd/assumptions.ts';
import { case1, case2 } from '../../../properties/9902-sgd/examples.ts';
import { regretBoundLaw } from '../../../properties/9902-sgd/first-look.ts';
import {
  dividedByLambda,
  minimalOnSegment,
  pythagorean,
  squared,
} from '../../../properties/9902-sgd/projection-proof.ts';
import { LOSS_KINDS } from '../../../properties/instances/descent/losses.ts';
import type { OnlineRun } from '../../../properties/instances/descent/online-run.ts';
import { BOUNDED_SETS } from '../../../properties/instances/descent/sets.ts';
import { InstanceArbitrary, type Instances } from '../../../src/law/instances.ts';

const SCHEDULES = ['constant', 'horizon', 'decay', 'sequence'] as const;
const MOST_DRAWS = 20_000;
const BATCH = 500;

const cell = ({ set, losses, schedule }: OnlineRun): string =>
  [set.kind, losses[0]!.kind, schedule.kind].join(' with ');

/** The combinations of a set, a loss and a schedule that are not drawn. */
function neverDrawn(instances: Instances<OnlineRun>, schedules: readonly string[]): readonly string[] {
  const missing = new Set(
    BOUNDED_SETS.flatMap((set) =>
      LOSS_KINDS.flatMap((loss) => schedules.map((schedule) => [set, loss, schedule].join(' with '))),
    ),
  );
  for (let seed = 0; seed < MOST_DRAWS / BATCH && missing.size > 0; seed++) {
    const drawn = fc.sample(new InstanceArbitrary(instances), { numRuns: BATCH, seed });
    for (const run of drawn) missing.delete(cell(run));
  }
  return [...missing];
}

test.each([regretBoundLaw, finalLaw, case1, case2])('$id is asked about runs in up to 32 dimensions', (law) => {
  const runs = fc.sample(new InstanceArbitrary(law.instances), { numRuns: 1000, seed: 1 });
  const dimensions = runs.map(({ start }) => start.length);
  expect(Math.max(...dimensions)).toBe(32);
  expect(dimensions.filter((d) => d > 16).length).toBeGreaterThanOrEqual(3);
});

test.each([minimalOnSegment, squared, dividedByLambda, pythagorean])(
  '$id is asked about points in up to 32 dimensions',
  (law) => {
    const cases = fc.sample(new InstanceArbitrary(law.instances), { numRuns: 1000, seed: 1 });
    expect(Math.max(...cases.map(({ point }) => point.length))).toBe(32);
  },
);

test.each([
  [regretBoundLaw, SCHEDULES],
  [finalLaw, SCHEDULES],
  [case1, ['horizon']],
  [case2, ['decay']],
] as const)(
  '$id is asked about every bounded set with every loss and every schedule that it speaks of',
  (law, schedules) => {
    expect(neverDrawn(law.instances, schedules)).toEqual([]);
  },
);
