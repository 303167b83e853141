import { afterAll, describe, expect, test } from 'vitest';
import { fewest, type LinearProgram, pruned, solve, type Unknown } from '../../../proofs/search/linear-program.ts';
import { type Solver, solver } from '../../../proofs/search/solver.ts';
import { type Rational, rational } from '../../../src/scalar/rational.ts';

interface Named extends Unknown {
  readonly name: string;
}
const row = (entries: Record<string, number | string>): ReadonlyMap<string, Rational> =>
  new Map(
    Object.entries(entries).map(([key, value]) => {
      const [p, q = '1'] = `${value}`.split('/');
      return [key, rational(BigInt(p!), BigInt(q))];
    }),
  );
const unknown = (name: string, entries: Record<string, number | string>, more: Partial<Named> = {}): Named => ({
  name,
  coefficients: row(entries),
  free: false,
  strict: false,
  weight: 1,
  ...more,
});
const program = (
  right: Record<string, number | string>,
  unknowns: readonly Named[],
  strictly = false,
): LinearProgram<Named> => ({ unknowns, right: row(right), strictly });
const shown = (solution: ReadonlyMap<Named, Rational> | undefined) =>
  solution && Object.fromEntries([...solution].map(([{ name }, value]) => [name, `${value}`]));

const z3 = solver();
afterAll(() => z3.close());
const unasked: Solver = { run: () => Promise.reject(new Error('asked')), close: () => {} };

describe('pruning', () => {
  test('leaves out what has nothing to cancel it', () => {
    const [a, b, c] = [unknown('a', { x: 1, y: 1 }), unknown('b', { x: 1 }), unknown('c', { y: 1, z: 1 })];
    expect(pruned(program({ x: 1 }, [a, b, c]))).toEqual([b]);
    const cancels = unknown('d', { y: -1 });
    expect(pruned(program({ x: 1 }, [a, b, c, cancels]))).toEqual([a, b, cancels]);
    expect(pruned(program({ x: 1 }, [a, unknown('e', { y: 1 }, { free: true })]))?.length).toBe(2);
    expect(pruned(program({ x: 1 }, [b, unknown('e', { y: 1 }, { free: true })]))).toEqual([b]);
  });
  test('sees that an equation has no solution', () => {
    expect(pruned(program({ x: -1 }, [unknown('a', { x: 1 })]))).toBeUndefined();
    expect(pruned(program({ x: 1 }, []))).toBeUndefined();
    expect(pruned(program({ x: -1 }, [unknown('a', { x: 1 }, { free: true })]))).toHaveLength(1);
  });
});

describe('a solution', () => {
  test('is exact', async () => {
    const unknowns = [unknown('a', { x: 3, y: '1/7' }), unknown('b', { y: -2 }, { free: true })];
    expect(shown(await solve(program({ x: 2, y: '5/3' }, unknowns), z3))).toEqual({ a: '2/3', b: '-11/14' });
  });
  test('has the few and light unknowns', async () => {
    const unknowns = [
      unknown('sum', { x: 1, y: 1 }, { weight: 2 }),
      unknown('first', { x: 1 }, { weight: 2 }),
      unknown('second', { y: 1 }, { weight: 2 }),
    ];
    expect(shown(await fewest(program({ x: 1, y: 1 }, unknowns), z3))).toEqual({ sum: '1' });
  });
  test('is small, also where it is negative', async () => {
    const free = { free: true };
    const [a, b, c] = [unknown('a', { x: 1 }, free), unknown('b', { x: 1, y: 1 }, free), unknown('c', { y: 1 }, free)];
    for (const unknowns of [
      [a, b, c],
      [b, c, a],
      [c, b, a],
    ])
      for (const right of [-3, 3])
        expect(shown(await solve(program({ x: right }, unknowns), z3))).toEqual({ a: `${right}` });
  });
  test('has a strict unknown where it has to', async () => {
    const unknowns = [unknown('a', { x: 1 }), unknown('b', { x: 1 }, { strict: true, weight: 5 })];
    expect(shown(await fewest(program({ x: 3 }, unknowns, true), z3))).toEqual({ b: '3' });
    expect(await fewest(program({ x: 3 }, [unknowns[0]!], true), z3)).toBeUndefined();
    const absurd = [unknown('a', { x: 1 }, { strict: true }), unknown('b', { x: -2 })];
    expect(shown(await fewest(program({}, absurd, true), z3))).toEqual({ a: '1', b: '1/2' });
  });
  test('is undefined where there is none, and where the solver does not say', async () => {
    const unknowns = [unknown('a', { x: 1, y: 1 }), unknown('b', { y: -1, z: 1 }), unknown('c', { z: -1 })];
    expect(await solve(program({ x: 1, y: 2 }, unknowns), z3)).toBeUndefined();
    for (const answer of [undefined, 'unknown', '(error "out of memory")', 'unsat', '']) {
      const says: Solver = { ...unasked, run: () => Promise.resolve(answer) };
      expect(await solve(program({ x: 1 }, unknowns), says)).toBeUndefined();
    }
  });
  test('needs no solver where there is nothing to solve', async () => {
    expect(await solve(program({}, []), unasked)).toEqual(new Map());
    expect(await solve(program({ x: 1 }, []), unasked)).toBeUndefined();
  });
});
