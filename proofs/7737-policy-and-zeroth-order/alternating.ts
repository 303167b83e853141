import type { AlternatingCase } from '../../properties/instances/zeroth-order/alternating-case.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import type { Model } from '../theorem/model.ts';
import { nonnegative, positive, zero } from '../theorem/statements.ts';
import { names } from './models.ts';
import { readLaw } from './read-law.ts';
import { upTo } from './shapes.ts';

/** Two losses of `first` and of `second` parameters, or both of the same, in any T directions. */
const losses = (free: Free, first: number, second: number, T: number, shared: boolean): AlternatingCase => ({
  curvature: free.number('h'),
  center: free.numbers('c', first),
  squares: free.numbers('q', second),
  slopes: free.numbers('s', second),
  start: free.numbers('x', shared ? first : first + second),
  directions: upTo(1, T).map((t) => free.numbers(`u${t}`, second)),
  smoothing: free.number('epsilon'),
  largeRate: free.number('eta'),
  smallRate: free.number('rho'),
});

const turns = (first: number, second: number, T: number): Shape => ({
  name: `d = ${first + second}, T = ${T}, ${first} and ${second} parameters`,
  instance: (free) => losses(free, first, second, T, false),
});

/** v = θ − c, and x = ρĝ of the step after v has become sv. */
function vectors(d: number, s: RationalFunction) {
  const c = scalars('c', d);
  const v = F.minus(scalars('x', d), c);
  const [after, u, epsilon] = [F.plus(c, F.scale(s, v)), scalars('u1', d), scalar('epsilon')];
  const loss = (theta: typeof c) => F.add(F.dot(scalars('q', d), theta.map(F.square)), F.dot(scalars('s', d), theta));
  const slope = F.div(F.sub(loss(F.axpy(epsilon, u, after)), loss(after)), epsilon);
  const x = F.scale(F.mul(scalar('rho'), slope), u);
  return { v, x };
}

/** Numbers with which nothing moves. */
const still = (d: number, eta: number): Model => ({
  ...{ h: 1, eta, rho: 0, epsilon: 1 },
  ...Object.fromEntries(['x', 'q', 's', 'u1'].flatMap((name) => names(name, d)).map((name) => [name, 1])),
  ...Object.fromEntries(names('c', d).map((name) => [name, 0])),
});

/**
 * With s = 1 − ηh and σ = |s| < 1 the vector after both steps is sv − x, and
 * (1 − σ)(‖v‖² − ‖sv − x‖²) = (1 − σ)²‖v‖² − ‖x‖² + σ‖(1 − σ)v ± x‖², the sign that of s.
 */
const decrease = (d: number, sign: 1 | -1): Shape => {
  const s = F.sub(F.one, F.mul(scalar('eta'), scalar('h')));
  const size = sign === 1 ? s : F.neg(s);
  const rest = F.sub(F.one, size);
  const { v, x } = vectors(d, s);
  const model = still(d, sign === 1 ? 1 / 2 : 3 / 2);
  return {
    name: `d = ${d}, ${sign === 1 ? '0 < ηh ≤ 1' : '1 ≤ ηh < 2'}`,
    instance: (free) => losses(free, d, d, 1, true),
    given: [
      positive('smoothing', scalar('epsilon')),
      nonnegative('|1 − ηh|', size),
      positive('1 − |1 − ηh|', rest),
      nonnegative('room', F.sub(F.mul(F.square(rest), F.squaredNorm(v)), F.squaredNorm(x)), 'small-rate'),
    ],
    hints: () => ({
      over: ['1 − |1 − ηh|'],
      facts: ['room', '|1 − ηh|'],
      squares: F.axpy(F.mul(F.of(sign), rest), v, x),
      degree: 2,
    }),
    models: [model],
    ...(d === 1 && { needed: { room: { ...model, rho: 4 } } }),
  };
};

/** σ = 1, for ηh = 0 or 2: there ρ‖ĝ‖ ≤ 0, which is to say that x = 0. */
const atTheEnds = (d: number, twice: boolean): Shape => {
  const { x } = vectors(d, twice ? F.of(-1) : F.one);
  const rate = twice ? F.div(F.of(2), scalar('h')) : F.zero;
  const facts = x.map((xi, i) => zero(`step ${i + 1}`, xi, 'small-rate'));
  return {
    name: `d = ${d}, ηh = ${twice ? 2 : 0}`,
    instance: (free) => ({ ...losses(free, d, d, 1, true), largeRate: free.exact(rate) }),
    given: [positive('smoothing', scalar('epsilon')), positive('curvature', scalar('h')), ...facts],
    models: [still(d, 0)],
  };
};

/** Descents that take turns. */
export const alternatingTheorems = [
  readLaw('zo.alt', { scope: 'd <= 4, for up to two turns, and three of one parameter each' }, [
    ...[1, 2].flatMap((T) => upTo(2, 4).flatMap((d) => upTo(1, d - 1).map((first) => turns(first, d - first, T)))),
    turns(1, 1, 3),
  ]),
  readLaw('zo.alt-decrease', { scope: 'd <= 2', kind: 'certificate' }, [
    ...upTo(1, 2).flatMap((d) => [decrease(d, 1), decrease(d, -1), atTheEnds(d, false), atTheEnds(d, true)]),
  ]),
];
