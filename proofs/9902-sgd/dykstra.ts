import { dykstraGap, dykstraPotential, dykstraStart, dykstraSweep } from '../../src/convex/dykstra.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import { induction } from '../kernel/induction.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import { atMost, nonnegative, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { obtuse } from './nearest-point.ts';

const { add, dot, minus, mul, of, one, plus, squaredNorm, sub, sum, zero } = formalSpace;
/** The point to be projected, a point of all the sets, and the iterate before a projection. */
const [x, c, p] = [vector('x'), vector('c'), vector('p')];
/** Of one set: its normal and projection before, and the projection of p + e onto it. */
const [e, P, next] = [vector('e'), vector('P'), vector('next')];
const moved = plus(p, e);

/** The texts of Dykstra's iteration. */
export interface DykstraTexts {
  readonly gap: typeof dykstraGap;
  readonly potential: typeof dykstraPotential;
  readonly start: typeof dykstraStart;
  readonly sweep: typeof dykstraSweep;
}
export const dykstraTexts: DykstraTexts = {
  gap: dykstraGap,
  potential: dykstraPotential,
  start: dykstraStart,
  sweep: dykstraSweep,
};

const UP_TO_THREE = [1, 2, 3];
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, k) => `${name}${k + 1}`);

/**
 * The text of a sweep over so many sets, from any state on the line. The sets are points, so that the projections are any
 * numbers; no operation of a sweep mixes coordinates.
 */
const sweepText = ({ sweep }: DykstraTexts, count: number): Part => ({
  name: `the text of a sweep, ${count} sets`,
  argue: ({ coordinates: F, number }) => {
    const [normals, projections, onto] = [scalars('e', count), scalars('P', count), scalars('next', count)];
    const start = scalar('p');
    const sets = onto.map((_, k) => ({ kind: 'hyperplane', normal: [1], offset: number(`next_${k + 1}`) }) as const);
    const state = {
      point: [start],
      projections: projections.map((each) => [each]),
      normals: normals.map((each) => [each]),
    };
    const after = sweep(F, sets, state);
    const steps = onto.flatMap((projection, k): Step[] => {
      const from = add(k === 0 ? start : onto[k - 1]!, normals[k]!);
      return [
        { goal: same(`P${k + 1}`, after.projections[k]![0]!, projection) },
        { goal: same(`e${k + 1}`, after.normals[k]![0]!, sub(from, projection)) },
      ];
    });
    const last: Step = { goal: same('the point', after.point[0]!, onto.at(-1)!) };
    const all = [...steps, last];
    return { assumes: [], steps: all, concludes: all.flatMap((step) => ('goal' in step ? [step.goal.name] : [])) };
  },
});

/** The texts of a number that belongs to a state, for so many sets, over formal vectors. */
function stateText(F: unknown, count: number) {
  const algebra = F as Algebra<RationalFunction>;
  const opaque = (v: FormalVector) => v as unknown as Vector<RationalFunction>;
  const [normals, projections] = [numbered('e', count).map(vector), numbered('P', count).map(vector)];
  const state = { point: opaque(p), projections: projections.map(opaque), normals: normals.map(opaque) };
  const pairs = normals.map((normal, k) => [normal, projections[k]!] as const);
  return { algebra, opaque, state, pairs };
}

const invariant = { multiple: one, of: 'invariant' };
const statement = (id: string) => {
  const { cites, states } = lawOf(id);
  return { laws: [id], cites, states, scope: 'all dimensions', restsOn: ['obtuse-angle'] } as const;
};

/** What a projection takes away is an outward normal where it lands, by A-(23). */
const normal: Part = {
  name: 'what a projection takes away',
  argue: () => ({
    assumes: [obtuse('A-(23)', moved, next, c, ['common-point'])],
    steps: [
      {
        goal: atMost('an outward normal', dot(minus(moved, next), minus(c, next)), zero),
        by: { terms: [{ facts: ['A-(23)'] }] },
      },
    ],
  }),
};

/** p + Σ e = x after every projection. */
const normalsAddUp = induction({
  invariant: (_, { point, total }) => same('invariant', squaredNorm(minus(plus(point, total), x)), zero),
  before: () => ({ point: p, total: vector('total') }),
  base: { first: () => ({ state: { point: x, total: new Map() }, assumes: [] }) },
  step: {
    next: (_, { total }) => ({
      state: { point: next, total: plus(minus(total, e), minus(moved, next)) },
      assumes: [],
      by: { terms: [invariant] },
    }),
  },
}).map((part) => ({ ...part, name: `the normals add up, ${part.name}` }));

/** After every sweep x − p is a sum of outward normals, one of each set. That the projections lie in their sets is A-(17). */
export const dykstraNormalsTheorem = (texts: DykstraTexts = dykstraTexts) =>
  proved(
    { id: 'dykstra-normals', ...statement('proj.dykstra-normals') },
    withModels('dykstra-normals', [normal, ...normalsAddUp, ...UP_TO_THREE.map((count) => sweepText(texts, count))]),
    'induction',
  );

const term = (normal: FormalVector, at: FormalVector) => dot(normal, minus(at, c));
const rest = scalar('rest');

/** One projection: what the potential loses is ‖p − P′‖² and what e gains from P to P′. */
const onePotential: Part = {
  name: 'one projection',
  argue: () => {
    const potential = (point: FormalVector, own: RationalFunction) =>
      add(squaredNorm(minus(point, c)), mul(of(2), add(rest, own)));
    return {
      assumes: [atMost('the normal before, at the new point', dot(e, minus(next, P)), zero)],
      steps: [
        {
          goal: atMost('no increase', potential(next, term(minus(moved, next), next)), potential(p, term(e, P))),
          by: { terms: [{ norm: minus(p, next) }, { times: 2, facts: ['the normal before, at the new point'] }] },
        },
      ],
    };
  },
};

/** A sweep is one projection after the other. */
const potentials = induction({
  invariant: (_, { potential }) => atMost('invariant', potential, scalar('before')),
  before: () => ({ potential: scalar('potential') }),
  base: { first: () => ({ state: { potential: scalar('before') }, assumes: [], by: { terms: [] } }) },
  step: {
    next: (_, { potential }) => ({
      state: { potential: scalar('after') },
      assumes: [atMost('no increase', scalar('after'), potential)],
      by: { terms: [{ facts: ['invariant'] }, { facts: ['no increase'] }] },
    }),
  },
}).map((part) => ({ ...part, name: `a sweep, ${part.name}` }));

/** The potential is at least the squared distance: no normal points inward. */
const distances = induction({
  invariant: (_, { potential }) => atMost('invariant', squaredNorm(minus(p, c)), potential),
  before: () => ({ potential: scalar('potential') }),
  base: { first: () => ({ state: { potential: squaredNorm(minus(p, c)) }, assumes: [], by: { terms: [] } }) },
  step: {
    next: (_, { potential }) => ({
      state: { potential: add(potential, mul(of(2), term(e, P))) },
      assumes: [nonnegative('an outward normal', term(e, P), 'common-point')],
      by: { terms: [{ facts: ['invariant'] }, { times: 2, facts: ['an outward normal'] }] },
    }),
  },
}).map((part) => ({ ...part, name: `the distance, ${part.name}` }));

/** The text of the potential of any state of so many sets, and of the first one. */
const potentialText = ({ potential, start }: DykstraTexts, count: number): Part => ({
  name: `the text of the potential, ${count} sets`,
  argue: ({ F }) => {
    const { algebra, opaque, state, pairs } = stateText(F, count);
    const sets = pairs.map(() => ({ kind: 'hyperplane', normal: [1], offset: 0 }) as const);
    const whole = add(squaredNorm(minus(p, c)), mul(of(2), sum(pairs.map(([normal, at]) => term(normal, at)))));
    return {
      assumes: [],
      steps: [
        { goal: same('the potential', potential(algebra, state, opaque(c)), whole) },
        {
          goal: same(
            'the first potential',
            potential(algebra, start(algebra, sets, opaque(x)), opaque(c)),
            squaredNorm(minus(x, c)),
          ),
        },
      ],
      concludes: ['the potential', 'the first potential'],
    };
  },
});

/** No sweep increases the potential, which bounds the distance to a common point. */
export const dykstraPotentialTheorem = (texts: DykstraTexts = dykstraTexts) =>
  proved(
    { id: 'dykstra-potential', ...statement('proj.dykstra-potential') },
    withModels('dykstra-potential', [
      onePotential,
      ...potentials,
      ...distances,
      ...UP_TO_THREE.flatMap((count) => [sweepText(texts, count), potentialText(texts, count)]),
    ]),
    'induction',
  );

/** (Σ e) · (c − p) ≤ Σ e · (P − p), a set at a time. */
const gaps = induction({
  invariant: (_, { total, gap }) => atMost('invariant', dot(total, minus(c, p)), gap),
  before: () => ({ total: vector('total'), gap: scalar('gap') }),
  base: { first: () => ({ state: { total: new Map(), gap: zero }, assumes: [], by: { terms: [] } }) },
  step: {
    next: (_, { total, gap }) => ({
      state: { total: plus(total, e), gap: add(gap, dot(e, minus(P, p))) },
      assumes: [atMost('an outward normal', dot(e, minus(c, P)), zero, 'common-point')],
      by: { terms: [{ facts: ['invariant'] }, { facts: ['an outward normal'] }] },
    }),
  },
}).map((part) => ({ ...part, name: `the gap, ${part.name}` }));

const certificate: Part = {
  name: 'the certificate',
  argue: () => {
    const total = vector('total');
    const addUp: Fact = same('the normals add up', dot(minus(x, p), minus(c, p)), dot(total, minus(c, p)));
    return {
      assumes: [addUp, atMost('the gap', dot(total, minus(c, p)), scalar('gap'))],
      steps: [
        {
          goal: atMost('the inner product', dot(minus(x, p), minus(c, p)), scalar('gap')),
          by: { terms: [{ facts: ['the gap'] }, { multiple: of(-1), of: 'the normals add up' }] },
        },
      ],
    };
  },
};

const gapText = ({ gap }: DykstraTexts, count: number): Part => ({
  name: `the text of the gap, ${count} sets`,
  argue: ({ F }) => {
    const { algebra, state, pairs } = stateText(F, count);
    const whole = sum(pairs.map(([normal, at]) => dot(normal, minus(at, p))));
    return { assumes: [], steps: [{ goal: same('the gap', gap(algebra, state), whole) }] };
  },
});

/** The gap bounds how far p is from being the projection, for any number of sets. */
export const dykstraGapTheorem = (texts: DykstraTexts = dykstraTexts) =>
  proved(
    {
      id: 'dykstra-gap',
      ...statement('proj.dykstra-certificate'),
      restsOn: ['dykstra-normals'],
    },
    withModels('dykstra-gap', [...gaps, certificate, ...UP_TO_THREE.map((count) => gapText(texts, count))]),
    'induction',
  );
