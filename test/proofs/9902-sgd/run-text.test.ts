import { describe, expect, test } from 'vitest';
import { stronglyConvexEqualityTheorem, stronglyConvexTheorem } from '../../../proofs/9902-sgd/curvature.ts';
import { minimaxTexts } from '../../../proofs/9902-sgd/minimax.ts';
import { minimaxAttainedTheorem } from '../../../proofs/9902-sgd/minimax-attained.ts';
import { oneStepTheorem, projectedStepTheorem, solvedStepTheorem } from '../../../proofs/9902-sgd/one-step.ts';
import { descentTexts } from '../../../proofs/9902-sgd/online-step.ts';
import { posthocTheorem, regretBoundTheorem } from '../../../proofs/9902-sgd/regret.ts';
import { strictDiameterTheorem } from '../../../proofs/9902-sgd/strict-diameter.ts';
import { anyRatesTheorem, constantRateTheorem, weightedTheorem } from '../../../proofs/9902-sgd/stronger.ts';
import { sumTheorem } from '../../../proofs/9902-sgd/sum.ts';
import { showFact } from '../../../proofs/kernel/fact.ts';
import { formalSpace, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { atMost } from '../../../proofs/theorem/statements.ts';
import type * as Subject from '../../../properties/9902-sgd/subject.ts';
import type * as Regret from '../../../src/descent/regret.ts';
import type * as Sgd from '../../../src/descent/sgd.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

const { add, div, minus, squaredNorm, sub } = formalSpace;

describe('a run that is not the recursion fails every theorem that goes by it', () => {
  test.each([
    ['every step is taken from θ₁', 'project, theta, eta, g)', 'project, start, eta, g)', /"step 2 is θ − ηg"/],
    [
      'the rates after the first are doubled',
      '= eta;',
      '= t > 1 ? F.add(eta, eta) : eta;',
      /"the rate noted for step 2"/,
    ],
    ['the rate of the next step', 'rate(t)', 'rate(Math.min(t + 1, horizon))', /"step 1 is θ − ηg"/],
    [
      'every gradient is taken at θ₁',
      'gradient(t, theta)',
      'gradient(t, start)',
      /"the gradient of step 2 is taken at its θ"/,
    ],
    [
      'the loss of the step before',
      'gradient(t, theta)',
      'gradient(Math.max(1, t - 1), theta)',
      /"step 2 has the loss/,
    ],
    ['the gradients in another order', 'gradients[t - 1]', 'gradients[horizon - t]', /"the gradient noted for step 1"/],
    ['the loss after the step', 'iterates[t - 1]!', 'iterates[t]!', /"the loss of step 1 is taken at its θ"/],
    ['the last iterate is forgotten', 'iterates[t] = theta', 'iterates[t] = t < horizon ? theta : start', /"θ_3"/],
  ])('%s', async (_, from, to, sentence) => {
    const texts = await mutated<typeof Sgd>('src/descent/sgd.ts', from, to);
    const about = [
      projectedStepTheorem(texts),
      solvedStepTheorem(texts),
      oneStepTheorem(texts),
      sumTheorem(texts),
      regretBoundTheorem(texts),
      posthocTheorem(texts),
      weightedTheorem(texts),
      constantRateTheorem(texts),
      anyRatesTheorem(texts),
      stronglyConvexTheorem(texts),
      stronglyConvexEqualityTheorem(texts),
      strictDiameterTheorem(texts),
      minimaxAttainedTheorem({ ...minimaxTexts, ...texts }),
    ];
    for (const theorem of about) {
      expect(failure(theorem)).toMatch(/^the text of a run, T = 2: /);
      expect(failure(theorem)).toMatch(sentence);
    }
  });

  test.each([
    ['the run stands still', 'theta = oneStep(', 'theta = t > 4 ? theta : oneStep(', 'step 5 of 5', 'to'],
    ['the rate is doubled', '= rate(t)', '= t > 8 ? F.add(rate(t), rate(t)) : rate(t)', 'step 9 of 9', 'to'],
    ['the last rate is noted once more', '= eta;', '= t > 4 ? rates[3]! : eta;', 'step 5 of 5', 'rate'],
    ['another gradient is noted', '= g;', '= t > 7 ? gradients[0]! : g;', 'step 8 of 8', 'gradient'],
    ['one step of a hundred', '= gradient(t, theta)', '= gradient(t === 100 ? 1 : t, theta)', 'step 100 of 100', 'to'],
    ['a run of a hundred', 'rate(t)', 'rate(horizon === 100 ? 1 : t)', 'step 2 of 100', 'to'],
    ['the loss of another step', '= loss(t,', '= loss(t > 100 ? 100 : t,', 'step 101 of 101', 'loss'],
    ['beyond the runs of the laws', 'theta, eta, g)', 't > 200 ? start : theta, eta, g)', 'step 201 of 1000', 'to'],
    ['a point is forgotten', 'iterates[t] =', 'if (t !== 77) iterates[t] =', 'step 77 of 77', 'to'],
    [
      'a rate too many',
      'return { iterates',
      'if (horizon > 90) rates.push(rates[0]!);\n  return { iterates',
      'step 1 of 91',
      'rate',
    ],
  ])('in a long run: %s', async (_, from, to, step, what) => {
    const texts = await mutated<typeof Sgd>('src/descent/sgd.ts', from, to);
    const about = [
      ...[projectedStepTheorem, solvedStepTheorem, oneStepTheorem, sumTheorem, regretBoundTheorem, posthocTheorem],
      ...[weightedTheorem, constantRateTheorem, anyRatesTheorem, stronglyConvexTheorem, stronglyConvexEqualityTheorem],
      strictDiameterTheorem,
    ].map((theorem) => theorem(texts));
    for (const theorem of [...about, minimaxAttainedTheorem({ ...minimaxTexts, ...texts })]) {
      expect(failure(theorem)).toBe(
        `the text of a run, T = 1 … 128, 1000: In ${step}, "${what}" is not that of a run of one step from there.`,
      );
    }
  });

  test.each([
    [
      'of the sixth step',
      'losses[t - 1]!, theta),\n    },',
      'losses[t > 5 ? 0 : t - 1]!, theta),\n    },',
      'the text of the losses, T = 128: In step 6 of 128, "loss" is not that of a run of one step from there.',
    ],
    [
      'of the comparator',
      'modelLossValue(F, losses[t]!, theta)',
      'modelLossValue(F, losses[t === 99 ? 0 : t]!, theta)',
      'the text of the losses, T = 128: In step 100 of 128, "loss at c" is not that of a run of one step from there.',
    ],
    [
      'whose gradient it is',
      'modelSubgradient(F, losses[t - 1]!',
      'modelSubgradient(F, losses[t > 8 ? 0 : t - 1]!',
      'the text of the losses, T = 128: In step 9 of 128, "to" is not that of a run of one step from there.',
    ],
  ])('the losses of a long run: %s', async (_, from, to, sentence) => {
    const { trace } = await mutated<typeof Subject>('properties/9902-sgd/subject.ts', from, to);
    expect(failure(regretBoundTheorem({ ...descentTexts, trace }))).toBe(sentence);
  });

  test.each([
    [
      'the loss of the start',
      'losses[t - 1]!, theta),\n    },',
      'losses[t - 1]!, F.vector(instance.start)),\n    },',
      /"the loss at θ_2"/,
    ],
    ['the first loss', 'LossValue(F, losses[t - 1]!', 'LossValue(F, losses[0]!', /"the loss at θ_2"/],
    ['no comparator', 'losses, comparator)', 'losses, run.iterates[0]!)', /"the loss at c in step 1"/],
    [
      'the gradient of the first loss',
      'Subgradient(F, losses[t - 1]!',
      'Subgradient(F, losses[0]!',
      /"the gradient of step 2"/,
    ],
  ])('the laws note another run: %s', async (_, from, to, sentence) => {
    const { trace } = await mutated<typeof Subject>('properties/9902-sgd/subject.ts', from, to);
    for (const theorem of [regretBoundTheorem, posthocTheorem, sumTheorem, weightedTheorem]) {
      expect(failure(theorem({ ...descentTexts, trace }))).toMatch(sentence);
    }
  });
});

test('A-(15) with what the last distance saves is a conclusion of its own', () => {
  for (const theorem of [regretBoundTheorem(), posthocTheorem()]) {
    const { evidence } = theorem.check();
    const said = evidence.find(({ name }) => name === 'A-(15) and A-(4)')!.concludes;
    const [D2, distance, last] = [scalar('D2'), squaredNorm(minus(vector('theta'), vector('c'))), scalar('last')];
    const rest = div(sub(D2, distance), add(last, last));
    expect(said.map(showFact)).toContain(
      showFact(atMost('of the last distance', scalar('regrets'), add(rest, scalar('gradients')))),
    );
  }
});

describe('one changed operation in a side of A-(4) fails A-(4)', () => {
  test.each([
    [
      'the average regret: the comparator is added',
      'sub(losses[t]!',
      'add(losses[t]!',
      'the text of the average regret',
    ],
    ['the average regret: not divided by T', 'of(losses.length)', 'of(1)', 'the text of the average regret'],
    [
      'the average regret: all losses of c',
      't < losses.length; t++',
      't < losses.length - 1; t++',
      'the text of the average',
    ],
    ['the average regret: not the sixth', 'sub(losses[t]!', 'sub(losses[t > 4 ? 0 : t]!', 'the text of the average'],
    [
      'the average regret: not the hundredth',
      'sub(losses[t]!',
      'sub(losses[t === 99 ? 0 : t]!',
      'the text of the average',
    ],
    ['the bound: the first rate', 'mul(twiceT, rates.at(-1)!)', 'mul(twiceT, rates[0]!)', 'the text of A-\\(4\\)'],
    ['the bound: no halves', 'of(2 * rates.length)', 'of(rates.length)', 'the text of A-\\(4\\)'],
    ['the middle: no half', 'of(2)),\n  );', 'of(1)),\n  );', 'the text of the middle of A-\\(15\\)'],
  ])('%s', async (_, from, to, goal) => {
    const bounds = await mutated<typeof Regret>('src/descent/regret.ts', from, to);
    for (const theorem of [regretBoundTheorem, posthocTheorem]) {
      expect(failure(theorem(descentTexts, bounds))).toMatch(
        new RegExp(`^the texts of the bounds, T = (1|2|128): .*"${goal}`),
      );
    }
  });
});
