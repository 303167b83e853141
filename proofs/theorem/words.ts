import { toRational } from '../../src/scalar/exact.ts';
import type { Step } from '../kernel/argument.ts';
import type { Certificate } from '../kernel/certificate.ts';
import { isSum, readable, readableVector } from './readable.ts';

/** Why a step holds, as a person would write it. */
export const why = (step: Step): string =>
  'rule' in step ? `[${step.rule}] at lambda = ${readable(step.at)}` : describe(step.by ?? { terms: [] });

/** Before a bracket: nothing for 1, a sign for −1, and parentheses around a sum. */
const multiplier = (text: string): string =>
  text === '1' ? '' : text === '−1' ? '−' : isSum(text) ? `(${text}) ` : `${text} `;

/** A certificate as a person would write it: `1/2 [near] + [rate] [tangent], over [rate]`. */
export function describe({ refuting, scaled = [], terms }: Certificate): string {
  const bracket = (names: readonly string[]) => names.map((name) => `[${name}]`).join(' ');
  const parts = terms.map((term) => {
    if ('multiple' in term) return `${multiplier(readable(term.multiple))}[${term.of}]`;
    const { times = 1, facts = [], square, norm } = term;
    return [
      ...(times === 1 && (facts.length > 0 || square || norm) ? [] : [`${toRational(times)}`]),
      ...(facts.length > 0 ? [bracket(facts)] : []),
      ...(square === undefined ? [] : [`(${readable(square)})²`]),
      ...(norm === undefined ? [] : [`‖${readableVector(norm)}‖²`]),
    ].join(' ');
  });
  const sum = `${parts.join(' + ').replaceAll('+ −', '− ') || 'identically'}${scaled.length === 0 ? '' : `, over ${bracket(scaled)}`}`;
  return refuting === undefined ? sum : `absurd otherwise [${refuting}]: ${sum}`;
}
