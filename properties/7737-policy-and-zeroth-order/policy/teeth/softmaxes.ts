import type { Tooth } from '../../../../src/law/law.ts';
import { normalize, weights } from '../../../../src/policy/softmax.ts';
import { float64 } from '../../../../src/scalar/float64.ts';
import { withSoftmax } from '../own-softmax.ts';
import { exactSoftmax, type SoftmaxParts } from '../softmax-float64.ts';

type Named = Readonly<Record<string, { readonly says: string; readonly use: SoftmaxParts }>>;

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

/** What is not a number becomes 0, as such code often ends. */
const cleaned = (values: readonly number[]): readonly number[] => values.map((x) => (Number.isFinite(x) ? x : 0));

const stable = (logits: readonly number[], temperature: number): readonly number[] =>
  normalize(float64, weights(float64, logits, temperature));

const SOFTMAXES = {
  'no-shift': {
    says: 'The logits are not shifted by their maximum, and what overflows is set to 0.',
    use: withSoftmax(
      (logits, temperature) => {
        const powers = logits.map((z) => Math.exp(z / temperature));
        return cleaned(powers.map((a) => a / sum(powers)));
      },
      (logits, temperature) => {
        const total = sum(logits.map((z) => Math.exp(z / temperature)));
        return cleaned(logits.map((z) => z / temperature - Math.log(total)));
      },
    ),
  },
  'temperature-multiplied': {
    says: 'The logits are multiplied by τ instead of divided by it.',
    use: {
      softmax: (F, logits, temperature) => exactSoftmax.softmax(F, logits, F.div(F.one, temperature)),
      logSoftmax: (F, logits, temperature) => exactSoftmax.logSoftmax(F, logits, F.div(F.one, temperature)),
    },
  },
  'missing-normalization': {
    says: 'The weights are not divided by their sum.',
    use: {
      softmax: (F, logits, temperature) => weights(F, logits, temperature),
      logSoftmax: (F, logits, temperature) =>
        logits.map((z) =>
          F.div(
            F.sub(
              z,
              logits.reduce((a, b) => F.max(a, b)),
            ),
            temperature,
          ),
        ),
    },
  },
  'logit-sign': {
    says: 'The logits enter with the wrong sign.',
    use: {
      softmax: (F, logits, temperature) =>
        exactSoftmax.softmax(
          F,
          logits.map((z) => F.neg(z)),
          temperature,
        ),
      logSoftmax: (F, logits, temperature) =>
        exactSoftmax.logSoftmax(
          F,
          logits.map((z) => F.neg(z)),
          temperature,
        ),
    },
  },
  'guarded-quotient': {
    says: 'A tiny 1e-8 guards the division, and a tiny 1e-12 the logarithm.',
    use: withSoftmax(
      (logits, temperature) => {
        const powers = weights(float64, logits, temperature);
        return powers.map((a) => a / (sum(powers) + 1e-8));
      },
      (logits, temperature) => stable(logits, temperature).map((p) => Math.log(p + 1e-12)),
    ),
  },
} as const satisfies Named;

/** Wrong softmax functions, by name. */
export const softmaxMistakes = <I>(
  ...names: readonly (keyof typeof SOFTMAXES)[]
): Record<string, Tooth<I, SoftmaxParts>> => Object.fromEntries(names.map((name) => [name, SOFTMAXES[name]]));
