import { expect, test } from 'vitest';
import { once } from '../../src/law/once.ts';

test('crashes that differ in their numbers are told once', () => {
  const crash = (index: number) =>
    `A case crashed: The projection is "${index / 4}" at index 0; give ${index} numbers.`;
  const one = '1 more crash differs from these in numbers alone.';
  expect(once([crash(8), crash(2), crash(8)])).toEqual([crash(8), one]);
  const boom = 'A case crashed: boom';
  const two = '2 more crashes differ from these in numbers alone.';
  expect(once([crash(8), crash(2), boom, crash(3)])).toEqual([crash(8), boom, two]);
});

test('other sentences are told each, once', () => {
  const missed = (name: string) => `The planted mistake “${name}” was not caught.`;
  expect(once([missed('p2'), missed('p3'), missed('p2')])).toEqual([missed('p2'), missed('p3')]);
});
