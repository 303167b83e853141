import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { symbol } from '../kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import type { Part } from '../theorem/theorem.ts';
import {
  anotherAxis,
  any,
  apart,
  G,
  g,
  later,
  length,
  type MinimaxTexts,
  next,
  ORIGIN,
  R,
  type Seen,
  start,
  T,
} from './minimax.ts';
import { overFormalVectors } from './sets.ts';

const { add, dot, mul, neg, one, square, squaredNorm, zero } = formalSpace;
export const eta = scalar('eta');
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
  const edge: readonly Step[] = [
    { goal: positive('the norm', norm) },
    { goal: positive('norm and radius', add(norm, R)) },
    { goal: atMost('not outside', norm, R) },
    sought(same('on the edge', norm, R), { otherwise: 'off the edge' }),
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
  return { state, assumes, steps: path() === '1' ? edge : [] };
}

/** With T η² G² = R² the run has room for every step up to the last. */
export const stepsAreLeft: Part = {
  name: 'steps are left',
  argue: () => {
    const later = add(scalar('count'), one);
    return {
      assumes: [atMost('steps', later, T), same('T η² G²', mul(T, squaredStep), square(R))],
      steps: [sought(atMost('steps are left', mul(later, squaredStep), square(R)), { squares: [mul(eta, G)] })],
    };
  },
};

/** An axis that no gradient so far lies along is at a right angle to θ_{t+1}, so that the next gradient is. */
export const pointsAhead = (texts: MinimaxTexts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { theta }) => same('invariant', dot(later, theta), zero),
    before: any,
    base: { first: () => start },
    step: {
      next: (reader, before) => {
        const { assumes, ...others } = stepInside(texts, reader, before);
        return { ...others, assumes: [...assumes, anotherAxis] };
      },
    },
  }).map((part) => ({ ...part, name: `points and axes ahead, ${part.name}` }));

/** ‖θ_{t+1}‖² = t η² G². */
export const norms = (texts: MinimaxTexts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { theta, count }) => same('invariant', squaredNorm(theta), mul(count, squaredStep)),
    before: any,
    base: { first: () => start },
    step: {
      next: (reader, before) => {
        const { assumes, ...others } = stepInside(texts, reader, before);
        return { ...others, assumes: assumes.filter(({ name }) => name !== 'at a right angle to Σ g') };
      },
    },
  }).map((part) => ({ ...part, name: `‖θ‖², ${part.name}` }));

/** θ_{t+1} · Σ g = −t η G². */
export const ends = (texts: MinimaxTexts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { theta, sum, count }) => same('invariant', dot(theta, sum), neg(mul(count, mul(eta, square(G))))),
    before: any,
    base: { first: () => start },
    step: {
      next: (reader, before) => stepInside(texts, reader, before),
    },
  }).map((part) => ({ ...part, name: `θ · Σ g, ${part.name}` }));
