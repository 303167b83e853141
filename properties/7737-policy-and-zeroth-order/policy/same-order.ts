import { type AnyLaw, law } from '../../../src/law/law.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import {
  arrangedLike,
  descendingOrder,
  permutations,
  rearranged,
  similarlyOrdered,
} from '../../../src/policy/rearrangement.ts';
import { argmax, normalize } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { atMost, below, equal } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { equalRewards, impossibleClasses } from '../../breaking/policy/model-classes.ts';
import { isConstant, isOnTheBest, type RankedCase, rankedCases } from '../../instances/policy/ranked-case.ts';
import { isPositive, isZero } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';
import { sameOrderAtTheBest } from './same-order-refuted.ts';

const cites = [{ article: '7737', equations: [2, 3], place: 'the text after (3)' }] as const;

/** The case's probabilities and rewards in the reading. */
function read<S>(F: Algebra<S>, { weights, rewards }: RankedCase) {
  const [p, r] = [normalize(F, F.vector(weights)), F.vector(rewards)];
  return { p, r, best: r.reduce((a, b) => F.max(a, b)) };
}

/** How probabilities are put in the order of the rewards. */
interface Arranging {
  arrangedLike<S>(F: Algebra<S>, values: Vector<S>, guide: Vector<S>): Vector<S>;
}

export const sameOrderFixed = law<RankedCase, Arranging>({
  id: 'pg.same-order-fixed',
  version: 1,
  cites,
  section: SECTIONS.rearrangement,
  states: String.raw`\max_\sigma\sum_yp_{\sigma(y)}r_y\text{ is attained by exactly the }\sigma\text{ with }(p_{\sigma(i)}-p_{\sigma(j)})(r_i-r_j)\ge0\ \forall i,j`,
  says: 'What the rearrangement inequality does say of objective (2): among all rearrangements of given probabilities, those in the order of the rewards are the best, and no others. Every rearrangement of up to five classes is tried.',
  expects: 'holds',
  instances: rankedCases({ most: 5, degenerate: true }),
  hypotheses: [],
  subject: 'arrangement',
  reference: { arrangedLike },
  claim: (F, instance, use) => {
    const { p, r } = read(F, instance);
    const best = expectedReward(F, use.arrangedLike(F, p, r), r);
    return permutations(p.length).map((order) => {
      const c = rearranged(p, order);
      const expected = similarlyOrdered(F, c, r) ? 0 : 1;
      return equal(F.of(F.compare(best, expectedReward(F, c, r))), F.of(expected), `order ${order.join(' ')}`);
    });
  },
  cover: {
    'four classes or more': { atLeast: 0.25, when: ({ weights }) => weights.length >= 4 },
    'a class of probability 0': { atLeast: 0.25, when: ({ weights }) => weights.some(isZero) },
  },
  teeth: {
    'reversed-order': {
      says: 'The probabilities are put in the opposite order.',
      use: {
        arrangedLike: (F, values, guide) =>
          arrangedLike(
            F,
            values,
            guide.map((x) => F.neg(x)),
          ),
      },
    },
    'inverse-permutation': {
      says: 'The largest value goes to the index that names the largest in the wrong direction: order in place of rank.',
      use: {
        arrangedLike: (F, values, guide) =>
          rearranged(rearranged(values, descendingOrder(F, values)), descendingOrder(F, guide)),
      },
    },
    'rank-off-by-one': {
      says: 'Ranks are taken as counted from 1, and 0 as the last.',
      use: {
        arrangedLike: (F, values, guide) => {
          const sorted = rearranged(values, descendingOrder(F, values));
          const places = descendingOrder(F, guide);
          return places.map((_, i) => sorted.at(places.indexOf(i) - 1)!);
        },
      },
    },
  },
});

export const simplexMaximizer = law<RankedCase, undefined>({
  id: 'pg.simplex-maximizer',
  version: 1,
  cites,
  section: SECTIONS.rearrangement,
  states: String.raw`\max r-\sum_yp_yr_y=\sum_yp_y(\max r-r_y)\ge0,\quad=0\iff p\text{ lives on }\operatorname{argmax}r`,
  says: 'Over all probabilities, objective (2) is largest exactly where only classes of the highest reward have any; how they share it, and the order of all others, is left open.',
  expects: 'holds',
  instances: rankedCases({ most: 6, degenerate: true }),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => {
    const { p, r, best } = read(F, instance);
    const missing = F.sub(best, expectedReward(F, p, r));
    const isOnBest = p.every((py, y) => F.compare(py, F.zero) === 0 || F.compare(r[y]!, best) === 0);
    return [
      equal(
        missing,
        F.dot(
          p,
          r.map((ry) => F.sub(best, ry)),
        ),
        'what is missing',
      ),
      equal(F.of(F.compare(missing, F.zero)), F.of(isOnBest ? 0 : 1), 'the sign of what is missing'),
    ];
  },
  cover: {
    'only classes of the highest reward': { atLeast: 0.1, when: isOnTheBest },
    'several classes, not all of the highest reward': {
      atLeast: 0.3,
      when: (instance) => instance.weights.filter(isPositive).length > 1 && !isOnTheBest(instance),
    },
  },
  teeth: {
    'lowest-reward': {
      says: 'The lowest reward is taken for the highest.',
      claim: (F, instance) => {
        const { p, r } = read(F, instance);
        return atMost(
          expectedReward(F, p, r),
          r.reduce((a, b) => F.min(a, b)),
        );
      },
    },
    'most-probable-only': {
      says: 'It is enough that the most probable class has the highest reward.',
      claim: (F, instance) => {
        const { p, r, best } = read(F, instance);
        const isBest = F.compare(r[argmax(F, p)]!, best) === 0;
        return equal(F.of(F.compare(best, expectedReward(F, p, r))), F.of(isBest ? 0 : 1));
      },
    },
  },
});

export const softmaxSupremum = law<RankedCase, undefined>({
  id: 'pg.softmax-supremum',
  version: 1,
  cites,
  section: SECTIONS.rearrangement,
  states: String.raw`\sum_yp_yr_y<\max r\text{ for every softmax},\qquad\lim_{\varepsilon\to0^+}\sum_yp_y^{(\varepsilon)}r_y=\max_\theta\text{ of (1)}=\max r,\quad p_y^{(\varepsilon)}\propto a_y\,\varepsilon^{-[y\in\operatorname{argmax}r]}`,
  says: 'A softmax never reaches the best value of objective (2) unless all rewards are equal, but comes as near as one likes; and that value is the best of objective (1). For a table of logits, (2) asks for no more than (1).',
  expects: 'holds',
  instances: rankedCases({ most: 6, degenerate: false }),
  hypotheses: [
    {
      name: 'positive-probabilities',
      says: 'Every class has a positive probability, as in every softmax.',
      holds: ({ weights }) => weights.every(isPositive),
      necessity: { kind: 'search', breaking: impossibleClasses },
    },
    {
      name: 'rewards-not-all-equal',
      says: 'The rewards are not all equal.',
      holds: ({ rewards }) => !isConstant(rewards),
      necessity: { kind: 'search', breaking: equalRewards },
    },
  ],
  reference: undefined,
  claim: (F, instance) => {
    const { p, r, best } = read(F, instance);
    const boosted = boostedObjective(F, p, r, (ry) => F.compare(ry, best) === 0);
    return [
      below(expectedReward(F, p, r), best, 'objective (2) of a softmax'),
      equal(boosted.limit, best, 'the limit of (2)'),
      equal(boosted.hard, best, 'objective (1) on the way'),
    ];
  },
  cover: {
    'three classes or more': { atLeast: 0.5, when: ({ weights }) => weights.length >= 3 },
  },
  teeth: {
    'lowest-boosted': {
      says: 'The classes of the lowest reward get the probability.',
      claim: (F, instance) => {
        const { p, r, best } = read(F, instance);
        const worst = r.reduce((a, b) => F.min(a, b));
        return equal(boostedObjective(F, p, r, (ry) => F.compare(ry, worst) === 0).limit, best);
      },
    },
    attained: {
      says: 'Some softmax is taken to reach the supremum.',
      claim: (F, instance) => {
        const { p, r, best } = read(F, instance);
        return atMost(best, expectedReward(F, p, r));
      },
    },
  },
});

/** Objective (2) in the limit where the weights of some classes grow like 1/ε, and (1) for small ε. */
function boostedObjective<S>(F: Algebra<S>, p: Vector<S>, r: Vector<S>, isBoosted: (reward: S) => boolean) {
  const E = series(F, 2);
  const growth = E.div(E.one, E.epsilon);
  const weights = p.map((py, y) => (isBoosted(r[y]!) ? E.mul(E.constant(py), growth) : E.constant(py)));
  const objective = expectedReward(
    E,
    normalize(E, weights),
    r.map((ry) => E.constant(ry)),
  );
  return { limit: E.coefficient(objective, 0), hard: r[argmax(E, weights)]! };
}

/** What objective (2) has to do with (1), and with the order of the classes. */
export const sameOrderLaws: readonly AnyLaw[] = [sameOrderAtTheBest, sameOrderFixed, simplexMaximizer, softmaxSupremum];
