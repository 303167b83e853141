import { ratio } from '../../src/scalar/exact.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { beside, grid, rows } from './models.ts';
import { readLaw } from './read-law.ts';

const anywhere: DecidedShape = {
  name: 'every x',
  degree: 1,
  instance: (free) => ({ x: free.number('x') }),
  models: rows(['x'], [[1], [0], [-1]]),
};

/** On each side of what is right, and at one point of the wrong side where two errors are the largest. */
const errors = [
  ...grid(['right', 'wrong'], [-2, -1 / 4, 0, 1 / 4, 1 / 2, 1, 3]),
  { right: ratio(7, 6), wrong: ratio(1, 6) },
];

const pairRewards: DecidedShape = {
  name: 'every reward',
  degree: 1,
  instance: (free) => ({
    truePositive: free.number('right'),
    falsePositive: free.number('wrong'),
    falseNegative: free.number('missed'),
  }),
  models: beside(errors, [{ missed: 0 }]),
};
const sentenceRewards: DecidedShape = {
  name: 'every reward',
  degree: 1,
  instance: (free) => ({ right: free.number('right'), wrong: free.number('wrong') }),
  models: errors,
};

/** Laws by cases of the signs of one or two numbers. */
export const signTheorems = [
  readLaw('c.sg', { scope: 'all reals', kind: 'cases' }, [anywhere]),
  readLaw('pg.f1-no-reward', { scope: 'all reals', kind: 'cases' }, [pairRewards]),
  readLaw('pg.bleu-no-reward', { scope: 'all reals', kind: 'cases' }, [sentenceRewards]),
];
