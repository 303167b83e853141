import { describe, expect, test } from 'vitest';
import { anySubgradientTheorem } from '../../../proofs/9902-sgd/any-subgradient.ts';
import { type LossTexts, lossTexts, tangentTheorem } from '../../../proofs/9902-sgd/losses.ts';
import type * as Subgradients from '../../../properties/9902-sgd/stronger-subgradient.ts';
import type * as Model from '../../../properties/model.ts';
import { mutated } from '../mutated-text.ts';
import { failure as failureOf } from './failure.ts';

const failure = (texts: LossTexts): string => failureOf(tangentTheorem(texts));

/** The texts with one place of one of them changed. */
const changed = async (kind: keyof LossTexts, file: string, from: string, to: string): Promise<LossTexts> => {
  const texts = await mutated<Readonly<Record<string, never>>>(`src/descent/losses/${file}.ts`, from, to);
  return { ...lossTexts, [kind]: texts[`${kind}Form`] };
};

describe('one changed sign in the text of a loss is a failed step of A-(9)', () => {
  test('the texts as they are are proved', () => {
    expect(failure(lossTexts)).toBe('proved');
  });

  test.each([
    ['absolute', 'absolute', 'scale(of(compare(', 'scale(of(-compare('],
    ['absolute', 'absolute', 'sub(dot(vector(feature), theta), of(target))', 'dot(vector(feature), theta)'],
    ['hinge', 'hinge', '< 0 ? -1 : 0', '< 0 ? 1 : 0'],
    ['hinge', 'hinge', '< 0 ? -1 : 0', '> 0 ? -1 : 0'],
    ['hinge', 'hinge', 'max(zero, sub(one, dot(', 'max(one, sub(one, dot('],
    ['quadratic', 'quadratic', 'squaredNorm(minus(theta, vector(center)))), of(2))', 'squaredNorm(theta)), of(2))'],
    ['quadratic', 'quadratic', 'scale(of(curvature), minus(theta, vector(center)))', 'scale(of(curvature), theta)'],
    ['logistic', 'logistic', 'F.scale(F.neg(steepness', 'F.scale((steepness'],
    ['logistic', 'logistic', 'add(max(zero, neg(margin))', 'add(max(zero, margin)'],
    ['logistic', 'logistic', 'exp(min(zero, neg(margin)))', 'exp(min(zero, margin))'],
  ] as const)('%s', async (kind, file, from, to) => {
    expect(failure(await changed(kind, file, from, to))).toMatch(new RegExp(`^${kind}(, .*)?: .*"A-\\(9\\)"`));
  });

  test.each([
    ['the least piece', 'reduce(F.max)', 'reduce(F.min)', /^(the|every) piece at/],
    ['the slope of the least piece', 'values[best]!) > 0', 'values[best]!) < 0', /^the piece at θ, K = 2/],
    ['no offsets', 'add(dot(vector(slope), theta), of(offsets[k]!))', 'dot(vector(slope), theta)', /^the piece at θ/],
  ])('max of affine: %s', async (_, from, to, sentence) => {
    expect(failure(await changed('maxAffine', 'max-affine', from, to))).toMatch(sentence);
  });

  test.each([
    ['the value', 'F.neg(lossValue(F, loss.loss, theta))', 'lossValue(F, loss.loss, theta)'],
    ['the slope', 'F.scale(F.of(-1), subgradient', 'F.scale(F.of(1), subgradient'],
  ])('the negative of an affine loss: %s', async (_, from, to) => {
    const negated = await mutated<typeof Model>('properties/model.ts', from, to);
    expect(failure({ ...lossTexts, negated })).toMatch(/^the negative of a linear loss: .*"A-\(9\)"/);
  });
});

describe('one change in the text of the subgradients at a kink is a failed step', () => {
  const at = (from: string, to: string) =>
    mutated<typeof Subgradients>('properties/9902-sgd/stronger-subgradient.ts', from, to);

  test('the texts as they are are proved', async () => {
    expect(failureOf(anySubgradientTheorem(await at('(1 − s) g + s g′. */', 'Between them. */')))).toBe('proved');
  });

  test.each([
    ['twice the feature', 'feature), feature]', 'feature), F.plus(feature, feature)]', /^absolute, path 1\d: .*last"/],
    ['the feature itself', '[zero, F.minus(zero, feature)]', '[zero, feature]', /^hinge, path 1\d: .*last"/],
    [
      'the least pieces',
      'values[k]!, other) >= 0',
      'values[k]!, other) <= 0',
      /^the extremes at θ, K = 2, path [02]: /,
    ],
    ['the last piece', 'active.at(-1)!', 'loss.slopes.at(-1)!', /^the extremes at θ, K = 2, path 0: .*the last piece"/],
    ['from the second', 'minus(second, first), first)', 'minus(first, second), first)', /^between two subgradients: /],
  ])('%s', async (_, from, to, sentence) => {
    expect(failureOf(anySubgradientTheorem(await at(from, to)))).toMatch(sentence);
  });
});
