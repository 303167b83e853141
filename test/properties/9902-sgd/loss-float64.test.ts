import { describe, expect, test } from 'vitest';
import { lossLaws, lossTangent, withLosses } from '../../../properties/9902-sgd/loss-float64.ts';
import { lossValue, subgradient } from '../../../src/descent/loss.ts';
import { checkLaw } from '../../../src/law/check.ts';
import { encode } from '../../../src/law/witness.ts';
import { float64 } from '../../../src/scalar/float64.ts';
import { caughtBy, testExpectations } from '../law-checks.ts';

const mine = {
  value: (loss: Parameters<typeof subgradient>[1], theta: readonly number[]) => lossValue(float64, loss, theta),
  subgradient: (loss: Parameters<typeof subgradient>[1], theta: readonly number[]) => subgradient(float64, loss, theta),
};
const judged = (float64Parts: typeof mine) =>
  checkLaw({ ...lossTangent, float64: withLosses(float64Parts) }, { runs: 400, seed: 1 });

describe('losses as a judged implementation', () => {
  testExpectations(lossLaws);

  test('correct losses in plain numbers pass', () => {
    const { verdict, float64: judgement } = judged(mine);
    expect(verdict).toBe('holds');
    expect(judgement).toMatchObject({ cases: 100, violated: 0 });
  });

  test('a hinge loss without its kink is caught, with a short counterexample', () => {
    const kinkless = (loss: Parameters<typeof subgradient>[1], theta: readonly number[]): readonly number[] =>
      loss.kind === 'hinge' ? loss.feature.map((x) => -Number(x)) : subgradient(float64, loss, theta);
    const { verdict, counterexamples } = judged({ ...mine, subgradient: kinkless });
    expect(verdict).toBe('violated');
    expect(counterexamples[0]!.instance).toEqual({ loss: { kind: 'hinge', feature: [-1] }, from: [-2], to: [0] });
  });

  test('a loss that is NaN is an error that says so', () => {
    const { verdict, errors } = judged({ ...mine, value: () => Number.NaN });
    expect(verdict).toBe('errored');
    expect(errors[0]).toContain('The value of the loss is NaN; give a finite number.');
  });

  test('a halved gradient shows on the line', () => {
    const { loss, from } = caughtBy(lossTangent, 'gradient-halved') as { loss: object; from: readonly number[] };
    expect([from.length, JSON.stringify(encode(loss)).length < 60]).toEqual([1, true]);
  });
});
