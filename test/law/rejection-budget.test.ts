import { expect, test } from 'vitest';
import { rejectionBudget } from '../../src/law/rejection-budget.ts';
import { ratio, sameExact, showExact, toRational } from '../../src/scalar/exact.ts';
import { add, mul, rational, ZERO } from '../../src/scalar/rational.ts';

const total = ratio(1, 1e9);
const budget = rejectionBudget(total, { coin: 1, dice: 2, cards: 4 });

test('the shares of all cases of all tests sum to the total exactly', () => {
  const spent = Object.entries({ coin: 3, dice: 10, cards: 1 }).map(([test, cases]) =>
    mul(toRational(budget.share(test, cases)), rational(BigInt(cases))),
  );
  expect(sameExact(spent.reduce(add, ZERO), total)).toBe(true);
  expect(showExact(budget.share('dice', 10))).toBe('1/35000000000');
});

test('what has no share, or no cases, has no level', () => {
  expect(() => budget.share('darts', 1)).toThrow(/test 'darts' has no share; give one of coin, dice, cards/);
  expect(() => budget.share('constructor', 1)).toThrow(RangeError);
  expect(() => budget.share('coin', 0)).toThrow(/cases is 0; give a positive whole number/);
});

test('a budget is a probability, and its shares are whole numbers', () => {
  expect(() => rejectionBudget(ratio(4, 3), { coin: 1 })).toThrow(/total is 4\/3; give a probability/);
  expect(() => rejectionBudget(0, { coin: 1 })).toThrow(/total is 0; give a positive number/);
  expect(() => rejectionBudget(total, { coin: 0.5 })).toThrow(/shares\['coin'\] is 0.5; give a positive whole number/);
});
