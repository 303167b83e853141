import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, type Relation } from '../../../src/scalar/relation.ts';
import { estimateVariance } from '../../../src/zeroth-order/variance.ts';
import { degreeOf } from '../../instances/zeroth-order/objectives.ts';
import { cubicCases, quadraticCases, type TabledKind } from '../../instances/zeroth-order/quadratic-case.ts';
import type { ZerothOrderCase } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { atMostQuadratic } from './hypotheses.ts';
import { type ReadCase, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';
import { CENTRAL, FORWARD, localQuadratic, NO_BASELINE, OPTIMAL, type Row } from './variance-table.ts';

/** An estimate as a function of its direction. */
type Estimate = <S>(F: Algebra<S>, read: ReadCase<S>, use: ZerothOrderParts) => (u: Vector<S>) => Vector<S>;

const forward: Estimate =
  (F, { f, x, smoothing }, use) =>
  (u) =>
    use.forward(F, f, x, u, smoothing);

const central: Estimate =
  (F, { f, x, smoothing }, use) =>
  (u) =>
    use.central(F, f, x, u, smoothing);

const withoutBaseline: Estimate =
  (F, { f, x, smoothing }, use) =>
  (u) =>
    use.estimate(F, f, x, u, smoothing, F.zero);

const optimal: Estimate = (F, { f, x, atoms, smoothing }, use) => {
  const best = use.optimalBaseline(F, f, x, atoms, smoothing);
  return (u) => use.estimate(F, f, x, u, smoothing, best);
};

/**
 * The degree in u of a squared estimate of a polynomial. On a sphere the factor ‖u‖² is constant, and no rule for higher
 * degrees is needed.
 */
const squaredDegree = ({ objective, directions }: ZerothOrderCase): number =>
  2 * degreeOf(objective) + (directions.kind === 'sphere' ? 0 : 2);

/** The variance of the estimate is that of the row. */
function varianceIs<S>(
  F: Algebra<S>,
  instance: ZerothOrderCase,
  use: ZerothOrderParts,
  estimate: Estimate,
  row: Row,
): Relation<S> {
  const read = readCase(F, instance, use, squaredDegree(instance));
  const variance = estimateVariance(F, read.atoms, estimate(F, read, use));
  const tabled = row[instance.directions.kind as TabledKind];
  return equal(variance, tabled(F, localQuadratic(F, read.f, read.x), F.square(read.smoothing)), 'variance');
}

const about = {
  version: 1,
  section: SECTIONS.zerothOrderBaseline,
  expects: 'holds',
  instances: quadraticCases,
  hypotheses: [atMostQuadratic<ZerothOrderCase>({ kind: 'search', breaking: cubicCases })],
  subject: 'directions and estimate',
  reference,
  cover: {
    'normal directions': { atLeast: 0.2, when: ({ directions }: ZerothOrderCase) => directions.kind === 'normal' },
    'directions on a sphere': {
      atLeast: 0.05,
      when: ({ directions }: ZerothOrderCase) => directions.kind === 'sphere',
    },
    'two or more dimensions': { atLeast: 0.3, when: ({ point }: ZerothOrderCase) => point.length > 1 },
    'not linear': { atLeast: 0.5, when: ({ objective }: ZerothOrderCase) => degreeOf(objective) === 2 },
  },
} as const;

/** A row of the table read off another column. */
const swapped = (row: Row): Row => ({ normal: row.rademacher, rademacher: row.normal, sphere: row.sphere });
/** A row of the table for ε² halved. */
const halved = (row: Row): Row => {
  const half =
    (kind: TabledKind): Row[TabledKind] =>
    (F, q, squaredSmoothing) =>
      row[kind](F, q, F.mul(F.of(1 / 2), squaredSmoothing));
  return { normal: half('normal'), rademacher: half('rademacher'), sphere: half('sphere') };
};

const swappedColumns = (estimate: Estimate, row: Row) => ({
  'columns-swapped': {
    says: 'The formula for normal directions is taken for signs, and the other way around.',
    claim: <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts) =>
      varianceIs(F, instance, use, estimate, swapped(row)),
  },
});

const halvedSmoothing = (estimate: Estimate, row: Row) => ({
  'half-of-the-smoothing': {
    says: 'The formula has half of ε².',
    claim: <S>(F: Algebra<S>, instance: ZerothOrderCase, use: ZerothOrderParts) =>
      varianceIs(F, instance, use, estimate, halved(row)),
  },
});

export const forwardVariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.variance-forward',
  cites: [{ article: '7737', equations: [11, 14], place: 'b = f(x)' }],
  states: String.raw`f\text{ quadratic, }g=\nabla f(x),\ H=\nabla^2f:\quad\operatorname{Var}=\begin{cases}(d+1)\|g\|^2+\tfrac{\varepsilon^2}4(d+4)\left(2\operatorname{tr}H^2+(\operatorname{tr}H)^2\right)&u\sim N(0,I)\\(d-1)\|g\|^2+\tfrac{\varepsilon^2}4d\left((\operatorname{tr}H)^2+2\operatorname{tr}H^2-2\sum_iH_{ii}^2\right)&u_i=\pm1\\(d-1)\|g\|^2+\tfrac{\varepsilon^2}4\tfrac{d^2}{d+2}\left(2\operatorname{tr}H^2+(\operatorname{tr}H)^2\right)&\|u\|=\sqrt d\text{, uniform}\end{cases}`,
  says: 'The exact variance of the forward difference on a quadratic, for normal directions, for random signs and for directions on a sphere.',
  claim: (F, instance, use) => varianceIs(F, instance, use, forward, FORWARD),
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'doubled-covariance', 'skewed-signs'),
    ...swappedColumns(forward, FORWARD),
    ...halvedSmoothing(forward, FORWARD),
  },
});

export const centralVariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.variance-central',
  cites: [{ article: '7737', equations: [11], place: 'with the difference taken to both sides' }],
  section: SECTIONS.beyond,
  states: String.raw`f\text{ quadratic: }\operatorname{Var}=(d+1)\|g\|^2\text{ for }u\sim N(0,I),\qquad(d-1)\|g\|^2\text{ for signs and on the sphere}`,
  says: 'The central difference of a quadratic has the variance of the linear part alone, for every ε.',
  claim: (F, instance, use) => varianceIs(F, instance, use, central, CENTRAL),
  teeth: {
    ...zerothOrderMistakes('doubled-covariance', 'skewed-signs'),
    ...swappedColumns(central, CENTRAL),
    'forward-instead': {
      says: 'The difference is taken forward only.',
      use: { ...reference, central: reference.forward },
    },
  },
});

export const optimalVariance = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.variance-optimal',
  cites: [{ article: '7737', equations: [14, 15] }],
  states: String.raw`b=b^*:\quad\operatorname{Var}=\begin{cases}(d+1)\|g\|^2+\tfrac{\varepsilon^2}2\left((d+4)\operatorname{tr}H^2-\tfrac2d(\operatorname{tr}H)^2\right)&u\sim N(0,I)\\(d-1)\|g\|^2+\tfrac{\varepsilon^2}2d\left(\operatorname{tr}H^2-\sum_iH_{ii}^2\right)&u_i=\pm1\\(d-1)\|g\|^2+\tfrac{\varepsilon^2}2\tfrac{d^2}{d+2}\left(\operatorname{tr}H^2-\tfrac1d(\operatorname{tr}H)^2\right)&\|u\|=\sqrt d\text{, uniform}\end{cases}`,
  says: 'The exact variance of the zeroth-order estimate of a quadratic with the best baseline: what no constant can take away.',
  claim: (F, instance, use) => varianceIs(F, instance, use, optimal, OPTIMAL),
  teeth: {
    ...zerothOrderMistakes('not-divided', 'baseline-unweighted', 'doubled-covariance'),
    ...swappedColumns(optimal, OPTIMAL),
    ...halvedSmoothing(optimal, OPTIMAL),
  },
});

export const varianceWithoutBaseline = law<ZerothOrderCase, ZerothOrderParts>({
  ...about,
  id: 'zo.variance-no-baseline',
  cites: [{ article: '7737', equations: [13, 14], place: 'b = 0' }],
  states: String.raw`b=0:\quad\operatorname{Var}=\operatorname{Var}_{b=f(x)}+\frac{f(x)^2d}{\varepsilon^2}+c\,f(x)\operatorname{tr}H,\qquad c=d+2\text{ for }u\sim N(0,I),\ c=d\text{ for signs and on the sphere}`,
  says: 'What leaving out the baseline adds to the variance on a quadratic: f(x)² d/ε², and a term that may be negative.',
  claim: (F, instance, use) => varianceIs(F, instance, use, withoutBaseline, NO_BASELINE),
  teeth: {
    ...zerothOrderMistakes('not-divided', 'divided-by-two', 'doubled-covariance'),
    ...swappedColumns(withoutBaseline, NO_BASELINE),
    ...halvedSmoothing(withoutBaseline, NO_BASELINE),
  },
});

/** The variances of zeroth-order estimates of a quadratic. */
export const zerothOrderVarianceLaws: readonly AnyLaw[] = [
  forwardVariance,
  optimalVariance,
  varianceWithoutBaseline,
  centralVariance,
];
