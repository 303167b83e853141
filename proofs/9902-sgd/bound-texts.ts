import { decayBound, horizonBound, zinkevichBound } from '../../properties/9902-sgd/bounds.ts';
import { regretBound } from '../../src/descent/regret.ts';
import { rate } from '../../src/descent/schedule.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar, standIns } from '../kernel/symbolic.ts';
import { type AnyList, adding, anySteps, endsOf, STEPS } from './any-steps.ts';

/** The texts of the rates, and of the bounds that follow from them. */
export interface BoundTexts {
  readonly rate: typeof rate;
  readonly regretBound: typeof regretBound;
  readonly decayBound: typeof decayBound;
  readonly horizonBound: typeof horizonBound;
  readonly zinkevichBound: typeof zinkevichBound;
}
export const boundTexts: BoundTexts = { rate, regretBound, decayBound, horizonBound, zinkevichBound };

const { square } = formalSpace;
const { number } = standIns;
/** √T and √(T + 1). */
export const [rootT, next] = [scalar('rootT'), scalar('next')] as const;
/** T, which is the square of its root: no other number of steps is read. */
export const T: RationalFunction = square(rootT);

/** The symbols in which a text takes the roots of T and T + 1. */
const F = anySteps(formalSpace, T, [
  [T, rootT],
  [formalSpace.add(T, formalSpace.one), next],
]);

/** What A-(8) depends on. */
interface DecaySizes {
  readonly squaredDistance: RationalFunction;
  readonly squaredGradient: RationalFunction;
  readonly alpha: RationalFunction;
}

/** The texts of rates and bounds for any T: they are read with T steps, or `later` more. */
export const readBounds = (texts: BoundTexts) => ({
  /** D/(G√T), in a step t ≤ T. */
  horizonRate: (t: number): RationalFunction =>
    texts.rate(F, { kind: 'horizon', diameter: number('D'), gradientBound: number('G'), horizon: STEPS }, t),
  /** α/√T. */
  decayRate: (alpha: Exact): RationalFunction => texts.rate(F, { kind: 'decay', alpha }, STEPS),
  /** The right side of A-(4) for rates of which the last and the sum are these. */
  regretBound: (
    squaredDistance: RationalFunction,
    squaredGradient: RationalFunction,
    rates: Pick<AnyList, 'last' | 'sum'>,
  ): RationalFunction => {
    const first = scalar('first_rate');
    const list = endsOf(first, rates.last);
    return texts.regretBound(adding(F, { first, ...rates }), { squaredDistance, squaredGradient, rates: list });
  },
  /** The right side of A-(6). */
  horizonBound: (D: RationalFunction, G: RationalFunction): RationalFunction =>
    texts.horizonBound(F, { D, G, horizon: STEPS }),
  /** The right side of A-(8). */
  decayBound: (sizes: DecaySizes, later = 0): RationalFunction =>
    texts.decayBound(F, { ...sizes, horizon: STEPS + later }),
  /** T times the sharper one. */
  zinkevichBound: (sizes: DecaySizes): RationalFunction => texts.zinkevichBound(F, { ...sizes, horizon: STEPS }),
});

/** 1/√t, as the text of the rates has it, for the root of t. */
export const inverseRoot = ({ rate }: Pick<BoundTexts, 'rate'>, root: RationalFunction): RationalFunction =>
  rate(anySteps(formalSpace, square(root), [[square(root), root]]), { kind: 'decay', alpha: 1 }, STEPS);
