import { isDeepStrictEqual } from 'node:util';
import type { Draw } from '../../../src/law/draw.ts';
import type { Instances } from '../../../src/law/instances.ts';
import type { Exact } from '../../../src/scalar/exact.ts';
import { plusExact, timesExact } from '../../../src/scalar/exact-arithmetic.ts';
import type { Directions } from '../../../src/zeroth-order/directions.ts';
import { isZero } from '../well-formed.ts';
import type { Monomial, Polynomial, TestFunction } from './objectives.ts';
import { type ZerothOrderCase, zerothOrderCases } from './zeroth-order-case.ts';

/** The real or the imaginary part of (a + ib)ⁿ, times a number. */
function powerOfPlane(n: number, part: 0 | 1, factor: Exact): Monomial[] {
  const terms: Monomial[] = [];
  let binomial = 1;
  for (let k = 0; k <= n; k++) {
    const sign = (k - part) % 4 === 0 ? 1 : -1;
    if (k % 2 === part) terms.push({ coefficient: timesExact(sign * binomial, factor), powers: [n - k, k] });
    binomial = (binomial * (n - k)) / (k + 1);
  }
  return terms;
}

/** A sum of up to three parts of powers of a + ib, the first of them of the full degree. */
export function drawHarmonic(draw: Draw, degree: number): Polynomial {
  const parts = draw.list(draw.integer(1, 3), () => draw.integer(1, degree));
  return {
    kind: 'polynomial',
    terms: parts.flatMap((n, i) =>
      powerOfPlane(i === 0 ? degree : n, draw.chance(0.5) ? 0 : 1, draw.positive('fraction')),
    ),
  };
}

/** Whether Σ ∂²f/∂x_i² is the zero polynomial. */
export function isHarmonic(f: TestFunction): boolean {
  if (f.kind !== 'polynomial') return false;
  const laplacian = new Map<string, Exact>();
  for (const { coefficient, powers } of f.terms) {
    for (const [i, p] of powers.entries()) {
      if (p < 2) continue;
      const key = powers.map((power, j) => (i === j ? power - 2 : power)).join();
      laplacian.set(key, plusExact(laplacian.get(key) ?? 0, timesExact(p * (p - 1), coefficient)));
    }
  }
  return [...laplacian.values()].every(isZero);
}

/** The parts of a + ib, (a + ib)², … themselves, simplest first. */
const PLAIN: readonly Polynomial[] = [1, 2, 3, 4].flatMap((n) =>
  ([0, 1] as const).map((part): Polynomial => ({ kind: 'polynomial', terms: powerOfPlane(n, part, 1) })),
);

/** Harmonic polynomials of the plane in directions of one's choice. */
export function harmonicCases(choose: (draw: Draw) => Directions, degree = 4): Instances<ZerothOrderCase> {
  const base = zerothOrderCases({ kinds: [[1, 'normal']], degree: 1, dimension: 2 });
  return {
    ...base,
    generate: (draw) => ({
      objective: drawHarmonic(draw, draw.integer(1, degree)),
      point: draw.list(2, () => draw.integer(-4, 4) / 2),
      directions: choose(draw),
      smoothing: draw.positive('fraction', 2),
      baseline: 0,
    }),
    *simplify(instance) {
      const found = PLAIN.findIndex((plain) => isDeepStrictEqual(plain, instance.objective));
      for (const objective of found < 0 ? PLAIN : PLAIN.slice(0, found)) yield { ...instance, objective };
      yield* base.simplify(instance);
    },
  };
}
