import { expected, sampledRuns, weightedMean } from '../../properties/9902-sgd/sample-paths.ts';
import type { SgdParts } from '../../properties/9902-sgd/subject.ts';
import type { SampledProblem } from '../../properties/instances/descent/sampled-problem.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { equal } from '../../src/scalar/relation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, scalars } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { type Free, lawPart } from '../theorem/law-reading.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { minimum, population, regret, sampleSums, weight } from './sample-sums.ts';

const { add, div, mul, sub, zero } = formalSpace;

/** The texts of the expectations. */
export interface SampleTexts {
  readonly expected: typeof expected;
  readonly sampledRuns: typeof sampledRuns;
  readonly weightedMean: typeof weightedMean;
}
export const sampleTexts: SampleTexts = { expected, sampledRuns, weightedMean };

/** RHS(4) and T. */
const [bound, T] = [scalar('bound'), scalar('T')];
const whole = mul(T, bound);
const [weights, regrets, gaps] = [scalar('weights'), scalar('regrets'), scalar('gaps')];
const below = (total: RationalFunction, all: RationalFunction) => atMost('invariant', total, mul(all, whole));

/** Every path obeys A-(4), and so does their mean. */
const fromAbove = induction({
  invariant: (_, { regrets, weights }) => below(regrets, weights),
  before: () => ({ regrets, weights }),
  base: { first: () => ({ state: { regrets: zero, weights: zero }, assumes: [] }) },
  step: {
    next: (_, before) => ({
      state: { regrets: add(before.regrets, mul(weight, regret)), weights: add(before.weights, weight) },
      assumes: [
        positive('weight', weight),
        atMost(
          'A-(4)',
          regret,
          whole,
          'convex-losses',
          'convex-set',
          'comparator-inside',
          'nonincreasing-rates',
          'positive-rates',
        ),
      ],
    }),
  },
}).map((part) => ({ ...part, name: `from above, ${part.name}` }));

/** No iterate lies below the minimum. */
const fromBelow = induction({
  invariant: (_, { gaps }) => nonnegative('invariant', gaps),
  before: () => ({ gaps }),
  base: { first: () => ({ state: { gaps: zero }, assumes: [] }) },
  step: {
    next: (_, before) => ({
      state: { gaps: add(before.gaps, mul(weight, sub(population, minimum))) },
      assumes: [
        positive('weight', weight),
        atMost('the minimum over Θ', minimum, population, 'comparator-minimizes', 'start-inside', 'convex-set'),
      ],
    }),
  },
}).map((part) => ({ ...part, name: `from below, ${part.name}` }));

const conclusion: Part = {
  name: 'the expectations',
  argue: () => {
    const average = (total: RationalFunction) => div(div(total, weights), T);
    return {
      assumes: [
        positive('weights', weights),
        positive('steps', T),
        same('all steps', sub(regrets, gaps), zero),
        { ...below(regrets, weights), name: 'from above' },
        nonnegative('from below', gaps),
      ],
      steps: [
        { goal: same('E regret = E gap', average(regrets), average(gaps)) },
        { goal: nonnegative('0 ≤ E gap', average(gaps)) },
        { goal: atMost('E gap ≤ RHS(4)', average(gaps), bound) },
      ],
      concludes: ['E regret = E gap', '0 ≤ E gap', 'E gap ≤ RHS(4)'],
    };
  },
};

/** The text of L(θ) = Σ q_x L(x, θ) / Σ q_x, for so many samples of any weights. */
const mean = ({ weightedMean }: SampleTexts, samples: number): Part => ({
  name: `the text of L(θ), ${samples} samples`,
  argue: ({ coordinates: F, number }) => {
    const [weights, values] = [scalars('q', samples), scalars('loss', samples)];
    // The text reads weights as constants; here they are any numbers.
    const standIns = weights.map((_, x) => number(`q_${x + 1}`)) as unknown as readonly number[];
    const total = F.sum(weights);
    return {
      assumes: [positive('Σ q', total)],
      steps: [{ goal: same('L(θ)', mul(total, weightedMean(F, standIns, values)), F.dot(weights, values)) }],
    };
  },
});

/** The text of SGD along every path, from any point with any rates, on any quadratic and linear losses. */
const problem = (free: Free, weights: readonly number[], horizon: number): SampledProblem => ({
  set: { kind: 'space', dimension: 1 },
  start: free.numbers('start', 1),
  comparator: free.numbers('c', 1),
  losses: weights.map((_, x) =>
    x === 0
      ? { kind: 'quadratic', curvature: free.number('curvature'), center: free.numbers('center', 1) }
      : { kind: 'linear', slope: [free.number(`slope_${x}`)] },
  ),
  weights,
  schedule: { kind: 'sequence', rates: free.numbers('eta', horizon) },
  horizon,
  sampling: 'independent',
});
/** The first comparison of the law; the others compare with a bound that the text looks for among all paths. */
const meansAgree =
  ({ expected, sampledRuns }: SampleTexts) =>
  <S>(F: Algebra<S>, instance: unknown, use: unknown) => {
    const runs = sampledRuns(F, instance as SampledProblem, use as SgdParts);
    return equal(
      expected(F, runs, ({ regret }) => regret),
      expected(F, runs, ({ gap }) => gap),
      'the expected regret',
    );
  };
const SIZES: readonly (readonly [weights: readonly number[], horizon: number])[] = [
  [[1, 2], 1],
  [[1, 2], 2],
  [[3, 2], 3],
  [[1, 2, 3], 2],
];
const paths = (texts: SampleTexts): readonly Part[] =>
  SIZES.map(([weights, T]) => {
    const name = `the text, weights ${weights.join(' : ')}, T = ${T}`;
    const law = lawOf('sgd.gap-reading');
    return lawPart(law, { name, instance: (free) => problem(free, weights, T) }, law.reference, meansAgree(texts));
  });

/**
 * In expectation the regret is the gap, for all T and any finite law of the samples: of a path's extensions by x_t, which
 * θ_t does not know, the regrets are on average the gap. Then A-(4) bounds it, path by path.
 */
export const gapReadingTheorem = (texts: SampleTexts = sampleTexts) => {
  const { cites, states } = lawOf('sgd.gap-reading');
  return proved(
    {
      id: 'gap-reading',
      laws: ['sgd.gap-reading'],
      cites,
      states,
      scope: 'all dimensions, all T',
      restsOn: ['regret-bound'],
    },
    withModels('gap-reading', [
      ...sampleSums,
      ...fromAbove,
      ...fromBelow,
      conclusion,
      ...[1, 2, 3, 4, 12].map((samples) => mean(texts, samples)),
      ...paths(texts),
    ]),
    'induction',
  );
};
