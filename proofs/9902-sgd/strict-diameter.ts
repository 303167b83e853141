import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, below, positive } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { target as c, type DescentTexts, descentTexts } from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, dot, minus, mul, of, plus, scale, square, squaredNorm, sub, sum, zero } = formalSpace;
/** D², G², and the rates of the last two steps. */
const [D2, G2, a, b] = [scalar('D2'), scalar('G2'), scalar('a'), scalar('b')];
/** θ_{T−1}, θ_T and the gradients there. */
const [first, second, g1, g2] = [vector('first'), vector('second'), vector('g1'), vector('g2')];
/** Σ regrets and Σ η of the steps before the last two, and the regrets of these. */
const [before, rates, r1, r2, T] = [scalar('before'), scalar('rates'), scalar('r1'), scalar('r2'), scalar('T')];
const distance = (theta: FormalVector): RationalFunction => squaredNorm(minus(theta, c));
const half = (value: RationalFunction) => div(value, of(2));

/** A-(15) for the steps before the last two, with the rate of the first of these. */
const soFar = (regrets: RationalFunction, rate: RationalFunction, ...standsFor: readonly string[]): Fact =>
  atMost(
    'A-(15) so far',
    regrets,
    add(div(sub(D2, distance(first)), mul(of(2), rate)), mul(half(G2), rates)),
    ...standsFor,
  );

/** A larger rate before weakens it, and before two steps there are none. */
const earlier: Part = {
  name: 'the steps before the last two',
  argue: () => {
    const last = scalar('last');
    return {
      assumes: [
        positive('rate', a),
        atMost('rates do not increase', a, last, 'nonincreasing-rates'),
        atMost('diameter', distance(first), D2),
        { ...soFar(before, last), name: 'invariant' },
      ],
      steps: [{ goal: positive('last rate', last) }, { goal: soFar(before, a) }],
    };
  },
};
const none: Part = {
  name: 'no steps before the last two',
  argue: () => ({
    assumes: [positive('rate', a), atMost('diameter', distance(first), D2)],
    steps: [{ goal: atMost('A-(15) so far', zero, div(sub(D2, distance(first)), mul(of(2), a))) }],
  }),
};

/** The text of SGD for two steps: what it hands to the projection. */
function handedOver({ descend }: DescentTexts): readonly [FormalVector, FormalVector] {
  const handed: FormalVector[] = [];
  descend<RationalFunction, FormalVector>(formalSpace, {
    start: first,
    horizon: 2,
    project: (x) => {
      handed.push(x);
      return second;
    },
    gradient: (t) => (t === 1 ? g1 : g2),
    rate: (t) => (t === 1 ? a : b),
  });
  return [handed[0]!, handed[1]!];
}

/** p = a² − b² and q = 2(a² + b²), so that p/q is how far a large step may be shortened and still be the larger. */
const [p, q] = [sub(square(a), square(b)), mul(of(2), add(square(a), square(b)))];

/**
 * Were A-(4) attained, then u = θ_T − bg_T − c and v = θ_{T−1} − ag_{T−1} − θ_T would be 0, ‖g_{T−1}‖ = G and ‖θ_T − c‖ = D:
 * so D = b‖g_T‖ ≤ bG, and D ≥ ‖θ_{T−1} − θ_T‖ = aG.
 */
const lastTwo = (texts: DescentTexts): Part => ({
  name: 'the last two steps',
  argue: ({ coordinates }) => {
    const [one, two] = handedOver(texts);
    const [u, v] = [minus(two, c), minus(one, second)];
    const bound = add(div(D2, mul(of(2), b)), mul(half(G2), sum([rates, a, b])));
    const regret = sum([before, r1, r2]);
    // Below the bound, at it or above it.
    const strict = coordinates.sign(sub(bound, regret)) === 1;
    const assumes: readonly Fact[] = [
      positive('b', b, 'positive-rates'),
      below('b < a', b, a, 'last-rate-smaller'),
      positive('T', T),
      soFar(before, a, 'nonincreasing-rates'),
      atMost(
        'A-(24)',
        add(distance(second), squaredNorm(v)),
        distance(one),
        'convex-set',
        'closed-set',
        'euclidean-norm',
        'comparator-inside',
      ),
      atMost('A-(9)', r1, dot(g1, minus(first, c)), 'convex-losses'),
      atMost('A-(9) at the end', r2, dot(g2, minus(second, c)), 'convex-losses'),
      atMost('gradient', squaredNorm(g1), G2, 'gradient-bound'),
      atMost('gradient at the end', squaredNorm(g2), G2, 'gradient-bound'),
      atMost('distance to c', distance(second), D2, 'diameter-bound'),
      atMost(
        'distance of a step',
        squaredNorm(minus(second, first)),
        D2,
        'start-inside',
        'diameter-bound',
        'bounded-set',
      ),
      positive('something at stake', add(D2, G2), 'something-at-stake'),
    ];
    /** What RHS − LHS is at least: how far each of the inequalities is from being an equality. */
    const lost = sum([
      div(squaredNorm(u), mul(of(2), b)),
      div(squaredNorm(v), mul(of(2), a)),
      half(mul(a, sub(G2, squaredNorm(g1)))),
      half(mul(sub(div(of(1), b), div(of(1), a)), sub(D2, distance(second)))),
    ]);
    /** Where nothing is lost, each of these is 0. */
    const nothing = (goal: Fact, over: readonly string[]): Step =>
      sought(goal, { facts: ['a', 'b', 'b < a', 'case 1', 'lost', 'gradient', 'distance to c'], norms: [u, v], over });
    const inner: readonly Step[] = [
      sought(atMost('lost', lost, sub(bound, regret)), { over: ['a', 'b'], norms: [], squares: [] }),
      nothing(atMost('u', squaredNorm(u), zero), ['a']),
      nothing(atMost('v', squaredNorm(v), zero), ['b']),
      nothing(atMost('a whole gradient', G2, squaredNorm(g1)), ['a', 'a', 'b']),
      nothing(atMost('a whole diameter', D2, distance(second)), ['b < a']),
      sought(atMost('D ≤ b G', mul(q, D2), mul(mul(add(q, p), square(b)), G2)), {
        over: ['p'],
        facts: ['p', 'q', 'q + p', 'u', 'gradient at the end', 'a whole diameter'],
        norms: [minus(scale(mul(p, b), g2), scale(q, u))],
      }),
      sought(atMost('a G ≤ D', mul(mul(sub(q, p), square(a)), G2), mul(q, D2)), {
        over: ['p'],
        facts: ['p', 'q', 'q − p', 'v', 'a whole gradient', 'distance of a step'],
        norms: [plus(scale(mul(p, a), g1), scale(q, v))],
      }),
      sought(atMost('no gradients', G2, zero), { over: ['p', 'q'], degree: 1 }),
      sought(atMost('no diameter', D2, zero), { over: ['q'], facts: ['q', 'q + p', 'D ≤ b G', 'no gradients'] }),
      { goal: positive('absurd', zero) },
    ];
    const conclusion: readonly Step[] = [
      { goal: below('the regret', regret, bound) },
      { goal: below('the average regret', div(regret, T), div(bound, T)) },
    ];
    return {
      assumes,
      steps: [
        { goal: positive('a', a) },
        { goal: positive('p', p) },
        { goal: positive('q', q) },
        { goal: positive('q + p', add(q, p)) },
        { goal: positive('q − p', sub(q, p)) },
        ...(strict ? conclusion : inner),
      ],
    };
  },
});

/** A-(4) is never attained with D = diam Θ and a last rate below the one before, for all T ≥ 2. */
export const strictDiameterTheorem = (texts: DescentTexts = descentTexts) => {
  const { cites, states } = lawOf('sgd.strict-diameter');
  return proved(
    {
      id: 'strict-diameter',
      laws: ['sgd.strict-diameter'],
      cites,
      states,
      scope: 'all dimensions, all T',
      restsOn: ['regret-bound', 'pythagoras'],
    },
    withModels('strict-diameter', [...runParts(texts), earlier, none, lastTwo(texts)]),
  );
};
