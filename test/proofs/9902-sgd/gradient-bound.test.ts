import { expect, test } from 'vitest';
import { gradientBoundTheorem } from '../../../proofs/9902-sgd/gradient-bound.ts';
import { type LossTexts, lossTexts } from '../../../proofs/9902-sgd/losses.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

test('the texts as they are are proved', () => {
  expect(failure(gradientBoundTheorem())).toBe('proved');
});

test.each([
  [
    'linear',
    'linear',
    'squaredNorm, vector }, { slope }) => squaredNorm(',
    'norm, vector }, { slope }) => norm(',
    '"the bound"',
  ],
  ['quadratic', 'quadratic', 'mul(of(2), add(squaredRadius', 'mul(of(1), add(squaredRadius', '"the bound"'],
  ['quadratic', 'quadratic', 'minus(middle, vector(center))', 'middle', '"the bound"'],
  ['quadratic', 'quadratic', 'mul(square(of(curvature)), reach)', 'mul(of(curvature), reach)', '"the bound"'],
  ['quadratic', 'quadratic', 'scale(of(curvature), minus(theta', 'scale(of(2), minus(theta', '"the bound"'],
  ['absolute', 'absolute', 'scale(of(compare(', 'scale(of(2 * compare(', '"the bound"'],
  ['hinge', 'hinge', '< 0 ? -1 : 0', '< 0 ? -2 : 0', '"the bound"'],
  ['logistic', 'logistic', 'add(one, exp(neg(abs(margin)))))), w)', 'exp(neg(abs(margin))))), w)', '"the bound"'],
  ['maxAffine', 'max-affine', '.reduce(max)', '[0]!', '"slope 2"'],
  [
    'maxAffine',
    'max-affine',
    'F.vector(loss.slopes[best]!)',
    'F.scale(F.of(2), F.vector(loss.slopes[best]!))',
    '"the gradient is the slope of a piece"',
  ],
] as const)('one change in the text of a loss: %s, %s for %s', async (kind, file, from, to, goal) => {
  const texts = await mutated<Readonly<Record<string, never>>>(`src/descent/losses/${file}.ts`, from, to);
  const changed: LossTexts = { ...lossTexts, [kind]: texts[`${kind}Form`] };
  expect(failure(gradientBoundTheorem(changed))).toMatch(new RegExp(goal));
});
