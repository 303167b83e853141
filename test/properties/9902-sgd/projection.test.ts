import { describe, expect, test } from 'vitest';
import { projectionLaws } from '../../../properties/9902-sgd/projection.ts';
import { projectionBeyondLaws } from '../../../properties/9902-sgd/projection-beyond.ts';
import { projectionCommentLaws } from '../../../properties/9902-sgd/projection-comments.ts';
import { projectionConeLaws } from '../../../properties/9902-sgd/projection-cones.ts';
import { projectionEquivarianceLaws } from '../../../properties/9902-sgd/projection-equivariance.ts';
import { projectionIntersectionLaws } from '../../../properties/9902-sgd/projection-intersection.ts';
import type { ProjectionCase } from '../../../properties/instances/descent/projection-case.ts';
import { checkLaw } from '../../../src/law/check.ts';
import type { AnyLaw } from '../../../src/law/law.ts';
import { digits, exactNumbers } from '../../../src/law/simplify.ts';
import { encode } from '../../../src/law/witness.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../law-checks.ts';

const laws: readonly AnyLaw[] = [
  ...projectionLaws,
  ...projectionCommentLaws,
  ...projectionBeyondLaws,
  ...projectionConeLaws,
  ...projectionEquivarianceLaws,
  ...projectionIntersectionLaws,
];

const lawOf = (id: string): AnyLaw => {
  const found = laws.find((law) => law.id === id);
  if (found === undefined) throw new Error(`There is no law ${id}.`);
  return found;
};

describe('every projection law', () => {
  testExpectations(laws);

  test('ids are unique', () => {
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
  });

  test('a law that holds catches at least one mistake', () => {
    for (const law of laws) {
      if (law.expects === 'holds') expect(Object.keys(law.teeth), law.id).not.toEqual([]);
    }
  });
});

describe('what the projection laws need', () => {
  const searched = laws.flatMap((law) => searchedHypotheses(law).map((name) => [law.id, name, law] as const));

  test.each(searched)('%s needs %s, shown by a small witness', (_id, name, law) => {
    const witness = breaking(law, name);
    expect(witness).toBeDefined();
    const sizes = exactNumbers(witness).map(digits);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
    expect(sizes.length).toBeLessThanOrEqual(9);
  });

  test('every hypothesis is settled', () => {
    const kinds = laws.flatMap((law) => law.hypotheses.map(({ necessity }) => necessity.kind));
    expect(kinds).not.toContain('not-shown');
  });

  test('(19) needs a convex set: −1 and 2 show it at 0', () => {
    expect(breaking(lawOf('proj.nonexp-point'), 'convex-set')).toMatchObject({
      set: { kind: 'finite', points: [[-1], [2]] },
      point: [0],
      member: [2],
    });
  });

  test('(16) and (23) need the Euclidean norm: the line {(s, 2s)} shows it', () => {
    expect(breaking(lawOf('proj.obtuse'), 'euclidean-norm')).toMatchObject({
      set: { kind: 'max-norm-line', direction: [1, 2] },
      point: [1, 0],
      member: [0, 0],
    });
  });

  test('(19) needs θ in Θ: θ = φ shows it', () => {
    const witness = breaking(lawOf('proj.nonexp-point'), 'member-inside') as { point: unknown; member: unknown };
    expect(witness.member).toEqual(witness.point);
  });
});

describe('planted mistakes shrink to what a person would write', () => {
  test.each<[string, string, object]>([
    [
      'proj.def',
      'simplex-threshold-off-by-one',
      { set: { kind: 'simplex', dimension: 1, sum: 2 }, point: [1], member: [2] },
    ],
    ['proj.def', 'no-projection', { set: { kind: 'segment', from: [0], to: [0] }, point: [1], member: [0] }],
    ['proj.nonexp-point', 'projection-sign', { set: { kind: 'segment', from: [0], to: [0] }, point: [1] }],
    ['proj.fixes-set', 'ball-moves-interior-points', { set: { kind: 'ball', center: [0.5], radius: 1 }, member: [0] }],
    ['proj.pyth', 'halfspace-not-normalized', { set: { kind: 'halfspace', normal: [2], offset: 0 }, point: [1] }],
    ['proj.scaling', 'ball-squares-overflow', { set: { kind: 'ball', radius: 1 }, factor: 2 ** 512 }],
    ['proj.scaling', 'segment-squares-underflow', { set: { kind: 'segment', from: [1], to: [0] }, factor: 2 ** -538 }],
    ['sgd.c-broq-squares', 'sign-of-the-inner-product', { a: [1], b: [1] }],
    ['proj.dykstra-normals', 'alternating', { sets: [{ kind: 'halfspace', normal: [1], offset: 0 }], sweeps: 2 }],
  ])('%s: %s', (id, tooth, expected) => {
    expect(encode(caughtBy(lawOf(id), tooth))).toMatchObject(expected);
  });
});

describe('the tightest cases', () => {
  test.each(['proj.obtuse', 'proj.cone'])('%s: a right angle', (id) => {
    const { ratio, input } = checkLaw(lawOf(id), { runs: 300, seed: 9902 }).tightest!;
    expect(ratio).toBe('1');
    const moved = (input as ProjectionCase).point.map((x, i) => x !== (input as ProjectionCase).member[i]);
    expect(moved).toContain(true);
  });

  test.each(['proj.square', 'proj.divide'])('%s: none', (id) => {
    expect(checkLaw(lawOf(id), { runs: 50, seed: 9902 }).tightest).toBeNull();
  });
});
