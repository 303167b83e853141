import { type Simplex, simplexGeometry } from '../../src/convex/simplex.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf, lawTexts } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, div, mul, of, one, square, sub, zero } = formalSpace;
const n = scalar('n');

/** Σ (0 − 1/n)² over so many coordinates. */
const others = induction({
  invariant: (_, { sum, count }) => same('invariant', mul(sum, square(n)), count),
  before: () => ({ sum: scalar('sum'), count: scalar('count') }),
  base: { first: () => ({ state: { sum: zero, count: zero }, assumes: [] }) },
  step: {
    next: (_, { sum, count }) => ({
      state: { sum: add(sum, square(sub(zero, div(one, n)))), count: add(count, one) },
      assumes: [positive('coordinates', n)],
    }),
  },
}).map((part) => ({ ...part, name: `the zeros of a corner, ${part.name}` }));

/** D² = 2, and the one coordinate of a corner that is not 0. */
const conclusion = (geometry: typeof simplexGeometry): Part => ({
  name: 'a corner',
  argue: ({ coordinates: F }) => {
    const plane: Simplex = { kind: 'simplex', dimension: 2, sum: 1 };
    const sum = scalar('sum');
    const squared = add(square(sub(one, div(one, n))), sum);
    const jung = mul(geometry.squaredDiameter(F, plane)!, div(sub(n, one), mul(of(2), n)));
    return {
      assumes: [positive('coordinates', n), same('n − 1 zeros', mul(sum, square(n)), sub(n, one))],
      steps: [{ goal: same('the distance to the center', squared, jung) }],
    };
  },
});

/** The corners of the regular simplex of every dimension d = n − 1; the text takes a list of them, read for d ≤ 4 and d = 16. */
export const jungTheorem = (geometry: typeof simplexGeometry = simplexGeometry) => {
  const { cites, states } = lawOf('sgd.jung-simplex');
  return proved(
    { id: 'jung-simplex', laws: ['sgd.jung-simplex'], cites, states, scope: 'all dimensions' },
    withModels('jung-simplex', [
      ...others,
      conclusion(geometry),
      ...lawTexts(
        'sgd.jung-simplex',
        [1, 2, 3, 4, 16].map((dimension) => ({ name: `d = ${dimension}`, instance: () => ({ dimension }) })),
      ),
    ]),
    'induction',
  );
};
