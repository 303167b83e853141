import { ownCopy } from '../../src/law/own-copy.ts';
import { type Numbers, plainNumbers } from '../../src/law/plain-numbers.ts';
import { requireFunction } from '../../src/scalar/arguments.ts';
import type { ModelSet } from '../model.ts';
import { inDoubles } from './projection-float64.ts';
import { reference, type SgdParts } from './subject.ts';

/**
 * SGD with a projection of your own in plain numbers, for a law to judge:
 * `checkLaw({ ...law, float64: withProjection(mine) }, options)`.
 *
 * The function gets the set as data and a point, both its own to calculate in, and returns the nearest point of the set,
 * as any array of as many numbers; anything else is an error of the law. Its answers are widened by 64 units in the last place, so a violation
 * means that no exact answer within that accuracy satisfies the law.
 * @throws RangeError when it is given no function.
 */
export function withProjection(project: (set: ModelSet, x: readonly number[]) => Numbers): SgdParts {
  requireFunction('project', project);
  return {
    ...reference,
    project: inDoubles((F, set, x) =>
      plainNumbers('projection', x.length, project(ownCopy(set), x.map(F.approximate))).map((value) => F.of(value)),
    ),
  };
}
