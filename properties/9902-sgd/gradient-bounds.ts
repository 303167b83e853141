import { type ConvexLoss, lossForm, subgradient } from '../../src/descent/loss.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { type LossCase, lossCases, lossKindCover } from './loss-float64.ts';
import { SECTIONS } from './sections.ts';

/** G², a bound of ‖g‖² within a distance, given squared, of a point. */
type GradientBound = <S>(F: Algebra<S>, loss: ConvexLoss, center: Vector<S>, squaredRadius: S) => S;

const reference: GradientBound = (F, loss, center, squaredRadius) =>
  lossForm(loss).squaredGradientBound(F, loss, center, squaredRadius);

export const gradientBoundLaw = law<LossCase, GradientBound>({
  id: 'sgd.gradient-bound',
  version: 1,
  cites: [{ article: '9902', equations: [], place: 'item 2 of the assumptions: a bound of the gradients on Θ' }],
  section: SECTIONS.assumptions,
  states: String.raw`\|\theta-m\|\le R\implies\|\nabla L(\theta)\|^2\le G^2(L,m,R),\quad G^2=2k^2\left(R^2+\|m-c\|^2\right)\ \text{for}\ L=\tfrac k2\|\theta-c\|^2`,
  says: 'The G that this package gives for a loss bounds its gradients at all points within a distance R of a point m: as R is the distance of the point drawn, at the farthest of them.',
  expects: 'holds',
  instances: lossCases,
  hypotheses: [],
  subject: 'gradient bound',
  reference,
  claim: (F, { loss, from, to }, use) => {
    const [center, theta] = [F.vector(from), F.vector(to)];
    const bound = use(F, loss, center, F.squaredDistance(theta, center));
    return atMost(F.squaredNorm(subgradient(F, loss, theta)), bound, 'squared norm of the gradient');
  },
  cover: lossKindCover,
  teeth: {
    'point-forgotten': {
      says: 'The bound at the point m is taken to hold around it.',
      use: (F, loss, center) => reference(F, loss, center, F.zero),
    },
    'factor-one': {
      says: 'The square of a sum is taken to be at most the sum of the squares, without the factor 2.',
      use: (F, loss, center, squaredRadius) => {
        const bound = reference(F, loss, center, squaredRadius);
        return loss.kind === 'quadratic' ? F.div(bound, F.of(2)) : bound;
      },
    },
    'first-piece': {
      says: 'The gradient of a maximum is bounded by that of its first piece.',
      use: (F, loss, center, squaredRadius) =>
        loss.kind === 'max-affine'
          ? F.squaredNorm(F.vector(loss.slopes[0]!))
          : reference(F, loss, center, squaredRadius),
    },
  },
});

/** The bounds of gradients that sgd.final takes its G from. */
export const gradientBoundLaws: readonly AnyLaw[] = [gradientBoundLaw];
