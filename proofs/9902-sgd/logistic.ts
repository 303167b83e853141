import type { logisticForm } from '../../src/descent/losses/logistic.ts';
import { NotProved } from '../kernel/fact.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalSpace, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { decidedOnce, phi, tangent, theta } from './loss-texts.ts';

const { add, div, dot, mul, neg, one, sub, zero } = formalSpace;

/** A margin m with exp(−m) and log(1 + exp(−m)). */
export interface Margin {
  readonly margin: RationalFunction;
  readonly exp: RationalFunction;
  readonly log: RationalFunction;
}
const feature = vector('feature');
export const atTheta: Margin = { margin: dot(feature, theta), exp: scalar('exp_theta'), log: scalar('log_theta') };
const atPhi: Margin = { margin: dot(feature, phi), exp: scalar('exp_phi'), log: scalar('log_phi') };

/** exp and log where the text takes them: exp m = 1 / exp(−m), and log(1 + exp m) = log(1 + exp(−m)) + m. */
export function withExponentials(F: FormalSpace, margins: readonly Margin[] = [atTheta, atPhi]): FormalSpace {
  const find = (
    operation: string,
    a: RationalFunction,
    known: readonly (readonly [RationalFunction, RationalFunction])[],
  ) => {
    const found = known.find(([at]) => equal(a, at));
    if (found === undefined) throw new NotProved(`The text takes ${operation} of ${a}, of which nothing is assumed.`);
    return found[1];
  };
  return {
    ...decidedOnce(F),
    exp: (a) =>
      find('exp', a, [
        [zero, one],
        ...margins.flatMap(({ margin, exp }) => [[neg(margin), exp] as const, [margin, div(one, exp)] as const]),
      ]),
    log: (a) =>
      find(
        'log',
        a,
        margins.flatMap(({ margin, exp, log }) => [
          [add(one, exp), log] as const,
          [add(one, div(one, exp)), add(log, margin)] as const,
        ]),
      ),
  };
}

/**
 * With p = exp(−m)/(1 + exp(−m)) at θ and d the change of the margin: exp(pd) (1 + exp(−m_φ)) ≥ 1 + exp(−m_θ), because
 * exp z ≥ 1 + z twice, and the slopes cancel. What is used of exp and log is assumed by name.
 */
export const logisticPart = (form: typeof logisticForm): Part => ({
  name: 'logistic, where exp(−m) exp m = 1 and log(1 + exp m) = log(1 + exp(−m)) + m',
  argue: ({ F, point }) => {
    const goal = tangent(form, withExponentials(F), { kind: 'logistic', feature: point('feature') });
    const [up, down] = [scalar('exp_up'), scalar('exp_down')];
    const change = sub(atPhi.margin, atTheta.margin);
    const [before, after] = [add(one, atTheta.exp), mul(up, add(one, atPhi.exp))];
    const share = div(atTheta.exp, before);
    const rise = mul(share, change);
    const fall = mul(sub(share, one), change);
    return {
      assumes: [
        positive('exp(−m) at θ', atTheta.exp),
        positive('exp(−m) at φ', atPhi.exp),
        positive('exp(pd)', up),
        atMost('exp z ≥ 1 + z at pd', add(one, rise), up),
        atMost('exp z ≥ 1 + z at (p − 1)d', add(one, fall), down),
        same('exponents add', mul(atPhi.exp, up), mul(atTheta.exp, down)),
        atMost('log z ≤ z − 1', sub(atTheta.log, add(atPhi.log, rise)), sub(div(before, after), one)),
      ],
      steps: [
        { goal: positive('1 + exp(−m) at θ', before) },
        { goal: positive('1 + exp(−m) at φ', add(one, atPhi.exp)) },
        { goal: positive('exp(pd) (1 + exp(−m)) at φ', after) },
        { goal: nonnegative('not below 1 + exp(−m) at θ', sub(after, before)) },
        {
          goal,
        },
      ],
    };
  },
});
