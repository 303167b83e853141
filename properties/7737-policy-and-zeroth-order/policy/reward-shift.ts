import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { evenly } from '../../../src/policy/dataset.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { expectation, type LocalPolicy } from '../../../src/policy/score.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { equal, equalVectors } from '../../../src/scalar/relation.ts';
import { shiftsOfClasses, shiftsUnseenByTheObjective } from '../../breaking/policy/shifts.ts';
import { localPolicy } from '../../instances/policy/policy-case.ts';
import { type ShiftedExample, type ShiftedRewards, shiftedRewards } from '../../instances/policy/shifted-rewards.ts';
import { SECTIONS } from '../sections.ts';
import { type PolicyParts, reference } from './subject.ts';
import { scoreMistakes } from './teeth/scores.ts';

const inTheText = (place: string) => ({
  version: 1,
  cites: [{ article: '7737', equations: [], place }] as const,
  section: SECTIONS.baseline,
});

const hasOneShift = ({ shifts }: ShiftedExample): boolean => shifts.every((c) => sameExact(c, shifts[0]!));

/** Objective (2) and its gradient, averaged over the examples, with the rewards as they are or shifted. */
function averages<S>(F: Algebra<S>, { examples, temperature }: ShiftedRewards, use: PolicyParts, shifted: boolean) {
  const shares = evenly(F, examples.length);
  const each = examples.map((example) => {
    const policy = localPolicy(F, { ...example, temperature });
    const r = F.vector(example.rewards);
    const rewards = shifted ? F.plus(r, F.vector(example.shifts)) : r;
    return {
      objective: expectedReward(F, policy.probabilities, rewards),
      gradient: use.gradient(F, policy, rewards),
    };
  });
  const objectives = each.map(({ objective }) => objective);
  const gradients = each.map(({ gradient }) => gradient);
  return { objective: F.dot(shares, objectives), gradient: expectation(F, shares, gradients) };
}

/** E c: the mean of the examples' shifts. */
const meanShift = <S>(F: Algebra<S>, { examples }: ShiftedRewards): S =>
  F.dot(evenly(F, examples.length), F.vector(examples.map(({ shifts }) => shifts[0]!)));

export const rewardShift = law<ShiftedRewards, PolicyParts>({
  ...inTheText('“a constant added to r”, before (6)'),
  id: 'pg.shift',
  ladder: IDENTITY_LADDER,
  states: String.raw`S_{r+c}=S_r+\mathbb E\,c(x_t,y_t),\qquad\nabla S_{r+c}=\nabla S_r`,
  says: 'A constant added to all rewards of an example adds its mean to the objective and nothing to the gradient. It may differ from example to example, but not from class to class.',
  expects: 'holds',
  instances: shiftedRewards,
  hypotheses: [
    {
      name: 'same-for-all-classes',
      says: 'In each example the same constant is added to the reward of every class.',
      holds: ({ examples }) => examples.every(hasOneShift),
      necessity: { kind: 'search', breaking: shiftsUnseenByTheObjective },
    },
  ],
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) => {
    const before = averages(F, instance, use, false);
    const after = averages(F, instance, use, true);
    return [
      equal(after.objective, F.add(before.objective, meanShift(F, instance)), 'objective'),
      equalVectors(after.gradient, before.gradient, 'parameter'),
    ];
  },
  cover: {
    'several examples': { atLeast: 0.5, when: ({ examples }) => examples.length > 1 },
    'different shifts': {
      atLeast: 0.4,
      when: ({ examples }) => examples.some(({ shifts }) => !sameExact(shifts[0]!, examples[0]!.shifts[0]!)),
    },
  },
  teeth: {
    ...scoreMistakes('missing-mean'),
    'objective-unchanged': {
      says: 'The objective is taken not to change either.',
      claim: (F, instance, use) =>
        equal(averages(F, instance, use, true).objective, averages(F, instance, use, false).objective),
    },
  },
});

/** E[r s], and the trace of the covariance of r s over the actions. */
function sampledGradient<S>(F: Algebra<S>, policy: LocalPolicy<S>, rewards: Vector<S>, use: PolicyParts) {
  const p = policy.probabilities;
  const samples = rewards.map((r, y) => F.scale(r, use.score(F, policy, y)));
  const mean = expectation(F, p, samples);
  const second = F.dot(
    p,
    samples.map((v) => F.squaredNorm(v)),
  );
  return { mean, variance: F.sub(second, F.squaredNorm(mean)) };
}

const varianceOf = <S>(F: Algebra<S>, p: Vector<S>, values: Vector<S>): S =>
  F.sub(
    F.dot(
      p,
      values.map((x) => F.square(x)),
    ),
    F.square(F.dot(p, values)),
  );

/** The rewards of the first example before and after its shift, and E r‖s‖², E‖s‖². */
function shiftOfVariance<S>(F: Algebra<S>, { examples, temperature }: ShiftedRewards, use: PolicyParts) {
  const [{ shifts, ...example }] = examples as [ShiftedExample];
  const policy = localPolicy(F, { ...example, temperature });
  const [r, c] = [F.vector(example.rewards), F.of(shifts[0]!)];
  const p = policy.probabilities;
  const squares = p.map((_, y) => F.squaredNorm(use.score(F, policy, y)));
  return {
    policy,
    r,
    c,
    shifted: F.plus(r, F.vector(shifts)),
    mixed: F.dot(
      p,
      r.map((ry, y) => F.mul(ry, squares[y]!)),
    ),
    square: F.dot(p, squares),
  };
}

export const shiftedVariance = law<ShiftedRewards, PolicyParts>({
  ...inTheText('“it can change the variance of the sampling”, before (6)'),
  id: 'pg.shift-variance',
  ladder: IDENTITY_LADDER,
  states: String.raw`\operatorname{Var}(r+c)=\operatorname{Var}r,\qquad\operatorname{tr}\operatorname{Cov}\big((r+c)\,s\big)=\operatorname{tr}\operatorname{Cov}(r\,s)+2c\,\mathbb E[r\|s\|^2]+c^2\,\mathbb E\|s\|^2`,
  says: 'What variance a constant changes: never that of the rewards, but that of reward times score, by exactly a quadratic in the constant.',
  expects: 'holds',
  instances: shiftedRewards,
  hypotheses: [
    {
      name: 'same-for-all-classes',
      says: 'In each example the same constant is added to the reward of every class.',
      holds: ({ examples }) => examples.every(hasOneShift),
      necessity: { kind: 'search', breaking: shiftsOfClasses },
    },
  ],
  subject: 'score',
  reference,
  claim: (F, instance, use) => {
    const { policy, r, c, shifted, mixed, square } = shiftOfVariance(F, instance, use);
    const before = sampledGradient(F, policy, r, use);
    const after = sampledGradient(F, policy, shifted, use);
    const change = F.add(F.mul(F.mul(F.of(2), c), mixed), F.mul(F.square(c), square));
    return [
      equal(varianceOf(F, policy.probabilities, shifted), varianceOf(F, policy.probabilities, r), 'variance of r'),
      equal(after.variance, F.add(before.variance, change), 'variance of r s'),
    ];
  },
  cover: {
    'a shift other than 0': { atLeast: 0.5, when: ({ examples }) => !sameExact(examples[0]!.shifts[0]!, 0) },
  },
  teeth: {
    ...scoreMistakes('missing-mean'),
    'mixed-term-dropped': {
      says: 'The term 2c E[r‖s‖²] is dropped.',
      claim: (F, instance, use) => {
        const { policy, r, c, shifted, square } = shiftOfVariance(F, instance, use);
        const [before, after] = [sampledGradient(F, policy, r, use), sampledGradient(F, policy, shifted, use)];
        return equal(after.variance, F.add(before.variance, F.mul(F.square(c), square)));
      },
    },
  },
});

/** A constant added to the rewards. */
export const rewardShiftLaws: readonly AnyLaw[] = [rewardShift, shiftedVariance];
