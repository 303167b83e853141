import { describe, expect, test } from 'vitest';
import { type Argument, checkArgument, type Rule } from '../../../proofs/kernel/argument.ts';
import { paths, type Reader } from '../../../proofs/kernel/cases.ts';
import { type Certificate, certify, type NonnegativeTerm } from '../../../proofs/kernel/certificate.ts';
import type { Fact } from '../../../proofs/kernel/fact.ts';
import { NotProved } from '../../../proofs/kernel/fact.ts';
import { induction } from '../../../proofs/kernel/induction.ts';
import { checkObligation } from '../../../proofs/kernel/obligation.ts';
import * as polynomial from '../../../proofs/kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace as F, type FormalVector, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { nonnegative, positive, zero } from '../../../proofs/theorem/statements.ts';
import { Rational } from '../../../src/scalar/rational.ts';

// Ways to prove what is false with nothing but what the types allow. None may succeed.

const [x, y] = [scalar('x'), scalar('y')];
const minusOne = nonnegative('-1', F.of(-1));
const certified = (goal: Fact, by: Certificate, facts: readonly Fact[] = []) =>
  certify(goal, new Map(facts.map((fact) => [fact.name, fact])), by);

/** A list that is another one from the second reading on. */
function fickle<X>(first: readonly X[], later: readonly X[]): readonly X[] {
  let reads = 0;
  return Object.assign([...first], { [Symbol.iterator]: () => (reads++ === 0 ? first : later).values() });
}

describe('numbers', () => {
  test('with a negative denominator are negative', () => {
    expect(() => certified(minusOne, { terms: [{ times: new Rational(1n, -1n) }] })).toThrow('may not be negative');
    expect(`${F.of(new Rational(1n, -2n))}`).toBe('-1/2');
  });
  test('without a value are refused', () => {
    for (const times of [Number.NaN, Number.POSITIVE_INFINITY, new Rational(1n, 0n), new Rational(0n, 0n)]) {
      expect(() => certified(minusOne, { terms: [{ times }] })).toThrow(RangeError);
    }
  });
});

describe('exponents', () => {
  test('that are too large to be exact are refused', () => {
    let power = x;
    for (let i = 0; i < 52; i++) power = F.square(power);
    expect(() => F.mul(F.square(power), x)).toThrow('is in no polynomial');
  });
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no exponent of a polynomial', (exponent) => {
    const term = { coefficient: new Rational(1n, 1n), powers: [['x', exponent]] as const };
    expect(() => polynomial.over(polynomial.symbol('y'), term)).toThrow(RangeError);
    expect(() => polynomial.over(polynomial.constant(new Rational(1n, 1n)), term)).toThrow(RangeError);
  });
});

describe('expressions', () => {
  test('are made by the kernel only, and stay as they are', () => {
    const half = { terms: new Map([['x', { coefficient: new Rational(1n, 1n), powers: [['x', 0.5]] as const }]]) };
    // @ts-expect-error what is not made by the kernel is not a polynomial
    const forged: polynomial.Polynomial = half;
    // @ts-expect-error a part of one that is not made by the kernel either
    const denominated: RationalFunction = { ...x, denominator: polynomial.constant(new Rational(0n, 1n)) };
    expect([forged, denominated]).toHaveLength(2);
    expect([x, x.numerator].every(Object.isFrozen)).toBe(true);
    const liar = new Proxy(x, { get: (_, key) => Reflect.get(y, key) });
    expect(() => certified(nonnegative('x', x), { terms: [{ square: liar }] })).toThrow(TypeError);
  });
});

describe('what is read more than once', () => {
  test('is a list of facts whose signs are those of its values', () => {
    const facts = [positive('one', F.one), nonnegative('x', x), zero('nothing', F.zero)];
    const terms = [{ facts: fickle(['x'], ['one']) }];
    expect(() => certified(positive('x > 0', x), { terms }, facts)).toThrow('>= 0 only');
  });
  test('is every term', () => {
    class Silent extends Array<NonnegativeTerm> {
      override map<U>(): U[] {
        return ['> 0' as U];
      }
    }
    expect(() => certified(positive('0', F.zero), { terms: new Silent() })).toThrow('>= 0 only');
  });
  test('is the vector of a norm', () => {
    const [u, v] = [vector('u'), vector('v')];
    class Fickle extends Map<string, RationalFunction> {
      #reads = 0;
      override *[Symbol.iterator](): MapIterator<[string, RationalFunction]> {
        yield* [...(this.#reads++ === 0 ? u : v)];
      }
    }
    expect(() => certified(nonnegative('⟨u,v⟩', F.dot(u, v)), { terms: [{ norm: new Fickle() }] })).toThrow(NotProved);
  });
  test('is a hypothesis, which is told as it was used', () => {
    let reads = 0;
    const assumption: Fact = {
      name: 'x',
      relation: '>= 0',
      get value() {
        return reads++ === 0 ? F.sub(x, F.one) : x;
      },
    };
    const goal = nonnegative('x at least 1', F.sub(x, F.one));
    const { result } = checkArgument({ assumes: [assumption], steps: [{ goal, by: { terms: [{ facts: ['x'] }] } }] });
    expect(`${result.assumes[0]!.value}`).toBe('-1 + x');
  });
  test('is a goal', () => {
    let reads = 0;
    const goal: Fact = {
      name: 'goal',
      relation: '>= 0',
      get value() {
        return reads++ === 0 ? F.zero : F.of(-1);
      },
    };
    expect(`${certified(goal, { terms: [] }).value}`).toBe('0');
  });
  test('is a list of rules', () => {
    const rule = (name: string, value: RationalFunction): Rule => ({
      ...{ name, says: name, given: [] },
      yields: nonnegative('', value),
    });
    const rules = fickle([rule('told', F.one)], [rule('used', F.of(-1))]);
    const steps = [{ rule: 'used', at: F.zero, gives: 'false' }];
    const result = (): readonly string[] => {
      const checked = checkArgument({ assumes: [], rules, steps });
      return (checked.result.rules ?? []).map(({ name }) => name);
    };
    expect(result).toThrow('no rule "used"');
  });
  test('is what a rule says', () => {
    const [lambda, condition] = [scalar('lambda'), nonnegative('condition', scalar('lambda'))];
    const at = (number: RationalFunction) => {
      let reads = 0;
      const rule: Rule = {
        ...{ name: 'rule', says: 'λ ≥ 0 for λ ≥ 0', given: fickle([condition], []) },
        get yields() {
          return nonnegative('', reads++ === 0 ? lambda : F.of(-1));
        },
      };
      const known = { goal: nonnegative('known', F.one), by: { terms: [{ times: 1 }] } };
      const steps = [known, { rule: 'rule', at: number, gives: 'used' }];
      const { result, conclusions } = checkArgument({ assumes: [], rules: [rule], steps });
      return [...result.rules!, ...result.rules!].map(({ yields }) => yields).concat(conclusions);
    };
    expect(at(F.one).map(({ value }) => `${value}`)).toEqual(['lambda', 'lambda', '1']);
    expect(() => at(F.of(-1))).toThrow('without a proof of -1 >= 0');
  });
});

describe('a text that is read again', () => {
  const claim = nonnegative('x', x);
  test('has to decide the same', () => {
    let reads = 0;
    const argue = (reader: Reader): Argument => {
      if (reads++ === 0) reader.atLeast(x, F.zero);
      else reader.atLeast(F.zero, x);
      return { assumes: [], steps: [{ goal: claim, by: { terms: [{ facts: ['case 1'] }] } }] };
    };
    expect(() => checkObligation({ name: 'x', argue })).toThrow('decide the same when it is read again');
  });
  test('has to decide at all', () => {
    let largest: RationalFunction | undefined;
    const remembered = ({ F }: Reader): RationalFunction => {
      largest ??= F.max(x, y);
      return largest;
    };
    expect(() => paths(remembered)).toThrow('decide the same when it is read again');
  });
  test('is read with a reader of its own', () => {
    let first: Reader | undefined;
    const argue = (reader: Reader): Argument => {
      reader.atLeast(x, y);
      first ??= reader;
      const goal = zero('the largest is x', F.sub(first.F.max(x, y), x));
      return { assumes: [], steps: [{ goal, by: { terms: [] } }] };
    };
    expect(() => checkObligation({ name: 'x', argue })).toThrow('while its path is read, and not after it');
    const later = (text: (reader: Reader) => unknown) => paths((reader) => () => text(reader))[0]!.result;
    expect(later(({ F }) => F.sqrt(x))).toThrow(NotProved);
    expect(later(({ F }) => F.sign(F.div(x, x)))).toThrow(NotProved);
  });
});

describe('the state before a step', () => {
  const first = () => ({ state: { x: F.zero }, assumes: [], by: { terms: [] } });
  const invariant = (_: Reader, state: { readonly x: RationalFunction }): Fact =>
    nonnegative('invariant', F.neg(F.square(state.x)));
  const next = () => ({ state: { x: F.one }, assumes: [], by: { terms: [{ facts: ['invariant'] }] } });
  test('is the one that was seen to be free', () => {
    let reads = 0;
    const before = () => ({
      get x() {
        return reads++ === 0 ? x : F.one;
      },
    });
    const [, step] = induction({ invariant, before, base: { first }, step: { next } });
    expect(() => checkObligation(step!)).toThrow('does not expand to its goal');
  });
  test('is the one of which the invariant is assumed', () => {
    const [u, d] = [new Map(vector('u')), vector('d')];
    const size = (_: Reader, state: { readonly u: FormalVector }) =>
      nonnegative('invariant', F.sub(F.squaredNorm(d), F.squaredNorm(state.u)));
    const [, step] = induction<{ readonly u: FormalVector }>({
      invariant: size,
      before: () => ({ u }),
      base: { first: () => ({ state: { u: d }, assumes: [] }) },
      step: {
        next: () => {
          u.clear();
          return { state: { u: d }, assumes: [] };
        },
      },
    });
    expect(checkObligation(step!)[0]!.result.assumes.map(({ value }) => `${value}`)).toEqual(['⟨d,d⟩ - ⟨u,u⟩']);
  });
});

describe('the state of an induction', () => {
  const [a, b, u] = [vector('a'), vector('b'), vector('u')];
  test('is the one that is claimed something of', () => {
    class Fickle extends Map<string, RationalFunction> {
      #reads = 0;
      override [Symbol.iterator]() {
        return (this.#reads++ === 0 ? a : b)[Symbol.iterator]() as MapIterator<[string, RationalFunction]>;
      }
    }
    const [base] = induction({
      invariant: (_, state: { readonly u: FormalVector }) =>
        nonnegative('invariant', F.sub(F.squaredNorm(state.u), F.one)),
      before: () => ({ u }),
      base: {
        first: () => ({
          state: { u: new Fickle() },
          assumes: [nonnegative('given', F.sub(F.dot(a, b), F.one))],
          by: { terms: [{ facts: ['given'] }] },
        }),
      },
      step: { next: (_, state) => ({ state, assumes: [], by: { terms: [{ facts: ['invariant'] }] } }) },
    });
    expect(() => checkObligation(base!)).toThrow(NotProved);
  });
  test('has every entry in every state', () => {
    const [, step] = induction<Record<string, RationalFunction>>({
      invariant: (_, state) => nonnegative('invariant', state.x!),
      before: () => ({ x }),
      base: { first: () => ({ state: { x: F.zero }, assumes: [] }) },
      step: {
        next: (_, state) => ({
          state: { X: F.sub(state.x!, F.one) },
          assumes: [],
          by: { terms: [{ facts: ['invariant'] }] },
        }),
      },
    });
    expect(() => checkObligation(step!)).toThrow('A state lacks an entry.');
  });
});

describe('the invariant of an induction', () => {
  /** x ≥ 5 of a run that begins at 0 and goes up by 1. */
  const fromZero = (invariant: (_: Reader, state: { readonly x: RationalFunction }) => Fact) =>
    induction({
      invariant,
      before: () => ({ x }),
      base: { first: () => ({ state: { x: F.zero }, assumes: [], by: { terms: [] } }) },
      step: {
        next: (_, before) => ({
          state: { x: F.add(before.x, F.one) },
          assumes: [],
          by: { terms: [{ facts: ['invariant'] }, {}] },
        }),
      },
    });
  const atLeastFive = (at: RationalFunction) => nonnegative('invariant', F.sub(at, F.of(5)));
  test.each<[string, (reads: number, at: RationalFunction) => Fact]>([
    ['every second time', (reads, at) => (reads % 2 === 0 ? nonnegative('invariant', F.zero) : atLeastFive(at))],
    ['at first', (reads, at) => (reads === 0 ? nonnegative('invariant', F.zero) : atLeastFive(at))],
    ['where x is 0', (_, at) => (`${at}` === '0' ? nonnegative('invariant', F.zero) : atLeastFive(at))],
  ])('is of every state what it is of any, even where it says nothing %s', (_, text) => {
    let reads = 0;
    const prove = () => fromZero((__, state) => text(reads++, state.x)).map((each) => checkObligation(each));
    const refused = (() => {
      try {
        return prove()
          .flat()
          .every(({ conclusions }) => !`${conclusions[0]?.value}`.includes('5'))
          ? 'says nothing'
          : '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(refused).toMatch(/does not expand to its goal|says nothing/);
  });
});

describe('names of what every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  test.each(names)('%s is a symbol, a vector and a fact like any other', (name) => {
    expect(`${F.sub(scalar(name), x)}`).toContain(name);
    expect(`${F.squaredNorm(vector(name))}`).toBe(`⟨${name},${name}⟩`);
    expect(() => certified(nonnegative('x', x), { terms: [{ facts: [name] }] })).toThrow('neither assumed nor proved');
    const fact = nonnegative(name, scalar(name));
    expect(certified({ ...fact, name: 'goal' }, { terms: [{ facts: [name] }] }, [fact]).name).toBe('goal');
  });
});

test('what was divided by is not shown to be nonzero by what assumes it', () => {
  const quotient = F.div(x, x);
  const steps = [{ goal: positive('one', quotient), by: { terms: [{}] } }];
  expect(checkArgument({ assumes: [], steps }).nonzero.map(String)).toEqual(['x']);
  const inverse = fromPolynomial(polynomial.symbol('x'));
  const both = [...steps, { goal: positive('square', F.mul(quotient, F.square(inverse))), by: { terms: [{}] } }];
  expect(() => checkArgument({ assumes: [], steps: both })).toThrow(NotProved);
});
