import { type Membership, wins } from '../../../../src/bridge/argmax-regions.ts';
import type { Tooth } from '../../../../src/law/law.ts';

type Named = Readonly<Record<string, { readonly says: string; readonly use: Membership }>>;

const MEMBERSHIPS = {
  argmin: {
    says: 'The class with the smallest logit wins.',
    use: (F, logits, y, ties) => wins(F, logits.map(F.neg), y, ties),
  },
  'highest-index': {
    says: 'A tie goes to the highest index, where the objective takes the lowest.',
    use: (F, logits, y, ties) => wins(F, logits.toReversed(), logits.length - 1 - y, ties),
  },
  'first-better-than-next': {
    says: 'A class wins when it beats the next one, and the last one otherwise.',
    use: (F, logits, y) => {
      const first = logits.findIndex((z, k) => k + 1 < logits.length && F.compare(z, logits[k + 1]!) >= 0);
      return y === (first === -1 ? logits.length - 1 : first);
    },
  },
} as const satisfies Named;

/** Wrong argmax regions, by name. */
export const membershipMistakes = <I>(
  ...names: readonly (keyof typeof MEMBERSHIPS)[]
): Record<string, Tooth<I, Membership>> => Object.fromEntries(names.map((name) => [name, MEMBERSHIPS[name]]));
