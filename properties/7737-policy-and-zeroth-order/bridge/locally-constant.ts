import { linearLogits } from '../../../src/bridge/hard-objective.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { argmax } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { atMost, equal, type Relation } from '../../../src/scalar/relation.ts';
import { oneSided, worthAStep } from '../../breaking/bridge/cases.ts';
import { type BridgeCase, bridgeCases, drawBridgeCase, readBridge } from '../../instances/bridge/bridge-case.ts';
import { type LineCase, nearLineCases, regionCount, regionsOf } from '../../instances/bridge/line-case.ts';
import { searched } from '../../necessity.ts';
import { SECTIONS } from '../sections.ts';
import { centeredDirections } from './hypotheses.ts';
import { hardGradient } from './partition.ts';

/** Whether every example keeps its winner at all θ + εu. */
function keepsWinners(instance: BridgeCase): boolean {
  const F = rationalReading;
  const { theta, smoothing, directions } = readBridge(F, instance);
  return instance.examples.every((example) => {
    const winners = directions.map(({ direction }) =>
      argmax(F, linearLogits(F, example, F.axpy(smoothing, direction, theta))),
    );
    return winners.every((y) => y === winners[0]);
  });
}

/** ε halved until no direction changes a winner; where none is small enough, all classes get the same features. */
const smallSteps: Instances<BridgeCase> = {
  ...bridgeCases,
  generate: (draw) => {
    let instance = drawBridgeCase(draw);
    for (let i = 0; i < 6 && !keepsWinners(instance); i++) {
      instance = { ...instance, smoothing: timesExact(0.5, instance.smoothing) };
    }
    if (keepsWinners(instance)) return instance;
    const examples = instance.examples.map((one) => ({ ...one, features: one.features.map(() => one.features[0]!) }));
    return { ...instance, examples };
  },
};

export const locallyConstant = law<BridgeCase, undefined>({
  id: 'zoR.locally-constant',
  version: 1,
  cites: [{ article: '7737', equations: [16, 17] }],
  section: SECTIONS.finale,
  states: String.raw`\operatorname{argmax}f_{\theta+\varepsilon u}=\operatorname{argmax}f_\theta\ \forall u\implies\tilde\nabla_\theta\mathcal R_\theta=0`,
  says: 'Where no step εu changes a winner the zeroth-order gradient of the hard objective is exactly 0, whatever the rewards. The policy gradient need not be: in the logits of one example it is 0 only at equal rewards.',
  expects: 'holds',
  instances: smallSteps,
  hypotheses: [
    centeredDirections(searched(oneSided)),
    {
      name: 'no-step-changes-a-winner',
      says: 'Each example has one winner at all θ + εu.',
      holds: keepsWinners,
      necessity: searched(worthAStep),
    },
  ],
  reference: undefined,
  claim: (F, instance) => hardGradient(F, instance).map((x, i) => equal(x, F.zero, `coordinate ${i + 1}`)),
  cover: {
    'different features': {
      atLeast: 0.2,
      when: ({ examples }) => examples.some(({ features: [a, b] }) => a!.some((x, i) => !sameExact(x, b![i]!))),
    },
  },
  teeth: {
    'step-sixteen-times-longer': {
      says: 'The steps are 16εu.',
      claim: (F, instance) =>
        hardGradient(F, { ...instance, smoothing: timesExact(16, instance.smoothing) }).map((x) => equal(x, F.zero)),
    },
  },
});

/** (v − θ)/ε of every boundary where the reward jumps, with the jump; a boundary between equal rewards is none. */
function jumpsOf<S>(F: Algebra<S>, instance: LineCase): readonly { readonly t: S; readonly jump: S }[] {
  const rewards = F.vector(instance.rewards);
  return regionsOf(F, instance).flatMap(({ winner, from }, k, regions) => {
    if (from === undefined) return [];
    const jump = F.sub(rewards[winner]!, rewards[regions[k - 1]!.winner]!);
    if (F.sign(jump) === 0) return [];
    return [{ t: F.div(F.sub(from, F.of(instance.theta)), F.of(instance.smoothing)), jump }];
  });
}

/** s²: the square of the distance, in ε, of the nearest jump; undefined where there is none. */
const nearestJump = <S>(F: Algebra<S>, jumps: ReturnType<typeof jumpsOf<S>>): S | undefined =>
  jumps.length === 0 ? undefined : jumps.map(({ t }) => F.square(t)).reduce(F.min);

/** ε/φ(s) times the zeroth-order gradient: Σ exp((s² − t²)/2) · jump. The nearest one has exp 0 = 1. */
function relativeGradient<S>(F: Algebra<S>, instance: LineCase): S {
  const jumps = jumpsOf(F, instance);
  const nearest = nearestJump(F, jumps);
  if (nearest === undefined) return F.zero;
  return F.sum(jumps.map(({ t, jump }) => F.mul(F.exp(F.div(F.sub(nearest, F.square(t)), F.of(2))), jump)));
}

const rewardRange = <S>(F: Algebra<S>, { rewards }: LineCase): S =>
  F.sub(F.vector(rewards).reduce(F.max), F.vector(rewards).reduce(F.min));

const bothSigns = <S>(F: Algebra<S>, gradient: S, bound: S): Relation<S> => [
  atMost(gradient, bound, 'gradient'),
  atMost(F.neg(gradient), bound, '− gradient'),
];

/**
 * That φ(s) ≤ φ(0), by the logarithms, which have the same order: −s²/2 ≤ 0. The larger bound is (Δ/ε) φ(0), and where
 * nothing jumps the smaller one is 0.
 */
function belowHighest<S>(F: Algebra<S>, instance: LineCase, slope = -0.5): Relation<S> {
  const nearest = nearestJump(F, jumpsOf(F, instance));
  return nearest === undefined ? [] : atMost(F.mul(F.of(slope), nearest), F.zero, 'log φ(ρ/ε) − log φ(0)');
}

/** Whether the reward jumps once, by the whole range. */
function jumpsOnce(instance: LineCase): boolean {
  const F = rationalReading;
  const [only, ...others] = jumpsOf(F, instance);
  return only !== undefined && others.length === 0 && F.compare(F.abs(only.jump), rewardRange(F, instance)) === 0;
}

export const decay = law<LineCase, undefined>({
  id: 'zoR.decay',
  version: 2,
  cites: [{ article: '7737', equations: [17] }],
  section: SECTIONS.beyond,
  states: String.raw`u\sim N(0,1),\ \mathcal R\text{ constant on }(\theta-\rho,\theta+\rho):\quad|\tilde\nabla_\theta\mathcal R_\theta|\le\frac{r_{\max}-r_{\min}}\varepsilon\,\varphi\Big(\frac\rho\varepsilon\Big)\le\frac{r_{\max}-r_{\min}}{\varepsilon\sqrt{2\pi}}`,
  says: 'For a Gaussian direction the zeroth-order gradient of a hard reward is at most its range times φ(ρ/ε)/ε, ρ the distance to the nearest change of reward: it fades faster than any power of ε where nothing changes nearby, and is never more than φ(0)/ε. A single jump attains the bound.',
  expects: 'holds',
  instances: nearLineCases,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => [
    bothSigns(F, relativeGradient(F, instance), rewardRange(F, instance)),
    belowHighest(F, instance),
  ],
  cover: {
    'three regions or more': { atLeast: 0.2, when: (instance) => regionCount(instance) > 2 },
    'the bound itself': { atLeast: 0.05, when: jumpsOnce },
    'next to a jump': {
      atLeast: 0.05,
      when: (instance) => nearestJump(rationalReading, jumpsOf(rationalReading, instance))?.numerator === 0n,
    },
  },
  teeth: {
    'half-the-range': {
      says: 'The bound has half of the range.',
      claim: (F, instance) => bothSigns(F, relativeGradient(F, instance), F.div(rewardRange(F, instance), F.of(2))),
    },
    'grows-with-distance': {
      says: 'φ(ρ/ε) has exp(ρ²/2ε²).',
      claim: (F, instance) => belowHighest(F, instance, 0.5),
    },
    'smoothing-multiplied': {
      says: 'The bound has ε where it has 1/ε.',
      claim: (F, instance) =>
        bothSigns(
          F,
          relativeGradient(F, instance),
          F.mul(F.square(F.of(instance.smoothing)), rewardRange(F, instance)),
        ),
    },
  },
});

/** Away from the boundaries. */
export const locallyConstantLaws: readonly AnyLaw[] = [locallyConstant, decay];
