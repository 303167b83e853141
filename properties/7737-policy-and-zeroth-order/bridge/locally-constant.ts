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

/**
 * ε/φ(s) times the zeroth-order gradient, with s the distance in ε of the nearest jump: Σ exp((s² − t²)/2) · jump. The
 * nearest one has exp 0 = 1.
 */
function relativeGradient<S>(F: Algebra<S>, instance: LineCase): S {
  const jumps = jumpsOf(F, instance);
  if (jumps.length === 0) return F.zero;
  const nearest = jumps.map(({ t }) => F.square(t)).reduce(F.min);
  return F.sum(jumps.map(({ t, jump }) => F.mul(F.exp(F.div(F.sub(nearest, F.square(t)), F.of(2))), jump)));
}

const rewardRange = <S>(F: Algebra<S>, { rewards }: LineCase): S =>
  F.sub(F.vector(rewards).reduce(F.max), F.vector(rewards).reduce(F.min));

const bothSigns = <S>(F: Algebra<S>, gradient: S, bound: S): Relation<S> => [
  atMost(gradient, bound, 'gradient'),
  atMost(F.neg(gradient), bound, '− gradient'),
];

export const decay = law<LineCase, undefined>({
  id: 'zoR.decay',
  version: 1,
  cites: [{ article: '7737', equations: [17] }],
  section: SECTIONS.beyond,
  states: String.raw`u\sim N(0,1),\ \mathcal R\text{ constant on }(\theta-\rho,\theta+\rho):\quad|\tilde\nabla_\theta\mathcal R_\theta|\le\frac{r_{\max}-r_{\min}}\varepsilon\,\varphi\Big(\frac\rho\varepsilon\Big)\le\frac{r_{\max}-r_{\min}}{\varepsilon\sqrt{2\pi}}`,
  says: 'For a Gaussian direction the zeroth-order gradient of a hard reward is at most its range times φ(ρ/ε)/ε, ρ the distance to the nearest change of reward: it fades faster than any power of ε where nothing changes nearby. A single jump attains the bound.',
  expects: 'holds',
  instances: nearLineCases,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => bothSigns(F, relativeGradient(F, instance), rewardRange(F, instance)),
  cover: {
    'three regions or more': { atLeast: 0.2, when: (instance) => regionCount(instance) > 2 },
    'the bound itself': { atLeast: 0.05, when: (_instance, share) => share !== undefined && share >= 1 - 2 ** -30 },
  },
  teeth: {
    'half-the-range': {
      says: 'The bound has half of the range.',
      claim: (F, instance) => bothSigns(F, relativeGradient(F, instance), F.div(rewardRange(F, instance), F.of(2))),
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
