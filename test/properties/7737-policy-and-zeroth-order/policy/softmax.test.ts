import { describe, expect, test } from 'vitest';
import { withSoftmax } from '../../../../properties/7737-policy-and-zeroth-order/policy/own-softmax.ts';
import {
  logSoftmaxFormula,
  softmaxFormula,
  softmaxLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/policy/softmax.ts';
import { softmaxAsRun } from '../../../../properties/7737-policy-and-zeroth-order/policy/softmax-float64.ts';
import { softmaxCases } from '../../../../properties/instances/policy/softmax-case.ts';
import { checkLaw } from '../../../../src/law/check.ts';
import { decide } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { search } from '../../../../src/law/search.ts';
import { encode, statementAbout } from '../../../../src/law/witness.ts';
import { logSoftmax, softmax } from '../../../../src/policy/softmax.ts';
import { filter, lowerEnd, upperEnd } from '../../../../src/scalar/filter.ts';
import { float64 } from '../../../../src/scalar/float64.ts';
import { caughtBy, testExpectations } from '../../law-checks.ts';

const plain = (logits: readonly number[], temperature: number): readonly number[] =>
  softmax(float64, logits, temperature);
const plainLog = (logits: readonly number[], temperature: number): readonly number[] =>
  logSoftmax(float64, logits, temperature);

const judged = (law: AnyLaw, own: unknown, runs = 400) =>
  checkLaw({ ...law, teeth: {}, float64: own }, { runs, seed: 9902 });

describe('the laws of softmax', () => {
  testExpectations(softmaxLaws);

  test('catch an overflow, a guarded division, and logits times τ, on one or two classes', () => {
    expect(caughtBy(softmaxFormula, 'no-shift')).toEqual({ logits: [710], temperature: 1, action: 0, cut: 1 });
    expect(caughtBy(softmaxFormula, 'guarded-quotient')).toEqual({ logits: [0], temperature: 1, action: 0, cut: 1 });
    expect(caughtBy(logSoftmaxFormula, 'no-shift')).toMatchObject({ logits: [710, 0], temperature: 1, cut: -1 });
    expect(caughtBy(softmaxFormula, 'temperature-multiplied')).toMatchObject({ logits: [0, -1], temperature: 2 });
  });

  test('judge a softmax of one’s own', () => {
    const own = judged(softmaxFormula, withSoftmax(plain, plainLog));
    expect(own.verdict).toBe('holds');
    expect(own.float64).toMatchObject({ cases: 100, violated: 0 });
    // Off by one part in 10¹⁰ it is caught; one in 10¹⁵ is within 64 units in the last place.
    const off = (by: number) => withSoftmax((z, tau) => plain(z, tau).map((p) => p * (1 + by)));
    expect(judged(softmaxFormula, off(1e-10)).verdict).toBe('violated');
    expect(judged(softmaxFormula, off(1e-15)).verdict).toBe('holds');
    const offLog = withSoftmax(plain, (z, tau) => plainLog(z, tau).map((p) => p * (1 - 1e-10)));
    expect(judged(logSoftmaxFormula, offLog).verdict).toBe('violated');
  });

  test('see what is only eight times too far off', () => {
    const off = withSoftmax(plain, (z, tau) => plainLog(z, tau).map((p) => p * (1 + 2 ** -43)));
    expect(judged(logSoftmaxFormula, off, 1000).verdict).toBe('violated');
  });

  test('say what is wrong with answers that are no numbers, or too few', () => {
    const [nan] = judged(
      softmaxFormula,
      withSoftmax((z) => z.map(() => Number.NaN)),
      20,
    ).errors;
    expect(nan).toMatch(/The softmax is NaN at index 0; give \d finite numbers\./);
    const [few] = judged(
      softmaxFormula,
      withSoftmax(() => []),
      20,
    ).errors;
    expect(few).toMatch(/The softmax has 0 entries; give \d finite numbers\./);
  });

  test('widen by 64 units in the last place and those of the exponent', () => {
    const [p, q] = softmaxAsRun.softmax(filter, [0, -7], 1);
    const width = (x: typeof p): number => (upperEnd(x!) - lowerEnd(x!)) / 2 / filter.approximate(x!) / 2 ** -52;
    expect(width(p)).toBeCloseTo(64, 0);
    expect(width(q)).toBeCloseTo(64 * 8, 0);
    const undecided = decide(
      statementAbout(softmaxFormula, { logits: [0, 0], temperature: 1, action: 0, cut: 0.5 }, 'float64'),
      ['filter'],
    );
    expect(undecided.outcome).toBe('undecided');
  });
});

describe('softmax cases', () => {
  for (const about of ['probability', 'logarithm'] as const) {
    const cases: { logits: readonly unknown[]; temperature: unknown }[] = [];
    search(softmaxCases(about), (one) => cases.push(one) > 0, { seed: 9902, from: 0, to: 500 });

    test(`near a ${about} come back from JSON as they were`, () => {
      const { decode } = softmaxCases(about);
      for (const one of cases) expect(encode(decode(JSON.parse(JSON.stringify(encode(one)))))).toEqual(encode(one));
    });

    test(`near a ${about} are small and up to 1e300, tied and alone`, () => {
      const count = (when: (logits: readonly number[]) => boolean): number =>
        cases.filter(({ logits }) => when(logits as number[])).length;
      expect(count((z) => z.some((x) => Math.abs(x) > 1e299))).toBeGreaterThan(20);
      expect(count((z) => z.every((x) => Math.abs(x) < 16))).toBeGreaterThan(100);
      expect(count((z) => new Set(z).size < z.length)).toBeGreaterThan(50);
      expect(count((z) => z.length === 1)).toBeGreaterThan(20);
    });
  }

  test('refuse what has no meaning', () => {
    const { decode } = softmaxCases('probability');
    const parts = { logits: [1, 2], temperature: 1, action: 0, cut: '1/3' };
    expect(() => decode({ ...parts, temperature: 0 })).toThrow('temperature is not positive');
    expect(() => decode({ ...parts, action: 2 })).toThrow('action is 2 of 2 classes; give an index from 0.');
    expect(() => decode({ ...parts, logits: [] })).toThrow();
  });
});
