import { gradientByRegions, type Membership } from '../../../src/bridge/argmax-regions.ts';
import { linearLogits } from '../../../src/bridge/hard-objective.ts';
import { gradientByIndicators, indicator } from '../../../src/bridge/indicator.ts';
import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { argmax } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { atMost, equal, equalVectors } from '../../../src/scalar/relation.ts';
import { negativeTemperature, tiedTop } from '../../breaking/policy/temperatures.ts';
import { type BridgeCase, readBridge } from '../../instances/bridge/bridge-case.ts';
import { listed } from '../../instances/plain-data.ts';
import {
  probabilitiesAt,
  type TemperatureCase,
  temperatureCases,
  tiedClasses,
  wholePower,
} from '../../instances/policy/temperature-case.ts';
import { searched } from '../../necessity.ts';
import { SECTIONS } from '../sections.ts';
import { aboutRegions } from './partition.ts';
import { membershipMistakes } from './teeth/memberships.ts';

export const indicatorSums = law<BridgeCase, Membership>({
  ...aboutRegions,
  id: 'zoR.chi',
  cites: [{ article: '7737', equations: [19, 20] }],
  states: String.raw`\sum_y\chi(y|x,u)=1,\qquad\sum_y\int_{\Omega_y}r(y_t,y)\,p(u)u\,du=\sum_y\int\chi(y|x_t,u)\,r(y_t,y)\,p(u)u\,du`,
  says: 'An integral over the region of a class is the integral of its indicator, the indicators of all classes sum to 1, and they pick the reward of the argmax.',
  claim: (F, instance, use) => {
    const { theta, smoothing, directions } = readBridge(F, instance);
    const { examples, ties } = instance;
    return [
      equalVectors(
        gradientByRegions(F, examples, theta, smoothing, directions, ties, use),
        gradientByIndicators(F, examples, theta, smoothing, directions, ties, use),
        'coordinate',
      ),
      examples.map((example) =>
        directions.map(({ direction }, i) => {
          const logits = linearLogits(F, example, F.axpy(smoothing, direction, theta));
          const chi = indicator(F, logits, ties, use);
          return [
            equal(F.sum(chi), F.one, `Σ χ at direction ${i + 1}`),
            equal(F.dot(chi, F.vector(example.rewards)), F.of(example.rewards[argmax(F, logits)]!), 'Σ χ r'),
          ];
        }),
      ),
    ];
  },
  teeth: membershipMistakes('argmin', 'highest-index', 'first-better-than-next'),
});

/** Σ_{y≠w} (a_y / a_w)ⁿ of the winner w, and q = a / a_w of the largest weight a below a_w (0 when there is none). */
function odds<S>(F: Algebra<S>, { weights, inverseTemperature }: TemperatureCase) {
  const values = F.vector(weights);
  const winner = argmax(F, values);
  const ratios = values.filter((_, y) => y !== winner).map((a) => F.div(a, values[winner]!));
  const runnerUp = ratios.filter((ratio) => F.compare(ratio, F.one) < 0).reduce(F.max, F.zero);
  return {
    winner,
    against: F.sum(ratios.map((ratio) => wholePower(F, ratio, inverseTemperature))),
    decay: wholePower(F, runnerUp, inverseTemperature),
    probabilities: probabilitiesAt(F, values, inverseTemperature),
    others: F.of(weights.length - 1),
  };
}

const aboutTemperature = { version: 1, section: SECTIONS.partition, reference: undefined } as const;

export const indicatorLimit = law<TemperatureCase, undefined>({
  ...aboutTemperature,
  id: 'zoR.chi-limit',
  ladder: IDENTITY_LADDER,
  cites: [{ article: '7737', equations: [21] }],
  states: String.raw`1-p_{\max}=\frac S{1+S},\quad e^{-\Delta/\tau}\le S\le(K-1)\,e^{-\Delta/\tau}\qquad(\tau=\tfrac1n,\ \Delta=\text{gap of the two largest logits})`,
  says: 'As τ → 0 the probabilities become the indicator of the argmax, and the rate is known from both sides: the odds S against the winner lie between exp(−gap/τ) and K − 1 times that.',
  expects: 'holds',
  instances: temperatureCases('one'),
  hypotheses: [
    {
      name: 'one-argmax',
      says: 'One class alone has the largest logit.',
      holds: (instance) => tiedClasses(instance) === 1,
      necessity: searched(tiedTop, 'On a tie of m classes each of them keeps 1/m: zoR.tie-limit.'),
    },
    {
      name: 'positive-temperature',
      says: 'τ > 0: the limit is taken from above.',
      holds: ({ inverseTemperature }) => inverseTemperature > 0,
      necessity: searched(
        negativeTemperature,
        'From below the limit is the indicator of the argmin: zoR.argmin-limit.',
      ),
    },
  ],
  claim: (F, instance) => {
    const { winner, against, decay, probabilities, others } = odds(F, instance);
    return [
      equal(F.sub(F.one, probabilities[winner]!), F.div(against, F.add(F.one, against)), '1 − p of the winner'),
      atMost(decay, against, 'exp(−gap/τ)'),
      atMost(against, F.mul(others, decay), 'S'),
    ];
  },
  cover: {
    'near the limit': { atLeast: 0.2, when: ({ inverseTemperature }) => inverseTemperature >= 8 },
    'more than two classes': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 },
  },
  teeth: {
    'temperature-multiplied': {
      says: 'The logits are multiplied by τ instead of divided by it.',
      claim: (F, instance) => {
        const { winner, against } = odds(F, instance);
        const roots = F.vector(instance.weights).map((a) => F.exp(F.div(F.log(a), F.of(instance.inverseTemperature))));
        const total = F.sum(roots);
        return equal(F.sub(F.one, F.div(roots[winner]!, total)), F.div(against, F.add(F.one, against)));
      },
    },
    'one-rival-counted': {
      says: 'The upper bound counts one rival instead of K − 1.',
      claim: (F, instance) => {
        const { against, decay } = odds(F, instance);
        return atMost(against, decay);
      },
    },
    'rate-squared': {
      says: 'The odds fall like exp(−2 gap/τ).',
      claim: (F, instance) => {
        const { against, decay, others } = odds(F, instance);
        return atMost(against, F.mul(others, F.square(decay)));
      },
    },
  },
});

export const tieLimit = law<TemperatureCase, undefined>({
  ...aboutTemperature,
  id: 'zoR.tie-limit',
  cites: [{ article: '7737', equations: [21] }],
  states: String.raw`m\text{ classes tied at the top}:\quad0\le\frac1m-p_{\max}\le\frac{K-m}{m^2}e^{-\Delta/\tau},\quad p_{\max}=\frac1m\ \forall\tau\text{ if }m=K`,
  says: 'Where m classes share the largest logit, softmax tends to 1/m on each of them, not to an indicator; when all classes are tied it is 1/K at every temperature.',
  expects: 'holds',
  instances: temperatureCases('any'),
  hypotheses: [],
  claim: (F, instance) => {
    const { winner, decay, probabilities } = odds(F, instance);
    const tied = tiedClasses(instance);
    const share = F.div(F.one, F.of(tied));
    const missing = F.sub(share, probabilities[winner]!);
    const bound = F.div(F.mul(F.of(instance.weights.length - tied), decay), F.of(tied * tied));
    return [atMost(F.zero, missing, '1/m − p'), atMost(missing, bound, '1/m − p')];
  },
  cover: {
    'a tie': { atLeast: 0.25, when: (instance) => tiedClasses(instance) > 1 },
    'all classes tied': {
      atLeast: 0.01,
      when: (instance) => tiedClasses(instance) === instance.weights.length,
    },
  },
  teeth: {
    'winner-takes-all': {
      says: 'The first of the tied classes gets probability 1 in the limit.',
      claim: (F, instance) => {
        const { winner, decay, probabilities, others } = odds(F, instance);
        return atMost(F.sub(F.one, probabilities[winner]!), F.mul(others, decay));
      },
    },
    'share-of-all': {
      says: 'Every class tends to 1/K.',
      claim: (F, instance) => {
        const { winner, probabilities } = odds(F, instance);
        return equal(probabilities[winner]!, F.div(F.one, F.of(instance.weights.length)));
      },
    },
  },
});

export const argminLimit = law<TemperatureCase, undefined>({
  ...aboutTemperature,
  id: 'zoR.argmin-limit',
  cites: [{ article: '7737', equations: [21] }],
  states: String.raw`\tau\to0^-:\quad1-p_{\min}\le(K-1)\,e^{\Delta'/\tau},\ \Delta'=\text{gap of the two smallest logits}`,
  says: 'Taken from below, τ → 0 gives the indicator of the argmin instead: a class that alone has the smallest logit takes all.',
  expects: 'holds',
  instances: temperatureCases('any'),
  hypotheses: [],
  claim: (F, instance) => {
    const values = F.vector(instance.weights);
    const loser = argmax(F, values.map(F.neg));
    const rivals = values.filter((_, y) => y !== loser).reduce(F.min);
    const decay = wholePower(F, F.div(values[loser]!, rivals), instance.inverseTemperature);
    const [own, next] = [0, 1].map((more) => probabilitiesAt(F, values, -instance.inverseTemperature - more)[loser]!);
    return [
      atMost(F.sub(F.one, own!), F.mul(F.of(values.length - 1), decay), '1 − p of the smallest'),
      atMost(own!, next!, 'p grows as τ rises to 0'),
    ];
  },
  cover: { 'more than two classes': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 } },
  teeth: {
    'positive-temperature': {
      says: 'The temperature approaches 0 from above.',
      claim: (F, instance) => {
        const values = F.vector(instance.weights);
        const loser = argmax(F, values.map(F.neg));
        const [own, next] = [0, 1].map(
          (more) => probabilitiesAt(F, values, instance.inverseTemperature + more)[loser]!,
        );
        return atMost(own!, next!);
      },
    },
  },
});

export const softenedIsIndicator = law<TemperatureCase, undefined>({
  ...aboutTemperature,
  id: 'zoR.soften-exact',
  cites: [{ article: '7737', equations: [21, 22] }],
  states: String.raw`p_{\theta+\varepsilon u}(y|x)=\chi(y|x,u)\text{ at }\tau=1`,
  says: 'The probabilities can stand for the indicator. (Not at a temperature above 0: with weights 2 and 1 at τ = 1 they are 2/3 and 1/3, where the indicator is 1 and 0. How the error vanishes with τ is zoR.chi-limit and zoR.soften.)',
  expects: 'refuted',
  instead: ['zoR.chi-limit', 'zoR.soften'],
  instances: listed(temperatureCases('any'), [{ weights: [2, 1], inverseTemperature: 1 }]),
  hypotheses: [],
  claim: (F, { weights, inverseTemperature }) => {
    const values = F.vector(weights);
    return equalVectors(probabilitiesAt(F, values, inverseTemperature), indicator(F, values), 'class');
  },
  cover: {},
  teeth: {},
});

/** From regions to indicators, and from indicators to probabilities. */
export const indicatorLaws: readonly AnyLaw[] = [
  indicatorSums,
  indicatorLimit,
  tieLimit,
  argminLimit,
  softenedIsIndicator,
];
