import { vertices } from '../../src/convex/index.ts';
import { type ConvexLoss, lossForm, type Region, subgradient } from '../../src/descent/loss.ts';
import { type AnyLaw, law, type Tooth } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { atMost, equal } from '../../src/scalar/relation.ts';
import { type GradientCase, gradientCases } from '../instances/descent/gradient-case.ts';
import { isConvexSet, type ModelSet, modelRegion, projectModel } from '../model.ts';
import { lossKindCover } from './loss-float64.ts';
import { SECTIONS } from './sections.ts';

/** G², the largest ‖g‖² on a region, or a bound of it. */
type GradientBound = <S>(F: Algebra<S>, loss: ConvexLoss, region: Region<S>) => S;

const reference: GradientBound = (F, loss, region) => lossForm(loss).squaredGradientBound(F, loss, region);

/** Points of Θ at one of which the gradient is steepest; undefined where they are too many to try. */
function steepest<S>(F: Algebra<S>, set: ModelSet, loss: ConvexLoss): readonly Vector<S>[] | undefined {
  if (!isConvexSet(set)) return undefined;
  if (set.kind !== 'ball') return vertices(set)?.map((vertex) => F.vector(vertex));
  const center = F.vector(set.center);
  const away = awayFrom(F, loss, center);
  const direction = F.compare(F.squaredNorm(away), F.zero) === 0 ? F.vector(set.center.map(() => 1)) : away;
  const step = F.scale(F.div(F.of(set.radius), F.norm(direction)), direction);
  return [F.plus(center, step), F.minus(center, step)];
}

/** The direction in which the gradient changes: from the center of a quadratic, and along the feature of the others. */
function awayFrom<S>(F: Algebra<S>, loss: ConvexLoss, point: Vector<S>): Vector<S> {
  switch (loss.kind) {
    case 'quadratic':
      return F.minus(point, F.vector(loss.center));
    case 'absolute':
    case 'hinge':
    case 'logistic':
      return F.vector(loss.feature);
    default:
      return point;
  }
}

/** Whether θ is where the gradient of a logistic loss is steepest: exp would leave that equality open. */
const isLogisticTie = <S>(F: Algebra<S>, loss: ConvexLoss, region: Region<S>, theta: Vector<S>): boolean => {
  if (loss.kind !== 'logistic') return false;
  const w = F.vector(loss.feature);
  return F.compare(F.add(F.dot(w, theta), region.support(w.map(F.neg))), F.zero) === 0;
};

const wrongFor = (
  kind: ConvexLoss['kind'],
  says: string,
  wrong: GradientBound,
): Tooth<GradientCase, GradientBound> => ({
  says,
  use: (F, loss, region) => (loss.kind === kind ? wrong(F, loss, region) : reference(F, loss, region)),
});

/** Θ turned about 0, so that its nearest side is taken for its farthest. */
const opposite = <S>(F: Algebra<S>, { squaredFarthest, support }: Region<S>): Region<S> => ({
  squaredFarthest: (x) => squaredFarthest(x.map(F.neg)),
  support: (w) => support(w.map(F.neg)),
});

export const gradientBoundLaw = law<GradientCase, GradientBound>({
  id: 'sgd.gradient-bound',
  version: 2,
  cites: [{ article: '9902', equations: [], place: 'item 2 of the assumptions: a bound of the gradients on Θ' }],
  section: SECTIONS.assumptions,
  states: String.raw`\max_{\theta\in\Theta}\|\nabla L(\theta)\|^2=G^2(L,\Theta),\quad G^2=k^2\max_{\theta\in\Theta}\|\theta-c\|^2\ \text{for}\ L=\tfrac k2\|\theta-c\|^2`,
  says: 'The G that this package gives for a loss and a bounded Θ bounds the gradients at all points of Θ, and one of them attains it: a vertex, or the end of a diameter of a ball. (Of a loss made of affine pieces it is the steepest one, which Θ may miss: the attained gradient is that or, where an absolute value or a hinge is 0 on all of Θ, 0. Whether logistic losses attain it exp leaves open.)',
  expects: 'holds',
  instances: gradientCases,
  hypotheses: [],
  subject: 'gradient bound',
  reference,
  claim: (F, { set, loss, point }, use) => {
    const region = modelRegion(F, set)!;
    const theta = projectModel(F, set, F.vector(point));
    if (isLogisticTie(F, loss, region, theta)) return [];
    const bound = use(F, loss, region);
    const squared = (at: typeof theta) => F.squaredNorm(subgradient(F, loss, at));
    const points = loss.kind === 'logistic' || loss.kind === 'max-affine' ? undefined : steepest(F, set, loss);
    const attained = points?.map(squared).reduce(F.max);
    const most = atMost(squared(theta), bound, 'squared norm of the gradient');
    if (attained === undefined) return most;
    const mayBeFlat = loss.kind === 'absolute' || loss.kind === 'hinge';
    if (mayBeFlat && F.compare(attained, F.zero) === 0) return most;
    return [most, equal(attained, bound, 'the steepest gradient')];
  },
  cover: {
    ...lossKindCover,
    'a ball of two or more dimensions': {
      atLeast: 0.05,
      when: ({ set }) => set.kind === 'ball' && set.center.length > 1,
    },
  },
  teeth: {
    'mirrored-center': wrongFor('quadratic', 'The center has the wrong sign.', (F, loss, region) =>
      reference(F, loss, opposite(F, region)),
    ),
    'least-of-the-slopes': wrongFor(
      'logistic',
      'The gradient is taken where the margin is largest.',
      (F, loss, region) => reference(F, loss, opposite(F, region)),
    ),
    'slope-of-the-label': wrongFor('hinge', 'A hinge is taken to be no steeper than 1.', (F) => F.one),
    'factor-two': wrongFor(
      'quadratic',
      'A bound that no point attains: the square of a sum is taken to be twice the sum of the squares.',
      (F, loss, region) => F.mul(F.of(2), reference(F, loss, region)),
    ),
    'first-piece': wrongFor(
      'max-affine',
      'The gradient of a maximum is bounded by that of its first piece.',
      (F, loss, region) =>
        loss.kind === 'max-affine' ? F.squaredNorm(F.vector(loss.slopes[0]!)) : reference(F, loss, region),
    ),
  },
});

/** The bounds of gradients that sgd.final takes its G from. */
export const gradientBoundLaws: readonly AnyLaw[] = [gradientBoundLaw];
