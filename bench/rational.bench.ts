import Fraction from 'fraction.js';
import { bench, describe } from 'vitest';
import { add, compare, mul, type Rational, rational, sub } from '../src/scalar/rational.ts';

/**
 * Our fractions against fraction.js on what exact runs consist of: the regret of SGD with linear losses on a box,
 * Σ g·(x − c), d = 5, T = 50, against η/2 Σ ‖g‖². Run: `npx vitest bench --run bench/rational.bench.ts`.
 */
interface Fractions<Q> {
  of(p: number, q: number): Q;
  add(a: Q, b: Q): Q;
  sub(a: Q, b: Q): Q;
  mul(a: Q, b: Q): Q;
  compare(a: Q, b: Q): number;
}

const ours: Fractions<Rational> = { of: (p, q) => rational(BigInt(p), BigInt(q)), add, sub, mul, compare };

const theirs: Fractions<Fraction> = {
  of: (p, q) => new Fraction(p, q),
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  compare: (a, b) => a.compare(b),
};

type Draw = (next: (below: number) => number) => readonly [p: number, q: number];

const workloads: Readonly<Record<string, Draw>> = {
  'dyadic, 10 bits': (next) => [next(2048) - 1024, 2 ** next(11)],
  'dyadic, full mantissas': (next) => [(next(2 ** 26) - 2 ** 25) * 2 ** 26 + next(2 ** 26), 2 ** 53],
  'small fractions': (next) => [next(25) - 12, 1 + next(12)],
};

/** A linear congruential generator: the same draws for both libraries, in every run. */
function generator(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 33n) % below;
  };
}

const dimension = 5;
const steps = 50;

function prepare<Q>(F: Fractions<Q>, draw: Draw) {
  const next = generator(7);
  const vector = (): Q[] => Array.from({ length: dimension }, () => F.of(...draw(next)));
  return { gradients: Array.from({ length: steps }, vector), start: vector(), comparator: vector(), F };
}

function boundMinusRegret<Q>({ F, gradients, start, comparator }: ReturnType<typeof prepare<Q>>): number {
  const lower = F.of(-2, 1);
  const upper = F.of(2, 1);
  const rate = F.of(1, 4);
  let x = start;
  let regret = F.of(0, 1);
  let squares = F.of(0, 1);
  for (const g of gradients) {
    for (let i = 0; i < dimension; i++) {
      regret = F.add(regret, F.mul(g[i]!, F.sub(x[i]!, comparator[i]!)));
      squares = F.add(squares, F.mul(g[i]!, g[i]!));
    }
    x = x.map((xi, i) => {
      const y = F.sub(xi, F.mul(rate, g[i]!));
      return F.compare(y, lower) < 0 ? lower : F.compare(y, upper) > 0 ? upper : y;
    });
  }
  return F.compare(regret, F.mul(rate, squares));
}

for (const [name, draw] of Object.entries(workloads)) {
  describe(name, () => {
    const ourRun = prepare(ours, draw);
    const theirRun = prepare(theirs, draw);
    bench('gradient-laws', () => void boundMinusRegret(ourRun));
    bench('fraction.js', () => void boundMinusRegret(theirRun));
  });
}
