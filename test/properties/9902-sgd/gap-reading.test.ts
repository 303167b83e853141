import { describe, expect, it } from 'vitest';
import { gapExample, gapReading, gapReadingLaws, regretNonnegative } from '../../../properties/9902-sgd/gap-reading.ts';
import { populationLoss } from '../../../properties/9902-sgd/sample-paths.ts';
import { drawMember } from '../../../properties/instances/descent/members.ts';
import { type SampledProblem, sampledProblems } from '../../../properties/instances/descent/sampled-problem.ts';
import type { ConvexSet } from '../../../src/convex/index.ts';
import { observe } from '../../../src/law/decide.ts';
import { search } from '../../../src/law/search.ts';
import { statementAbout } from '../../../src/law/witness.ts';
import { compare } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { caughtOn, itComesOutAsExpected, itNeedsItsHypotheses } from './example-laws.ts';

describe('what A-(4) says of the population loss', () => {
  itComesOutAsExpected(gapReadingLaws);
  itNeedsItsHypotheses(gapReadingLaws, {
    'sgd.gap-reading': {
      'independent-samples': [2, 1],
      'comparator-fixed': [1, 1],
      'comparator-minimizes': [1, 1],
      'start-inside': [1, 1],
      'convex-losses': [1, 1],
      'convex-set': [2, 1],
      'nonincreasing-rates': [2, 1],
      'positive-rates': [1, 1],
    },
  });

  it('draws comparators that no point of the set beats', () => {
    const loss = (problem: SampledProblem, point: SampledProblem['start']) =>
      populationLoss(rationalReading, problem, rationalReading.vector(point));
    const withRivals = {
      ...sampledProblems,
      generate: (draw: Parameters<typeof sampledProblems.generate>[0]) => {
        const problem = sampledProblems.generate(draw);
        const rivals = draw.list(8, () => drawMember(draw, problem.set as ConvexSet, 'dyadic'));
        return { ...problem, rivals };
      },
    };
    let strictly = 0;
    search<SampledProblem & { rivals?: SampledProblem['start'][] }>(
      withRivals,
      (problem) => {
        for (const rival of problem.rivals!) {
          const order = compare(loss(problem, problem.comparator), loss(problem, rival));
          expect(order).toBeLessThanOrEqual(0);
          if (order < 0) strictly++;
        }
        return true;
      },
      { seed: 4, from: 0, to: 200 },
    );
    expect(strictly).toBeGreaterThan(800);
  });

  it('has 2585/5832 for the expectation and −10403/5832 on one path', () => {
    const { seen } = observe(statementAbout(gapExample, gapExample.instances.all![0]));
    expect(seen.map(({ left }) => left[0])).toEqual(['2585/5832', '2585/5832', '-10403/5832']);
    const paths = observe(statementAbout(regretNonnegative, regretNonnegative.instances.all![0])).seen;
    expect(paths).toHaveLength(16);
    expect(paths[0]!.right[0]).toBe('-10403/23328');
  });

  it('shows on one step of two samples that the reading is not pathwise', () => {
    expect(caughtOn(gapReading, 'pathwise')).toMatchObject({
      horizon: 1,
      losses: [{}, {}],
      start: [expect.anything()],
    });
  });
});
