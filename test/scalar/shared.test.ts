import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../../src/scalar/exact.ts';
import { type Interval, interval } from '../../src/scalar/interval.ts';
import type { Rational } from '../../src/scalar/rational.ts';
import { shared } from '../../src/scalar/shared.ts';
import { decimalsEnclose, programs, runBeside, runs } from './containment.ts';

const few = interval(20);
const encloses = ({ lo, hi }: Interval, x: Rational): boolean => decimalsEnclose([lo.toString(), hi.toString()], x);

test('what is computed twice in the same way is one object, and counts as one root', () => {
  const F = shared(few);
  const half = (): Interval => F.sqrt(F.add(F.of(ratio(1, 2)), F.sqrt(F.of(2))));
  expect(half()).toBe(half());
  expect(F.add(half(), F.one)).toBe(F.add(F.one, half()));
  expect(F.sub(half(), F.one)).not.toBe(F.sub(F.one, half()));
  expect(F.norm([half(), F.of(2)])).toBe(F.sqrt(F.add(F.square(half()), F.square(F.of(2)))));
  expect(F.add(half(), F.mul(half(), half())).bound?.roots).toHaveLength(2);
  const other = few.sqrt(few.add(few.of(ratio(1, 2)), few.sqrt(few.of(2))));
  expect(F.add(half(), other).bound?.roots).toHaveLength(3);
});

test('a difference of the same is zero, but two measured values in one range are not the same', () => {
  const F = shared(few);
  expect(F.sign(F.sub(F.exp(F.of(3)), F.exp(F.of(3))))).toBe(0);
  expect(F.sign(F.sub(F.between(1, 2), F.between(1, 2)))).toBeUndefined();
});

test('it is the reading that it shares: straight-line programs, with no wrong sign', () => {
  fc.assert(
    fc.property(programs(), (program) => {
      runBeside(shared(few), program, encloses);
    }),
    { seed: 1, numRuns: runs(300, 30_000) },
  );
});

test('a square is not negative, nor is a norm, where signs are open', () => {
  const F = shared(few);
  const open = F.between(-1, 2);
  for (const x of [F.square(open), F.squaredNorm([open]), F.squaredDistance([open], [F.zero]), F.abs(open)]) {
    expect(x.lo.isZero()).toBe(true);
  }
  expect(F.norm([open]).hi.toNumber()).toBe(2);
  expect(() => F.compare(open, F.zero)).toThrow('not decided at 20 digits');
});

test('every operation is the one that it shares', () => {
  const F = shared(few);
  const x = F.of(3);
  const y = F.sqrt(F.of(2));
  for (const operation of ['add', 'sub', 'mul', 'div', 'min', 'max'] as const) {
    expect(F.enclosure(F[operation](x, y))).toEqual(few.enclosure(few[operation](x, y)));
  }
  for (const operation of ['neg', 'abs', 'square', 'sqrt', 'exp', 'log'] as const) {
    expect(F.enclosure(F[operation](y))).toEqual(few.enclosure(few[operation](y)));
  }
});
