import type { Random } from 'fast-check';
import { type Exact, ratio } from '../scalar/exact.ts';

/**
 * How the numbers of one instance look:
 * small integers, small fractions such as 2/3, a dyadic grid (multiples of 1/16), magnitudes spread over
 * a logarithmic scale, or doubles with all 53 bits in use.
 */
export type NumberStyle = 'integer' | 'fraction' | 'dyadic' | 'log-scale' | 'full-mantissa';

/** A source of random numbers for one instance, drawn from fast-check's stream. */
export class Draw {
  readonly #random: Random;
  #kept: unknown;
  constructor(random: Random) {
    this.#random = random;
  }

  /** The largest part of the instance that is drawn already, told if drawing the rest of it crashes. */
  get kept(): unknown {
    return this.#kept;
  }

  /** Notes a part that is drawn, which the rest of the instance is computed from; returns it. */
  keep<T>(part: T): T {
    this.#kept = part;
    return part;
  }

  /** A whole number from lo to hi, both included. */
  integer(lo: number, hi: number): number {
    return this.#random.nextInt(lo, hi);
  }

  /** True with probability about p. */
  chance(p: number): boolean {
    return this.#random.nextInt(0, 0xffff) < p * 0x10000;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.#random.nextInt(0, from.length - 1)]!;
  }

  /** One of the entries, with probability proportional to its weight. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.#random.nextInt(
      1,
      from.reduce((total, [weight]) => total + weight, 0),
    );
    for (const [weight, value] of from) {
      left -= weight;
      if (left <= 0) return value;
    }
    return from.at(-1)![1];
  }

  /** A whole number from lo to hi, each octave about as likely as the next. */
  logUniform(lo: number, hi: number): number {
    const octave = this.#random.nextInt(0, Math.floor(Math.log2(hi / lo)));
    const start = lo * 2 ** octave;
    return this.#random.nextInt(start, Math.min(hi, 2 * start - 1));
  }

  list<T>(length: number, item: () => T): T[] {
    if (length === 0) return [];
    const first = item();
    return typeof first === 'number' ? listOfNumbers(first, length, item) : listOfOthers(first, length, item);
  }

  /** A real number of the style, of size up to about `scale` (a power of two). */
  real(style: NumberStyle, scale = 4): Exact {
    const random = this.#random;
    switch (style) {
      case 'integer':
        return random.nextInt(-scale, scale);
      case 'fraction': {
        const denominator = random.nextInt(1, 9);
        return ratio(random.nextInt(-scale * denominator, scale * denominator), denominator);
      }
      case 'dyadic':
        return random.nextInt(-16 * scale, 16 * scale) / 16;
      case 'log-scale': {
        const magnitude = scale * 2 ** -random.nextInt(0, 40) * (1 + random.nextInt(0, 255) / 256);
        return random.nextBoolean() ? magnitude : -magnitude;
      }
      case 'full-mantissa':
        return (
          random.nextInt(-(2 ** 26), 2 ** 26 - 1) * (scale * 2 ** -26) +
          random.nextInt(0, 2 ** 26 - 1) * (scale * 2 ** -52)
        );
    }
  }

  /** A positive number of the style, at most about `scale`. */
  positive(style: NumberStyle, scale = 4): Exact {
    const random = this.#random;
    switch (style) {
      case 'integer':
        return random.nextInt(1, scale);
      case 'fraction': {
        const denominator = random.nextInt(1, 9);
        return ratio(random.nextInt(1, scale * denominator), denominator);
      }
      case 'dyadic':
        return random.nextInt(1, 16 * scale) / 16;
      case 'log-scale':
        return scale * 2 ** -random.nextInt(0, 40) * (1 + random.nextInt(0, 255) / 256);
      case 'full-mantissa':
        return (random.nextInt(1, 2 ** 26) * 2 ** -26 + random.nextInt(0, 2 ** 26 - 1) * 2 ** -52) * scale;
    }
  }
}

/*
 * An engine remembers, for each place that makes lists, what they held. Lists of numbers made in a place of their own
 * are kept unboxed, which makes them several times faster to read.
 */

function listOfNumbers<T>(first: T, length: number, item: () => T): T[] {
  const out = new Array<T>(length);
  out[0] = first;
  for (let i = 1; i < length; i++) out[i] = item();
  return out;
}

function listOfOthers<T>(first: T, length: number, item: () => T): T[] {
  const out = new Array<T>(length);
  out[0] = first;
  for (let i = 1; i < length; i++) out[i] = item();
  return out;
}
