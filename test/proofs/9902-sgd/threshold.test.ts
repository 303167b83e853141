import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { l1BallTheorem } from '../../../proofs/9902-sgd/l1-ball.ts';
import { placeOf } from '../../../proofs/9902-sgd/threshold.ts';
import { paths, type Reader } from '../../../proofs/kernel/cases.ts';
import { scalar, scalars, symbolicReading } from '../../../proofs/kernel/symbolic.ts';
import { holds, valuesIn } from '../../../proofs/theorem/model.ts';
import { nonnegative } from '../../../proofs/theorem/statements.ts';
import { projectOntoL1Ball } from '../../../src/convex/l1-ball.ts';
import { projectOntoSimplex } from '../../../src/convex/simplex.ts';
import { compare, type Rational } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { RUNS, smallRational } from '../kernel/expressions.ts';

const s = scalar('sum');
const { add, neg, sub, zero } = symbolicReading;

const onSimplex = (d: number) => (reader: Reader) => {
  if (!reader.atLeast(s, zero)) return undefined;
  const x = scalars('x', d);
  return projectOntoSimplex(reader.forced(placeOf(reader, x, s).because), s, x);
};
const onL1Ball = (d: number) => (reader: Reader) => {
  if (!reader.atLeast(s, zero)) return undefined;
  const x = scalars('x', d);
  const sizes = x.map((each) => (reader.atLeast(each, zero) ? each : neg(each)));
  return projectOntoL1Ball(reader.forced(placeOf(reader, [...sizes, zero], s).because), s, x);
};

test.each([
  [1, 1],
  [2, 4],
  [3, 18],
  [4, 96],
])('%s coordinates lie in one of %s places', (d, places) => {
  const all = paths((reader) => {
    if (reader.atLeast(s, zero)) placeOf(reader, scalars('x', d), s);
  });
  expect(all).toHaveLength(places + 1);
});

describe('where a point lies decides the whole text, and the text computes there what it does in fractions', () => {
  test.each([
    ['simplex', 3, onSimplex, projectOntoSimplex],
    ['ℓ₁ ball', 2, onL1Ball, projectOntoL1Ball],
  ] as const)('%s', (_, d, read, project) => {
    const all = paths(read(d));
    expect(all.length).toBe(d === 3 ? 19 : 25);
    const sum = smallRational.filter(({ numerator }) => numerator > 0n);
    fc.assert(
      fc.property(sum, fc.array(smallRational, { minLength: d, maxLength: d }), (sum, x) => {
        const valueAt = valuesIn({ sum, ...Object.fromEntries(x.map((xi, i) => [`x_${i + 1}`, xi])) });
        const taken = all.filter(({ facts }) => facts.every((fact) => holds(fact, valueAt)));
        const direct: readonly Rational[] = project(rationalReading, sum, x);
        expect(taken.length).toBeGreaterThan(0);
        for (const { result } of taken) {
          expect(result?.map(valueAt).map((value, i) => compare(value, direct[i]!))).toEqual(x.map(() => 0));
        }
      }),
      { seed: 20231219, numRuns: RUNS },
    );
  });
});

test('there is a reason for what holds all over a place, and none for anything else', () => {
  const [x, y] = [scalar('x'), scalar('y')];
  const forms = [sub(x, y), sub(y, x), sub(sub(x, y), s), add(sub(x, y), s), s, neg(s)];
  const shown = paths((reader) => {
    if (!reader.atLeast(s, zero)) return [];
    const { because } = placeOf(reader, [x, y], s);
    return forms.filter((form) => because(nonnegative('form', form)) !== undefined);
  });
  expect(shown.map(({ result }) => result.map((form) => `${form}`))).toEqual([
    ['x - y', '-sum + x - y', 'sum + x - y', 'sum'],
    ['x - y', 'sum + x - y', 'sum'],
    ['-x + y', 'sum'],
    ['-x + y', 'sum + x - y', 'sum'],
    [],
  ]);
});

test.runIf(process.env.GRADIENT_LAWS_DEEP === '1')(
  'the ℓ₁ ball is proved in four dimensions too',
  { timeout: 120_000 },
  () => {
    expect(l1BallTheorem(undefined, [4]).check().evidence[0]?.paths).toHaveLength(1921);
  },
);
