import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { argmax } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { toDouble, toRational } from '../../../src/scalar/exact.ts';
import { compare, mul } from '../../../src/scalar/rational.ts';
import { atMost, below, equal, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { largeMoves, negativeShiftedTemperature } from '../../breaking/policy/logits.ts';
import { type DirectedCase, directedCases } from '../../instances/policy/directed-case.ts';
import { leadOf, type MovedLogits, movedLogits } from '../../instances/policy/moved-logits.ts';
import { localPolicy, probabilitiesAfter } from '../../instances/policy/policy-case.ts';
import {
  type ShiftedTemperatureCase,
  shiftedTemperatureCases,
} from '../../instances/policy/shifted-temperature-case.ts';
import { probabilitiesAt, tiedClasses } from '../../instances/policy/temperature-case.ts';
import { SECTIONS } from '../sections.ts';
import { type PolicyParts, reference } from './subject.ts';
import { scoreMistakes } from './teeth/scores.ts';

/** How a class is predicted from its probabilities. */
interface Prediction {
  argmax<S>(F: Algebra<S>, values: Vector<S>): number;
}

/** The class has the largest value, and the lowest index with it. */
const isFirstLargest = <S>(values: Vector<S>, chosen: number): Relation<S> =>
  values.map((value, y) => (y < chosen ? below : atMost)(value, values[chosen]!, `class ${y + 1}`));

export const argmaxInvariant = law<ShiftedTemperatureCase, Prediction>({
  id: 'pg.argmax-inv',
  version: 1,
  cites: [{ article: '7737', equations: [1] }],
  section: SECTIONS.problem,
  states: String.raw`\operatorname*{argmax}_y\operatorname{softmax}\Big(\frac{f_y+c}\tau\Big)=\operatorname*{argmax}_yf_y\quad\text{for all }\tau>0,\ c`,
  says: 'The predicted class is that of the largest logit, the first among ties: neither a positive temperature nor a constant added to the logits changes it, so objective (1) depends on neither.',
  expects: 'holds',
  instances: shiftedTemperatureCases,
  hypotheses: [
    {
      name: 'positive-temperature',
      says: 'τ > 0.',
      holds: ({ inverseTemperature }) => inverseTemperature > 0,
      necessity: { kind: 'search', breaking: negativeShiftedTemperature },
    },
  ],
  subject: 'prediction',
  reference: { argmax },
  claim: (F, { weights, inverseTemperature, factor }, use) => {
    const shifted = F.scale(F.of(factor), F.vector(weights));
    const predicted = use.argmax(F, probabilitiesAt(F, shifted, inverseTemperature));
    return isFirstLargest(F.vector(weights), predicted);
  },
  cover: {
    'a tie for the largest logit': { atLeast: 0.2, when: (instance) => tiedClasses(instance) > 1 },
    'another temperature than 1': { atLeast: 0.5, when: ({ inverseTemperature }) => inverseTemperature !== 1 },
  },
  teeth: {
    'last-of-a-tie': {
      says: 'Among ties the highest index is taken.',
      use: { argmax: (F, values) => values.length - 1 - argmax(F, values.toReversed()) },
    },
    'least-likely': {
      says: 'The class of the smallest probability is taken.',
      use: {
        argmax: (F, values) =>
          argmax(
            F,
            values.map((value) => F.neg(value)),
          ),
      },
    },
    'first-skipped': {
      says: 'The search starts at the second class.',
      use: { argmax: (F, values) => 1 + argmax(F, values.slice(1)) },
    },
  },
});

export const hardObjectiveFlat = law<MovedLogits, Prediction>({
  id: 'pg.hard-flat',
  version: 1,
  cites: [{ article: '7737', equations: [1], place: 'the text after (1): its gradient cannot be used' }],
  section: SECTIONS.problem,
  states: String.raw`|\delta_y|<\tfrac12\big(z_{(1)}-z_{(2)}\big)\ \forall y\implies\operatorname*{argmax}_y(z_y+\delta_y)=\operatorname*{argmax}_yz_y`,
  says: 'Why objective (1) has no useful gradient: moving every logit by less than half the lead of the largest changes no prediction, so the score is constant around every model without ties.',
  expects: 'holds',
  instances: movedLogits,
  hypotheses: [
    {
      name: 'moves-within-half-the-lead',
      says: 'Every logit moves by less than half the lead of the largest one; so there is no tie.',
      holds: (instance) => {
        const lead = toRational(leadOf(instance));
        return instance.moves.every((move) => {
          const twice = mul(toRational(2), toRational(move));
          return compare(twice, lead) < 0 && compare(mul(toRational(-1), twice), lead) < 0;
        });
      },
      necessity: { kind: 'search', breaking: largeMoves },
    },
  ],
  subject: 'prediction',
  reference: { argmax },
  claim: (F, { logits, moves }, use) => {
    const z = F.vector(logits);
    return equal(F.of(use.argmax(F, F.plus(z, F.vector(moves)))), F.of(argmax(F, z)), 'the predicted class');
  },
  cover: {
    'the lead shrinks to a tenth': {
      atLeast: 0.15,
      when: (instance) => {
        const { logits, moves } = instance;
        const moved = logits.map((z, y) => toDouble(z) + toDouble(moves[y]!));
        return toDouble(leadOf({ logits: moved, moves })) < 0.1 * toDouble(leadOf(instance));
      },
    },
  },
  teeth: {
    'first-skipped': {
      says: 'The search starts at the second class.',
      use: { argmax: (F, values) => 1 + argmax(F, values.slice(1)) },
    },
    'moves-within-the-lead': {
      says: 'Moves of less than the whole lead are taken to be harmless.',
      claim: (F, { logits, moves }) => {
        const z = F.vector(logits);
        return equal(F.of(argmax(F, F.axpy(F.of(2), F.vector(moves), z))), F.of(argmax(F, z)));
      },
    },
  },
});

export const softObjectiveSmooth = law<DirectedCase, PolicyParts>({
  id: 'pg.smooth',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [2] }],
  section: SECTIONS.rearrangement,
  states: String.raw`S(\theta+\varepsilon\delta)=S(\theta)+\varepsilon\,\nabla S(\theta)\cdot\delta+O(\varepsilon^2)`,
  says: 'Objective (2) is differentiable: along every line its value leaves the start as the gradient says, up to ε².',
  expects: 'holds',
  instances: directedCases,
  hypotheses: [],
  subject: 'policy gradient',
  reference,
  claim: (F, instance, use) => {
    const E = series(F, 2);
    const step = instance.direction.map((x) => E.mul(E.constant(F.of(x)), E.epsilon));
    const along = expectedReward(E, probabilitiesAfter(E, instance, step), E.vector(instance.rewards));
    const [policy, rewards] = [localPolicy(F, instance), F.vector(instance.rewards)];
    return [
      equal(E.coefficient(along, 0), expectedReward(F, policy.probabilities, rewards), 'the value'),
      equal(
        E.coefficient(along, 1),
        F.dot(use.gradient(F, policy, rewards), F.vector(instance.direction)),
        'the coefficient of ε',
      ),
    ];
  },
  cover: { 'linear in features': { atLeast: 0.2, when: ({ features }) => features !== undefined } },
  teeth: scoreMistakes('score-sign', 'missing-mean', 'temperature-multiplied'),
});

/** The objectives (1) and (2). */
export const problemLaws: readonly AnyLaw[] = [argmaxInvariant, hardObjectiveFlat, softObjectiveSmooth];
