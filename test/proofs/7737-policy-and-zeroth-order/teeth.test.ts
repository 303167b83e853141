import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';
import { type LawTheorem, partOf } from '../../../proofs/7737-policy-and-zeroth-order/read-law.ts';
import { NotProved } from '../../../proofs/index.ts';
import { proved } from '../../../proofs/theorem/theorem.ts';
import { Unavailable, Undecided } from '../../../src/scalar/algebra.ts';

const refusals = [NotProved, Unavailable, Undecided, RangeError];

/** Whether a law with a planted mistake is refused for some instance, and why. */
function refused({ law, shapes, ...statement }: LawTheorem, mistake: string): string | undefined {
  const { use, claim } = law.teeth[mistake]!;
  for (const shape of shapes) {
    try {
      proved(statement, [partOf(law, shape, use ?? law.reference, claim ?? law.claim)]).check();
    } catch (error) {
      if (refusals.some((kind) => error instanceof kind)) return (error as Error).message;
      throw error;
    }
  }
  return undefined;
}

describe('a law with a planted mistake is not proved', () => {
  const planted = lawTheorems.flatMap((theorem) =>
    Object.keys(theorem.law.teeth).map((mistake) => ({ theorem, mistake, name: `${theorem.law.id}: ${mistake}` })),
  );

  test('whichever mistake it is', () => {
    expect(planted.length).toBeGreaterThan(300);
    const missed = planted.filter(({ theorem, mistake }) => refused(theorem, mistake) === undefined);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});
