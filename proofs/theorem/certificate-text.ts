import { type Rational, rational } from '../../src/scalar/rational.ts';
import type { Certificate, NonnegativeTerm, ZeroTerm } from '../kernel/certificate.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import type { FormalVector } from '../kernel/symbolic.ts';
import { Reading } from './expression-text.ts';

const TIMES = /-?\d+(?:\/\d+)?/y;

/**
 * The certificate that a text stands for, in the form that `describe` writes: `1/2 [near] + (x - y) [sum], over [rate]`.
 * No proof rests on it: whatever it makes of a text, the kernel checks.
 * @throws RangeError saying where the text cannot be read.
 */
export function parseCertificate(text: string): Certificate {
  const reading = new Reading(text);
  const refuting = reading.accept('absurd otherwise [') ? reading.upTo(']: ') : undefined;
  const terms: (NonnegativeTerm | ZeroTerm)[] = [];
  if (!reading.accept('identically')) {
    do terms.push(term(reading));
    while (reading.accept(' + '));
  }
  const scaled = reading.accept(', over ') ? names(reading) : [];
  if (!reading.ended) reading.fail('" + " and a term, ", over " and positive facts, or nothing more');
  return { ...(refuting !== undefined && { refuting }), ...(scaled.length > 0 && { scaled }), terms };
}

/** `[near] [rate]`. */
function names(reading: Reading): readonly string[] {
  const found: string[] = [];
  do {
    reading.expect('[');
    found.push(reading.upTo(']'));
  } while (reading.next(' [') && reading.accept(' '));
  return found;
}

/** `1/2 [near] (x - y)² ‖(1) u + (-1) v‖²`, any of which may be missing, or `(x - y) [sum]`. */
function term(reading: Reading): NonnegativeTerm | ZeroTerm {
  const parts: { times?: Rational; facts?: readonly string[]; square?: RationalFunction; norm?: FormalVector } = {};
  const factor = reading.match(TIMES);
  if (factor !== undefined) {
    const [p, q = '1'] = factor.split('/');
    parts.times = rational(BigInt(p!), BigInt(q));
    if (!separated(reading)) return parts;
  }
  if (reading.next('[')) {
    parts.facts = names(reading);
    if (!separated(reading)) return parts;
  }
  if (reading.accept('(')) {
    const expression = reading.closed();
    if (Object.keys(parts).length === 0 && reading.accept(' [')) return { multiple: expression, of: reading.upTo(']') };
    reading.expect('²');
    parts.square = expression;
    if (!separated(reading)) return parts;
  }
  reading.expect('‖');
  return { ...parts, norm: vector(reading) };
}

/** Whether another factor follows, up to which this reads. */
const separated = (reading: Reading): boolean =>
  [' [', ' (', ' ‖'].some((token) => reading.next(token)) && reading.accept(' ');

/** `(1) u + (-1) v‖²`. */
function vector(reading: Reading): FormalVector {
  const coefficients = new Map<string, RationalFunction>();
  do {
    reading.expect('(');
    const coefficient = reading.closed();
    reading.expect(' ');
    coefficients.set(reading.vectorName(), coefficient);
  } while (reading.accept(' + '));
  reading.expect('‖²');
  return coefficients;
}
