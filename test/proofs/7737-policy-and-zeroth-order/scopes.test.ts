import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';
import { upTo } from '../../../proofs/7737-policy-and-zeroth-order/shapes.ts';
import { freeNumbers } from '../../../proofs/theorem/law-reading.ts';
import { InstanceArbitrary } from '../../../src/law/instances.ts';
import { rational } from '../../../src/scalar/rational.ts';

const KINDS = {
  rademacher: 'signs',
  skewed: 'skewed',
  'three-point': 'three-point',
  normal: 'normal',
  sphere: 'sphere',
  'one-sided': 'one-sided',
} as const;

/** The largest number after `d = ` in the names of the shapes. */
const largest = (names: readonly string[], letter: string): number =>
  Math.max(0, ...names.map((name) => Number(new RegExp(`\\b${letter} = (\\d+)`).exec(name)?.[1] ?? 0)));

describe('a scope promises no more than the shapes that are read', () => {
  const about = lawTheorems.map(({ law, scope, shapes }) => ({
    id: law.id,
    scope,
    names: shapes.map(({ name }) => name),
  }));

  test.each(['K', 'd', 'n'])('in size: %s', (letter) => {
    const found = about.flatMap(({ id, scope, names }) => {
      const bound = Number(new RegExp(`^${letter} <= (\\d+)`).exec(scope)?.[1] ?? 0);
      const read = largest(names, letter);
      return bound === 0 || read === 0 || bound === read ? [] : [`${id}: ${letter} <= ${bound}, read up to ${read}`];
    });
    expect(found).toEqual([]);
  });

  test.each([
    ['K', 2],
    ['d', 1],
  ])('in every size up to the largest of a kind: %s', (letter, least) => {
    const found = about.flatMap(({ id, scope, names }) => {
      if (!scope.startsWith(`${letter} <= `)) return [];
      return [...new Set(names.map(kindOf))].flatMap((kind) => {
        const read = names.filter((name) => kindOf(name) === kind).map((name) => largest([name], letter));
        const missing = upTo(least, Math.max(0, ...read)).filter((size) => !read.includes(size));
        return missing.length === 0 || STARTS_LATER.has(id) ? [] : [`${id}: no ${letter} = ${missing} of ${kind}`];
      });
    });
    expect(found).toEqual([]);
  });

  test('in every way to share parameters', () => {
    const splits = lawTheorems.flatMap(({ law, shapes }) =>
      shapes.flatMap(({ name }) => {
        const [, d, T, first, second] = /^d = (\d+), T = (\d+), (\d+) and (\d+) parameters$/.exec(name) ?? [];
        return d === undefined
          ? []
          : [{ id: law.id, d: Number(d), T: Number(T), split: [Number(first), Number(second)] }];
      }),
    );
    for (const { id, d, T } of splits) {
      const read = splits.filter((each) => each.id === id && each.d === d && each.T === T).map(({ split }) => split);
      expect(read).toEqual(upTo(1, d - 1).map((first) => [first, d - first]));
    }
    expect(splits.length).toBeGreaterThan(10);
  });

  test('in the number of samples', () => {
    const found = about.flatMap(({ id, scope, names }) => {
      const [, most] = /K\^N <= (\d+)/.exec(scope) ?? [];
      if (most === undefined) return [];
      const read = names.flatMap((name) => {
        const [, K, N] = /^K = (\d+).*, N = (\d+)$/.exec(name) ?? [];
        return K === undefined ? [] : [`${K}^${N}`];
      });
      const least = Math.min(...read.map((power) => Number(power.split('^')[1])));
      const [, classes] = /^K <= (\d+)/.exec(scope)!;
      const promised = [2, 3, 4, 5, 6].flatMap((K) =>
        [1, 2, 3, 4, 5].flatMap((N) =>
          K <= Number(classes) && N >= least && K ** N <= Number(most) ? [`${K}^${N}`] : [],
        ),
      );
      return promised.filter((power) => !read.includes(power)).map((power) => `${id}: ${power}`);
    });
    expect(found).toEqual([]);
  });

  test('in the kinds of directions', () => {
    const found = about.flatMap(({ id, scope, names }) => {
      const read = Object.entries(KINDS).filter(([kind]) => names.some((name) => name.includes(kind)));
      const named = Object.values(KINDS).filter((word) => scope.includes(word));
      const missing = read.filter(([, word]) => !named.includes(word)).map(([kind]) => `${id} reads ${kind}`);
      const more = named.filter((word) => !read.some(([, each]) => each === word)).map((word) => `${id} names ${word}`);
      return names.some((name) => Object.keys(KINDS).some((kind) => name.includes(kind))) ? [...missing, ...more] : [];
    });
    expect(found).toEqual([]);
  });

  test.each([
    ['models', 'any model'],
    ['two pairs', 'two pairs'],
    ['at 0', 'at 0'],
  ])('in what is told of: %s', (word, part) => {
    const told = about.filter(({ scope }) => scope.includes(word)).map(({ id }) => id);
    const read = about.filter(({ names }) => names.some((name) => name.includes(part))).map(({ id }) => id);
    expect(told).toEqual(read);
  });

  test('in tables of logits, where a law is about any model', () => {
    const found = lawTheorems.filter(({ law, scope, shapes }) => {
      const drawn = fc.sample(new InstanceArbitrary(law.instances), { numRuns: 40, seed: 7737 });
      const isAboutModels = JSON.stringify(drawn.map((each) => typesOf(each))).includes('"features"');
      const readsModels = shapes.some(({ name }) => name.includes('any model'));
      return isAboutModels && !readsModels && !/tables|table of logits/.test(scope);
    });
    expect(found.map(({ law }) => law.id)).toEqual([]);
  });

  test('in numbers that every shape fixes', () => {
    const found = lawTheorems.flatMap(({ law, shapes, scope }) => {
      const instances = shapes.map(
        (shape) => shape.instance(freeNumbers(() => FREE)) as Readonly<Record<string, unknown>>,
      );
      return Object.entries(FIXED)
        .filter(([key, said]) => instances.some((each) => typeof each[key] === 'number') && !said.test(scope))
        .filter(([key]) => key !== 'samples' || !ANY_SAMPLES.has(law.id))
        .map(([key]) => `${law.id}: ${key}`);
    });
    expect(found).toEqual([]);
  });
});

/** What a shape is of besides its size: models, pairs, samples, directions. Polynomials of less degree, or at 0, follow on. */
const kindOf = (name: string): string =>
  [
    /any model of \d+ parameter/,
    /weights of any sum/,
    /(one|two) pairs?/,
    /N = \d+/,
    /T = \d+/,
    /τ = \S+/,
    /(\d) examples/,
  ]
    .flatMap((pattern) => pattern.exec(name)?.[0] ?? [])
    .concat(Object.keys(KINDS).filter((kind) => name.includes(kind)))
    .join(', ');
/** Laws about more than one parameter, or more than two classes. */
const STARTS_LATER = new Set([
  ...['zo.harmonic', 'zo.block', 'zo.block-variance', 'zo.alt'],
  'zoR.three-classes-angle',
]);

/** What stands for any number. */
const FREE = rational(1n);
/** Numbers that are no symbols, and how a scope says so. */
const FIXED = {
  temperature: /τ = /,
  inverseTemperature: /τ = /,
  samples: /sample|K\^N/,
  smoothing: /ε = /,
  baseline: /b = /,
} as const;
/** Laws whose claims do not change with the number of samples, or that fix it themselves. */
const ANY_SAMPLES = new Set([
  ...['pg.logtrick', 'pg.score0', 'pg.sign', 'pg.bopt-weighted'],
  ...['pg.bopt-uniform', 'pg.std-normalized-pair'],
]);

/** The names of the parts of an instance that is about one policy or several pairs. */
const typesOf = (instance: unknown): readonly string[] => {
  const { examples = [], ...rest } = instance as { readonly examples?: readonly object[] };
  return 'theta' in rest ? [] : [rest, ...examples].flatMap((each) => Object.keys(each));
};
