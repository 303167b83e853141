import { type AnyLaw, law } from '../../../src/law/law.ts';
import { argmax } from '../../../src/policy/softmax.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { toDouble } from '../../../src/scalar/exact.ts';
import { equal } from '../../../src/scalar/relation.ts';
import { type SoftmaxCase, softmaxCases } from '../../instances/policy/softmax-case.ts';
import { SECTIONS } from '../sections.ts';
import { exactSoftmax, type SoftmaxParts, softmaxAsRun } from './softmax-float64.ts';
import { softmaxMistakes } from './teeth/softmaxes.ts';

const aboutSoftmax = {
  version: 1,
  cites: [{ article: '7737', equations: [], place: 'the model softmax(f/τ), before (1)' }],
  section: SECTIONS.problem,
  expects: 'holds',
  hypotheses: [],
  subject: 'softmax',
  reference: exactSoftmax,
  float64: softmaxAsRun,
  cover: {
    'three classes or more': { atLeast: 0.6, when: ({ logits }) => logits.length >= 3 },
    'another temperature than 1': { atLeast: 0.5, when: ({ temperature }) => temperature !== 1 },
    'logits beyond what exp can take': {
      atLeast: 0.05,
      when: ({ logits, temperature }) => logits.some((z) => Math.abs(toDouble(z)) / toDouble(temperature) > 710),
    },
  },
} as const satisfies Partial<ReturnType<typeof law<SoftmaxCase, SoftmaxParts>>>;

/** The case's numbers in the reading, with (z_y − z_m)/τ and Σ_i exp((z_i − z_m)/τ) for the largest logit z_m. */
function read<S>(F: Algebra<S>, { logits, temperature, action, cut }: SoftmaxCase) {
  const { div, exp, sub, sum } = F;
  const [z, tau] = [F.vector(logits), F.of(temperature)];
  const top = z[argmax(F, z)]!;
  const exponents = z.map((zi) => div(sub(zi, top), tau));
  return { z, tau, cut: F.of(cut), exponent: exponents[action]!, total: sum(exponents.map((x) => exp(x))) };
}

export const softmaxFormula = law<SoftmaxCase, SoftmaxParts>({
  ...aboutSoftmax,
  id: 'pg.softmax',
  states: String.raw`p_y=\frac{e^{z_y/\tau}}{\sum_ie^{z_i/\tau}}:\qquad p_y<q\iff e^{(z_y-z_m)/\tau}<q\sum_ie^{(z_i-z_m)/\tau},\quad z_m=\max z,\quad\text{for every rational }q>0`,
  says: 'Softmax probabilities are what their formula says: every rational number compares with p_y as it compares with exp(z_y/τ)/Σ exp(z_i/τ). Hence they are positive, sum to 1, are ordered as the logits, and have the ratios exp((z_i − z_j)/τ).',
  instances: softmaxCases('probability'),
  claim: (F, instance, use) => {
    const { z, tau, cut, exponent, total } = read(F, instance);
    const p = use.softmax(F, z, tau)[instance.action]!;
    const expected = F.compare(F.exp(exponent), F.mul(cut, total));
    return equal(F.of(F.compare(p, cut)), F.of(expected), 'the sign of p_y − q');
  },
  teeth: softmaxMistakes(
    'no-shift',
    'temperature-multiplied',
    'missing-normalization',
    'logit-sign',
    'guarded-quotient',
  ),
});

export const logSoftmaxFormula = law<SoftmaxCase, SoftmaxParts>({
  ...aboutSoftmax,
  id: 'pg.log-softmax',
  states: String.raw`\log p_y<c\iff1<e^{\,c-(z_y-z_m)/\tau}\sum_ie^{(z_i-z_m)/\tau},\quad z_m=\max z,\quad\text{for every rational }c`,
  says: 'The logarithm of a softmax probability is what its formula says, also where the probability itself is too small for a double.',
  instances: softmaxCases('logarithm'),
  claim: (F, instance, use) => {
    const { z, tau, cut, exponent, total } = read(F, instance);
    const logarithm = use.logSoftmax(F, z, tau)[instance.action]!;
    const expected = F.compare(F.one, F.mul(F.exp(F.sub(cut, exponent)), total));
    return equal(F.of(F.compare(logarithm, cut)), F.of(expected), 'the sign of log p_y − c');
  },
  teeth: softmaxMistakes(
    'no-shift',
    'temperature-multiplied',
    'missing-normalization',
    'logit-sign',
    'guarded-quotient',
  ),
});

/** The softmax of the model. */
export const softmaxLaws: readonly AnyLaw[] = [softmaxFormula, logSoftmaxFormula];
