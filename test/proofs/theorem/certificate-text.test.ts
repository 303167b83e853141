import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certificate, NonnegativeTerm, ZeroTerm } from '../../../proofs/kernel/certificate.ts';
import { equal, type RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace, scalar, symbolicReading } from '../../../proofs/kernel/symbolic.ts';
import { parseCertificate } from '../../../proofs/theorem/certificate-text.ts';
import { describe as written } from '../../../proofs/theorem/words.ts';
import { toRational } from '../../../src/scalar/exact.ts';
import { compare } from '../../../src/scalar/rational.ts';
import { expression, formalVectors, NAMES, RUNS, read, smallRational } from '../kernel/expressions.ts';

const symbols = new Map(NAMES.map((name) => [name, scalar(name)]));
/** Quotients of polynomials; where one divides by zero, 1. */
const rationalFunction = expression.map((e): RationalFunction => {
  try {
    return read(symbolicReading, e, symbols);
  } catch (error) {
    if (error instanceof RangeError) return symbolicReading.one;
    throw error;
  }
});
const name = fc.oneof(
  fc.constantFrom('rate', 'A-(18)', 'A-(15), the middle', 'λ at most 1', 'a + b, over c', 'Π(x) is ‖small‖²'),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[[\]]/.test(text)),
);
const norm = fc
  .tuple(rationalFunction, rationalFunction)
  .map(([a, b]) => formalSpace.plus(formalSpace.scale(a, formalVectors[0]!), formalSpace.scale(b, formalVectors[1]!)));
const term: fc.Arbitrary<NonnegativeTerm | ZeroTerm> = fc.oneof(
  fc.record(
    { times: smallRational, facts: fc.array(name, { minLength: 1, maxLength: 3 }), square: rationalFunction, norm },
    { requiredKeys: [] },
  ),
  fc.record({ multiple: rationalFunction, of: name }),
);
const certificate: fc.Arbitrary<Certificate> = fc.record(
  {
    refuting: fc.constantFrom('acute', 'A-(23) is false'),
    scaled: fc.array(name, { minLength: 1, maxLength: 3 }),
    terms: fc.array(term, { maxLength: 4 }),
  },
  { requiredKeys: ['terms'] },
);

const same = (a: RationalFunction | undefined, b: RationalFunction | undefined): boolean =>
  a === undefined || b === undefined ? a === b : equal(a, b);
function sameTerm(a: NonnegativeTerm | ZeroTerm, b: NonnegativeTerm | ZeroTerm): boolean {
  if ('multiple' in a || 'multiple' in b) {
    return 'multiple' in a && 'multiple' in b && a.of === b.of && same(a.multiple, b.multiple);
  }
  const [u, v] = [a, b].map(({ norm }) => [...(norm ?? [])]);
  return (
    compare(toRational(a.times ?? 1), toRational(b.times ?? 1)) === 0 &&
    JSON.stringify(a.facts ?? []) === JSON.stringify(b.facts ?? []) &&
    same(a.square, b.square) &&
    u!.length === v!.length &&
    u!.every(([x, coefficient], i) => x === v![i]![0] && equal(coefficient, v![i]![1]))
  );
}

describe('the text of a certificate', () => {
  test('is read back as the certificate that it describes', () => {
    fc.assert(
      fc.property(certificate, (before) => {
        const after = parseCertificate(written(before));
        expect(after.refuting).toBe(before.refuting);
        expect(after.scaled ?? []).toEqual(before.scaled ?? []);
        expect(after.terms).toHaveLength(before.terms.length);
        expect(after.terms.every((each, i) => sameTerm(each, before.terms[i]!))).toBe(true);
      }),
      { numRuns: RUNS, seed: 9902 },
    );
  });
  test('is read as it is in the article of a proof', () => {
    const { scaled, terms } = parseCertificate(
      '1/2 [rate] [distance] + (x_1 - 2*tau) [sum] + 3 [near] (D - G)² + ‖theta - c‖² + ‖-2 u + 1/2 v - (D - G) w‖², over [rate]',
    );
    expect(scaled).toEqual(['rate']);
    expect(terms.map((each) => written({ terms: [each] }))).toEqual([
      '1/2 [rate] [distance]',
      '(-2*tau + x_1) [sum]',
      '3 [near] (D - G)²',
      '‖theta - c‖²',
      '‖-2 u + 1/2 v + (-D + G) w‖²',
    ]);
  });
  test.each([
    ['', 'at its end; give "‖"'],
    ['[near', 'give "]"'],
    ['near', 'cannot be read at "near"'],
    ['[near] and [far]', 'at " and [far]"; give " + " and a term'],
    ['[near] +[far]', 'at " +[far]"'],
    ['1/0 [near]', 'The fraction 1/0'],
    ['(x [near]', 'give ")"'],
    ['(x + ) [near]', 'give a number or a symbol'],
    ['(x)', 'give "²"'],
    ['(1 / 0) [near]', 'Division by an expression that is identically zero'],
    ['2 (x) [near]', 'give "²"'],
    ['‖(1) 7‖²', 'give the name of a vector'],
    ['‖7‖²', 'give " "'],
    ['‖1/0 u‖²', 'The fraction 1/0'],
    ['‖u + u‖²', 'give a vector other than u'],
    ['‖u * v‖²', 'at " * v'],
    ['‖‖²', 'give the name of a vector'],
    ['(x^101) [near]', 'give an exponent of at most 100'],
    [`(x^${'9'.repeat(400)}) [near]`, 'give an exponent of at most 100'],
    [`${'('.repeat(100_000)}x`, 'give at most 100 parentheses'],
    ['‖(1) u', 'at its end; give " + " or " - " and a vector, or "‖²"'],
    ['[near], over rate', 'give "["'],
    ['[near], over [rate] x', 'at " x"'],
    ['absurd otherwise [near]', 'give "]: "'],
  ])('%j is refused with a sentence', (text, says) => {
    expect(() => parseCertificate(text)).toThrow(RangeError);
    expect(() => parseCertificate(text)).toThrow(says);
  });
});
