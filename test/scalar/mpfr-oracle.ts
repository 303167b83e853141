import { init } from 'gmp-wasm';

/** The operations MPFR is asked for. */
export type Operation = 'add' | 'sub' | 'mul' | 'div' | 'sqrt' | 'exp' | 'log';

/**
 * GNU MPFR as a judge of enclosures: it rounds every operation correctly in the direction asked for, so with operands
 * it holds exactly the true result lies between its two directed results at 1200 bits.
 */
export interface MpfrOracle {
  /**
   * True unless [lower, upper] provably misses op(operands). Operands are decimal or double text, and must fit 4000
   * bits; endpoints are decimal text or "Infinity".
   */
  contains(op: Operation, operands: readonly string[], lower: string, upper: string): boolean;
}

const DOWN = 3;
const UP = 2;
const RESULT_BITS = 1200;
const OPERAND_BITS = 4000;

export async function mpfrOracle(): Promise<MpfrOracle> {
  const { binding } = await init();
  const register = (bits: number): number => {
    const pointer = binding.mpfr_t();
    binding.mpfr_init2(pointer, bits);
    return pointer;
  };
  const [xBelow, xAbove, yBelow, yAbove] = [0, 1, 2, 3].map(() => register(OPERAND_BITS));
  const [result, endpoint] = [register(RESULT_BITS), register(RESULT_BITS)];
  const read = (pointer: number, text: string, rounding: number): void => {
    if (binding.mpfr_set_string(pointer, text, 10, rounding) !== 0) throw new Error(`MPFR cannot read ${text}.`);
  };
  const apply = (op: Operation, x: number, y: number, rounding: number): void => {
    if (op === 'sqrt' || op === 'exp' || op === 'log') binding[`mpfr_${op}`](result, x, rounding);
    else binding[`mpfr_${op}`](result, x, y, rounding);
    if (binding.mpfr_nan_p(result)) throw new Error(`MPFR has no value for ${op}.`);
  };

  return {
    contains: (op, [x = '0', y = '0'], lower, upper) => {
      read(xBelow!, x, DOWN);
      read(xAbove!, x, UP);
      read(yBelow!, y, DOWN);
      read(yAbove!, y, UP);
      const increasing = op !== 'add' && op !== 'sub' && op !== 'mul' && op !== 'div';
      // A decimal operand is between two binary ones; only for functions that increase is that harmless.
      const exact = binding.mpfr_equal_p(xBelow!, xAbove!) !== 0 && binding.mpfr_equal_p(yBelow!, yAbove!) !== 0;
      if (!increasing && !exact) throw new Error(`Give ${op} operands that MPFR holds exactly, not ${x} and ${y}.`);
      apply(op, xAbove!, yAbove!, UP);
      read(endpoint!, lower, DOWN);
      if (binding.mpfr_cmp(endpoint!, result!) > 0) return false;
      apply(op, xBelow!, yBelow!, DOWN);
      read(endpoint!, upper, UP);
      return binding.mpfr_cmp(endpoint!, result!) >= 0;
    },
  };
}
