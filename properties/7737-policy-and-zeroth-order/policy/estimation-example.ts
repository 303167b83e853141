import { z } from 'zod';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactVector } from '../../../src/law/witness.ts';
import { evenly } from '../../../src/policy/dataset.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, ratio } from '../../../src/scalar/exact.ts';
import { equal, equalVectors } from '../../../src/scalar/relation.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { requireDimension } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';

/** Two lists of numbers, each sampled evenly to estimate its mean. */
interface Lists {
  readonly first: ExactVector;
  readonly second: ExactVector;
}

const lists = listed(
  plainData<Lists>({
    schema: z.strictObject({ first: exactVector, second: exactVector }),
    generate: () => {
      throw new RangeError('The lists are those of the article.');
    },
    require: ({ first, second }) => requireDimension('second', second, first.length),
  }),
  [{ first: [4, 5, 6], second: [-10, 10, 15] }],
);

/** Mean, variance, and the largest and smallest error of one sample; the variance divides by `count`. */
function estimate<S>(F: Algebra<S>, list: ExactVector, count = list.length) {
  const values = F.vector(list);
  const mean = F.dot(evenly(F, list.length), values);
  const errors = values.map((x) => F.abs(F.sub(x, mean)));
  return {
    mean,
    variance: F.div(F.squaredNorm(errors), F.of(count)),
    largest: errors.reduce((a, b) => F.max(a, b)),
    smallest: errors.reduce((a, b) => F.min(a, b)),
  };
}

const example = {
  version: 1,
  cites: [{ article: '7737', equations: [], place: '[4, 5, 6] and [−10, 10, 15], before (6)' }],
  section: SECTIONS.baseline,
} as const;

const VARIANCES: readonly [Exact, Exact] = [ratio(2, 3), ratio(350, 3)];

export const estimationExample = law<Lists, undefined>({
  ...example,
  id: 'pg.example',
  states: String.raw`[4,5,6],\ [-10,10,15]:\quad\text{means }5,\ 5;\ \text{variances }\tfrac23,\ \tfrac{350}3;\ \text{errors of one sample at most }1,\ 15,\text{ and at least }0,\ 5`,
  says: 'The figures of the article’s example of two lists with one mean: variances 2/3 and 350/3 when dividing by n, largest errors 1 and 15, and no sample of the second list is nearer than 5.',
  expects: 'holds',
  instances: lists,
  hypotheses: [],
  reference: undefined,
  claim: (F, { first, second }) => {
    const [a, b] = [estimate(F, first), estimate(F, second)];
    return [
      equalVectors([a.mean, b.mean], F.vector([5, 5]), 'mean of list'),
      equalVectors([a.variance, b.variance], F.vector(VARIANCES), 'variance of list'),
      equalVectors([a.largest, b.largest], F.vector([1, 15]), 'largest error of list'),
      equalVectors([a.smallest, b.smallest], F.vector([0, 5]), 'smallest error of list'),
    ];
  },
  cover: {},
  teeth: {
    'divided-by-n-minus-1': {
      says: 'The variances divide by n − 1.',
      claim: (F, { first, second }) =>
        equalVectors(
          [first, second].map((list) => estimate(F, list, list.length - 1).variance),
          F.vector(VARIANCES),
        ),
    },
  },
});

export const exampleIsNoShift = law<Lists, undefined>({
  ...example,
  id: 'pg.example-shift',
  states: '[-10,10,15]=[4,5,6]+c',
  says: 'The second list is the first with a constant added, as the sentence before it suggests. (It is not, and cannot be: a constant does not change the variance of the numbers themselves.)',
  expects: 'refuted',
  instead: ['pg.shift-variance'],
  instances: lists,
  hypotheses: [],
  reference: undefined,
  claim: (F, { first, second }) => {
    const differences = F.minus(F.vector(second), F.vector(first));
    return differences.slice(1).map((d, i) => equal(d, differences[0]!, `difference ${i + 2}`));
  },
  cover: {},
  teeth: {},
});

/** The example of two lists with one mean. */
export const estimationExampleLaws: readonly AnyLaw[] = [estimationExample, exampleIsNoShift];
