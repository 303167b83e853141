import type { Algebra, Vector } from '../scalar/algebra.ts';
import { normalDensity } from '../scalar/normal.ts';
import { classLogit, positiveSmoothing } from './probit.ts';
import { probitMean } from './probit-mean.ts';

/**
 * How much classes i and j compete to be the argmax of z + ε u, for standard normal u:
 *
 *     w_ij = (1/ε) ∫ φ(s − z_i/ε) φ(s − z_j/ε) Π_{k≠i,j} Φ(s − z_k/ε) ds = −∂P(argmax = i)/∂z_j
 *
 * These are the weights of the graph whose Laplacian takes rewards to the zeroth-order gradient in the logits,
 * Σ_y w_ky (r_k − r_y), as the products p_i p_j / τ are for the policy gradient. Source: B-(17)…(20) for a table of logits.
 *
 * The two densities are φ((z_i − z_j)/(ε√2))/√2 times the density of a normal law about (z_i + z_j)/2ε of variance 1/2.
 *
 * @param logits z, one a class, at least two.
 * @param smoothing ε > 0.
 * @param i a class index from 0.
 * @param j another.
 * @throws RangeError for arguments outside their domain; Unavailable in the exact readings; Undecided when the reading
 *   is too coarse for the values met.
 */
export function argmaxEdge<S>(F: Algebra<S>, logits: Vector<S>, smoothing: S, i: number, j: number): S {
  const { of, add, sub, mul, div } = F;
  const [first, second] = [classLogit(logits, 'i', i), classLogit(logits, 'j', j)];
  if (i === j) throw new RangeError(`i and j are both ${i}; give two different classes.`);
  positiveSmoothing(F, smoothing);
  const rootOfTwo = F.sqrt(of(2));
  const meeting = div(normalDensity(F, div(sub(first, second), mul(smoothing, rootOfTwo))), rootOfTwo);
  const middle = div(add(first, second), of(2));
  const others = logits.filter((_, k) => k !== i && k !== j);
  const above = probitMean(
    F,
    others.map((z) => div(sub(z, middle), smoothing)),
    2,
  );
  return div(mul(meeting, above), smoothing);
}
