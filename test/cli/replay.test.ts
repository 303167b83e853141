import { describe, expect, test } from 'vitest';
import { laws as registry } from '../../properties/index.ts';
import { toothCounterexample } from '../../src/law/teeth.ts';
import { type Witness, witnessOf } from '../../src/law/witness.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { command, fileWith, testLaw } from './support.ts';

const law = registry.find(({ id }) => id === 'proj.nonexp-point')!;
const [tooth] = Object.keys(law.teeth);

function toothWitness(): Witness {
  const instance = toothCounterexample(law, tooth!, 9902, 1000);
  return JSON.parse(JSON.stringify(witnessOf(law, instance, { implementation: tooth!, seed: 9902 }))) as Witness;
}

const replay = (witness: object, laws = registry) => command(laws, ['replay', fileWith(JSON.stringify(witness))]);

describe('replay', () => {
  test('reproduces the witness of a planted mistake from its values', async () => {
    const { code, out } = await replay({ ...toothWitness(), hints: { seed: 1 } });
    expect(code).toBe(1);
    expect(out).toContain('Reproduced: proj.nonexp-point is violated.');
    expect(out).toContain(`with the planted mistake “${tooth}”`);
    expect(out).toMatch(/\n {2}claimed.*: left ≤ right\n {4}left {2}= \S+.*\n {4}right = \S+/);
  });

  test('tells how a planted mistake reads the input, where that is not plain to see', async () => {
    const final = registry.find(({ id }) => id === 'sgd.regret-bound')!;
    const implementation = 'increasing-rates';
    const found = toothCounterexample(final, implementation, 9902, 1000);
    const { code, out } = await replay(JSON.parse(JSON.stringify(witnessOf(final, found, { implementation }))));
    expect(code).toBe(1);
    expect(out).toContain('schedule: sequence, rates [1, 0.5]');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('A sequence of rates is used in reverse order');
  });

  test('says fixed when the implementation is right', async () => {
    const { code, out } = await replay({ ...toothWitness(), implementation: 'reference' });
    expect(code).toBe(0);
    expect(out).toBe('Fixed: proj.nonexp-point holds on this input.');
  });

  test('says that the law has changed', async () => {
    const { code, out } = await replay({ ...toothWitness(), version: law.version + 1 });
    expect(code).toBe(2);
    expect(out).toContain('The law has changed:');
  });

  test('says that the input is no longer valid, and which hypothesis it breaks', async () => {
    const positive = testLaw({
      id: 'test.positive',
      hypotheses: [
        {
          name: 'positive',
          says: 'x is positive.',
          holds: ({ x }) => Number(x) > 0,
          necessity: { kind: 'not-shown', because: 'This is a test.' },
        },
      ],
      claim: (F, { x }) => atMost(F.zero, F.of(x)),
    });
    const witness = JSON.parse(JSON.stringify(witnessOf(positive, { x: -1 }))) as Witness;
    const { code, out } = await replay(witness, [positive]);
    expect(code).toBe(2);
    expect(out).toContain('The input is no longer valid: the instance breaks “positive”: x is positive.');
    // The same input as a witness of what happens without the hypothesis.
    const necessity = await replay({ ...witness, broken: 'positive' }, [positive]);
    expect(necessity.code).toBe(1);
    expect(necessity.out).toContain('without the hypothesis “positive”: x is positive.');
  });

  test('says that the law crashes, which is neither reproduced nor fixed', async () => {
    const crashing = testLaw({
      id: 'test.crash',
      claim: (F, { x }) => atMost(F.of(x), F.of(9)),
      teeth: {
        divided: {
          says: 'It is divided by x − 7.',
          claim: (F, { x }) => atMost(F.div(F.one, F.sub(F.of(x), F.of(7))), F.one),
        },
      },
    });
    const witness = { ...witnessOf(crashing, { x: 7 }), implementation: 'divided' };
    const { code, out, err } = await replay(witness, [crashing]);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).not.toContain('Reproduced');
    expect(out.split('\n')).toEqual([
      'Errored: test.crash crashes on this input; nothing is reproduced or fixed.',
      '  What test.crash says.',
      '  with the planted mistake “divided”: It is divided by x − 7.',
      '  input:',
      '    x: 7',
      '  the error: Division by zero; give a nonzero divisor.',
    ]);
  });

  test.each([{ implementation: '\u001b[2Jfloat' }, { broken: '\u001b[2Jx\nFixed: test.positive holds' }])(
    'shows %j on one line, and no terminal obeys it',
    async (change) => {
      const { code, out } = await replay({ ...toothWitness(), ...change });
      expect(code).toBe(2);
      expect(out).toContain('\\u{1b}[2J');
      expect(out).not.toContain('\u001b');
      expect(out).not.toMatch(/^Fixed/m);
    },
  );

  test('says undecided when no reading can tell', async () => {
    const open = testLaw({ id: 'test.open', ladder: ['filter'], claim: (F) => atMost(F.exp(F.one), F.exp(F.one)) });
    const { code, out } = await replay({ ...witnessOf(open, { x: 1 }) }, [open]);
    expect(code).toBe(3);
    expect(out).toContain('Undecided');
  });
});
