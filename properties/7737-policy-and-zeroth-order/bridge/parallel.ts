import { meanOverData } from '../../../src/bridge/hard-objective.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import { evenly } from '../../../src/policy/dataset.ts';
import { expectation, type LocalPolicy } from '../../../src/policy/score.ts';
import { argmax } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { sameExact, toRational } from '../../../src/scalar/exact.ts';
import { add, type Rational, signOf, ZERO } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { atMost, below, equal, equalVectors, type Relation } from '../../../src/scalar/relation.ts';
import { atoms } from '../../../src/zeroth-order/directions.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import {
  bentAndSkewed,
  bentMargins,
  certainMargins,
  opposedExamples,
  slantedSigns,
  threeClasses,
  twoExamples,
} from '../../breaking/bridge/margins.ts';
import { type ComparedCase, comparedCases, policyAt } from '../../instances/bridge/compared-gradients.ts';
import {
  drawMarginCase,
  halfTurn,
  logitGradientsAt,
  logitsAt,
  type MarginCase,
  marginCases,
} from '../../instances/bridge/margin-case.ts';
import { restricted } from '../../instances/restricted.ts';
import { isZero } from '../../instances/well-formed.ts';
import { drawDirections } from '../../instances/zeroth-order/directions.ts';
import { searched } from '../../necessity.ts';
import { type PolicyParts, reference } from '../policy/subject.ts';
import { scoreMistakes } from '../policy/teeth/scores.ts';
import { SECTIONS } from '../sections.ts';
import { centeredDirections } from './hypotheses.ts';

/** The mean over the examples of E_u[r(argmax f_{θ+εu}) u] / ε. */
function zerothOrder<S>(F: Algebra<S>, instance: MarginCase): Vector<S> {
  const smoothing = F.of(instance.smoothing);
  const theta = F.vector(instance.theta);
  return meanOverData(F, instance.examples, (example) =>
    expectedVector(F, atoms(F, instance.directions), (u) => {
      const winner = argmax(F, logitsAt(F, instance, example, F.axpy(smoothing, u, theta)));
      return F.scale(F.div(F.of(example.rewards[winner]!), smoothing), u);
    }),
  );
}

/** The mean over the examples of a vector of the policy and the rewards at each. */
const meanOfPolicies = <S>(
  F: Algebra<S>,
  instance: ComparedCase,
  vector: (policy: LocalPolicy<S>, rewards: Vector<S>) => Vector<S>,
): Vector<S> =>
  expectation(
    F,
    evenly(F, instance.examples.length),
    instance.examples.map(({ rewards }, t) => vector(policyAt(F, instance, t), F.vector(rewards))),
  );

/** (r_1 − r_2) p_1 p_2 a/τ with a = ∇m: the policy gradient of two classes. */
function alongMargin<S>(F: Algebra<S>, { probabilities, logitGradients, temperature }: LocalPolicy<S>, r: Vector<S>) {
  const [[p, q], [f, g]] = [probabilities, logitGradients];
  return F.scale(F.div(F.mul(F.sub(r[0]!, r[1]!), F.mul(p!, q!)), temperature), F.minus(f!, g!));
}

const pairsOf = (d: number): readonly (readonly [number, number])[] =>
  Array.from({ length: d }, (_, i) => Array.from({ length: d - i - 1 }, (_, j) => [i, i + 1 + j] as const)).flat();

/** That v is parallel to the policy gradient: v_i PG_j = v_j PG_i; and, for two classes, what that is. */
function parallelTo<S>(F: Algebra<S>, instance: ComparedCase, use: PolicyParts, v: Vector<S>): Relation<S> {
  const gradient = meanOfPolicies(F, instance, (policy, rewards) => use.gradient(F, policy, rewards));
  const crossed = pairsOf(v.length).map(([i, j]) =>
    equal(F.mul(v[i]!, gradient[j]!), F.mul(v[j]!, gradient[i]!), `cross product ${i + 1}, ${j + 1}`),
  );
  if (!hasTwoClasses(instance)) return crossed;
  const slope = meanOfPolicies(F, instance, (policy, rewards) => alongMargin(F, policy, rewards));
  return [...crossed, equalVectors(gradient, slope, 'policy gradient')];
}

const hasTwoClasses = ({ examples }: MarginCase): boolean => examples.every(({ rewards }) => rewards.length === 2);

/** Whether the distribution of u is unchanged by the half-turn about ∇m. */
function isTurnInvariant(instance: MarginCase): boolean {
  return instance.examples.every((example) => {
    const [first, second] = logitGradientsAt(rationalReading, instance, example);
    const axis = rationalReading.minus(first!, second!);
    if (axis.every((x) => signOf(x) === 0)) return true;
    const values = atoms(rationalReading, instance.directions);
    const chance = (u: readonly Rational[]): Rational =>
      values
        .filter(({ direction }) => direction.every((x, i) => sameExact(x, u[i]!)))
        .reduce((total, { probability }) => add(total, probability), ZERO);
    return values.every(({ direction }) =>
      sameExact(chance(direction), chance(halfTurn(axis, direction).map(toRational))),
    );
  });
}

const turnInvariant: Hypothesis<MarginCase> = {
  name: 'turn-invariant',
  says: 'The distribution of u looks the same after a half-turn about the gradient of the margin, as every spherically symmetric one does.',
  holds: isTurnInvariant,
  necessity: searched(
    slantedSigns,
    'Independent signs favor the axes: with ∇m = (2, 1) and m = 0 the gradient is along (1, 0).',
  ),
};

const linearMargin: Hypothesis<MarginCase> = {
  name: 'linear-margin',
  says: 'The difference of the two logits is linear in θ.',
  holds: ({ curvature }) => curvature.every(isZero),
  necessity: searched(bentMargins),
};

const singleExample: Hypothesis<MarginCase> = {
  name: 'single-example',
  says: 'There is one labeled example.',
  holds: ({ examples }) => examples.length === 1,
  necessity: searched(twoExamples, 'They may even be opposite: zoR.final.'),
};

const twoClasses: Hypothesis<MarginCase> = {
  name: 'two-classes',
  says: 'There are two classes.',
  holds: hasTwoClasses,
  necessity: searched(threeClasses, 'They may even be opposite: zoR.final-three-classes.'),
};

export const parallel = law<ComparedCase, PolicyParts>({
  id: 'zoR.parallel',
  version: 2,
  cites: [{ article: '7737', equations: [23], place: 'where (23) is right' }],
  section: SECTIONS.finale,
  states: String.raw`K=2,\ m(\theta)=a\cdot\theta:\quad\tilde\nabla_\theta\mathcal R_\theta\parallel\nabla_\theta\sum_yp_yr_y=(r_1-r_2)\,p_1p_2\,\frac a\tau`,
  says: 'With two classes, one example, logits linear in θ and spherically symmetric directions, the zeroth-order gradient of the hard reward and the policy gradient are exactly parallel, for every ε and τ: the latter is (r₁ − r₂) p₁ p₂/τ times the gradient of the margin.',
  expects: 'holds',
  instances: comparedCases,
  hypotheses: [turnInvariant, linearMargin, singleExample, twoClasses],
  reference,
  claim: (F, instance, use) => parallelTo(F, instance, use, zerothOrder(F, instance)),
  cover: {
    'in the plane or beyond': { atLeast: 0.4, when: ({ theta }) => theta.length > 1 },
    'a gradient that is not 0': {
      atLeast: 0.2,
      when: (instance) =>
        instance.theta.length > 1 && zerothOrder(rationalReading, instance).some((x) => signOf(x) !== 0),
    },
  },
  teeth: {
    ...scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
    'half-space-missing': {
      says: 'The directions that make the margin smaller are left out, and so is what balances them.',
      claim: (F, instance, use) => {
        const values = atoms(F, instance.directions).slice(0, 1);
        const u = values[0]!.direction;
        const winner = argmax(
          F,
          logitsAt(F, instance, instance.examples[0]!, F.axpy(F.of(instance.smoothing), u, F.vector(instance.theta))),
        );
        return parallelTo(F, instance, use, F.scale(F.of(instance.examples[0]!.rewards[winner]!), u));
      },
    },
    'one-coordinate-counted-twice': {
      says: 'The first coordinate of u is doubled.',
      claim: (F, instance, use) => {
        const [first, ...rest] = zerothOrder(F, instance);
        return parallelTo(F, instance, use, [F.add(first!, first!), ...rest]);
      },
    },
  },
});

const KINDS = ['rademacher', 'skewed', 'three-point', 'finite'] as const;

const anyDirections: Instances<MarginCase> = {
  ...marginCases,
  generate: (draw) => {
    const instance = drawMarginCase(draw);
    const d = instance.theta.length;
    return { ...instance, directions: drawDirections(draw, d > 2 ? 'rademacher' : draw.pick(KINDS), d) };
  },
};

/** (r_1 − r_2) times the zeroth-order gradient along ∇m, summed over the examples. */
const ascent = <S>(F: Algebra<S>, instance: MarginCase): S => {
  const gradient = zerothOrder(F, instance);
  return F.sum(
    instance.examples.map((example) => {
      const [first, second] = logitGradientsAt(F, instance, example);
      const gap = F.sub(F.of(example.rewards[0]!), F.of(example.rewards[1]!));
      return F.mul(gap, F.dot(gradient, F.minus(first!, second!)));
    }),
  );
};

export const twoClassAscent = law<MarginCase, undefined>({
  id: 'zoR.two-classes-agree',
  version: 1,
  cites: [{ article: '7737', equations: [23], place: 'where (23) is right' }],
  section: SECTIONS.finale,
  states: String.raw`K=2:\quad(r_1-r_2)\,a\cdot\tilde\nabla_\theta\mathcal R_\theta\ge0`,
  says: 'With two classes, one example and logits linear in θ, the zeroth-order gradient of the hard reward never points away from the policy gradient, whatever distribution of mean 0 the directions have. It may be 0, where no direction changes the winner.',
  expects: 'holds',
  instances: restricted(anyDirections, hasTwoClasses, 'has two classes'),
  hypotheses: [
    centeredDirections(searched(certainMargins)),
    { ...linearMargin, necessity: searched(bentAndSkewed) },
    { ...singleExample, necessity: searched(opposedExamples, 'Compare zoR.final.') },
  ],
  reference: undefined,
  claim: (F, instance) => atMost(F.zero, ascent(F, instance), '(r₁ − r₂) a · ZO'),
  cover: {
    'ascends strictly': {
      atLeast: 0.3,
      when: (instance) => signOf(ascent(rationalReading, instance)) > 0,
    },
    'no change of winner': {
      atLeast: 0.05,
      when: (instance) => zerothOrder(rationalReading, instance).every((x) => signOf(x) === 0),
    },
  },
  teeth: {
    'classes-swapped': {
      says: 'The second class wins where the first one does.',
      claim: (F, instance) => atMost(F.zero, F.neg(ascent(F, instance)), '(r₁ − r₂) a · ZO'),
    },
    strictly: {
      says: 'It is never 0.',
      claim: (F, instance) => below(F.zero, ascent(F, instance)),
    },
  },
});

/** Where the two gradients agree in direction, and what that takes. */
export const parallelLaws: readonly AnyLaw[] = [parallel, twoClassAscent];
