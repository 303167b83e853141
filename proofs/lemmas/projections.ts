import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import type { Lemma } from '../theorem/lemma.ts';
import {
  type ByTheorem,
  c,
  e,
  from,
  g,
  next,
  obtuse,
  own,
  P,
  p,
  phi,
  potential,
  Q,
  reached,
  s,
  theta,
  v,
  x,
} from './sources.ts';

const { axpy, div, dot, minus, of, one, plus, scale } = formalSpace;

/** What is assumed of a coordinate is what a simplex says of any of its coordinates, as of the first of four. */
const onSimplex = (goal: string): Lemma => from('simplex', 'simplex, d = 4', goal, { x_1: s.length, y_1: scalar('y') });

const l1BallLemmas = {
  'one coordinate': {
    'y is at least 0': onSimplex('Π(x) 1'),
    'y is at least |z| − τ': onSimplex('cut by τ at most 1'),
    'y is 0 or |z| − τ': onSimplex('0 or cut by τ 1'),
  },
  ...Object.fromEntries(
    [1, 2, 3, 4].map((d) => {
      const coordinates = Array.from({ length: d }, (_, i) => i + 1).flatMap((i) => {
        const symbols = ['z', 'psi', 'p', 'y', 'size', 'remaining'].map((name) => [name, scalar(`${name}_${i}`)]);
        const at = Object.fromEntries(symbols);
        return ['within y', 'angle'].map((goal) => [`${goal} ${i}`, own('one coordinate', goal, at)]);
      });
      const sum = from('simplex', `simplex, d = ${d}`, `Π(x) ${d + 1}`, { sum: scalar('radius') });
      const others = { 'sum of y': sum, 'max(0, τ)': own('one coordinate', 'max(0, τ)') };
      return [`ℓ1 ball, d = ${d}`, { ...Object.fromEntries(coordinates), ...others }];
    }),
  ),
};

/** Where hypotheses of the theorems about projections have been proved. */
export const projectionLemmas: ByTheorem = {
  'obtuse-angle': {
    'A-(23)': { 'A-(22)': from('nearest-on-segment', 'A-(20) to A-(22)', 'A-(22)') },
  },
  ray: { 'every λ ≥ 0': { obtuse: obtuse(phi, P, theta) } },
  pythagoras: { 'both inequalities': { 'A-(23)': obtuse(phi, P, theta) } },
  nonexpansive: { 'A-(19)': { 'A-(23)': obtuse(phi, P, theta) } },
  'projected-step': { 'A-(18)': { 'A-(23)': obtuse(minus(theta, scale(s.eta, g)), next, c) } },
  uniqueness: { 'every other point is farther': { 'A-(23)': obtuse(phi, P, theta) } },
  ...Object.fromEntries(
    [
      ['firm', 'two projections'],
      ['distance-gradient', 'both bounds'],
    ].map(([theorem, part]) => [
      theorem,
      {
        [part!]: {
          'A-(23) at x': obtuse(x, vector('Px'), vector('Py')),
          'A-(23) at y': obtuse(vector('y'), vector('Py'), vector('Px')),
        },
      },
    ]),
  ),
  ...Object.fromEntries(
    ['translation', 'scaling'].map((theorem) => [
      theorem,
      {
        'the two points are at distance zero': {
          'A-(23) in the image': obtuse(axpy(scalar('s'), phi, v), Q, axpy(scalar('s'), P, v)),
          'A-(23) before': obtuse(phi, P, scale(div(one, scalar('s')), minus(Q, v))),
        },
      },
    ]),
  ),
  'l1-ball': l1BallLemmas,
  shift: {
    'the two points are at distance zero': {
      'A-(23) before': obtuse(phi, P, Q),
      'A-(23) after': obtuse(axpy(scalar('shift'), vector('ones'), phi), Q, P),
    },
  },
  product: {
    'the two pairs are at distance zero': {
      'A-(23) in the first factor': obtuse(x, vector('Px'), vector('Qx')),
      'A-(23) in the second factor': obtuse(vector('y'), vector('Py'), vector('Qy')),
      'A-(23) in the product': {
        ...obtuse(x, vector('Qx'), vector('Px')),
        plus: obtuse(vector('y'), vector('Qy'), vector('Py')),
      },
    },
  },
  affine: {
    'the theorem of Pythagoras': {
      'A-(23)': obtuse(phi, P, theta),
      'A-(23) at 2P − θ': obtuse(phi, P, minus(scale(of(2), P), theta)),
    },
  },
  cone: {
    'P ⊥ φ − P': { 'A-(23) at 0': obtuse(phi, P, new Map()), 'A-(23) at 2P': obtuse(phi, P, plus(P, P)) },
    'φ − P is in the polar cone': { 'A-(23) at P + θ': obtuse(phi, P, plus(P, theta)) },
    'and nearest there': { 'not acute': own('P ⊥ φ − P', 'not acute') },
  },
  'dykstra-normals': { 'what a projection takes away': { 'A-(23)': obtuse(plus(p, e), next, c) } },
  'dykstra-potential': {
    'one projection': { 'the normal before, at the new point': obtuse(plus(P, e), P, next) },
    'a sweep, step': {
      'no increase': own(
        'one projection',
        'no increase',
        {},
        {
          after: potential(next, dot(minus(plus(p, e), next), minus(next, c))),
          potential: potential(p, dot(e, minus(P, c))),
        },
      ),
    },
    'the distance, step': { 'an outward normal': obtuse(plus(P, e), P, c) },
  },
  'dykstra-gap': {
    'the gap, step': {
      'an outward normal': from('dykstra-normals', 'what a projection takes away', 'an outward normal', {
        p: P,
        next: P,
      }),
    },
    'the certificate': { 'the gap': reached('the gap') },
  },
};
