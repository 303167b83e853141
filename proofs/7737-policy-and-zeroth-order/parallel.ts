import type { ComparedCase } from '../../properties/instances/bridge/compared-gradients.ts';
import { ratio } from '../../src/scalar/exact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import type { Model } from '../theorem/model.ts';
import { positive } from '../theorem/statements.ts';
import { beside, grid, names } from './models.ts';
import { readLaw } from './read-law.ts';
import { upTo } from './shapes.ts';

/**
 * Any vector at a right angle to a, as Aa with a matrix A of free reals and Aᵀ = −A: for a ≠ 0 each is one, and a half-turn
 * about a takes sa + Aa to sa − Aa.
 */
function across(a: readonly RationalFunction[], name: string): readonly RationalFunction[] {
  const entry = (i: number, j: number) => scalar(`${name}_${i + 1}_${j + 1}`);
  return a.map((_, i) =>
    F.sum(a.map((aj, j) => (i === j ? F.zero : i < j ? F.mul(entry(i, j), aj) : F.neg(F.mul(entry(j, i), aj))))),
  );
}

/** Any probabilities of two classes, and any temperature. */
const policy = (free: Free) => ({ weights: [free.shares('p', 2)], temperature: free.number('tau') });

/** Two classes with logits of slope φ + a and φ, in the directions of some pairs that are half-turns of each other. */
function turned(free: Free, d: number, pairs: number): ComparedCase {
  const [a, second] = [scalars('a', d), scalars('f', d)];
  free.numbers('a', d);
  const features = free.numbers('f', d);
  const atoms = upTo(1, pairs).flatMap((k) => {
    upTo(1, d).forEach((i) => {
      upTo(i + 1, d).forEach((j) => {
        free.number(`w${k}_${i}_${j}`);
      });
    });
    free.number(`s_${k}`);
    const [along, beside] = [F.scale(scalar(`s_${k}`), a), across(a, `w${k}`)];
    return [F.plus(along, beside), F.minus(along, beside)].map((u) => ({
      direction: u.map(free.exact),
      probability: ratio(1, 2 * pairs),
    }));
  });
  return {
    examples: [{ features: [F.plus(second, a).map(free.exact), features], rewards: free.numbers('r', 2) }],
    curvature: a.map(() => 0),
    theta: free.numbers('theta', d),
    smoothing: free.number('epsilon'),
    directions: { kind: 'finite', atoms },
    ...policy(free),
  };
}

const POSITIVE = [positive('smoothing', scalar('epsilon')), positive('temperature', scalar('tau'))];

/** Numbers with which each pair makes the first class win, the second, or neither. */
const models = (d: number, pairs: number): readonly Model[] => {
  const rest = ['a', 'f', 'theta'].flatMap((name) => names(name, d)).map((name) => [name, name === 'a_1' ? 1 : 0]);
  const turns = upTo(1, pairs).flatMap((k) =>
    upTo(1, d).flatMap((i) => upTo(i + 1, d).map((j) => [`w${k}_${i}_${j}`, i + j])),
  );
  const fixed = { ...Object.fromEntries([...rest, ...turns]), epsilon: 1, r_1: 1, r_2: 3, p_1: 1 / 4, tau: 2 };
  return beside(grid(names('s', pairs), [-1, 0, 1]), [fixed]);
};

const pairsOf = (d: number, pairs: number): Shape => ({
  name: `d = ${d}, ${pairs === 1 ? 'a vector and its half-turn' : 'two vectors and their half-turns'}`,
  instance: (free) => turned(free, d, pairs),
  given: POSITIVE,
  models: models(d, pairs),
});

/** Where a is 0 there is no policy gradient, whatever the directions. */
const equalFeatures = (d: number): Shape => ({
  name: `d = ${d}, equal features`,
  given: POSITIVE,
  instance: (free): ComparedCase => {
    const features = free.numbers('f', d);
    return {
      examples: [{ features: [features, features], rewards: free.numbers('r', 2) }],
      curvature: features.map(() => 0),
      theta: free.numbers('theta', d),
      smoothing: free.number('epsilon'),
      ...policy(free),
      directions: {
        kind: 'finite',
        atoms: upTo(1, 2).map((k) => ({ direction: free.numbers(`u${k}`, d), probability: ratio(1, 2) })),
      },
    };
  },
});

/** With two classes both gradients of the bridge point along the gradient of the margin. */
export const parallelTheorem = readLaw(
  'zoR.parallel',
  {
    scope: 'd <= 4, for a vector and its half-turn, or two and theirs, as equally likely directions',
    kind: 'cases',
  },
  upTo(1, 4).flatMap((d) => [pairsOf(d, 1), pairsOf(d, 2), equalFeatures(d)]),
);
