import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import {
  c,
  type DykstraTexts,
  dykstraTexts,
  gapText,
  p,
  potentialText,
  SIZES,
  sweepText,
  term,
  x,
} from './dykstra-texts.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { obtuse } from './nearest-point.ts';

const { add, dot, minus, mul, of, plus, squaredNorm, zero } = formalSpace;
/** Of one set: its normal and projection before, and the projection of p + e onto it. */
const [e, P, next] = [vector('e'), vector('P'), vector('next')];
const moved = plus(p, e);

const statement = (id: string) => {
  const { cites, states } = lawOf(id);
  return { laws: [id], cites, states, scope: 'all dimensions', restsOn: ['obtuse-angle'] } as const;
};

/** What a projection takes away is an outward normal where it lands, by A-(23). */
const normal: Part = {
  name: 'what a projection takes away',
  argue: () => ({
    assumes: [obtuse('A-(23)', moved, next, c, ['common-point'])],
    steps: [{ goal: atMost('an outward normal', dot(minus(moved, next), minus(c, next)), zero) }],
  }),
};

/** p + Σ e = x after every projection. */
const normalsAddUp = induction({
  invariant: (_, { point, total }) => same('invariant', squaredNorm(minus(plus(point, total), x)), zero),
  before: () => ({ point: p, total: vector('total') }),
  base: { first: () => ({ state: { point: x, total: new Map() }, assumes: [] }) },
  step: {
    next: (_, { total }) => ({ state: { point: next, total: plus(minus(total, e), minus(moved, next)) }, assumes: [] }),
  },
}).map((part) => ({ ...part, name: `the normals add up, ${part.name}` }));

/**
 * After every sweep x − p is a sum of outward normals, one of each set, for any number of sets; a sweep is read for a
 * few. That the projections lie in their sets is what A-(23) takes as given of a nearest point.
 */
export const dykstraNormalsTheorem = (texts: DykstraTexts = dykstraTexts) =>
  proved(
    { id: 'dykstra-normals', ...statement('proj.dykstra-normals') },
    withModels('dykstra-normals', [normal, ...normalsAddUp, ...SIZES.map((count) => sweepText(texts, count))]),
    'induction',
  );

const rest = scalar('rest');

/**
 * One projection: what the potential loses is ‖p − P′‖² and what e gains from P to P′. The e of before is an outward
 * normal at P by A-(23) for the sweep before, and P′ is a point of the same set; in the first sweep e is 0.
 */
const onePotential: Part = {
  name: 'one projection',
  argue: () => {
    const potential = (point: FormalVector, own: RationalFunction) =>
      add(squaredNorm(minus(point, c)), mul(of(2), add(rest, own)));
    return {
      assumes: [atMost('the normal before, at the new point', dot(e, minus(next, P)), zero)],
      steps: [
        { goal: atMost('no increase', potential(next, term(minus(moved, next), next)), potential(p, term(e, P))) },
      ],
    };
  },
};

/** A sweep is one projection after the other. */
const potentials = induction({
  invariant: (_, { potential }) => atMost('invariant', potential, scalar('before')),
  before: () => ({ potential: scalar('potential') }),
  base: { first: () => ({ state: { potential: scalar('before') }, assumes: [] }) },
  step: {
    next: (_, { potential }) => ({
      state: { potential: scalar('after') },
      assumes: [atMost('no increase', scalar('after'), potential)],
    }),
  },
}).map((part) => ({ ...part, name: `a sweep, ${part.name}` }));

/** The potential is at least the squared distance: no normal points inward. */
const distances = induction({
  invariant: (_, { potential }) => atMost('invariant', squaredNorm(minus(p, c)), potential),
  before: () => ({ potential: scalar('potential') }),
  base: { first: () => ({ state: { potential: squaredNorm(minus(p, c)) }, assumes: [] }) },
  step: {
    next: (_, { potential }) => ({
      state: { potential: add(potential, mul(of(2), term(e, P))) },
      assumes: [nonnegative('an outward normal', term(e, P), 'common-point')],
    }),
  },
}).map((part) => ({ ...part, name: `the distance, ${part.name}` }));

/** No sweep increases the potential, which bounds the distance to a common point, for any number of sets as above. */
export const dykstraPotentialTheorem = (texts: DykstraTexts = dykstraTexts) =>
  proved(
    { id: 'dykstra-potential', ...statement('proj.dykstra-potential') },
    withModels('dykstra-potential', [
      onePotential,
      ...potentials,
      ...distances,
      ...SIZES.flatMap((count) => [sweepText(texts, count), potentialText(texts, count)]),
    ]),
    'induction',
  );

/** (Σ e) · (c − p) ≤ Σ e · (P − p), a set at a time. */
const gaps = induction({
  invariant: (_, { total, gap }) => atMost('invariant', dot(total, minus(c, p)), gap),
  before: () => ({ total: vector('total'), gap: scalar('gap') }),
  base: { first: () => ({ state: { total: new Map(), gap: zero }, assumes: [] }) },
  step: {
    next: (_, { total, gap }) => ({
      state: { total: plus(total, e), gap: add(gap, dot(e, minus(P, p))) },
      assumes: [atMost('an outward normal', dot(e, minus(c, P)), zero, 'common-point')],
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
      steps: [{ goal: atMost('the inner product', dot(minus(x, p), minus(c, p)), scalar('gap')) }],
    };
  },
};

/** The gap bounds how far p is from being the projection, for any number of sets. */
export const dykstraGapTheorem = (texts: DykstraTexts = dykstraTexts) =>
  proved(
    {
      id: 'dykstra-gap',
      ...statement('proj.dykstra-certificate'),
      restsOn: ['dykstra-normals'],
    },
    withModels('dykstra-gap', [...gaps, certificate, ...SIZES.map((count) => gapText(texts, count))]),
    'induction',
  );
