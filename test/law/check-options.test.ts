import { describe, expect, test } from 'vitest';
import { type AnyLaw, checkLaw } from '../../properties/index.ts';
import { testLaws } from '../../properties/vitest.ts';
import { toyLaw } from './toy.ts';

const OPTIONS = { runs: 20, seed: 9902 };

/** Options as a program without types may give them. */
const check = (options: unknown): unknown => checkLaw(toyLaw(), options as typeof OPTIONS);

describe('a check refuses', () => {
  const wrong: readonly (readonly [options: unknown, says: string])[] = [
    [undefined, 'options is undefined; give at least { runs, seed }.'],
    [20, 'options is 20; give at least { runs, seed }.'],
    [{ seed: 1 }, 'runs is undefined; give a whole number, at least 1.'],
    ...[0, -1, 1.5, Number.NaN, 1 / 0, 2 ** 53].map(
      (runs) => [{ seed: 1, runs }, `runs is ${runs}; give a whole number, at least 1.`] as const,
    ),
    [{ seed: 1, runs: '10' }, 'runs is "10"; give a whole number, at least 1.'],
    [{ seed: 1, runs: {} }, 'runs is [object Object]; give a whole number, at least 1.'],
    [{ seed: 1, runs: null }, 'runs is null; give a whole number, at least 1.'],
    [{ seed: 1, runs: 10n }, 'runs is 10n; give a whole number, at least 1.'],
    [{ runs: 1 }, 'seed is undefined; give a whole number.'],
    [{ runs: 1, seed: Number.NaN }, 'seed is NaN; give a whole number.'],
    [{ runs: 1, seed: 0.5 }, 'seed is 0.5; give a whole number.'],
    [{ runs: 1, seed: 'random' }, 'seed is "random"; give a whole number.'],
    [{ ...OPTIONS, shard: '2/4' }, 'shard is "2/4"; give { index, of } with 1 ≤ index ≤ of.'],
    [{ ...OPTIONS, shard: null }, 'shard is null; give { index, of } with 1 ≤ index ≤ of.'],
    [
      { ...OPTIONS, shard: { index: 0, of: 0 } },
      'shard is { index: 0, of: 0 }; give { index, of } with 1 ≤ index ≤ of.',
    ],
    [
      { ...OPTIONS, shard: { index: 5, of: 2 } },
      'shard is { index: 5, of: 2 }; give { index, of } with 1 ≤ index ≤ of.',
    ],
    [
      { ...OPTIONS, shard: { index: 0, of: 2 } },
      'shard is { index: 0, of: 2 }; give { index, of } with 1 ≤ index ≤ of.',
    ],
    [
      { ...OPTIONS, shard: { index: 1, of: 2.5 } },
      'shard is { index: 1, of: 2.5 }; give { index, of } with 1 ≤ index ≤ of.',
    ],
    [
      { ...OPTIONS, shard: { index: 1 } },
      'shard is { index: 1, of: undefined }; give { index, of } with 1 ≤ index ≤ of.',
    ],
    [{ ...OPTIONS, timeLimit: Number.NaN }, 'timeLimit is NaN; give seconds, at least 0.'],
    [{ ...OPTIONS, timeLimit: -1 }, 'timeLimit is -1; give seconds, at least 0.'],
    [{ ...OPTIONS, timeLimit: '5' }, 'timeLimit is "5"; give seconds, at least 0.'],
    [{ ...OPTIONS, deadline: Number.NaN }, 'deadline is NaN; give milliseconds, as Date.now() counts.'],
    [{ ...OPTIONS, deadline: new Date(0) }, 'deadline is [object Date]; give milliseconds, as Date.now() counts.'],
    [{ ...OPTIONS, stored: { numbers: [1] } }, 'stored is [object Object]; give a list of instances.'],
    [{ ...OPTIONS, witnesses: {} }, 'witnesses is [object Object]; give a Map.'],
    [{ ...OPTIONS, onProgress: true }, 'onProgress is true; give a function.'],
  ];
  test.each(wrong.map(([options, says]) => [says, options] as const))('%s', (says, options) => {
    expect(() => check(options)).toThrow(new RangeError(says));
  });

  test('what is no law, such as one that was not found', () => {
    const [missing] = [toyLaw()].filter(({ id }) => id === 'toy.lore');
    const says = 'law is [object Object]; give a law, such as one of laws.';
    expect(() => checkLaw({ ...missing, float64: {} } as unknown as AnyLaw, OPTIONS)).toThrow(new RangeError(says));
    expect(() => checkLaw(missing as unknown as AnyLaw, OPTIONS)).toThrow('law is undefined; give a law');
  });
});

test('a check refuses an implementation that its law does not judge', () => {
  const says =
    'law is toy.law, which judges no implementation, and has one in doubles; give that to a law with a subject.';
  const algebra = { ...toyLaw(), float64: 'in doubles' };
  expect(() => checkLaw(algebra, OPTIONS)).toThrow(new RangeError(says));
  expect(() => testLaws([algebra])).toThrow(new RangeError(says));
  expect(checkLaw({ ...algebra, subject: 'toy' }, OPTIONS)).toMatchObject({ verdict: 'holds', float64: { cases: 5 } });
});

test('a check takes all that it documents', () => {
  const { verdict } = checkLaw(toyLaw(), {
    runs: 40,
    seed: -1,
    shard: { index: 1, of: 2 },
    timeLimit: Number.POSITIVE_INFINITY,
    deadline: Number.POSITIVE_INFINITY,
    stored: [{ numbers: [1] }],
    witnesses: new Map(),
    onProgress: () => {},
  });
  expect(verdict).toBe('holds');
  const absent = { shard: undefined, timeLimit: undefined, deadline: undefined, stored: undefined } as object;
  expect(
    checkLaw(toyLaw(), { ...OPTIONS, ...absent, witnesses: undefined, onProgress: undefined } as never),
  ).toMatchObject({
    verdict: 'holds',
    cases: 20,
  });
});

test('laws as tests refuse the same, before any is registered', () => {
  const register = (options: unknown) => () => testLaws([toyLaw()], options as { runs: number });
  expect(register({ runs: 0 })).toThrow(new RangeError('runs is 0; give a whole number, at least 1.'));
  expect(register({ runs: Number.NaN })).toThrow(new RangeError('runs is NaN; give a whole number, at least 1.'));
  expect(register({ seed: '1' })).toThrow(new RangeError('seed is "1"; give a whole number.'));
  expect(register(100)).toThrow(new RangeError('options is 100; give { runs, seed }, or none.'));
  expect(() => testLaws([undefined as unknown as AnyLaw])).toThrow('law is undefined; give a law');
});

describe('a shard without a case', () => {
  const empty = { runs: 5, seed: 9902, shard: { index: 2, of: 1000 } };

  test('is incomplete, whatever is expected of the law', () => {
    for (const expects of ['holds', 'refuted', 'conjectured'] as const) {
      expect(checkLaw(toyLaw({ expects }), empty)).toMatchObject({ verdict: 'incomplete', cases: 0, asked: 0 });
    }
  });

  test('has all instances of a law about finitely many', () => {
    const instances = { ...toyLaw().instances, all: [{ numbers: [1] }] } as never;
    expect(checkLaw(toyLaw({ instances }), empty)).toMatchObject({ verdict: 'holds', cases: 1 });
  });
});
