import { expect, test } from 'vitest';
import { oncePerSet } from '../../src/convex/once-per-set.ts';

test('oncePerSet computes once for each object, undefined results too', () => {
  const asked: number[] = [];
  const odd = oncePerSet(({ n }: { readonly n: number }) => {
    asked.push(n);
    return n % 2 === 1 ? n : undefined;
  });
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect([one, two, one, two].map(odd)).toEqual([1, undefined, 1, undefined]);
  expect(asked).toEqual([1, 2]);
  expect(odd({ n: 1 })).toBe(1);
  expect(asked).toEqual([1, 2, 1]);
});
