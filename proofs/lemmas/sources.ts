import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import type { Lemma, Renaming } from '../theorem/lemma.ts';

const { add, div, minus, mul, of, scale, squaredNorm } = formalSpace;

/** A conclusion of another theorem. */
export const from = (theorem: string, part: string, goal: string, at: Renaming = {}, where: Renaming = {}): Lemma => ({
  ...{ of: theorem, part, goal, at, where },
});
/** A conclusion of an earlier part of the same theorem. */
export const own = (part: string, goal: string, at: Renaming = {}, where: Renaming = {}): Lemma => ({
  part,
  goal,
  at,
  where,
});
/** What an induction of the same theorem proves of every state. */
export const reached = (induction: string, at: Renaming = {}, where: Renaming = {}): Lemma =>
  own(induction === '' ? 'step' : `${induction}, step`, 'invariant', at, where);

const names = <N extends string, X>(make: (name: string) => X, ...all: readonly N[]) =>
  Object.fromEntries(all.map((name) => [name, make(name)])) as Readonly<Record<N, X>>;
export const { c, e, first, g, next, P, phi, p, Q, start, theta, v, x } = names(
  vector,
  ...(['c', 'e', 'first', 'g', 'next', 'P', 'phi', 'p', 'Q', 'start', 'theta', 'v', 'x'] as const),
);
export const s = names(
  scalar,
  ...([
    'D',
    'D2',
    'G',
    'G2',
    'T',
    'alpha',
    'count',
    'eta',
    'half',
    'last',
    'q',
    'r',
    'rates',
    'root',
    'rootT',
  ] as const),
  ...([
    'shares',
    'sigma',
    'total',
    'rises',
    'gradients',
    'regrets',
    'regret',
    'sum',
    'loss_c',
    'gaps',
    'before',
  ] as const),
  ...(['difference', 'length', 'offset', 'at_phi', 'a', 'k', 'end', 'marched', 's'] as const),
);

/** A-(19) where a step hands θ − ηg to its projection: A-(18). */
export const step = (from_: FormalVector = theta, eta: RationalFunction = s.eta): Lemma =>
  from('nonexpansive', 'A-(19)', 'A-(19)', { phi: minus(from_, scale(eta, g)), P: next, theta: c });
/** A-(23) of a point, its projection and a point of the set. */
export const obtuse = (point: FormalVector, projection: FormalVector, member: FormalVector): Lemma =>
  from('obtuse-angle', 'A-(23)', 'A-(23)', { phi: point, P: projection, theta: member });
export const rootSum = (root: RationalFunction): Lemma => from('root-sum', 'step', 'invariant', { root });
export const END = 'A-(15) and A-(4)';
export const half = (a: RationalFunction) => div(a, of(2));
/** The right side of A-(4). */
export const bound = add(div(s.D2, mul(mul(of(2), s.T), s.last)), mul(div(s.G2, mul(of(2), s.T)), s.rates));
export const decayed = from('regret-bound', END, 'A-(15)', {
  last: div(s.alpha, s.rootT),
  rates: mul(s.alpha, s.total),
});
export const afterSteps = {
  'A-(15) and A-(4)': { 'after T steps': reached(''), 'gradients after T steps': reached('gradients') },
};

export const STEPS_LEFT = own('steps are left', 'steps are left');

/** Dykstra's potential at a point, where one of the normals is in view. */
export const potential = (point: FormalVector, own: RationalFunction) =>
  add(squaredNorm(minus(point, c)), mul(of(2), add(scalar('rest'), own)));

/** The lemmas of some theorems: by theorem, part and hypothesis. */
export type ByTheorem = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Lemma>>>>>>;
