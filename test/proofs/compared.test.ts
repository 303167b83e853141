import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawTheorems } from '../../proofs/7737-policy-and-zeroth-order/index.ts';
import { generic } from '../../proofs/assumed.ts';
import { laws } from '../../properties/index.ts';
import { InstanceArbitrary } from '../../src/law/instances.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import { proofs } from './checked.ts';

const AS_TAKEN = 'The step as it is taken is the same statement of the next θ.';
const BY_KIND = 'The other comparisons are of the members of Θ, or of its normals, by the kind of set.';

/** Theorems with fewer conclusions than the claim of their law has comparisons, and why nothing is left. */
const FEWER: Readonly<Record<string, string>> = {
  'distance-expansion': AS_TAKEN,
  'no-argmin': 'That the distance stays 1 is a step of its induction.',
  'best-constant-rate': 'The identity is constant-rate-gap, which is about the same law.',
  'root-sum': 'That the sum is 2√T − 1 at T = 1 is the base of its induction.',
  'root-sum-below': 'The upper bound, with equality at T = 1, is root-sum, on which it rests.',
  'solved-step': AS_TAKEN,
  'nearest-on-segment': BY_KIND,
  variational: BY_KIND,
  cone: BY_KIND,
  'dykstra-normals': BY_KIND,
  'rearrangement-equality': 'What it concludes depends on the path.',
};

/** What a law compares, by name, on some of its instances. */
function compared({ instances, claim, reference }: AnyLaw): ReadonlySet<string> {
  const some = instances.all ?? fc.sample(new InstanceArbitrary(instances), { numRuns: 40, seed: 9902 });
  const all = some.flatMap((instance) => [...comparisons(claim(float64, instance, reference))]);
  return new Set(all.map(({ name = '', relation }) => `${generic(name)} ${relation}`));
}

/** Those that are proved of a law by reading it, or on all its instances, prove whatever it compares. */
const READ = new Set([
  ...lawTheorems.map(({ id }) => id),
  ...proofs.filter(({ kind }) => kind === 'computation' || kind === 'counterexample').map(({ id }) => id),
]);

/** Neither texts nor a law on short instances is general; of an induction the step counts. */
const isGeneral = (part: string): boolean => !/^the (text|law)s?\b|\bbase$/.test(part);

test('a theorem written by hand has no fewer conclusions than its law has comparisons, or says what it leaves', () => {
  const found = proofs.flatMap(({ id, laws: about, evidence, leaves }) => {
    const readsAll = evidence.some(({ name }) => /^the law .* itself, any T$/.test(name));
    if (leaves !== undefined || READ.has(id) || readsAll) return [];
    const general = evidence.filter(({ name }) => isGeneral(name));
    const concluded = new Set(
      general.flatMap(({ name, concludes }) => concludes.map((goal) => `${name}: ${goal.name}`)),
    );
    return about.flatMap((law) => {
      const count = compared(laws.find((each) => each.id === law)!).size;
      return count > concluded.size ? [id] : [];
    });
  });
  expect(found).toEqual(Object.keys(FEWER));
});
