import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equal, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { Reading } from '../../../proofs/theorem/expression-text.ts';
import { readable, readableFact, readableVector } from '../../../proofs/theorem/readable.ts';
import { atMost, below, nonnegative, positive, same, sameVector, zero } from '../../../proofs/theorem/statements.ts';
import { expression, NAMES, RUNS, read, smallRational } from '../kernel/expressions.ts';

const F = formalSpace;
const { add, div, dot, minus, mul, neg, of, plus, squaredNorm, sub } = F;
const [x, y, z] = NAMES.map(scalar) as [RationalFunction, RationalFunction, RationalFunction];
const [u, v, w] = ['u', 'v', 'w'].map(vector) as [FormalVector, FormalVector, FormalVector];

/** `x − p` as names with signs. */
const ends = (text: string): readonly (readonly [sign: string, name: string])[] =>
  ` + ${text}`.match(/ [+−] \p{L}/gu)!.map((end) => [end[1]!, end[3]!]);

/** What stands between two bars or brackets, multiplied out. */
function expanded(left: string, right: string): string {
  const products = ends(left).flatMap(([s, a]) =>
    ends(right).map(([t, b]) => `${s === t ? '+' : '-'} ⟨${[a, b].sort().join(',')}⟩`),
  );
  return `(0 ${products.join(' ')})`;
}

/** The expression that a text for people stands for. */
function reread(text: string): RationalFunction {
  const plain = text
    .replaceAll(/‖([^‖]*)‖²/gu, (_, a: string) => expanded(a, a))
    .replaceAll(/⟨([^⟩]*), ([^⟩]*)⟩/gu, (_, a: string, b: string) => expanded(a, b))
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, (digits) => `^${[...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')}`);
  const reading = new Reading(`(${plain})`);
  reading.expect('(');
  return reading.closed();
}

/** Sums of inner products of combinations, as hypotheses about points are. */
const gram: fc.Arbitrary<RationalFunction> = fc
  .array(
    fc.record({
      size: smallRational,
      times: fc.constantFrom(of(1), x, div(y, z)),
      ends: fc.tuple(...[0, 1].map(() => fc.constantFrom(u, v, w, minus(u, v), minus(w, v), plus(u, w)))),
    }),
    { maxLength: 4 },
  )
  .map((terms) => F.sum(terms.map(({ size, times, ends: [a, b] }) => mul(mul(of(size), times), dot(a!, b!)))));

describe('a text for people stands for the expression', () => {
  test('of scalars', () => {
    fc.assert(
      fc.property(expression, (e) => {
        let value: RationalFunction;
        try {
          value = read<RationalFunction>(F, e, new Map(NAMES.map((name) => [name, scalar(name)])));
        } catch {
          return; // a division by 0
        }
        expect(equal(reread(readable(value)), value), readable(value)).toBe(true);
      }),
      { numRuns: RUNS, seed: 4 },
    );
  });
  test('of inner products', () => {
    fc.assert(
      fc.property(gram, (value) => {
        expect(equal(reread(readable(value)), value), readable(value)).toBe(true);
      }),
      { numRuns: RUNS, seed: 4 },
    );
  });
});

test.each([
  [of(0), '0'],
  [neg(x), '−x'],
  [sub(y, mul(of(2), x)), 'y − 2·x'],
  [div(sub(mul(of(3), F.square(x)), y), mul(of(2), mul(y, z))), '3·x²/(2·y·z) − 1/(2·z)'],
  [div(x, add(x, y)), 'x/(x + y)'],
  [div(add(x, of(1)), add(x, y)), '(1 + x)/(x + y)'],
  [div(div(x, of(2)), add(div(x, of(6)), div(y, of(4)))), '6·x/(2·x + 3·y)'],
  [div(x, sub(sub(z, x), y)), '−x/(x + y − z)'],
  [div(x, squaredNorm(minus(u, v))), 'x/‖u − v‖²'],
  [div(x, add(mul(x, y), mul(x, z))), '1/(y + z)'],
  [div(sub(x, x), add(x, y)), '0'],
  [div(div(x, add(x, y)), mul(of(3), add(x, y))), 'x/(3·(x + y)²)'],
  [div(div(z, mul(x, add(x, y))), sub(div(y, of(2)), x)), '−2·z/(x·(x + y)·(2·x − y))'],
  [div(z, mul(add(x, y), squaredNorm(u))), 'z/(‖u‖²·(x + y))'],
  [mul(add(x, y), div(z, mul(x, add(x, y)))), 'z/x'],
  [mul(squaredNorm(u), mul(squaredNorm(u), F.square(dot(u, v)))), '‖u‖⁴·⟨u, v⟩²'],
  [div(squaredNorm(minus(u, v)), mul(of(2), x)), '‖u − v‖²/(2·x)'],
  [squaredNorm(plus(u, v)), '‖u + v‖²'],
  [add(squaredNorm(minus(u, v)), squaredNorm(minus(v, w))), '‖u − v‖² + ‖v − w‖²'],
  [sub(squaredNorm(minus(u, v)), mul(of(3), squaredNorm(u))), '‖v‖² − 2·‖u‖² − 2·⟨u, v⟩'],
  [mul(x, dot(minus(u, w), minus(v, w))), 'x·⟨u − w, v − w⟩'],
  [dot(u, minus(v, w)), '⟨u, v − w⟩'],
  [add(squaredNorm(u), dot(u, v)), '‖u‖² + ⟨u, v⟩'],
])('%s reads %s', (value, text) => {
  expect(readable(value)).toBe(text);
});

test('vectors', () => {
  expect(readableVector(minus(u, F.scale(x, v)))).toBe('u − x·v');
  expect(readableVector(plus(F.scale(sub(x, y), u), F.scale(of(-2), w)))).toBe('(x − y)·u − 2·w');
  expect(readableVector(minus(u, u))).toBe('0');
});

describe('facts', () => {
  test('show their two sides', () => {
    expect(readableFact(atMost('a', x, y))).toBe('x ≤ y');
    expect(readableFact(below('a', x, of(1)))).toBe('x < 1');
    expect(readableFact(same('a', x, mul(x, div(y, y))))).toBe('both sides are x');
    expect(readableFact(same('a', div(x, y), div(mul(x, add(x, y)), mul(y, add(x, y)))))).toBe('both sides are x/y');
    expect(readableFact(same('a', div(of(1), add(x, y)), div(sub(x, y), sub(F.square(x), F.square(y)))))).toBe(
      '1/(x + y) = (x − y)/(x² − y²)',
    );
    expect(readableFact(sameVector('a', u, v))).toBe('u = v');
  });
  test('show the sign of what has no sides', () => {
    expect(readableFact(nonnegative('a', dot(u, v)))).toBe('⟨u, v⟩ ≥ 0');
    expect(readableFact(nonnegative('a', neg(dot(minus(u, w), minus(v, w)))))).toBe('⟨u − w, v − w⟩ ≤ 0');
    expect(readableFact(positive('a', neg(x)))).toBe('x < 0');
    expect(readableFact(positive('a', sub(x, y)))).toBe('y < x');
    expect(readableFact(zero('a', sub(x, y)))).toBe('x = y');
    expect(readableFact(zero('a', neg(x)))).toBe('x = 0');
    expect(readableFact(nonnegative('a', add(sub(x, y), div(of(1), z))))).toBe('y ≤ 1/z + x');
    expect(readableFact(nonnegative('a', div(sub(x, y), add(x, z))))).toBe('(x − y)/(x + z) ≥ 0');
  });
  test('with sides that no longer say what they say show what they say', () => {
    expect(readableFact({ ...atMost('a', x, y), value: z })).toBe('z ≥ 0');
    expect(readableFact({ ...sameVector('a', u, v), value: z })).toBe('z = 0');
  });
});
