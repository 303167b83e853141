import type { Tooth } from '../../../../src/law/law.ts';
import { expectation, score } from '../../../../src/policy/score.ts';
import { type PolicyParts, withScore } from '../subject.ts';

type Named = Readonly<Record<string, { readonly says: string; readonly use: PolicyParts }>>;

const SCORES = {
  'score-sign': {
    says: 'The score has the wrong sign.',
    use: withScore((F, policy, y) => F.scale(F.of(-1), score(F, policy, y))),
  },
  'missing-mean': {
    says: 'The score is e_y/τ, without − p.',
    use: withScore((F, { logitGradients, temperature }, y) => F.scale(F.div(F.one, temperature), logitGradients[y]!)),
  },
  'temperature-multiplied': {
    says: 'The score is multiplied by τ instead of divided by it.',
    use: withScore((F, { probabilities, logitGradients, temperature }, y) =>
      F.scale(temperature, F.minus(logitGradients[y]!, expectation(F, probabilities, logitGradients))),
    ),
  },
} as const satisfies Named;

/** Wrong score functions, by name. */
export const scoreMistakes = <I>(...names: readonly (keyof typeof SCORES)[]): Record<string, Tooth<I, PolicyParts>> =>
  Object.fromEntries(names.map((name) => [name, SCORES[name]]));
