import type { ConvexSet } from '../../src/convex/index.ts';
import type { productGeometry } from '../../src/convex/product.ts';
import type { Geometry } from '../../src/convex/set.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { atMost as atMostRelation } from '../../src/scalar/relation.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { scalars, symbolicReading } from '../kernel/symbolic.ts';
import { factsOf, same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';

type Block = Vector<RationalFunction>;

/** A factor of which only the number of coordinates is known: its projection is any point, and h(θ) ≤ 0 says θ is in it. */
interface Factor {
  readonly name: string;
  readonly size: number;
}
const projected = ({ name, size }: Factor): Block => scalars(`P${name}`, size);
const outside = ({ name }: Factor, at: Block): RationalFunction =>
  symbolicReading.dot(scalars(`h${name}`, at.length), at);

/** The geometry of any factors, which notes the points that it is asked to project. */
function anyGeometry(asked: Map<string, Block>): (set: ConvexSet) => Geometry<ConvexSet> {
  const nothing = () => undefined;
  const geometry = {
    dimension: ({ size }: Factor) => size,
    project: (_: Algebra<RationalFunction>, factor: Factor, x: Block) => {
      asked.set(factor.name, x);
      return projected(factor);
    },
    membership: ({ zero }: Algebra<RationalFunction>, factor: Factor, x: Block) =>
      atMostRelation(outside(factor, x), zero, factor.name),
    ...{ squaredDiameter: nothing, support: nothing, vertices: nothing },
  };
  return () => geometry as unknown as Geometry<ConvexSet>;
}

/** The text of the product: each factor has its own coordinates, in order, to project and to judge. */
export const productText = (text: typeof productGeometry, sizes: readonly number[]): Part => {
  const factors = sizes.map((size, k): Factor => ({ name: `${k + 1}`, size }));
  const own = factors.map((factor) => scalars(`x${factor.name}`, factor.size));
  return {
    name: `the text of the product, ${sizes.length} sets`,
    argue: ({ coordinates: F }) => {
      const asked = new Map<string, Block>();
      const geometry = text(anyGeometry(asked));
      const set = { kind: 'product', factors: factors as unknown as readonly ConvexSet[] } as const;
      const projection = geometry.project(F, set, own.flat());
      const judged = factsOf('what factor is asked of the point', geometry.membership(F, set, own.flat()));
      const inOrder = factors.flatMap(projected);
      const goals = [
        same('coordinates', F.of(geometry.dimension(set)), F.of(inOrder.length)),
        same('as many are projected', F.of(projection.length), F.of(inOrder.length)),
        ...factors.map(({ name, size }) => same(`size of factor ${name}`, F.of(asked.get(name)!.length), F.of(size))),
        ...factors.flatMap(({ name }, k) =>
          own[k]!.map((x, i) => same(`coordinate ${i + 1} for factor ${name}`, asked.get(name)![i] ?? F.zero, x)),
        ),
        ...inOrder.map((each, i) => same(`Π(x) ${i + 1}`, projection[i] ?? F.zero, each)),
        ...factors.map((factor, k) =>
          same(`factor ${factor.name} is asked of its own`, judged[k]!.value, F.neg(outside(factor, own[k]!))),
        ),
      ];
      return { assumes: [], steps: goals.map((goal) => ({ goal })), concludes: goals.map(({ name }) => name) };
    },
    instances: [
      Object.fromEntries(
        factors.flatMap(({ name, size }) =>
          Array.from({ length: size }, (_, i) =>
            ['x', 'P', 'h'].map((of, j) => [`${of}${name}_${i + 1}`, i + j]),
          ).flat(),
        ),
      ),
    ],
  };
};
