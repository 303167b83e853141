import { expect, test } from 'vitest';
import { simplestWitness } from '../../cli/simplest-witness.ts';
import { witnessOf } from '../../src/law/witness.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { toDouble } from '../../src/scalar/exact.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { anyNumbers, toyLaw } from '../law/toy.ts';

const law = toyLaw({
  hypotheses: [
    {
      name: 'positive',
      says: 'No number is below 0.',
      holds: ({ numbers }) => numbers.every((x) => toDouble(x) >= 0),
      necessity: { kind: 'search', breaking: anyNumbers },
    },
  ],
  claim: (F, { numbers }) => atMost(F.zero, F.sum(F.vector(numbers))),
  teeth: {},
});
const [positive] = law.hypotheses;
const found = (...stored: Exact[]) =>
  simplestWitness(
    law,
    positive!,
    stored.length === 0 ? undefined : witnessOf(law, { numbers: stored }, { broken: 'positive' }),
    100,
  );

test('a witness is searched for where none is stored', () => {
  expect(found()).toEqual({ instance: { numbers: [-1] }, isStored: false });
});

test('a stored witness stays where the search finds none that is smaller', () => {
  expect(found(-2)).toEqual({ instance: { numbers: [-2] }, isStored: true });
});

test('a stored witness gives way to a smaller one, or where it is none', () => {
  expect(found(-2, -3)).toEqual({ instance: { numbers: [-1] }, isStored: false });
  expect(found(2)).toEqual({ instance: { numbers: [-1] }, isStored: false });
});
