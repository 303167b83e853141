import type { Instances } from '../../../src/law/instances.ts';
import { restricted } from '../restricted.ts';
import { type ZerothOrderCase, type ZerothOrderRange, zerothOrderCases } from './zeroth-order-case.ts';

/** Polynomials and bumps; where the gradient need not be differentiable, x|x|/2 at 0 as well. */
export function boundedCases(range: ZerothOrderRange, kinks = 0): Instances<ZerothOrderCase> {
  const base = zerothOrderCases({ ...range, beyondPolynomials: 0.3 });
  const drawn: Instances<ZerothOrderCase> = {
    ...base,
    generate: (draw) => {
      const instance = base.generate(draw);
      const { objective, point } = instance;
      if (point.length === 1 && draw.chance(kinks)) {
        return { ...instance, objective: { kind: 'signed-square' }, point: [draw.chance(0.5) ? 0 : point[0]!] };
      }
      return objective.kind === 'exponential'
        ? { ...instance, objective: { kind: 'bump', slope: objective.slope } }
        : instance;
    },
  };
  return restricted(
    drawn,
    ({ objective }) => objective.kind !== 'exponential' && objective.kind !== 'root',
    'has a polynomial, a bump or x|x|/2 for f',
  );
}
