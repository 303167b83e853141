import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laws } from '../../properties/index.ts';
import { InstanceArbitrary } from '../../src/law/instances.ts';
import { necessityOf, searchNecessity } from '../../src/law/necessity.ts';
import { toothCounterexample } from '../../src/law/teeth.ts';
import { decodeInstance, encode, exactNumber, replay, witnessOf, witnessSchema } from '../../src/law/witness.ts';
import { sameExact } from '../../src/scalar/exact.ts';
import { asExact } from '../../src/scalar/exact-arithmetic.ts';
import { rational } from '../../src/scalar/rational.ts';

const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('numbers in JSON', () => {
  test('every double and every fraction comes back as it was', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
    const fractions = fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n })).map(([p, q]) => asExact(rational(p, q)));
    fc.assert(
      fc.property(fc.oneof(doubles, fractions), (x) => {
        expect(sameExact(exactNumber.parse(through(encode(x))), x)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test.each([['NaN'], ['1/0'], ['0x10'], ['1e5'], [' 1'], [''], ['1/-2'], [null], [[]], [{}], ['9'.repeat(5000)]])(
    '%j is refused',
    (value) => {
      expect(exactNumber.safeParse(value).success).toBe(false);
    },
  );
});

describe('replay', () => {
  test('instances of every law survive the trip through JSON, and say the same', () => {
    for (const law of laws) {
      const { all } = law.instances;
      const instances = all ?? fc.sample(new InstanceArbitrary(law.instances), { numRuns: 5, seed: 7 });
      for (const instance of instances.slice(0, 5)) {
        const decoded = law.instances.decode(through(encode(instance)));
        expect(encode(decoded)).toEqual(encode(instance));
      }
    }
  });

  const nonexpansive = laws.find(({ id }) => id === 'proj.nonexp-point')!;
  const [tooth] = Object.keys(nonexpansive.teeth);
  const found = toothCounterexample(nonexpansive, tooth!, 1, 1000);
  const witness = witnessSchema.parse(through(witnessOf(nonexpansive, found, { implementation: tooth! })));

  test('a counterexample of a wrong implementation is reproduced from its values', () => {
    expect(replay(nonexpansive, witness).outcome).toBe('reproduced');
  });

  test('the reference implementation fixes it', () => {
    expect(replay(nonexpansive, { ...witness, implementation: 'reference' }).outcome).toBe('fixed');
  });

  test('another version of the law, and an input that is none, are told apart', () => {
    expect(replay(nonexpansive, { ...witness, version: 99 }).outcome).toBe('law-changed');
    expect(replay(nonexpansive, { ...witness, instance: { set: 7 } }).outcome).toBe('input-invalid');
    expect(replay(nonexpansive, { ...witness, implementation: 'nobody' }).outcome).toBe('law-changed');
  });
});

describe('what a stored witness must be', () => {
  const finite = laws.find(({ id }) => id === 'sgd.line-ratio')!;

  test('a finite law speaks of its own instances only', () => {
    const stranger = { slopes: [-1, 1], start: 1, comparator: 0 };
    const [first] = finite.instances.all!;
    expect(decodeInstance(finite, through(encode(first)))).toEqual(first);
    expect(() => decodeInstance(finite, stranger)).toThrow(/and this is none of them/);
  });

  test('rates of every schedule are looked at: a negative alpha breaks positive-rates', () => {
    for (const id of ['sgd.gap-reading', 'sgd.regret-bound']) {
      const law = laws.find((other) => other.id === id)!;
      const [hypothesis] = law.hypotheses.filter(({ name }) => name === 'positive-rates');
      const schedule = { kind: 'decay', alpha: -4 };
      expect(hypothesis!.holds({ schedule })).toBe(false);
      expect(hypothesis!.holds({ schedule: { kind: 'decay', alpha: 4 } })).toBe(true);
    }
  });

  test('necessity is shown by a witness of that hypothesis, broken alone, on the reference', () => {
    const law = laws.find(({ id }) => id === 'proj.nonexp-point')!;
    const hypothesis = law.hypotheses.find(({ name }) => name === 'convex-set')!;
    const found = searchNecessity(law, hypothesis, { seed: 1, from: 0, to: 3000 });
    const good = witnessOf(law, found, { broken: 'convex-set' });
    const judged = (changes: object) =>
      necessityOf(law, new Map([['proj.nonexp-point.convex-set', { ...good, ...changes }]])).find(
        ({ name }) => name === 'convex-set',
      )!.necessity;
    expect(judged({})).toBe('necessary');
    expect(judged({ broken: 'member-inside' })).toBe('not-shown');
    expect(judged({ implementation: 'no-projection' })).toBe('not-shown');
    expect(judged({ law: 'proj.def' })).toBe('not-shown');
  });
});
