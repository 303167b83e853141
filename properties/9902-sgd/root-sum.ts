import { type AnyLaw, law } from '../../src/law/law.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { below, equal, type Relation } from '../../src/scalar/relation.ts';
import { type Horizon, horizonsUpTo } from '../instances/descent/horizons.ts';
import { inverseRoots } from './bounds.ts';
import { SECTIONS } from './sections.ts';

/** 2/(√(t−1) + √t), what A-(7) puts in the place of 1/√t. */
const telescopingTerm = <S>({ add, div, of, sqrt }: Algebra<S>, t: number): S =>
  div(of(2), add(sqrt(of(t - 1)), sqrt(of(t))));

/** 2(√t − √(t−1)), the same number as a difference. */
const telescopingDifference = <S>({ mul, of, sqrt, sub }: Algebra<S>, t: number): S =>
  mul(of(2), sub(sqrt(of(t)), sqrt(of(t - 1))));

/** The parts of A-(7) at T: each term of the sum is the last term of a shorter one. */
function sumOfInverseRoots<S>(F: Algebra<S>, horizon: number, term: typeof telescopingTerm): Relation<S> {
  const { add, mul, of, one, sqrt, sub, sum } = F;
  const roots = inverseRoots(F, horizon);
  const differences = roots.slice(1).map((_, i) => telescopingDifference(F, i + 2));
  const root = sqrt(of(horizon));
  const closed = sub(mul(of(2), root), one);
  const lastTerm = [
    below(roots.at(-1)!, term(F, horizon), '(i) 1/√t'),
    equal(term(F, horizon), telescopingDifference(F, horizon), '(ii) the term as a difference'),
  ];
  return [
    ...(horizon === 1 ? [] : lastTerm),
    equal(add(one, sum(differences)), closed, '(iii) the telescoped sum'),
    horizon === 1 ? equal(sum(roots), closed, 'the sum at T = 1') : below(sum(roots), closed, 'the sum'),
    below(closed, mul(of(2), root), '(iv) 2√T − 1'),
  ];
}

export const sumSqrt = law<Horizon, undefined>({
  id: 'sgd.sum-sqrt',
  version: 1,
  cites: [{ article: '9902', equations: [7] }],
  section: SECTIONS.examples,
  states: String.raw`\sum_{t=1}^T\frac1{\sqrt t}\le1+\sum_{t=2}^T\frac2{\sqrt{t-1}+\sqrt t}=1+\sum_{t=2}^T2(\sqrt t-\sqrt{t-1})=2\sqrt T-1<2\sqrt T`,
  says: 'Σ 1/√t ≤ 2√T − 1 < 2√T, term by term and strictly at every t ≥ 2; the first is an equality only at T = 1.',
  expects: 'holds',
  instances: horizonsUpTo(48),
  hypotheses: [],
  reference: undefined,
  claim: (F, { horizon }) => sumOfInverseRoots(F, horizon, telescopingTerm),
  cover: {},
  teeth: {
    'next-root': {
      says: 'The term has √(t+1) in the place of √(t−1).',
      claim: (F, { horizon }) =>
        sumOfInverseRoots(F, horizon, ({ add, div, of, sqrt }, t) => div(of(2), add(sqrt(of(t)), sqrt(of(t + 1))))),
    },
    'strict-everywhere': {
      says: 'The sum is below 2√T − 1 for every T, T = 1 too.',
      claim: (F, { horizon }) =>
        below(F.sum(inverseRoots(F, horizon)), F.sub(F.mul(F.of(2), F.sqrt(F.of(horizon))), F.one)),
    },
    'last-term-dropped': {
      says: 'The sum stops at T − 1 and still telescopes to 2√T − 1.',
      claim: (F, { horizon }) =>
        equal(
          F.add(
            F.one,
            F.sum(Array.from({ length: Math.max(0, horizon - 2) }, (_, i) => telescopingDifference(F, i + 2))),
          ),
          F.sub(F.mul(F.of(2), F.sqrt(F.of(horizon))), F.one),
        ),
    },
  },
});

export const sumSqrtBounds = law<Horizon, undefined>({
  id: 'sgd.sum-sqrt-bounds',
  version: 1,
  cites: [{ article: '9902', equations: [7], place: 'sharpened from below' }],
  section: SECTIONS.beyond,
  states: String.raw`2\sqrt{T+1}-2<\sum_{t=1}^T\frac1{\sqrt t}\le2\sqrt T-1`,
  says: 'Σ 1/√t lies between 2√(T+1) − 2 and 2√T − 1, so that A-(7) loses less than 1 however long the run.',
  expects: 'holds',
  instances: horizonsUpTo(100),
  hypotheses: [],
  reference: undefined,
  claim: (F, { horizon }) => {
    const { mul, of, one, sqrt, sub, sum } = F;
    const total = sum(inverseRoots(F, horizon));
    const upper = sub(mul(of(2), sqrt(of(horizon))), one);
    return [
      below(sub(mul(of(2), sqrt(of(horizon + 1))), of(2)), total, 'the lower bound'),
      horizon === 1 ? equal(total, upper, 'the upper bound at T = 1') : below(total, upper, 'the upper bound'),
    ];
  },
  cover: {},
  teeth: {
    'lower-bound-raised': {
      says: 'The lower bound is 2√(T+1) − 3/2.',
      claim: (F, { horizon }) =>
        below(F.sub(F.mul(F.of(2), F.sqrt(F.of(horizon + 1))), F.of(1.5)), F.sum(inverseRoots(F, horizon))),
    },
    'upper-bound-lowered': {
      says: 'The upper bound is 2√T − 3/2, beyond ζ(1/2) = −1.4603….',
      claim: (F, { horizon }) =>
        below(F.sum(inverseRoots(F, horizon)), F.sub(F.mul(F.of(2), F.sqrt(F.of(horizon))), F.of(1.5))),
    },
  },
});

/** The laws about Σ 1/√t, in the article's order. */
export const rootSumLaws: readonly AnyLaw[] = [sumSqrt, sumSqrtBounds];
