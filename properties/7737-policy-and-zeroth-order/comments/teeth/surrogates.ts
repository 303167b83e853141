import type { Tooth } from '../../../../src/law/law.ts';
import { diceSurrogate, logSurrogate, type Surrogate } from '../../../../src/policy/surrogate.ts';

type Named = Readonly<Record<string, { readonly says: string; readonly use: Surrogate }>>;

const SURROGATES = {
  'loss-sign': {
    says: 'The loss −J is returned where J is asked for.',
    use: (F, policy, rewards, actions) => F.neg(logSurrogate(F, policy, rewards, actions)),
  },
  'sum-of-samples': {
    says: 'The K terms are added up and not divided by K.',
    use: (F, policy, rewards, actions) => F.mul(F.of(actions.length), logSurrogate(F, policy, rewards, actions)),
  },
  'log-forgotten': {
    says: 'The reward is multiplied by p and not by log p.',
    use: (F, { probabilities }, rewards, actions) =>
      logSurrogate(F, { probabilities, logProbabilities: probabilities }, rewards, actions),
  },
  'log-stopped': {
    says: 'The gradient of log p is stopped.',
    use: (F, { probabilities, logProbabilities }, rewards, actions) =>
      logSurrogate(
        F,
        { probabilities, logProbabilities: logProbabilities.map((log) => F.stopGradient(log)) },
        rewards,
        actions,
      ),
  },
  'plain-log': {
    says: 'r log p takes the place of the surrogate.',
    use: logSurrogate,
  },
  'no-stop': {
    says: 'The gradient is not stopped: r p/p and r exp(log p − log p) are constant.',
    use: (F, { probabilities, logProbabilities }, rewards, actions) =>
      diceSurrogate({ ...F, stopGradient: (a) => a }, { probabilities, logProbabilities }, rewards, actions),
  },
  'stop-on-the-wrong-side': {
    says: 'The gradient is stopped in the numerator: r sg(p)/p.',
    use: (F, { probabilities, logProbabilities }, rewards, actions) =>
      diceSurrogate(
        F,
        { probabilities, logProbabilities: logProbabilities.map((log) => F.neg(log)) },
        rewards,
        actions,
      ),
  },
  'first-order-only': {
    says: 'r (1 + log p − sg log p) takes the place of its exponential.',
    use: (F, policy, rewards, actions) =>
      diceSurrogate({ ...F, exp: (x) => F.add(F.one, x) }, policy, rewards, actions),
  },
  'dice-for-log': {
    says: 'The surrogate of right second derivatives is taken for J, so E[r s sᵀ] is counted twice.',
    use: diceSurrogate,
  },
} as const satisfies Named;

/** Wrong surrogates, by name. */
export const surrogateMistakes = <I>(
  ...names: readonly (keyof typeof SURROGATES)[]
): Record<string, Tooth<I, Surrogate>> => Object.fromEntries(names.map((name) => [name, SURROGATES[name]]));
