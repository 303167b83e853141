import { rate } from '../../src/descent/schedule.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { induction } from '../kernel/induction.ts';
import { symbol } from '../kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar } from '../kernel/symbolic.ts';
import { atMost, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import {
  adversaryText,
  afterT,
  any,
  apart,
  atTheEnd,
  G,
  g,
  length,
  type MinimaxTexts,
  minimaxTexts,
  next,
  ORIGIN,
  positiveRoot,
  R,
  type Seen,
  sizes,
  start,
  sums,
  T,
  times,
} from './minimax.ts';
import { withModels } from './models.ts';
import { overFormalVectors } from './sets.ts';

const { add, axpy, div, dot, mul, neg, of, one, square, squaredNorm, zero } = formalSpace;
const eta = scalar('eta');
const squaredStep = mul(square(eta), square(G));
/** ‖θ − ηg‖, the root that the text of the ball takes. */
const norm = fromPolynomial(symbol('√1'));

/** One step of the text of SGD in the ball: the projection leaves its point alone, inside (path 0) and on the edge. */
function stepInside({ ball, descend }: MinimaxTexts, { F, number, path }: Reader, before: Seen) {
  const { project } = overFormalVectors(ball, F, { kind: 'ball', center: ORIGIN, radius: number('R') });
  const run = descend<RationalFunction, FormalVector>(F, {
    start: before.theta,
    horizon: 1,
    project,
    gradient: () => g,
    rate: () => eta,
  });
  const point = axpy(neg(eta), g, before.theta);
  const onTheEdge = path() === '1';
  const edge: readonly Step[] = [
    { goal: positive('the norm', norm), by: { terms: [{ facts: ['case 1'] }, { facts: ['R'] }] } },
    { goal: positive('norm and radius', add(norm, R)), by: { terms: [{ facts: ['the norm'] }, { facts: ['R'] }] } },
    {
      goal: atMost('not outside', norm, R),
      by: {
        scaled: ['norm and radius'],
        terms: [
          { facts: ['steps are left'] },
          times(neg(one), 'root 1 squared'),
          times(neg(one), 'the norm so far'),
          times(mul(of(2), eta), 'at a right angle to the point'),
          times(neg(square(eta)), length.name),
        ],
      },
    },
    {
      goal: same('on the edge', norm, R),
      by: { refuting: 'off the edge', terms: [{ facts: ['off the edge'] }, { facts: ['case 1', 'not outside'] }] },
    },
  ];
  const assumes = [
    positive('R', R),
    length,
    apart(before),
    same('at a right angle to the point', dot(g, before.theta), zero),
    same('the norm so far', squaredNorm(before.theta), mul(before.count, squaredStep)),
    atMost('steps are left', mul(add(before.count, one), squaredStep), square(R)),
  ];
  const state = next(before, run.iterates[1]!);
  return { state, point, assumes, steps: onTheEdge ? edge : [], onTheEdge };
}

const invariant = times(one, 'invariant');
const origin = { ...start, assumes: [] };

/** ‖θ_{t+1}‖² = t η² G². */
const norms = (texts: MinimaxTexts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { theta, count }) => same('invariant', squaredNorm(theta), mul(count, squaredStep)),
    before: any,
    base: { first: () => origin },
    step: {
      next: (reader, before) => {
        const { state, point, assumes, steps, onTheEdge } = stepInside(texts, reader, before);
        const scaled = neg(div(mul(add(norm, R), squaredNorm(point)), square(norm)));
        return {
          state,
          assumes: assumes.filter(({ name }) => name !== 'at a right angle to Σ g'),
          steps,
          by: {
            terms: [
              invariant,
              times(neg(mul(of(2), eta)), 'at a right angle to the point'),
              times(square(eta), length.name),
              ...(onTheEdge ? [times(scaled, 'on the edge')] : []),
            ],
          },
        };
      },
    },
  }).map((part) => ({ ...part, name: `‖θ‖², ${part.name}` }));

/** θ_{t+1} · Σ g = −t η G². */
const ends = (texts: MinimaxTexts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { theta, sum, count }) => same('invariant', dot(theta, sum), neg(mul(count, mul(eta, square(G))))),
    before: any,
    base: { first: () => origin },
    step: {
      next: (reader, before) => {
        const { state, point, assumes, steps, onTheEdge } = stepInside(texts, reader, before);
        const scaled = neg(div(dot(point, state.sum), norm));
        return {
          state,
          assumes,
          steps,
          by: {
            terms: [
              invariant,
              times(one, 'at a right angle to the point'),
              times(neg(eta), 'at a right angle to Σ g'),
              times(neg(eta), length.name),
              ...(onTheEdge ? [times(scaled, 'on the edge')] : []),
            ],
          },
        };
      },
    },
  }).map((part) => ({ ...part, name: `θ · Σ g, ${part.name}` }));

/** Σ g · θ = 0. */
const noLosses = induction<Seen>({
  invariant: (_, { losses }) => same('invariant', losses, zero),
  before: any,
  base: { first: () => origin },
  step: {
    next: (_, before) => ({
      state: next(before, before.theta),
      assumes: [same('at a right angle to the point', dot(g, before.theta), zero)],
      by: { terms: [invariant, times(one, 'at a right angle to the point')] },
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
        positiveRoot('√T', root, 'root 1', 'root 1 squared', 'T'),
        { goal: same('η G √T', mul(mul(read, G), root), R) },
        {
          goal: same('T η² G²', mul(T, mul(square(read), square(G))), square(R)),
          by: { terms: [times(neg(mul(square(read), square(G))), 'root 1 squared')] },
        },
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
        {
          goal: same('the regret is R G √T', add(state.losses, gain), value),
          by: { terms: [times(one, 'losses'), times(R, '‖Σ g‖ = G √T')] },
        },
        {
          goal: same('the run ends at the best point', dot(state.theta, state.sum), neg(gain)),
          by: {
            terms: [
              times(one, 'θ · Σ g'),
              times(R, '‖Σ g‖ = G √T'),
              times(neg(mul(G, root)), 'the rate'),
              times(mul(eta, square(G)), 'root 2 squared'),
            ],
          },
        },
      ],
      concludes: ['the regret is R G √T', 'the run ends at the best point'],
    };
  },
});

/** SGD from the center of a ball against one axis a step, for all T. */
export const minimaxAttainedTheorem = (texts: MinimaxTexts = minimaxTexts) => {
  const { cites, states } = lawOf('sgd.minimax-attained');
  return proved(
    { id: 'minimax-attained', laws: ['sgd.minimax-attained'], cites, states, scope: 'all T' },
    withModels('minimax-attained', [
      ...sums,
      ...noLosses,
      ...norms(texts),
      ...ends(texts),
      rateText,
      conclusion(texts),
      ...[1, 2, 3].map((t) => adversaryText(texts, t)),
    ]),
    'induction',
  );
};
