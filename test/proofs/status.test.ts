import { describe, expect, test } from 'vitest';
import { proofOf, reasons, theorems } from '../../proofs/index.ts';
import { laws } from '../../properties/index.ts';
import { DIFFERENCES } from './built-in.ts';
import { outcomes, proofs } from './checked.ts';

describe('every theorem', () => {
  test('is proved', () => {
    expect(outcomes.flatMap((outcome) => (outcome.status === 'unproved' ? [outcome.because] : []))).toEqual([]);
  });
  test('has an id of its own, and is about laws there are', () => {
    expect(new Set(theorems.map(({ id }) => id)).size).toBe(theorems.length);
    const ids = new Set(laws.map(({ id }) => id));
    for (const theorem of theorems) for (const law of theorem.laws) expect(ids).toContain(law);
  });
  test('rests on theorems that do not rest on it', () => {
    const byId = new Map(theorems.map((theorem) => [theorem.id, theorem]));
    const depth = (id: string, above: readonly string[]): number => {
      expect(above).not.toContain(id);
      const { restsOn = [] } = byId.get(id)!;
      return 1 + Math.max(0, ...restsOn.map((below) => depth(below, [...above, id])));
    };
    for (const { id } of theorems) depth(id, []);
  });
  test('assumes nothing to be nonzero but what it says', () => {
    const left = proofs.filter(({ kind, nonzero }) => kind !== 'identity' && nonzero.length > 0);
    expect(left.map(({ id, nonzero }) => [id, nonzero])).toEqual([
      ['abel', ['eta', 'eta_1', 'eta_2', 'eta_3', 'last']],
      ['abel-close-all', ['eta', 'eta_1', 'eta_2', 'eta_3', 'last']],
      ['translation', ['s']],
      ['scaling', ['s']],
      ['optimal-baseline', ['tau']],
      ['read.pg.bopt-unique', ['tau']],
      ['read.pg.bopt-coordinate', ['tau']],
      ['read.zo.ball-smoothing', ['epsilon']],
      ['read.zo.bopt', ['epsilon']],
      ['read.zo.bias-lipschitz-gradient', ['epsilon']],
      ['read.zo.bias-lipschitz-hessian', ['epsilon']],
      ['read.zo.bias-normal', ['epsilon']],
      ['read.zo.second-moment-lipschitz', ['epsilon']],
      ['read.zo.block-variance', ['epsilon']],
    ]);
  });
});

describe('every law', () => {
  test('is proved, refuted, or unproved for a reason', () => {
    const without = laws.filter(({ id }) => {
      const { status, because } = proofOf(id);
      return status === 'unproved' && because === null;
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });
  test('has no reason next to a proof, and no reason is about no law', () => {
    const unproved = laws.map(({ id }) => id).filter((id) => proofOf(id).status === 'unproved');
    expect(Object.keys(reasons).sort()).toEqual(unproved.sort());
    for (const sentence of Object.values(reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
  test('is refuted exactly when it expects to be', () => {
    const refuted = laws.filter(({ id }) => proofOf(id).status === 'refuted');
    expect(refuted.map(({ id }) => id)).toEqual(
      laws.filter(({ expects }) => expects === 'refuted').map(({ id }) => id),
    );
  });
  test('of the core is proved for all dimensions and all T', () => {
    const core = ['sgd.step', 'sgd.sum', 'sgd.regret-bound', 'sgd.combine', 'proj.obtuse', 'proj.nonexp-point'];
    for (const id of core) expect(proofOf(id).scope).toMatch(/^all dimensions/);
  });
  test('A-(4) and A-(19) are proved by kernel and Coq alike', () => {
    expect(proofOf('sgd.regret-bound').by).toBe(
      'Coq, for all dimensions and all T: a4-regret-bound; induction regret-bound',
    );
    expect(proofOf('proj.nonexp-point').by).toBe('Coq, for all dimensions: a19-fejer; certificate nonexpansive');
  });
  test('is proved for all K, n or dimensions where Coq proves it', () => {
    expect(proofOf('pg.logtrick')).toMatchObject({
      status: 'proved',
      scope: 'all K and numbers of parameters',
      by: 'Coq, for all K and numbers of parameters: b5-score, b4-policy-gradient, b6-any-baseline, b2-linear-model; identity read.pg.logtrick',
    });
    expect(proofOf('pg.rearr')).toMatchObject({
      status: 'proved',
      scope: 'all n',
      by: 'Coq, for all n: b3-same-order, b3-opposite-order, b3-equality, b3-opposite-equality; cases rearrangement-equality',
    });
    expect(proofOf('zoR.one-hot-angle')).toMatchObject({
      status: 'proved',
      scope: 'all K',
      by: 'Coq, for all K: b23-one-hot-angle, b23-one-hot-cosine; certificate read.zoR.one-hot-angle',
    });
    expect(proofOf('pg.fisher')).toMatchObject({ scope: 'K <= 6', by: 'identity read.pg.fisher' });
  });
  test('without a theorem has no proof', () => {
    expect(proofOf('no.such-law')).toEqual({ status: 'unproved', scope: null, by: null, because: null, parts: [] });
  });
});

/** The articles' own claims that are decided in fractions, in roots or in expectations over finite or normal directions. */
const CLAIMS_OF_ALGEBRA = `
  sgd.lln sgd.gap-reading sgd.regret-bound sgd.amgm sgd.case1 sgd.sum-sqrt sgd.const-larger
  sgd.anytime-decrease sgd.no-argmin sgd.cvx sgd.expand sgd.solve sgd.step sgd.sum sgd.abel sgd.abel-bound
  sgd.abel-close sgd.combine sgd.posthoc proj.def proj.feasible proj.step proj.nonexp-point
  proj.min-segment proj.square proj.divide proj.obtuse proj.pyth sgd.final sgd.c-broq sgd.c-su
  pg.argmax-inv pg.rearr pg.same-order pg.shift pg.grad pg.logtrick pg.score0 pg.baseline pg.example
  pg.var-m2 pg.bopt pg.bopt-weighted pg.bmean pg.sign zo.limit zo.outer zo.noshift zo.m2 zo.bopt
  zo.bopt-taylor zo.b0 zo.sample-b zo.highdim zoR.fubini zoR.partition zoR.chi zoR.chi-limit zoR.zero-term
  c.J c.sg c.uTu c.times-u
`
  .trim()
  .split(/\s+/);

test('every claim that is algebra is proved, or refuted by a model', () => {
  expect(CLAIMS_OF_ALGEBRA).toHaveLength(63);
  const ids = new Set(laws.map(({ id }) => id));
  for (const id of CLAIMS_OF_ALGEBRA) expect(ids).toContain(id);
  const open = CLAIMS_OF_ALGEBRA.filter((id) => proofOf(id).status === 'unproved');
  expect(open).toEqual([]);
});

test('the hypotheses of a theorem are those of the laws it establishes, but for declared differences', () => {
  const found: Record<string, string> = {};
  for (const { kind, evidence, leaves, laws: about } of proofs) {
    // For these, `built-in.test.ts`.
    if (kind === 'identity' || kind === 'computation' || kind === 'counterexample' || leaves !== undefined) continue;
    const used = new Set(evidence.flatMap(({ hypotheses }) => hypotheses.flatMap(({ standsFor }) => standsFor)));
    for (const id of about) {
      const law = laws.find((each) => each.id === id)!;
      const listed = law.hypotheses.map(({ name }) => name);
      const needed = law.hypotheses.filter(({ necessity }) => /search|argument/.test(necessity.kind));
      const difference = [
        ...needed.filter(({ name }) => !used.has(name)).map(({ name }) => `−${name}`),
        ...[...used].filter((name) => !listed.includes(name)).map((name) => `+${name}`),
      ];
      if (difference.length > 0) found[id] = difference.join(' ');
    }
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(DIFFERENCES).map(([id, [difference]]) => [id, difference])));
});

test('every hypothesis of the article that a theorem uses has a model without it, but for these', () => {
  // Where an identity assumes something, its text divides by that: without it there is nothing to be false.
  const inequalities = proofs.filter(({ kind }) => kind !== 'identity');
  const open = inequalities.flatMap(({ id, evidence }) => {
    const all = evidence.flatMap(({ name: part, hypotheses }) => hypotheses.map((each) => ({ part, ...each })));
    const shown = new Set(all.flatMap(({ standsFor, need }) => (need === 'shown' ? standsFor : [])));
    return all
      .filter(({ standsFor, need }) => need === 'not shown' && standsFor.some((name) => !shown.has(name)))
      .map(({ part, name }) => `${id}, ${part}: ${name}`);
  });
  expect(open).toEqual([
    'nearest-on-segment, A-(20) to A-(22): λ is positive',
    'nearest-on-segment, A-(20) to A-(22): λ is at most 1',
  ]);
});
