import { describe, expect, test } from 'vitest';
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
