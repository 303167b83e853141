import { productGeometry } from '../../src/convex/product.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, nonnegative, same } from '../theorem/statements.ts';
import { type Part, proved, type Statement } from '../theorem/theorem.ts';
import { withModels } from './models.ts';
import { angle, obtuse } from './nearest-point.ts';
import { productText } from './product-text.ts';

const { add, axpy, dot, minus, of, one, plus, scale, squaredNorm, zero } = formalSpace;
const [phi, P, Q, theta, v] = [vector('phi'), vector('P'), vector('Q'), vector('theta'), vector('v')];

const statement = (parts: Pick<Statement, 'id' | 'laws' | 'states'> & Partial<Statement>): Statement => ({
  scope: 'all dimensions',
  cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
  restsOn: ['obtuse-angle'],
  ...parts,
});
const geometric = (given: Statement, ...parts: readonly Part[]) => proved(given, withModels(given.id, parts));
const part = (name: string, argue: Part['argue']): Part => ({ name, instances: [], argue });

/** A-(19) for convex sets only: with φ = a + μ(b − a) outside Θ, were it true of both a and b, P would be φ. */
export const converseTheorem = geometric(
  statement({
    id: 'converse',
    laws: ['proj.nonexp-converse'],
    states: String.raw`\varphi\in[a,b]\setminus\Theta,\ a,b\in\Theta\implies\|\Pi(\varphi)-\theta\|>\|\varphi-\theta\|\ \text{for}\ \theta=a\ \text{or}\ \theta=b`,
    restsOn: [],
  }),
  part('were it true of both ends', () => {
    const [a, b, mu] = [vector('a'), vector('b'), scalar('mu')];
    const between = axpy(mu, minus(b, a), a);
    const kept = (end: FormalVector, name: string): Fact =>
      atMost(name, squaredNorm(minus(P, end)), squaredNorm(minus(between, end)));
    return {
      assumes: [
        nonnegative('μ', mu, 'between-points'),
        atMost('μ at most 1', mu, one, 'between-points'),
        kept(a, 'A-(19) at a'),
        kept(b, 'A-(19) at b'),
      ],
      steps: [{ goal: atMost('P is φ', squaredNorm(minus(P, between)), zero) }],
    };
  }),
);

/** Affine sets hold with θ also 2P − θ, where A-(23) has the other sign. */
export const affineTheorem = geometric(
  statement({
    id: 'affine',
    laws: ['proj.affine-equality'],
    states: String.raw`\|\varphi-\theta\|^2=\|\Pi(\varphi)-\theta\|^2+\|\varphi-\Pi(\varphi)\|^2\quad(\Theta\ \text{affine})`,
  }),
  part('the theorem of Pythagoras', () => {
    const mirrored = minus(scale(of(2), P), theta);
    const both = add(squaredNorm(minus(P, theta)), squaredNorm(minus(phi, P)));
    return {
      assumes: [
        obtuse('A-(23)', phi, P, theta, ['member-inside']),
        obtuse('A-(23) at 2P − θ', phi, P, mirrored, ['affine-set']),
      ],
      steps: [
        { goal: atMost('at least', both, squaredNorm(minus(phi, theta))) },
        { goal: atMost('at most', squaredNorm(minus(phi, theta)), both) },
      ],
      concludes: ['at least', 'at most'],
    };
  }),
);

/** Moreau's decomposition: a cone holds 0 and 2P, so P ⊥ φ − P, and φ − P is the projection onto the polar cone. */
export const coneTheorem = geometric(
  statement({
    id: 'cone',
    laws: ['proj.cone'],
    states: String.raw`x=\Pi_K(x)+\Pi_{K^\circ}(x),\quad\Pi_K(x)\cdot\Pi_{K^\circ}(x)=0\quad(K\ \text{a cone})`,
  }),
  part('P ⊥ φ − P', () => ({
    assumes: [
      obtuse('A-(23) at 0', phi, P, scale(zero, P), ['cone']),
      obtuse('A-(23) at 2P', phi, P, scale(of(2), P), ['cone']),
    ],
    steps: [
      { goal: nonnegative('not acute', dot(P, minus(phi, P))) },
      { goal: atMost('not obtuse', dot(P, minus(phi, P)), zero) },
    ],
    concludes: ['not acute', 'not obtuse'],
  })),
  part('φ − P is in the polar cone', () => ({
    assumes: [obtuse('A-(23) at P + θ', phi, P, plus(P, theta), ['cone', 'member-inside'])],
    steps: [{ goal: atMost('polar', dot(theta, minus(phi, P)), zero) }],
  })),
  part('and nearest there', () => ({
    assumes: [
      nonnegative('not acute', dot(P, minus(phi, P)), 'cone'),
      atMost('a point of the polar cone', dot(v, P), zero),
    ],
    steps: [{ goal: nonnegative('A-(23) for the polar cone', angle(phi, minus(phi, P), v)) }],
  })),
);

/** Points of one hyperplane v·θ = s: moving φ along v does not move the nearest one. */
export const shiftTheorem = geometric(
  statement({
    id: 'shift',
    laws: ['proj.simplex-shift'],
    states: String.raw`\Pi_\Delta(\varphi+v\,(1,\dots,1))=\Pi_\Delta(\varphi)`,
  }),
  part('the two points are at distance zero', () => {
    const [s, ones] = [scalar('s'), vector('ones')];
    return {
      assumes: [
        same('sum of P', dot(ones, P), s, 'simplex'),
        same('sum of Q', dot(ones, Q), s, 'simplex'),
        obtuse('A-(23) before', phi, P, Q, []),
        obtuse('A-(23) after', axpy(scalar('shift'), ones, phi), Q, P, []),
      ],
      steps: [{ goal: atMost('no distance', squaredNorm(minus(P, Q)), zero) }],
    };
  }),
);

/** A product of sets: the angle of a pair is the sum of the angles; the text hands each factor its own coordinates. */
export const productTheorem = (text = productGeometry) =>
  geometric(
    statement({
      id: 'product',
      laws: ['proj.separable'],
      states: String.raw`\Pi_{A\times B}(x,y)=(\Pi_A(x),\Pi_B(y))`,
    }),
    part('the two pairs are at distance zero', () => {
      const [x, y, Px, Py, Qx, Qy] = ['x', 'y', 'Px', 'Py', 'Qx', 'Qy'].map(vector) as [
        FormalVector,
        FormalVector,
        FormalVector,
        FormalVector,
        FormalVector,
        FormalVector,
      ];
      const pair = (first: RationalFunction, second: RationalFunction) => add(first, second);
      return {
        assumes: [
          obtuse('A-(23) in the first factor', x, Px, Qx, ['product']),
          obtuse('A-(23) in the second factor', y, Py, Qy, ['product']),
          nonnegative('A-(23) in the product', pair(angle(x, Qx, Px), angle(y, Qy, Py)), 'product'),
        ],
        steps: [{ goal: atMost('no distance', pair(squaredNorm(minus(Px, Qx)), squaredNorm(minus(Py, Qy))), zero) }],
      };
    }),
    productText(text, [2, 1]),
    productText(text, [1, 3, 2]),
    productText(
      text,
      Array.from({ length: 16 }, (_, k) => 1 + (k % 3)),
    ),
  );

/** Dykstra's gap: x − p is a sum of outward normals eₖ at Pₖ, here of up to three sets. */
export const dykstraCertificateTheorem = geometric(
  statement({
    id: 'dykstra-certificate',
    laws: ['proj.dykstra-certificate'],
    states: String.raw`(x-p)\cdot(c-p)\le\sum_ke_k\cdot(P_k-p),\quad x-p=\sum_ke_k`,
    leaves: 'More than three sets, one term each; and that x − p is such a sum, which is proj.dykstra-normals.',
    restsOn: [],
  }),
  part('three sets', () => {
    const [p, c] = [vector('p'), vector('c')];
    const normals = [1, 2, 3].map((k) => [vector(`e${k}`), vector(`P${k}`)] as const);
    const gap = normals.reduce((total, [e, at]) => add(total, dot(e, minus(at, p))), zero);
    const moved = normals.reduce<FormalVector>((total, [e]) => plus(total, e), new Map());
    return {
      assumes: normals.map(([e, at], k) => atMost(`normal ${k + 1}`, dot(e, minus(c, at)), zero, 'common-point')),
      steps: [{ goal: atMost('the gap', dot(moved, minus(c, p)), gap) }],
    };
  }),
);
