import { describe, expect, test } from 'vitest';
import { definitions, EQUATIONS, equationLedger, narratives } from '../../../properties/9902-sgd/ledger.ts';
import { registry } from '../../../properties/9902-sgd/registry.ts';
import { laws } from '../../../properties/index.ts';

/** Every claim of article 9902, in its order: the specification of its laws. */
const CLAIMS = [
  'sgd.lln',
  'sgd.gap-reading',
  'sgd.regret-bound',
  'sgd.rhs-limit',
  'sgd.amgm',
  'sgd.case1',
  'sgd.sum-sqrt',
  'sgd.case2',
  'sgd.rate',
  'sgd.const-larger',
  'sgd.speed',
  'sgd.anytime-decrease',
  'sgd.no-argmin',
  'sgd.cvx',
  'sgd.expand',
  'sgd.solve',
  'sgd.step',
  'sgd.sum',
  'sgd.abel',
  'sgd.abel-bound',
  'sgd.abel-close',
  'sgd.combine',
  'sgd.posthoc',
  'proj.def',
  'proj.feasible',
  'proj.step',
  'proj.nonexp-point',
  'proj.min-segment',
  'proj.square',
  'proj.divide',
  'proj.obtuse',
  'proj.pyth',
  'sgd.final',
  'sgd.c-broq',
  'sgd.c-su',
];

const sgdLaws = laws.filter(({ cites }) => cites.some(({ article }) => article === '9902'));
const ids = sgdLaws.map(({ id }) => id);
const registered: readonly string[] = Object.values(registry).flat();

describe('the equations of the article', () => {
  for (const { equation, laws: citing, definitions: implemented } of equationLedger(laws)) {
    test(`A-(${equation}) has a law or an implementation`, () => {
      expect([...citing, ...implemented]).not.toEqual([]);
    });
  }

  test('are 24, and definitions speak of them only', () => {
    expect(EQUATIONS).toBe(24);
    const known = Array.from({ length: EQUATIONS }, (_, i) => i + 1);
    expect(known).toEqual(expect.arrayContaining([...new Set(definitions.map(({ equation }) => equation))]));
    expect(known).toEqual(expect.arrayContaining([...new Set(sgdLaws.flatMap(cited))]));
  });

  test.each(definitions.map(({ equation, implementation }) => [`A-(${equation})`, implementation]))(
    '%s is computed by %s',
    async (_equation, implementation) => {
      const [file, name] = implementation.split('#');
      const module: Record<string, unknown> = await import(
        /* @vite-ignore */ new URL(`../../../${file}`, import.meta.url).href
      );
      expect(module[name!], `${file} exports no ${name}`).toBeTypeOf('function');
    },
  );

  test('an equation without a law or an implementation would be noticed', () => {
    const others = equationLedger(laws.filter((law) => !cited(law).includes(19)));
    expect(others[18]).toEqual({ equation: 19, laws: [], definitions: [] });
  });
});

describe('the claims of the article', () => {
  test.each(CLAIMS)('%s has a law or a reason why not', (id) => {
    const told = narratives.filter(({ about }) => about === id);
    expect(ids.filter((other) => other === id).length + told.length, id).toBe(1);
    for (const { because } of told) expect(because.length).toBeGreaterThan(40);
  });
});

describe('the ids of laws', () => {
  test('are unique', () => {
    expect(repeated(laws.map(({ id }) => id))).toEqual([]);
    expect(repeated([...CLAIMS, ...registered])).toEqual([]);
  });

  test('beyond the claims of the article are registered, and no others', () => {
    const beyond = ids.filter((id) => !CLAIMS.includes(id));
    expect(beyond.filter((id) => !registered.includes(id))).toEqual([]);
    expect(registered.filter((id) => !beyond.includes(id))).toEqual([]);
  });

  test('that a text mentions exist', () => {
    const texts = [...narratives.map(({ because }) => because), ...sgdLaws.flatMap(textsOf)];
    const mentioned = texts.flatMap((text) => text.match(/\b(?:sgd|proj)\.[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []);
    expect(mentioned).not.toEqual([]);
    expect(mentioned.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('of derivations and of stronger laws exist', () => {
    const named = sgdLaws.flatMap(({ derivation = [], hypotheses }) => [
      ...derivation,
      ...hypotheses.flatMap(({ necessity }) =>
        necessity.kind === 'proved-unneeded' && necessity.law !== undefined ? [necessity.law] : [],
      ),
    ]);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

function cited({ cites }: (typeof laws)[number]): readonly number[] {
  return cites.filter(({ article }) => article === '9902').flatMap(({ equations }) => equations);
}

function textsOf({ says, hypotheses }: (typeof laws)[number]): readonly string[] {
  return [
    says,
    ...hypotheses.flatMap(({ says: condition, necessity }) => [
      condition,
      ...(necessity.kind === 'search' ? [necessity.note ?? ''] : [necessity.because]),
    ]),
  ];
}

function repeated(list: readonly string[]): readonly string[] {
  return list.filter((id, i) => list.indexOf(id) !== i);
}
