import type { NonnegativeTerm } from '../kernel/certificate.ts';
import { scalar } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { readLaw } from './read-law.ts';
import { atOrigin, EVERY_KIND, polynomials, zerothOrder } from './shapes.ts';

/** A polynomial of d variables in directions that move some of them. */
const block = (d: number, which: readonly number[], degree: number, kind: 'rademacher' | 'skewed'): Shape => ({
  name: `${kind}, block ${which.join(' ')} of ${d}`,
  instance: (free) => {
    const { baseline: _, ...rest } = zerothOrder(free, 'rademacher', d, degree);
    return { ...rest, block: which, directions: { kind, dimension: which.length } };
  },
});
/** What a block of the variables saves, by the number of all variables: squares of slopes. */
const spared: Readonly<Record<number, readonly NonnegativeTerm[]>> = {
  2: [{ square: scalar('c_2') }, { square: scalar('c_3') }],
  3: [{ square: scalar('c_2') }, { times: 2, square: scalar('c_3') }, { square: scalar('c_4') }],
};
const TABLED = 'd <= 3, for random signs; in normal directions d <= 2' as const;
const tabled = [...polynomials(['rademacher'], 2, 3), ...polynomials(['normal'], 2, 2)];

/** The variances of zeroth-order estimates, and how they grow with the dimension. */
export const varianceTheorems = [
  readLaw('zo.variance-forward', { scope: TABLED }, tabled),
  readLaw('zo.variance-optimal', { scope: TABLED }, tabled),
  readLaw('zo.variance-no-baseline', { scope: TABLED }, tabled),
  readLaw('zo.variance-central', { scope: TABLED }, tabled),
  readLaw('zo.highdim', { scope: 'd <= 4, for signs and skewed directions; in three-point and normal ones d <= 2' }, [
    ...polynomials(EVERY_KIND, 1, 2),
    ...atOrigin(polynomials(['rademacher', 'skewed'], 1, 4, 3)),
  ]),
  readLaw('zo.highdim-one-length', { scope: 'd <= 4, for random signs' }, polynomials(['rademacher'], 1, 4)),
  readLaw(
    'zo.highdim-least',
    { scope: 'd <= 3, for signs, skewed, three-point and normal directions' },
    polynomials(EVERY_KIND, 0, 3),
  ),
  readLaw('zo.block', { scope: 'd <= 3, for quadratics in signs and skewed directions' }, [
    block(2, [1], 3, 'skewed'),
    block(3, [0, 2], 2, 'rademacher'),
    block(3, [0, 2], 2, 'skewed'),
  ]),
  readLaw(
    'zo.block-variance',
    { scope: 'd <= 3, for random signs', kind: 'certificate' },
    [2, 3].map((d) => ({ ...block(d, d === 2 ? [1] : [0, 2], 1, 'rademacher'), by: () => ({ terms: spared[d]! }) })),
  ),
];
