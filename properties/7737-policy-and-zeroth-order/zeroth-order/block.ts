import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law, type Tooth } from '../../../src/law/law.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { atMost, equal, type Relation } from '../../../src/scalar/relation.ts';
import { series } from '../../../src/scalar/series.ts';
import { onBlock, zerothOrderGradient } from '../../../src/zeroth-order/descent.ts';
import { atoms } from '../../../src/zeroth-order/directions.ts';
import { expectedVector } from '../../../src/zeroth-order/estimator.ts';
import { estimateVariance } from '../../../src/zeroth-order/variance.ts';
import { restricted } from '../../instances/restricted.ts';
import { type BlockCase, blockCases } from '../../instances/zeroth-order/block-case.ts';
import { stretched } from '../../instances/zeroth-order/directions.ts';
import { degreeOf, objectiveOf } from '../../instances/zeroth-order/objectives.ts';
import { SECTIONS } from '../sections.ts';
import { atMostLinear } from './conditions.ts';
import { gradientOf } from './derivatives.ts';
import { identityMoment } from './hypotheses.ts';

type OnBlock = typeof onBlock;

const about = {
  version: 1,
  cites: [{ article: '7737', equations: [11], place: 'a part of the parameters only' }],
  section: SECTIONS.zerothOrder,
  expects: 'holds',
  subject: 'direction on a block',
  reference: onBlock,
} as const;

/** The zeroth-order gradient as a function of the direction on the block. */
const gradientAlong =
  <S>(F: Algebra<S>, instance: BlockCase, use: OnBlock, smoothing: S) =>
  (u: Vector<S>): Vector<S> => {
    const { objective, point, block } = instance;
    const direction = (): Vector<S> => use(F, block, point.length, u);
    return zerothOrderGradient(F, { objective: objectiveOf(objective), smoothing, direction })(1, F.vector(point));
  };

function limitIsBlockOfGradient<S>(
  F: Algebra<S>,
  instance: BlockCase,
  use: OnBlock,
  kept: (block: readonly number[], i: number) => boolean,
): Relation<S> {
  const E = series(F, 3);
  const mean = expectedVector(
    E,
    atoms(E, instance.directions, degreeOf(instance.objective) + 1),
    gradientAlong(E, instance, use, E.epsilon),
  );
  const gradient = gradientOf(F, objectiveOf(instance.objective), F.vector(instance.point));
  return mean.map((coordinate, i) =>
    equal(E.coefficient(coordinate, 0), kept(instance.block, i) ? gradient[i]! : F.zero, `partial derivative ${i + 1}`),
  );
}

const blockMistakes: Record<string, Tooth<BlockCase, OnBlock>> = {
  'first-variables': {
    says: 'The first variables are moved, not those of the block.',
    use: (F, block, d, u) =>
      onBlock(
        F,
        block.map((_, i) => i),
        d,
        u,
      ),
  },
  'others-move-along': {
    says: 'The variables outside of the block are moved like the first of it.',
    use: (F, block, d, u) => onBlock(F, block, d, u).map((x, i) => (block.includes(i) ? x : u[0]!)),
  },
};

const stretchedOnBlock: Instances<BlockCase> = {
  ...blockCases(1, ['rademacher']),
  generate: (draw) => {
    const instance = blockCases(1, ['rademacher']).generate(draw);
    return { ...instance, directions: stretched(instance.directions, 2) };
  },
};

export const blockLimit = law<BlockCase, OnBlock>({
  ...about,
  id: 'zo.block',
  states: String.raw`u\text{ on the block }B,\ \mathbb E[u_Bu_B^\top]=I\implies\lim_{\varepsilon\to0}\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]_i=\begin{cases}\partial_if(x)&i\in B\\0&i\notin B\end{cases}`,
  says: 'Directions that move a block of the parameters only give the partial derivatives by these parameters, and 0 for the others.',
  instances: blockCases(4, ['rademacher', 'skewed', 'three-point', 'finite']),
  hypotheses: [identityMoment({ kind: 'search', breaking: stretchedOnBlock })],
  claim: (F, instance, use) => limitIsBlockOfGradient(F, instance, use, (block, i) => block.includes(i)),
  cover: {
    'two variables move': { atLeast: 0.2, when: ({ block }) => block.length === 2 },
    'degree 3 or 4': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) > 2 },
  },
  teeth: {
    ...blockMistakes,
    'all-of-the-gradient': {
      says: 'The limit is said to be the whole gradient.',
      claim: (F, instance, use) => limitIsBlockOfGradient(F, instance, use, () => true),
    },
  },
});

const signsOnBlock = restricted(
  blockCases(1, ['rademacher']),
  ({ directions }) => directions.kind === 'rademacher',
  'has directions of signs',
);

/** The variance is (d_B − less) ‖g_B‖², which is at most (d − 1) ‖g‖². */
function blockVarianceIs<S>(F: Algebra<S>, instance: BlockCase, use: OnBlock, less: number): Relation<S> {
  const { objective, point, block, directions, smoothing } = instance;
  const gradient = gradientOf(F, objectiveOf(objective), F.vector(point));
  const variance = estimateVariance(F, atoms(F, directions), gradientAlong(F, instance, use, F.of(smoothing)));
  const ofBlock = F.squaredNorm(block.map((i) => gradient[i]!));
  return [
    equal(variance, F.mul(F.of(block.length - less), ofBlock), 'variance'),
    atMost(variance, F.mul(F.of(point.length - 1), F.squaredNorm(gradient)), 'variance'),
  ];
}

export const blockVariance = law<BlockCase, OnBlock>({
  ...about,
  id: 'zo.block-variance',
  states: String.raw`f\text{ linear, }u_i=\pm1\text{ on }B:\quad\operatorname{Var}=(|B|-1)\,\|g_B\|^2\le(d-1)\,\|g\|^2`,
  says: 'On a block, the variance grows with the size of the block, not with the number of all parameters: for a linear function and random signs it is |B| − 1 times the squared length of the block of the gradient.',
  instances: signsOnBlock,
  hypotheses: [atMostLinear({ kind: 'search', breaking: blockCases(2, ['rademacher']) })],
  claim: (F, instance, use) => blockVarianceIs(F, instance, use, 1),
  cover: { 'two variables move': { atLeast: 0.2, when: ({ block }) => block.length === 2 } },
  teeth: {
    ...blockMistakes,
    'not-one-less': {
      says: 'The variance is said to be |B| times the squared length.',
      claim: (F, instance, use) => blockVarianceIs(F, instance, use, 0),
    },
  },
});

/** Zeroth-order gradients that move a block of the parameters. */
export const zerothOrderBlockLaws: readonly AnyLaw[] = [blockLimit, blockVariance];
