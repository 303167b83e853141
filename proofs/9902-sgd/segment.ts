import { pythagoreanExpansion, segmentGap, segmentRegrouping } from '../../src/convex/segment-identities.ts';
import { scalar, vector } from '../kernel/symbolic.ts';
import { theorem } from '../theorem/theorem.ts';

const phi = vector('phi');
const projection = vector('P');
const theta = vector('theta');
const lambda = scalar('lambda');

/** The regrouping in A-(20). Two vectors are equal when the square of their distance is zero. */
export const segmentRegroupingTheorem = theorem(
  {
    id: 'segment-regrouping',
    laws: ['proj.min-segment'],
    cites: [{ article: '9902', equations: [20] }],
    states: String.raw`\varphi-\lambda\theta-(1-\lambda)P=(\varphi-P)+\lambda(P-\theta)`,
    scope: 'all dimensions',
    leaves: 'The inequality, which needs P to be a nearest point of a convex set.',
  },
  (F) => {
    const { left, right } = segmentRegrouping(F, phi, projection, theta, lambda);
    return [{ name: 'the two vectors are at distance zero', left: F.squaredNorm(F.minus(left, right)), right: F.zero }];
  },
);

/** What is left of A-(20) after squaring and subtracting. */
export const segmentGapTheorem = theorem(
  {
    id: 'segment-gap',
    laws: ['proj.square'],
    cites: [{ article: '9902', equations: [20, 21] }],
    states: String.raw`\|\varphi-\lambda\theta-(1-\lambda)P\|^2-\|\varphi-P\|^2=\lambda^2\|P-\theta\|^2+2\lambda(P-\theta)\cdot(\varphi-P)`,
    scope: 'all dimensions',
    leaves: 'That it is nonnegative, which needs P to be a nearest point of a convex set.',
  },
  (F) => [{ name: 'difference of the squares', ...segmentGap(F, phi, projection, theta, lambda) }],
);

/** The expansion that turns the obtuse angle A-(23) into the inequalities A-(24). */
export const pythagoreanExpansionTheorem = theorem(
  {
    id: 'pythagorean-expansion',
    laws: ['proj.pyth'],
    cites: [{ article: '9902', equations: [24] }],
    states: String.raw`\|\varphi-\theta\|^2=\|P-\theta\|^2+\|\varphi-P\|^2+2(P-\theta)\cdot(\varphi-P)`,
    scope: 'all dimensions',
    leaves: 'Both inequalities, which need the obtuse angle A-(23).',
  },
  (F) => [{ name: 'expansion about the projection', ...pythagoreanExpansion(F, phi, projection, theta) }],
);
