import { z } from 'zod';
import type { Draw } from '../../src/law/draw.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { exactNumber, exactVector } from '../../src/law/witness.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, ratio } from '../../src/scalar/exact.ts';
import { atMostExact } from '../../src/scalar/exact-arithmetic.ts';
import { atMost, equal, type Relation } from '../../src/scalar/relation.ts';
import type { OnlineRun } from '../instances/descent/online-run.ts';
import { signedRun } from '../instances/descent/tight-runs.ts';
import { listed, plainData } from '../instances/plain-data.ts';
import { decayBound } from './bounds.ts';
import { totalRegret } from './derivation-runs.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts, trace } from './subject.ts';
import { gradientSign } from './teeth/parts.ts';

/**
 * The largest regret known on the line with D = G = 1 and the rate 1/√T, as p + q/√T with the slopes that attain it
 * from θ₁ = 1 against c = 0. For T = 1, 4, 9, … it is √T, sgd.tight-line.
 */
const RECORDS: ReadonlyMap<number, { readonly signs: readonly number[]; readonly p: number; readonly q: number }> =
  new Map([
    [2, { signs: [1, 1], p: 2, q: -1 }],
    [3, { signs: [1, -1, 1], p: 1, q: 1 }],
    [5, { signs: [1, 1, 1, -1, 1], p: 3, q: -2 }],
    [6, { signs: [1, 1, -1, 1, -1, 1], p: 2, q: 1 }],
    [7, { signs: [1, 1, 1, -1, 1, -1, 1], p: 3, q: -1 }],
    [8, { signs: [1, 1, -1, 1, -1, 1, -1, 1], p: 2, q: 2 }],
    [10, { signs: [1, 1, 1, 1, -1, 1, -1, 1, -1, 1], p: 4, q: -3 }],
  ]);

/** p + q/√T. */
function record<S>({ add, div, of, sqrt }: Algebra<S>, horizon: number, extra = 0): S {
  const { p, q } = RECORDS.get(horizon)!;
  return add(of(p), div(of(q + extra), sqrt(of(horizon))));
}

/** Slopes in [−1, 1], a start in [0, 1] and an end to compare with. */
interface LineRun {
  readonly slopes: ExactVector;
  readonly start: Exact;
  readonly comparator: Exact;
}

const schema: z.ZodType<LineRun> = z.strictObject({ slopes: exactVector, start: exactNumber, comparator: exactNumber });

function requireLineRun({ slopes, start, comparator }: LineRun): void {
  if (!RECORDS.has(slopes.length)) {
    throw new RangeError(`There are ${slopes.length} slopes; give ${[...RECORDS.keys()].join(', ')}.`);
  }
  if (!slopes.every((x) => atMostExact(-1, x) && atMostExact(x, 1))) {
    throw new RangeError('A slope lies outside [-1, 1]; give slopes of at most 1 in size.');
  }
  if (![start, comparator].every((x) => atMostExact(0, x) && atMostExact(x, 1))) {
    throw new RangeError('The start or the comparator lies outside [0, 1]; give points of the interval.');
  }
}

/** A record run with up to three of its slopes changed, or any slopes at all. */
function drawLineRun(draw: Draw): LineRun {
  const { signs } = draw.pick([...RECORDS.values()]);
  const any = (): number => (draw.chance(0.6) ? draw.integer(-1, 1) : draw.integer(-16, 16) / 16);
  if (draw.chance(0.3)) {
    return { slopes: signs.map(any), start: draw.integer(0, 16) / 16, comparator: draw.integer(0, 1) };
  }
  const changed = new Set(draw.list(draw.integer(0, 3), () => draw.integer(0, signs.length - 1)));
  const start = draw.chance(0.8) ? 1 : draw.integer(0, 16) / 16;
  return { slopes: signs.map((sign, t) => (changed.has(t) ? any() : sign)), start, comparator: 0 };
}

const lineRuns = plainData<LineRun>({ schema, generate: drawLineRun, require: requireLineRun });

const regretOf = <S>(F: Algebra<S>, { slopes, start, comparator }: LineRun, use: SgdParts): S =>
  totalRegret(F, trace(F, signedRun(slopes, start, comparator), use));

export const lineRatio = law<LineRun, SgdParts>({
  id: 'sgd.line-ratio',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.beyond,
  states: String.raw`d=1,\ D=G=1,\ \eta=\tfrac1{\sqrt T}:\quad\text{regret}/\sqrt T=\sqrt2-\tfrac12\ (T=2),\ \tfrac{1+\sqrt3}3\ (T=3),\ \tfrac{3\sqrt5-2}5\ (T=5),\ \dots`,
  says: 'How close runs on the line come to A-(6) when T is not a square: exactly √2 − 1/2 for T = 2, (1 + √3)/3 for T = 3, more than 0.91 for every T listed.',
  expects: 'holds',
  instances: listed(
    lineRuns,
    [...RECORDS.values()].map(({ signs }) => ({ slopes: signs, start: 1, comparator: 0 })),
  ),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => equal(regretOf(F, instance, use), record(F, instance.slopes.length), 'regret'),
  cover: {},
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'record-lowered': {
      says: 'The regret is p + (q − 1)/√T where it is p + q/√T.',
      claim: (F, instance, use) => equal(regretOf(F, instance, use), record(F, instance.slopes.length, -1), 'regret'),
    },
  },
});

export const lineOptimum = law<LineRun, SgdParts>({
  id: 'sgd.line-optimum',
  version: 1,
  cites: [{ article: '9902', equations: [6] }],
  section: SECTIONS.beyond,
  states: String.raw`d=1,\ D=G=1,\ \eta=\tfrac1{\sqrt T}:\quad\text{regret}\le2-\tfrac1{\sqrt2}\ (T=2),\ 1+\tfrac1{\sqrt3}\ (T=3),\ 3-\tfrac2{\sqrt5}\ (T=5),\ \dots`,
  says: 'No run on the line has a larger regret than those of sgd.line-ratio: searched, not proved.',
  expects: 'conjectured',
  instances: lineRuns,
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => atMost(regretOf(F, instance, use), record(F, instance.slopes.length), 'regret'),
  cover: {
    'within a tenth of the record': { atLeast: 0.1, when: (_run, share) => share !== undefined && share >= 0.9 },
    'the record itself': { atLeast: 0.02, when: (_run, share) => share !== undefined && share >= 1 - 2 ** -30 },
  },
  teeth: {
    'record-lowered': {
      says: 'The record has (q − 1)/√T where it has q/√T.',
      claim: (F, instance, use) => atMost(regretOf(F, instance, use), record(F, instance.slopes.length, -1), 'regret'),
    },
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
  },
});

/** L = 0 for `quiet` steps, then θ and −θ in turn, then θ for the last `march` steps, on [0, 1] from 1. */
interface DecayFamily {
  readonly horizon: number;
  readonly quiet: number;
  readonly march: number;
  /** A share of the bound A-(8) that the run exceeds. */
  readonly share: Exact;
}

const decayFamilySchema: z.ZodType<DecayFamily> = z.strictObject({
  horizon: z.int().min(1).max(4096),
  quiet: z.int().min(0).max(4096),
  march: z.int().min(0).max(4096),
  share: exactNumber,
});

const decayFamilyRun = ({ horizon, quiet, march }: DecayFamily): OnlineRun => ({
  set: { kind: 'box', lower: [0], upper: [1] },
  start: [1],
  comparator: [0],
  losses: Array.from({ length: horizon }, (_, t) => {
    const sign = t < quiet ? 0 : t >= horizon - march || (t - quiet) % 2 === 0 ? 1 : -1;
    return { kind: 'linear', slope: [sign] } as const;
  }),
  schedule: { kind: 'decay', alpha: 1 },
});

/** The share of T times A-(8), with this D² and G = α = 1, is at most the regret. */
function shareReached<S>(F: Algebra<S>, family: DecayFamily, use: SgdParts, squaredDistance: S): Relation<S> {
  const { horizon, share } = family;
  const bound = decayBound(F, { squaredDistance, squaredGradient: F.one, alpha: F.one, horizon });
  const regret = totalRegret(F, trace(F, decayFamilyRun(family), use));
  return atMost(F.mul(F.mul(F.of(share), bound), F.of(horizon)), regret, 'share of the bound');
}

export const decaySharp = law<DecayFamily, SgdParts>({
  id: 'sgd.decay-sharp',
  version: 1,
  cites: [{ article: '9902', equations: [8] }],
  section: SECTIONS.beyond,
  states: String.raw`\Theta=[0,1],\ G=1,\ \eta_t=\tfrac1{\sqrt t}:\quad\text{average regret}\ge\tfrac34,\ \tfrac45,\ \tfrac{21}{25}\text{ of }\frac{D^2}{2\sqrt T}+\frac{G^2}{\sqrt T}\text{ for }T=100,\ 400,\ 1000`,
  says: 'A-(8) loses little: runs of 100, 400 and 1000 steps on [0, 1] reach 3/4, 4/5 and 21/25 of it. The proof that the share tends to 1 with T is not checked here.',
  expects: 'holds',
  instances: listed(
    plainData<DecayFamily>({
      schema: decayFamilySchema,
      generate: () => {
        throw new RangeError('The runs are listed.');
      },
    }),
    [
      { horizon: 100, quiet: 3, march: 6, share: 0.75 },
      { horizon: 400, quiet: 7, march: 16, share: ratio(4, 5) },
      { horizon: 1000, quiet: 13, march: 26, share: ratio(21, 25) },
    ],
  ),
  hypotheses: [],
  subject: 'projection',
  reference,
  claim: (F, instance, use) => shareReached(F, instance, use, F.one),
  cover: {},
  teeth: {
    'gradient-sign': { says: 'The step ascends.', use: gradientSign },
    'missing-half': {
      says: 'The bound has D²/√T where A-(8) has D²/(2√T).',
      claim: (F, instance, use) => shareReached(F, instance, use, F.of(2)),
    },
  },
  ladder: ['filter', 'interval'],
});

export const lineRatioLaws: readonly AnyLaw[] = [lineRatio, lineOptimum, decaySharp];
