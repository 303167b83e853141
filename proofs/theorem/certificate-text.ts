import { ONE, type Rational, rational } from '../../src/scalar/rational.ts';
import type { Certificate, NonnegativeTerm, ZeroTerm } from '../kernel/certificate.ts';
import { constant, neg, type RationalFunction } from '../kernel/rational-function.ts';
import type { FormalVector } from '../kernel/symbolic.ts';
import { Reading } from './expression-text.ts';

const TIMES = /-?\d+(?:\/\d+)?/y;
const SIZE = /\d+(?:\/\d+)?/y;

function fraction(text: string): Rational {
  const [p, q = '1'] = text.split('/');
  return rational(BigInt(p!), BigInt(q));
}

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

/** `1/2 [near] (x - y)² ‖u - v‖²`, any of which may be missing, or `(x - y) [sum]`. */
function term(reading: Reading): NonnegativeTerm | ZeroTerm {
  const parts: { times?: Rational; facts?: readonly string[]; square?: RationalFunction; norm?: FormalVector } = {};
  const factor = reading.match(TIMES);
  if (factor !== undefined) {
    parts.times = fraction(factor);
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

/** `u - 1/2 v + (x - y) w‖²`. */
function vector(reading: Reading): FormalVector {
  const coefficients = new Map<string, RationalFunction>();
  if (reading.accept('0‖²')) return coefficients;
  let negative = reading.accept('-');
  for (;;) {
    const size = coefficient(reading);
    const name = reading.vectorName();
    if (coefficients.has(name)) reading.fail(`a vector other than ${name}, which is there already`);
    coefficients.set(name, negative ? neg(size) : size);
    if (reading.accept('‖²')) return coefficients;
    negative = reading.accept(' - ');
    if (!negative && !reading.accept(' + ')) reading.fail('" + " or " - " and a vector, or "‖²"');
  }
}

/** A number or an expression in parentheses, and a space; 1 where neither is there. */
function coefficient(reading: Reading): RationalFunction {
  const inParentheses = reading.accept('(');
  const number = inParentheses ? undefined : reading.match(SIZE);
  if (!inParentheses && number === undefined) return constant(ONE);
  const value = number === undefined ? reading.closed() : constant(fraction(number));
  reading.expect(' ');
  return value;
}
