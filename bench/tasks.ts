import fc from 'fast-check';
import { ball, descend, lossValue, project, subgradient } from '../src/index.ts';
import { decide, decideIn } from '../src/law/decide.ts';
import type { Vector } from '../src/scalar/algebra.ts';
import { float64 } from '../src/scalar/float64.ts';
import { interval } from '../src/scalar/interval.ts';
import { comparisons } from '../src/scalar/relation.ts';
import { type Slice, slices } from './measure.ts';
import { flatArray, type Workload, workloads } from './workloads.ts';

const SEED = 9902;
const TOLERANCE = 1e-9;

const check = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => boolean): Slice =>
  slices((cases) => {
    fc.check(fc.property(arbitrary, predicate), { seed: SEED, numRuns: cases });
  });

/** The law in plain numbers with a tolerance: fast, and wrong where it matters. */
const closeEnough = ({ law }: Workload, instance: unknown): boolean =>
  [...comparisons(law.claim(float64, instance, law.reference))].every(
    ({ left, right }) => left <= right + TOLERANCE * Math.max(1, Math.abs(right)),
  );

const perWorkload: Readonly<Record<string, (workload: Workload) => Slice>> = {
  ladder: (workload) =>
    check(workload.instances, (instance) => {
      const { law } = workload;
      return decide((F) => law.claim(F, instance, law.reference), law.ladder).outcome === 'holds';
    }),
  'plain numbers, tolerance': (workload) => check(workload.instances, (instance) => closeEnough(workload, instance)),
  'decimal.js, 50 digits': ({ law, instances }) =>
    check(instances, (instance) => {
      decideIn(interval(50), (F) => law.claim(F, instance, law.reference));
      return true;
    }),
  'generation alone': ({ instances }) => check(instances, () => true),
  'flat fast-check array': ({ numbers }) => check(flatArray(numbers), () => true),
};

const d = 10;
const steps = 1000;
const unitBall = ball(new Array(d).fill(0), 1);
const losses = Array.from({ length: steps }, (_, t) => ({
  kind: 'linear' as const,
  slope: Array.from({ length: d }, (_, i) => Math.sin(t * d + i)),
}));

function libraryRun(): Vector<number> {
  const { iterates } = descend<number, Vector<number>>(float64, {
    start: new Array(d).fill(0),
    horizon: steps,
    project: (x) => project(float64, unitBall, x),
    gradient: (t, theta) => subgradient(float64, losses[t - 1]!, theta),
    rate: (t) => 1 / Math.sqrt(t),
  });
  return iterates.at(-1)!;
}

/** The same run as one would write it by hand. */
function handWrittenRun(): Vector<number> {
  const iterates: number[][] = [new Array<number>(d).fill(0)];
  for (let t = 1; t <= steps; t++) {
    const theta = iterates[t - 1]!;
    const { slope } = losses[t - 1]!;
    const eta = 1 / Math.sqrt(t);
    const next = new Array<number>(d);
    let squared = 0;
    for (let i = 0; i < d; i++) {
      const x = theta[i]! - eta * slope[i]!;
      next[i] = x;
      squared += x * x;
    }
    const factor = 1 / Math.max(1, Math.sqrt(squared));
    for (let i = 0; i < d; i++) next[i]! *= factor;
    iterates.push(next);
  }
  return iterates.at(-1)!;
}

const repeat = (run: () => Vector<number>): Slice =>
  slices((cases) => {
    for (let k = 0; k < cases; k++) run();
  });

/** Every measurement by name, after a warm-up. Each runs in a process of its own, so that none slows another down. */
export const tasks: ReadonlyMap<string, () => Slice> = new Map([
  ...workloads.flatMap((workload) =>
    Object.entries(perWorkload).map(
      ([name, measure]) => [`${workload.name} | ${name}`, () => measure(workload)] as const,
    ),
  ),
  ['projected SGD, ball, d = 10, T = 1000 | library, float64', () => repeat(libraryRun)] as const,
  ['projected SGD, ball, d = 10, T = 1000 | by hand', () => repeat(handWrittenRun)] as const,
]);

/** The loss of the last iterate of both runs: equal, or the comparison is of different things. */
export const sameResult = (): boolean =>
  Math.abs(lossValue(float64, losses[0]!, libraryRun()) - lossValue(float64, losses[0]!, handWrittenRun())) < TOLERANCE;
