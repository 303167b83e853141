import { describe, expect, test } from 'vitest';
import { type Algebra, Undecided } from '../../src/scalar/algebra.ts';
import { dual } from '../../src/scalar/dual.ts';
import { ratio, toRational } from '../../src/scalar/exact.ts';
import { filter } from '../../src/scalar/filter.ts';
import { rationalReading as Q } from '../../src/scalar/rational-reading.ts';
import { series } from '../../src/scalar/series.ts';

const D = dual(Q);
const at = (...values: readonly number[]) => D.variables(values.map(toRational));

describe('duals', () => {
  test('carry the gradient of a rational function exactly', () => {
    const [x, y] = at(2, 3) as [ReturnType<typeof D.of>, ReturnType<typeof D.of>];
    const f = D.div(D.mul(D.square(x), y), D.add(x, D.of(1)));
    expect(f.value.toString()).toBe('4');
    // ∂x: (2xy(x + 1) − x²y)/(x + 1)² = 24/9, ∂y: x²/(x + 1)
    expect(D.gradient(f, 2).map(String)).toEqual(['8/3', '4/3']);
  });

  test('agree with the linear coefficient of a series', () => {
    const E = series(Q, 3);
    const f = <S>({ add, div, mul, of }: Algebra<S>, x: S): S => div(mul(x, add(x, of(5))), add(x, of(1)));
    const slope = D.gradient(f(D, at(2)[0]!), 1)[0]!;
    expect(E.coefficient(f(E, E.add(E.of(2), E.epsilon)), 1).toString()).toBe(slope.toString());
  });

  test('know exp at 0, log at 1 and rational roots', () => {
    const [x] = at(0) as [ReturnType<typeof D.of>];
    expect(D.gradient(D.exp(D.mul(D.of(3), x)), 1).map(String)).toEqual(['3']);
    expect(D.gradient(D.log(D.add(D.one, D.mul(D.of(3), x))), 1).map(String)).toEqual(['3']);
    expect(D.gradient(D.sqrt(D.add(D.of(4), x)), 1).map(String)).toEqual(['1/4']);
  });

  test('of duals are second derivatives', () => {
    const DD = dual(D);
    const inner = D.variables([toRational(2)]);
    const [x] = DD.variables(inner);
    const cube = DD.mul(x!, DD.square(x!));
    expect(D.gradient(DD.gradient(cube, 1)[0]!, 1).map(String)).toEqual(['12']);
  });

  test('of duals at the kink of |x|: x |x| / 2 has the derivative |x|, and that one has 0', () => {
    const DD = dual(D);
    const [x] = DD.variables(D.variables([toRational(0)]));
    const slope = DD.gradient(DD.mul(x!, DD.abs(x!)), 1)[0]!;
    expect(D.gradient(slope, 1).map(String)).toEqual(['0']);
  });

  test('at a kink: 0 for |x|, the first argument for min and max', () => {
    const [x] = at(0) as [ReturnType<typeof D.of>];
    expect(D.gradient(D.abs(x), 1).map(String)).toEqual(['0']);
    expect(D.gradient(D.max(x, D.zero), 1).map(String)).toEqual(['1']);
    expect(D.gradient(D.max(D.zero, x), 1).map(String)).toEqual(['0']);
    expect(D.gradient(D.abs(D.sub(x, D.one)), 1).map(String)).toEqual(['-1']);
  });

  test('say when the side of a kink is not decided', () => {
    const W = dual(filter);
    const [x] = W.variables([filter.between(-1, 1)]);
    expect(() => W.abs(x!)).toThrow(Undecided);
    expect(() => W.max(x!, W.zero)).toThrow(Undecided);
  });

  test('stopGradient keeps the value and drops the gradient', () => {
    const [x] = at(3) as [ReturnType<typeof D.of>];
    const product = D.mul(x, D.stopGradient(x));
    expect(product.value.toString()).toBe('9');
    expect(D.gradient(product, 1).map(String)).toEqual(['3']);
    expect(D.gradient(D.of(ratio(1, 3)), 2).map(String)).toEqual(['0', '0']);
  });
});
