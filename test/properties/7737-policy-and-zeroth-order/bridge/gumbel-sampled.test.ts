import { describe, expect, test } from 'vitest';
import { gumbelRace, gumbelRaceLaws } from '../../../../properties/7737-policy-and-zeroth-order/bridge/gumbel-race.ts';
import {
  gumbelSampled,
  gumbelSampledLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/gumbel-sampled.ts';
import { toothCounterexample } from '../../../../src/law/teeth.ts';
import { replay, witnessOf } from '../../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

describe('the Gumbel race', () => {
  testExpectations(gumbelRaceLaws);

  test('shows planted mistakes on two classes', () => {
    expect(caughtBy(gumbelRace, 'noise-subtracted')).toEqual({ weights: [1, 1], waits: [1, 2], temperature: 1 });
    expect(caughtBy(gumbelRace, 'equal-speeds')).toEqual({ weights: [1, 2], waits: [2, 2], temperature: 1 });
    expect(caughtBy(gumbelRace, 'temperature-forgotten')).toEqual({
      weights: [1, 2],
      waits: [0.5, 2],
      temperature: 3,
    });
  });

  test('reads back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(gumbelRaceLaws);
    expect(() => gumbelRace.instances.decode({ weights: [1, 1], waits: [1], temperature: 1 })).toThrow('one a class');
    expect(() => gumbelRace.instances.decode({ weights: [1, 0], waits: [1, 1], temperature: 1 })).toThrow('positive');
    expect(() => gumbelRace.instances.decode({ weights: [1, 1], waits: [1, 1], temperature: 0 })).toThrow(
      'temperature',
    );
  });
});

describe('softmax draws by Gumbel noise', () => {
  testExpectations(gumbelSampledLaws);

  test.each(['temperature-forgotten', 'normal-noise', 'noise-subtracted', 'one-logarithm'])(
    '%s breaks the law, and the seed that shows it replays',
    (tooth) => {
      const found = toothCounterexample(gumbelSampled, tooth, 7737, 10);
      expect(found).toMatchObject({ seed: 0 }); // any seed will do, so it shrinks to the simplest
      const witness = witnessOf(gumbelSampled, found, { implementation: tooth });
      expect(replay(gumbelSampled, witness).outcome).toBe('reproduced');
      expect(replay(gumbelSampled, { ...witness, implementation: 'reference' }).outcome).toBe('fixed');
    },
  );
});
