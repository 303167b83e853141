import { describe, expect, test } from 'vitest';
import { lawTheorems } from '../../../proofs/7737-policy-and-zeroth-order/index.ts';
import { partOf } from '../../../proofs/7737-policy-and-zeroth-order/read-law.ts';
import { NotProved } from '../../../proofs/index.ts';
import { proved } from '../../../proofs/theorem/theorem.ts';
import type * as Regions from '../../../src/bridge/argmax-regions.ts';
import { mutated } from '../mutated-text.ts';

const theoremOf = (id: string) => lawTheorems.find((theorem) => theorem.law.id === id)!;
const namesOf = (id: string) => theoremOf(id).shapes.map(({ name }) => name);

/** Why one shape of a law is not proved about another text, or with a planted mistake; undefined when it is. */
function failure(id: string, name: string, use?: unknown, claim = theoremOf(id).law.claim): string | undefined {
  const { law, shapes, ...statement } = theoremOf(id);
  const shape = shapes.find((each) => each.name === name)!;
  try {
    proved(statement, [partOf(law, shape, use ?? law.reference, claim)]).check();
    return undefined;
  } catch (error) {
    if (error instanceof NotProved || error instanceof RangeError) return error.message;
    throw error;
  }
}

describe.each(['zoR.partition', 'zoR.chi'])('more than two classes, and more than one parameter: %s', (id) => {
  const REGIONS = 'src/bridge/argmax-regions.ts';
  const wide = namesOf(id).filter((name) => name.includes('one direction'));

  test('are read in one direction', () => {
    expect(wide.map((name) => name.split(', one')[0])).toEqual([
      'K = 3, d = 1',
      'K = 4, d = 1',
      'K = 2, d = 2',
      'K = 3, d = 2',
    ]);
    expect(wide.map((name) => failure(id, name))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each([
    ['the smallest logit wins', 'order > 0', 'order < 0'],
    ['the highest index wins', 'y < k', 'y > k'],
  ])('%s: each of them fails', async (_, from, to) => {
    const { wins } = await mutated<typeof Regions>(REGIONS, from, to);
    for (const name of wide) expect(failure(id, name, wins)).toMatch(/^K = \d, d = \d, one direction/);
  });

  test('a third rival that is not looked at is seen with three classes, not with two', async () => {
    const { wins } = await mutated<typeof Regions>(REGIONS, 'logits.every(', 'logits.slice(0, 2).every(');
    for (const name of namesOf(id)) expect(failure(id, name, wins) === undefined).toBe(name.startsWith('K = 2'));
  });
});

describe.each([
  ['zoR.soften', 'K = 3, one direction, τ = 1/1, class 1 leads', 'temperature-fixed'], // it is 1
  ['zoR.temperature-free', 'K = 3, one direction, τ = 1/2'],
  ['zoR.locally-constant', 'K = 3, d = 1, rademacher, class 1 wins'],
  ['zoR.locally-constant', 'K = 4, d = 2, rademacher, class 1 wins'],
  ['zoR.probit', 'K = 3, each class steeper'],
  ['zo.m2', 'rademacher, d = 4, degree 3, two monomials, at 0'],
  ['zo.bopt', 'skewed, d = 4, degree 3, two monomials, at 0'],
] as const)('%s, %s', (id, name, ...unseen: readonly string[]) => {
  test('is proved', () => {
    expect(failure(id, name)).toBeUndefined();
  });

  test('is not proved with a planted mistake', () => {
    const proved = Object.entries(theoremOf(id).law.teeth).filter(
      ([, { use, claim }]) => failure(id, name, use, claim ?? theoremOf(id).law.claim) === undefined,
    );
    expect(proved.map(([mistake]) => mistake)).toEqual(unseen);
  });
});
