import { expect, test } from 'vitest';
import { necessityWitnesses } from '../../cli/witnesses.ts';
import { laws } from '../../properties/index.ts';
import { necessityOf, witnessName } from '../../src/law/necessity.ts';

const stored = necessityWitnesses();

test('every hypothesis that is searched for has a stored witness that breaks it alone, and the claim', () => {
  const searched = laws.flatMap((law) =>
    necessityOf(law, stored)
      .filter(({ name }) => law.hypotheses.find((other) => other.name === name)!.necessity.kind === 'search')
      .map(({ name, necessity, problem }) => ({ witness: witnessName(law.id, name), necessity, problem })),
  );
  expect(searched.length).toBeGreaterThan(200);
  expect(searched.filter(({ necessity }) => necessity !== 'necessary')).toEqual([]);
});

test('no stored witness is about a law or hypothesis that is not there', () => {
  const known = new Set(laws.flatMap(({ id, hypotheses }) => hypotheses.map(({ name }) => witnessName(id, name))));
  expect([...stored.keys()].filter((name) => !known.has(name))).toEqual([]);
});
