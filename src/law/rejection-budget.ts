import { type Exact, showExact, toRational } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { div, mul, rational } from '../scalar/rational.ts';
import { positive } from '../scalar/validate.ts';

/** One probability of false alarm for a whole suite, split over its tests by stated shares. */
export interface RejectionBudget {
  /** The probability that any test at all rejects a true hypothesis is at most this. */
  readonly total: Exact;
  /**
   * α for each of the `cases` runs of a test: its share of the total over the sum of shares, divided by the cases.
   * The α of all cases of all tests sum to the total, so by the union bound it is kept.
   * @throws RangeError when the test has no share, or cases is not a positive whole number.
   */
  share(test: string, cases: number): Exact;
}

/**
 * A budget of false alarms, in shares proportional to whole numbers.
 *
 *     rejectionBudget(ratio(1, 1e9), { 'pg.sampler': 1, 'zo.normal-sampler': 1 }).share('pg.sampler', 10); // 1/(2·10¹⁰)
 *
 * @throws RangeError when the total is not in (0, 1], or a share is not a positive whole number.
 */
export function rejectionBudget(total: Exact, shares: Readonly<Record<string, number>>): RejectionBudget {
  const whole = toRational(positive('total', total));
  if (whole.numerator > whole.denominator) {
    throw new RangeError(`total is ${showExact(total)}; give a probability, at most 1.`);
  }
  let sum = 0n;
  for (const [test, share] of Object.entries(shares)) sum += positiveInteger(`shares['${test}']`, share);
  return {
    total,
    share: (test, cases) => {
      const share = Object.hasOwn(shares, test) ? shares[test] : undefined;
      if (share === undefined) {
        throw new RangeError(`test '${test}' has no share; give one of ${Object.keys(shares).join(', ')}.`);
      }
      const part = mul(whole, rational(BigInt(share), sum));
      return asExact(div(part, rational(positiveInteger('cases', cases))));
    },
  };
}

function positiveInteger(name: string, n: number): bigint {
  if (!(Number.isSafeInteger(n) && n > 0)) throw new RangeError(`${name} is ${n}; give a positive whole number.`);
  return BigInt(n);
}
