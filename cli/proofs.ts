import { checkAll, theorems } from '../proofs/index.ts';
import { wrap } from './text.ts';

/** What is proved of a law for all reals, each theorem checked anew: the theorem, its scope, and what it leaves open. */
export function provedOf(lawId: string): string[] {
  return checkAll(theorems.filter(({ laws }) => laws.includes(lawId))).flatMap((outcome) => {
    const { states, scope, leaves } = outcome.theorem;
    if (outcome.status === 'unproved') return wrap(`Not proved: ${outcome.because}`, '  ', '    ');
    const { nonzero } = outcome.proof;
    return [
      ...wrap(states, '  ', '    '),
      ...wrap(
        [
          `An identity of polynomials, expanded by proofs/kernel for ${scope}.`,
          ...(nonzero.length === 0 ? [] : [`Not zero: ${nonzero.join(', ')}.`]),
          ...(leaves === undefined ? [] : [`Left to the cases: ${leaves}`]),
        ].join(' '),
        '    ',
      ),
    ];
  });
}
