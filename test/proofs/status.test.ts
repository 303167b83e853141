import { describe, expect, test } from 'vitest';
import { checkAll, proofOf, reasons, theorems } from '../../proofs/index.ts';
import { sgdLaws } from '../../properties/9902-sgd/index.ts';

const outcomes = checkAll();
const proofs = outcomes.flatMap((outcome) => (outcome.status === 'proved' ? [outcome.proof] : []));

describe('every theorem', () => {
  test('is proved', () => {
    expect(outcomes.flatMap((outcome) => (outcome.status === 'unproved' ? [outcome.because] : []))).toEqual([]);
  });
  test('has an id of its own, and is about laws there are', () => {
    expect(new Set(theorems.map(({ id }) => id)).size).toBe(theorems.length);
    const ids = new Set(sgdLaws.map(({ id }) => id));
    for (const { laws } of theorems) for (const law of laws) expect(ids).toContain(law);
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
      ['abel', ['eta', 'eta_1', 'last']],
      ['abel-close-all', ['eta', 'eta_1', 'last']],
      ['translation', ['s']],
      ['scaling', ['s']],
    ]);
  });
});

describe('every law', () => {
  test('of article 9902 is proved, refuted, or unproved for a reason', () => {
    const without = sgdLaws.filter(({ id }) => {
      const { status, because } = proofOf(id);
      return status === 'unproved' && because === null;
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });
  test('has no reason next to a proof, and no reason is about no law', () => {
    const unproved = sgdLaws.map(({ id }) => id).filter((id) => proofOf(id).status === 'unproved');
    expect(Object.keys(reasons).sort()).toEqual(unproved.sort());
    for (const sentence of Object.values(reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
  test('is refuted exactly when it expects to be', () => {
    const refuted = sgdLaws.filter(({ id }) => proofOf(id).status === 'refuted');
    expect(refuted.map(({ id }) => id)).toEqual(
      sgdLaws.filter(({ expects }) => expects === 'refuted').map(({ id }) => id),
    );
  });
  test('of the core is proved for all dimensions and all T', () => {
    const core = ['sgd.step', 'sgd.sum', 'sgd.regret-bound', 'sgd.combine', 'proj.obtuse', 'proj.nonexp-point'];
    for (const id of core) expect(proofOf(id).scope).toMatch(/^all dimensions/);
    expect(proofOf('sgd.regret-bound')).toMatchObject({ status: 'proved', by: 'induction regret-bound' });
  });
  test('without a theorem has no proof', () => {
    expect(proofOf('no.such-law')).toEqual({ status: 'unproved', scope: null, by: null, because: null, parts: [] });
  });
});

/** Hypotheses of a law that its theorem does not name (−), and the other way about (+), with why. */
const DIFFERENCES: Readonly<Record<string, readonly [difference: string, because: string]>> = {
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
  'sgd.const-larger': ['−positive-distance −positive-gradient', 'Multiplied out, nothing is divided by RHS(6).'],
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
};

test('the hypotheses of a theorem are those of the laws it establishes, but for declared differences', () => {
  const found: Record<string, string> = {};
  for (const { kind, evidence, leaves, laws } of proofs) {
    if (kind === 'identity' || kind === 'computation' || kind === 'counterexample' || leaves !== undefined) continue;
    const used = new Set(evidence.flatMap(({ hypotheses }) => hypotheses.flatMap(({ standsFor }) => standsFor)));
    for (const id of laws) {
      const law = sgdLaws.find((each) => each.id === id)!;
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
  const open = proofs.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ name: part, hypotheses }) =>
      hypotheses
        .filter(({ standsFor, need }) => standsFor.length > 0 && need === 'not shown')
        .map(({ name }) => `${id}, ${part}: ${name}`),
    ),
  );
  expect(open).toEqual([
    'constant-rate, base: rate',
    'any-rates, step: last rate',
    'strongly-convex, harmonic, base: curvature',
    'adagrad-norm, A-(15) at these rates, with rates D/(r q), r² = 2: root',
    'nearest-on-segment, A-(20) to A-(22): λ is positive',
    'nearest-on-segment, A-(20) to A-(22): λ is at most 1',
  ]);
});
