import { describe, expect, test } from 'vitest';
import { bestIterateTheorem } from '../../../proofs/9902-sgd/best-iterate.ts';
import { fixedRateFloorTheorem } from '../../../proofs/9902-sgd/fixed-rate-floor.ts';
import { harmonicTheorem } from '../../../proofs/9902-sgd/harmonic.ts';
import { jungTheorem } from '../../../proofs/9902-sgd/jung.ts';
import { lawOf } from '../../../proofs/9902-sgd/law-texts.ts';
import { minimaxAxesTheorem, minimaxPlaneTheorem, minimaxTexts } from '../../../proofs/9902-sgd/minimax.ts';
import { minimaxAttainedTheorem } from '../../../proofs/9902-sgd/minimax-attained.ts';
import { minimaxLineTheorem } from '../../../proofs/9902-sgd/minimax-line.ts';
import { moreauTheorem } from '../../../proofs/9902-sgd/moreau.ts';
import { noArgminTheorem } from '../../../proofs/9902-sgd/no-argmin.ts';
import { strictDiameterTheorem } from '../../../proofs/9902-sgd/strict-diameter.ts';
import { tightLineTheorem } from '../../../proofs/9902-sgd/tight-line.ts';
import { tightOrthogonalTheorem } from '../../../proofs/9902-sgd/tight-runs.ts';
import { unboundedRegretTheorem } from '../../../proofs/9902-sgd/unbounded-regret.ts';
import type * as CenterStart from '../../../properties/9902-sgd/center-start.ts';
import type * as Minimax from '../../../properties/9902-sgd/minimax.ts';
import { reference, type SgdParts } from '../../../properties/9902-sgd/subject.ts';
import { gradientSign } from '../../../properties/9902-sgd/teeth/parts.ts';
import type * as Ball from '../../../src/convex/ball.ts';
import type * as Simplex from '../../../src/convex/simplex.ts';
import type * as MaxAffine from '../../../src/descent/losses/max-affine.ts';
import { maxAffineForm } from '../../../src/descent/losses/max-affine.ts';
import type * as Sgd from '../../../src/descent/sgd.ts';
import { descend } from '../../../src/descent/sgd.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

/** The projection lands one too high. */
const shifted: SgdParts = {
  ...reference,
  project: (F, set, x) => reference.project(F, set, x).map((xi) => F.add(xi, F.one)),
};
const doubled: SgdParts = { ...reference, rate: (F, schedule, t) => F.mul(F.of(2), reference.rate(F, schedule, t)) };

describe('a wrong text of SGD fails the proofs about one run for every T', () => {
  test.each([
    ['no-argmin: the projection', noArgminTheorem(shifted), /"θ stays"/],
    ['fixed-rate-floor: the step ascends', fixedRateFloorTheorem(gradientSign), /decides the sign of -G\*eta \+ right/],
    ['fixed-rate-floor: the projection', fixedRateFloorTheorem(shifted), /"the other side"/],
    ['fixed-rate-floor: the rate', fixedRateFloorTheorem(doubled), /decides the sign of/],
    ['unbounded-regret: the step ascends', unboundedRegretTheorem(gradientSign), /^there, step: /],
    ['unbounded-regret: the projection', unboundedRegretTheorem(shifted), /^there, step: /],
    ['tight-orthogonal: the step ascends', tightOrthogonalTheorem(gradientSign), /"the step leads there"/],
    ['tight-orthogonal: the projection', tightOrthogonalTheorem(shifted), /"the step leads there"/],
    ['tight-line: the step ascends', tightLineTheorem(gradientSign), /decides the sign of -rest \+ s/],
    ['tight-line: the rate', tightLineTheorem(doubled), /decides the sign of/],
    ['minimax-line: the projection', minimaxLineTheorem(undefined, shifted), /decides the sign of/],
    ['moreau: the projection', moreauTheorem(shifted), /^the ball, d = 1, path 0/],
    ['moreau: no projection', moreauTheorem({ ...reference, project: (_F, _set, x) => x }), /^the ball, d = 1, path 1/],
    ['best-iterate-tight: the rate', bestIterateTheorem(undefined, doubled), /the law itself, T = 1/],
  ])('%s', (_, theorem, sentence) => {
    expect(failure(theorem)).toMatch(sentence);
  });

  test('the step ascends, where the text is read over formal vectors', async () => {
    const texts = await mutated<typeof Sgd>(
      'src/descent/sgd.ts',
      'F.axpy(F.neg(eta), g, theta)',
      'F.axpy(eta, g, theta)',
    );
    expect(failure(minimaxAttainedTheorem({ ...minimaxTexts, ...texts }))).toMatch(/^the text of a run, T = 2: /);
    expect(failure(strictDiameterTheorem(texts))).toMatch(/^the text of a run, T = 2: /);
    expect(failure(bestIterateTheorem({ ...texts, form: maxAffineForm }))).toMatch(
      /^the coordinates of a step: .*"its own coordinate"/,
    );
  });
});

describe('one changed sign in another text fails them too', () => {
  test.each([
    ['the projection', 'div(r, max(r, norm(x)))', 'div(max(r, norm(x)), r)', /^‖θ‖², step, path 1/],
    ['the support', 'F.mul(F.of(radius), F.norm(w))', 'F.neg(F.mul(F.of(radius), F.norm(w)))', /^the regret/],
  ])('ball: %s', async (_, from, to, sentence) => {
    const { ballGeometry: ball } = await mutated<typeof Ball>('src/convex/ball.ts', from, to);
    expect(failure(minimaxAttainedTheorem({ ...minimaxTexts, ball }))).toMatch(sentence);
  });

  test.each([
    ['with the point', '< 0 ? -1 : 1', '< 0 ? 1 : -1', /^the text of the adversary, step 1/],
    ['along the next axis', 'i === t - 1 ? G', 'i === t ? G', /^the text of the adversary, step 1/],
    [
      'along the third axis for good',
      'i === t - 1 ? G',
      'i === Math.min(t - 1, 2) ? G',
      /^the text of the adversary, any step/,
    ],
    [
      'along the first axis too',
      'i === t - 1 ? G',
      'i === t - 1 || i === 0 ? G',
      /^the text of the adversary, any step/,
    ],
  ])('the adversary goes %s', async (_, from, to, sentence) => {
    const { axisAdversary: adversary } = await mutated<typeof Minimax>('properties/9902-sgd/minimax.ts', from, to);
    const texts = { ...minimaxTexts, adversary };
    for (const theorem of [minimaxAxesTheorem(texts), minimaxAttainedTheorem(texts)]) {
      expect(failure(theorem)).toMatch(sentence);
    }
  });

  test.each([
    ['along the sum', '[F.neg(y!), x!]', '[x!, y!]', /any later step, .*"at a right angle to Σ g"/],
    ['not normalized', 'F.div(F.one, F.sqrt(F.of(t - 1)))', 'F.one', /any later step, .*"the length of the gradient"/],
  ])('the adversary in the plane goes %s', async (_, from, to, sentence) => {
    const { planeAdversary: plane } = await mutated<typeof Minimax>('properties/9902-sgd/minimax.ts', from, to);
    expect(failure(minimaxPlaneTheorem({ ...minimaxTexts, plane }))).toMatch(sentence);
  });

  test('the mean of a walk: the half of another step', async () => {
    const { meanAbsoluteWalk } = await mutated<typeof CenterStart>(
      'properties/9902-sgd/center-start.ts',
      'Math.floor((T - 1) / 2)',
      'Math.floor((T + 1) / 2)',
    );
    expect(failure(minimaxLineTheorem(meanAbsoluteWalk))).toMatch(/^the text of E .*"T = 1"/);
  });

  test('max of affine: the last piece that attains the maximum', async () => {
    const { maxAffineForm: form } = await mutated<typeof MaxAffine>(
      'src/descent/losses/max-affine.ts',
      'values[best]!) > 0',
      'values[best]!) >= 0',
    );
    expect(failure(bestIterateTheorem({ descend, form }))).toMatch(/^a piece is compared: 0 with 0: .*"the slope"/);
  });

  test('simplex: its diameter', async () => {
    const { simplexGeometry } = await mutated<typeof Simplex>(
      'src/convex/simplex.ts',
      'mul(of(2), square(of(sum)))',
      'square(of(sum))',
    );
    expect(failure(jungTheorem(simplexGeometry))).toMatch(/^a corner: .*"the distance to the center"/);
  });
});

test('the harmonic numbers with each planted mistake', () => {
  const { teeth } = lawOf('sgd.harmonic-log');
  expect(Object.keys(teeth).length).toBeGreaterThan(1);
  for (const { claim } of Object.values(teeth))
    expect(failure(harmonicTheorem(claim))).toMatch(/^the law itself, T = 1/);
});
