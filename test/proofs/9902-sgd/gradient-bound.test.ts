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
    '"attained"',
  ],
  ['quadratic', 'quadratic', 'mul(square(of(curvature)), region', 'mul(of(curvature), region', '"the bound"'],
  [
    'quadratic',
    'quadratic',
    'squaredFarthest(vector(center))',
    'squaredFarthest(new Map() as never)',
    'how far Θ reaches of another vector',
  ],
  ['quadratic', 'quadratic', 'scale(of(curvature), minus(theta', 'scale(of(2), minus(theta', '"the bound"'],
  ['absolute', 'absolute', 'scale(of(compare(', 'scale(of(2 * compare(', '"the bound"'],
  ['hinge', 'hinge', '< 0 ? -1 : 0', '< 0 ? -2 : 0', '"the bound"'],
  [
    'logistic',
    'logistic',
    'div(exp(min(zero, neg(margin))), add(one, ',
    'div(exp(min(zero, neg(margin))), (',
    '"the bound"',
  ],
  ['logistic', 'logistic', 'F.scale(F.of(-1), w)', 'w', 'how high Θ reaches of another vector'],
  [
    'logistic',
    'logistic',
    'F.neg(region.support(F.scale(F.of(-1), w)))',
    'region.support(F.scale(F.of(-1), w))',
    '"the bound"',
  ],
  ['logistic', 'logistic', 'F.mul(F.square(steepness(F, least)), ', 'F.mul(steepness(F, least), ', '"the bound"'],
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
