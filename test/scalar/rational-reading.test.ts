import { expect, test } from 'vitest';
import { Unavailable } from '../../src/scalar/algebra.ts';
import { ratio } from '../../src/scalar/exact.ts';
import { rationalReading as F } from '../../src/scalar/rational-reading.ts';

test('e⁰ = 1 and ln 1 = 0 are exact, however 0 and 1 are written; nothing else is rational', () => {
  const third = F.of(ratio(1, 3));
  expect(`${F.exp(F.sub(third, F.div(F.one, F.of(3))))}`).toBe('1');
  expect(`${F.log(F.mul(third, F.of(3)))}`).toBe('0');
  for (const x of [third, F.one, F.of(-1)]) expect(() => F.exp(x)).toThrow(Unavailable);
  for (const x of [third, F.zero, F.of(-1)]) expect(() => F.log(x)).toThrow(Unavailable);
});
