import { describe, expect, test } from 'vitest';
import type { Argument } from '../../../proofs/kernel/argument.ts';
import type { Reader } from '../../../proofs/kernel/cases.ts';
import { induction } from '../../../proofs/kernel/induction.ts';
import { checkObligation } from '../../../proofs/kernel/obligation.ts';
import type { RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace as F, scalar, symbolicReading, vector } from '../../../proofs/kernel/symbolic.ts';
import { nonnegative, positive, zero } from '../../../proofs/theorem/statements.ts';
import { ONE, Rational, ZERO } from '../../../src/scalar/rational.ts';

// Ways to prove what is false by changing what the kernel hands out, or by remembering it. None may succeed.

const [x, y] = [scalar('x'), scalar('y')];
const proofOf = (argue: (reader: Reader) => Argument) => () => checkObligation({ name: 'x', argue });
const trivially = (goal: Argument['steps'][number] & { goal: unknown }) => ({ assumes: [], steps: [goal] });
const FROZEN = /read only|not extensible|read-only|has only a getter/;

describe('what is handed to a text cannot be changed:', () => {
  test('what an expression was divided by', () => {
    const inverse = F.div(F.one, x);
    expect(() => Object.assign(inverse.nonzero, { length: 0 })).toThrow(FROZEN);
    expect('clear' in inverse.nonzero).toBe(false);
    const by = { refuting: 'no', terms: [{ facts: ['no'], square: inverse }, {}] };
    const proof = proofOf(() => trivially({ goal: positive('x² > 0', F.square(x)), by }));
    expect(proof()[0]!.nonzero.map(String)).toEqual(['x']);
  });
  test('its reader', () => {
    const by = { terms: [{ facts: ['lie'] }] };
    const lie = proofOf((reader) => {
      reader.facts = () => [nonnegative('lie', x)];
      return trivially({ goal: nonnegative('x', x), by });
    });
    expect(lie).toThrow(FROZEN);
    expect(
      proofOf((reader) => Object.assign(reader, { path: () => '' }) && trivially({ goal: zero('0', F.zero) })),
    ).toThrow(FROZEN);
  });
  test('what a decision says', () => {
    const argue = (reader: Reader): Argument => {
      reader.atLeast(x, y);
      Object.assign(reader.facts()[0]!, { value: F.sub(x, F.one) });
      return trivially({ goal: nonnegative('x ≥ 1', F.sub(x, F.one)), by: { terms: [{ facts: ['case 1'] }] } });
    };
    expect(proofOf(argue)).toThrow(FROZEN);
  });
  test('the option that a certificate is asked for', () => {
    const argue = (reader: Reader): Argument => {
      const { max } = reader.forced((option) => {
        Object.assign(option, { value: F.zero });
        return { terms: [] };
      });
      return trivially({ goal: zero('the largest is x', F.sub(max(x, y), x)) });
    };
    expect(proofOf(argue)).toThrow(FROZEN);
  });
  test('the invariant of an induction', () => {
    const [, step] = induction({
      invariant: (_, state: { readonly x: RationalFunction }) => nonnegative('invariant', state.x),
      before: () => ({ x }),
      base: { first: () => ({ state: { x: F.zero }, assumes: [] }) },
      step: { next: (_, before) => ({ state: before, assumes: [], by: { terms: [{ facts: ['invariant'] }] } }) },
    });
    const [path] = checkObligation(step!);
    expect(path!.result.assumes).toHaveLength(1);
    const argue = (reader: Reader): Argument => {
      const argument = step!.argue(reader);
      Object.assign(argument.assumes[0]!, { value: F.zero });
      return argument;
    };
    expect(proofOf(argue)).toThrow(FROZEN);
  });
  test.each([
    ['formal vectors', F],
    ['symbols', symbolicReading],
    ['the vectors of a reader', undefined],
    ['its coordinates', undefined],
    ['what it is forced with', undefined],
  ])('the algebra of %s', (name, algebra) => {
    const change = (each: object | undefined) => () => Object.assign(each!, { squaredNorm: () => F.of(-1) });
    if (algebra !== undefined) expect(change(algebra)).toThrow(FROZEN);
    else {
      const argue = (reader: Reader): Argument => {
        const { F: vectors, coordinates } = reader;
        const forced = reader.forced(() => undefined);
        change(name.includes('vectors') ? vectors : name.includes('forced') ? forced : coordinates)();
        return trivially({ goal: zero('0', F.zero) });
      };
      expect(proofOf(argue)).toThrow(FROZEN);
    }
    expect(`${F.squaredNorm(vector('u'))}`).toBe('⟨u,u⟩');
  });
  test('the numbers of a polynomial, and those that all share', () => {
    const twice = F.mul(F.of(2), x);
    expect(`${twice}`).toBe('2*x');
    const [term] = [...twice.numerator.terms.values()];
    for (const number of [term!.coefficient, ZERO, ONE]) {
      expect(() => Object.assign(number, { numerator: -2n })).toThrow(FROZEN);
    }
    expect(() => Object.assign(Rational.prototype, { toString: () => '1' })).toThrow(FROZEN);
  });
});

describe('a text', () => {
  test('that remembers what it was told is refused, and stays refused', () => {
    let largest: RationalFunction | undefined;
    const argue = (reader: Reader): Argument => {
      largest ??= reader.F.max(x, y);
      return trivially({ goal: zero('the largest is x', F.sub(largest, x)) });
    };
    for (const _ of [1, 2, 3]) expect(proofOf(argue)).toThrow('decide the same when it is read again');
  });
  test('has to take the same roots on all paths on which it is told the same', () => {
    let root: RationalFunction | undefined;
    const argue = (reader: Reader): Argument => {
      root ??= reader.F.sqrt(x);
      reader.atLeast(x, y);
      return trivially({ goal: zero('√x is √y', reader.path() === '0' ? F.zero : F.sub(root, reader.F.sqrt(y))) });
    };
    expect(proofOf(argue)).toThrow('decide the same when it is read again');
  });
  test('cannot ask about an expression under the name of another', () => {
    const disguised = new Proxy(y, { get: (_, key) => (key === 'toString' ? () => 'x' : Reflect.get(y, key)) });
    const argue = ({ F: { sqrt, sign } }: Reader): Argument => {
      const same = F.sub(sqrt(x), sqrt(disguised));
      const signs = sign(x) === sign(disguised);
      return trivially({ goal: zero('√x is √y', signs ? same : F.zero) });
    };
    expect(proofOf(argue)).toThrow('does not expand to its goal');
    const told: string[] = [];
    proofOf((reader) => {
      told.push(`${reader.F.sign(x)} ${reader.F.sign(disguised)}`);
      return trivially({ goal: zero('0', F.zero) });
    })();
    expect(told).toHaveLength(9);
  });
});
