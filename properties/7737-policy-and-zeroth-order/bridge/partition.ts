import { argmaxRegion, gradientByRegions, type Membership, wins } from '../../../src/bridge/argmax-regions.ts';
import { hardObjective, meanOverData } from '../../../src/bridge/hard-objective.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, type Cover, law } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { equal, equalVectors } from '../../../src/scalar/relation.ts';
import { directionalEstimate, expectedVector, forwardDifference } from '../../../src/zeroth-order/estimator.ts';
import { oneSided, unsettledTies } from '../../breaking/bridge/cases.ts';
import { type BridgeCase, bridgeCases, drawBridgeCase, readBridge } from '../../instances/bridge/bridge-case.ts';
import { searched } from '../../necessity.ts';
import { SECTIONS } from '../sections.ts';
import { centeredDirections, leadsToTie, tiesSettled } from './hypotheses.ts';
import { membershipMistakes } from './teeth/memberships.ts';

/** (1/ε) E_u[R(θ + εu) u], the first line of B-(17). */
export function hardGradient<S>(F: Algebra<S>, instance: BridgeCase): Vector<S> {
  const { theta, smoothing, directions } = readBridge(F, instance);
  const objective = hardObjective(instance.examples);
  return expectedVector(F, directions, (u) => directionalEstimate(F, objective, theta, u, smoothing, F.zero));
}

/** The mean over the examples of each one's own zeroth-order gradient, the second line of B-(17). */
function meanOfGradients<S>(F: Algebra<S>, instance: BridgeCase): Vector<S> {
  return meanOverData(F, instance.examples, (example) => hardGradient(F, { ...instance, examples: [example] }));
}

const withTies: Cover<BridgeCase> = { atLeast: 0.15, when: leadsToTie };
const severalExamples: Cover<BridgeCase> = { atLeast: 0.3, when: ({ examples }) => examples.length > 1 };

export const fubini = law<BridgeCase, undefined>({
  id: 'zoR.fubini',
  version: 1,
  cites: [{ article: '7737', equations: [16, 17] }],
  section: SECTIONS.partition,
  states: String.raw`\mathbb E_u\Big[\frac{\mathcal R_{\theta+\varepsilon u}-\mathcal R_\theta}\varepsilon u\Big]=\frac1\varepsilon\int\mathbb E_t[r(y_t,\operatorname{argmax}_yp_{\theta+\varepsilon u})]\,p(u)u\,du=\mathbb E_t\Big[\frac1\varepsilon\int r\,p(u)u\,du\Big]`,
  says: 'The zeroth-order gradient of the hard objective may leave out −R(θ), and is the mean of the zeroth-order gradients of the single examples.',
  expects: 'holds',
  instances: bridgeCases,
  hypotheses: [centeredDirections(searched(oneSided))],
  reference: undefined,
  claim: (F, instance) => {
    const { theta, smoothing, directions } = readBridge(F, instance);
    const objective = hardObjective(instance.examples);
    const difference = expectedVector(F, directions, (u) => forwardDifference(F, objective, theta, u, smoothing));
    const whole = hardGradient(F, instance);
    return [
      equalVectors(difference, whole, 'without −R(θ), coordinate'),
      equalVectors(whole, meanOfGradients(F, instance), 'example by example, coordinate'),
    ];
  },
  cover: { 'several examples': severalExamples, 'a tie': withTies },
  teeth: {
    'sum-for-mean': {
      says: 'The gradients of the examples are added up where their mean is meant.',
      claim: (F, instance) =>
        equalVectors(hardGradient(F, instance), F.scale(F.of(instance.examples.length), meanOfGradients(F, instance))),
    },
    'missing-smoothing': {
      says: 'The integral is not divided by ε.',
      claim: (F, instance) =>
        equalVectors(F.scale(F.of(instance.smoothing), hardGradient(F, instance)), meanOfGradients(F, instance)),
    },
  },
});

/** Half of the cases leave ties open, where there are none. */
const anyTieRule: Instances<BridgeCase> = {
  ...bridgeCases,
  generate: (draw) => {
    const instance = drawBridgeCase(draw);
    const ties = draw.pick(['every', 'none'] as const);
    return draw.chance(0.5) && !leadsToTie(instance) ? { ...instance, ties } : instance;
  },
};

export const aboutRegions = {
  version: 1,
  section: SECTIONS.partition,
  expects: 'holds',
  instances: anyTieRule,
  hypotheses: [tiesSettled(searched(unsettledTies))],
  subject: 'argmax regions',
  reference: wins,
  cover: { 'several examples': severalExamples, 'a tie': withTies },
} as const;

export const partition = law<BridgeCase, Membership>({
  ...aboutRegions,
  id: 'zoR.partition',
  cites: [{ article: '7737', equations: [18] }],
  states: String.raw`\frac1\varepsilon\int r(y_t,\operatorname{argmax}_yp_{\theta+\varepsilon u})\,p(u)u\,du=\frac1\varepsilon\sum_y\int_{\Omega_y}r(y_t,y)\,p(u)u\,du,\quad\bigsqcup_y\Omega_y=\mathbb R^d`,
  says: 'Every direction lies in exactly one of the regions Ω_y, so the zeroth-order gradient of the hard objective is the sum over the regions, some of which may be empty.',
  claim: (F, instance, use) => {
    const { theta, smoothing, directions } = readBridge(F, instance);
    const { examples, ties } = instance;
    return [
      examples.map((example, t) => {
        const regions = example.rewards.map((_, y) =>
          argmaxRegion(F, example, theta, smoothing, directions, y, ties, use),
        );
        return directions.map((atom, i) =>
          equal(
            F.of(regions.filter((region) => region.includes(atom)).length),
            F.one,
            `regions of direction ${i + 1}, example ${t + 1}`,
          ),
        );
      }),
      equalVectors(
        hardGradient(F, instance),
        gradientByRegions(F, examples, theta, smoothing, directions, ties, use),
        'coordinate',
      ),
    ];
  },
  cover: {
    ...aboutRegions.cover,
    'fewer directions than classes, so an empty region': {
      atLeast: 0.2,
      when: ({ examples, directions }) =>
        'dimension' in directions && examples.some(({ rewards }) => rewards.length > 2 ** directions.dimension),
    },
  },
  teeth: membershipMistakes('argmin', 'highest-index', 'first-better-than-next'),
});

/** From the hard objective to integrals over the regions of its classes. */
export const partitionLaws: readonly AnyLaw[] = [fubini, partition];
