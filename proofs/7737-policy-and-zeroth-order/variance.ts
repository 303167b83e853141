import { scalars } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { AT_0 } from './scopes.ts';
import { atOrigin, EVERY_KIND, polynomials, upTo, zerothOrder } from './shapes.ts';

/** A polynomial of d variables in directions that move some of them. */
const block = (d: number, which: readonly number[], degree: number, kind: 'rademacher' | 'skewed'): Shape => ({
  name: `${kind}, block ${which.join(' ')} of ${d}`,
  instance: (free) => {
    const { baseline: _, ...rest } = zerothOrder(free, 'rademacher', d, degree);
    return { ...rest, block: which, directions: { kind, dimension: which.length } };
  },
});
/** Every block of one variable or two, in any order, but all of them. */
const blocksOf = (d: number): readonly (readonly number[])[] =>
  upTo(0, d - 1).flatMap((i) => [[i], ...upTo(0, d - 1).flatMap((j) => (j === i || d === 2 ? [] : [[i, j]]))]);
/** What a block of the variables saves: squares of slopes. */
const slopes = (d: number) => scalars('c', d + 1).slice(1);
const TABLED = 'd <= 4, for signs and normal directions' as const;
const tabled = polynomials(['rademacher', 'normal'], 2, 4);

/** The variances of zeroth-order estimates, and how they grow with the dimension. */
export const varianceTheorems = [
  readLaw('zo.variance-forward', { scope: TABLED }, tabled),
  readLaw('zo.variance-optimal', { scope: TABLED }, tabled),
  readLaw('zo.variance-no-baseline', { scope: TABLED }, tabled),
  readLaw('zo.variance-central', { scope: TABLED }, tabled),
  readLaw('zo.highdim', { scope: `d <= 4, for signs, skewed, three-point and normal directions; ${AT_0}` }, [
    ...polynomials(EVERY_KIND, 1, 2),
    ...atOrigin(polynomials(EVERY_KIND, 1, 4, 3)),
  ]),
  readLaw('zo.highdim-one-length', { scope: 'd <= 4, for random signs' }, polynomials(['rademacher'], 1, 4)),
  readLaw(
    'zo.highdim-least',
    { scope: 'd <= 3, for signs, skewed, three-point and normal directions' },
    polynomials(EVERY_KIND, 0, 3),
  ),
  readLaw(
    'zo.block',
    { scope: 'd <= 3, for quadratics, and cubics up to d = 2, in signs and skewed directions' },
    [2, 3].flatMap((d) =>
      blocksOf(d).flatMap((which) =>
        (['rademacher', 'skewed'] as const).map((kind) => block(d, which, d === 2 ? 3 : 2, kind)),
      ),
    ),
  ),
  readLaw(
    'zo.block-variance',
    { scope: 'd <= 3, for random signs', kind: 'certificate' },
    [2, 3].flatMap((d) =>
      blocksOf(d).map((which) => ({
        ...block(d, which, 1, 'rademacher'),
        hints: () => ({ squares: slopes(d), degree: 1 }),
      })),
    ),
  ),
];
