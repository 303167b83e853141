import { logitGradient } from '../../../src/policy/ascent.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import type { AscentCase } from '../../instances/policy/ascent-case.ts';

/** The gradient by the logits that an implementation ascends. */
export interface Ascending {
  logitGradient<S>(F: Algebra<S>, probabilities: Vector<S>, rewards: Vector<S>, temperature: S): Vector<S>;
}

/** The reference implementation. */
export const reference: Ascending = { logitGradient };

/** An ordered pair of classes, and the gap z_i − z_j of their logits after a step. */
export interface Pair<S> {
  readonly name: string;
  /** The signs of p_i − p_j and r_i − r_j. */
  readonly order: readonly [probabilities: number, rewards: number];
  gapAfter(): S;
}

/** All ordered pairs of classes; equal weights have gap 0 before any logarithm is taken. */
export function pairsOf<S>(
  F: Algebra<S>,
  { weights, rewards, temperature, rate }: AscentCase,
  use: Ascending,
): Pair<S>[] {
  const { add, compare, log, mul, sub, zero } = F;
  const [a, r, tau] = [F.vector(weights), F.vector(rewards), F.of(temperature)];
  const step = F.scale(F.of(rate), use.logitGradient(F, normalize(F, a), r, tau));
  const logits: S[] = [];
  const logit = (i: number): S => (logits[i] ??= mul(tau, log(a[i]!)));
  return a.flatMap((ai, i) =>
    a.flatMap((aj, j) => {
      if (i === j) return [];
      const order = [compare(ai, aj), compare(r[i]!, r[j]!)] as const;
      const gap = (): S => (order[0] === 0 ? zero : sub(logit(i), logit(j)));
      return {
        name: `classes ${i + 1} and ${j + 1}`,
        order,
        gapAfter: () => add(gap(), sub(step[i]!, step[j]!)),
      };
    }),
  );
}

/** How fast z_i − z_j changes under gradient flow, with the probabilities of the two. */
export function gapVelocities<S>(F: Algebra<S>, { weights, rewards, temperature }: AscentCase, use: Ascending) {
  const [p, r, tau] = [normalize(F, F.vector(weights)), F.vector(rewards), F.of(temperature)];
  const velocity = use.logitGradient(F, p, r, tau);
  return p.flatMap((pi, i) =>
    p.flatMap((pj, j) => {
      if (i === j || F.compare(pi, pj) < 0 || F.compare(r[i]!, r[j]!) < 0) return [];
      return [{ name: `classes ${i + 1} and ${j + 1}`, pi, pj, opening: F.sub(velocity[i]!, velocity[j]!) }];
    }),
  );
}

/** Wrong gradients, by name. */
export const gradientMistakes = {
  'gradient-sign': {
    says: 'The step descends.',
    use: { logitGradient: (F, p, r, tau) => F.scale(F.of(-1), logitGradient(F, p, r, tau)) } satisfies Ascending,
  },
  'missing-mean': {
    says: 'The gradient is p∘r/τ: the mean reward is not subtracted.',
    use: { logitGradient: (F, p, r, tau) => p.map((py, y) => F.div(F.mul(py, r[y]!), tau)) } satisfies Ascending,
  },
  'temperature-multiplied': {
    says: 'The gradient is multiplied by τ instead of divided by it.',
    use: { logitGradient: (F, p, r, tau) => logitGradient(F, p, r, F.div(F.one, tau)) } satisfies Ascending,
  },
};
