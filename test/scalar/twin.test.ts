import { expect, test } from 'vitest';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { interval } from '../../src/scalar/interval.ts';
import { Disagreement, twin } from '../../src/scalar/twin.ts';

const differ = (a: number, b: number): boolean => a !== b;

type Op = Exclude<keyof Algebra<number>, 'reading' | 'digits' | 'zero' | 'one' | 'sign' | 'compare'>;
type Operation = (F: Algebra<unknown>) => unknown;

/** Every operation once, on numbers for which it is defined. */
const operations: Readonly<Record<Exclude<Op, 'approximate' | 'enclosure' | 'between'>, Operation>> = {
  of: (F) => F.of(3),
  add: (F) => F.add(F.of(3), F.of(5)),
  sub: (F) => F.sub(F.of(3), F.of(5)),
  mul: (F) => F.mul(F.of(3), F.of(5)),
  div: (F) => F.div(F.of(3), F.of(5)),
  min: (F) => F.min(F.of(3), F.of(5)),
  max: (F) => F.max(F.of(3), F.of(5)),
  neg: (F) => F.neg(F.of(3)),
  sqrt: (F) => F.sqrt(F.of(3)),
  exp: (F) => F.exp(F.of(3)),
  log: (F) => F.log(F.of(3)),
  abs: (F) => F.abs(F.of(-3)),
  square: (F) => F.square(F.of(3)),
  clamp: (F) => F.clamp(F.of(0), F.of(7), F.of(5)),
  sum: (F) => F.sum(F.vector([3, 5, -1])),
  squaredNorm: (F) => F.squaredNorm(F.vector([3, 5])),
  norm: (F) => F.norm(F.vector([3, 5])),
  dot: (F) => F.dot(F.vector([3, 5]), F.vector([2, -1])),
  squaredDistance: (F) => F.squaredDistance(F.vector([3, 5]), F.vector([2, -1])),
  plus: (F) => F.plus(F.vector([3, 5]), F.vector([2, -1])),
  minus: (F) => F.minus(F.vector([3, 5]), F.vector([2, -1])),
  scale: (F) => F.scale(F.of(3), F.vector([2, -1])),
  axpy: (F) => F.axpy(F.of(3), F.vector([2, -1]), F.vector([7, 5])),
  vector: (F) => F.vector([3, 5]),
  descending: (F) => F.descending(F.vector([3, 5, -1])),
};

const entries = Object.entries(operations) as [keyof typeof operations, Operation][];

test.each(entries)('%s is that of both, and is compared', (name, operation) => {
  const F = twin(float64, float64, differ) as Algebra<unknown>;
  const value = operation(float64 as Algebra<unknown>);
  expect(operation(F)).toEqual(
    Array.isArray(value) ? value.map((x) => ({ first: x, second: x })) : { first: value, second: value },
  );

  /** The answer of an operation, or its first coordinate, made larger by one unit. */
  const off = (answer: unknown): unknown => {
    if (!Array.isArray(answer)) return (answer as number) * (1 + 2 ** -52);
    return answer.map((x, i) => (i === 0 ? off(x) : x));
  };
  const correct = float64[name] as (...given: unknown[]) => unknown;
  let lies = false;
  const wrong = { ...float64, [name]: (...given: unknown[]) => (lies ? off(correct(...given)) : correct(...given)) };
  const G = twin(float64, wrong as Algebra<number>, differ) as Algebra<unknown>;
  lies = true;
  expect(() => operation(G)).toThrow(Disagreement);
});

test('the first leads: what is run in doubles is given its values', () => {
  const F = twin({ ...float64, approximate: () => 1 }, { ...float64, approximate: () => 2 }, differ);
  expect(F.approximate(F.one)).toBe(1);
});

test('a sign that the first leaves open is asked of the second; signs that differ are a disagreement', () => {
  const signs = (first: 1 | undefined, second: -1 | 1 | undefined) =>
    twin({ ...float64, sign: () => first }, { ...float64, sign: () => second }, differ);
  const signOf = (F: ReturnType<typeof signs>) => F.sign(F.one);
  expect(signOf(signs(1, undefined))).toBe(1);
  expect(signOf(signs(undefined, -1))).toBe(-1);
  expect(signOf(signs(undefined, undefined))).toBeUndefined();
  const F = signs(1, -1);
  expect(() => F.compare(F.of(2), F.of(1))).toThrow(Disagreement);
});

test('a disagreement tells both', () => {
  const F = twin({ ...float64, neg: (x) => x }, interval(5), (a, b) => b.lo.gt(a) || b.hi.lt(a));
  expect(() => F.neg(F.div(F.one, F.of(3)))).toThrow(
    /^Readings are in conflict: one value is 0\.333\d+ in the float64 reading, but from -0\.33334 to -0\.33333 in the interval reading\.$/,
  );
});
