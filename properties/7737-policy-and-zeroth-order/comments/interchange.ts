import { z } from 'zod';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { atMost, equal, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { plainData } from '../../instances/plain-data.ts';
import { SECTIONS } from '../sections.ts';

/** A parameter θ = numerator/denominator, 0 < θ ≤ 1, and how many of the classes 1, 2, … are looked at. */
interface WanderingMass {
  readonly numerator: number;
  readonly denominator: number;
  readonly classes: number;
}

const count = z.int().min(1).max(64);

const wanderingMasses = plainData<WanderingMass>({
  schema: z.strictObject({ numerator: count, denominator: count, classes: count }),
  generate: (draw) => {
    const denominator = draw.integer(1, 64);
    const numerator = draw.chance(0.5) ? 1 : draw.integer(1, denominator);
    return { numerator, denominator, classes: draw.integer(1, 12) };
  },
  require: ({ numerator, denominator, classes }) => {
    if (!(numerator >= 1 && numerator <= denominator)) {
      throw new RangeError(`θ is ${numerator}/${denominator}; give 0 < θ ≤ 1.`);
    }
    if (classes < 1) throw new RangeError(`classes is ${classes}; give at least 1.`);
  },
});

/**
 * p_n(θ) = max(0, min((n+1)θ − 1, 1 − (n−1)θ)) / n for the classes n = 1, 2, …, which is 0 up to θ = 1/(n+1); the rest of
 * the probability is class 0's. The smaller θ is, the farther out is the class that is likely besides class 0.
 */
function probability<S>({ div, max, min, mul, of, one, sub, zero }: Algebra<S>, n: number, theta: S): S {
  const rising = sub(mul(of(n + 1), theta), one);
  const falling = sub(one, mul(of(n - 1), theta));
  return div(max(zero, min(rising, falling)), of(n));
}

/** Σ n p_n(θ) over the classes 1 … `last`: with rewards r_n = n and r_0 = 0, their part of the expected reward. */
const rewardUpTo = <S>(F: Algebra<S>, last: number, theta: S): S =>
  F.sum(Array.from({ length: last }, (_, i) => F.mul(F.of(i + 1), probability(F, i + 1, theta))));

/** The last class that can have a positive probability at θ: n with (n − 1)θ < 1. */
const lastClass = ({ numerator, denominator }: WanderingMass): number => Math.ceil(denominator / numerator);

const thetaOf = <S>({ div, of }: Algebra<S>, { numerator, denominator }: WanderingMass): S =>
  div(of(numerator), of(denominator));

/** Σ n p_n(θ) = θ, whose derivative is 1. */
const wholeReward = <S>(F: Algebra<S>, instance: WanderingMass, last = lastClass(instance)): Relation<S> =>
  equal(rewardUpTo(F, last, thetaOf(F, instance)), thetaOf(F, instance), 'expected reward');

export const infiniteClasses = law<WanderingMass, undefined>({
  id: 'pg.infinite-classes',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [4, 5] }],
  section: SECTIONS.sampling,
  states: String.raw`\sum_{n\ge1}n\,p_n(\theta)=\theta\ (0\le\theta\le1),\qquad p_n'(0)=0\ \forall n,\qquad\sup_\theta|n\,p_n'(\theta)|\ge n+1`,
  says: 'With infinitely many classes the gradient of the sum need not be the sum of the gradients: here the expected reward is θ, with derivative 1, but just above 0 each probability is 0 except that of class 0, whose reward is 0. No summable bound dominates the gradients, and (4) needs one.',
  expects: 'holds',
  instances: wanderingMasses,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => {
    const { classes } = instance;
    const E = series(F, 2);
    const theta = thetaOf(F, instance);
    const all = Array.from({ length: lastClass(instance) }, (_, i) => probability(F, i + 1, theta));
    const steepest = E.add(E.constant(F.of(ratio(1, classes + 1))), E.epsilon);
    const rising = E.mul(E.of(classes), probability(E, classes, steepest));
    return [
      all.map((p, i) => atMost(F.zero, p, `probability of class ${i + 1}`)),
      atMost(F.sum(all), F.one, 'probability of all classes but 0'),
      wholeReward(F, instance),
      equal(E.coefficient(rewardUpTo(E, classes, E.epsilon), 1), F.zero, `derivative at 0 of ${classes} classes`),
      equal(E.coefficient(rising, 1), F.of(classes + 1), `slope of n p_n above 1/${classes + 1}`),
    ];
  },
  cover: {
    'θ beyond the classes looked at': {
      atLeast: 0.2,
      when: ({ numerator, denominator, classes }) => numerator * (classes + 1) < denominator,
    },
  },
  teeth: {
    'classes-cut-off': {
      says: 'Only finitely many classes are added up, for which the gradient may be taken term by term.',
      claim: (F, instance) => wholeReward(F, instance, instance.classes),
    },
    'sum-of-gradients': {
      says: 'The derivatives of the terms are taken to add up to 1, that of the expected reward.',
      claim: (F, { classes }) => {
        const E = series(F, 2);
        return equal(E.coefficient(rewardUpTo(E, classes, E.epsilon), 1), F.one);
      },
    },
  },
});

/** When the gradient and the sum over the classes may not be interchanged. */
export const interchangeLaws: readonly AnyLaw[] = [infiniteClasses];
