import { toRational } from '../../src/scalar/exact.ts';
import type { Step } from '../kernel/argument.ts';
import type { Certificate } from '../kernel/certificate.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import type { FormalVector } from '../kernel/symbolic.ts';
import { isSum, readable, readableVector } from './readable.ts';

/** How the expressions of a certificate are written. */
interface Hand {
  readonly expression: (f: RationalFunction) => string;
  readonly vector: (v: FormalVector) => string;
  /** What stands before a bracket, with the blank that follows it. */
  readonly multiple: (f: RationalFunction) => string;
}

const NUMBER = /^(-?)(\d+(?:\/\d+)?)$/;

/** `c - 1/2 theta + (D - G) g`; 0 for the vector without coefficients. */
function combination(v: FormalVector): string {
  const terms = [...v].map(([name, coefficient], i) => {
    const [, minus = '', size = `(${coefficient})`] = NUMBER.exec(`${coefficient}`) ?? [];
    const sign = i === 0 ? minus : minus === '' ? ' + ' : ' - ';
    return `${sign}${size === '1' ? '' : `${size} `}${name}`;
  });
  return terms.join('') || '0';
}

/** Nothing for 1, a sign for −1, and parentheses around a sum. */
function multiplier(f: RationalFunction): string {
  const text = readable(f);
  if (text === '1') return '';
  return text === '−1' ? '−' : isSum(text) ? `(${text}) ` : `${text} `;
}

const STORED: Hand = { expression: String, vector: combination, multiple: (f) => `(${f}) ` };
const FOR_PEOPLE: Hand = { expression: readable, vector: readableVector, multiple: multiplier };

/** Why a step holds, as a person would write it. */
export const why = (step: Step): string =>
  'rule' in step
    ? `[${step.rule}] at lambda = ${readable(step.at)}`
    : written(step.by ?? { terms: [] }, FOR_PEOPLE).replaceAll('+ −', '− ');

/** A certificate as it is stored: `1/2 [near] + [rate] [tangent], over [rate]`. */
export const describe = (certificate: Certificate): string => written(certificate, STORED);

function written({ refuting, scaled = [], terms }: Certificate, { expression, vector, multiple }: Hand): string {
  const bracket = (names: readonly string[]) => names.map((name) => `[${name}]`).join(' ');
  const parts = terms.map((term) => {
    if ('multiple' in term) return `${multiple(term.multiple)}[${term.of}]`;
    const { times = 1, facts = [], square, norm } = term;
    return [
      ...(times === 1 && (facts.length > 0 || square || norm) ? [] : [`${toRational(times)}`]),
      ...(facts.length > 0 ? [bracket(facts)] : []),
      ...(square === undefined ? [] : [`(${expression(square)})²`]),
      ...(norm === undefined ? [] : [`‖${vector(norm)}‖²`]),
    ].join(' ');
  });
  const sum = `${parts.join(' + ') || 'identically'}${scaled.length === 0 ? '' : `, over ${bracket(scaled)}`}`;
  return refuting === undefined ? sum : `absurd otherwise [${refuting}]: ${sum}`;
}
