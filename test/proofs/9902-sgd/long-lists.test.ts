import { expect, test } from 'vitest';
import { abelAllTheorem, abelBoundTheorem, abelCloseAllTheorem, abelTexts } from '../../../proofs/9902-sgd/abel-all.ts';
import { bestIterateTheorem } from '../../../proofs/9902-sgd/best-iterate.ts';
import { dykstraGapTheorem, dykstraNormalsTheorem, dykstraPotentialTheorem } from '../../../proofs/9902-sgd/dykstra.ts';
import { dykstraTexts } from '../../../proofs/9902-sgd/dykstra-texts.ts';
import { gapReadingTheorem, sampleTexts } from '../../../proofs/9902-sgd/gap-reading.ts';
import { productTheorem } from '../../../proofs/9902-sgd/geometry.ts';
import { descentTexts } from '../../../proofs/9902-sgd/online-step.ts';
import type * as SamplePaths from '../../../properties/9902-sgd/sample-paths.ts';
import type * as Dykstra from '../../../src/convex/dykstra.ts';
import type * as Product from '../../../src/convex/product.ts';
import type * as MaxAffine from '../../../src/descent/losses/max-affine.ts';
import type * as Identities from '../../../src/descent/step-identities.ts';
import { mutated } from '../mutated-text.ts';
import { failure } from './failure.ts';

// A text that goes through a list, and after eight entries no longer as it began.

test.each([
  ['sweep', 'F.plus(point, state.normals[k]!)', 'F.plus(point, state.normals[k > 8 ? 0 : k]!)'],
  ['potential', 'F.minus(projections[k]!, c)', 'F.minus(projections[k > 8 ? 0 : k]!, c)'],
  ['gap', 'F.minus(projections[k]!, point)', 'F.minus(projections[k > 8 ? 0 : k]!, point)'],
])('Dykstra’s iteration: the %s', async (what, from, to) => {
  const text = await mutated<typeof Dykstra>('src/convex/dykstra.ts', from, to);
  const texts = { ...dykstraTexts, sweep: text.dykstraSweep, potential: text.dykstraPotential, gap: text.dykstraGap };
  const theorem = { sweep: dykstraNormalsTheorem, potential: dykstraPotentialTheorem, gap: dykstraGapTheorem }[what]!;
  expect(failure(theorem(texts))).toMatch(new RegExp(`^the text of (a|the) ${what}, 16 sets: `));
});

test('the product of sets', async () => {
  const { productGeometry } = await mutated<typeof Product>(
    'src/convex/product.ts',
    'x.slice(start, end)',
    'x.slice(k > 8 ? 0 : start, end)',
  );
  expect(failure(productTheorem(productGeometry))).toMatch(/^the text of the product, 16 sets: /);
});

test('summation by parts', async () => {
  const file = 'src/descent/step-identities.ts';
  const texts = await mutated<typeof Identities>(file, 'sub(each, half[i]!)', 'sub(each, half[i > 8 ? 0 : i]!)');
  for (const theorem of [abelAllTheorem, abelCloseAllTheorem, abelBoundTheorem]) {
    expect(failure(theorem({ ...abelTexts, ...texts }))).toMatch(/^the texts, T = 32: /);
  }
});

test('a mean over samples', async () => {
  const texts = await mutated<typeof SamplePaths>(
    'properties/9902-sgd/sample-paths.ts',
    'mul(of(weights[i]!), value)',
    'mul(of(weights[i > 8 ? 0 : i]!), value)',
  );
  expect(failure(gapReadingTheorem({ ...sampleTexts, ...texts }))).toMatch(/^the text of L\(θ\), 12 samples: /);
});

test('the largest of many pieces', async () => {
  const { maxAffineForm: form } = await mutated<typeof MaxAffine>(
    'src/descent/losses/max-affine.ts',
    'k < values.length;',
    'k < values.length && k < 9;',
  );
  expect(failure(bestIterateTheorem({ ...descentTexts, form }))).toMatch(/^the coordinate of a step, T = 16: /);
});
