import { enclosed } from './enclosed.ts';
import { oncePerReading } from './once-per-reading.ts';
import { rational } from './rational.ts';

const DECIMALS = 350;

/** ⌊π · 10³⁵⁰⌋. */
const PI_DIGITS = BigInt(
  '3141592653589793238462643383279502884197169399375105820974944592307816406286208998628034825342117067' +
    '9821480865132823066470938446095505822317253594081284811174502841027019385211055596446229489549303819' +
    '6442881097566593344612847564823378678316527120190914564856692346034861045432664821339360726024914127' +
    '372458700660631558817488152092096282925409171536436',
);

/** Two fractions with π between them, 10⁻³⁵⁰ apart. */
export const PI_BOUNDS = [
  rational(PI_DIGITS, 10n ** BigInt(DECIMALS)),
  rational(PI_DIGITS + 1n, 10n ** BigInt(DECIMALS)),
] as const;

/**
 * π, as narrowly as the reading can say it; in float64 the nearest double.
 *
 * @throws Unavailable in the exact readings.
 */
export const pi = oncePerReading((F) => enclosed(F, ...PI_BOUNDS));

/** √(2π), the integral of e^(−s²/2) over the line. */
export const rootOfTwoPi = oncePerReading((F) => F.sqrt(F.mul(F.of(2), pi(F))));
