import { type Simplex, simplexGeometry } from '../../src/convex/simplex.ts';
import type { Argument } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { scalar, scalars, symbolicReading } from '../kernel/symbolic.ts';
import { factsOf, nonnegative, positive, same, zero as zeroFact } from '../theorem/statements.ts';
import { type Answers, sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { simplexModels } from './models/thresholds.ts';
import { farthestOf, type Sized, sizesOf } from './set-sizes.ts';
import { LINEAR, nowhere, placeOf, QUADRATIC } from './threshold.ts';

type Texts = { readonly geometry: typeof simplexGeometry };

const { dot, minus, mul, sub, zero } = symbolicReading;
const s = scalar('sum');
const given = positive('sum', s);

const of = (name: string) => (i: number) => `${name} ${i + 1}`;
const [member, cut, kept, projected] = [of('member'), of('cut by τ at most'), of('0 or cut by τ'), of('y is Π(x)')];

/**
 * Where a point lies decides every step of the text. That y = Π(x) has coordinates that are 0 or xᵢ − τ, and not less than
 * either, makes the angle Σ θᵢ μᵢ, where μᵢ = yᵢ − (xᵢ − τ). Coordinates and threshold have names, so that what is concluded
 * is the same wherever the point lies.
 */
const asking =
  ({ geometry }: Texts, d: number) =>
  (answers: Answers) =>
  (reader: Reader): Argument => {
    if (!reader.atLeast(s, zero)) return nowhere(given);
    const [x, theta, y, tau] = [scalars('x', d), scalars('theta', d), scalars('y', d), scalar('tau')];
    const { threshold, facts, because, linear } = placeOf(reader, x, s, answers);
    const A = reader.forced(because);
    const set = { kind: 'simplex', dimension: d, sum: reader.number('sum') } as const;
    const projection = geometry.project(A, set, x);
    const names = [
      ...y.map((each, i) => same(projected(i), each, projection[i]!)),
      same('τ is the threshold', tau, threshold),
    ];
    const inside = factsOf('Π(x)', geometry.membership(A, set, y));
    const mu = x.map((xi, i) => sub(y[i]!, sub(xi, tau)));
    const cuts = mu.map((each, i) => nonnegative(cut(i), each));
    const either = mu.map((each, i) => zeroFact(kept(i), mul(y[i]!, each)));
    const angle = nonnegative('A-(23)', dot(minus(y, theta), minus(x, y)));
    const rest = names.map(({ name }) => name);
    const pairs = x.flatMap((_, i) => [member(i), cut(i), kept(i)]);
    return {
      assumes: [given, ...names, ...factsOf('member', geometry.membership(A, set, theta), 'member-inside')],
      steps: [
        ...facts,
        ...[...inside, ...cuts].map((goal) => linear(goal, rest)),
        ...either.map((goal) => sought(goal, { ...LINEAR, facts: rest })),
        sought(angle, { ...QUADRATIC, facts: [...pairs, member(d), `Π(x) ${d + 1}`] }),
      ],
      concludes: [...inside, ...cuts, ...either, angle].map(({ name }) => name),
    };
  };

const w = scalars('w', 2);
const sizes: Sized<Simplex> = {
  name: 'simplex, d = 2',
  assumes: [given],
  set: ({ number }) => ({ kind: 'simplex', dimension: 2, sum: number('sum') }),
  direction: w,
  squaredDiameter: mul(symbolicReading.of(2), mul(s, s)),
  ends: w.map((each) => mul(s, each)),
  squaredDistances: [
    [s, symbolicReading.zero],
    [symbolicReading.zero, s],
  ].map((end) => symbolicReading.squaredDistance(end, w)),
  instances: [
    { w_1: 1, w_2: 2, sum: 1 },
    { w_1: 2, w_2: 1, sum: 1 },
  ],
};

/** The text of the projection onto a simplex: sorting, thresholds and all. */
export const simplexTheorem = (texts: Texts = { geometry: simplexGeometry }) =>
  proved(
    {
      id: 'simplex',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta\ge0:\textstyle\sum\theta_i=s\}:\quad\Pi(x)_i=\max(0,x_i-\tau)`,
      scope: 'd <= 4',
      leaves: 'More coordinates, for which proofs/coq has the formula, and the other sets.',
    },
    [
      ...[1, 2, 3, 4].map((d): Part => {
        const argue = asking(texts, d);
        return { name: `simplex, d = ${d}`, argue: argue(() => undefined), asking: argue, ...simplexModels(d) };
      }),
      sizesOf(texts.geometry, sizes),
      farthestOf(texts.geometry, sizes),
    ],
    'cases',
  );
