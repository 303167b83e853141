import { describe, expect, test } from 'vitest';
import { leadsToTie } from '../../../../properties/7737-policy-and-zeroth-order/bridge/hypotheses.ts';
import { indicatorSums } from '../../../../properties/7737-policy-and-zeroth-order/bridge/indicator.ts';
import {
  fubini,
  hardGradient,
  partition,
  partitionLaws,
} from '../../../../properties/7737-policy-and-zeroth-order/bridge/partition.ts';
import { type BridgeCase, bridgeCases } from '../../../../properties/instances/bridge/bridge-case.ts';
import { finite } from '../../../../properties/instances/zeroth-order/directions.ts';
import { decide } from '../../../../src/law/decide.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { statementAbout } from '../../../../src/law/witness.ts';
import { rationalReading } from '../../../../src/scalar/rational-reading.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';
import { expectRoundTrips } from '../../round-trips.ts';

const SIGNS = { kind: 'rademacher', dimension: 1 } as const;
const plain: BridgeCase = {
  examples: [{ features: [[0], [0]], rewards: [1, 0] }],
  theta: [0],
  smoothing: 1,
  directions: SIGNS,
  ties: 'lowest',
};

describe('the hard objective, region by region', () => {
  testExpectations(partitionLaws);

  test('needs directions of mean 0 to leave out −R(θ), and a rule for ties', () => {
    expect(breaking(fubini, 'centered-directions')).toEqual({
      ...plain,
      directions: { kind: 'finite', atoms: [{ direction: [1], probability: 1 }] },
    });
    const tied = breaking(partition, 'ties-settled') as BridgeCase;
    expect(tied).toMatchObject({ ...plain, examples: [{ rewards: [0, 0] }], ties: 'none' });
    expect(leadsToTie(tied)).toBe(true);
  });

  test('catches wrong regions on one example', () => {
    const twoClasses = { features: [[0], [1]], rewards: [1, 0] };
    expect(caughtBy(partition, 'argmin')).toEqual({ ...plain, examples: [{ ...twoClasses, rewards: [0, 1] }] });
    expect(caughtBy(partition, 'highest-index')).toMatchObject({ examples: [{ features: [[0], [1]] }] });
    expect(caughtBy(fubini, 'missing-smoothing')).toMatchObject({ theta: [0], smoothing: 0.5 });
  });

  test('finds a tie only where one comes up', () => {
    expect(leadsToTie(plain)).toBe(true);
    const apart = { ...plain, examples: [{ features: [[0], [1]], rewards: [1, 0] }] };
    expect(leadsToTie(apart)).toBe(false);
    expect(leadsToTie({ ...apart, theta: [1] })).toBe(true);
  });

  test.each(['every', 'none'] as const)('a tie of probability 0 needs no rule: %s', (ties) => {
    const values = [[1, 0.5] as const, [-1, 0.5] as const, [0, 0] as const];
    const directions = finite(...values.map(([u, probability]) => [[u], probability] as const));
    const instance: BridgeCase = {
      ...plain,
      examples: [{ features: [[1], [-1]], rewards: [1, 0] }],
      directions,
      ties,
    };
    for (const law of [partition, indicatorSums]) {
      expect(law.hypotheses.every(({ holds }) => holds(instance))).toBe(true);
      expect(decide(statementAbout(law as AnyLaw, instance), law.ladder).outcome).toBe('holds');
    }
  });

  test('of a step at 0 is half the jump over ε', () => {
    const instance = { ...plain, examples: [{ features: [[0], [1]], rewards: [0, 3] }], smoothing: 2 };
    expect(String(hardGradient(rationalReading, instance)[0])).toBe('3/4');
  });

  test('reads its instances back from JSON, and refuses what has no meaning', () => {
    expectRoundTrips(partitionLaws);
    expect(() => bridgeCases.decode({ ...plain, theta: [0, 0] })).toThrow('as many');
    expect(() => bridgeCases.decode({ ...plain, smoothing: 0 })).toThrow('smoothing');
    expect(() => bridgeCases.decode({ ...plain, directions: { kind: 'coordinate', dimension: 1 } })).toThrow(
      'rational',
    );
    expect(() => bridgeCases.decode({ ...plain, directions: { kind: 'normal', dimension: 1 } })).toThrow('finitely');
    expect(() => bridgeCases.decode({ ...plain, examples: [{ features: [[0], [0]], rewards: [1] }] })).toThrow(
      '1 rewards',
    );
  });
});
