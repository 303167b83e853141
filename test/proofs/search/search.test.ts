import { afterAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../../proofs/kernel/fact.ts';
import { formalSpace, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { checks, search } from '../../../proofs/search/search.ts';
import { type Solver, solver } from '../../../proofs/search/solver.ts';
import { atMost, below, nonnegative, positive, same } from '../../../proofs/theorem/statements.ts';
import type { Hints } from '../../../proofs/theorem/stored.ts';
import { describe as written } from '../../../proofs/theorem/words.ts';

const z3 = solver();
afterAll(() => z3.close());

const { add, div, dot, minus, mul, of, scale, square, squaredNorm, sub, zero } = formalSpace;
const [x, y, z] = [scalar('x'), scalar('y'), scalar('z')];
const [u, v, w] = [vector('u'), vector('v'), vector('w')];
const found = async (goal: Fact, known: readonly Fact[] = [], hints: Hints = {}, by: Solver = z3) => {
  const certificate = await search(goal, known, hints, by);
  if (certificate === undefined) return undefined;
  expect(checks(goal, new Map(known.map((fact) => [fact.name, fact])), certificate)).toBe(true);
  return written(certificate);
};

describe('a search finds', () => {
  test('a sum of facts', async () => {
    expect(await found(atMost('goal', x, z), [atMost('first', x, y), atMost('second', y, z)])).toBe(
      '[first] + [second]',
    );
  });
  test('a product of facts, positive where the goal is', async () => {
    const known = [positive('x', x), positive('y', y), nonnegative('z', z)];
    expect(await found(positive('goal', add(mul(of(3), mul(x, y)), mul(x, z))), known)).toBe('3 [x] [y] + [x] [z]');
  });
  test('what has to be multiplied by a positive fact', async () => {
    const known = [positive('y', y), nonnegative('both', add(mul(x, y), square(y)))];
    expect(await found(nonnegative('goal', add(x, y)), known)).toBe('[both], over [y]');
    expect(await found(atMost('goal', div(of(-1), y), zero), known)).toBe('1, over [y]');
  });
  test('multiples of equalities', async () => {
    const known = [same('next square', square(y), add(square(x), of(1))), positive('both', add(x, y))];
    expect(await found(below('goal', x, y), known)).toBe('1 + (1) [next square], over [both]');
    expect(await found(same('goal', mul(z, square(y)), add(mul(z, square(x)), z)), known)).toBe('(z) [next square]');
  });
  test('norms of vectors, and squares', async () => {
    expect(await found(atMost('goal', mul(of(2), dot(u, v)), add(squaredNorm(u), squaredNorm(v))))).toBe('‖u - v‖²');
    expect(await found(atMost('goal', mul(of(2), mul(x, y)), add(square(x), square(y))))).toBe('(x - y)²');
    const known = [atMost('u', squaredNorm(u), of(4)), atMost('v', squaredNorm(v), of(9))];
    const hints = { norms: [minus(scale(of(3), u), scale(of(2), v))] };
    expect(await found(atMost('goal', dot(u, v), of(6)), known, hints)).toBe('3/4 [u] + 1/3 [v] + 1/12 ‖3 u - 2 v‖²');
  });
  test('an absurdity', async () => {
    const known = [positive('x', x), atMost('not', add(x, square(y)), zero)];
    expect(await found(positive('absurd', zero), known)).toBe('[x] + [not] + (y)²');
    expect(await found(nonnegative('absurd', of(-1)), known)).toBe('[not] + (y)², over [x]');
  });
  test('why the contrary of a goal is absurd', async () => {
    const hints = { otherwise: 'not', squares: [] };
    const root = [nonnegative('x', x), positive('y', y), same('its square', square(x), y)];
    expect(await found(positive('goal', x), root, hints)).toBe(
      'absurd otherwise [not]: [y] + [x] [not] + (1) [its square]',
    );
    const both = [atMost('first', x, y), atMost('second', y, x)];
    expect(await found(same('goal', x, y), both, hints)).toBe('absurd otherwise [not]: [not] + [first] [second]');
  });
  test('no factor that all terms have', async () => {
    const known = [
      positive('y', y),
      nonnegative('more', add(x, div(z, y))),
      nonnegative('less', sub(x, div(z, y))),
      same('one', mul(y, z), of(1)),
    ];
    expect(await found(nonnegative('goal', x), known, { over: ['y'], degree: 1 })).toBe('1/2 [more] + 1/2 [less]');
    expect(await found(same('twice', mul(square(y), z), y), known, { over: ['y'] })).toBe('(y) [one]');
  });
  test('small multiples of equalities', async () => {
    const [axis, theta, rate] = [vector('axis'), vector('theta'), mul(scalar('eta'), scalar('G'))];
    const known = [
      same('the axis', squaredNorm(axis), of(1)),
      same('its coordinate', dot(axis, theta), scalar('c')),
      same('the rate', rate, scalar('c')),
      same('another axis', dot(axis, vector('other')), zero),
    ];
    expect(await found(same('goal', dot(axis, minus(theta, scale(rate, axis))), zero), known)).toBe(
      '(1) [its coordinate] + (-⟨axis,axis⟩) [the rate] + (-c) [the axis]',
    );
  });
  test('sums in which it does not matter what facts are counted in', async () => {
    const [much, less] = [mul(of(1000), add(x, z)), mul(of(1000), sub(x, z))];
    const known = [nonnegative('much', much), nonnegative('less', less), nonnegative('x', x)];
    expect(await found(nonnegative('goal', x), known, { degree: 1 })).toBe('[x]');
  });
});

describe('a search finds nothing', () => {
  test('where the goal is false', async () => {
    expect(await found(nonnegative('goal', x), [nonnegative('square', square(x))], { degree: 1 })).toBeUndefined();
    expect(await found(positive('goal', square(x)), [], { degree: 2 })).toBeUndefined();
    expect(await found(same('goal', x, y), [atMost('first', x, y), atMost('second', y, x)])).toBeUndefined();
    const hints = { otherwise: 'not', degree: 2 };
    expect(await found(positive('goal', x), [nonnegative('x', x), nonnegative('y', y)], hints)).toBeUndefined();
  });
  test('where the hints leave nothing', async () => {
    const goal = atMost('goal', mul(of(2), dot(u, v)), add(squaredNorm(u), squaredNorm(v)));
    expect(await found(goal, [], { norms: [w], squares: [x] })).toBeUndefined();
  });
  test('where the solver fails, or is wrong', async () => {
    const [goal, known] = [atMost('goal', x, z), [atMost('first', x, y), atMost('second', y, z)]];
    const answers = [undefined, 'unknown\n', 'unsat\n', 'sat\n((x0 2.0) (x1 1.0) (x2 1.0))\n', 'sat\n((x0 (- 1.0)))\n'];
    for (const answer of answers) {
      const by: Solver = { run: () => Promise.resolve(answer), close: () => {} };
      expect(await found(goal, known, { degree: 1 }, by)).toBeUndefined();
    }
  });
  test('beyond the degree it may use', async () => {
    const known = [positive('x', x), positive('y', y), positive('z', z)];
    const goal = positive('goal', sub(add(mul(mul(x, y), z), x), x));
    expect(await found(goal, known, { degree: 1, over: [] })).toBeUndefined();
    expect(await found(goal, known)).toBe('[x] [y] [z]');
  });
});
