import { describe, expect, test } from 'vitest';
import { decide, isTrue, type Statement } from '../../src/law/decide.ts';
import { secondOpinion } from '../../src/law/second-opinion.ts';
import { type Algebra, Undecided } from '../../src/scalar/algebra.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { rational } from '../../src/scalar/rational.ts';
import { atMost, below, equal } from '../../src/scalar/relation.ts';

/** Statements with the reading that should settle them, and the truth. */
const cases: readonly (readonly [name: string, by: string, outcome: string, statement: Statement])[] = [
  ['1/4 + 1/4 = 1/2', 'filter', 'holds', (F) => equal(F.add(F.of(0.25), F.of(0.25)), F.of(0.5))],
  ['√2 < 3/2', 'filter', 'holds', (F) => below(F.sqrt(F.of(2)), F.of(1.5))],
  ['√2 ≤ 7/5', 'filter', 'violated', (F) => atMost(F.sqrt(F.of(2)), F.of(ratio(7, 5)))],
  ['1/3 + 1/3 + 1/3 = 1', 'rational', 'holds', (F) => equal(F.sum([1, 2, 3].map(() => F.of(ratio(1, 3)))), F.one)],
  ['1/10 as a double is 1/10', 'rational', 'violated', (F) => equal(F.of(0.1), F.of(ratio(1, 10)))],
  ['√2 · √2 = 2', 'surd', 'holds', (F) => equal(F.square(F.sqrt(F.of(2))), F.of(2))],
  [
    '1/(√3 − √2) = √3 + √2',
    'surd',
    'holds',
    (F) => {
      const [p, q] = [F.sqrt(F.of(3)), F.sqrt(F.of(2))];
      return equal(F.div(F.one, F.sub(p, q)), F.add(p, q));
    },
  ],
  [
    '√(2 + √3) = (√6 + √2)/2',
    'surd',
    'holds',
    (F) => equal(F.sqrt(F.add(F.of(2), F.sqrt(F.of(3)))), F.div(F.add(F.sqrt(F.of(6)), F.sqrt(F.of(2))), F.of(2))),
  ],
  [
    '√(1 + √(1 + √2)) is the root of ((x² − 1)² − 1)² = 2',
    'interval',
    'holds',
    (F) => {
      const x = F.sqrt(F.add(F.one, F.sqrt(F.add(F.one, F.sqrt(F.of(2))))));
      const inner = F.sub(F.square(F.sub(F.square(x), F.one)), F.one);
      return equal(F.square(inner), F.of(2));
    },
  ],
  [
    'four nested roots that tie',
    'interval',
    'holds',
    (F) => {
      const nested = F.sqrt(F.add(F.one, F.sqrt(F.add(F.one, F.sqrt(F.add(F.one, F.sqrt(F.of(3))))))));
      return equal(F.sub(F.mul(nested, nested), F.one), F.sqrt(F.add(F.one, F.sqrt(F.add(F.one, F.sqrt(F.of(3)))))));
    },
  ],
];

/** e − (√e)²: zero, which no reading can tell. */
const unknownZero = <S>(F: Algebra<S>): S => F.sub(F.exp(F.one), F.square(F.exp(F.of(0.5))));
/** √2 √2 − 2: zero, which the filter and few digits cannot tell. */
const zeroOfRoots = <S>(F: Algebra<S>): S => F.sub(F.mul(F.sqrt(F.of(2)), F.sqrt(F.of(2))), F.of(2));
const zeroOfThirds = <S>(F: Algebra<S>): S => F.sub(F.mul(F.of(3), F.of(ratio(1, 3))), F.one);
const little = <S>(F: Algebra<S>): S => F.of(2 ** -1000);

describe('what has no value', () => {
  test.each<[string, Statement]>([
    ['0 < 1 + √(0 − 2⁻²⁰⁰⁰)', (F) => below(F.zero, F.add(F.one, F.sqrt(F.sub(unknownZero(F), F.square(little(F))))))],
    ['0 < max(1, 1/0)', (F) => below(F.zero, F.max(F.one, F.div(F.one, unknownZero(F))))],
    ['0 ≤ |log 0|', (F) => atMost(F.zero, F.abs(F.log(unknownZero(F))))],
    ['0 ≤ exp(log 0)', (F) => atMost(F.zero, F.exp(F.log(unknownZero(F))))],
  ])('%s with a zero that no reading can tell is undecided', (_name, statement) => {
    expect(decide(statement).outcome).toBe('undecided');
    expect(secondOpinion(statement)?.outcome).toBe('undecided');
  });

  test.each<[string, Statement]>([
    ['0 < 1 + √(√2 √2 − 2 − 2⁻¹⁰⁰⁰)', (F) => below(F.zero, F.add(F.one, F.sqrt(F.sub(zeroOfRoots(F), little(F)))))],
    ['0 < 1 + (1/(3x − 1))² for x = ⅓', (F) => below(F.zero, F.add(F.one, F.square(F.div(F.one, zeroOfThirds(F)))))],
    ['0 < 1 + |1/(3x − 1)| for x = ⅓', (F) => below(F.zero, F.add(F.one, F.abs(F.div(F.one, zeroOfThirds(F)))))],
    [
      '0 < 1 + (√(3x − 1 − 2⁻¹⁰⁰⁰))² for x = ⅓',
      (F) => below(F.zero, F.add(F.one, F.square(F.sqrt(F.sub(zeroOfThirds(F), little(F)))))),
    ],
  ])('%s is an error', (_name, statement) => {
    expect(() => decide(statement)).toThrow(RangeError);
    expect(() => decide(statement, ['interval'])).toThrow(RangeError);
  });

  test('a root of what many digits show to be positive is taken', () => {
    const root: Statement = (F) => below(F.zero, F.sqrt(F.add(zeroOfRoots(F), F.of(2 ** -1070))));
    expect(decide(root, ['interval']).outcome).toBe('holds');
    expect(decide((F) => equal(F.sqrt(zeroOfRoots(F)), F.zero), ['interval']).outcome).toBe('holds');
  });
});

describe('the ladder', () => {
  test.each(cases)('%s: %s says it %s', (_name, by, outcome, statement) => {
    expect(decide(statement)).toMatchObject({ by, outcome });
  });

  const doubles = [
    [0.3, 0.1],
    [Math.PI, Math.E],
  ] as const;
  test.each(doubles)('roots three deep of the doubles %d and %d tie', (x0, x1) => {
    const sides = <S>(F: Algebra<S>, by: number) => {
      const inner = F.sqrt(F.of(x0));
      const outer = F.sqrt(F.add(F.of(x1), inner));
      const expanded = F.add(F.add(F.one, F.mul(F.of(2), outer)), F.add(F.of(x1), inner));
      return [F.sqrt(expanded), F.add(F.add(F.one, outer), F.of(by))] as const;
    };
    expect(decide((F) => equal(...sides(F, 0)))).toMatchObject({ by: 'interval', outcome: 'holds' });
    expect(decide((F) => equal(...sides(F, 2 ** -1000)))).toMatchObject({ by: 'interval', outcome: 'violated' });
    expect(decide((F) => below(...sides(F, 2 ** -1000)))).toMatchObject({ by: 'interval', outcome: 'holds' });
  });

  test('e¹ᐟ² · e¹ᐟ² = e has no zero test, and is left undecided', () => {
    const statement: Statement = (F) => equal(F.square(F.exp(F.of(0.5))), F.exp(F.one));
    expect(decide(statement).outcome).toBe('undecided');
    expect(() => isTrue(statement)).toThrow(Undecided);
  });

  test('e is above the double nearest to it, and that is decided', () => {
    expect(decide((F) => below(F.of(Math.E), F.exp(F.one))).outcome).toBe('holds');
  });

  test('a conjunction is violated as soon as one part is, though others are open', () => {
    const open: Statement = (F) => equal(F.square(F.exp(F.of(0.5))), F.exp(F.one));
    expect(decide((F) => [open(F), below(F.one, F.zero)]).outcome).toBe('violated');
    expect(decide((F) => [open(F), below(F.zero, F.one)]).outcome).toBe('undecided');
  });

  test('differences of 10⁻¹⁰⁰ and less are told apart', () => {
    // Pell: p² − 2 q² = ±1, so p/q is within 1/(2 q²) of √2, here about 10⁻¹⁰⁷.
    let [p, q] = [1n, 1n];
    while (q < 10n ** 53n) [p, q] = [p + 2n * q, p + q];
    const above = p * p > 2n * q * q;
    const statement: Statement = (F) => below(F.mul(F.of(rational(q)), F.sqrt(F.of(2))), F.of(rational(p)));
    expect(decide(statement).outcome).toBe(above ? 'holds' : 'violated');
    expect(decide(statement, ['interval'])).toMatchObject({ outcome: above ? 'holds' : 'violated' });
  });
});
