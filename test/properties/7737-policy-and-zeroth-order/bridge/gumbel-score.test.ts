import { describe, expect, test } from 'vitest';
import {
  gumbelScore,
  gumbelScoreLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/gumbel-score.ts';
import { encode } from '../../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

describe('the score of Gumbel noise', () => {
  testExpectations(gumbelScoreLaws);

  test('a winner that waits like the others shows with two classes', () => {
    expect(encode(caughtBy(gumbelScore, 'waits-alike'))).toMatchObject({ weights: [1, 1], temperature: 1 });
  });
});
