import { type ConvexSet, dimension } from '../../src/convex/index.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { toDouble } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { equalVectors } from '../../src/scalar/relation.ts';
import {
  changedCases,
  type ProjectionCase,
  projectionCases,
  type ScaledCase,
  scaledCases,
} from '../instances/descent/projection-case.ts';
import { scaledSet, translatedSet } from '../instances/descent/set-motions.ts';
import { ALL_SETS } from '../instances/descent/sets.ts';
import { projectModel } from '../model.ts';
import { productSet, simplexSet } from './projection-hypotheses.ts';
import { aboutProjection, movedOrNot, readCase } from './projection-reading.ts';
import { mistakes } from './projection-teeth.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts } from './subject.ts';

const shared = {
  ...aboutProjection,
  section: SECTIONS.beyond,
  cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
} as const;

/** Every kind but the simplex, which moves along the diagonal only, and products, which may contain one. */
const translatable = ALL_SETS.filter((kind) => kind !== 'simplex' && kind !== 'product');

export const translation = law<ProjectionCase, SgdParts>({
  ...shared,
  id: 'proj.translation',
  states: String.raw`\Pi_{\Theta+v}(\varphi+v)=\Pi_\Theta(\varphi)+v`,
  says: 'Moving the set and the point together moves the projection with them.',
  instances: projectionCases(translatable),
  hypotheses: [],
  claim: (F, instance, use) => {
    const { phi, projection } = readCase(F, instance, use);
    const v = F.vector(instance.other);
    const moved = translatedSet(instance.set as ConvexSet, instance.other);
    if (moved === undefined) throw new RangeError(`A ${instance.set.kind} does not move freely; give another set.`);
    return equalVectors(use.project(F, moved, F.plus(phi, v)), F.plus(projection, v));
  },
  cover: movedOrNot,
  teeth: {
    'center-forgotten': {
      says: 'Balls are taken to be about 0.',
      use: {
        ...reference,
        project: (F, set, x) => {
          const isBall = set.kind === 'ball' || set.kind === 'l1-ball';
          return projectModel(F, isBall ? { ...set, center: set.center.map(() => 0) } : set, x);
        },
      },
    },
    'offset-forgotten': {
      says: 'Halfspaces are taken to have 0 on their boundary.',
      use: {
        ...reference,
        project: (F, set, x) => projectModel(F, set.kind === 'halfspace' ? { ...set, offset: 0 } : set, x),
      },
    },
  },
});

export const scaling = law<ScaledCase, SgdParts>({
  ...shared,
  id: 'proj.scaling',
  states: String.raw`\Pi_{s\Theta}(s\varphi)=s\,\Pi_\Theta(\varphi)\quad(s>0)`,
  says: 'Scaling the set and the point together scales the projection with them, at every scale that doubles have.',
  instances: scaledCases(ALL_SETS),
  hypotheses: [],
  claim: (F, instance, use) => {
    const { phi, projection } = readCase(F, instance, use);
    const s = F.of(instance.factor);
    const grown = scaledSet(instance.set as ConvexSet, instance.factor);
    return equalVectors(use.project(F, grown, F.scale(s, phi)), F.scale(s, projection));
  },
  cover: {
    ...movedOrNot,
    'an extreme scale': {
      atLeast: 0.15,
      when: ({ factor }) => typeof factor === 'number' && Math.abs(Math.log2(factor)) > 60,
    },
    'a scale whose square is no double': {
      atLeast: 0.07,
      when: ({ factor }) => typeof factor === 'number' && Math.abs(Math.log2(factor)) > 540,
    },
  },
  teeth: mistakes('ball-ignores-radius', 'ball-squares-overflow', 'segment-squares-underflow', 'unsquared-prox'),
});

/** Whether some coordinate of Π(φ) is 0, as doubles see it. */
const cutsOff = ({ set, point }: ProjectionCase): boolean =>
  projectModel(float64, set, point.map(toDouble)).includes(0);

export const simplexShift = law<ProjectionCase, SgdParts>({
  ...shared,
  id: 'proj.simplex-shift',
  states: String.raw`\Pi_\Delta(\varphi+v\,(1,\dots,1))=\Pi_\Delta(\varphi)`,
  says: 'Adding the same number to all coordinates does not change the projection onto a simplex, however large it is.',
  instances: changedCases(projectionCases(['simplex']), (instance, draw) => {
    const shift = draw.integer(-9, 9) * 2 ** draw.integer(-4, 40);
    return { ...instance, other: instance.other.map(() => shift) };
  }),
  hypotheses: [simplexSet],
  claim: (F, instance, use) => {
    const { phi, projection } = readCase(F, instance, use);
    const shift = F.of(instance.other[0]!);
    const shifted = phi.map((x) => F.add(x, shift));
    return equalVectors(use.project(F, instance.set, shifted), projection);
  },
  cover: {
    'a coordinate is cut off at 0': { atLeast: 0.3, when: (instance) => cutsOff(instance) },
    'no coordinate is cut off': { atLeast: 0.05, when: (instance) => !cutsOff(instance) },
    'the shift is a million or more': { atLeast: 0.2, when: ({ other }) => Math.abs(toDouble(other[0]!)) >= 1e6 },
  },
  teeth: mistakes(
    'simplex-without-shift',
    'simplex-clips-first',
    'simplex-sum-shortcut',
    'simplex-threshold-off-by-one',
  ),
});

export const separable = law<ProjectionCase, SgdParts>({
  ...shared,
  id: 'proj.separable',
  states: String.raw`\Pi_{A\times B}(x,y)=(\Pi_A(x),\Pi_B(y))`,
  says: 'A product of sets is projected factor by factor.',
  instances: projectionCases(['product']),
  hypotheses: [productSet],
  claim: (F, instance, use) => {
    const { phi, projection } = readCase(F, instance, use);
    const { set } = instance;
    let start = 0;
    const blocks = (set.kind === 'product' ? set.factors : []).map((factor) => {
      const from = start;
      start += dimension(factor);
      return use.project(F, factor, phi.slice(from, start));
    });
    return equalVectors(projection, blocks.flat());
  },
  cover: {
    'two factors': { atLeast: 0.5, when: ({ set }) => set.kind === 'product' && set.factors.length > 1 },
  },
  teeth: {
    'one-factor-only': {
      says: 'Only the first factor is projected.',
      use: {
        ...reference,
        project: (F, set, x) => {
          if (set.kind !== 'product') return projectModel(F, set, x);
          const d = dimension(set.factors[0]!);
          return [...projectModel(F, set.factors[0]!, x.slice(0, d)), ...x.slice(d)];
        },
      },
    },
  },
});

/** How projections move with their sets. */
export const projectionEquivarianceLaws: readonly AnyLaw[] = [translation, scaling, simplexShift, separable];
