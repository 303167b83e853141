import { expect, test } from 'vitest';
import { zerothOrderBlockLaws } from '../../../../properties/7737-policy-and-zeroth-order/zeroth-order/block.ts';
import type { AnyLaw } from '../../../../src/law/law.ts';
import { decodeInstance, encode } from '../../../../src/law/witness.ts';
import { breaking, caughtBy, testExpectations } from '../../law-checks.ts';

const byId = (id: string): AnyLaw => zerothOrderBlockLaws.find((law) => law.id === id)!;

testExpectations(zerothOrderBlockLaws);

test('moving the first variables shows when the block is the second one', () => {
  const found = {
    objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [1, 0] }] },
    point: [0, 0],
    block: [1],
    directions: { kind: 'rademacher', dimension: 1 },
    smoothing: 1,
  };
  expect(caughtBy(byId('zo.block'), 'first-variables')).toEqual(found);
  expect(encode(decodeInstance(byId('zo.block'), found))).toEqual(found);
});

test('directions twice as long, and a square, break the laws', () => {
  expect(breaking(byId('zo.block'), 'identity-second-moment')).toMatchObject({
    directions: { atoms: [{ direction: [-2] }, { direction: [2] }] },
  });
  expect(breaking(byId('zo.block-variance'), 'linear')).toMatchObject({
    objective: { terms: [{ coefficient: 1, powers: [2] }] },
  });
});

test('blocks that name no variable are refused', () => {
  const instance = {
    objective: { kind: 'polynomial', terms: [{ coefficient: 1, powers: [1, 0] }] },
    point: [0, 0],
    block: [2],
    directions: { kind: 'rademacher', dimension: 1 },
    smoothing: 1,
  };
  const decode = (block: readonly number[]) => () => decodeInstance(byId('zo.block'), { ...instance, block });
  expect(decode([2])).toThrow('block is [2]; name variables from 0 to 1, none twice');
  expect(decode([0, 1])).toThrow('block names 2 variables for directions of 1; name as many');
});
