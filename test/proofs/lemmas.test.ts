import { describe, expect, test } from 'vitest';
import { checkAll, theorems } from '../../proofs/index.ts';
import type { Argument, Rule } from '../../proofs/kernel/argument.ts';
import type { Fact } from '../../proofs/kernel/fact.ts';
import { formalSpace as F, scalar } from '../../proofs/kernel/symbolic.ts';
import { lemmas } from '../../proofs/lemmas.ts';
import { checkLemmas, type Lemma } from '../../proofs/theorem/lemma.ts';
import { atMost } from '../../proofs/theorem/statements.ts';
import { readStored } from '../../proofs/theorem/stored.ts';
import { type ArgumentTheorem, type Evidence, type Part, proved } from '../../proofs/theorem/theorem.ts';
import { proofs } from './checked.ts';

const evidenceOf = (id: string): readonly Evidence[] => proofs.find((proof) => proof.id === id)!.evidence;
const named = (id: string) => theorems.find((theorem) => theorem.id === id) as ArgumentTheorem;
const sources = (lemma: Lemma | undefined): readonly Lemma[] =>
  lemma === undefined ? [] : [lemma, ...sources(lemma.plus)];
const used = proofs.flatMap(({ id, evidence }) =>
  evidence.flatMap(({ name: part, hypotheses, shortFor }) =>
    hypotheses.flatMap((each) => (each.lemma === undefined ? [] : [{ id, part, shortFor, each, lemma: each.lemma }])),
  ),
);

/** Theorems that rest on one without a hypothesis that is its conclusion, with why. */
const BY_HAND: Readonly<Record<string, string>> = {
  'root-sum-below': 'Its law says what root-sum says too: the sum from above.',
  variational: 'Its law says what obtuse-angle says too: that a nearest point is such a point.',
  'rearrangement-equality': 'That no order loses less than nothing is read of each order of so many numbers.',
  'optimal-baseline': 'V(b) by B-(8) is read of the law for each K, with squared scores in the place of models.',
};

describe('a theorem rests on', () => {
  test('those whose conclusions it assumes, and no others, but for these', () => {
    const different = proofs.filter(({ id, restsOn = [] }) => {
      const of = used.flatMap((each) => (each.id === id ? sources(each.lemma).flatMap((lemma) => lemma.of ?? []) : []));
      return `${[...new Set(of)].sort()}` !== `${[...restsOn].sort()}`;
    });
    expect(different.map(({ id }) => id)).toEqual(Object.keys(BY_HAND));
  });
  test('what it assumes, for every lemma that is told of', () => {
    const told = Object.values(lemmas).flatMap((each) => Object.keys(each));
    expect(used.length).toBeGreaterThanOrEqual(told.length);
    expect(told.length).toBeGreaterThan(100);
    const parts = new Set(proofs.flatMap(({ id, evidence }) => evidence.map(({ name }) => `${id}: ${name}`)));
    for (const part of Object.keys(lemmas)) expect(parts).toContain(part);
  });
});

test('a lemma that says a little less than what is assumed is refused', () => {
  for (const { id, part, shortFor, each, lemma } of used) {
    const check = (hypothesis: typeof each) =>
      checkLemmas(part, [hypothesis], shortFor, ({ of = id }) => evidenceOf(of));
    const { fact, rule } = each;
    expect(() => check(each)).not.toThrow();
    const more = <V extends { readonly value: typeof F.one }>(from: V) => ({
      ...from,
      value: F.sub(from.value, F.of(2 ** -1074)),
    });
    const other = fact ? { fact: more(fact) } : { rule: { ...rule!, yields: more(rule!.yields) } };
    expect(() => check({ ...each, ...other }), `${id}, ${part}`).toThrow('but its lemma says');
    expect(() => check({ ...each, lemma: { ...lemma, goal: 'no such goal' } })).toThrow('No conclusion of part');
    expect(() => check({ ...each, lemma: { ...lemma, part: 'no such part' } })).toThrow('There is no part');
  }
});

describe('what assumes that something is nonzero is no lemma', () => {
  const x = scalar('x');
  const square: Fact = { name: 'square', relation: '> 0', value: F.square(x) };
  const statement = { id: 'x', laws: [], cites: [], states: '', scope: 'all reals' } as const;
  const uses = (evidence: readonly Evidence[], lemma: Lemma) => {
    const hypothesis = {
      name: 'square',
      says: 'x^2 > 0',
      standsFor: [],
      need: 'not shown',
      fact: square,
      lemma,
    } as const;
    return () => checkLemmas('user', [hypothesis], {}, () => evidence);
  };
  test('as a part of a theorem', () => {
    // Where x² were not positive, 1 − (1/x)² x² = 0 would be.
    const by = {
      refuting: 'otherwise',
      terms: [{ times: 1 }, { facts: ['otherwise'], square: F.div(F.one, x) }],
    };
    const part = {
      name: 'source',
      argue: () => ({ assumes: [], steps: [{ goal: square, by }] }),
      instances: [{ x: 1 }],
    };
    const { evidence } = proved(statement, [part]).check();
    expect(evidence[0]?.nonzero).toEqual(['x']);
    const lemma = { part: 'source', goal: 'square' };
    expect(uses(evidence, lemma)).toThrow('"square" of part "source" is no lemma: it assumes that x is nonzero.');
    expect(uses([{ ...evidence[0]!, nonzero: [] }], lemma)).not.toThrow();
  });
  test('as the invariant of an induction', () => {
    const evidence = evidenceOf('trivial-bound');
    const { fact, lemma } = used.find(({ id, part }) => id === 'trivial-bound' && part === 'the average')!.each;
    for (const name of ['base', 'step']) {
      const assuming = evidence.map((each) => (each.name === name ? { ...each, nonzero: ['G'] } : each));
      const hypothesis = {
        name: 'invariant',
        says: '',
        standsFor: [],
        need: 'not shown',
        fact: fact!,
        lemma: lemma!,
      } as const;
      expect(() => checkLemmas('the average', [hypothesis], {}, () => evidence)).not.toThrow();
      expect(() => checkLemmas('the average', [hypothesis], {}, () => assuming)).toThrow('assumes that G is nonzero');
    }
  });
});

const renamed = <S extends { readonly goal: { readonly name: string } }>(step: S): S => ({
  ...step,
  goal: { ...step.goal, name: 'the bound' },
});

/** Values that leave room for a stronger hypothesis. */
const ROOMY = { D: 4, G: 4, T: 1, regrets: 0, rootT: 2, total: 1 };

/** A theorem with one part argued otherwise. */
const otherwise = (id: string, name: string, argue: (before: Argument) => Argument) => {
  const theorem = named(id);
  const parts = theorem.written.map(
    (part): Part =>
      part.name === name
        ? {
            ...part,
            argue: (reader) => argue(part.argue(reader)),
            needed: {},
            instances: [...(part.instances ?? []), ROOMY],
          }
        : part,
  );
  const { [name]: _, ...stored } = readStored(theorem.file);
  return { ...theorem, ...proved(theorem, parts, theorem.kind, stored) };
};

describe('a later part', () => {
  const [D, G, T, regrets] = ['D', 'G', 'T', 'regrets'].map(scalar) as [
    typeof F.one,
    typeof F.one,
    typeof F.one,
    typeof F.one,
  ];
  const less = F.sub(F.mul(T, F.mul(D, G)), F.mul(F.of(3), T));
  test('may not assume more than its induction proves', () => {
    const average = otherwise('trivial-bound', 'the average', ({ assumes }) => {
      const [by] = [{ terms: [{ facts: ['invariant'] }] }];
      const goal = atMost('GD', F.div(regrets, T), F.sub(F.mul(D, G), F.of(3)));
      return {
        assumes: [assumes[0]!, atMost('invariant', regrets, less)],
        steps: [{ goal, by: { ...by, scaled: ['steps'] } }],
      };
    });
    expect(() => average.check()).toThrow(
      '"invariant" of "the average" assumes D*G*T - 3*T - regrets >= 0, but its lemma says D*G*T - regrets >= 0.',
    );
  });
  test('may not leave its lemma out', () => {
    const average = otherwise('trivial-bound', 'the average', ({ assumes, ...rest }) => ({
      ...rest,
      assumes: assumes.map((fact) => (fact.name === 'invariant' ? { ...fact, name: 'known' } : fact)),
      steps: [
        {
          goal: atMost('GD', F.div(regrets, T), F.mul(D, G)),
          by: { scaled: ['steps'], terms: [{ facts: ['known'] }] },
        },
      ],
    }));
    expect(() => average.check()).toThrow('"the average" has no hypothesis "invariant" that a lemma is for.');
  });
  test('may not assume what is proved after it, or without a base', () => {
    const { written, kind, ...statement } = named('trivial-bound');
    const [average] = written.filter(({ name }) => name === 'the average');
    const others = written.filter((part) => part !== average);
    expect(() => proved(statement, [average!, ...others], kind).check()).toThrow('There is no part "step".');
    const baseless = written.filter(({ name }) => name !== 'base');
    expect(() => proved(statement, baseless, kind).check()).toThrow('No conclusion of part "step" is "invariant".');
  });
  test('may not assume more than another theorem concludes', () => {
    const hazan = otherwise('hazan', 'the bound', ({ assumes }) => {
      const stronger = assumes.map((fact) =>
        fact.name === 'A-(7)' ? { ...fact, value: F.sub(fact.value, F.one) } : fact,
      );
      return {
        assumes: stronger,
        steps: [{ goal: stronger.at(-1)!, by: { terms: [{ facts: ['A-(7)'] }] } }].map(renamed),
      };
    });
    const [outcome] = checkAll([hazan]);
    expect(outcome).toMatchObject({ status: 'unproved', because: expect.stringContaining('but its lemma says') });
  });
});

describe('a rule', () => {
  const rules = proofs.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ hypotheses }) =>
      hypotheses.flatMap(({ name, rule, lemma }) => (rule === undefined ? [] : [{ id, name, lemma: lemma?.of }])),
    ),
  );
  test('is the hypothesis that the projections start from, or a theorem', () => {
    expect(rules).toEqual([
      { id: 'nearest-on-segment', name: 'nearest point of a convex set', lemma: undefined },
      { id: 'obtuse-angle', name: 'A-(22)', lemma: 'nearest-on-segment' },
    ]);
  });
  test('is asked for at other numbers than its author chose', () => {
    const x = scalar('x');
    const every: Rule = {
      ...{ name: 'every number', says: 'Every number is at least 0.' },
      given: [],
      yields: { name: '', relation: '>= 0', value: scalar('lambda') },
    };
    const argue = () => ({ assumes: [], rules: [every], steps: [{ rule: 'every number', at: x, gives: 'x >= 0' }] });
    const statement = { id: 'x', laws: [], cites: [], states: '', scope: 'all reals' } as const;
    const check = () => proved(statement, [{ name: 'part', argue, instances: [{ x: 1 }] }]).check();
    expect(check).toThrow('No instance of "part" satisfies its hypotheses');
  });
});
