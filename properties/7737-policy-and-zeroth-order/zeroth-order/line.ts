import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { asExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { atMost, equal, type Relation } from '../../../src/scalar/relation.ts';
import { atoms, type Directions, directionsDimension } from '../../../src/zeroth-order/directions.ts';
import { type DensityPiece, zeroBiased } from '../../../src/zeroth-order/zero-bias.ts';
import { otherSecondMoments } from '../../breaking/zeroth-order/cases.ts';
import { restricted } from '../../instances/restricted.ts';
import { drawDirections, finite, folded } from '../../instances/zeroth-order/directions.ts';
import { degreeOf } from '../../instances/zeroth-order/objectives.ts';
import { type ZerothOrderCase, zerothOrderCases } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { identityMoment, meanZero } from './hypotheses.ts';
import { expectedForward, type ReadCase, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

const about = { version: 1, section: SECTIONS.beyond, expects: 'holds', reference } as const;

/** Cases of one variable in directions of one's choice. */
const onLine = (choose: (draw: Draw) => Directions, beyondPolynomials = 0): Instances<ZerothOrderCase> => {
  const base = zerothOrderCases({ kinds: [[1, 'rademacher']], degree: 4, dimension: 1, beyondPolynomials });
  return { ...base, generate: (draw) => ({ ...rationalValued(base.generate(draw)), directions: choose(draw) }) };
};

/** 1/(1 + (a x)²) where f would be an exponential, whose values in different places cannot be compared exactly. */
const rationalValued = (instance: ZerothOrderCase): ZerothOrderCase =>
  instance.objective.kind === 'exponential'
    ? { ...instance, objective: { kind: 'bump', slope: instance.objective.slope } }
    : instance;

const twoValues = (draw: Draw): Directions =>
  drawDirections(draw, draw.pick(['rademacher', 'skewed', 'finite', 'finite'] as const), 1);

const skewed: Directions = { kind: 'skewed', dimension: 1 };

const twoValuesOnly: Hypothesis<ZerothOrderCase> = {
  name: 'two-values',
  says: 'The directions are two numbers.',
  holds: ({ directions }) =>
    directionsDimension(directions) === 1 && isListed(directions) && atoms(rationalReading, directions).length === 2,
  necessity: { kind: 'search', breaking: onLine(() => ({ kind: 'three-point', dimension: 1 })) },
};

const isListed = ({ kind }: Directions): boolean => kind !== 'normal' && kind !== 'sphere';

/** The difference quotient of f between x + εu and x + εv, for the two values u and v. */
function quotient<S>(F: Algebra<S>, { f, x, atoms, smoothing }: ReadCase<S>): S {
  const [u, v] = atoms.map(({ direction }) => direction);
  const rise = F.sub(f(F, F.axpy(smoothing, u!, x)), f(F, F.axpy(smoothing, v!, x)));
  return F.div(rise, F.mul(smoothing, F.sub(u![0]!, v![0]!)));
}

export const twoAtoms = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.two-atoms',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [14, 15] }],
  section: SECTIONS.zerothOrderBaseline,
  states: String.raw`d=1,\ u\in\{u_1,u_2\}:\quad\frac{f(x+\varepsilon u)-b^*}\varepsilon\,u=\frac{f(x+\varepsilon u_1)-f(x+\varepsilon u_2)}{\varepsilon(u_1-u_2)}\quad\text{for both values}`,
  says: 'With two directions on the line the best baseline leaves no variance: either direction gives the difference quotient between the two points.',
  instances: restricted(
    onLine(twoValues, 0.4),
    ({ objective }) => objective.kind !== 'exponential',
    'has rational values',
  ),
  hypotheses: [
    meanZero({ kind: 'search', breaking: onLine(() => folded(skewed)) }),
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
    twoValuesOnly,
  ],
  subject: 'estimate and its baseline',
  claim: (F, instance, use) => {
    const read = readCase(F, instance, use);
    const { f, x, atoms, smoothing } = read;
    const best = use.optimalBaseline(F, f, x, atoms, smoothing);
    return atoms.map(({ direction: u }, i) =>
      equal(use.estimate(F, f, x, u, smoothing, best)[0]!, quotient(F, read), `estimate ${i + 1}`),
    );
  },
  cover: {
    'not symmetric': { atLeast: 0.4, when: ({ directions }) => directions.kind !== 'rademacher' },
    'no polynomial': { atLeast: 0.2, when: ({ objective }) => objective.kind !== 'polynomial' },
  },
  teeth: zerothOrderMistakes('baseline-unweighted', 'not-divided', 'wrong-sign', 'baseline-of-direction'),
});

const isByItsValues = ({ objective, directions }: ZerothOrderCase): boolean =>
  directionsDimension(directions) === 1 && isListed(directions) && degreeOf(objective) <= 4;

/** Two values or three, or two distributions of two values each, mixed: mean 0 and variance 1. */
function manyValues(draw: Draw): Directions {
  if (draw.chance(0.3)) return twoValues(draw);
  if (draw.chance(0.4)) return { kind: 'three-point', dimension: 1 };
  const share = draw.integer(1, 3) / 4;
  const mixed = [share, 1 - share].flatMap((part) =>
    atoms(rationalReading, twoValues(draw)).map(
      ({ direction, probability }) => [direction.map(asExact), timesExact(part, asExact(probability))] as const,
    ),
  );
  return finite(...mixed);
}

/** Σ ∫ f′(x + εv) p(v) dv over the pieces; Simpson's rule is exact for f of degree 4. */
function averageSlope<S>(F: Algebra<S>, { f, x, smoothing }: ReadCase<S>, pieces: readonly DensityPiece<S>[]): S {
  const { add, axpy, div, mul, of, sub, sum } = F;
  const slope = (v: S): S => gradientOf(F, f, axpy(smoothing, [v], x))[0]!;
  return sum(
    pieces.map(({ from, to, density }) => {
      const middle = div(add(from, to), of(2));
      const mean = div(sum([slope(from), mul(of(4), slope(middle)), slope(to)]), of(6));
      return mul(density, mul(sub(to, from), mean));
    }),
  );
}

function zeroBiasIs<S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts): Relation<S> {
  const { mul, one, sub, sum, zero } = F;
  const read = readCase(F, instance, use);
  const pieces = zeroBiased(F, read.atoms);
  const masses = pieces.map(({ from, to, density }) => mul(density, sub(to, from)));
  return [
    pieces.map(({ density }) => atMost(zero, density, 'density')),
    equal(sum(masses), one, 'mass'),
    equal(expectedForward(F, read, use)[0]!, averageSlope(F, read, pieces), 'zeroth-order gradient'),
  ];
}

export const zeroBias = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.zero-bias',
  cites: [{ article: '7737', equations: [11] }],
  states: String.raw`d=1:\quad\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\int f'(x+\varepsilon v)\,\mathbb E[u\,1(u>v)]\,dv,\qquad\int\mathbb E[u\,1(u>v)]\,dv=1`,
  says: 'On the line, the zeroth-order gradient is the mean slope near x for every ε and whatever the directions: the slope is averaged over the zero-biased distribution, which random signs spread evenly over −1 to 1.',
  instances: restricted(
    onLine(manyValues),
    isByItsValues,
    'has finitely many directions on the line, and f of degree at most 4',
  ),
  hypotheses: [
    meanZero({ kind: 'search', breaking: onLine(() => folded(skewed)) }),
    identityMoment({ kind: 'search', breaking: otherSecondMoments }),
  ],
  subject: 'directions and estimate',
  claim: zeroBiasIs,
  cover: {
    'three values or more': {
      atLeast: 0.4,
      when: ({ directions }) => isListed(directions) && atoms(rationalReading, directions).length > 2,
    },
    'degree 3 or 4': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) > 2 },
  },
  teeth: {
    ...zerothOrderMistakes(
      'not-divided',
      'divided-by-two',
      'wrong-sign',
      'baseline-of-direction',
      'doubled-covariance',
    ),
    'evenly-spread': {
      says: 'The slope is averaged evenly between the least and the greatest direction.',
      claim: (F, instance, use) => {
        const read = readCase(F, instance, use);
        const pieces = zeroBiased(F, read.atoms);
        const width = F.sum(pieces.map(({ from, to }) => F.sub(to, from)));
        const even = pieces.map((piece) => ({ ...piece, density: F.div(F.one, width) }));
        return equal(expectedForward(F, read, use)[0]!, averageSlope(F, read, even));
      },
    },
  },
});

/** What is special about directions on the line. */
export const zerothOrderLineLaws: readonly AnyLaw[] = [twoAtoms, zeroBias];
