import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { equal, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { expectedScalar } from '../../../src/zeroth-order/estimator.ts';
import { kinks, manyLengths, quarticsInSigns, skewedDirections } from '../../breaking/zeroth-order/cases.ts';
import { listed } from '../../instances/plain-data.ts';
import { levelCases, oneLengthCases } from '../../instances/zeroth-order/leveled-case.ts';
import { degreeOf, objectiveOf, polynomial } from '../../instances/zeroth-order/objectives.ts';
import {
  EVERY_KIND,
  SYMMETRIC_KINDS,
  type ZerothOrderCase,
  zerothOrderCases,
} from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { bilinear, gradientOf, hessianOf, trace } from './derivatives.ts';
import { atMostQuadratic, levelSlope, lipschitzGradient, oneLength, smooth, someDirection } from './hypotheses.ts';
import { readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const place = 'the expansion of the optimal baseline';
const about = {
  version: 1,
  cites: [{ article: '7737', equations: [15], place }],
  section: SECTIONS.zerothOrderBaseline,
  subject: 'directions and baseline',
  reference,
} as const;

/** The degree in u of f(x + εu) ‖u‖². */
const weightedDegree = ({ objective }: ZerothOrderCase): number => degreeOf(objective) + 2;

/** The coefficients of 1, ε, …, εⁿ⁻¹ of the optimal baseline. */
function expansion<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, n: number): readonly S[] {
  const E = series(F, n);
  const { f, x, atoms } = readCase(E, instance, use, weightedDegree(instance));
  const best = use.optimalBaseline(E, f, x, atoms, E.epsilon);
  return Array.from({ length: n }, (_, k) => E.coefficient(best, k));
}

/** f(x), ∇f · E[u‖u‖²]/E‖u‖² and ½ E[uᵀHu ‖u‖²]/E‖u‖², the half given. */
function expectedExpansion<S>(F: Algebra<S>, instance: ZerothOrderCase, half: S): readonly S[] {
  const { f, x, atoms } = readCase(F, instance, reference, Math.max(4, weightedDegree(instance)));
  const weight = expectedScalar(F, atoms, F.squaredNorm);
  const weighted = (g: (u: Vector<S>) => S): S =>
    F.div(
      expectedScalar(F, atoms, (u) => F.mul(g(u), F.squaredNorm(u))),
      weight,
    );
  const [slope, H] = [gradientOf(F, f, x), hessianOf(F, f, x)];
  return [
    f(F, x),
    weighted((u) => F.dot(slope, u)),
    F.mul(
      half,
      weighted((u) => bilinear(F, H, u, u)),
    ),
  ];
}

const expands = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, half: S): Relation<S> => {
  const expected = expectedExpansion(F, instance, half);
  return expansion(F, instance, use, 3).map((c, k) => equal(c, expected[k]!, `coefficient of ε^${k}`));
};

export const baselineExpansion = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt-expansion',
  states: String.raw`b^*=f+\varepsilon\,\frac{\nabla f\cdot\mathbb E[u\|u\|^2]}{\mathbb E\|u\|^2}+\frac{\varepsilon^2}2\,\frac{\mathbb E[u^\top Hu\,\|u\|^2]}{\mathbb E\|u\|^2}+\mathcal O(\varepsilon^3)`,
  says: 'The optimal baseline of a smooth function for small ε: f(x), plus ε times the slope along the weighted mean of the directions, plus ε² times a mean curvature.',
  expects: 'holds',
  instances: zerothOrderCases({
    kinds: EVERY_KIND,
    degree: 4,
    dimension: 2,
    degreeByRule: 3,
    beyondPolynomials: 0.2,
  }),
  hypotheses: [smooth({ kind: 'search', breaking: kinks }), someDirection()],
  claim: (F, instance, use) => expands(F, instance, use, F.of(1 / 2)),
  cover: { skewed: { atLeast: 0.08, when: ({ directions }) => directions.kind === 'skewed' } },
  teeth: {
    ...zerothOrderMistakes('baseline-unweighted', 'skewed-signs'),
    'no-half': {
      says: 'The term with the second derivatives is not halved.',
      claim: (F, instance, use) => expands(F, instance, use, F.one),
    },
  },
});

const noFirstOrder = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): Relation<S> => {
  const [constant, first] = expansion(F, instance, use, 2);
  const { f, x } = readCase(F, instance, use, weightedDegree(instance));
  return [equal(constant!, f(F, x), 'value'), equal(first!, F.zero, 'coefficient of ε')];
};

export const baselineNearValue = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt-taylor',
  states: String.raw`\nabla f\cdot\mathbb E[u\|u\|^2]=0\implies b^*=f(x)+\mathcal O(\varepsilon^2)`,
  says: 'The optimal baseline is f(x) up to ε² where the slope of f along E[u‖u‖²] is 0, as it is for symmetric directions and for those of one length.',
  expects: 'holds',
  instances: levelCases,
  hypotheses: [levelSlope({ kind: 'search', breaking: skewedDirections }), lipschitzGradient, someDirection()],
  claim: noFirstOrder,
  cover: {
    'skewed, on a level': {
      atLeast: 0.15,
      when: ({ directions: { kind } }) => kind === 'skewed' || kind === 'finite',
    },
    'three spokes': { atLeast: 0.01, when: ({ directions }) => directions.kind === 'three-spokes' },
  },
  teeth: zerothOrderMistakes('skewed-signs'),
});

export const baselineNearValueAnyway = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt-taylor-any',
  states: String.raw`b^*=f(x)+\mathcal O(\varepsilon^2)`,
  says: 'The optimal baseline is f(x) up to ε², whatever the directions. (For f = x and skewed directions it is x + 3ε/2.)',
  expects: 'refuted',
  instead: ['zo.bopt-taylor', 'zo.bopt-expansion'],
  instances: listed(skewedDirections, [
    {
      objective: polynomial([1, [1]]),
      point: [0],
      directions: { kind: 'skewed', dimension: 1 },
      smoothing: 1,
      baseline: 0,
    },
  ]),
  hypotheses: [],
  claim: noFirstOrder,
  cover: {},
  teeth: {},
});

/** 3a + 5b + ab + 2b² + 7 at (1, 2). */
const example = {
  objective: polynomial([3, [1, 0]], [5, [0, 1]], [1, [1, 1]], [2, [0, 2]], [7, [0, 0]]),
  point: [1, 2],
  smoothing: 1,
  baseline: 0,
} as const;

/** b* − f(1, 2) of the example, by coefficients of ε. */
const EXAMPLE = {
  skewed: [0, ratio(57, 4), ratio(17, 4), 0],
  'three-point': [0, 0, 5, 0],
} as const;

export const baselineExample = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt-example',
  states: String.raw`f=3a+5b+ab+2b^2+7\text{ at }(1,2):\quad b^*-f=\tfrac{57}4\varepsilon+\tfrac{17}4\varepsilon^2\text{ (skewed)},\quad5\varepsilon^2\text{ (three-point)}`,
  says: 'One function, two distributions of directions: the optimal baseline is off f(x) by 57/4 ε in the one, by exactly 5 ε² in the other.',
  expects: 'holds',
  instances: listed(skewedDirections, [
    { ...example, directions: { kind: 'skewed', dimension: 2 } },
    { ...example, directions: { kind: 'three-point', dimension: 2 } },
  ]),
  hypotheses: [],
  claim: (F, instance, use) => {
    const value = objectiveOf(instance.objective)(F, F.vector(instance.point));
    const expected = EXAMPLE[instance.directions.kind as keyof typeof EXAMPLE];
    return expansion(F, instance, use, 4).map((c, k) =>
      equal(k === 0 ? F.sub(c, value) : c, F.of(expected[k]!), `coefficient of ε^${k}`),
    );
  },
  cover: {},
  teeth: zerothOrderMistakes('baseline-unweighted'),
});

export const baselineOfOneLength = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt-one-length',
  states: String.raw`\|u\|^2=d\implies b^*=\mathbb E f(x+\varepsilon u)`,
  says: 'For directions of one length the weights drop out: the optimal baseline is the mean of f(x + εu), for every ε.',
  expects: 'holds',
  instances: oneLengthCases,
  hypotheses: [oneLength({ kind: 'search', breaking: manyLengths })],
  claim: (F, instance, use) => {
    const { f, x, atoms, smoothing } = readCase(F, instance, use, weightedDegree(instance));
    const mean = expectedScalar(F, atoms, (u) => f(F, F.axpy(smoothing, u, x)));
    return equal(use.optimalBaseline(F, f, x, atoms, smoothing), mean, 'optimal baseline');
  },
  cover: {
    'not symmetric': {
      atLeast: 0.15,
      when: ({ directions: { kind } }) => kind === 'finite' || kind === 'three-spokes',
    },
  },
  teeth: {
    ...zerothOrderMistakes('skewed-signs'),
    'weight-left-out-below': {
      says: 'B-(15) is not divided by E‖u‖².',
      use: {
        ...reference,
        optimalBaseline: (F, f, x, atoms, smoothing) =>
          F.mul(reference.optimalBaseline(F, f, x, atoms, smoothing), expectedScalar(F, atoms, F.squaredNorm)),
      },
    },
  },
});

/** E[u_i² ‖u‖²], the fourth moment that weights the curvatures. */
function curvatureWeight<S>(F: Algebra<S>, kind: ZerothOrderCase['directions']['kind'], d: number): S {
  const fourth = { 'three-point': 4, normal: 3 }[kind as string] ?? 1;
  return F.of(fourth + d - 1);
}

const ofQuadratic = <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts, weight: S): Relation<S> => {
  const { f, x, atoms, smoothing } = readCase(F, instance, use, weightedDegree(instance));
  const curvature = F.div(F.mul(weight, trace(F, hessianOf(F, f, x))), F.of(2 * x.length));
  return equal(
    use.optimalBaseline(F, f, x, atoms, smoothing),
    F.add(f(F, x), F.mul(F.square(smoothing), curvature)),
    'optimal baseline',
  );
};

export const baselineOfQuadratic = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.bopt-quadratic',
  states: String.raw`f\text{ quadratic}:\quad b^*=f+\tfrac{\varepsilon^2}2\operatorname{tr}H\text{ (one length)},\quad f+\tfrac{\varepsilon^2}2\,\tfrac{d+2}d\operatorname{tr}H\text{ (normal)},\quad f+\tfrac{\varepsilon^2}2\,\tfrac{d+3}d\operatorname{tr}H\text{ (three-point)}`,
  says: 'The optimal baseline of a quadratic, for every ε: f(x) plus ε²/2 times the trace of its Hessian, times (d + 2)/d for normal directions and (d + 3)/d for three-point ones.',
  expects: 'holds',
  instances: zerothOrderCases({ kinds: SYMMETRIC_KINDS, onlyTheseKinds: true, degree: 2, dimension: 3 }),
  hypotheses: [atMostQuadratic({ kind: 'search', breaking: quarticsInSigns })],
  claim: (F, instance, use) =>
    ofQuadratic(F, instance, use, curvatureWeight(F, instance.directions.kind, instance.point.length)),
  cover: {
    normal: { atLeast: 0.1, when: ({ directions }) => directions.kind === 'normal' },
    'two or more dimensions': { atLeast: 0.3, when: ({ point }) => point.length > 1 },
  },
  teeth: {
    ...zerothOrderMistakes('baseline-unweighted', 'doubled-covariance', 'skewed-signs'),
    'one-weight-for-all': {
      says: 'The curvature is weighted as if every direction had length √d.',
      claim: (F, instance, use) => ofQuadratic(F, instance, use, F.of(instance.point.length)),
    },
  },
});

/** Where the optimal baseline of B-(15) is. */
export const zerothOrderBestBaselineLaws: readonly AnyLaw[] = [
  baselineNearValue,
  baselineNearValueAnyway,
  baselineExpansion,
  baselineExample,
  baselineOfOneLength,
  baselineOfQuadratic,
];
