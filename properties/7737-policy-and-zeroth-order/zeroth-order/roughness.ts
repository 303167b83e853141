import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { atMostExact } from '../../../src/scalar/exact-arithmetic.ts';
import { atMost, equal, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { expectedScalar } from '../../../src/zeroth-order/estimator.ts';
import { longSlopes, rootSlopes } from '../../breaking/zeroth-order/slopes.ts';
import { listed } from '../../instances/plain-data.ts';
import { type DirectionCase, smoothCases } from '../../instances/zeroth-order/direction-case.ts';
import { objectiveOf } from '../../instances/zeroth-order/objectives.ts';
import { leastLipschitz, type SlopeCase, smoothSlopes } from '../../instances/zeroth-order/slope-case.ts';
import { casesOf, RATIONAL_KINDS, type ZerothOrderCase } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { identityMoment } from './hypotheses.ts';
import { expectedForward, type ReadCase, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = { version: 1, section: SECTIONS.zerothOrder } as const;
const beforeTheLimit = [{ article: '7737', equations: [12], place: 'the expansion before it' }] as const;

const root = { kind: 'root' } as const;
const along = (point: Exact, direction: Exact): DirectionCase => ({
  objective: root,
  point: [point],
  direction: [direction],
  smoothing: 1,
});
const rootCases = listed(smoothCases, [along(0, 1), along(0, -2), along(0, 1 / 4), along(1, 1), along(4, -3)]);

/** The coefficients of 1, √ε, ε and ε√ε of f(x + εu) − f(x) − ε u · ∇f(x): a series in δ = √ε. */
function remainder<S>(F: Algebra<S>, { objective, point, direction }: DirectionCase): readonly S[] {
  const E = series(F, 6);
  const f = objectiveOf(objective);
  const [x, u] = [E.vector(point), E.vector(direction)];
  const epsilon = E.square(E.epsilon);
  const slope = E.constant(F.dot(gradientOf(F, f, F.vector(point)), F.vector(direction)));
  const rest = E.sub(E.sub(f(E, E.axpy(epsilon, u, x)), f(E, x)), E.mul(epsilon, slope));
  return [0, 1, 2, 3].map((k) => E.coefficient(rest, k));
}

const vanish = <S>(F: Algebra<S>, instance: DirectionCase, below: number): Relation<S> =>
  remainder(F, instance)
    .slice(0, below)
    .map((c, k) => equal(c, F.zero, `coefficient of ε^(${k}/2)`));

export const expansionOfDifferentiable = law<DirectionCase, undefined>({
  ...about,
  id: 'zo.taylor-differentiable',
  cites: beforeTheLimit,
  states: String.raw`f\text{ differentiable at }x\implies f(x+\varepsilon u)=f(x)+\varepsilon\,u\cdot\nabla f(x)+\mathcal O(\varepsilon^2)`,
  says: 'Being differentiable is enough for the expansion up to ε². (For x√|x| at 0 the next term is ε√ε.)',
  expects: 'refuted',
  instead: ['zo.taylor', 'zo.taylor-little-o'],
  instances: listed(smoothCases, [along(0, 1)]),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => vanish(F, instance, 4),
  cover: {},
  teeth: {},
});

export const littleOh = law<DirectionCase, undefined>({
  ...about,
  id: 'zo.taylor-little-o',
  cites: beforeTheLimit,
  states: String.raw`f\text{ differentiable at }x\implies f(x+\varepsilon u)=f(x)+\varepsilon\,u\cdot\nabla f(x)+o(\varepsilon)`,
  says: 'What a function that is merely differentiable leaves beyond its slope is smaller than ε, as x√|x| at 0, 1 and 4 shows.',
  expects: 'holds',
  instances: rootCases,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => vanish(F, instance, 3),
  cover: {},
  teeth: {
    'second-order-too': {
      says: 'The remainder is of order ε².',
      claim: (F, instance) => vanish(F, instance, 4),
    },
  },
});

/** |ZO − f′(x)| for functions of one variable. */
function errorOf<S>(F: Algebra<S>, read: ReadCase<S>, use: ZerothOrderParts): S {
  return F.abs(F.sub(expectedForward(F, read, use)[0]!, gradientOf(F, read.f, read.x)[0]!));
}

/** E|u|^k √|u| or E|u|^k. */
const absoluteMoment = <S>(F: Algebra<S>, { atoms }: ReadCase<S>, k: number, withRoot = false): S =>
  expectedScalar(F, atoms, ([u]) => {
    let power = withRoot ? F.sqrt(F.abs(u!)) : F.one;
    for (let i = 0; i < k; i++) power = F.mul(power, F.abs(u!));
    return power;
  });

const atRoot = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, k: number): Relation<S> => {
  const read = readCase(F, instance, use);
  const expected = F.mul(F.sqrt(read.smoothing), absoluteMoment(F, readCase(F, instance, reference), k, true));
  return equal(expectedForward(F, read, use)[0]!, expected, 'zeroth-order gradient');
};

export const slowRate = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.root-rate',
  cites: [{ article: '7737', equations: [11, 12] }],
  states: String.raw`f=x\sqrt{|x|},\ x=0:\quad\tilde\nabla f=\sqrt\varepsilon\;\mathbb E|u|^{5/2}\text{ where }f'(0)=0`,
  says: 'How slow the limit can be: for x√|x| at 0 the zeroth-order gradient is off by a multiple of √ε.',
  expects: 'holds',
  instances: casesOf([root], RATIONAL_KINDS, () => 0),
  hypotheses: [
    {
      name: 'at-zero',
      says: 'x is 0.',
      holds: ({ point }) => point.every((x) => atMostExact(x, 0) && atMostExact(0, x)),
      necessity: { kind: 'search', breaking: casesOf([root], [[1, 'rademacher']], (draw) => draw.integer(1, 4)) },
    },
  ],
  subject: 'directions and estimate',
  reference,
  claim: (F, instance, use) => atRoot(F, instance, use, 2),
  cover: {
    'skewed or written out': {
      atLeast: 0.3,
      when: ({ directions: { kind } }) => kind === 'skewed' || kind === 'finite',
    },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'skewed-signs'),
    'other-moment': {
      says: 'The moment is E|u|^{3/2} where it is E|u|^{5/2}.',
      claim: (F, instance, use) => atRoot(F, instance, use, 1),
    },
  },
});

const errorAtMost = <S>(F: Algebra<S>, instance: SlopeCase, use: ZerothOrderParts, half: Exact): Relation<S> => {
  const read = readCase(F, instance, use);
  const third = absoluteMoment(F, readCase(F, instance, reference), 3);
  const bound = F.mul(F.mul(F.of(half), F.mul(read.smoothing, F.of(instance.lipschitz))), third);
  return atMost(errorOf(F, read, use), bound, 'error');
};

export const lipschitzRate = law<SlopeCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bias-lipschitz',
  cites: [{ article: '7737', equations: [11, 12] }],
  states: String.raw`|f'(x)-f'(y)|\le L|x-y|,\ \mathbb E u^2=1\implies|\tilde\nabla f(x)-f'(x)|\le\frac{\varepsilon L}2\,\mathbb E|u|^3`,
  says: 'On the line, the zeroth-order gradient is off by at most ε L/2 times E|u|³ where the derivative is Lipschitz with constant L, and by exactly that for x|x|/2 at 0.',
  expects: 'holds',
  instances: smoothSlopes,
  hypotheses: [
    {
      name: 'lipschitz-derivative',
      says: 'The derivative of f is Lipschitz with constant L.',
      holds: ({ objective, lipschitz }) => {
        const least = leastLipschitz(objective);
        return least !== undefined && atMostExact(least, lipschitz);
      },
      necessity: { kind: 'search', breaking: rootSlopes },
    },
    identityMoment({ kind: 'search', breaking: longSlopes }),
  ],
  subject: 'directions and estimate',
  reference,
  claim: (F, instance, use) => errorAtMost(F, instance, use, 1 / 2),
  cover: {
    'the bound itself': { atLeast: 0.1, when: (_instance, share) => share !== undefined && share >= 1 },
    'at a kink of the derivative': {
      atLeast: 0.15,
      when: ({ objective, point }) => objective.kind === 'signed-square' && point[0] === 0,
    },
  },
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'doubled-covariance'),
    'quarter-for-half': {
      says: 'The bound has ε L/4 where it has ε L/2.',
      claim: (F, instance, use) => errorAtMost(F, instance, use, 1 / 4),
    },
  },
});

/** What is left of the limit where f is less smooth. */
export const zerothOrderRoughnessLaws: readonly AnyLaw[] = [
  expansionOfDifferentiable,
  littleOh,
  slowRate,
  lipschitzRate,
];
