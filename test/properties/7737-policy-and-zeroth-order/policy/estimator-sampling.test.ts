import { describe, expect, test } from 'vitest';
import { policyEstimatorLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/estimator-sampling.ts';
import { directionSamplingLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/direction-sampling.ts';
import { decodeInstance, encode, replay, witnessOf } from '../../../../src/law/witness.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

const laws = [...policyEstimatorLaws, ...directionSamplingLaws];
const byId = (id: string) => laws.find((law) => law.id === id)!;

testExpectations(laws);

test('a baseline that includes the own sample is found out, with a seed that replays', () => {
  const law = byId('pg.estimator-sampled');
  const found = caughtBy(law, 'own-sample-mean');
  expect(found).toMatchObject({ seed: 0 }); // any seed will do, so it shrinks to the simplest
  const witness = witnessOf(law, found, { implementation: 'own-sample-mean' });
  expect(replay(law, witness).outcome).toBe('reproduced');
  expect(replay(law, { ...witness, implementation: 'reference' }).outcome).toBe('fixed');
});

describe('instances from files', () => {
  test('are read back', () => {
    const instance = { seed: 1, odds: [8, 8], rewards: [3, -3] };
    expect(encode(decodeInstance(byId('pg.estimator-sampled'), instance))).toEqual(instance);
  });

  test.each([
    ['pg.estimator-sampled', { seed: 1, odds: [8, 4], rewards: [3, -3] }, /odds sum to 12; give positive whole/],
    ['pg.estimator-sampled', { seed: 1, odds: [8, 8], rewards: [3] }, /There are 1 rewards for 2 classes/],
    ['pg.estimator-sampled', { seed: 1, odds: [8, 8], rewards: [3, 3] }, /All rewards are 3; give rewards/],
    ['zo.estimator-sampled-normal', { seed: 1, slope: [1, 1] }, /slope is \[1, 1\]; give one whose length/],
  ])('of %s are refused when they do not go together', (id, instance, message) => {
    expect(() => decodeInstance(byId(id), instance)).toThrow(message);
  });
});
