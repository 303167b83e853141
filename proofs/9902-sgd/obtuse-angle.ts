import { segmentGap } from '../../src/convex/segment-identities.ts';
import type { Rule } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { atMost, nonnegative, positive } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { angle, NEAREST, nearestOnSegments } from './nearest-point.ts';

const [phi, projection, theta] = [vector('phi'), vector('P'), vector('theta')];
const lambda = scalar('lambda');
const { add, div, mul, neg, of, one, minus, squaredNorm } = formalSpace;

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
    return {
      assumes: [
        positive('λ is positive', lambda, 'lambda-nonnegative'),
        atMost('λ is at most 1', lambda, of(1), 'lambda-at-most-one'),
      ],
      rules: [nearestOnSegments(phi, projection, theta)],
      steps: [
        { goal: nonnegative('λ is not negative', lambda) },
        { rule: 'nearest point of a convex set', at: lambda, gives: 'A-(20)' },
        { goal: nonnegative('A-(21)', gap) },
        { goal: divided(lambda) },
      ],
    };
  },
  instances: [halfplane],
  needed: { 'nearest point of a convex set': twoPoints },
};

/** A-(22) at λ, as {@link nearestOnSegmentTheorem} has it. */
const divided = (at: RationalFunction): Fact =>
  nonnegative('A-(22)', add(mul(at, squaredLength), mul(of(2), angle(phi, projection, theta))));

const forEveryLambda: Rule = {
  name: 'A-(22)',
  says: 'λ‖P − θ‖² + 2(P − θ)·(φ − P) ≥ 0 for 0 < λ ≤ 1, as P is nearest to φ on the segment to θ, which lies in Θ.',
  standsFor: NEAREST,
  given: [positive('λ is positive', lambda), atMost('λ is at most 1', lambda, one)],
  yields: divided(lambda),
};

/** λ → 0 in one step: were the angle acute by d > 0, then λ = d/(‖P − θ‖² + d) would already contradict A-(22). */
const atTheLimit: Part = {
  name: 'A-(23)',
  argue: ({ F }) => {
    const sign = F.sign(excess);
    const total = add(squaredLength, excess);
    const chosen = div(excess, total);
    return {
      assumes: [],
      rules: [forEveryLambda],
      steps:
        sign === 1
          ? [
              { goal: positive('total', total) },
              { goal: positive('λ is positive', chosen) },
              { goal: atMost('λ is at most 1', chosen, of(1)) },
              { goal: positive('1 + λ', add(of(1), chosen)) },
              { rule: 'A-(22)', at: chosen, gives: 'A-(22) at λ' },
              sought(nonnegative('absurd', of(-1)), { over: ['case 1', '1 + λ'] }),
            ]
          : [{ goal: nonnegative('A-(23)', neg(excess)) }],
    };
  },
  instances: [halfplane, { ...halfplane, theta: [1, 1] }],
  needed: { 'A-(22)': twoPoints },
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
    cites: [{ article: '9902', equations: [22, 23] }],
    states: String.raw`(\Pi(\varphi)-\theta)\cdot(\varphi-\Pi(\varphi))\ge0\quad(\theta\in\Theta)`,
    scope: 'all dimensions',
    restsOn: ['nearest-on-segment'],
  },
  [atTheLimit],
);
