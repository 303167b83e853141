import { reference, type SgdParts, squaredBounds, squaredDistances, trace } from '../../properties/9902-sgd/subject.ts';
import { regretBound } from '../../src/descent/regret.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { decidedBy } from './positive-numbers.ts';

const { add, div, mul, neg, of, one, square, sub, sum, zero } = formalSpace;
const [G, eta, T] = [scalar('G'), scalar('eta'), scalar('T')];
const [left, right] = [scalar('left'), scalar('right')];
/** Gη/2, half a step, and G²η/2, the loss there. */
const half = div(mul(G, eta), of(2));
const floor = mul(G, half);

/** G, η > 0 and an interval that reaches beyond −Gη/2 and Gη/2. */
const given: readonly Fact[] = [
  positive('G', G),
  positive('η', eta),
  positive('room on the left', left),
  positive('room on the right', right),
];

/** One step of the text of SGD on G|θ| from Gη/2 or −Gη/2: it leads to the other, from the loss G²η/2. */
function cross(use: SgdParts, { coordinates, exact, number }: Reader, start: RationalFunction) {
  const { F, steps } = decidedBy(coordinates, given);
  const instance = {
    set: { kind: 'box', lower: [exact(neg(add(half, left)))], upper: [exact(add(half, right))] },
    start: [exact(start)],
    comparator: [0],
    losses: [{ kind: 'absolute', feature: [number('G')], target: 0 }],
    schedule: { kind: 'constant', rate: number('eta') },
  } as const;
  const run = trace(F, instance, use);
  const shown: readonly Step[] = [
    ...steps,
    { goal: same('the other side', run.iterates[1]![0]!, neg(start)) },
    { goal: same('the gradient', squaredBounds(F, instance, run).squaredGradient, square(G)) },
    { goal: same('the distance', squaredDistances(F, run)[0]!, square(half)) },
    { goal: same('the rate', run.rates[0]!, eta) },
  ];
  return { regret: sub(run.losses[0]!, run.comparatorLosses[0]!), steps: shown };
}

/**
 * Σ regrets = t G²η/2. The run starts at Gη/2, and every step leads from there to −Gη/2 or back: that is shown of the text
 * at both points, so that the next step is one from either of them.
 */
const payments = (use: SgdParts): readonly Part[] =>
  induction({
    invariant: (_, { regrets, count }) => same('invariant', regrets, mul(count, floor)),
    before: () => ({ regrets: scalar('regrets'), count: scalar('count') }),
    base: {
      first: (reader) => {
        const { regret, steps } = cross(use, reader, half);
        return { state: { regrets: regret, count: one }, assumes: given, steps };
      },
    },
    step: {
      next: (reader, { regrets, count }) => {
        const onTheRight = reader.atLeast(scalar('theta'), zero);
        const { regret, steps } = cross(use, reader, onTheRight ? half : neg(half));
        return { state: { regrets: add(regrets, regret), count: add(count, one) }, assumes: given, steps };
      },
    },
  });

const average: Part = {
  name: 'the average',
  argue: () => ({
    assumes: [positive('steps', T), same('after T steps', scalar('regrets'), mul(T, floor))],
    steps: [
      { goal: same('the average regret', div(scalar('regrets'), T), floor) },
      { goal: same('what RHS(4) tends to', mul(div(square(G), mul(of(2), T)), mul(T, eta)), floor) },
    ],
    concludes: ['the average regret', 'what RHS(4) tends to'],
  }),
};

/** The text of RHS(4) adds the floor to its first half. It takes a list of rates, and is read for T = 1 … 4 and 128. */
const texts = (T: number): Part => ({
  name: `the text of RHS(4), T = ${T}`,
  argue: ({ F }) => {
    const rates = Array.from({ length: T }, () => eta);
    const bound = (squaredGradient: RationalFunction) =>
      regretBound(F, { squaredDistance: scalar('D2'), squaredGradient, rates });
    return {
      assumes: [positive('η', eta)],
      steps: [
        { goal: same('what G adds', sub(bound(square(G)), bound(F.zero)), floor) },
        { goal: same('Σ η', sum(rates), mul(of(T), eta)) },
      ],
      concludes: ['what G adds'],
    };
  },
});

/** One run with a fixed rate on G|θ|, between two points in turn, for all T, on any interval with room for both. */
export const fixedRateFloorTheorem = (use: SgdParts = reference) => {
  const { cites, states } = lawOf('sgd.fixed-rate-floor');
  return proved(
    { id: 'fixed-rate-floor', laws: ['sgd.fixed-rate-floor'], cites, states, scope: 'all T' },
    withModels('fixed-rate-floor', [...payments(use), average, ...[1, 2, 3, 4, 128].map(texts)]),
    'induction',
  );
};
