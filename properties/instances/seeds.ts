import { z } from 'zod';
import type { Draw } from '../../src/law/draw.ts';
import { BettingTest, type MeanHypothesis } from '../../src/law/e-process.ts';
import { rejectionBudget } from '../../src/law/rejection-budget.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { type Exact, ratio, toDouble } from '../../src/scalar/exact.ts';
import { below, type Comparison } from '../../src/scalar/relation.ts';
import { plainData } from './plain-data.ts';

/** What a law about random draws speaks of: the seed that all its draws come from. */
export interface Seeded {
  readonly seed: number;
}

const LEAST = -(2 ** 31);
const MOST = 2 ** 31 - 1;

export const seedSchema = z.int().min(LEAST).max(MOST);

/** Every 32-bit seed is as likely as the next. */
export const drawSeed = (draw: Draw): number => draw.integer(LEAST, MOST);

export const seeds = plainData<Seeded>({
  schema: z.strictObject({ seed: seedSchema }),
  generate: (draw) => ({ seed: drawSeed(draw) }),
});

/** One chance in 10⁹ that a run of all laws rejects a sampler that is right, in shares for the laws that sample. */
export const FALSE_ALARMS = rejectionBudget(ratio(1, 1e9), {
  'pg.sampler': 1,
  'pg.estimator-sampled': 1,
  'zo.normal-sampler': 1,
  'zo.estimator-sampled': 1,
  'zo.estimator-sampled-normal': 1,
  'zoR.gumbel-sampled': 1,
});

/** Means claimed of what is observed, to be refuted by betting against them. */
export interface Bets {
  readonly hypotheses: readonly MeanHypothesis[];
  /** The most observations there will be. */
  readonly observations: number;
  /** The chance of a false alarm. */
  readonly alpha: Exact;
  /** The next observation of every coordinate. */
  readonly observe: () => readonly number[];
}

/** What the draws of one instance came to. */
export interface Evidence {
  /** The most that a bettor against the means made of 1. */
  readonly wealth: number;
  readonly alpha: Exact;
}

/**
 * The evidence of each instance against each implementation. It is gathered once, from draws in doubles that are the
 * same on every machine; the readings then judge one and the same number.
 */
export function evidenceOf<I extends object, U extends object>(
  bets: (instance: I, use: U) => Bets,
): (instance: I, use: U) => Evidence {
  const known = new WeakMap<U, WeakMap<I, Evidence>>();
  return (instance, use) => {
    const ofThisUse = known.get(use) ?? new WeakMap<I, Evidence>();
    known.set(use, ofThisUse);
    const found = ofThisUse.get(instance) ?? gather(bets(instance, use));
    ofThisUse.set(instance, found);
    return found;
  };
}

function gather({ hypotheses, observations, alpha, observe }: Bets): Evidence {
  const betting = new BettingTest(hypotheses);
  // Once the goal is passed for certain, further draws say nothing new.
  const enough = 2 / toDouble(alpha);
  for (let n = 0; n < observations && betting.largest < enough; n++) betting.observe(observe());
  return { wealth: betting.largest, alpha };
}

/** No bettor makes 1/α of 1: true with probability at least 1 − α when the means are right. {@link BettingTest} */
export const noBettorWins = <S>({ div, of, one }: Algebra<S>, { wealth, alpha }: Evidence): Comparison<S> =>
  below(of(wealth), div(one, of(alpha)), 'wealth of a bettor');
