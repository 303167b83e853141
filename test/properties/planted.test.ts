import { describe, expect, test } from 'vitest';
import { readable } from '../../cli/readable.ts';
import { laws } from '../../properties/index.ts';
import { toothCounterexample } from '../../src/law/teeth.ts';
import { encode, replay, witnessOf, witnessSchema, writtenLength } from '../../src/law/witness.ts';

/** The mistakes that must be caught whatever else changes, with the law and the name each is kept under. */
const MISTAKES = [
  ['projection missing', 'sgd.final', 'no-projection'],
  ['projection sign', 'proj.nonexp-point', 'projection-sign'],
  ['rate index off by one', 'sgd.step', 'rate-index-off-by-one'],
  ['increasing rates', 'sgd.regret-bound', 'increasing-rates'],
  ['D halved', 'sgd.regret-bound', 'D-halved'],
  ['simplex threshold off by one', 'proj.feasible', 'simplex-threshold-off-by-one'],
  ['ball that moves interior points', 'proj.nonexp-point', 'ball-moves-interior-points'],
  ['missing factor ½ in the bound', 'sgd.combine', 'missing-half'],
  ['one factor ½ too many in the bound', 'sgd.regret-bound', 'half-too-many'],
  ['sign of the score', 'pg.grad', 'score-sign'],
  ['missing − p in the score', 'pg.score0', 'missing-mean'],
  ['temperature multiplied', 'pg.grad', 'temperature-multiplied'],
  ['a baseline that depends on the action', 'pg.baseline', 'baseline-of-the-action'],
  ['the own-sample mean called unbiased', 'pg.baseline', 'own-sample-mean'],
  ['an optimal baseline without its weights', 'pg.bopt', 'unweighted-optimum'],
  ['an optimal zeroth-order baseline without its weights', 'zo.bopt', 'baseline-unweighted'],
  ['missing 1/ε', 'zo.limit', 'not-divided'],
  ['1/(2ε) in a forward difference', 'zo.limit', 'divided-by-two'],
  ['directions of covariance 2I', 'zo.limit', 'doubled-covariance'],
  ['a skewed law called symmetric', 'zo.bias-second-order', 'skewed-signs'],
] as const;

/** About four lines of text: a counterexample that a person reads at a glance. */
const READABLE = 320;

describe('planted mistakes', () => {
  test.each(MISTAKES)('%s: %s catches it, and its counterexample is short and replays', (_mistake, id, tooth) => {
    const law = laws.find((other) => other.id === id)!;
    const found = toothCounterexample(law, tooth, 9902, 1000);
    expect(found).toBeDefined();
    expect(writtenLength(encode(found))).toBeLessThanOrEqual(READABLE);
    const text = JSON.stringify(witnessOf(law, found, { implementation: tooth }));
    const witness = witnessSchema.parse(JSON.parse(text));
    expect(replay(law, witness).outcome).toBe('reproduced');
    expect(replay(law, { ...witness, implementation: 'reference' }).outcome).toBe('fixed');
  });
});

/** What those of article 9902 are shrunk to, as a person would write it. */
const SHRUNK: readonly (readonly [id: string, tooth: string, ...input: readonly string[]])[] = [
  [
    'sgd.final',
    'no-projection',
    'set: l1-ball, center [0], radius 1',
    'start: [0]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [2]',
    '  - quadratic, curvature 2, center [0]',
    'schedule: sequence, rates [2, 1]',
  ],
  [
    'proj.nonexp-point',
    'projection-sign',
    'set: l1-ball, center [0], radius 1',
    'point: [2]',
    'other: [0]',
    'member: [0]',
    'lambda: 0',
  ],
  [
    'sgd.step',
    'rate-index-off-by-one',
    'set: space, dimension 1',
    'start: [-2]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [-1]',
    '  - linear, slope [0]',
    'schedule: sequence, rates [2, 1]',
  ],
  [
    'sgd.regret-bound',
    'increasing-rates',
    'set: box, lower [0], upper [1]',
    'start: [1]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [1]',
    '  - linear, slope [1]',
    'schedule: sequence, rates [1, 0.5]',
  ],
  [
    'sgd.regret-bound',
    'D-halved',
    'set: box, lower [0], upper [0]',
    'start: [1]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [1]',
    'schedule: sequence, rates [1]',
  ],
  [
    'proj.feasible',
    'simplex-threshold-off-by-one',
    'set: simplex, dimension 1, sum 1',
    'start: [0]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [1]',
    'schedule: decay, alpha 1',
  ],
  [
    'proj.nonexp-point',
    'ball-moves-interior-points',
    'set: ball, center [0], radius 2',
    'point: [1]',
    'other: [0]',
    'member: [0]',
    'lambda: 0',
  ],
  [
    'sgd.combine',
    'missing-half',
    'set: box, lower [0], upper [0]',
    'start: [0]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [1]',
    'schedule: sequence, rates [1]',
  ],
  [
    'sgd.regret-bound',
    'half-too-many',
    'set: box, lower [0], upper [0]',
    'start: [1]',
    'comparator: [0]',
    'losses:',
    '  - linear, slope [1]',
    'schedule: sequence, rates [1]',
  ],
];

describe('shrunk counterexamples', () => {
  test.each(SHRUNK)('%s, %s', (id, tooth, ...input) => {
    const found = toothCounterexample(laws.find((law) => law.id === id)!, tooth, 9902, 1000);
    expect(readable(encode(found), '')).toEqual(input);
  });
});
