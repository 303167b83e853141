import type { Draw } from '../../../src/law/draw.ts';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, sameExact, toDouble } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rational } from '../../../src/scalar/rational.ts';
import { atMost, below, equal, type Relation } from '../../../src/scalar/relation.ts';
import { negativeEdges, oppositeOrder, severalRewarded } from '../../breaking/bridge/laplacians.ts';
import {
  bothGradients,
  drawLaplacianCase,
  type LaplacianCase,
  laplacianCases,
  pairList,
} from '../../instances/bridge/laplacian-case.ts';
import {
  drawLogitCase,
  gaussianEdges,
  gradientsOf,
  type LogitCase,
  logitCases,
} from '../../instances/bridge/logit-case.ts';
import { listed } from '../../instances/plain-data.ts';
import { isZero } from '../../instances/well-formed.ts';
import { searched } from '../../necessity.ts';
import { SECTIONS } from '../sections.ts';
import { about, positiveEdges } from './laplacian.ts';

/** The position of the edge between two classes. */
const edgeBetween = (classes: number, i: number, j: number): number =>
  pairList(classes).findIndex((pair) => pair.includes(i) && pair.includes(j));

/** The class that alone has a reward. */
const rewarded = ({ rewards }: LaplacianCase): number => rewards.findIndex((r) => !isZero(r));

/** A one-hot reward, and edges to the rewarded class in the order of the weights. */
function oneHot(draw: Draw, drawn: LaplacianCase): LaplacianCase {
  const classes = drawn.weights.length;
  const c = draw.integer(0, classes - 1);
  const others = drawn.weights.flatMap((_, y) => (y === c ? [] : [y]));
  const byWeight = others.toSorted((i, j) => toDouble(drawn.weights[i]!) - toDouble(drawn.weights[j]!));
  const positions = byWeight.map((y) => edgeBetween(classes, c, y));
  const sorted = positions.map((k) => drawn.edges[k]!).sort((v, w) => toDouble(v) - toDouble(w));
  const edges = drawn.edges.map((w, k) => (positions.includes(k) ? sorted[positions.indexOf(k)]! : w));
  return { ...drawn, rewards: drawn.rewards.map((_, y) => (y === c ? 1 : 0)), edges };
}

/** One class much more probable than the others, but all pairs about alike: where the bound is approached. */
const nearTheBound = (draw: Draw): LaplacianCase => {
  const drawn = drawLaplacianCase(draw, 3, 6);
  const top = draw.integer(0, drawn.weights.length - 1);
  return {
    ...drawn,
    weights: drawn.weights.map((_, y) => (y === top ? 1000 : 1)),
    edges: drawn.edges.map(() => 1),
  };
};

const onlyOneRewarded: Hypothesis<LaplacianCase> = {
  name: 'one-hot-reward',
  says: 'One class alone has a reward.',
  holds: ({ rewards }) => rewards.filter((r) => !isZero(r)).length === 1,
  necessity: searched(severalRewarded),
};

const sameOrder: Hypothesis<LaplacianCase> = {
  name: 'same-order',
  says: 'The more probable of two other classes also competes more with the rewarded one, as it does for Gaussian directions (zoR.edges).',
  holds: (instance) => {
    const { weights, edges } = instance;
    const c = rewarded(instance);
    const edge = (y: number): Exact => edges[edgeBetween(weights.length, c, y)]!;
    const others = weights.flatMap((_, y) => (y === c ? [] : [y]));
    if (c === -1) return false;
    return others.every((i) =>
      others.every((j) => atMostExact(weights[i]!, weights[j]!) || atMostExact(edge(j), edge(i))),
    );
  },
  necessity: searched(oppositeOrder),
};

/** K |a|² |b|² against 2 (K − 1) (a · b)². */
function oneHotSides<S>(F: Algebra<S>, instance: LaplacianCase): readonly [S, S] {
  const { policy, zerothOrder } = bothGradients(F, instance);
  const K = instance.weights.length;
  return [
    F.mul(F.of(K), F.mul(F.squaredNorm(policy), F.squaredNorm(zerothOrder))),
    F.mul(F.of(2 * (K - 1)), F.square(F.dot(policy, zerothOrder))),
  ];
}

export const oneHotAngle = law<LaplacianCase, undefined>({
  ...about,
  id: 'zoR.one-hot-angle',
  cites: [{ article: '7737', equations: [23], place: 'where (23) is right' }],
  states: String.raw`r=e_c:\quad\cos\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)>\sqrt{\frac K{2(K-1)}}\ge\tfrac1{\sqrt2}\quad(K\ge3),\qquad=1\quad(K=2)`,
  says: 'For accuracy, in the logits of one example, (23) is right up to an angle below 45°: the cosine exceeds √(K/(2(K − 1))) at every ε and τ, and with two classes it is 1.',
  expects: 'holds',
  instances: laplacianCases((draw) =>
    oneHot(draw, draw.chance(0.1) ? nearTheBound(draw) : drawLaplacianCase(draw, 2, 6)),
  ),
  hypotheses: [positiveEdges(searched(negativeEdges(oneHot))), onlyOneRewarded, sameOrder],
  claim: (F, instance) => {
    const [left, right] = oneHotSides(F, instance);
    const { policy, zerothOrder } = bothGradients(F, instance);
    return [
      below(F.zero, F.dot(policy, zerothOrder), 'PG · ZO'),
      instance.weights.length === 2 ? equal(right, left, 'squared cosine') : below(left, right, 'squared cosine'),
    ];
  },
  cover: {
    'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 },
    'within a tenth of the bound': { atLeast: 0.02, when: (_instance, ratio) => ratio !== undefined && ratio > 0.9 },
  },
  teeth: {
    'larger-bound': {
      says: 'The squared cosine exceeds (K + 1)/(2(K − 1)).',
      claim: (F, instance) => {
        const [left, right] = oneHotSides(F, instance);
        return below(F.mul(F.of(rationalOf(instance.weights.length + 1, instance.weights.length)), left), right);
      },
    },
    'parallel-always': {
      says: 'The two are parallel for any number of classes.',
      claim: (F, instance) => {
        const { policy, zerothOrder } = bothGradients(F, instance);
        return equal(F.mul(F.squaredNorm(policy), F.squaredNorm(zerothOrder)), F.square(F.dot(policy, zerothOrder)));
      },
    },
  },
});

const rationalOf = (p: number, q: number): Exact => rational(BigInt(p), BigInt(q));

export const trueEdges = law<LogitCase, undefined>({
  id: 'zoR.edges',
  version: 1,
  cites: [{ article: '7737', equations: [17], place: 'for a table of logits' }],
  section: SECTIONS.finale,
  states: String.raw`w_{ij}>0,\qquad z_i>z_j\implies w_{ci}>w_{cj}`,
  says: 'For Gaussian directions every pair of classes counts in the zeroth-order gradient with a positive weight, and the class with the larger logit competes more with any third one. (Checked for two and three classes.)',
  expects: 'holds',
  instances: logitCases((draw) => drawLogitCase(draw, 2, 3)),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => orderedEdges(F, instance, 1),
  cover: { 'three classes': { atLeast: 0.3, when: ({ logits }) => logits.length === 3 } },
  // Every weight of a pair takes several exponentials.
  atMostRuns: 200,
  teeth: {
    'reversed-order': {
      says: 'The class with the larger logit competes less.',
      claim: (F, instance) => orderedEdges(F, instance, -1),
    },
  },
});

function orderedEdges<S>(F: Algebra<S>, instance: LogitCase, sign: 1 | -1): Relation<S> {
  const { logits } = instance;
  const edges = gaussianEdges(F, instance);
  const ordered = logits.flatMap((_, c) =>
    logits.flatMap((zi, i) =>
      logits.flatMap((zj, j) => {
        if (i === c || j === c || atMostExact(zi, zj)) return [];
        const [wi, wj] = [i, j].map((y) => edges[edgeBetween(logits.length, c, y)]!);
        return [sign > 0 ? below(wj!, wi!, `w of ${c + 1} with ${j + 1} and ${i + 1}`) : below(wi!, wj!)];
      }),
    ),
  );
  return [edges.map((w, k) => below(F.zero, w, `edge ${k + 1}`)), ordered];
}

/** Cosines of the two gradients, in units of 10⁻¹³, rounded down. */
const SEEN: readonly (readonly [instance: LogitCase, cosine: number])[] = [
  [{ logits: [0, -2, -4], rewards: [0, 1, -100], smoothing: 0.5, temperature: 1 }, -3412855802099],
  [{ logits: [0, -4, -6], rewards: [0, 1, -1000], smoothing: 0.5, temperature: 1 }, -4806932740572],
  [{ logits: [0, -2, -3], rewards: [0, 1, -10], smoothing: rationalOf(3, 10), temperature: 1 }, -1526981030823],
  [{ logits: [0, -1, -3], rewards: [1, 0, 0], smoothing: 0.5, temperature: 1 }, 9940351448341],
  [
    { logits: [0, -4, rationalOf(-41, 10)], rewards: [0, 1, -3], smoothing: rationalOf(1, 5), temperature: 1 },
    -1169107350345,
  ],
];

const cosine = <S>(F: Algebra<S>, instance: LogitCase): S => {
  const { policy, zerothOrder } = gradientsOf(F, instance);
  return F.div(F.dot(policy, zerothOrder), F.mul(F.norm(policy), F.norm(zerothOrder)));
};

const UNITS = 10n ** 13n;
const bounds = (instance: LogitCase): readonly [Exact, Exact] => {
  const [, low] = SEEN.find(([{ logits }]) => logits.every((z, k) => sameExact(z, instance.logits[k]!)))!;
  return [rational(BigInt(low), UNITS), rational(BigInt(low + 1), UNITS)];
};

export const anglesSeen = law<LogitCase, undefined>({
  id: 'zoR.angles',
  version: 1,
  cites: [{ article: '7737', equations: [23], place: 'in place of (23)' }],
  section: SECTIONS.finale,
  states: String.raw`z=(0,-2,-4),\ r=(0,1,-100),\ \varepsilon=\tfrac12,\ \tau=1:\quad\cos\angle=-0.3412855802\dots`,
  says: 'How far apart the two gradients of one example can be, in numbers: logits 0, −4, −6 with rewards 0, 1, −1000 put them 118.7° apart, rewards 1, 0, 0 at logits 0, −1, −3 only 6.3°.',
  expects: 'holds',
  instances: listed(
    logitCases((draw) => drawLogitCase(draw, 3, 3)),
    SEEN.map(([instance]) => instance),
  ),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => {
    const [low, high] = bounds(instance);
    const seen = cosine(F, instance);
    return [atMost(F.of(low), seen, 'cosine'), atMost(seen, F.of(high), 'cosine')];
  },
  cover: {},
  teeth: {
    'sign-of-the-cosine': {
      says: 'The cosine has the wrong sign.',
      claim: (F, instance) => atMost(F.of(bounds(instance)[0]), F.neg(cosine(F, instance))),
    },
    'smoothing-doubled': {
      says: 'The noise is twice as wide.',
      claim: (F, instance) => atMost(cosine(F, { ...instance, smoothing: 1 }), F.of(bounds(instance)[1])),
    },
  },
  ladder: ['interval'],
});

/** The weights of the pairs for Gaussian directions, and the angles that follow. */
export const edgeLaws: readonly AnyLaw[] = [trueEdges, oneHotAngle, anglesSeen];
