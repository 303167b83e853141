import { replay as decideAgain, encode, witnessOf } from '../src/law/witness.ts';
import type { Environment } from './environment.ts';
import { failure } from './failure.ts';
import { paints } from './paint.ts';
import { lawNamed } from './select.ts';
import { crashed } from './shown-case.ts';
import { wrap } from './text.ts';
import { readWitness, standing } from './witness-file.ts';

/**
 * Decides a stored counterexample again, from its values. Reproduced 1, fixed 0, invalid or changed 2, undecided 3; and 1
 * as in `verify` where the law is errored, because its claim crashes.
 */
export function replay(file: string, { laws, out, colors }: Environment): number {
  const paint = paints(colors);
  const witness = readWitness(file);
  const law = lawNamed(laws, witness.law);
  const state = standing(law, witness);
  if (state.kind !== 'valid') {
    const title = state.kind === 'law-changed' ? 'The law has changed' : 'The input is no longer valid';
    for (const line of wrap(`${title}: ${state.because}`)) out(line);
    return 2;
  }
  const result = decideAgain(law, witness);
  const { implementation, broken, kept } = witness;
  switch (result.outcome) {
    case 'reproduced': {
      const now = witnessOf(law, state.instance, { implementation, kept, ...(broken === undefined ? {} : { broken }) });
      out(paint.verdict('violated', `Reproduced: ${law.id} is violated.`));
      for (const line of failure(laws, law, now)) out(line);
      return 1;
    }
    case 'fixed':
      out(paint.verdict('holds', `Fixed: ${law.id} holds on this input.`));
      return 0;
    case 'crashed': {
      const crash = { because: result.because, implementation, input: encode(state.instance) };
      out(paint.verdict('errored', `Errored: ${law.id} crashes on this input; nothing is reproduced or fixed.`));
      for (const line of crashed(law, crash)) out(line);
      return 1;
    }
    default:
      out(paint.verdict('undecided', `Undecided: no reading could decide ${law.id} on this input.`));
      return 3;
  }
}
