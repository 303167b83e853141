import { expect, test } from 'vitest';
import { laws } from '../../properties/index.ts';

const FEW = 'A case is a whole sample, of which a run has eight at most: shares of so few say nothing.';

/** Laws that draw their instances and have no class of them to count, each with the reason. */
const UNCOVERED: Readonly<Record<string, string>> = {
  'pg.estimator-sampled': FEW,
  'zo.estimator-sampled': FEW,
  'zo.estimator-sampled-normal': FEW,
  'zo.normal-sampler': FEW,
};

const drawing = laws.filter(({ instances }) => instances.all === undefined);

test.each(drawing.map((law) => [law.id, law] as const))(
  '%s counts an interesting class of what it draws, or says why there is none',
  (id, { cover }) => {
    expect(Object.keys(cover).length > 0 || id in UNCOVERED).toBe(true);
  },
);

test('the exceptions are laws that draw at most eight cases and count nothing', () => {
  const exceptions = drawing.filter(({ id }) => id in UNCOVERED);
  expect(exceptions.map(({ id }) => id).sort()).toEqual(Object.keys(UNCOVERED));
  for (const { cover, atMostRuns } of exceptions) {
    expect(cover).toEqual({});
    expect(atMostRuns).toBeLessThanOrEqual(8);
  }
});
