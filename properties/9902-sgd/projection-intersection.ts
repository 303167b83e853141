import {
  type DykstraState,
  dykstraGap,
  dykstraPotential,
  dykstraStart,
  dykstraSweep,
} from '../../src/convex/dykstra.ts';
import { type ConvexSet, membership, project } from '../../src/convex/index.ts';
import { type AnyLaw, type Hypothesis, law } from '../../src/law/law.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { atMost, equalVectors } from '../../src/scalar/relation.ts';
import { anyCommonPoint } from '../breaking/descent/projection-intersections.ts';
import { type IntersectionCase, intersectionCases, isCommon } from '../instances/descent/intersection-case.ts';
import { listed } from '../instances/plain-data.ts';
import { searched } from '../necessity.ts';
import { SECTIONS } from './sections.ts';

/** What an implementation of Dykstra's iteration may replace: one sweep over the sets. */
interface IntersectionParts {
  sweep<S>(F: Algebra<S>, sets: readonly ConvexSet[], state: DykstraState<S>): DykstraState<S>;
}

const commonPoint: Hypothesis<IntersectionCase> = {
  name: 'common-point',
  says: 'c lies in all the sets.',
  holds: isCommon,
  necessity: searched(anyCommonPoint),
};

/** The states after 0, 1, …, n sweeps, with x and c. */
function readSweeps<S>(F: Algebra<S>, instance: IntersectionCase, { sweep }: IntersectionParts) {
  const x = F.vector(instance.point);
  const states = [dykstraStart(F, instance.sets, x)];
  for (let n = 0; n < instance.sweeps; n++) states.push(sweep(F, instance.sets, states.at(-1)!));
  return { x, c: F.vector(instance.common), states, last: states.at(-1)! };
}

/** Each set's projection with nothing added before: alternating projections. */
const alternatingSweep: IntersectionParts = {
  sweep: (F, sets, state) => {
    const forgotten = { ...state, normals: state.normals.map((normal) => F.scale(F.zero, normal)) };
    return dykstraSweep(F, sets, forgotten);
  },
};

/** Pₖ = Πₖ(p − eₖ). */
const subtractedNormals: IntersectionParts = {
  sweep: (F, sets, state) =>
    dykstraSweep(F, sets, { ...state, normals: state.normals.map((normal) => F.scale(F.of(-1), normal)) }),
};

/** One normal for all the sets. */
const sharedNormal: IntersectionParts = {
  sweep: <S>(F: Algebra<S>, sets: readonly ConvexSet[], { point: start, normals: before }: DykstraState<S>) => {
    let [point, normal] = [start, before[0]!];
    const projections: Vector<S>[] = [];
    const normals = sets.map((set) => {
      const moved = F.plus(point, normal);
      point = project(F, set, moved);
      projections.push(point);
      normal = F.minus(moved, point);
      return normal;
    });
    return { point, projections, normals };
  },
};

const TEETH = {
  alternating: { says: 'Alternating projections: nothing is added before a projection.', use: alternatingSweep },
  'normals-subtracted': { says: 'The normals are subtracted before a projection.', use: subtractedNormals },
  'one-normal': { says: 'All sets share one normal.', use: sharedNormal },
};

const shared = {
  version: 1,
  section: SECTIONS.beyond,
  cites: [{ article: '9902', equations: [16], place: 'for an intersection of sets' }],
  expects: 'holds',
  instances: intersectionCases,
  hypotheses: [commonPoint],
  subject: 'sweep',
  reference: { sweep: dykstraSweep } as IntersectionParts,
} as const;

const severalSets = {
  'several sets and sweeps': {
    atLeast: 0.3,
    when: ({ sets, sweeps }: IntersectionCase) => sets.length > 1 && sweeps > 1,
  },
};

export const normalsAddUp = law<IntersectionCase, IntersectionParts>({
  ...shared,
  id: 'proj.dykstra-normals',
  states: String.raw`P_k\in\Theta_k,\quad e_k\cdot(c-P_k)\le0,\quad x-p=\sum_ke_k`,
  says: 'After every sweep of Dykstra’s iteration the point is x less one outward normal of each set, taken at a point of that set.',
  claim: (F, instance, use) => {
    const { x, c, last } = readSweeps(F, instance, use);
    const zero = F.scale(F.zero, x);
    return [
      instance.sets.map((set, k) => [
        membership(F, set, last.projections[k]!),
        atMost(F.dot(last.normals[k]!, F.minus(c, last.projections[k]!)), F.zero, `normal ${k + 1}`),
      ]),
      equalVectors(F.minus(x, last.point), last.normals.reduce(F.plus, zero), 'sum of the normals: coordinate'),
    ];
  },
  cover: severalSets,
  teeth: TEETH,
});

export const potentialFalls = law<IntersectionCase, IntersectionParts>({
  ...shared,
  id: 'proj.dykstra-potential',
  states: String.raw`\|p_n-c\|^2\le V_n\le V_{n-1}\le\dots\le V_0=\|x-c\|^2,\quad V=\|p-c\|^2+2\sum_ke_k\cdot(P_k-c)`,
  says: 'No sweep of Dykstra’s iteration increases V(c), which bounds the squared distance to any common point c; so the iterate is never farther from c than x is (Boyle and Dykstra 1986).',
  claim: (F, instance, use) => {
    const { x, c, states } = readSweeps(F, instance, use);
    const potentials = states.map((state) => dykstraPotential(F, state, c));
    return states.map(({ point }, n) => [
      atMost(F.squaredNorm(F.minus(point, c)), potentials[n]!, `distance after sweep ${n}`),
      atMost(potentials[n]!, n === 0 ? F.squaredNorm(F.minus(x, c)) : potentials[n - 1]!, `potential after sweep ${n}`),
    ]);
  },
  cover: severalSets,
  teeth: { 'normals-subtracted': TEETH['normals-subtracted'], 'one-normal': TEETH['one-normal'] },
});

export const certificate = law<IntersectionCase, IntersectionParts>({
  ...shared,
  id: 'proj.dykstra-certificate',
  states: String.raw`(x-p)\cdot(c-p)\le\sum_ke_k\cdot(P_k-p)`,
  says: 'The gap Σ eₖ·(Pₖ − p) bounds (x − p)·(c − p) for every common point c: when it is 0 and p is a common point, p is the projection.',
  claim: (F, instance, use) => {
    const { x, c, last } = readSweeps(F, instance, use);
    return atMost(F.dot(F.minus(x, last.point), F.minus(c, last.point)), dykstraGap(F, last), 'inner product');
  },
  cover: severalSets,
  teeth: { alternating: TEETH.alternating, 'one-normal': TEETH['one-normal'] },
});

export const everySweepCloser = law<IntersectionCase, IntersectionParts>({
  ...shared,
  id: 'proj.dykstra-monotone',
  states: String.raw`\|p_{n+1}-c\|\le\|p_n-c\|`,
  says: 'No sweep of Dykstra’s iteration leads away from a common point. (It may: what never grows is V(c).)',
  expects: 'refuted',
  instead: ['proj.dykstra-potential'],
  instances: listed(intersectionCases, [
    {
      // p goes from (1, 1) to (1/2, 0), and then to (3/4, 0).
      sets: [
        { kind: 'l1-ball', center: [0, 0], radius: 1 },
        { kind: 'box', lower: [0, 0], upper: [1, 0] },
      ],
      point: [1, 1],
      common: [0, 0],
      sweeps: 2,
    },
  ]),
  claim: (F, instance, use) => {
    const { c, states } = readSweeps(F, instance, use);
    const distances = states.map(({ point }) => F.squaredNorm(F.minus(point, c)));
    return distances.slice(1).map((distance, n) => atMost(distance, distances[n]!, `sweep ${n + 1}`));
  },
  cover: {},
  teeth: {},
});

/** Dykstra's iteration, which projects onto an intersection in the limit only. */
export const projectionIntersectionLaws: readonly AnyLaw[] = [
  normalsAddUp,
  potentialFalls,
  certificate,
  everySweepCloser,
];
