import { type Exact, showExact } from '../scalar/exact.ts';
import { filter, lowerEnd, upperEnd } from '../scalar/filter.ts';
import { interval } from '../scalar/interval.ts';
import { positive } from '../scalar/validate.ts';

/** What is claimed of one coordinate of the observations: its range, and its mean given the past. */
export interface MeanHypothesis {
  /** Observations lie in [a, b]. */
  readonly range: readonly [lower: number, upper: number];
  /** The mean, exactly; or two bounds, for a mean that is only enclosed. Strictly inside the range. */
  readonly mean: Exact | readonly [lower: Exact, upper: Exact];
}

/** Takes off more than one observation's roundings can add: (1 + 2⁻⁵³)⁶ (1 − 2⁻⁵⁰) < 1. */
const SHAVE = 1 - 2 ** -50;
/** The mantissa of a wealth stays within 2^±256 between observations. */
const LIMB = 256;

/**
 * One bettor against “the mean given the past is at most `center`”. Its wealth starts at 1 and is multiplied by
 * 1 + λ (x − center) at each observation x, where the stake λ ≥ 0 is chosen before x is seen. Under the hypothesis no
 * factor has a mean above 1, whatever the stakes: the wealth is a nonnegative supermartingale.
 *
 * The stake is the one that would have earned most on the past, to second order (“aGRAPA”), with one observation's worth
 * of the largest variance added; capped so that no loss takes more than half of the wealth:
 *
 *     λ = min( 1 / (2 (center − a)),  max(0, Σ (x − center)) / ((b − a)²/4 + Σ (x − center)²) )
 *
 * The wealth recorded is a lower bound of the real one. With u = 2⁻⁵³, the computed factor is too large by at most 2u
 * where the bet loses, when it is still at least 1/2, and by 3u times itself where it gains: a relative error of at most
 * 4u. The two products add u each, and 1 − 2⁻⁵⁰ takes off 8u.
 * Source: Waudby-Smith and Ramdas, Estimating means of bounded random variables by betting, JRSS B 86 (2024).
 */
export class Wager {
  readonly #center: number;
  readonly #cap: number;
  #drift = 0;
  #spread: number;
  #mantissa = 1;
  #limbs = 0;

  constructor(center: number, [a, b]: readonly [number, number]) {
    this.#center = center;
    this.#cap = 0.5 / (center - a);
    this.#spread = ((b - a) * (b - a)) / 4;
  }

  /** λ, the stake on the next observation. */
  get stake(): number {
    return Math.min(this.#cap, Math.max(0, this.#drift / this.#spread));
  }

  observe(x: number): void {
    const excess = x - this.#center;
    this.#mantissa = this.#mantissa * (1 + this.stake * excess) * SHAVE;
    if (this.#mantissa > 2 ** LIMB) {
      this.#mantissa *= 2 ** -LIMB;
      this.#limbs++;
    } else if (this.#mantissa < 2 ** -LIMB) {
      this.#mantissa *= 2 ** LIMB;
      this.#limbs--;
    }
    this.#drift += excess;
    this.#spread += excess * excess;
  }

  /** How often the wealth was divided by 2²⁵⁶ to keep it near 1. */
  get limbs(): number {
    return this.#limbs;
  }

  /** A lower bound of wealth · 2^(−256 limbs), for `limbs` no smaller than the wager's own. */
  wealthIn(limbs: number): number {
    const behind = limbs - this.#limbs;
    return behind > 2 ? 0 : this.#mantissa * 2 ** (-LIMB * behind);
  }
}

/**
 * A sequential test of “every coordinate has this mean, given the past”, by betting: for each coordinate one
 * {@link Wager} that the mean is larger and one that it is smaller, and the average of their wealths.
 *
 * Under the hypothesis the average is a nonnegative supermartingale that starts at 1, so by Ville's inequality the
 * chance that it *ever* reaches 1/α is at most α: one may look after every observation and stop at will. Coordinates may
 * depend on each other in any way. A mean that is no double is rounded against the bettor: up for the bet that the mean
 * is larger, down for the other, which only lowers each factor; so are the two bounds of an enclosed mean. All roundings
 * of the wealth are downward, so a recorded wealth of 1/α means that the real one got there.
 *
 *     const fair = new BettingTest([{ range: [0, 1], mean: 0.5 }]);
 *     for (let n = 0; n < 10_000; n++) fair.observe([coin()]);
 *     fair.largest >= 1e10; // has a chance of at most 1e-10 when the coin is fair
 */
export class BettingTest {
  readonly #ranges: readonly (readonly [number, number])[];
  readonly #larger: readonly Wager[];
  readonly #smaller: readonly Wager[];
  #observations = 0;
  #largest = 1;

  /** @throws RangeError when a range is empty or not representable, or a mean not strictly inside its range. */
  constructor(hypotheses: readonly MeanHypothesis[]) {
    if (hypotheses.length === 0) throw new RangeError('hypotheses is empty; give at least one coordinate.');
    const ends = hypotheses.map(meanEnds);
    this.#ranges = hypotheses.map(({ range }) => range);
    this.#larger = this.#ranges.map((range, i) => new Wager(ends[i]![1], range));
    // The mirror image: −x has mean −μ in [−b, −a].
    this.#smaller = this.#ranges.map(([a, b], i) => new Wager(-ends[i]![0], [-b, -a]));
  }

  /** Takes in one observation of all coordinates. Throws a RangeError when one lies outside its range. */
  observe(values: readonly number[]): void {
    if (values.length !== this.#ranges.length) {
      throw new RangeError(`There are ${values.length} values and ${this.#ranges.length} coordinates; give as many.`);
    }
    for (let i = 0; i < values.length; i++) {
      const [a, b] = this.#ranges[i]!;
      const x = values[i]!;
      if (!(a <= x && x <= b)) throw new RangeError(`values[${i}] is ${x}; give a number in [${a}, ${b}].`);
    }
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      this.#larger[i]!.observe(x);
      this.#smaller[i]!.observe(-x);
    }
    this.#observations++;
    this.#largest = Math.max(this.#largest, this.wealth);
  }

  get observations(): number {
    return this.#observations;
  }

  /** A lower bound of the average wealth now; never more than the largest double. */
  get wealth(): number {
    let limbs = Number.NEGATIVE_INFINITY;
    for (const wager of this.#larger) limbs = Math.max(limbs, wager.limbs);
    for (const wager of this.#smaller) limbs = Math.max(limbs, wager.limbs);
    let total = 0;
    for (const wager of this.#larger) total += wager.wealthIn(limbs);
    for (const wager of this.#smaller) total += wager.wealthIn(limbs);
    const wagers = 2 * this.#ranges.length;
    const average = (total / wagers) * (1 - (wagers + 2) * 2 ** -52);
    return representable(average, limbs);
  }

  /** The largest wealth there has been, 1 at the start: what Ville's inequality is about. */
  get largest(): number {
    return this.#largest;
  }
}

/** A double at most mantissa · 2^(256 limbs), for a mantissa within 2^±300. */
function representable(mantissa: number, limbs: number): number {
  if (limbs > 5) return Number.MAX_VALUE;
  // In two steps: beyond 2¹⁰²³ the power alone is no double, where the product may still be one.
  const value = limbs < -3 ? 0 : mantissa * 2 ** (LIMB * Math.min(limbs, 2)) * 2 ** (LIMB * Math.max(limbs - 2, 0));
  if (value < 2 ** -1022) return 0; // what is subnormal may have been rounded up
  return Math.min(value, Number.MAX_VALUE);
}

/** The two bounds of the mean as doubles, rounded outward. */
function meanEnds({ range: [a, b], mean }: MeanHypothesis, i: number): readonly [number, number] {
  const size = (b - a) * (b - a);
  if (!(a < b && size >= 2 ** -1000 && size <= 2 ** 1000)) {
    throw new RangeError(`range ${i} is [${a}, ${b}]; give a < b, at a scale whose square is a double.`);
  }
  const [lower, upper] = typeof mean === 'number' || !('length' in mean) ? [mean, mean] : mean;
  const ends = [lowerEnd(filter.of(lower)), upperEnd(filter.of(upper))] as const;
  if (!(a < ends[0] && ends[0] <= ends[1] && ends[1] < b)) {
    throw new RangeError(
      `mean ${i} is ${showExact(lower)} to ${showExact(upper)}; give a mean strictly between ${a} and ${b}.`,
    );
  }
  return ends;
}

/**
 * About how many observations {@link BettingTest} needs to reach 1/α when one of `tests` coordinates has a mean that is
 * off by `bias`: 2 (v + δ²) log(2m/α) / δ². For planning; the same whole number on every engine.
 * @throws RangeError when an argument is not positive.
 */
export function samplesNeeded(plan: {
  readonly bias: Exact;
  readonly variance: Exact;
  readonly alpha: Exact;
  readonly tests?: number;
}): number {
  const { add, approximate, div, log, mul, of, square } = interval(30);
  const tests = of(positive('tests', plan.tests ?? 1));
  const squaredBias = square(of(positive('bias', plan.bias)));
  const growth = div(add(of(positive('variance', plan.variance)), squaredBias), squaredBias);
  const goal = log(div(mul(of(2), tests), of(positive('alpha', plan.alpha))));
  return Math.ceil(approximate(mul(of(2), mul(growth, goal))));
}
