import { type Bound, type Box, boxGeometry } from '../../src/convex/box.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Certificate, NonnegativeTerm } from '../kernel/certificate.ts';
import { atMost, type Fact, factsOf, nonnegative } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { type Part, proved } from '../theorem/theorem.ts';

/** For one coordinate: that it is at least the lower bound, at most the upper one, and (P − θ)(x − P) ≥ 0. */
interface Coordinate {
  readonly lower: readonly NonnegativeTerm[];
  readonly upper: readonly NonnegativeTerm[];
  readonly angle: readonly NonnegativeTerm[];
}

/**
 * The certificates of one coordinate, by the decisions the text takes: is x at most the upper bound, is the lower bound
 * at least what is left. The fourth way, upper ≤ lower, leaves one point.
 */
const bounded: Readonly<Record<string, Coordinate>> = {
  '00': { lower: [], upper: [{ facts: ['nonempty'] }], angle: [{ facts: ['above lower', 'second'] }] },
  '01': { lower: [{ facts: ['second'] }], upper: [{ facts: ['first'] }], angle: [] },
  '10': {
    lower: [],
    upper: [{ facts: ['nonempty'] }],
    angle: [
      { facts: ['second', 'first'] },
      { facts: ['second', 'nonempty'] },
      { facts: ['below upper', 'first'] },
      { facts: ['below upper', 'nonempty'] },
    ],
  },
  '11': { lower: [{ facts: ['nonempty'] }], upper: [], angle: [{ facts: ['below upper', 'first'] }] },
};
const onlyLower: Readonly<Record<string, Coordinate>> = {
  '0': { lower: [], upper: [], angle: [{ facts: ['above lower', 'first'] }] },
  '1': { lower: [{ facts: ['first'] }], upper: [], angle: [] },
};
const onlyUpper: Readonly<Record<string, Coordinate>> = {
  '0': { lower: [], upper: [{ facts: ['first'] }], angle: [] },
  '1': { lower: [], upper: [], angle: [{ facts: ['below upper', 'first'] }] },
};

type Texts = { readonly geometry: typeof boxGeometry };

function oneCoordinate(
  { geometry }: Texts,
  {
    name,
    sides,
    table,
    instances = [],
    needed,
  }: Omit<Part, 'argue'> & {
    readonly sides: 'both' | 'lower' | 'upper';
    readonly table: Readonly<Record<string, Coordinate>>;
  },
): Part {
  const [x, theta] = [scalar('x'), scalar('theta')];
  return {
    name,
    instances,
    ...(needed && { needed }),
    argue: ({ coordinates: A, number, path }) => {
      const bound = (side: 'lower' | 'upper'): readonly Bound[] => [
        sides === 'both' || sides === side ? number(side) : null,
      ];
      const set: Box = { kind: 'box', lower: bound('lower'), upper: bound('upper') };
      const [projection] = geometry.project(A, set, [x]);
      const names = [...(sides === 'upper' ? [] : ['above lower']), ...(sides === 'lower' ? [] : ['below upper'])];
      const rename = (facts: readonly Fact[], to: (name: string) => string) =>
        facts.map((fact, i) => ({ ...fact, name: to(names[i]!) }));
      const member = rename(factsOf('member', geometry.membership(A, set, [theta]), 'member-inside'), (each) => each);
      const inside = rename(factsOf('Π', geometry.membership(A, set, [projection!])), (each) => `Π(x) is ${each}`);
      const way = table[path()];
      const terms = (which: keyof Coordinate): Certificate => ({ terms: renamed(way?.[which] ?? [], 0) });
      return {
        assumes: member,
        steps: [
          ...(sides === 'both' ? [nonempty(scalar('lower'), scalar('upper'))] : []),
          ...inside.map((goal): Step => ({ goal, by: terms(goal.name.endsWith('lower') ? 'lower' : 'upper') })),
          {
            goal: nonnegative('A-(23)', A.mul(A.sub(projection!, theta), A.sub(x, projection!))),
            by: terms('angle'),
          },
        ],
        concludes: [...inside.map((goal) => goal.name), 'A-(23)'],
      };
    },
  };
}

/** lower ≤ upper, because θ is between them. */
const nonempty = (lower: RationalFunction, upper: RationalFunction, own = (name: string) => name): Step => ({
  goal: atMost(own('nonempty'), lower, upper),
  by: { terms: [{ facts: [own('above lower')] }, { facts: [own('below upper')] }] },
});

/** The first and second decision of coordinate i by the names that the reading gives them. */
const renamed = (terms: readonly NonnegativeTerm[], i: number): NonnegativeTerm[] =>
  terms.map(({ facts = [] }) => ({
    facts: facts.map((name) => {
      if (name === 'first') return `case ${2 * i + 1}`;
      if (name === 'second') return `case ${2 * i + 2}`;
      return name;
    }),
  }));

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
    argue: ({ coordinates: A, number, path }: Reader) => {
      const named = (side: string) => indices.map((i) => number(`${side}_${i + 1}`));
      const set: Box = { kind: 'box', lower: named('lower'), upper: named('upper') };
      const projection = geometry.project(A, set, x);
      const steps = indices.map((i): Step => {
        const way = bounded[path().slice(2 * i, 2 * i + 2)];
        const terms = renamed(way?.angle ?? [], i).map(({ facts = [] }) => ({
          facts: facts.map((name) => (name.startsWith('case') ? name : own(name, i))),
        }));
        return {
          goal: nonnegative(own('angle', i), A.mul(A.sub(projection[i]!, theta[i]!), A.sub(x[i]!, projection[i]!))),
          by: { terms },
        };
      });
      const moved = indices.filter((i) => (bounded[path().slice(2 * i, 2 * i + 2)]?.angle.length ?? 0) > 0);
      const whole = A.dot(A.minus(projection, theta), A.minus(x, projection));
      return {
        assumes: indices.flatMap((i) => [
          atMost(own('above lower', i), lower[i]!, theta[i]!),
          atMost(own('below upper', i), theta[i]!, upper[i]!),
        ]),
        steps: [
          ...indices.map((i) => nonempty(lower[i]!, upper[i]!, (name) => own(name, i))),
          ...steps,
          { goal: nonnegative('A-(23)', whole), by: { terms: moved.map((i) => ({ facts: [own('angle', i)] })) } },
        ],
      };
    },
  };
}

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
        sides: 'both',
        table: bounded,
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
        sides: 'lower',
        table: onlyLower,
        instances: [-1, 1].map((x) => ({ x, lower: 0, theta: 1 })),
        needed: { 'above lower': { x: -2, lower: 0, theta: -1 } },
      }),
      oneCoordinate(texts, {
        name: 'no lower bound',
        sides: 'upper',
        table: onlyUpper,
        instances: [1, 3].map((x) => ({ x, upper: 2, theta: 1 })),
        needed: { 'below upper': { x: 4, upper: 2, theta: 3 } },
      }),
      severalCoordinates(texts, 2),
    ],
    'cases',
  );
