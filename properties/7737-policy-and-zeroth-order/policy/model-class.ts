import { type AnyLaw, law } from '../../../src/law/law.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { argmax, normalize } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { ratio } from '../../../src/scalar/exact.ts';
import { atMost } from '../../../src/scalar/relation.ts';
import { fewModels, tiedModels } from '../../breaking/policy/model-classes.ts';
import { listed } from '../../instances/plain-data.ts';
import {
  hasNoTies,
  isClosedUnderPermutations,
  type ModelClass,
  modelClasses,
} from '../../instances/policy/model-class.ts';
import { SECTIONS } from '../sections.ts';

const cites = [{ article: '7737', equations: [2, 3], place: 'the text after (3)' }] as const;

/** Objectives (2) and (1) of every model of a class: Σ p r, and the reward of the most probable class. */
function objectives<S>(F: Algebra<S>, { models, rewards }: ModelClass) {
  const r = F.vector(rewards);
  return models.map((weights) => {
    const p = normalize(F, F.vector(weights));
    return { soft: expectedReward(F, p, r), hard: r[argmax(F, p)]! };
  });
}

export const softImpliesHard = law<ModelClass, undefined>({
  id: 'pg.soft-hard',
  version: 1,
  cites,
  section: SECTIONS.rearrangement,
  states: String.raw`\sum_yp_yr_y\ge\sum_yq_yr_y\implies r_{\operatorname{argmax}p}\ge r_{\operatorname{argmax}q}`,
  says: 'Of two models, the one that is better by objective (2) is at least as good by objective (1). (Not so: a model can bet on a class that is merely good, and be better on average.)',
  expects: 'refuted',
  instead: ['pg.same-order-class'],
  instances: listed(modelClasses, [
    {
      models: [
        [ratio(2, 5), ratio(9, 20), ratio(3, 20)],
        [ratio(1, 2), ratio(1, 10), ratio(2, 5)],
      ],
      rewards: [3, 2, 0],
    },
  ]),
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => {
    const [first, second] = objectives(F, instance);
    return F.compare(first!.soft, second!.soft) < 0 ? [] : atMost(second!.hard, first!.hard, 'objective (1)');
  },
  cover: {},
  teeth: {},
});

/** Every model that is best by objective (2) is best by objective (1). */
function bestOfBoth<S>(F: Algebra<S>, instance: ModelClass, isBetter: (soft: S, best: S) => boolean) {
  const values = objectives(F, instance);
  const best = values.map(({ soft }) => soft).reduce((a, b) => (isBetter(b, a) ? b : a));
  return values
    .filter(({ soft }) => F.compare(soft, best) === 0)
    .flatMap((chosen) => values.map(({ hard }) => atMost(hard, chosen.hard, 'objective (1)')));
}

export const closedClass = law<ModelClass, undefined>({
  id: 'pg.same-order-class',
  version: 1,
  cites,
  section: SECTIONS.rearrangement,
  states: String.raw`\mathcal P\text{ closed under permutations of the classes},\ p\in\operatorname*{argmax}_{q\in\mathcal P}\sum_yq_yr_y\implies r_{\operatorname{argmax}p}=\max_{q\in\mathcal P}r_{\operatorname{argmax}q}`,
  says: 'When the best model by objective (2) is the best by objective (1): when every rearrangement of a model is also a model, and no model has two most probable classes.',
  expects: 'holds',
  instances: modelClasses,
  hypotheses: [
    {
      name: 'closed-under-permutations',
      says: 'Every rearrangement of the probabilities of a model belongs to a model of the class.',
      holds: isClosedUnderPermutations,
      necessity: { kind: 'search', breaking: fewModels },
    },
    {
      name: 'no-ties',
      says: 'In every model one class is more probable than all others.',
      holds: hasNoTies,
      necessity: { kind: 'search', breaking: tiedModels },
    },
  ],
  reference: undefined,
  claim: (F, instance) => bestOfBoth(F, instance, (soft, best) => F.compare(soft, best) > 0),
  cover: {
    'models with other numbers': { atLeast: 0.1, when: ({ models }) => models.length > 6 },
    'three classes': { atLeast: 0.3, when: ({ rewards }) => rewards.length === 3 },
  },
  teeth: {
    minimized: {
      says: 'The model with the smallest objective (2) is chosen.',
      claim: (F, instance) => bestOfBoth(F, instance, (soft, best) => F.compare(soft, best) < 0),
    },
  },
});

/** Which of several models is best by objective (2), and by (1). */
export const modelClassLaws: readonly AnyLaw[] = [softImpliesHard, closedClass];
