import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { simplerData, withoutEntry } from '../../../src/law/simplify.ts';
import { exactNumber, exactVector } from '../../../src/law/witness.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, toRational } from '../../../src/scalar/exact.ts';
import { timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { compare, div } from '../../../src/scalar/rational.ts';
import { below, type Relation } from '../../../src/scalar/relation.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { plainData } from '../../instances/plain-data.ts';
import { isPositive } from '../../instances/well-formed.ts';
import { SECTIONS } from '../sections.ts';

/** Softmax weights a = e^(z/τ), the waiting times E = e^(−G) that stand for the Gumbel draws, and τ. */
interface Race {
  readonly weights: ExactVector;
  readonly waits: ExactVector;
  readonly temperature: Exact;
}

const schema: z.ZodType<Race> = z.strictObject({ weights: exactVector, waits: exactVector, temperature: exactNumber });

function requireRace({ weights, waits, temperature }: Race): void {
  positive('temperature', temperature);
  if (weights.length < 2) throw new RangeError(`There are ${weights.length} weights; give at least two classes.`);
  if (waits.length !== weights.length) throw new RangeError(`There are ${waits.length} waits; give one a class.`);
  if (![...weights, ...waits].every(isPositive)) throw new RangeError('A weight or a wait is not positive; give e^x.');
}

/** E_k / a_k: the arrivals of independent exponentials of rates a_k, when the E_k are standard ones. */
const arrivals = ({ weights, waits }: Race) => waits.map((wait, k) => div(toRational(wait), toRational(weights[k]!)));

/** The class that arrives first, the lowest of them in a tie. */
const first = (race: Race): number => {
  const all = arrivals(race);
  return all.findIndex((own) => all.every((other) => compare(own, other) <= 0));
};

const isTied = (race: Race): boolean => {
  const all = arrivals(race);
  return all.filter((own) => compare(own, all[first(race)]!) === 0).length > 1;
};

/** In a tie the lowest class is given half of its waiting time. */
function drawRace(draw: Draw): Race {
  const style = draw.pick(['integer', 'dyadic', 'fraction'] as const);
  const classes = draw.integer(2, 6);
  const race: Race = {
    weights: draw.list(classes, () => draw.positive(style, 8)),
    waits: draw.list(classes, () => draw.positive(style, 4)),
    temperature: draw.positive('integer', 4),
  };
  if (!isTied(race)) return race;
  const winner = first(race);
  return { ...race, waits: race.waits.map((wait, k) => (k === winner ? timesExact(wait, 0.5) : wait)) };
}

const races: Instances<Race> = {
  ...plainData<Race>({ schema, generate: drawRace, require: requireRace }),
  *simplify(race) {
    for (let k = 0; k < race.weights.length && race.weights.length > 2; k++) {
      yield { ...race, weights: withoutEntry(race.weights, k), waits: withoutEntry(race.waits, k) };
    }
    yield* simplerData(race);
  },
};

/** z_k + τ G_k with z_k = τ log a_k and G_k = −log E_k. */
function perturbed<S>(F: Algebra<S>, { weights, waits, temperature }: Race): Vector<S> {
  const tau = F.of(temperature);
  return weights.map((a, k) => F.sub(F.mul(tau, F.log(F.of(a))), F.mul(tau, F.log(F.of(waits[k]!)))));
}

/** The winner is higher than any other class. */
const isHighest = <S>(heights: Vector<S>, winner: number): Relation<S> =>
  heights.flatMap((height, k) => (k === winner ? [] : [below(height, heights[winner]!, `class ${k + 1}`)]));

export const gumbelRace = law<Race, undefined>({
  id: 'zoR.gumbel-race',
  version: 1,
  cites: [{ article: '7737', equations: [17], place: 'with Gumbel noise' }],
  section: SECTIONS.finale,
  states: String.raw`E_k=e^{-G_k}:\quad\operatorname{argmax}_k(\tau\log a_k+\tau G_k)=\operatorname{argmin}_k\frac{E_k}{a_k}`,
  says: 'Gumbel noise turns the argmax into a race: the class with the largest perturbed logit is the one whose exponential waiting time, divided by its softmax weight, is the shortest. It is so for every single draw, at every temperature.',
  expects: 'holds',
  instances: races,
  hypotheses: [
    {
      name: 'no-tie',
      says: 'One class arrives before all others.',
      holds: (race) => !isTied(race),
      necessity: {
        kind: 'necessary-by-argument',
        because: 'Classes that arrive together first are equally high, and neither is above the other.',
      },
    },
  ],
  reference: undefined,
  claim: (F, race) => isHighest(perturbed(F, race), first(race)),
  cover: {
    'three classes or more': { atLeast: 0.4, when: ({ weights }) => weights.length > 2 },
    'not the largest weight': {
      atLeast: 0.2,
      when: (race) => race.weights.some((a) => compare(toRational(a), toRational(race.weights[first(race)]!)) > 0),
    },
  },
  teeth: {
    'noise-subtracted': {
      says: 'The noise is taken with the wrong sign.',
      claim: (F, race) => {
        const inverses = { ...race, waits: race.waits.map((wait) => div(toRational(1), toRational(wait))) };
        return isHighest(perturbed(F, inverses), first(race));
      },
    },
    'equal-speeds': {
      says: 'The shortest waiting time wins, whatever the weights.',
      claim: (F, race) => isHighest(perturbed(F, race), first({ ...race, weights: race.weights.map(() => 1) })),
    },
    'temperature-forgotten': {
      says: 'The noise is not scaled by the temperature.',
      claim: (F, race) => {
        const noise = F.vector(race.waits).map((wait) => F.neg(F.log(wait)));
        const logits = F.vector(race.weights).map((a) => F.mul(F.of(race.temperature), F.log(a)));
        return isHighest(F.plus(logits, noise), first(race));
      },
    },
  },
  ladder: ['filter', 'interval'],
});

/** What Gumbel noise does to the argmax, draw by draw. */
export const gumbelRaceLaws: readonly AnyLaw[] = [gumbelRace];
