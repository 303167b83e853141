const bits = new DataView(new ArrayBuffer(8));
/** The upper halves of the doubles 1 and √½. */
const HIGH_WORD_OF_ONE = 0x3ff00000;
const HIGH_WORD_OF_ROOT_HALF = 0x3fe6a09e;

/** log 2 in two parts: 32 bits, so that k times it is exact for every exponent k, and what is left. */
const LOG2_HIGH = 0.6931471803691238;
const LOG2_LOW = 1.9082149292705877e-10;

/** log((1 + s)/(1 − s)) = 2s + s R(s²) with R(z) = L₁z + L₂z² + …, off by at most 2⁻⁵⁸ for |s| ≤ 0.1716. */
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/**
 * log x to within one unit in the last place, by + − × ÷ and bits alone: every engine gives the same double, which
 * `Math.log` does not promise.
 *
 *     x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2,   s = f / (2 + f),   log(1 + f) = f − f²/2 + s (f²/2 + R(s²))
 *
 * @throws RangeError when x is not a positive finite double.
 * Source: K. C. Ng's algorithm for `log` in Sun's fdlibm, with its constants.
 */
export function naturalLogarithm(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`x is ${x}; give a positive finite number.`);
  const normal = x >= 2 ** -1022;
  bits.setFloat64(0, normal ? x : x * 2 ** 54);
  // From √2 on, what is added to the high word carries into the exponent.
  const shifted = bits.getUint32(0) + (HIGH_WORD_OF_ONE - HIGH_WORD_OF_ROOT_HALF);
  const k = (shifted >>> 20) - 1023 - (normal ? 0 : 54);
  bits.setUint32(0, (shifted & 0xfffff) + HIGH_WORD_OF_ROOT_HALF);
  const f = bits.getFloat64(0) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  // Even and odd powers apart, added last: the smaller parts round first.
  const remainder = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  return s * (half + remainder) + k * LOG2_LOW - half + f + k * LOG2_HIGH;
}
