import { rate } from '../../src/descent/schedule.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { symbol } from '../kernel/polynomial.ts';
import { fromPolynomial } from '../kernel/rational-function.ts';
import { formalSpace } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { ends, eta, norms, pointsAhead, stepsAreLeft } from './ball-steps.ts';
import { lawOf, lawTexts } from './law-texts.ts';
import {
  adversaryParts,
  afterT,
  any,
  atTheEnd,
  axesAhead,
  G,
  g,
  type MinimaxTexts,
  minimaxTexts,
  next,
  positiveRoot,
  R,
  type Seen,
  sizes,
  start,
  sums,
  T,
} from './minimax.ts';
import { withModels } from './models.ts';
import { runParts } from './run-text.ts';

const { add, dot, mul, neg, square, zero } = formalSpace;

/** Σ g · θ = 0. */
const noLosses = induction<Seen>({
  invariant: (_, { losses }) => same('invariant', losses, zero),
  before: any,
  base: { first: () => start },
  step: {
    next: (_, before) => ({
      state: next(before, before.theta),
      assumes: [same('at a right angle to the point', dot(g, before.theta), zero)],
    }),
  },
}).map((part) => ({ ...part, name: `losses, ${part.name}` }));

/** The text of the rate R/(G√T). */
const rateText: Part = {
  name: 'the text of the rate',
  argue: ({ F, number }) => {
    const horizon = number('T') as unknown as number;
    const read = rate(F, { kind: 'horizon', diameter: number('R'), gradientBound: number('G') as Exact, horizon }, 1);
    const root = fromPolynomial(symbol('√1'));
    return {
      assumes: sizes,
      steps: [
        positiveRoot('√T', root),
        { goal: same('η G √T', mul(mul(read, G), root), R) },
        { goal: same('T η² G²', mul(T, mul(square(read), square(G))), square(R)) },
      ],
      concludes: ['η G √T', 'T η² G²'],
    };
  },
};

const conclusion = (texts: MinimaxTexts): Part => ({
  name: 'the regret',
  argue: (reader) => {
    const state = any();
    const { gain, value, root, steps } = atTheEnd(texts, reader, state);
    return {
      assumes: [
        ...sizes,
        afterT(reader, state),
        same('losses', state.losses, zero),
        same('θ · Σ g', dot(state.theta, state.sum), neg(mul(T, mul(eta, square(G))))),
        same('the rate', mul(mul(eta, G), root), R),
      ],
      steps: [
        ...steps,
        { goal: same('the regret is R G √T', add(state.losses, gain), value) },
        { goal: same('the run ends at the best point', dot(state.theta, state.sum), neg(gain)) },
      ],
      concludes: ['the regret is R G √T', 'the run ends at the best point'],
    };
  },
});

/**
 * SGD from the center of a ball against one axis a step, for all T: a step, the adversary, the rate and the end are read
 * for any T.
 */
export const minimaxAttainedTheorem = (texts: MinimaxTexts = minimaxTexts) => {
  const { cites, states } = lawOf('sgd.minimax-attained');
  return proved(
    { id: 'minimax-attained', laws: ['sgd.minimax-attained'], cites, states, scope: 'all T' },
    withModels('minimax-attained', [
      ...runParts(texts),
      ...axesAhead,
      ...sums,
      ...noLosses,
      stepsAreLeft,
      ...norms(texts),
      ...ends(texts),
      ...pointsAhead(texts),
      rateText,
      conclusion(texts),
      ...adversaryParts(texts),
      ...lawTexts('sgd.minimax-attained', [
        { name: 'T = 1', instance: () => ({ horizon: 1, distance: 3, gradient: 2 }) },
      ]),
    ]),
    'induction',
  );
};
