import { segmentGap } from '../../src/convex/segment-identities.ts';
import { atMost, nonnegative, positive } from '../kernel/fact.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { proved } from '../theorem/theorem.ts';
import { angle, nearestOnSegments } from './nearest-point.ts';

const [phi, projection, theta] = [vector('phi'), vector('P'), vector('theta')];
const lambda = scalar('lambda');
const { add, mul, neg, of, minus, squaredNorm } = formalSpace;

/** The halfplane {x : x₁ ≤ 1} seen from (2, 0). */
const halfplane: Model = { phi: [2, 0], P: [1, 0], theta: [0, 1], lambda: 0.5 };
/** The two points −1 and 1, of which 1 is nearer to 1/8; the segment between them passes closer by. */
const twoPoints: Model = { phi: [0.125], P: [1], theta: [-1], lambda: 0.5 };

const inward = minus(projection, theta);
/** ‖P − θ‖². */
const squaredLength = squaredNorm(inward);
/** −(P − θ)·(φ − P), positive when the angle is acute. */
const excess = neg(angle(phi, projection, theta));

/** The way of the article, for every λ in (0, 1]. */
const alongTheSegment = {
  name: 'A-(20) to A-(22)',
  argue: () => {
    const gap = segmentGap(formalSpace, phi, projection, theta, lambda).right;
    const divided = add(mul(lambda, squaredLength), mul(of(2), angle(phi, projection, theta)));
    return {
      assumes: [
        positive('λ is positive', lambda, 'lambda-nonnegative'),
        atMost('λ is at most 1', lambda, of(1), 'lambda-at-most-one'),
      ],
      rules: [nearestOnSegments(phi, projection, theta)],
      steps: [
        { goal: nonnegative('λ is not negative', lambda), by: { terms: [{ facts: ['λ is positive'] }] } },
        { rule: 'nearest point of a convex set', at: lambda, gives: 'A-(20)' },
        { goal: nonnegative('A-(21)', gap), by: { terms: [{ facts: ['A-(20)'] }] } },
        {
          goal: nonnegative('A-(22)', divided),
          by: { scaled: ['λ is positive'], terms: [{ facts: ['A-(21)'] }] },
        },
      ],
    };
  },
  instances: [halfplane],
  needed: { 'nearest point of a convex set': twoPoints },
};

/** λ → 0 in one step: were the angle acute by d > 0, then λ = d/(‖P − θ‖² + d) would already contradict A-(20). */
const atTheLimit = {
  name: 'A-(23)',
  argue: () => ({
    assumes: [],
    rules: [nearestOnSegments(phi, projection, theta)],
    steps: [
      {
        goal: nonnegative('A-(23)', neg(excess)),
        denial: 'acute',
        steps: [
          {
            goal: positive('total', add(squaredLength, excess)),
            by: { terms: [{ facts: ['acute'] }, { norm: inward }] },
          },
          { define: lambda, numerator: excess, over: 'total', gives: 'choice of λ' },
          {
            goal: positive('λ is positive', lambda),
            by: { scaled: ['total'], terms: [{ facts: ['acute'] }, { multiple: of(1), of: 'choice of λ' }] },
          },
          { goal: nonnegative('λ is not negative', lambda), by: { terms: [{ facts: ['λ is positive'] }] } },
          { goal: positive('1 + λ', add(of(1), lambda)), by: { terms: [{ times: 1 }, { facts: ['λ is positive'] }] } },
          {
            goal: atMost('λ is at most 1', lambda, of(1)),
            by: { scaled: ['total'], terms: [{ norm: inward }, { multiple: of(-1), of: 'choice of λ' }] },
          },
          { rule: 'nearest point of a convex set', at: lambda, gives: 'A-(20)' },
          {
            goal: nonnegative('absurd', of(-1)),
            by: {
              scaled: ['λ is positive', 'acute', '1 + λ'],
              terms: [{ facts: ['A-(20)'] }, { multiple: neg(lambda), of: 'choice of λ' }],
            },
          },
        ],
      },
    ],
  }),
  instances: [halfplane],
  needed: { 'nearest point of a convex set': twoPoints },
};

/** A-(20) to A-(22), as the article has them. No loss takes part. */
export const nearestOnSegmentTheorem = proved(
  {
    id: 'nearest-on-segment',
    laws: ['sgd.c-su'],
    cites: [{ article: '9902', equations: [20, 21, 22] }],
    states: String.raw`\lambda\|\Pi(\varphi)-\theta\|^2+2(\Pi(\varphi)-\theta)\cdot(\varphi-\Pi(\varphi))\ge0\quad(0<\lambda\le1)`,
    scope: 'all dimensions',
  },
  [alongTheSegment],
);

/** A-(23), from nearest point and convexity alone. */
export const obtuseAngleTheorem = proved(
  {
    id: 'obtuse-angle',
    laws: ['proj.obtuse'],
    cites: [{ article: '9902', equations: [20, 21, 22, 23] }],
    states: String.raw`(\Pi(\varphi)-\theta)\cdot(\varphi-\Pi(\varphi))\ge0\quad(\theta\in\Theta)`,
    scope: 'all dimensions',
  },
  [atTheLimit],
);
