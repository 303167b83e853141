import { naturalLogarithm } from './natural-logarithm.ts';
import type { RandomStream } from './stream.ts';

/** A draw is rejected with probability 1 − π/4: a thousand in a row have probability 10⁻⁶⁶⁸. */
const MOST_REJECTIONS = 1000;

/**
 * Two independent standard normal draws, by Marsaglia's polar method:
 *
 *     (x, y) uniform in the unit disc,   s = x² + y²,   (x, y) √(−2 log s / s)
 *
 * x and y are odd multiples of 2⁻⁵³, so that no draw is zero and u and −u are exactly as likely as each other. The chance
 * of any interval differs from the normal one by at most about 2⁻⁴⁶, the rounding of doubles. The same draws on every engine.
 * @throws RangeError when the stream leaves the disc a thousand times in a row, which a random one does not.
 * Source: Marsaglia and Bray, A convenient method for generating normal variables, SIAM Review 6 (1964).
 */
export function standardNormalPair(stream: RandomStream): readonly [number, number] {
  for (let attempt = 0; attempt < MOST_REJECTIONS; attempt++) {
    const x = signedUniform(stream);
    const y = signedUniform(stream);
    const s = x * x + y * y;
    if (s < 1) {
      const stretch = Math.sqrt((-2 * naturalLogarithm(s)) / s);
      return [x * stretch, y * stretch];
    }
  }
  throw new RangeError(
    `stream drew no point of the unit disc in ${MOST_REJECTIONS} attempts; give a stream whose uniform() is random in [0, 1).`,
  );
}

/** One standard normal draw: the first of a pair, so that nothing is kept between draws but the stream itself. */
export const standardNormal = (stream: RandomStream): number => standardNormalPair(stream)[0];

/** An odd multiple of 2⁻⁵³ in (−1, 1): both operations are exact. */
const signedUniform = (stream: RandomStream): number => 2 * stream.uniform() - 1 + 2 ** -53;
