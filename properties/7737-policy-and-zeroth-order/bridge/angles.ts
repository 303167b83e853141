import type { Draw } from '../../../src/law/draw.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { atMost, below, equal, type Relation } from '../../../src/scalar/relation.ts';
import { equalRewards, fourClasses, negativeEdges, threeRewards } from '../../breaking/bridge/laplacians.ts';
import {
  bothGradients,
  drawLaplacianCase,
  type LaplacianCase,
  laplacianCases,
} from '../../instances/bridge/laplacian-case.ts';
import { searched } from '../../necessity.ts';
import { about, mixedRewards, positiveEdges, withMixedRewards } from './laplacian.ts';

/** cos² against c² where a · b < 0, as 4 min(0, a · b)² < |a|² |b|² for c = 1/2: nothing but products. */
export function cosineAbove<S>(F: Algebra<S>, a: readonly S[], b: readonly S[], inverseSquare: number): Relation<S> {
  const against = F.min(F.zero, F.dot(a, b));
  return below(
    F.mul(F.of(inverseSquare), F.square(against)),
    F.mul(F.squaredNorm(a), F.squaredNorm(b)),
    'squared cosine, where it is negative',
  );
}

/** A likely class without reward; each gradient sees almost only one of the two others. */
const nearTheBound = (draw: Draw): LaplacianCase => ({
  weights: [draw.integer(100, 1000), 1, 1],
  rewards: [0, 1, -draw.integer(10, 100)],
  edges: [draw.integer(1000, 10000), 1, 1],
});

export const threeClassAngle = law<LaplacianCase, undefined>({
  ...about,
  id: 'zoR.three-classes-angle',
  cites: [{ article: '7737', equations: [23], place: 'in place of (23)' }],
  states: String.raw`K=3:\quad\cos\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)>-\tfrac12`,
  says: 'In the logits of one example with three classes the two gradients are always less than 120° apart: both are positive combinations of the same two vectors at 120°.',
  expects: 'holds',
  instances: laplacianCases((draw) =>
    draw.chance(0.1) ? nearTheBound(draw) : withMixedRewards(drawLaplacianCase(draw, 3, 3)),
  ),
  hypotheses: [
    positiveEdges(searched(negativeEdges((draw, drawn) => (drawn.weights.length === 3 ? drawn : threeClasses(draw))))),
    mixedRewards(searched(equalRewards)),
    {
      name: 'three-classes',
      says: 'There are three classes.',
      holds: ({ weights }) => weights.length === 3,
      necessity: searched(fourClasses),
    },
  ],
  claim: (F, instance) => {
    const { policy, zerothOrder } = bothGradients(F, instance);
    return cosineAbove(F, policy, zerothOrder, 4);
  },
  cover: {
    'an obtuse angle': { atLeast: 0.05, when: (_instance, ratio) => ratio !== undefined && ratio > 0 },
    'a cosine below −2/5': { atLeast: 0.02, when: (_instance, ratio) => ratio !== undefined && ratio > 0.64 },
  },
  teeth: {
    'right-angle': {
      says: 'The angle is never obtuse.',
      claim: (F, instance) => {
        const { policy, zerothOrder } = bothGradients(F, instance);
        return atMost(F.zero, F.dot(policy, zerothOrder));
      },
    },
    'two-fifths': {
      says: 'The cosine is above −2/5.',
      claim: (F, instance) => {
        const { policy, zerothOrder } = bothGradients(F, instance);
        return cosineAbove(F, policy, zerothOrder, 6.25);
      },
    },
  },
});

function threeClasses(draw: Draw): LaplacianCase {
  return { weights: [1, 1, 1], rewards: [0, 1, draw.integer(-2, 2)], edges: draw.list(3, () => draw.integer(1, 3)) };
}

export const twoValuedAngle = law<LaplacianCase, undefined>({
  ...about,
  id: 'zoR.two-valued-angle',
  cites: [{ article: '7737', equations: [23], place: 'where (23) is right' }],
  states: String.raw`r\in\{\alpha,\beta\}^K:\quad\tilde\nabla_z\mathcal R\cdot\nabla_z\mathcal S>0`,
  says: 'Where the rewards take just two values, as accuracy does, the two gradients in the logits of one example agree in the sign of every coordinate, so their angle is acute.',
  expects: 'holds',
  instances: laplacianCases((draw) => twoValued(draw, drawLaplacianCase(draw, 2, 6))),
  hypotheses: [
    positiveEdges(searched(negativeEdges(twoValued))),
    {
      name: 'two-rewards',
      says: 'The rewards take at most two values.',
      holds: ({ rewards }) => {
        const others = rewards.filter((r) => !sameExact(r, rewards[0]!));
        return others.every((r) => sameExact(r, others[0]!));
      },
      necessity: searched(threeRewards),
    },
    mixedRewards(searched(equalRewards)),
  ],
  claim: (F, instance) => {
    const { policy, zerothOrder } = bothGradients(F, instance);
    return [
      policy.map((g, k) => below(F.zero, F.mul(g, zerothOrder[k]!), `logit ${k + 1}`)),
      below(F.zero, F.dot(policy, zerothOrder), 'PG · ZO'),
    ];
  },
  cover: { 'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: {
    'sign-of-one': {
      says: 'One of the two has the wrong sign.',
      claim: (F, instance) => {
        const { policy, zerothOrder } = bothGradients(F, instance);
        return below(F.zero, F.neg(F.dot(policy, zerothOrder)));
      },
    },
    parallel: {
      says: 'They are parallel.',
      claim: (F, instance) => {
        const { policy, zerothOrder } = bothGradients(F, instance);
        return equal(F.mul(policy[0]!, zerothOrder[1]!), F.mul(policy[1]!, zerothOrder[0]!));
      },
    },
  },
});

function twoValued(draw: Draw, drawn: LaplacianCase): LaplacianCase {
  const [high, low] = [draw.integer(0, 3), -draw.integer(1, 3)];
  const rewards = drawn.rewards.map((_, y) => (y === 0 || (y > 1 && draw.chance(0.5)) ? high : low));
  return { ...drawn, rewards };
}

/** How far apart the two gradients in the logits of one example can be, whatever the weights of the pairs. */
export const angleLaws: readonly AnyLaw[] = [twoValuedAngle, threeClassAngle];
