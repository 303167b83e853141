import { isDeepStrictEqual } from 'node:util';
import { type AnyLaw, type Law, law } from '../../../src/law/law.ts';
import { type Exact, ratio, toDouble } from '../../../src/scalar/exact.ts';
import { atMost, below, equal } from '../../../src/scalar/relation.ts';
import { type LineData, lineData, OPPOSITE, policySum, zerothOrderSum } from '../../instances/bridge/line-data.ts';
import { listed } from '../../instances/plain-data.ts';
import { restricted } from '../../instances/restricted.ts';
import { SECTIONS } from '../sections.ts';

const CITES = [{ article: '7737', equations: [17, 23], place: '(23) and the sentence after it' }] as const;

/** One data set at θ = ln 2 and ε = 1, on which the claim that the two gradients make no obtuse angle fails. */
const opposed = (
  parts: Pick<Law<LineData, undefined>, 'id' | 'says' | 'states' | 'instead'>,
  examples: LineData['examples'],
): Law<LineData, undefined> =>
  law<LineData, undefined>({
    ...parts,
    version: 1,
    cites: CITES,
    section: SECTIONS.finale,
    expects: 'refuted',
    instances: listed(lineData, [{ examples, base: 2, smoothing: 1 }]),
    hypotheses: [],
    reference: undefined,
    claim: (F, instance) =>
      atMost(F.zero, F.mul(zerothOrderSum(F, instance), policySum(F, instance)), 'zeroth-order · policy gradient'),
    cover: {},
    teeth: {},
  });

export const final = opposed(
  {
    id: 'zoR.final',
    states: String.raw`\tilde\nabla_\theta\mathcal R_\theta\approx\mathbb E_t\Big[\sum_yr(y_t,y)\nabla_\theta p_\theta(y|x_t)\Big],\quad\text{at least}\quad\tilde\nabla_\theta\mathcal R_\theta\cdot\nabla_\theta\mathcal S_\theta\ge0`,
    says: 'The zeroth-order gradient of the hard objective points about where the policy gradient points, or at least does not point away from it. (False. Two examples with features 1 and 2, logits θx and 0, rewards 1 and −3/4 for the first class, θ = ln 2, τ = 1: the policy gradient is 2/9 − 6/25 = −4/225, the zeroth-order gradient (1 − 3/4) φ(θ/ε)/ε > 0. They are exactly opposite, at every ε. Of the two approximations behind (23), the softening (22) needs τ far below ε, the Taylor step ε far below τ.)',
    instead: [
      'zoR.probit',
      'zoR.parallel',
      'zoR.one-hot-angle',
      'zoR.laplacian-ascent',
      'zoR.taylor',
      'zoR.orders',
      'zoR.final-every-smoothing',
    ],
  },
  OPPOSITE.twoExamples,
);

export const finalAccuracy = opposed(
  {
    id: 'zoR.final-accuracy',
    instead: ['zoR.one-hot-angle'],
    states: String.raw`r\in\{0,1\}:\quad\tilde\nabla_\theta\mathcal R_\theta\cdot\nabla_\theta\mathcal S_\theta\ge0`,
    says: 'For accuracy, the zeroth-order gradient and the policy gradient do not point away from each other. (False: with four examples of feature 1 and the first label and three of feature 2 and the second, logits θx and 0 at θ = ln 2, they sum to φ(θ/ε)/ε > 0 and −16/225. In the logits of a single example it is true: zoR.one-hot-angle.)',
  },
  OPPOSITE.accuracyExamples,
);

export const finalThreeClasses = opposed(
  {
    id: 'zoR.final-three-classes',
    instead: ['zoR.parallel', 'zoR.three-classes-angle'],
    states: String.raw`\text{one example}:\quad\tilde\nabla_\theta\mathcal R_\theta\cdot\nabla_\theta\mathcal S_\theta\ge0`,
    says: 'For a single example the zeroth-order gradient and the policy gradient do not point away from each other. (False with three classes: logits −θ, 0, θ and rewards 0, 3, 1 at θ = ln 2 give φ(θ/ε)/ε > 0 and −2/49; the second class never wins the argmax, but has 2/7 of the probability. With two classes it is true: zoR.parallel.)',
  },
  OPPOSITE.threeClasses,
);

/** The policy gradients of the three data sets at θ = ln 2. */
const KNOWN: readonly (readonly [examples: LineData['examples'], sum: Exact])[] = [
  [OPPOSITE.twoExamples, ratio(-4, 225)],
  [OPPOSITE.accuracyExamples, ratio(-16, 225)],
  [OPPOSITE.threeClasses, ratio(-2, 49)],
];

/** The sum of the policy gradients written down above. */
const knownSum = ({ examples }: LineData): Exact => {
  const written = JSON.stringify(examples);
  return KNOWN.find(([known]) => JSON.stringify(known) === written)![1];
};

export const everySmoothing = law<LineData, undefined>({
  id: 'zoR.final-every-smoothing',
  version: 1,
  cites: CITES,
  section: SECTIONS.finale,
  states: String.raw`\tilde\nabla\mathcal R_\theta>0>\nabla\mathcal S_\theta\quad\forall\varepsilon>0`,
  says: 'On the data of zoR.final, zoR.final-accuracy and zoR.final-three-classes no choice of ε helps: the zeroth-order gradient is positive at every ε, the policy gradient negative.',
  expects: 'holds',
  instances: restricted(
    lineData,
    ({ examples, base }) => base === 2 && Object.values(OPPOSITE).some((known) => isDeepStrictEqual(known, examples)),
    'has the data of one of the three laws at θ = ln 2',
  ),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => [
    below(F.zero, zerothOrderSum(F, instance), 'zeroth-order gradient'),
    below(policySum(F, instance), F.zero, 'policy gradient'),
  ],
  cover: {
    'ε below 1/2': { atLeast: 0.15, when: ({ smoothing }) => toDouble(smoothing) < 0.5 },
    'ε above 2': { atLeast: 0.2, when: ({ smoothing }) => toDouble(smoothing) > 2 },
  },
  teeth: {
    'classes-swapped': {
      says: 'The region of the first class is taken for that of the last.',
      claim: (F, instance) => {
        const examples = instance.examples.map((one) => ({ ...one, rewards: one.rewards.toReversed() }));
        return below(F.zero, zerothOrderSum(F, { ...instance, examples }));
      },
    },
    'agreeing-signs': {
      says: 'Both gradients are positive.',
      claim: (F, instance) => below(F.zero, policySum(F, instance)),
    },
  },
});

export const policySums = law<LineData, undefined>({
  id: 'zoR.final-values',
  version: 1,
  cites: CITES,
  section: SECTIONS.finale,
  states: String.raw`\tfrac29-\tfrac6{25}=-\tfrac4{225},\qquad4\cdot\tfrac29-3\cdot\tfrac8{25}=-\tfrac{16}{225},\qquad-\tfrac2{49}`,
  says: 'The three policy gradients that point away from the zeroth-order gradient, exactly.',
  expects: 'holds',
  instances: listed(
    lineData,
    KNOWN.map(([examples]) => ({ examples, base: 2, smoothing: 1 })),
  ),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => equal(policySum(F, instance), F.of(knownSum(instance)), 'policy gradient'),
  cover: {},
  teeth: {
    'at-minus-theta': {
      says: 'The probabilities are those at −θ.',
      claim: (F, instance) => equal(policySum(F, { ...instance, base: 0.5 }), F.of(knownSum(instance))),
    },
    'classes-swapped': {
      says: 'The rewards of the classes are swapped.',
      claim: (F, instance) => {
        const examples = instance.examples.map((one) => ({ ...one, rewards: one.rewards.toReversed() }));
        return equal(policySum(F, { ...instance, examples }), F.of(knownSum(instance)));
      },
    },
  },
});

/** The end of the article’s derivation, as it is written. */
export const finaleLaws: readonly AnyLaw[] = [final, finalAccuracy, finalThreeClasses, policySums, everySmoothing];
