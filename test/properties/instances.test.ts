import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onlineRuns } from '../../properties/instances/descent/online-run.ts';
import { type ProjectionCase, projectionCases } from '../../properties/instances/descent/projection-case.ts';
import { ALL_SETS, BOUNDED_SETS } from '../../properties/instances/descent/sets.ts';
import { memberOfModel, projectModel } from '../../properties/model.ts';
import { isTrue } from '../../src/law/decide.ts';
import { InstanceArbitrary, type Instances } from '../../src/law/instances.ts';
import { search } from '../../src/law/search.ts';
import { exactNumbers } from '../../src/law/simplify.ts';
import { toDouble } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';

const CASES = 2000;

const drawn = <I>(instances: Instances<I>): I[] =>
  fc.sample(new InstanceArbitrary(instances), { numRuns: CASES, seed: 9902 });

const share = <I>(instances: readonly I[], when: (instance: I) => boolean): number =>
  instances.filter(when).length / instances.length;

const cases = drawn(projectionCases(ALL_SETS));
const runs = drawn(
  onlineRuns({
    sets: BOUNDED_SETS,
    losses: ['linear', 'quadratic', 'absolute', 'hinge', 'logistic', 'max-affine'],
    schedules: ['constant', 'horizon', 'decay', 'sequence'],
  }),
);

const inside = ({ set, point }: ProjectionCase): boolean => isTrue((F) => memberOfModel(F, set, F.vector(point)));

const moved = ({ set, point }: ProjectionCase): number => {
  const x = point.map(toDouble);
  return float64.norm(float64.minus(x, projectModel(float64, set, x)));
};

const hasRepeats = ({ point }: ProjectionCase): boolean => new Set(point.map(toDouble)).size < point.length;

const usesAllBits = (instance: unknown): boolean =>
  exactNumbers(instance).some((x) => typeof x === 'number' && x !== 0 && Math.fround(x) !== x);

describe('how often the draws reach what bugs hide in', () => {
  test.each<readonly [name: string, atLeast: number, when: (instance: ProjectionCase) => boolean]>([
    ['one coordinate', 0.05, ({ point }) => point.length === 1],
    ['more than 20 coordinates', 0.02, ({ point }) => point.length > 20],
    ['repeated coordinates', 0.1, hasRepeats],
    ['points of the set', 0.1, inside],
    ['points outside', 0.4, (instance) => !inside(instance)],
    ['points near the set, but outside', 0.02, (instance) => moved(instance) > 0 && moved(instance) < 0.01],
    ['numbers of 53 bits', 0.05, usesAllBits],
    ['fractions', 0.05, (instance) => exactNumbers(instance).some((x) => typeof x !== 'number')],
    ['numbers beyond a million', 0.02, ({ point }) => point.some((x) => Math.abs(toDouble(x)) > 2 ** 19)],
  ])('projection cases: %s', (_name, atLeast, when) => {
    expect(share(cases, when)).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(ALL_SETS)('every kind of set comes up: %s', (kind) => {
    expect(share(cases, ({ set }) => set.kind === kind)).toBeGreaterThanOrEqual(0.05);
  });

  test.each<readonly [name: string, atLeast: number, when: (run: (typeof runs)[number]) => boolean]>([
    ['one step', 0.05, ({ losses }) => losses.length === 1],
    ['more than 32 steps', 0.03, ({ losses }) => losses.length > 32],
    ['more than 20 coordinates', 0.02, ({ start }) => start.length > 20],
    ['rates that fall', 0.2, ({ schedule }) => schedule.kind === 'decay' || schedule.kind === 'sequence'],
    ['start and comparator apart', 0.5, ({ start, comparator }) => `${start}` !== `${comparator}`],
  ])('runs: %s', (_name, atLeast, when) => {
    expect(share(runs, when)).toBeGreaterThanOrEqual(atLeast);
  });
});

describe('bugs that only some inputs show are found in 1000 cases, at every one of ten seeds', () => {
  const instances = projectionCases(ALL_SETS);

  test.each<readonly [name: string, shows: (instance: ProjectionCase) => boolean]>([
    ['only above 20 coordinates', ({ point }) => point.length > 20],
    ['only where three coordinates are equal', ({ point }) => countOfMost(point.map(toDouble)) >= 3],
    ['only at a point of the set itself', ({ point, member }) => `${point}` === `${member}`],
    ['only on a simplex in three or more coordinates', ({ set, point }) => set.kind === 'simplex' && point.length > 2],
    ['only at λ = 1', ({ lambda }) => toDouble(lambda) === 1],
  ])('%s', (_name, shows) => {
    for (let seed = 1; seed <= 10; seed++) {
      const { failure } = search(instances, (instance) => !shows(instance), { seed, from: 0, to: 1000, shrink: false });
      expect(failure).toBeDefined();
    }
  });

  function countOfMost(values: readonly number[]): number {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Math.max(...counts.values());
  }
});
