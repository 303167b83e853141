import { describe, expect, test } from 'vitest';
import { affineSubspaceTheorem } from '../../../proofs/9902-sgd/affine-subspace.ts';
import { ballTheorem } from '../../../proofs/9902-sgd/ball.ts';
import { boxTheorem } from '../../../proofs/9902-sgd/box.ts';
import { stronglyConvexEqualityTheorem, stronglyConvexTheorem } from '../../../proofs/9902-sgd/curvature.ts';
import { bestConstantRateTheorem } from '../../../proofs/9902-sgd/examples.ts';
import { productTheorem } from '../../../proofs/9902-sgd/geometry.ts';
import { halfspaceTheorem, hyperplaneTheorem } from '../../../proofs/9902-sgd/halfspace.ts';
import { l1BallTheorem } from '../../../proofs/9902-sgd/l1-ball.ts';
import { oneStepTheorem, projectedStepTheorem, solvedStepTheorem } from '../../../proofs/9902-sgd/one-step.ts';
import { posthocTheorem, regretBoundTheorem } from '../../../proofs/9902-sgd/regret.ts';
import { segmentTheorem } from '../../../proofs/9902-sgd/segment-set.ts';
import { simplexTheorem } from '../../../proofs/9902-sgd/simplex.ts';
import { anyRatesTheorem, constantRateTheorem, weightedTheorem } from '../../../proofs/9902-sgd/stronger.ts';
import { sumTheorem } from '../../../proofs/9902-sgd/sum.ts';
import { NotProved } from '../../../proofs/index.ts';
import type { Theorem } from '../../../proofs/theorem/theorem.ts';
import type * as Affine from '../../../src/convex/affine.ts';
import type * as Ball from '../../../src/convex/ball.ts';
import type * as Box from '../../../src/convex/box.ts';
import type * as Halfspace from '../../../src/convex/halfspace.ts';
import type * as Hyperplane from '../../../src/convex/hyperplane.ts';
import type * as L1Ball from '../../../src/convex/l1-ball.ts';
import type * as Product from '../../../src/convex/product.ts';
import type * as Segment from '../../../src/convex/segment.ts';
import type * as Simplex from '../../../src/convex/simplex.ts';
import type * as Sgd from '../../../src/descent/sgd.ts';
import type * as StepIdentities from '../../../src/descent/step-identities.ts';
import { mutated } from '../mutated-text.ts';

/** The sentence of the failure. */
const failure = (theorem: Theorem): string => {
  try {
    theorem.check();
  } catch (error) {
    if (error instanceof NotProved) return error.message;
    throw error;
  }
  return 'proved';
};

describe('one changed sign in a text of src/ is a failed step of every proof about it', () => {
  test('the text as it is is proved', async () => {
    const { ballGeometry } = await mutated<typeof Ball>('src/convex/ball.ts', 'A-(16). */', 'A-(16), again. */');
    expect(failure(ballTheorem({ geometry: ballGeometry }))).toBe('proved');
  });

  test.each([
    ['the center is added twice', 'F.minus(x, c)', 'F.plus(x, c)'],
    ['the center is subtracted', 'F.plus(c, proj', 'F.minus(c, proj'],
    ['min for max', 'div(r, max(r, norm(x)))', 'div(r, max(norm(x), norm(x)))'],
    ['the quotient upside down', 'div(r, max(r, norm(x)))', 'div(max(r, norm(x)), r)'],
    ['another norm in the membership', 'F.square(F.of(radius)), ', 'F.of(radius), '],
  ])('ball: %s', async (_, from, to) => {
    const { ballGeometry } = await mutated<typeof Ball>('src/convex/ball.ts', from, to);
    expect(failure(ballTheorem({ geometry: ballGeometry }))).toMatch(
      /^ball(, path [01])?: .*"(A-\(23\)|Π\(x\) lies in)/,
    );
  });

  test.each([
    ['the upper bound as a lower one', 'min(of(hi), x[i]!)', 'max(of(hi), x[i]!)'],
    ['the lower bound as an upper one', 'max(of(lo), capped)', 'min(of(lo), capped)'],
    ['the sign of the lower bound', 'max(of(lo), capped)', 'max(of(hi ?? lo), capped)'],
  ])('box: %s', async (_, from, to) => {
    const { boxGeometry } = await mutated<typeof Box>('src/convex/box.ts', from, to);
    expect(failure(boxTheorem({ geometry: boxGeometry }))).toMatch(/^(one coordinate|no (upper|lower) bound), path/);
  });

  test.each([
    ['the offset added', 'sub(dot(a, x), b)', 'dot(a, minus(x, scale(b, a)))'],
    ['away from the halfspace', 'minus(x, scale(', 'F.plus(x, scale('],
    ['inside and outside exchanged', 'max(zero, sub', 'F.min(zero, sub'],
  ])('halfspace: %s', async (_, from, to) => {
    const { halfspaceGeometry } = await mutated<typeof Halfspace>('src/convex/halfspace.ts', from, to);
    expect(failure(halfspaceTheorem({ geometry: halfspaceGeometry }))).toMatch(/^halfspace, path [01]: /);
  });

  test('hyperplane: away from it', async () => {
    const { hyperplaneGeometry } = await mutated<typeof Hyperplane>(
      'src/convex/hyperplane.ts',
      'minus(x, scale(',
      'F.plus(x, scale(',
    );
    expect(failure(hyperplaneTheorem({ geometry: hyperplaneGeometry }))).toContain('Π(x) lies in the hyperplane');
  });

  test.each([
    ['every factor has the first coordinates', 'start = end;', 'start = 0; void end;', 'coordinate 1 for factor 2'],
    [
      'one coordinate too many',
      'end = start + dimension(factor)',
      'end = start + dimension(factor) + 1',
      'size of factor 1',
    ],
    [
      'the blocks in another order',
      'of.project(F, factor, block)).flat()',
      'of.project(F, factor, block)).reverse().flat()',
      'Π\\(x\\) 1',
    ],
    [
      'the membership of another point',
      'of.membership(F, factor, block)',
      'of.membership(F, factor, x.slice(0, block.length))',
      'factor 2 is asked of its own',
    ],
  ])('product: %s', async (_, from, to, step) => {
    const { productGeometry } = await mutated<typeof Product>('src/convex/product.ts', from, to);
    expect(failure(productTheorem(productGeometry))).toMatch(
      new RegExp(`^the text of the product, 2 sets: .*"${step}`),
    );
  });

  test.each([
    ['a sign', 'F.minus(y, F.scale(lambda, rows[i]!))', 'F.plus(y, F.scale(lambda, rows[i]!))', 1],
    ['the offset doubled', 'sub(dot(a, x), offsets[i]!)', 'sub(dot(a, x), add(offsets[i]!, offsets[i]!))', 1],
    ['one multiplier for all rows', 'mul(m, residuals[j]!)', 'mul(m, residuals[0]!)', 2],
    ['the first row for all', 'F.scale(lambda, rows[i]!)', 'F.scale(lambda, rows[0]!)', 2],
  ])('affine subspace: %s', async (_, from, to, conditions) => {
    const { projectOntoAffine } = await mutated<typeof Affine>('src/convex/affine.ts', from, to);
    expect(failure(affineSubspaceTheorem(projectOntoAffine))).toMatch(
      new RegExp(`^the text of an affine subspace, ${conditions} condition.*"Π\\(x\\) meets condition`),
    );
  });

  test('segment: its ends exchanged', async () => {
    const { projectOntoSegment } = await mutated<typeof Segment>(
      'src/convex/segment.ts',
      'plus(scale(sub(one, t), a), scale(t, b))',
      'plus(scale(sub(one, t), b), scale(t, a))',
    );
    expect(failure(segmentTheorem({ project: projectOntoSegment }))).toMatch(/^segment, path /);
  });

  test('segment: lengths in two units', async () => {
    const { projectOntoSegment } = await mutated<typeof Segment>(
      'src/convex/segment.ts',
      'minus(scale(unit, x), origin)',
      'minus(x, a)',
    );
    expect(failure(segmentTheorem({ project: projectOntoSegment }))).toMatch(/^segment, path /);
  });

  test.each([
    ['the sign of the threshold', 'div(sub(sum, s)', 'div(add(sum, s)'],
    ['the sign of the first threshold', 'tau: S = sub(sum, s)', 'tau: S = add(sum, s)'],
    ['the threshold added', 'sub(shifted[i]!, tau)', 'add(shifted[i]!, tau)'],
    ['thresholds counted from 0', 'of(j)', 'of(j + 1)'],
    ['the least threshold', 'max(tau, div', 'F.min(tau, div'],
    ['the last threshold', 'max(tau, div', '(div'],
    ['the divisor one less', 'of(j)', 'of(j - 1)'],
    ['no cut at 0', 'max(zero, sub(shifted[i]!, tau))', 'sub(shifted[i]!, tau)'],
    ['no sorting', 'descending(shifted)', 'shifted'],
  ])('simplex: %s', async (_, from, to) => {
    const { simplexGeometry } = await mutated<typeof Simplex>('src/convex/simplex.ts', from, to);
    expect(failure(simplexTheorem({ geometry: simplexGeometry }))).toMatch(
      /^simplex, d = [12], path [01]+: .*"Π\(x\) [123]"/,
    );
  });

  test.each([
    ['signs dropped', 'x.map(F.abs)', 'x', '"\\|x − c\\| goes to the simplex 1"'],
    ['sizes in another order', 'x.map(F.abs)', 'x.map(F.abs).reverse()', 'd = 2.*"\\|x − c\\| goes to the simplex 1"'],
    ['onto the simplex twice', 'r, x.map(F.abs)', 'r, ontoSimplex(F, r, x.map(F.abs))', 'one point goes to a simplex'],
    [
      'the bounds of the clamp exchanged',
      'F.neg(y[i]!), xi, y[i]!',
      'y[i]!, xi, F.neg(y[i]!)',
      'Π\\(x\\) lies in the ball',
    ],
    [
      'the bounds of the first',
      'F.neg(y[i]!), xi, y[i]!',
      'F.neg(y[0]!), xi, y[0]!',
      'd = 2.*Π\\(x\\) lies in the ball',
    ],
    ['no upper bound', 'F.clamp(F.neg(y[i]!), xi, y[i]!)', 'F.max(F.neg(y[i]!), xi)', 'Π\\(x\\) lies in the ball'],
    [
      'the simplex of another sum',
      'F.of(radius), F.minus',
      'F.square(F.of(radius)), F.minus',
      'the sum of the simplex',
    ],
    ['the center is added twice', 'F.minus(x, c), onto', 'F.plus(x, c), onto', '"\\|x − c\\| goes to the simplex 1"'],
    ['the center is subtracted', 'F.plus(c, proj', 'F.minus(c, proj', 'Π\\(x\\) lies in the ball'],
    ['no sizes in the membership', 'F.vector(center)).map(F.abs)', 'F.vector(center))', 'Π\\(x\\) lies in the ball'],
    [
      'another radius in the membership',
      "F.of(radius), 'ℓ₁",
      "F.square(F.of(radius)), 'ℓ₁",
      'Π\\(x\\) lies in the ball',
    ],
  ])('ℓ₁ ball: %s', async (_, from, to, step) => {
    const { l1BallThrough } = await mutated<typeof L1Ball>('src/convex/l1-ball.ts', from, to);
    expect(failure(l1BallTheorem({ geometryThrough: l1BallThrough }))).toMatch(new RegExp(step));
  });

  test('simplex: in exact numbers any shift will do', async () => {
    const texts = await mutated<typeof Simplex>('src/convex/simplex.ts', 'sub(x[i]!, top)', 'add(x[i]!, top)');
    expect(failure(simplexTheorem({ geometry: texts.simplexGeometry }))).toBe('proved');
  });

  test('SGD: the step ascends', async () => {
    const texts = await mutated<typeof Sgd>(
      'src/descent/sgd.ts',
      'F.axpy(F.neg(eta), g, theta)',
      'F.axpy(eta, g, theta)',
    );
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
    ];
    for (const theorem of about) expect(failure(theorem)).toMatch(/^the text of a run, T = 2: .*"step 1 is θ − ηg"/);
    expect(failure(stronglyConvexEqualityTheorem(texts))).toMatch(/^the text of a run, T = 2/);
  });

  test('A-(5): a sign', async () => {
    const texts = await mutated<typeof StepIdentities>(
      'src/descent/step-identities.ts',
      'square(sub(D, mul(mul(G, eta), rootT)))',
      'square(add(D, mul(mul(G, eta), rootT)))',
    );
    expect(failure(bestConstantRateTheorem(texts))).toContain('the gap is a square');
  });
});
