import { expect, test } from 'vitest';
import { decide } from '../../src/law/decide.ts';
import { tellsSlack, tightestRatio } from '../../src/law/tightness.ts';
import type { ReadingName, Scalars } from '../../src/scalar/algebra.ts';
import { type Exact, ratio } from '../../src/scalar/exact.ts';
import { atMost, below, type Comparison, equal } from '../../src/scalar/relation.ts';

test('a rational ratio is given exactly, the largest of several', () => {
  expect(tightestRatio((F) => [atMost(F.of(1), F.of(3)), below(F.of(2), F.of(5))])).toBe('2/5');
  expect(tightestRatio((F) => atMost(F.of(ratio(1, 3)), F.of(ratio(1, 3))))).toBe('1');
});

test('an irrational ratio is given by its proved decimals', () => {
  const text = tightestRatio((F) => atMost(F.sqrt(F.of(2)), F.of(2)))!;
  expect('0.70710678118654752440084436210484903928483593768847403658833986899…'.slice(0, 45)).toBe(text.slice(0, 45));
  expect(text.endsWith('…')).toBe(true);
});

test('an irrational ratio is given by doubles where the ladder has nothing sharper', () => {
  const root = (ladder?: readonly ReadingName[]) => tightestRatio((F) => atMost(F.sqrt(F.of(2)), F.of(2)), ladder)!;
  expect(root(['filter'])).toMatch(/^0\.70710678118654\d{0,3}…$/);
  expect(root(['filter', 'interval'])).toBe(root());
});

test('equalities and bounds that are not positive have no ratio', () => {
  expect(tightestRatio((F) => equal(F.one, F.one))).toBeUndefined();
  expect(tightestRatio((F) => atMost(F.of(-2), F.zero))).toBeUndefined();
  expect(tightestRatio((F) => atMost(F.of(-2), F.of(-1)))).toBeUndefined();
});

test('where the right side is no size, the slack is told', () => {
  const told = <S>(F: Scalars<S>, x: Exact, seen: Exact, largest: Exact): Comparison<S> => ({
    ...atMost(F.zero, F.of(x)),
    slack: [F.of(seen), F.of(largest)],
  });
  expect(tightestRatio((F) => told(F, 9, 1, 4))).toBe('3/4');
  expect(tightestRatio((F) => [told(F, 9, 1, 4), atMost(F.of(4), F.of(5))])).toBe('4/5');
  expect(tightestRatio((F) => told(F, 9, 0, 0))).toBeUndefined();
  expect(tightestRatio((F) => ({ ...told(F, 9, 1, 4), slack: [F.of(1), F.sqrt(F.of(2))] }))).toMatch(
    /^0\.29289321881345/,
  );
  expect(decide((F) => told(F, 9, 1, 4))).toMatchObject({ outcome: 'holds', ratio: 0.75 });
  expect(decide((F) => told(F, 9, 0, 0))).toMatchObject({ outcome: 'holds', ratio: undefined });
  expect(decide((F) => told(F, -9, 1, 4)).outcome).toBe('violated');
  expect(tellsSlack((F) => [atMost(F.of(1), F.of(3)), told(F, 9, 1, 4)])).toBe(true);
  expect(tellsSlack((F) => atMost(F.of(1), F.of(3)))).toBe(false);
});

test('small ratios and ratios next to 1 keep their size', () => {
  const tiny = tightestRatio((F) => atMost(F.sqrt(F.of(2 ** -61)), F.of(2)))!;
  expect(Number(tiny.slice(0, -1)) / Math.sqrt(2 ** -63)).toBeCloseTo(1, 12);
  const tie = tightestRatio((F) => atMost(F.exp(F.one), F.exp(F.one)))!;
  expect(Number(tie.slice(0, -1))).toBeCloseTo(1, 12);
});
