import { descend } from '../../src/descent/sgd.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost, positive, sameVector } from '../theorem/statements.ts';
import type { RunTexts } from './run-text.ts';

export type DescentTexts = RunTexts;
export const descentTexts: DescentTexts = { descend };

/** One step of the text of SGD, from θ with any gradient g and rate η, where the projection gives `next`. */
export interface OnlineStep {
  readonly theta: FormalVector;
  readonly g: FormalVector;
  readonly eta: RationalFunction;
  readonly next: FormalVector;
  /** What the text hands to the projection. */
  readonly handed: FormalVector;
  /** L_t(θ_t) − L_t(c). */
  readonly regret: RationalFunction;
  /** ‖θ_t − c‖², ‖θ_{t+1} − c‖² and ‖g_t‖². */
  readonly before: RationalFunction;
  readonly after: RationalFunction;
  readonly squaredGradient: RationalFunction;
}

/** The comparator. */
export const target = vector('c');
const { dot, minus, squaredNorm, sub } = formalSpace;

/** Reads one step of SGD. Its gradient, rate, losses and next iterate are free symbols. */
export function readStep(
  { descend }: DescentTexts,
  { F }: Reader,
  theta: FormalVector = vector('theta'),
  eta: RationalFunction = scalar('eta'),
  projects = true,
): OnlineStep {
  const [g, next] = [vector('g'), vector('next')];
  const handed: FormalVector[] = [];
  const run = descend<RationalFunction, FormalVector>(F, {
    start: theta,
    horizon: 1,
    project: (x) => {
      handed.push(x);
      return projects ? next : x;
    },
    gradient: () => g,
    rate: () => eta,
  });
  const last = run.iterates.at(-1)!;
  return {
    theta,
    g,
    eta,
    next: last,
    handed: handed[0]!,
    regret: sub(scalar('loss'), scalar('loss_c')),
    before: squaredNorm(minus(theta, target)),
    after: squaredNorm(minus(last, target)),
    squaredGradient: squaredNorm(g),
  };
}

/** η > 0. */
export const positiveRate = ({ eta }: OnlineStep): Fact => positive('rate', eta, 'positive-rates');

/** A-(18): the theorem `nonexpansive` at the point that the step hands to its projection. */
export const projected = ({ handed, after }: OnlineStep): Fact =>
  atMost('A-(18)', after, squaredNorm(minus(handed, target)), 'convex-set', 'comparator-inside');

/** A-(9) between θ_t and the comparator. */
export const tangent = ({ theta, g, regret }: OnlineStep): Fact =>
  atMost('A-(9)', regret, dot(minus(theta, target), g), 'convex-losses');

/** D² ≥ ‖θ_t − c‖². */
export const distanceBound = ({ before }: OnlineStep): Fact =>
  atMost('distance', before, scalar('D2'), 'distance-bound');

/** G² ≥ ‖g_t‖². */
export const gradientBound = ({ squaredGradient }: OnlineStep): Fact =>
  atMost('gradient', squaredGradient, scalar('G2'), 'gradient-bound');

/** What the step hands to its projection is θ − ηg: where the text says otherwise, this is the step that fails. */
export const descends = ({ theta, g, eta, handed }: OnlineStep): Step => ({
  goal: sameVector('the step is θ − ηg', handed, minus(theta, formalSpace.scale(eta, g))),
});
