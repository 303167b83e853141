import { regretBound } from '../../src/descent/regret.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { sameExact } from '../../src/scalar/exact.ts';
import { timesExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, below, equal } from '../../src/scalar/relation.ts';
import { negativeRate, nothingToBound } from '../breaking/descent/rates.ts';
import { type BoundCase, boundCases } from '../instances/descent/bound-case.ts';
import { isPositive } from '../instances/well-formed.ts';
import { searched } from '../necessity.ts';
import { type DecayNumbers, decayBound, horizonBound, inverseRoots } from './bounds.ts';
import { notBothZero, positiveDistance, positiveGradient, positiveRate } from './rate-hypotheses.ts';
import { SECTIONS } from './sections.ts';

/** The instance's numbers in the reading. */
function numbersOf<S>(F: Algebra<S>, instance: BoundCase, horizon = instance.horizon) {
  const squaredDistance = F.of(instance.squaredDistance);
  const squaredGradient = F.of(instance.squaredGradient);
  const decay: DecayNumbers<S> = { squaredDistance, squaredGradient, alpha: F.of(instance.rate), horizon };
  return { D: F.sqrt(squaredDistance), G: F.sqrt(squaredGradient), decay, root: F.sqrt(F.of(horizon)) };
}

/** α G / D. */
const relativeRate = <S>(F: Algebra<S>, instance: BoundCase): S => {
  const { D, G, decay } = numbersOf(F, instance);
  return F.div(F.mul(decay.alpha, G), D);
};

/** 1/(2q) + q, q = α G / D: A-(8)'s bound over A-(6)'s. */
const priceOfDecay = <S>(F: Algebra<S>, q: S): S => F.add(F.div(F.one, F.mul(F.of(2), q)), q);

const noRatio = (which: string) =>
  ({
    kind: 'necessary-by-argument',
    because: `With ${which} = 0 the quotient of the two bounds is 0/0 or x/0.`,
  }) as const;

export const rate = law<BoundCase, undefined>({
  id: 'sgd.rate',
  version: 1,
  cites: [{ article: '9902', equations: [6, 8], place: 'the text after (8)' }],
  section: SECTIONS.examples,
  states: String.raw`\frac{DG}{\sqrt T}\cdot\sqrt T=DG,\quad\Big(\frac{D^2}{2\alpha\sqrt T}+\frac{G^2\alpha}{\sqrt T}\Big)\sqrt T=\frac{D^2}{2\alpha}+G^2\alpha`,
  says: 'Both bounds are O(1/√T), and exactly so: times √T they do not depend on T.',
  expects: 'holds',
  instances: boundCases({ most: 1024, zeros: 'any' }),
  hypotheses: [positiveRate({ kind: 'proved-unneeded', because: 'The identity holds for every α ≠ 0.' })],
  reference: undefined,
  claim: (F, instance) => {
    const { D, G, decay, root } = numbersOf(F, instance);
    const first = { ...decay, horizon: 1 };
    return [
      equal(F.mul(horizonBound(F, { D, G, horizon: decay.horizon }), root), F.mul(D, G), 'A-(6) times √T'),
      equal(F.mul(decayBound(F, decay), root), decayBound(F, first), 'A-(8) times √T'),
    ];
  },
  cover: { 'T is not a square': { atLeast: 0.3, when: ({ horizon }) => !Number.isInteger(Math.sqrt(horizon)) } },
  teeth: {
    'fast-rate': {
      says: 'The bounds are O(1/T).',
      claim: (F, instance) => {
        const { decay } = numbersOf(F, instance);
        return equal(F.mul(decayBound(F, decay), F.of(decay.horizon)), decayBound(F, { ...decay, horizon: 1 }));
      },
    },
  },
});

export const constLarger = law<BoundCase, undefined>({
  id: 'sgd.const-larger',
  version: 1,
  cites: [{ article: '9902', equations: [6, 8], place: 'the text after (8)' }],
  section: SECTIONS.examples,
  states: String.raw`\frac{\mathrm{RHS}(8)}{\mathrm{RHS}(6)}=\frac1{2q}+q\ge\sqrt2,\ q=\frac{\alpha G}D`,
  says: 'The decaying schedule’s bound is at least √2 times the constant one’s, and √2 times only at α = D/(√2 G).',
  expects: 'holds',
  instances: boundCases({
    most: 1024,
    zeros: 'none',
    tie: ({ squaredGradient, rate: alpha }) => timesExact(2, timesExact(squaredGradient, timesExact(alpha, alpha))),
  }),
  hypotheses: [positiveRate(searched(negativeRate)), positiveDistance(noRatio('D')), positiveGradient(noRatio('G'))],
  reference: undefined,
  claim: (F, instance) => {
    const { D, G, decay } = numbersOf(F, instance);
    const q = relativeRate(F, instance);
    const price = priceOfDecay(F, q);
    const least = F.sqrt(F.of(2));
    const isLeast = F.compare(F.mul(least, F.mul(decay.alpha, G)), D) === 0;
    return [
      equal(decayBound(F, decay), F.mul(price, horizonBound(F, { D, G, horizon: decay.horizon })), 'the quotient'),
      equal(F.of(F.compare(price, least)), F.of(isLeast ? 0 : 1), 'the sign: 0 at the best α, + elsewhere'),
    ];
  },
  cover: {
    'the best α': {
      atLeast: 0.1,
      when: ({ squaredDistance, squaredGradient, rate: alpha }) =>
        sameExact(squaredDistance, timesExact(2, timesExact(squaredGradient, timesExact(alpha, alpha)))),
    },
  },
  teeth: {
    'three-halves': {
      says: 'The quotient is at least 3/2.',
      claim: (F, instance) => atMost(F.of(1.5), priceOfDecay(F, relativeRate(F, instance))),
    },
    'best-alpha-without-root': {
      says: 'The quotient is √2 at α = D/G.',
      claim: (F, instance) => {
        const q = relativeRate(F, instance);
        const isLeast = F.compare(q, F.one) === 0;
        return equal(F.of(F.compare(priceOfDecay(F, q), F.sqrt(F.of(2)))), F.of(isLeast ? 0 : 1));
      },
    },
  },
});

export const untunedCost = law<BoundCase, undefined>({
  id: 'sgd.untuned-cost',
  version: 1,
  cites: [{ article: '9902', equations: [8], place: '“α need not be tuned”, after (8)' }],
  section: SECTIONS.examples,
  states: String.raw`\frac{\mathrm{RHS}(8)}{\mathrm{RHS}(6)}>\max\Big(\frac D{2\alpha G},\frac{\alpha G}D\Big)`,
  says: 'Leaving α untuned costs more than D/(2αG) and more than αG/D, neither of which is bounded.',
  expects: 'holds',
  instances: boundCases({ most: 64, zeros: 'none' }),
  hypotheses: [positiveRate(searched(negativeRate)), positiveDistance(noRatio('D')), positiveGradient(noRatio('G'))],
  reference: undefined,
  claim: (F, instance) => {
    const { D, G, decay } = numbersOf(F, instance);
    const { div, max, mul, of } = F;
    const costs = max(div(D, mul(of(2), mul(decay.alpha, G))), div(mul(decay.alpha, G), D));
    return below(costs, div(decayBound(F, decay), horizonBound(F, { D, G, horizon: decay.horizon })));
  },
  cover: {
    'costs more than 4 times the best bound': {
      atLeast: 0.1,
      when: (c) =>
        Math.abs(Math.log2((Number(c.rate) ** 2 * Number(c.squaredGradient)) / Number(c.squaredDistance))) > 4,
    },
  },
  teeth: {
    'bounded-cost': {
      says: 'An untuned α costs at most 4 times the best bound.',
      claim: (F, instance) => atMost(priceOfDecay(F, relativeRate(F, instance)), F.of(4)),
    },
  },
});

export const bestAlpha = law<BoundCase, undefined>({
  id: 'sgd.best-alpha',
  version: 1,
  cites: [{ article: '9902', equations: [4, 7], place: 'before the step to 2√T' }],
  section: SECTIONS.beyond,
  states: String.raw`\mathrm{RHS}(4)^2-\frac{D^2G^2}T\cdot\frac H{\sqrt T}=\Big(\frac{D^2}{2\alpha\sqrt T}-\frac{G^2\alpha H}{2T}\Big)^2,\quad1\le\frac H{\sqrt T}<2`,
  says: 'With H = Σ 1/√t, no α brings A-(4) for α/√t below √(H/√T) times DG/√T; that factor is 1 at T = 1, grows with T, and stays below √2.',
  expects: 'holds',
  instances: boundCases({
    most: 12,
    zeros: 'any',
    tie: ({ squaredGradient, rate: alpha }) => timesExact(squaredGradient, timesExact(alpha, alpha)),
  }),
  hypotheses: [
    positiveRate({ kind: 'proved-unneeded', because: 'The identity holds for every α ≠ 0, and the factor has no α.' }),
  ],
  reference: undefined,
  claim: (F, instance) => {
    const { add, div, mul, of, one, sqrt, square, sub, sum } = F;
    const { decay, root } = numbersOf(F, instance);
    const { alpha, horizon, squaredDistance, squaredGradient } = decay;
    const roots = inverseRoots(F, horizon);
    const H = sum(roots);
    const bound = regretBound(F, { squaredDistance, squaredGradient, rates: roots.map((each) => mul(alpha, each)) });
    const factor = div(H, root);
    const next = div(add(H, div(one, sqrt(of(horizon + 1)))), sqrt(of(horizon + 1)));
    const least = mul(div(mul(squaredDistance, squaredGradient), of(horizon)), factor);
    const distancePart = div(squaredDistance, mul(of(2), mul(alpha, root)));
    const gradientPart = div(mul(squaredGradient, mul(alpha, H)), of(2 * horizon));
    return [
      equal(sub(square(bound), least), square(sub(distancePart, gradientPart)), 'the identity'),
      horizon === 1 ? equal(one, factor, 'the factor at T = 1') : below(one, factor, 'the factor'),
      below(factor, next, 'the factor grows'),
      below(factor, of(2), 'the factor stays below 2'),
    ];
  },
  cover: { 'several steps': { atLeast: 0.5, when: ({ horizon }) => horizon > 1 } },
  teeth: {
    'always-one': {
      says: 'The best α reaches DG/√T for every T.',
      claim: (F, { horizon }) => equal(F.sum(inverseRoots(F, horizon)), F.sqrt(F.of(horizon))),
    },
    'factor-shrinks': {
      says: 'The factor falls with T.',
      claim: (F, { horizon }) =>
        below(
          F.div(F.sum(inverseRoots(F, horizon + 1)), F.sqrt(F.of(horizon + 1))),
          F.div(F.sum(inverseRoots(F, horizon)), F.sqrt(F.of(horizon))),
        ),
    },
  },
});

export const anytimeDecrease = law<BoundCase, undefined>({
  id: 'sgd.anytime-decrease',
  version: 1,
  cites: [{ article: '9902', equations: [8], place: 'the text after it' }],
  section: SECTIONS.examples,
  states: String.raw`\frac{D^2/(2\alpha)+G^2\alpha}{\sqrt{T+1}}<\frac{D^2/(2\alpha)+G^2\alpha}{\sqrt T}`,
  says: 'The bound A-(8) strictly decreases in T. (The regret itself need not: see sgd.gap-keeps-shrinking.)',
  expects: 'holds',
  instances: boundCases({ most: 1024, zeros: 'not both' }),
  hypotheses: [positiveRate(searched(negativeRate)), notBothZero(searched(nothingToBound))],
  reference: undefined,
  claim: (F, instance) => {
    const { decay } = numbersOf(F, instance);
    return below(decayBound(F, { ...decay, horizon: decay.horizon + 1 }), decayBound(F, decay));
  },
  cover: {
    'D and G positive': {
      atLeast: 0.7,
      when: (c) => !sameExact(c.squaredDistance, 0) && !sameExact(c.squaredGradient, 0),
    },
  },
  teeth: {
    'tenth-each-step': {
      says: 'One step more takes at least a tenth off the bound.',
      claim: (F, instance) => {
        const { decay } = numbersOf(F, instance);
        return atMost(
          F.mul(F.of(10), decayBound(F, { ...decay, horizon: decay.horizon + 1 })),
          F.mul(F.of(9), decayBound(F, decay)),
        );
      },
    },
  },
});

export const linearInDiameter = law<BoundCase, undefined>({
  id: 'sgd.large-ball-cost',
  version: 1,
  cites: [
    { article: '9902', equations: [6, 8], place: '“a sufficiently large ball”, in the review of the assumptions' },
  ],
  section: SECTIONS.assumptions,
  states: String.raw`D\mapsto kD:\quad\mathrm{RHS}(6)\mapsto k\,\mathrm{RHS}(6),\ \ \min_\alpha\mathrm{RHS}(8)\mapsto k\min_\alpha\mathrm{RHS}(8)`,
  says: 'A ball k times as large makes the bound k times as large, for the tuned decaying schedule as for the constant one: a very large ball is not harmless.',
  expects: 'holds',
  instances: boundCases({ most: 64, zeros: 'any' }),
  hypotheses: [positiveRate({ kind: 'proved-unneeded', because: 'The identities hold for every α ≠ 0.' })],
  reference: undefined,
  claim: (F, instance) => {
    const { D, G, decay } = numbersOf(F, instance);
    return [2, 3, 10].flatMap((k) => {
      const times = (x: typeof D): typeof D => F.mul(F.of(k), x);
      const larger = { ...decay, squaredDistance: times(times(decay.squaredDistance)), alpha: times(decay.alpha) };
      return [
        equal(
          horizonBound(F, { D: times(D), G, horizon: decay.horizon }),
          times(horizonBound(F, { D, G, horizon: decay.horizon })),
          'A-(6)',
        ),
        equal(decayBound(F, larger), times(decayBound(F, decay)), 'A-(8), α in proportion'),
      ];
    });
  },
  cover: {
    'D > 0 and G > 0': {
      atLeast: 0.6,
      when: ({ squaredDistance, squaredGradient }) => isPositive(squaredDistance) && isPositive(squaredGradient),
    },
    'several steps': { atLeast: 0.5, when: ({ horizon }) => horizon > 1 },
  },
  teeth: {
    'same-bound': {
      says: 'The bound does not notice the size of the ball.',
      claim: (F, instance) => {
        const { decay } = numbersOf(F, instance);
        return equal(
          decayBound(F, { ...decay, squaredDistance: F.mul(F.of(4), decay.squaredDistance) }),
          decayBound(F, decay),
        );
      },
    },
  },
});

/** The laws that compare A-(6) with A-(8), in the article's order. */
export const boundsComparedLaws: readonly AnyLaw[] = [
  rate,
  constLarger,
  untunedCost,
  bestAlpha,
  anytimeDecrease,
  linearInDiameter,
];
