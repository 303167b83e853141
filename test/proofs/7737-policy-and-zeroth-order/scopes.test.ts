import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';

const KINDS = { rademacher: 'signs', skewed: 'skewed', 'three-point': 'three-point', normal: 'normal' } as const;

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
});
