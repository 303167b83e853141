import { requireFunction } from '../../../src/scalar/arguments.ts';
import {
  exactSoftmax,
  logSoftmaxInDoubles,
  type PlainSoftmax,
  type SoftmaxParts,
  softmaxInDoubles,
} from './softmax-float64.ts';

/**
 * Your own softmax in plain numbers, for a law to judge: `checkLaw({ ...law, float64: withSoftmax(mine) }, options)`,
 * with `withSoftmax(mine, myLogSoftmax)` for both.
 *
 * The functions get logits up to ±1e300 and a temperature, and return one number a class. Answers are widened by 64
 * units in the last place of the numbers that matter, so a violation means that no exact answer within that accuracy
 * satisfies the law.
 * @throws RangeError when it is given no function.
 */
export function withSoftmax(mine: PlainSoftmax, myLogSoftmax?: PlainSoftmax): SoftmaxParts {
  requireFunction('mine', mine);
  if (myLogSoftmax !== undefined) requireFunction('myLogSoftmax', myLogSoftmax);
  return {
    softmax: softmaxInDoubles(mine),
    logSoftmax: myLogSoftmax === undefined ? exactSoftmax.logSoftmax : logSoftmaxInDoubles(myLogSoftmax),
  };
}
