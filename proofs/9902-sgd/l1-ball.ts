import { type L1Ball, l1BallThrough } from '../../src/convex/l1-ball.ts';
import { projectOntoSimplex } from '../../src/convex/simplex.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { type Fact, NotProved } from '../kernel/fact.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars, symbolicReading } from '../kernel/symbolic.ts';
import { atMost, factsOf, nonnegative, positive, same, zero as zeroFact } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { coordinateModels, l1BallModels } from './models/thresholds.ts';
import { farthestOf, type Sized, sizesOf } from './set-sizes.ts';
import { LINEAR, QUADRATIC } from './threshold.ts';

type Texts = { readonly geometryThrough: typeof l1BallThrough };

const { dot, minus, mul, neg, plus, sub, sum, zero } = symbolicReading;
const radius = scalar('radius');

/** A coordinate of z = x − c, of ψ = θ − c and of p = Π(x) − c, with what is said of these. */
interface Coordinate {
  readonly z: RationalFunction;
  readonly psi: RationalFunction;
  readonly p: RationalFunction;
  /** What the simplex gives for |z|. */
  readonly y: RationalFunction;
  /** At least |ψ|. */
  readonly size: RationalFunction;
}

/** (p − ψ)(z − p) ≥ σ (y − size), where σ = max(0, τ). Added up, it is A-(23), as Σ size ≤ r = Σ y. */
const angleOf = (name: string, { z, psi, p, y, size }: Coordinate, sigma: RationalFunction): Fact =>
  atMost(name, mul(sigma, sub(y, size)), mul(sub(p, psi), sub(z, p)));

/**
 * One coordinate p = max(−y, min(y, z)), where the theorem about the simplex says that y = max(0, |z| − τ). What is read of
 * the algebra has a name, so that what is concluded is the same on every path.
 */
const oneCoordinate: Part = {
  name: 'one coordinate',
  ...coordinateModels,
  argue: ({ coordinates: A }) => {
    const [z, psi, p, y, size] = [scalar('z'), scalar('psi'), scalar('p'), scalar('y'), scalar('size')];
    const [length, remaining, tau, sigma] = [scalar('length'), scalar('remaining'), scalar('tau'), scalar('sigma')];
    const uncut = sub(y, sub(length, tau));
    const goals = [
      nonnegative('max(0, τ)', sigma),
      atMost('within y', remaining, y),
      angleOf('angle', { z, psi, p, y, size }, sigma),
    ];
    return {
      assumes: [
        same('σ is max(0, τ)', sigma, A.max(zero, tau)),
        same('length is |z|', length, A.abs(z)),
        same('p is clamped', p, A.clamp(neg(y), z, y)),
        same('remaining is |p|', remaining, A.abs(p)),
        nonnegative('y is at least 0', y),
        nonnegative('y is at least |z| − τ', uncut),
        zeroFact('y is 0 or |z| − τ', mul(y, uncut)),
        atMost('size bounds ψ', psi, size, 'member-inside'),
        atMost('size bounds −ψ', neg(psi), size, 'member-inside'),
      ],
      steps: [
        sought(nonnegative('size is not negative', size), LINEAR),
        ...goals.map((goal) => sought(goal, QUADRATIC)),
      ],
      concludes: goals.map(({ name }) => name),
    };
  },
};

/** Free reals for |a|, of some numbers a, and for max(−y, min(y, z)); all else is read as it is. */
const standingFor = (
  A: Algebra<RationalFunction>,
  sizes: readonly (readonly [of: RationalFunction, size: RationalFunction])[],
  coordinates: readonly Coordinate[],
): Algebra<RationalFunction> => ({
  ...A,
  abs: (a) => sizes.find(([of]) => equal(of, a))?.[1] ?? A.abs(a),
  clamp: (lo, a, hi) =>
    coordinates.find(({ z, y }) => equal(lo, neg(y)) && equal(a, z) && equal(hi, y))?.p ?? A.clamp(lo, a, hi),
});

/**
 * The whole text, of which a coordinate does what is shown of one. That it asks for y on a simplex, once and for |x − c|,
 * is among what is shown.
 */
const allCoordinates = ({ geometryThrough }: Texts, d: number): Part => ({
  name: `ℓ1 ball, d = ${d}`,
  ...l1BallModels(d),
  argue: ({ coordinates: A, exact, number }) => {
    const [c, z, psi, y] = [scalars('c', d), scalars('z', d), scalars('psi', d), scalars('y', d)];
    const [p, size, sigma] = [scalars('p', d), scalars('size', d), scalar('sigma')];
    const [lengths, remaining] = [scalars('length', d), scalars('remaining', d)];
    const all = z.map((each, i): Coordinate => ({ z: each, psi: psi[i]!, p: p[i]!, y: y[i]!, size: size[i]! }));
    const sizes = all.flatMap(({ z, psi, p, size }, i) => [
      [z, lengths[i]!] as const,
      [p, remaining[i]!] as const,
      [psi, size] as const,
    ]);
    const F = standingFor(A, sizes, all);
    const asked: (readonly [total: RationalFunction, of: Vector<RationalFunction>])[] = [];
    const ontoSimplex = (_: unknown, total: RationalFunction, of: Vector<RationalFunction>) => {
      asked.push([total, of]);
      return y;
    };
    const geometry = geometryThrough(ontoSimplex as unknown as typeof projectOntoSimplex);

    const set = { kind: 'l1-ball', center: c.map(exact), radius: number('radius') } as const;
    const [x, theta] = [plus(c, z), plus(c, psi)];
    const projection = geometry.project(F, set, x);
    const [[total, of] = [zero, []], ...others] = asked;
    if (of.length !== d || others.length > 0) throw new NotProved(`ℓ1 ball, d = ${d}: one point goes to a simplex.`);
    const feasible = factsOf('Π(x) lies in the ball', geometry.membership(F, set, projection));
    const angle = nonnegative('A-(23)', dot(minus(projection, theta), minus(x, projection)));
    return {
      assumes: [
        positive('radius', radius),
        ...factsOf('member', geometry.membership(F, set, theta), 'member-inside'),
        same('sum of y', sum(y), total),
        nonnegative('max(0, τ)', sigma),
        ...y.map((each, i) => atMost(`within y ${i + 1}`, remaining[i]!, each)),
        ...all.map((each, i) => angleOf(`angle ${i + 1}`, each, sigma)),
      ],
      steps: [
        sought(positive('the sum of the simplex', total), LINEAR),
        ...lengths.map((each, i) => ({ goal: same(`|x − c| goes to the simplex ${i + 1}`, of[i]!, each) })),
        ...feasible.map((goal) => sought(goal, LINEAR)),
        sought(angle, QUADRATIC),
      ],
      concludes: [...feasible, angle].map(({ name }) => name),
    };
  },
});

const w = scalars('w', 2);
const middle = symbolicReading.dot(w, scalars('center', 2));
const sizes: Sized<L1Ball> = {
  name: 'ℓ1 ball, d = 2',
  assumes: [positive('radius', radius)],
  set: ({ number }) => ({
    kind: 'l1-ball',
    center: [number('center_1'), number('center_2')],
    radius: number('radius'),
  }),
  direction: w,
  squaredDiameter: symbolicReading.square(symbolicReading.mul(symbolicReading.of(2), radius)),
  ends: w.flatMap((each) => {
    const step = symbolicReading.mul(radius, each);
    return [symbolicReading.add(middle, step), symbolicReading.sub(middle, step)];
  }),
  squaredDistances: [0, 1].flatMap((i) =>
    [radius, symbolicReading.neg(radius)].map((step) => {
      const end = scalars('center', 2).map((c, j) => (i === j ? symbolicReading.add(c, step) : c));
      return symbolicReading.squaredDistance(end, w);
    }),
  ),
  // On all sides of 0 and of the center.
  instances: [0, 1].flatMap((center_1) =>
    [1, 2, -1, -2].flatMap((step) =>
      [1.5, -1.5].map((w_2) => ({ w_1: center_1 + step, w_2, center_1, center_2: 0, radius: 2 })),
    ),
  ),
};

/** The text of the projection onto an ℓ₁ ball about any center, and in as many dimensions as that onto a simplex is proved. */
export const l1BallTheorem = (texts: Texts = { geometryThrough: l1BallThrough }) =>
  proved(
    {
      id: 'l1-ball',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta:\textstyle\sum|\theta_i-c_i|\le r\}:\quad\Pi(x)_i=c_i+\max(-y_i,\min(y_i,x_i-c_i)),\ y=\Pi_{\Delta_r}(|x-c|)`,
      scope: 'd <= 4',
      leaves: 'More coordinates, for which proofs/coq has the formula, and the other sets.',
      restsOn: ['simplex'],
    },
    [
      oneCoordinate,
      ...[1, 2, 3, 4].map((d) => allCoordinates(texts, d)),
      sizesOf(texts.geometryThrough(projectOntoSimplex), sizes),
      farthestOf(texts.geometryThrough(projectOntoSimplex), sizes),
    ],
    'cases',
  );
