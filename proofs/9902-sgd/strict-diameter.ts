import type { Step } from '../kernel/argument.ts';
import type { Certificate, NonnegativeTerm, ZeroTerm } from '../kernel/certificate.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, below, positive } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { target as c, type DescentTexts, descentTexts } from './online-step.ts';

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
      steps: [
        {
          goal: positive('last rate', last),
          by: { terms: [{ facts: ['rate'] }, { facts: ['rates do not increase'] }] },
        },
        {
          goal: soFar(before, a),
          by: {
            scaled: ['rate', 'last rate'],
            terms: [
              { facts: ['rate', 'last rate', 'invariant'] },
              { times: 0.5, facts: ['diameter', 'rates do not increase'] },
            ],
          },
        },
      ],
    };
  },
};
const none: Part = {
  name: 'no steps before the last two',
  argue: () => ({
    assumes: [positive('rate', a), atMost('diameter', distance(first), D2)],
    steps: [
      {
        goal: atMost('A-(15) so far', zero, div(sub(D2, distance(first)), mul(of(2), a))),
        by: { scaled: ['rate'], terms: [{ times: 0.5, facts: ['diameter'] }] },
      },
    ],
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
  argue: ({ coordinates, path }) => {
    const [one, two] = handedOver(texts);
    const [u, v] = [minus(two, c), minus(one, second)];
    const bound = add(div(D2, mul(of(2), b)), mul(half(G2), sum([rates, a, b])));
    const regret = sum([before, r1, r2]);
    // Below the bound, at it or above it.
    const strict = coordinates.sign(sub(bound, regret)) === 1;
    const equality = path() === '1';
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
    /** 2ab (RHS − LHS) as a sum of what is not negative. */
    const slack: Readonly<Record<string, NonnegativeTerm | ZeroTerm>> = {
      attained: equality
        ? { multiple: mul(mul(of(-2), a), b), of: 'case 1' }
        : { times: 2, facts: ['a', 'b', 'case 1'] },
      soFar: { times: 2, facts: ['a', 'b', 'A-(15) so far'] },
      tangent: { times: 2, facts: ['a', 'b', 'A-(9)'] },
      tangentAtEnd: { times: 2, facts: ['a', 'b', 'A-(9) at the end'] },
      pythagoras: { facts: ['b', 'A-(24)'] },
      v: { facts: ['b'], norm: v },
      gradient: { facts: ['a', 'a', 'b', 'gradient'] },
      distance: { facts: ['b < a', 'distance to c'] },
      gradientAtEnd: { facts: ['a', 'b', 'b', 'gradient at the end'] },
      u: { facts: ['a'], norm: u },
    };
    const allBut = (one: string, scaled: readonly string[]): Certificate => ({
      scaled,
      terms: Object.entries(slack).flatMap(([name, term]) => (name === one ? [] : [term])),
    });
    const inner: readonly Step[] = [
      { goal: atMost('u', squaredNorm(u), zero), by: allBut('u', ['a']) },
      { goal: atMost('v', squaredNorm(v), zero), by: allBut('v', ['b']) },
      { goal: atMost('a whole gradient', G2, squaredNorm(g1)), by: allBut('gradient', ['a', 'a', 'b']) },
      { goal: atMost('a whole diameter', D2, distance(second)), by: allBut('distance', ['b < a']) },
      {
        goal: atMost('D ≤ b G', mul(mul(q, p), D2), mul(mul(mul(p, add(q, p)), square(b)), G2)),
        by: {
          terms: [
            { facts: ['p', 'q + p', 'b', 'b', 'gradient at the end'] },
            { norm: minus(scale(mul(p, b), g2), scale(q, u)) },
            { facts: ['q', 'q + p', 'u'] },
            { facts: ['q', 'p', 'a whole diameter'] },
          ],
        },
      },
      {
        goal: atMost('a G ≤ D', mul(mul(mul(p, sub(q, p)), square(a)), G2), mul(mul(q, p), D2)),
        by: {
          terms: [
            { facts: ['q', 'p', 'distance of a step'] },
            { norm: plus(scale(mul(p, a), g1), scale(q, v)) },
            { facts: ['q', 'q − p', 'v'] },
            { facts: ['p', 'q − p', 'a', 'a', 'a whole gradient'] },
          ],
        },
      },
      {
        goal: atMost('no gradients', G2, zero),
        by: {
          scaled: ['p', 'p', 'q'],
          terms: [
            { times: 2, facts: ['D ≤ b G'] },
            { times: 2, facts: ['a G ≤ D'] },
          ],
        },
      },
      {
        goal: atMost('no diameter', D2, zero),
        by: {
          scaled: ['q', 'p'],
          terms: [{ facts: ['D ≤ b G'] }, { facts: ['p', 'q + p', 'b', 'b', 'no gradients'] }],
        },
      },
      {
        goal: positive('absurd', zero),
        by: { terms: [{ facts: ['something at stake'] }, { facts: ['no gradients'] }, { facts: ['no diameter'] }] },
      },
    ];
    const conclusion: readonly Step[] = [
      { goal: below('the regret', regret, bound), by: { terms: [{ facts: ['case 1'] }] } },
      {
        goal: below('the average regret', div(regret, T), div(bound, T)),
        by: { scaled: ['T'], terms: [{ facts: ['the regret'] }] },
      },
    ];
    const sums = (...facts: readonly (readonly string[])[]): Certificate => ({
      terms: facts.map((each) => ({ facts: each })),
    });
    return {
      assumes,
      steps: [
        { goal: positive('a', a), by: sums(['b < a'], ['b']) },
        { goal: positive('p', p), by: sums(['b < a', 'a'], ['b < a', 'b']) },
        { goal: positive('q', q), by: sums(['a', 'a'], ['a', 'a'], ['b', 'b'], ['b', 'b']) },
        { goal: positive('q + p', add(q, p)), by: sums(['q'], ['p']) },
        { goal: positive('q − p', sub(q, p)), by: sums(['a', 'a'], ['b', 'b'], ['b', 'b'], ['b', 'b']) },
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
    withModels('strict-diameter', [earlier, none, lastTwo(texts)]),
  );
};
