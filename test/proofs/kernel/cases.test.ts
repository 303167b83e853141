import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Because, paths, type Reader } from '../../../proofs/kernel/cases.ts';
import { NotProved, showFact } from '../../../proofs/kernel/fact.ts';
import { equal, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { scalar, scalars, symbolicReading, vector } from '../../../proofs/kernel/symbolic.ts';
import { holds, valuesIn } from '../../../proofs/theorem/model.ts';
import { projectOntoSimplex } from '../../../src/convex/simplex.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { compare } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { sortDescending } from '../../../src/scalar/sort.ts';
import { RUNS, smallRational } from './expressions.ts';

const [a, b] = [scalar('a'), scalar('b')];
const double = (value: RationalFunction) => symbolicReading.mul(symbolicReading.of(2), value);
const shown = (read: (reader: Reader) => unknown) =>
  paths(read).map(({ key, facts, result }) => [key, facts.map(showFact).join(', '), `${result}`]);

describe('a decision is taken each way', () => {
  test('max and min', () => {
    expect(shown(({ F }) => F.max(a, b))).toEqual([
      ['0', 'a - b >= 0', 'a'],
      ['1', '-a + b >= 0', 'b'],
    ]);
    expect(shown(({ F }) => F.min(a, b)).map(([, , result]) => result)).toEqual(['b', 'a']);
  });
  test('signs and comparisons', () => {
    expect(shown(({ F }) => F.sign(a))).toEqual([
      ['0', 'a > 0', '1'],
      ['1', 'a = 0', '0'],
      ['2', '-a > 0', '-1'],
    ]);
    expect(shown(({ coordinates }) => coordinates.compare(a, b)).map(([, , result]) => result)).toEqual([
      '1',
      '0',
      '-1',
    ]);
  });
  test('clamp and abs', () => {
    expect(shown(({ F }) => F.clamp(F.of(0), a, F.of(1))).map(([key, , result]) => [key, result])).toEqual([
      ['00', '0'],
      ['01', 'a'],
      ['1', '1'],
    ]);
    expect(shown(({ F }) => F.abs(a)).map(([, , result]) => result)).toEqual(['a', '-a']);
  });
  test('once: the same question later has the same answer, and constants ask none', () => {
    expect(shown(({ F }) => F.add(F.max(a, b), F.min(a, b))).map(([, , result]) => result)).toEqual(['a + b', 'a + b']);
    expect(shown(({ F }) => F.max(F.of(1), F.of(2)))).toEqual([['', '', '2']]);
  });
  test('what a compared number was divided by is remembered', () => {
    const [first] = paths(({ F }) => F.max(F.div(F.one, a), b));
    expect(first!.nonzero.map(String)).toEqual(['a']);
  });
});

describe('a decision that is forced', () => {
  /** Twice what has been decided first. */
  const twice =
    ({ facts }: Reader): Because =>
    ({ relation, value }) => {
      const [first] = facts();
      const follows = relation === first?.relation && equal(value, double(first.value));
      return follows ? { terms: [{ times: 2, facts: ['case 1'] }] } : undefined;
    };

  test('does not fork', () => {
    const largest = (reader: Reader) => {
      reader.atLeast(a, b);
      return reader.forced(twice(reader)).max(double(a), double(b));
    };
    expect(shown(largest)).toEqual([
      ['0', 'a - b >= 0', '2*a'],
      ['1', '-a + b >= 0', '2*b'],
    ]);
    const sign = (reader: Reader) => [reader.F.sign(a), reader.forced(twice(reader)).sign(double(a))];
    expect(paths(sign).map(({ result }) => result)).toEqual([
      [1, 1],
      [0, 0],
      [-1, -1],
    ]);
  });
  test('stays decided, for any reading', () => {
    const again = (reader: Reader) => {
      reader.atLeast(a, b);
      reader.forced(twice(reader)).max(double(a), double(b));
      return reader.F.min(double(a), double(b));
    };
    expect(shown(again).map(([key, , result]) => [key, result])).toEqual([
      ['0', '2*b'],
      ['1', '2*a'],
    ]);
  });
  test('forks where nothing is proved', () => {
    const other = (reader: Reader) => {
      reader.atLeast(a, b);
      return reader.forced(twice(reader)).max(a, double(b));
    };
    expect(paths(other).map(({ key }) => key)).toEqual(['00', '01', '10', '11']);
  });
  test.each<[string, Because, string]>([
    ['expands to something else', () => ({ terms: [] }), 'does not expand to its goal'],
    ['has a negative multiplier', () => ({ terms: [{ times: -2, facts: ['case 1'] }] }), 'may not be negative'],
    ['uses what is not known', () => ({ terms: [{ facts: ['case 2'] }] }), 'neither assumed nor proved'],
  ])('is refused when its certificate %s', (_, because, message) => {
    const read = (reader: Reader) => {
      reader.atLeast(b, a);
      return reader.forced(because).max(double(a), double(b));
    };
    expect(() => paths(read)).toThrow(NotProved);
    expect(() => paths(read)).toThrow(message);
  });
});

describe('a root', () => {
  test('is a new symbol with its square, the same one for the same number', () => {
    const read = ({ F }: Reader) => F.sub(F.norm(vector('u')), F.sqrt(F.squaredNorm(vector('u'))));
    expect(shown(read)).toEqual([['', '√1 >= 0, √1^2 - ⟨u,u⟩ = 0', '0']]);
  });
  test('of a square constant is a constant', () => {
    expect(shown(({ F }) => F.sqrt(F.of(9)))).toEqual([['', '', '3']]);
  });
});

describe('a stand-in', () => {
  test('is read as a symbol', () => {
    expect(shown(({ F, number, point }) => F.add(F.of(number('r')), F.squaredNorm(F.vector(point('c')))))).toEqual([
      ['', '', 'r + ⟨c,c⟩'],
    ]);
  });
  test('has no value of its own', () => {
    paths(({ F, coordinates, number, point }) => {
      expect(() => `${number('r')}`).toThrow('The value of a stand-in for a number');
      expect(() => F.of(point('c')[0]!)).toThrow('The value of a stand-in for a number');
      expect(() => F.vector([1, 2])).toThrow('A vector of coordinates');
      expect(`${coordinates.vector([number('r')])}`).toBe('r');
    });
  });
});

// Every point takes a path, and there the path computes what the text does.
const agrees = (text: <S>(F: Algebra<S>, x: readonly S[]) => readonly S[], d: number) => {
  const all = paths(({ coordinates }): readonly RationalFunction[] => text(coordinates, scalars('x', d)));
  fc.assert(
    fc.property(fc.array(smallRational, { minLength: d, maxLength: d }), (x) => {
      const valueAt = valuesIn(Object.fromEntries(x.map((xi, i) => [`x_${i + 1}`, xi])));
      const taken = all.filter(({ facts }) => facts.every((fact) => holds(fact, valueAt)));
      const direct = text(rationalReading, x);
      expect(taken.length).toBeGreaterThan(0);
      for (const { result } of taken) {
        expect(result.map(valueAt).every((value, i) => compare(value, direct[i]!) === 0)).toBe(true);
      }
    }),
    { seed: 20231219, numRuns: RUNS },
  );
};

describe('the paths leave nothing out', () => {
  test('sorting three numbers', () => agrees(sortDescending, 3));
  test('projecting onto a triangle', () => agrees((F, x) => projectOntoSimplex(F, F.one, x), 2));
});

test('a text with too many paths is refused', () => {
  expect(() => paths(({ F }) => scalars('x', 12).map((x) => F.abs(x)))).toThrow('more than 2048 paths');
});
