import { describe, expect, test } from 'vitest';
import { checkAll, proofOf, reasons, theorems } from '../../proofs/index.ts';
import { laws } from '../../properties/index.ts';

const outcomes = checkAll();
const proofs = outcomes.flatMap((outcome) => (outcome.status === 'proved' ? [outcome.proof] : []));

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
      ['read.zo.bopt', ['epsilon']],
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

test('nine in ten of the claims that are algebra are proved, or refuted by a model', () => {
  expect(CLAIMS_OF_ALGEBRA).toHaveLength(63);
  const ids = new Set(laws.map(({ id }) => id));
  for (const id of CLAIMS_OF_ALGEBRA) expect(ids).toContain(id);
  const open = CLAIMS_OF_ALGEBRA.filter((id) => proofOf(id).status === 'unproved');
  expect(open.length).toBeLessThanOrEqual(CLAIMS_OF_ALGEBRA.length / 10);
});

/** Hypotheses of a law that its theorem does not name (−), and the other way about (+), with why. */
const DIFFERENCES: Readonly<Record<string, readonly [difference: string, because: string]>> = {
  'pg.rloo-price': [
    '−on-policy −fixed-support',
    'The instances that are read draw from the policy itself, every class of which has a probability.',
  ],
  'proj.idempotent': ['+member-inside', 'Π(φ) is the point of Θ that stays.'],
  'proj.nonexp-converse': ['−outside-set', 'The theorem gives P = φ, which is what being outside rules out.'],
  'proj.nonexp-point': ['−closed-set', 'The theorem takes a nearest point as given.'],
  'sgd.adaptive-losses': ['+distance-bound +gradient-bound', 'D and G are read off the run.'],
  'sgd.adaptive-rates': ['+distance-bound', 'D is read off the run.'],
  'sgd.any-subgradient': [
    '−in-the-subdifferential +distance-bound +gradient-bound',
    'A-(9) is all that a subgradient is; D and G are read off the run.',
  ],
  'sgd.best-step': [
    '−bounded-set −closed-set −euclidean-norm −start-inside −diameter-bound +distance-bound',
    'With iterates and comparator in Θ its diameter bounds the distances, which is all that is used.',
  ],
  'sgd.final': [
    '−bounded-set −closed-set −euclidean-norm −start-inside −diameter-bound +distance-bound',
    'With iterates and comparator in Θ its diameter bounds the distances, which is all that is used.',
  ],
  'sgd.hazan': ['+positive-distance +positive-gradient', 'The law draws D and G positive.'],
  'sgd.last-distance': ['+gradient-bound', 'The theorem goes on to A-(4); the invariant before it needs no G.'],
  'sgd.posthoc': ['+distance-bound +gradient-bound', 'D and G are read off the run.'],
  'sgd.strongly-convex-equality': [
    '−harmonic-rates −exact-curvature −no-projection',
    'They are built into the losses, rates and steps that are read.',
  ],
  'pg.ascent-first': ['−equal-logits', 'The logits that are read are one number.'],
  'pg.bopt': ['−scores-vary', 'It is that E ‖s‖² > 0; where it is 0 there is no b* to say anything of.'],
  'pg.same-order-class': ['−closed-under-permutations', 'The class that is read is a policy with its rearrangements.'],
  'zo.b0-small': ['−mean-zero −some-direction', 'The directions that are read have mean 0 and covariance I.'],
  'zo.smoothing-convex': ['−mean-zero', 'The directions that are read have mean 0.'],
  'zoR.chi': ['−ties-settled', 'The instances that are read settle ties by the lowest index.'],
  'zoR.chi-limit': ['−positive-temperature', 'The instances that are read have τ = 1, 1/2 and 1/3.'],
  'zoR.fubini': ['−centered-directions', 'The directions that are read have mean 0.'],
  'zoR.locally-constant': ['−centered-directions', 'The directions that are read have mean 0.'],
  'zoR.partition': ['−ties-settled', 'The instances that are read settle ties by the lowest index.'],
  'zoR.two-classes-agree': [
    '−centered-directions −linear-margin −single-example',
    'The instances that are read have one example, linear logits and directions of mean 0.',
  ],
  'zo.block-variance': ['−linear', 'The functions that are read are linear.'],
  'zo.bopt': ['−mean-zero −some-direction', 'The directions that are read have mean 0 and covariance I.'],
  'zoR.three-classes-angle': ['−three-classes', 'The instances that are read have three classes.'],
};

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
