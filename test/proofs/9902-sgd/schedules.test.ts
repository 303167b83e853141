import { describe, expect, test } from 'vitest';
import { abelAllTheorem, abelBoundTheorem, abelCloseAllTheorem } from '../../../proofs/9902-sgd/abel-all.ts';
import { adagradTheorem } from '../../../proofs/9902-sgd/adagrad.ts';
import { averagedIterateTheorem, bestStepTheorem } from '../../../proofs/9902-sgd/averages.ts';
import { boundTexts } from '../../../proofs/9902-sgd/bound-texts.ts';
import {
  decreaseTheorem,
  rateTheorem,
  rhsLimitTheorem,
  sqrtTwoTheorem,
  untunedTheorem,
} from '../../../proofs/9902-sgd/bounds-compared.ts';
import {
  decayTheorem,
  hazanTheorem,
  zinkevichSharperTheorem,
  zinkevichTheorem,
} from '../../../proofs/9902-sgd/decay.ts';
import { horizonRateTheorem } from '../../../proofs/9902-sgd/examples.ts';
import { lawOf } from '../../../proofs/9902-sgd/law-texts.ts';
import { descentTexts } from '../../../proofs/9902-sgd/online-step.ts';
import { rootSumBelowTheorem, rootSumTheorem } from '../../../proofs/9902-sgd/root-sum.ts';
import { bestAlphaTheorem, constantIsBestTheorem } from '../../../proofs/9902-sgd/schedules.ts';
import { anyRatesTheorem, constantRateTheorem } from '../../../proofs/9902-sgd/stronger.ts';
import type * as Bounds from '../../../properties/9902-sgd/bounds.ts';
import type * as Stronger from '../../../properties/9902-sgd/stronger.ts';
import type * as Adagrad from '../../../properties/9902-sgd/stronger-adagrad.ts';
import type * as Regret from '../../../src/descent/regret.ts';
import type * as Schedule from '../../../src/descent/schedule.ts';
import type * as StepIdentities from '../../../src/descent/step-identities.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

const SCHEDULE = 'src/descent/schedule.ts';
const REGRET = 'src/descent/regret.ts';
const BOUNDS = 'properties/9902-sgd/bounds.ts';

describe('one changed operation in the text of the rates fails the theorems about them', () => {
  test.each([
    ['α/t', 'sqrt(of(t))', 'of(t)'],
    ['α√t', 'div(of(schedule.alpha), sqrt(of(t)))', 'mul(of(schedule.alpha), sqrt(of(t)))'],
    ['α/√(t + 1)', 'sqrt(of(t))', 'sqrt(of(t + 1))'],
    ['α²/√t', 'div(of(schedule.alpha), sqrt', 'div(mul(of(schedule.alpha), of(schedule.alpha)), sqrt'],
  ])('α/√t: %s', async (_, from, to) => {
    const texts = { ...boundTexts, ...(await mutated<typeof Schedule>(SCHEDULE, from, to)) };
    for (const theorem of [zinkevichTheorem(texts), decayTheorem(texts)]) {
      expect(failure(theorem)).toMatch(/^(Zinkevich|A-\(8\), G > 0): .*"the rate is α\/√T"/);
    }
    expect(failure(bestAlphaTheorem(texts))).toMatch(/^the square: .*"the rate is α\/√T"/);
    if (to.includes('alpha), of(')) return; // where α is 1
    for (const theorem of [rootSumTheorem(texts), rootSumBelowTheorem(texts)]) {
      expect(failure(theorem)).toMatch(/"the text of the rates"|"invariant after the step"|takes the root of/);
    }
  });

  test.each([
    [
      'D and G exchanged',
      'div(of(schedule.diameter), mul(of(schedule.gradientBound)',
      'div(of(schedule.gradientBound), mul(of(schedule.diameter)',
    ],
    ['T for √T', 'sqrt(of(schedule.horizon))', 'of(schedule.horizon)'],
    ['G in the numerator', 'mul(of(schedule.gradientBound), sqrt', 'div(of(schedule.gradientBound), sqrt'],
    ['√t for √T', 'sqrt(of(schedule.horizon))', 'sqrt(of(t))'],
  ])('D/(G√T): %s', async (_, from, to) => {
    const texts = { ...boundTexts, ...(await mutated<typeof Schedule>(SCHEDULE, from, to)) };
    expect(failure(horizonRateTheorem(texts))).toMatch(/^A-\(6\): .*"the rate is D\/\(G√T\)( in step 1)?"/);
  });
});

describe('one changed operation in the text of a bound fails the theorems about it', () => {
  test.each([
    [
      'the distance part: added',
      'div(squaredDistance, mul(twiceT, rates.at(-1)!))',
      'div(squaredDistance, add(twiceT, rates.at(-1)!))',
    ],
    ['the distance part: doubled', 'mul(twiceT, rates.at(-1)!)', 'mul(of(rates.length), rates.at(-1)!)'],
    ['the distance part: the first rate', 'mul(twiceT, rates.at(-1)!)', 'mul(twiceT, rates[0]!)'],
    [
      'the gradient part: doubled',
      'mul(div(squaredGradient, twiceT), sum(rates))',
      'mul(div(squaredGradient, of(rates.length)), sum(rates))',
    ],
  ])('A-(4): %s', async (_, from, to) => {
    const texts = { ...boundTexts, ...(await mutated<typeof Regret>(REGRET, from, to)) };
    expect(failure(zinkevichTheorem(texts))).toMatch(/^Zinkevich: .*"the sum"/);
    expect(failure(decayTheorem(texts))).toMatch(/^A-\(8\), G > 0: .*"A-\(8\)"/);
    expect(failure(hazanTheorem(texts))).toMatch(/^the bound: .*"three halves"/);
    expect(failure(constantIsBestTheorem(texts))).toMatch(/^every schedule: .*"above"/);
    expect(failure(bestAlphaTheorem(texts))).toMatch(/^the square: .*"square"/);
  });

  test.each([
    [
      'the parts subtracted',
      'div(mul(squaredGradient, alpha), root));',
      'div(mul(squaredGradient, mul(of(-1), alpha)), root));',
    ],
    ['no half', 'mul(mul(of(2), alpha), root)', 'mul(mul(of(4), alpha), root)'],
    ['α in the denominator', 'div(mul(squaredGradient, alpha), root)', 'div(squaredGradient, mul(alpha, root))'],
  ])('A-(8): %s', async (_, from, to) => {
    const texts = { ...boundTexts, ...(await mutated<typeof Bounds>(BOUNDS, from, to)) };
    expect(failure(decayTheorem(texts))).toMatch(/^A-\(8\), G > 0: .*"A-\(8\)"/);
    expect(failure(sqrtTwoTheorem(texts))).toMatch(/^the quotient: .*"the quotient"/);
    expect(failure(rateTheorem(texts))).toMatch(/^identities: .*"decaying"/);
  });

  test.each([
    ['the root loses 1', 'of(0.5)', 'of(1)'],
    ['half the distance', 'mul(of(2), alpha));\n  return', 'mul(of(4), alpha));\n  return'],
  ])('Zinkevich: %s', async (_, from, to) => {
    const texts = { ...boundTexts, ...(await mutated<typeof Bounds>(BOUNDS, from, to)) };
    expect(failure(zinkevichTheorem(texts))).toMatch(/^Zinkevich: .*"the sum"/);
  });

  test.each([
    ['D G/T', 'div(mul(D, G), sqrt(of(horizon)))', 'div(mul(D, G), of(horizon))'],
    ['D/(G√T)', 'div(mul(D, G), sqrt', 'div(div(D, G), sqrt'],
  ])('A-(6): %s', async (_, from, to) => {
    const texts = { ...boundTexts, ...(await mutated<typeof Bounds>(BOUNDS, from, to)) };
    expect(failure(horizonRateTheorem(texts))).toMatch(/^A-\(6\): .*"A-\(6\)"/);
    expect(failure(sqrtTwoTheorem(texts))).toMatch(/^the quotient: .*"the quotient"/);
    expect(failure(rateTheorem(texts))).toMatch(/^identities: .*"constant"/);
    expect(failure(constantIsBestTheorem(texts))).toMatch(/^every schedule: .*"above"/);
  });
});

test.each([
  ['no 2', 'div(squaredDiameter, mul(of(2), sum(squared)))', 'div(squaredDiameter, sum(squared))'],
  ['upside down', 'div(squaredDiameter, mul(of(2), sum(squared)))', 'div(mul(of(2), sum(squared)), squaredDiameter)'],
])('the rates from the gradients so far: %s', async (_, from, to) => {
  const texts = await mutated<typeof Adagrad>('properties/9902-sgd/stronger-adagrad.ts', from, to);
  expect(failure(adagradTheorem(texts))).toMatch(/^the text of the rate, t = 1: .*"2 η² Σ‖g‖² = D²"/);
});

test.each([
  ['the increments reversed', 'sub(each, half[i]!)', 'sub(half[i]!, each)', 'right', 'left'],
  ['a first increment too many', 'half.slice(1)', 'half', 'right', 'left'],
  ['no halves on the left', 'div(value, mul(of(2), rate))', 'div(value, rate)', 'left', ''],
  ['a of the step before', 'mul(increment, a[i + 1]!)', 'mul(increment, a[i]!)', 'right', ''],
  [
    'a_{T+1} added',
    'halved(a[0]!, eta[0]!), halved(a[T]!',
    'halved(a[0]!, eta[0]!), halved(sub(of(0), a[T]!)',
    'right',
    '',
  ],
  ['the first rate is left', 'eta[eta.length - 1]!)', 'eta[0]!)', '', 'right'],
])('A-(14): %s', async (_, from, to, summed, closed) => {
  const texts = await mutated<typeof StepIdentities>('src/descent/step-identities.ts', from, to);
  const side = (which: string) =>
    which === '' ? /^proved$/ : new RegExp(`^the texts, T = [123]: .*"the ${which} side"`);
  expect(failure(abelAllTheorem(texts))).toMatch(side(summed));
  expect(failure(abelCloseAllTheorem(texts))).toMatch(side(closed));
  if (summed === 'right') expect(failure(abelBoundTheorem(texts))).toMatch(side('left'));
});

test.each([
  ['the rises of the rates', 'sub(each, inverse[t]!)', 'sub(inverse[t]!, each)'],
  ['falls and rises', 'max(zero, sub(each, inverse[t]!))', 'sub(each, inverse[t]!)'],
  ['the last rate first', 'add(inverse[0]!', 'add(inverse.at(-1)!'],
])('rates in any order: %s', async (_, from, to) => {
  const { anyRatesBound } = await mutated<typeof Stronger>('properties/9902-sgd/stronger.ts', from, to);
  expect(failure(anyRatesTheorem(descentTexts, anyRatesBound))).toMatch(/^the text of the bound, T = 2.*"the bound"/);
});

test('one rate: no half', async () => {
  const { gradientRegretBound } = await mutated<typeof Regret>(REGRET, 'of(2)),\n  );', 'of(1)),\n  );');
  expect(failure(constantRateTheorem(descentTexts, gradientRegretBound))).toMatch(/^the text of the bound, T = 1/);
});

describe('the law itself, for any T, with a planted mistake', () => {
  const theorems = {
    'sgd.rhs-limit': rhsLimitTheorem,
    'sgd.untuned-cost': untunedTheorem,
    'sgd.anytime-decrease': decreaseTheorem,
    'sgd.zinkevich-sharper': zinkevichSharperTheorem,
    'sgd.rate': (law: AnyLaw) => rateTheorem(boundTexts, [law]),
    'sgd.large-ball-cost': (law: AnyLaw) => rateTheorem(boundTexts, [law]),
  };
  const planted = Object.entries(theorems).flatMap(([id, theorem]) =>
    Object.entries(lawOf(id).teeth).map(([name, { claim }]) => ({ id, name, theorem, claim })),
  );
  test.each(planted)('$id: $name', ({ id, theorem, claim }) => {
    expect(failure(theorem(lawOf(id)))).toBe('proved');
    expect(failure(theorem({ ...lawOf(id), claim: claim! }))).toMatch(/^the law \S+ itself, any T|middle of a list/);
  });
});

describe('the law itself, for runs of one to three steps, with a planted mistake', () => {
  const theorems = { 'sgd.averaged-iterate': averagedIterateTheorem, 'sgd.best-step': bestStepTheorem };
  const planted = Object.entries(theorems).flatMap(([id, theorem]) =>
    Object.entries(lawOf(id).teeth).flatMap(([name, { claim }]) => (claim ? [{ id, name, theorem, claim }] : [])),
  );
  test.each(planted)('$id: $name', ({ id, theorem, claim }) => {
    expect(failure(theorem({ ...lawOf(id), claim }))).toMatch(/^the law itself, T = [123]/);
  });
});
