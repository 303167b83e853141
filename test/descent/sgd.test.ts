import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ball, box, type ConvexSet, halfspace, project, simplex } from '../../src/convex/index.ts';
import { linearLoss, subgradient } from '../../src/descent/loss.ts';
import { averageRegret } from '../../src/descent/regret.ts';
import { descend, step } from '../../src/descent/sgd.ts';
import type { Vector } from '../../src/scalar/algebra.ts';
import { type Exact, type ExactVector, ratio, toRational } from '../../src/scalar/exact.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { add, compare, div, mul, type Rational, rational, sub, ZERO } from '../../src/scalar/rational.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { inner, positiveRational, refusal, runs, shown, smallRational, times, vectorOf } from './support.ts';

type Point = Vector<Rational>;

const identity = <V>(x: V): V => x;
const larger = (a: Rational, b: Rational): Rational => (compare(a, b) > 0 ? a : b);
const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? a : b);

interface Linear {
  readonly start: ExactVector;
  readonly slopes: readonly ExactVector[];
  readonly rates: ExactVector;
}

/** θ₁ … θ_{T+1} for linear losses, by a loop over coordinates. */
function byHand({ start, slopes, rates }: Linear, nearest: (x: Point) => Point): string[][] {
  let theta = start.map(toRational);
  const iterates = [shown(theta)];
  for (let t = 0; t < slopes.length; t++) {
    const moved = theta.map((x, i) => sub(x, mul(toRational(rates[t]!), toRational(slopes[t]![i]!))));
    theta = [...nearest(moved)];
    iterates.push(shown(theta));
  }
  return iterates;
}

const byDescend = ({ start, slopes, rates }: Linear, set: ConvexSet): string[][] =>
  descend(Q, {
    start: Q.vector(start),
    horizon: slopes.length,
    project: (x) => project(Q, set, x),
    gradient: (t, theta) => subgradient(Q, linearLoss(slopes[t - 1]!), theta),
    rate: (t) => Q.of(rates[t - 1]!),
  }).iterates.map(shown);

const linearRun = (d: number): fc.Arbitrary<Linear> =>
  fc
    .tuple(
      vectorOf(smallRational, d),
      fc.array(fc.tuple(vectorOf(smallRational, d), positiveRational), { minLength: 1, maxLength: 6 }),
    )
    .map(([start, steps]) => ({
      start,
      slopes: steps.map(([slope]) => slope),
      rates: steps.map(([, eta]) => eta),
    }));

/** The only support on which x − τ is feasible and no coordinate outside wants in, found by trying all of them. */
function nearestOnSimplex(x: Point, total: Rational): Point {
  for (let mask = 1; mask < 2 ** x.length; mask++) {
    const support = x.filter((_, i) => (mask >> i) % 2 === 1);
    const tau = div(sub(support.reduce(add), total), rational(BigInt(support.length)));
    const fits = x.every((xi, i) => (compare(xi, tau) === 1) === ((mask >> i) % 2 === 1));
    if (fits) return x.map((xi) => larger(ZERO, sub(xi, tau)));
  }
  throw new Error('No support fits.');
}

describe('descend is the loop written out, on', () => {
  test('a box', () => {
    const cases = fc
      .integer({ min: 1, max: 3 })
      .chain((d) => fc.tuple(linearRun(d), vectorOf(positiveRational, d), vectorOf(smallRational, d)));
    fc.assert(
      fc.property(cases, ([run, sides, lower]) => {
        const upper = lower.map((lo, i) => add(toRational(lo), toRational(sides[i]!)));
        const clamped = (x: Point): Point => x.map((xi, i) => larger(toRational(lower[i]!), smaller(upper[i]!, xi)));
        expect(byDescend(run, box(lower, upper))).toEqual(byHand(run, clamped));
      }),
      runs(100),
    );
  });

  test('a simplex', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(linearRun), positiveRational, (run, total) => {
        const nearest = (x: Point): Point => nearestOnSimplex(x, toRational(total));
        expect(byDescend(run, simplex(run.start.length, total))).toEqual(byHand(run, nearest));
      }),
      runs(100),
    );
  });

  test('a halfspace', () => {
    fc.assert(
      fc.property(linearRun(2), smallRational, (run, offset) => {
        const normal = [2, -1];
        const nearest = (x: Point): Point => {
          const excess = sub(inner(normal, x), toRational(offset));
          if (compare(excess, ZERO) <= 0) return x;
          return x.map((xi, i) => sub(xi, mul(div(excess, rational(5n)), toRational(normal[i]!))));
        };
        expect(byDescend(run, halfspace(normal, offset))).toEqual(byHand(run, nearest));
      }),
      runs(100),
    );
  });

  test('a ball, along a direction of rational length', () => {
    const direction = [ratio(3, 5), ratio(4, 5)];
    fc.assert(
      fc.property(linearRun(1), positiveRational, (run, radius) => {
        const along = ([a]: ExactVector): Point => times(a!, direction);
        const line = { ...run, start: along(run.start), slopes: run.slopes.map(along) };
        const r = toRational(radius);
        const nearest = (x: Point): Point => {
          const a = inner(x, direction);
          return times(larger(sub(ZERO, r), smaller(r, a)), direction);
        };
        expect(byDescend(line, ball([0, 0], radius))).toEqual(byHand(line, nearest));
      }),
      runs(100),
    );
  });

  test('the whole space, in doubles to the last bit', () => {
    const { iterates } = descend(float64, {
      start: [0.1, -0.7],
      horizon: 30,
      project: identity,
      gradient: (_, [x, y]) => [x! * 0.3, y! - 0.2],
      rate: (t) => 1 / t,
    });
    let [x, y] = [0.1, -0.7];
    for (let t = 1; t <= 30; t++) {
      expect(iterates[t - 1]).toEqual([x, y]);
      [x, y] = [x - (1 / t) * (x * 0.3), y - (1 / t) * (y - 0.2)];
    }
    expect(iterates[30]).toEqual([x, y]);
  });
});

/** θ ↦ θ/2 with the gradient 10 t + θ and the rate 1/t, every call written down. */
function recorded(horizon: number) {
  const calls: string[] = [];
  const run = descend(Q, {
    start: [toRational(100)],
    horizon,
    project: ([x]) => {
      calls.push(`project ${x}`);
      return [div(x!, rational(2n))];
    },
    gradient: (t, [x]) => {
      calls.push(`gradient ${t} ${x}`);
      return [add(rational(BigInt(10 * t)), x!)];
    },
    rate: (t) => {
      calls.push(`rate ${t}`);
      return rational(1n, BigInt(t));
    },
  });
  return { calls, run };
}

describe('one run', () => {
  test('records the losses at θ₁ … θ_T where it is told them, and is the same run', () => {
    const asked: string[] = [];
    const problem = {
      start: [toRational(3)],
      horizon: 2,
      project: identity,
      gradient: (t: number) => [toRational(t)],
      rate: () => toRational(1),
    };
    const loss = (t: number, [x]: Point): Rational => {
      asked.push(`${t} ${x}`);
      return mul(toRational(t), x!);
    };
    const run = descend<Rational, Point>(Q, { ...problem, loss });
    expect(run.losses.map(String)).toEqual(['3', '4']); // 1 · 3, 2 · 2
    expect(asked).toEqual(['1 3', '2 2']);
    const untold = descend<Rational, Point>(Q, problem);
    expect(untold.losses).toEqual([]);
    expect(shown(untold.iterates.flat())).toEqual(shown(run.iterates.flat()));
    const regret = averageRegret(Q, run.losses, [toRational(1), toRational(1)]);
    expect(`${regret}`).toBe('5/2');
  });

  test('calls gradient and rate with t from 1 at θ_t, and projects after the step, never the start', () => {
    // 100 − 110 = −10, halved −5; −5 − 15/2 = −25/2, halved −25/4.
    expect(recorded(2).calls).toEqual([
      'gradient 1 100',
      'rate 1',
      'project -10',
      'gradient 2 -5',
      'rate 2',
      'project -25/2',
    ]);
  });

  test('records T + 1 iterates, T gradients, T rates', () => {
    const { run } = recorded(3);
    expect(run.iterates.map(shown)).toEqual([['100'], ['-5'], ['-25/4'], ['-85/12']]);
    expect(run.gradients.map(shown)).toEqual([['110'], ['15'], ['95/4']]);
    expect(shown(run.rates)).toEqual(['1', '1/2', '1/3']);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('of %s steps is refused', (horizon) => {
    expect(refusal(() => recorded(horizon))).toBe(
      `RangeError: horizon is ${horizon}; give the number of steps, at least 1.`,
    );
  });

  test('takes another step in place of the usual one', () => {
    const seen: Exact[][] = [];
    const { iterates } = descend(
      Q,
      {
        start: [toRational(1)],
        horizon: 2,
        project: ([x]) => [smaller(x!, rational(5n))],
        gradient: (t) => [rational(BigInt(t))],
        rate: () => rational(2n),
      },
      (F, nearest, theta, eta, g) => {
        seen.push([theta[0]!, eta, g[0]!]);
        return nearest(F.plus(theta, F.scale(eta, g)));
      },
    );
    expect(iterates.map(shown)).toEqual([['1'], ['3'], ['5']]);
    expect(seen.map(shown)).toEqual([
      ['1', '2', '1'],
      ['3', '2', '2'],
    ]);
  });
});

test('step is Π(θ − η g)', () => {
  const halve = (x: Vector<number>): Vector<number> => x.map((xi) => xi / 2);
  expect(step(float64, halve, [8, 2], 0.5, [4, -8])).toEqual([3, 3]);
  expect(step(float64, identity, [8, 2], 0.5, [4, -8])).toEqual([6, 6]);
});
