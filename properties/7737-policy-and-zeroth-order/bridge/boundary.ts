import { lineGradient, lineRegions } from '../../../src/bridge/line-regions.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, type Hypothesis, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, sameExact } from '../../../src/scalar/exact.ts';
import { asExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { below, equal } from '../../../src/scalar/relation.ts';
import { offBoundary } from '../../breaking/bridge/cases.ts';
import { boundariesOf, type LineCase, lineCases, regionsOf, takesOver } from '../../instances/bridge/line-case.ts';
import { listed } from '../../instances/plain-data.ts';
import { restricted } from '../../instances/restricted.ts';
import { searched } from '../../necessity.ts';
import { SECTIONS } from '../sections.ts';

const onBoundary: Hypothesis<LineCase> = {
  name: 'on-the-boundary',
  says: 'θ is where one of the two classes takes over from the other.',
  holds: (instance) => boundariesOf(regionsOf(rationalReading, instance)).some((v) => sameExact(v, instance.theta)),
  necessity: searched(offBoundary),
};

const drawnOnBoundary: Instances<LineCase> = {
  ...lineCases,
  generate: (draw) => {
    const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
    const theta = draw.real(style, 2);
    const slope = draw.positive(style);
    return {
      slopes: [0, slope],
      offsets: [timesExact(slope, theta), 0],
      rewards: [draw.real(style), draw.real(style)],
      theta,
      smoothing: draw.positive(style, 2),
      densities: [1, 1],
    };
  },
};

const twoOnTheLine = restricted(drawnOnBoundary, takesOver, 'has two classes, the second with the larger slope');

/** √(2π) times the zeroth-order gradient. */
const scaledGradient = <S>(F: Algebra<S>, instance: LineCase): S =>
  lineGradient(
    F,
    regionsOf(F, instance),
    F.vector(instance.rewards),
    F.of(instance.theta),
    F.of(instance.smoothing),
    (t) => F.exp(F.div(F.square(t), F.of(-2))),
  );

/** (r_2 − r_1)/ε, with the class of the larger slope second. */
const jumpOverSmoothing = <S>(F: Algebra<S>, { rewards: [first, second], smoothing }: LineCase): S =>
  F.div(F.sub(F.of(second!), F.of(first!)), F.of(smoothing));

export const atBoundary = law<LineCase, undefined>({
  id: 'zoR.boundary',
  version: 1,
  cites: [{ article: '7737', equations: [17] }],
  section: SECTIONS.beyond,
  states: String.raw`\theta\in\mathbb R,\ u\sim N(0,1),\ m(\theta)=0:\quad\tilde\nabla_\theta\mathcal R_\theta=\frac{r_2-r_1}{\varepsilon\sqrt{2\pi}}`,
  says: 'With one parameter and normal directions, at a tie of two classes the zeroth-order gradient of the hard reward is the difference of the rewards over ε√(2π), whatever the logits: it grows like 1/ε, where the policy gradient does not depend on ε.',
  expects: 'holds',
  instances: twoOnTheLine,
  hypotheses: [onBoundary],
  reference: undefined,
  claim: (F, instance) => equal(scaledGradient(F, instance), jumpOverSmoothing(F, instance), '√(2π) · gradient'),
  cover: { 'another ε than 1': { atLeast: 0.3, when: ({ smoothing }) => smoothing !== 1 } },
  teeth: {
    'missing-smoothing': {
      says: 'It does not depend on ε.',
      claim: (F, instance) =>
        equal(F.mul(F.of(instance.smoothing), scaledGradient(F, instance)), jumpOverSmoothing(F, instance)),
    },
    'classes-swapped': {
      says: 'The difference is taken the other way round.',
      claim: (F, instance) => equal(F.neg(scaledGradient(F, instance)), jumpOverSmoothing(F, instance)),
    },
  },
});

/** 1/ε and φ(1/ε)/ε in units of 10^(−places), rounded down. */
const STEP_VALUES: readonly (readonly [inverse: number, digits: number, places: number])[] = [
  [1, 241970, 6],
  [2, 107981, 6],
  [4, 535320, 9],
  [10, 76945, 26],
];

const step = (inverse: number): LineCase => ({
  slopes: [0, 1],
  offsets: [0, 0],
  rewards: [0, 1],
  theta: 1,
  smoothing: asExact(rational(1n, BigInt(inverse))),
  densities: [1, 1],
});

const stepBounds = ({ smoothing }: LineCase): readonly [Exact, Exact] => {
  const [, digits, places] = STEP_VALUES.find(([inverse]) => sameExact(step(inverse).smoothing, smoothing))!;
  const unit = 10n ** BigInt(places);
  return [rational(BigInt(digits), unit), rational(BigInt(digits + 1), unit)];
};

const stepGradient = <S>(F: Algebra<S>, instance: LineCase, smoothing: Exact = instance.smoothing): S => {
  const regions = lineRegions(F, { slopes: F.vector(instance.slopes), offsets: F.vector(instance.offsets) });
  return lineGradient(F, regions, F.vector(instance.rewards), F.of(instance.theta), F.of(smoothing));
};

export const stepValues = law<LineCase, undefined>({
  id: 'zoR.step-values',
  version: 1,
  cites: [{ article: '7737', equations: [17] }],
  section: SECTIONS.beyond,
  states: String.raw`u\sim N(0,1),\ \mathcal R=1[\theta>0],\ \theta=1:\quad\tilde\nabla\mathcal R=\tfrac1\varepsilon\varphi(\tfrac1\varepsilon)=0.2419707\dots,\ 0.1079819\dots,\ 5.3532\dots\cdot10^{-4},\ 7.6945\dots\cdot10^{-22}`,
  says: 'With normal directions, at distance 1 from a step the zeroth-order gradient is 0.24197, 0.10798, 0.00053532 and 7.69 · 10⁻²² for ε = 1, 1/2, 1/4 and 1/10: a small ε sees nothing.',
  expects: 'holds',
  instances: listed(
    lineCases,
    STEP_VALUES.map(([inverse]) => step(inverse)),
  ),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => {
    const [low, high] = stepBounds(instance);
    const seen = stepGradient(F, instance);
    return [below(F.of(low), seen, 'gradient'), below(seen, F.of(high), 'gradient')];
  },
  cover: {},
  teeth: {
    'smoothing-halved': {
      says: 'The noise is half as wide.',
      claim: (F, instance) =>
        below(F.of(stepBounds(instance)[0]), stepGradient(F, instance, timesExact(0.5, instance.smoothing))),
    },
    'missing-smoothing': {
      says: 'The integral is not divided by ε.',
      claim: (F, instance) =>
        below(F.of(stepBounds(instance)[0]), F.mul(F.of(instance.smoothing), stepGradient(F, instance))),
    },
  },
});

/** At a boundary, and at known distances from one. */
export const boundaryLaws: readonly AnyLaw[] = [atBoundary, stepValues];
