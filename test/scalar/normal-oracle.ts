import { init } from 'gmp-wasm';
import { fromDouble } from '../../src/scalar/exact.ts';

/** GNU MPFR as a judge of enclosures of Φ, from its complementary error function: Φ(x) = erfc(−x/√2)/2. */
export interface NormalOracle {
  /** True unless [lower, upper], decimal text, provably misses Φ(x). */
  contains(x: number, lower: string, upper: string): boolean;
}

const DOWN = 3;
const UP = 2;

export async function normalOracle(): Promise<NormalOracle> {
  const { binding } = await init();
  const register = (bits: number): number => {
    const pointer = binding.mpfr_t();
    binding.mpfr_init2(pointer, bits);
    return pointer;
  };
  const half = register(4000); // holds the halved square of a double exactly
  const [argument, result, endpoint] = [register(320), register(320), register(320)];

  /** A bound of Φ(x): the root of x²/2 is rounded so that −x/√2 errs to the side where erfc, which falls, errs as asked. */
  const bound = (x: number, to: typeof UP | typeof DOWN): void => {
    binding.mpfr_set_d(half, x, DOWN);
    binding.mpfr_sqr(half, half, DOWN);
    binding.mpfr_div_2ui(half, half, 1, DOWN);
    binding.mpfr_sqrt(argument, half, (to === UP) === x > 0 ? UP : DOWN);
    if (x > 0) binding.mpfr_neg(argument, argument, DOWN);
    binding.mpfr_erfc(result, argument, to);
    binding.mpfr_div_2ui(result, result, 1, to);
  };
  const read = (text: string, rounding: number): void => {
    if (binding.mpfr_set_string(endpoint, text, 10, rounding) !== 0) throw new Error(`MPFR cannot read ${text}.`);
  };

  return {
    contains: (x, lower, upper) => {
      bound(x, UP);
      read(lower, DOWN);
      if (binding.mpfr_cmp(endpoint, result) > 0) return false;
      bound(x, DOWN);
      read(upper, UP);
      return binding.mpfr_cmp(endpoint, result) >= 0;
    },
  };
}

/** Decimal text of a double's exact value. */
export function exactText(x: number): string {
  const { numerator, denominator } = fromDouble(x);
  const bits = denominator.toString(2).length - 1;
  return `${numerator * 5n ** BigInt(bits)}e-${bits}`;
}
