import { expect, test } from 'vitest';
import { zerothOrderLipschitzLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/lipschitz.ts';
import { observe } from '../../../../src/law/decide.ts';
import { statementAbout } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, searchedHypotheses, testExpectations } from '../../law-checks.ts';

testExpectations(zerothOrderLipschitzLaws);

test.each(zerothOrderLipschitzLaws.map((law) => [law.id, law] as const))(
  '%s is attained by a linear function, and needs its hypotheses',
  (_id, law) => {
    const found = caughtBy(law, 'nine-tenths');
    expect(found).toMatchObject({ objective: { terms: [{ coefficient: 1, powers: [1] }] } });
    const { seen } = observe(statementAbout(law, found));
    expect(seen.map(({ left }) => left)).toEqual(seen.map(({ right }) => right));
    for (const name of searchedHypotheses(law)) expect(breaking(law, name)).toBeDefined();
  },
);
