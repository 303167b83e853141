import fc from 'fast-check';
import { init } from 'gmp-wasm';
import { expect, test } from 'vitest';
import { gumbelSampledLaws } from '../../../../properties/7737-policy-and-zeroth-order/bridge/gumbel-sampled.ts';
import { policyEstimatorLaws } from '../../../../properties/7737-policy-and-zeroth-order/policy/estimator-sampling.ts';
import {
  CENTRAL_PROBABILITIES,
  samplerLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/sampling.ts';
import { directionSamplingLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/direction-sampling.ts';
import { FALSE_ALARMS, seeds } from '../../../../properties/instances/seeds.ts';
import { InstanceArbitrary } from '../../../../src/law/instances.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { toothCounterexample } from '../../../../src/law/teeth.ts';
import { decodeInstance, encode, replay, witnessOf } from '../../../../src/law/witness.ts';
import { sameExact, toRational } from '../../../../src/scalar/exact.ts';
import { add, mul, rational, ZERO } from '../../../../src/scalar/rational.ts';

const byId = (id: string): AnyLaw => samplerLaws.find((law) => law.id === id)!;

/** More than what the sampler's doubles can change about a probability: 2⁻⁴⁶, in units of 2⁻⁴⁰. */
const MARGIN = 1 / 16;
const DOWN = 3;
const UP = 2;

test('P(|u| ≤ t) = erf(t/√2) lies between its bounds, by more than doubles can change it', async () => {
  const { binding } = await init();
  const value = binding.mpfr_t();
  binding.mpfr_init2(value, 200);
  const times2to40 = (t: number, rounding: number): number => {
    binding.mpfr_set_d(value, (t * t) / 2, rounding); // exact
    binding.mpfr_sqrt(value, value, rounding);
    binding.mpfr_erf(value, value, rounding);
    binding.mpfr_mul_2ui(value, value, 40, rounding);
    return binding.mpfr_get_d(value, rounding);
  };
  expect(CENTRAL_PROBABILITIES.map(({ t }) => t)).toEqual([0.5, 1, 1.5, 2]);
  for (const { t, hits } of CENTRAL_PROBABILITIES) {
    expect(times2to40(t, DOWN)).toBeGreaterThan(hits - 1 + MARGIN);
    expect(times2to40(t, UP)).toBeLessThan(hits + 1 - MARGIN);
  }
});

test('all cases of all sampling laws together spend the budget of false alarms, and no more', () => {
  const spent = [...samplerLaws, ...policyEstimatorLaws, ...directionSamplingLaws, ...gumbelSampledLaws].map(
    ({ id, atMostRuns }) => mul(toRational(FALSE_ALARMS.share(id, atMostRuns!)), rational(BigInt(atMostRuns!))),
  );
  expect(sameExact(spent.reduce(add, ZERO), FALSE_ALARMS.total)).toBe(true);
});

test.each([
  ['pg.sampler', 'three-percent-moved'],
  ['zo.normal-sampler', 'signs-unfair'],
])('a bias of 3 % breaks %s, and the seed that shows it replays', (id, tooth) => {
  const law = byId(id);
  const found = toothCounterexample(law, tooth, 7737, 10);
  expect(found).toMatchObject({ seed: 0 }); // any seed will do, so it shrinks to the simplest
  const witness = witnessOf(law, found, { implementation: tooth });
  expect(replay(law, { ...witness, instance: JSON.parse(JSON.stringify(witness.instance)) }).outcome).toBe(
    'reproduced',
  );
  expect(replay(law, { ...witness, implementation: 'reference' }).outcome).toBe('fixed');
});

test('weights that are no probabilities, and seeds that are no 32-bit integers, are refused', () => {
  const law = byId('pg.sampler');
  const instance = { seed: 1, weights: [2 ** 31, 2 ** 31] };
  expect(encode(decodeInstance(law, instance))).toEqual(instance);
  expect(() => decodeInstance(law, { seed: 1, weights: [1, 2] })).toThrow(/weights sum to 3; give whole numbers/);
  expect(() => decodeInstance(law, { ...instance, seed: 2 ** 31 })).toThrow();
  expect(() => seeds.decode({ seed: 0.5 })).toThrow();
});

test('seeds are spread over all 32-bit integers', () => {
  const drawn = fc.sample(new InstanceArbitrary(seeds), { numRuns: 1000, seed: 7737 }).map(({ seed }) => seed);
  expect(new Set(drawn).size).toBe(1000);
  for (const quarter of [0, 1, 2, 3]) {
    const inside = drawn.filter((seed) => Math.floor(seed / 2 ** 30) + 2 === quarter);
    expect(inside.length).toBeGreaterThan(150);
  }
});
