import { describe, expect, test } from 'vitest';
import { laws } from '../../properties/index.ts';
import { cited, equationLedger, type Ledger } from '../../properties/ledger.ts';
import type { AnyLaw } from '../../src/law/law.ts';

/** What the ledger of an article is held against. */
export interface LedgerExpectations {
  /** The letter before its equation numbers. */
  readonly letter: 'A' | 'B';
  readonly equations: number;
  /** Every claim of the article, in its order: the specification of its laws. */
  readonly claims: readonly string[];
  /** Ids of laws that are no claims of the article itself, by why they are here. */
  readonly registry: Readonly<Record<string, readonly string[]>>;
}

const allIds = laws.map(({ id }) => id);

/** Tests that every equation and claim of an article is accounted for, and every id. */
export function testLedger(ledger: Ledger, { letter, equations, claims, registry }: LedgerExpectations): void {
  const { definitions, narratives } = ledger;
  const own = laws.filter(({ cites }) => cites[0]?.article === ledger.article);
  const ids = own.map(({ id }) => id);
  const registered = Object.values(registry).flat();

  describe('the equations of the article', () => {
    for (const { equation, laws: citing, definitions: implemented } of equationLedger(ledger, laws)) {
      test(`${letter}-(${equation}) has a law or an implementation`, () => {
        expect([...citing, ...implemented]).not.toEqual([]);
      });
    }

    test(`are ${equations}, and definitions and laws speak of them only`, () => {
      expect(ledger.equations).toBe(equations);
      const known = Array.from({ length: equations }, (_, i) => i + 1);
      expect(known).toEqual(expect.arrayContaining([...new Set(definitions.map(({ equation }) => equation))]));
      expect(known).toEqual(expect.arrayContaining([...new Set(laws.flatMap((law) => cited(law, ledger)))]));
    });

    test.each(definitions.map(({ equation, implementation }) => [`${letter}-(${equation})`, implementation]))(
      '%s is computed by %s',
      async (_equation, implementation) => {
        const [file, name] = implementation.split('#');
        const module: Record<string, unknown> = await import(
          /* @vite-ignore */ new URL(`../../${file}`, import.meta.url).href
        );
        expect(module[name!], `${file} exports no ${name}`).toBeTypeOf('function');
      },
    );

    test('an equation without a law or an implementation would be noticed', () => {
      const bare = { ...ledger, definitions: [] };
      const others = equationLedger(
        bare,
        laws.filter((law) => !cited(law, ledger).includes(19)),
      );
      expect(others[18]).toEqual({ equation: 19, laws: [], definitions: [] });
    });
  });

  describe('the claims of the article', () => {
    test.each(claims)('%s has a law or a reason why not', (id) => {
      const told = narratives.filter(({ about }) => about === id);
      expect(ids.filter((other) => other === id).length + told.length, id).toBe(1);
      for (const { because } of told) expect(because.length).toBeGreaterThan(40);
    });
  });

  describe('the ids of laws', () => {
    test('are unique', () => {
      expect(repeated(laws.map(({ id }) => id))).toEqual([]);
      expect(repeated([...claims, ...registered])).toEqual([]);
    });

    test('beyond the claims of the article are registered, and no others', () => {
      const beyond = ids.filter((id) => !claims.includes(id));
      expect(beyond.filter((id) => !registered.includes(id))).toEqual([]);
      expect(registered.filter((id) => !beyond.includes(id))).toEqual([]);
    });

    test('that a text mentions exist', () => {
      const texts = [...narratives.map(({ because }) => because), ...own.flatMap(textsOf)];
      const mentioned = texts.flatMap(
        (text) => text.match(/\b(?:sgd|proj|pg|zo|zoR|c)\.[A-Za-z0-9]+(?:-[a-z0-9]+)*/g) ?? [],
      );
      expect(mentioned).not.toEqual([]);
      expect(mentioned.filter((id) => !allIds.includes(id))).toEqual([]);
    });

    test('of derivations and of stronger laws exist', () => {
      const named = own.flatMap(({ derivation = [], instead = [], hypotheses }) => [
        ...derivation,
        ...instead,
        ...hypotheses.flatMap(({ necessity }) =>
          necessity.kind === 'proved-unneeded' && necessity.law !== undefined ? [necessity.law] : [],
        ),
      ]);
      expect(named.filter((id) => !allIds.includes(id))).toEqual([]);
    });

    test('of what is true instead are given for every refuted claim, and hold', () => {
      const silent = own.filter(({ expects, instead = [] }) => expects === 'refuted' && instead.length === 0);
      expect(silent.map(({ id }) => id)).toEqual([]);
      const instead = own.flatMap((law) => law.instead ?? []);
      expect(laws.filter(({ id, expects }) => instead.includes(id) && expects !== 'holds')).toEqual([]);
    });
  });
}

function textsOf({ says, hypotheses }: AnyLaw): readonly string[] {
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
