import { naturalLogarithm } from './natural-logarithm.ts';
import type { RandomStream } from './stream.ts';

/**
 * One standard Gumbel draw, whose distribution function is exp(−e^(−g)): G = −log(−log U) for U uniform in (0, 1).
 *
 * U is an odd multiple of 2⁻⁵³, so that neither logarithm is ever one of 0. The same draws on every engine; between −3.61
 * and 36.74.
 * Source: Gumbel, Statistics of extremes (1958).
 */
export const standardGumbel = (stream: RandomStream): number =>
  -naturalLogarithm(-naturalLogarithm(openUniform(stream)));

/** (k + 1/2) 2⁻⁵² for k below 2⁵²: all operations are exact. */
const openUniform = (stream: RandomStream): number => (Math.floor(stream.uniform() * 2 ** 52) + 0.5) * 2 ** -52;
