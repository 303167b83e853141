import { constantBaseline, optimalBaseline } from '../../src/policy/baseline.ts';
import { estimatorMoments } from '../../src/policy/estimator-moments.ts';
import { gradientEstimate } from '../../src/policy/gradient.ts';
import { type Score, score, scores } from '../../src/policy/score.ts';
import { type Exact, ratio } from '../../src/scalar/exact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars, symbolicReading } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './read-law.ts';
import { logits, upTo } from './shapes.ts';

/** Symbols, where the only sign that is asked for is that of E‖s‖², which is divided by. */
const F = { ...symbolicReading, sign: () => 1 as const };

/** Any model with K classes: the logit gradients are free vectors, and vectors are lists of their coefficients. */
const anyModel = (K: number) => ({
  ...F,
  squaredNorm: (v: readonly RationalFunction[]) =>
    F.sum(
      v.flatMap((x, i) => v.map((y, j) => F.mul(F.mul(x, y), scalar(`G_${Math.min(i, j) + 1}_${Math.max(i, j) + 1}`)))),
    ),
  K,
});

type Texts = { readonly optimalBaseline: typeof optimalBaseline; readonly score: Score };
type Reading = ReturnType<typeof anyModel> | typeof F;

const BEST = 'c is b*';
const VARY = 'scores vary';

/** Equally likely classes with rewards 1, …, K, and unit vectors for logit gradients, whose best baseline is the mean. */
const evenly = (K: number): Record<string, Exact> => ({
  ...Object.fromEntries(
    upTo(1, K).flatMap((y) => [
      [`p_${y}`, ratio(1, K)],
      [`r_${y}`, y],
      [`q_${y}`, 1],
    ]),
  ),
  ...Object.fromEntries(upTo(1, K).flatMap((i) => upTo(i, K).map((j) => [`G_${i}_${j}`, i === j ? 1 : 0]))),
  tau: 1,
  b: ratio(K + 3, 2),
  c: ratio(K + 1, 2),
  least: 1,
  largest: K,
});

/**
 * What a baseline b adds to the variance of another, c: V(b) − V(c) − (b − c)² E‖s‖²/N is 2 (b − c)(c − b*) E‖s‖²/N for
 * all b and c. Read at two free numbers the variance is a polynomial, as it is not at b*.
 */
const added = (b: RationalFunction, c: RationalFunction, curvature: RationalFunction, N: RationalFunction) =>
  F.div(F.mul(F.square(F.sub(b, c)), curvature), N);

const excess = ({ optimalBaseline, score }: Texts, name: string, A: Reading, K: number, N = 1): Part => ({
  name,
  argue: () => {
    const policy = logits(K);
    const [rewards, b, c] = [scalars('r', K), scalar('b'), scalar('c')];
    const variance = (at: RationalFunction) =>
      estimatorMoments(A, policy.probabilities, N, (actions) =>
        gradientEstimate(A, policy, rewards, actions, constantBaseline(at), score),
      ).variance;
    const curvature = F.dot(policy.probabilities, scores(A, policy, score).map(A.squaredNorm));
    const loss = added(b, c, curvature, F.of(N));
    return {
      assumes: [positive(VARY, curvature), same(BEST, c, optimalBaseline(A, policy, rewards, score))],
      steps: [{ goal: same('V(b) is V(b*) and a square', variance(b), F.add(variance(c), loss)) }],
    };
  },
  instances: [evenly(K)],
  needed: { [BEST]: { ...evenly(K), c: 1 } },
});

/** The text of b*, read with any number for each squared score. */
function ofSquares({ optimalBaseline, score }: Texts, K: number) {
  const [policy, rewards, squares] = [logits(K), scalars('r', K), scalars('q', K)];
  const norms = squares.values();
  const best = optimalBaseline({ ...F, squaredNorm: () => norms.next().value! }, policy, rewards, score);
  return { p: policy.probabilities, rewards, squares, best, curvature: F.dot(policy.probabilities, squares) };
}

/** The same from the variance by (8), of which there are theorems for more classes. */
const excessBySquares = (texts: Texts, K: number): Part => {
  const bySquares = (at: string) => `V(${at}) by (8)`;
  const spread = ratio((K - 1) * (K + 1), 12);
  const values = { ...evenly(K), N: 1, rest: 0, V_b: ratio((K - 1) * (K + 1) + 12, 12), V_c: spread };
  return {
    name: `K = ${K}, by (8)`,
    argue: () => {
      const { p, rewards, squares, best, curvature } = ofSquares(texts, K);
      const [b, c, N] = [scalar('b'), scalar('c'), scalar('N')];
      const loss = added(b, c, curvature, N);
      const by8 = (name: 'b' | 'c') => {
        const terms = rewards.map((r, y) => F.mul(F.square(F.sub(r, scalar(name))), squares[y]!));
        return same(bySquares(name), scalar(`V_${name}`), F.div(F.sub(F.dot(p, terms), scalar('rest')), N));
      };
      return {
        assumes: [positive(VARY, curvature), positive('samples', N), same(BEST, c, best), by8('b'), by8('c')],
        steps: [{ goal: same('V(b) is V(b*) and a square', scalar('V_b'), F.add(scalar('V_c'), loss)) }],
      };
    },
    instances: [values],
    needed: { [bySquares('b')]: { ...values, V_b: 0 }, [bySquares('c')]: { ...values, V_c: -1 } },
  };
};

/** b* is between any numbers that all rewards are between: squared scores are not negative, whatever the model. */
const between = (texts: Texts, K: number): Part => {
  const classes = upTo(1, K);
  const [p, q] = [(y: number) => `p_${y} ≥ 0`, (y: number) => `‖s_${y}‖² ≥ 0`];
  const [low, high] = [(y: number) => `least ≤ r_${y}`, (y: number) => `r_${y} ≤ largest`];
  const hints = (side: typeof low) => ({
    over: [VARY],
    facts: [p, q, side].flatMap((name) => classes.map(name)),
    squares: [],
  });
  const only = (y: number) => Object.fromEntries(classes.map((k) => [`q_${k}`, k === y ? 1 : 0]));
  const values = evenly(K);
  return {
    name: `K = ${K}, between the rewards`,
    argue: () => {
      const { p: probabilities, rewards, squares, best, curvature } = ofSquares(texts, K);
      const [least, largest] = [scalar('least'), scalar('largest')];
      return {
        assumes: [
          ...probabilities.map((each, i) => nonnegative(p(i + 1), each)),
          ...squares.map((each, i) => nonnegative(q(i + 1), each)),
          ...rewards.flatMap((each, i) => [atMost(low(i + 1), least, each), atMost(high(i + 1), each, largest)]),
          positive(VARY, curvature),
        ],
        steps: [
          sought(atMost('least ≤ b*', least, best), hints(low)),
          sought(atMost('b* ≤ largest', best, largest), hints(high)),
        ],
        concludes: ['least ≤ b*', 'b* ≤ largest'],
      };
    },
    instances: [values],
    needed: {
      [q(1)]: { ...values, ...only(K), q_1: ratio(-1, 2) },
      ...Object.fromEntries(
        classes.flatMap((y) => [
          [low(y), { ...values, ...only(y), [`r_${y}`]: 0 }],
          [high(y), { ...values, ...only(y), [`r_${y}`]: K + 1 }],
        ]),
      ),
    },
  };
};

/** B-(9): what any other baseline adds to the variance, and between which rewards the best one is. */
export const excessVarianceTheorem = (texts: Texts = { optimalBaseline, score }) => {
  const { cites, states } = lawOf('pg.bopt');
  return proved(
    {
      id: 'optimal-baseline',
      laws: ['pg.bopt'],
      cites,
      states,
      scope: 'K <= 6, for tables of logits with K^N <= 9; for one sample of any model K <= 2',
      restsOn: ['read.pg.var-m2'],
    },
    [
      excess(texts, 'K = 2, any model', anyModel(2), 2),
      ...upTo(2, 3).flatMap((K) =>
        upTo(1, 5 - K).map((N) => excess(texts, `K = ${K}${N === 1 ? '' : `, N = ${N}`}`, F, K, N)),
      ),
      ...upTo(2, 6).map((K) => excessBySquares(texts, K)),
      ...upTo(2, 6).map((K) => between(texts, K)),
    ],
  );
};
