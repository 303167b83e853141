import { type Bound, type Box, boxGeometry } from '../../src/convex/box.ts';
import type { Fact } from '../kernel/fact.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { atMost, factsOf, nonnegative } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { farthestOf, type Sized, sizesOf } from './set-sizes.ts';

const [w, lower, upper] = [scalars('w', 2), scalars('lower', 2), scalars('upper', 2)];

type Texts = { readonly geometry: typeof boxGeometry };

/** One coordinate: it is within the bounds that there are, and (P − θ)(x − P) ≥ 0. */
function oneCoordinate(
  { geometry }: Texts,
  { sides, ...part }: Omit<Part, 'argue'> & { readonly sides: readonly ('lower' | 'upper')[] },
): Part {
  const [x, theta] = [scalar('x'), scalar('theta')];
  return {
    ...part,
    argue: ({ coordinates: A, number }) => {
      const bound = (side: 'lower' | 'upper'): readonly Bound[] => [sides.includes(side) ? number(side) : null];
      const set: Box = { kind: 'box', lower: bound('lower'), upper: bound('upper') };
      const [projection] = geometry.project(A, set, [x]);
      const names = sides.map((side) => (side === 'lower' ? 'above lower' : 'below upper'));
      const named = (facts: readonly Fact[], of: string) => facts.map((fact, i) => ({ ...fact, name: of + names[i] }));
      const inside = named(factsOf('Π', geometry.membership(A, set, [projection!])), 'Π(x) is ');
      const angle = nonnegative('A-(23)', A.mul(A.sub(projection!, theta), A.sub(x, projection!)));
      return {
        assumes: named(factsOf('member', geometry.membership(A, set, [theta]), 'member-inside'), ''),
        steps: [
          ...(sides.length === 2 ? [{ goal: atMost('nonempty', scalar('lower'), scalar('upper')) }] : []),
          ...[...inside, angle].map((goal) => ({ goal })),
        ],
        concludes: [...inside, angle].map(({ name }) => name),
      };
    },
  };
}

/** d coordinates at once: the angles of the coordinates add up. */
function severalCoordinates({ geometry }: Texts, d: number): Part {
  const [x, theta, lower, upper] = ['x', 'theta', 'lower', 'upper'].map((name) => scalars(name, d)) as [
    ReturnType<typeof scalars>,
    ReturnType<typeof scalars>,
    ReturnType<typeof scalars>,
    ReturnType<typeof scalars>,
  ];
  const indices = Array.from({ length: d }, (_, i) => i);
  const own = (name: string, i: number) => `${name} ${i + 1}`;
  const places = [
    [-1, 2],
    [1, 2],
    [3, 2],
    [3, 0],
  ] as const;
  const choices = indices.reduce<(readonly [number, number])[][]>(
    (all) => all.flatMap((each) => places.map((place) => [...each, place])),
    [[]],
  );
  const model = (chosen: (typeof choices)[number]): Model =>
    Object.fromEntries(
      chosen.flatMap(([at, width], i) => [
        [`x_${i + 1}`, at],
        [`lower_${i + 1}`, 0],
        [`upper_${i + 1}`, width],
        [`theta_${i + 1}`, width / 2],
      ]),
    );
  return {
    name: `${d} coordinates`,
    instances: choices.map(model),
    argue: ({ coordinates: A, number }) => {
      const named = (side: string) => indices.map((i) => number(`${side}_${i + 1}`));
      const set: Box = { kind: 'box', lower: named('lower'), upper: named('upper') };
      const projection = geometry.project(A, set, x);
      const angles = indices.map((i) => A.mul(A.sub(projection[i]!, theta[i]!), A.sub(x[i]!, projection[i]!)));
      return {
        assumes: indices.flatMap((i) => [
          atMost(own('above lower', i), lower[i]!, theta[i]!),
          atMost(own('below upper', i), theta[i]!, upper[i]!),
        ]),
        steps: [
          ...indices.map((i) => ({ goal: atMost(own('nonempty', i), lower[i]!, upper[i]!) })),
          ...indices.map((i) => ({ goal: nonnegative(own('angle', i), angles[i]!) })),
          { goal: nonnegative('A-(23)', A.dot(A.minus(projection, theta), A.minus(x, projection))) },
        ],
      };
    },
  };
}

const corners = [lower, upper].flatMap(([first]) => [lower, upper].map(([, second]) => [first!, second!]));
/** Two coordinates: the corners are ends. */
const sizes: Sized<Box> = {
  name: '2 coordinates',
  set: ({ number }) => {
    const named = (side: string) => [1, 2].map((i) => number(`${side}_${i}`));
    return { kind: 'box', lower: named('lower'), upper: named('upper') };
  },
  direction: w,
  squaredDiameter: F.sum(lower.map((lo, i) => F.square(F.sub(upper[i]!, lo)))),
  ends: corners.map((corner) => F.dot(w, corner)),
  squaredDistances: corners.map((corner) => F.squaredDistance(corner, w)),
  instances: [-1, 1].flatMap((w_1) =>
    [-1, 1].map((w_2) => ({ w_1, w_2, lower_1: 0, lower_2: 0, upper_1: 1, upper_2: 2 })),
  ),
};

/** The text of the projection onto a box. It treats the coordinates one by one, so that one proves all dimensions. */
export const boxTheorem = (texts: Texts = { geometry: boxGeometry }) =>
  proved(
    {
      id: 'box',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta:\mathrm{lower}_i\le\theta_i\le\mathrm{upper}_i\}:\quad\Pi(x)_i=\max(\mathrm{lower}_i,\min(\mathrm{upper}_i,x_i))`,
      scope: 'all dimensions',
      leaves: 'The other sets.',
    },
    [
      oneCoordinate(texts, {
        name: 'one coordinate',
        sides: ['lower', 'upper'],
        instances: [
          ...[-1, 1, 3].map((x) => ({ x, lower: 0, upper: 2, theta: 1 })),
          { x: 3, lower: 0, upper: 0, theta: 0 },
        ],
        needed: {
          'above lower': { x: -2, lower: 0, upper: 2, theta: -1 },
          'below upper': { x: 4, lower: 0, upper: 2, theta: 3 },
        },
      }),
      oneCoordinate(texts, {
        name: 'no upper bound',
        sides: ['lower'],
        instances: [-1, 1].map((x) => ({ x, lower: 0, theta: 1 })),
        needed: { 'above lower': { x: -2, lower: 0, theta: -1 } },
      }),
      oneCoordinate(texts, {
        name: 'no lower bound',
        sides: ['upper'],
        instances: [1, 3].map((x) => ({ x, upper: 2, theta: 1 })),
        needed: { 'below upper': { x: 4, upper: 2, theta: 3 } },
      }),
      severalCoordinates(texts, 2),
      sizesOf(texts.geometry, sizes),
      farthestOf(texts.geometry, sizes),
    ],
    'cases',
  );
