import { z } from 'zod';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import { simplerNumbers } from '../../../src/law/simplify.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { atMostExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import { positive } from '../../../src/scalar/validate.ts';
import { negated } from '../exact-vectors.ts';
import { passes } from '../well-formed.ts';
import { polynomial, type TestFunction } from './objectives.ts';
import { drawZerothOrderCase, RATIONAL_KINDS, type ZerothOrderCase, zerothOrderCases } from './zeroth-order-case.ts';

/** A function of one variable with a claimed Lipschitz constant L of its derivative. */
export interface SlopeCase extends ZerothOrderCase {
  readonly lipschitz: Exact;
}

/** The least Lipschitz constant of f′ for quadratics and x |x| / 2; undefined for any other function. */
export function leastLipschitz(f: TestFunction): Exact | undefined {
  if (f.kind === 'signed-square') return 1;
  if (f.kind !== 'polynomial' || f.terms.some(({ powers }) => powers.length !== 1 || powers[0]! > 2)) return undefined;
  return f.terms
    .filter(({ powers }) => powers[0] === 2)
    .map(({ coefficient }) => timesExact(2, coefficient))
    .map((curvature) => (atMostExact(0, curvature) ? curvature : negated(curvature)))
    .reduce<Exact>((most, curvature) => (atMostExact(most, curvature) ? curvature : most), 0);
}

const base = zerothOrderCases({ kinds: RATIONAL_KINDS, degree: 2, dimension: 1 });

/** Slope cases drawn as one likes, with one x² term at most. */
export const slopeCases = (draw: (draw: Draw) => SlopeCase): Instances<SlopeCase> => {
  const require = ({ objective, lipschitz }: SlopeCase): void => {
    positive('lipschitz', lipschitz);
    if (objective.kind === 'polynomial' && objective.terms.filter(({ powers }) => powers[0] === 2).length > 1) {
      throw new RangeError('objective has more than one x² term; add them up.');
    }
  };
  const rest = ({ lipschitz: _, ...instance }: SlopeCase): ZerothOrderCase => instance;
  return {
    generate: draw,
    *simplify(instance) {
      const { lipschitz } = instance;
      for (const simpler of simplerNumbers(lipschitz)) yield { ...instance, lipschitz: simpler };
      for (const simpler of base.simplify(rest(instance))) yield { ...simpler, lipschitz };
    },
    accepts: (instance) => base.accepts(rest(instance)) && passes(() => require(instance)),
    decode: (json) => {
      const { lipschitz, ...others } = z.looseObject({ lipschitz: exactNumber }).parse(json);
      const instance = { ...base.decode(others), lipschitz };
      require(instance);
      return instance;
    },
  };
};

/** Quadratics and x |x| / 2, at 0 half of the time, with L the least one or a little more. */
export const smoothSlopes = slopeCases((draw) => {
  const drawn = drawZerothOrderCase(draw, { kinds: RATIONAL_KINDS, degree: 1, dimension: 1 });
  const objective: TestFunction = draw.chance(0.5)
    ? { kind: 'signed-square' }
    : polynomial([draw.positive('fraction'), [2]], [draw.real('fraction'), [1]]);
  const least = leastLipschitz(objective) ?? 1;
  return {
    ...drawn,
    objective,
    point: draw.chance(0.5) ? [0] : drawn.point,
    lipschitz: draw.chance(0.6) ? least : timesExact(draw.integer(2, 4), least),
  };
});
