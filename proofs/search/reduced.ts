import type { Certificate, Known, NonnegativeTerm, ZeroTerm } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import { constantValue } from '../kernel/polynomial.ts';
import { fromPolynomial, type RationalFunction } from '../kernel/rational-function.ts';
import { exactQuotient } from './fractions.ts';

/** a / b where both are polynomials, and the quotient is one. */
function quotient(a: RationalFunction, b: RationalFunction): RationalFunction | undefined {
  const whole = [a, b].every(({ denominator }) => `${constantValue(denominator)}` === '1');
  const polynomial = whole ? exactQuotient(a.numerator, b.numerator) : undefined;
  return polynomial && fromPolynomial(polynomial);
}

/** A term without a fact as a factor; undefined where it has no such factor. */
function without(term: NonnegativeTerm | ZeroTerm, { name, value }: Fact): NonnegativeTerm | ZeroTerm | undefined {
  if ('multiple' in term) {
    const multiple = quotient(term.multiple, value);
    return multiple && { ...term, multiple };
  }
  const { facts = [], ...others } = term;
  const at = facts.indexOf(name);
  if (at < 0) return undefined;
  return facts.length === 1 ? others : { ...others, facts: facts.toSpliced(at, 1) };
}

/** The certificate without the facts that the goal is multiplied by and every term has as a factor. */
export function reduced(certificate: Certificate, known: Known): Certificate {
  const { scaled = [], terms, ...others } = certificate;
  for (const [i, name] of scaled.entries()) {
    const fact = known.get(name);
    const left = terms.map((term) => fact && without(term, fact)).filter((term) => term !== undefined);
    const rest = scaled.toSpliced(i, 1);
    if (left.length < terms.length) continue;
    return reduced({ ...others, ...(rest.length > 0 && { scaled: rest }), terms: left }, known);
  }
  return certificate;
}
