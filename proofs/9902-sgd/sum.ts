import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';
import {
  type DescentTexts,
  descends,
  descentTexts,
  positiveRate,
  projected,
  readStep,
  tangent,
} from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, mul, of, sub, zero } = formalSpace;

/** A-(13): the sum of A-(12) over all steps. */
export const sumTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'sum',
      laws: ['sgd.sum'],
      cites: [{ article: '9902', equations: [13] }],
      states: String.raw`\sum_tL_t(\theta_t)-\sum_tL_t(c)\le\sum_t\frac{a_t-a_{t+1}}{2\eta_t}+\sum_t\frac{\eta_t\|g_t\|^2}2`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    withModels('sum', [
      ...runParts(texts),
      ...induction({
        invariant: (_, { regrets, right }): Fact => atMost('invariant', regrets, right),
        before: () => ({ regrets: scalar('regrets'), right: scalar('right'), theta: vector('theta') }),
        base: {
          first: () => ({
            state: { regrets: zero, right: zero, theta: vector('start') },
            assumes: [],
          }),
        },
        step: {
          next: (reader: Reader, { regrets, right, theta }) => {
            const step = readStep(texts, reader, theta);
            const { before, after, eta, squaredGradient } = step;
            const bound = add(div(sub(before, after), mul(of(2), eta)), div(mul(eta, squaredGradient), of(2)));
            return {
              state: { regrets: add(regrets, step.regret), right: add(right, bound), theta: step.next },
              assumes: [positiveRate(step), projected(step), tangent(step)],
              steps: [descends(step)],
            };
          },
        },
      }),
    ]),
    'induction',
  );
