import { toRational } from '../../src/scalar/exact.ts';
import type { Step } from '../kernel/argument.ts';
import type { Certificate } from '../kernel/certificate.ts';
import type { FormalVector } from '../kernel/symbolic.ts';

/** Why a step holds, as a person would write it. */
export const why = (step: Step): string =>
  'rule' in step ? `by "${step.rule}" at ${step.at}` : describe(step.by ?? { terms: [] });

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

/** A certificate as a person would write it: `1/2 [near] + [rate] [tangent], over [rate]`. */
export function describe({ refuting, scaled = [], terms }: Certificate): string {
  const bracket = (names: readonly string[]) => names.map((name) => `[${name}]`).join(' ');
  const parts = terms.map((term) => {
    if ('multiple' in term) return `(${term.multiple}) [${term.of}]`;
    const { times = 1, facts = [], square, norm } = term;
    return [
      ...(times === 1 && (facts.length > 0 || square || norm) ? [] : [`${toRational(times)}`]),
      ...(facts.length > 0 ? [bracket(facts)] : []),
      ...(square === undefined ? [] : [`(${square})²`]),
      ...(norm === undefined ? [] : [`‖${combination(norm)}‖²`]),
    ].join(' ');
  });
  const sum = `${parts.join(' + ') || 'identically'}${scaled.length === 0 ? '' : `, over ${bracket(scaled)}`}`;
  return refuting === undefined ? sum : `absurd otherwise [${refuting}]: ${sum}`;
}
