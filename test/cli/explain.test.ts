import { expect, test } from 'vitest';
import { inLetters } from '../../cli/letters.ts';
import { provedOf } from '../../cli/proofs.ts';
import { necessityWitnesses } from '../../cli/witnesses.ts';
import { generic } from '../../proofs/assumed.ts';
import { checkAll, theorems } from '../../proofs/index.ts';
import { laws as registry } from '../../properties/index.ts';
import type { AnyLaw, Necessity } from '../../src/law/law.ts';
import { witnessOf } from '../../src/law/witness.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { command, numbers, type OneNumber, refutedLaw, testLaw, trueLaw, verify } from './support.ts';

const proofsAbout = (id: string) =>
  checkAll(theorems.filter(({ laws }) => laws.includes(id))).flatMap((outcome) =>
    outcome.status === 'proved' ? [outcome] : [],
  );

const hypothesis = (name: string, necessity: Necessity<OneNumber>, holds = (_: OneNumber) => true) => ({
  name,
  says: `Says ${name}.`,
  holds,
  necessity,
});

const law = testLaw({
  id: 'test.double',
  cites: [{ article: '9902', equations: [10, 11, 12], place: 'in a comment' }],
  states: String.raw`x \le 2x`,
  instances: { ...numbers, generate: (draw) => ({ x: draw.integer(0, 4) }) },
  claim: (F, { x }) => atMost(F.of(x), F.mul(F.of(2), F.of(x))),
  hypotheses: [
    hypothesis('nonnegative', { kind: 'search', breaking: numbers }, ({ x }) => Number(x) >= 0),
    hypothesis('unshown', { kind: 'search', breaking: numbers }),
    hypothesis('argued', { kind: 'necessary-by-argument', because: 'A family diverges.' }),
    hypothesis('implied', { kind: 'not-separable', because: 'The first says so.' }),
    hypothesis('unneeded', { kind: 'proved-unneeded', because: 'It holds anyway.', law: 'test.stronger' }),
    hypothesis('open', { kind: 'not-shown', because: 'Nobody knows.' }),
  ],
  teeth: { half: { says: 'Half is claimed.', claim: (F, { x }) => atMost(F.mul(F.of(2), F.of(x)), F.of(x)) } },
  cover: { 'x = 0': { atLeast: 0.05, when: ({ x }) => x === 0 } },
});

const witnesses = () =>
  new Map([
    ['test.double.nonnegative', JSON.parse(JSON.stringify(witnessOf(law, { x: -1 }, { broken: 'nonnegative' })))],
  ]);

test('everything about a law: where, what it needs and why, what it catches, how it is decided', async () => {
  const { code, out } = await command([law], ['explain', 'test.double'], { witnesses });
  expect(code).toBe(0);
  expect(out).toContain(
    String.raw`
What test.double says.

  x \le 2x

Where
  Squares · <A> & B
  Article 9902 (SGD), (10…12): in a comment

Hypotheses
  nonnegative: Says nonnegative.
    Necessary. Without it the claim fails on:
      x: -1
      claimed: left ≤ right
        left  = -1
        right = -2
      (computed in the rational reading)
  unshown: Says unshown.
    Not shown to be necessary yet.
  argued: Says argued.
    Necessary, by argument: A family diverges.
  implied: Says implied.
    Implied by the others: The first says so.
  unneeded: Says unneeded.
    Not needed: It holds anyway. See test.stronger.
  open: Says open.
    Not shown to be necessary: Nobody knows.

Planted mistakes it must catch
  half: Half is claimed. Caught.

How it is decided
  By the first reading that can: filter, then rational, then surd, then
    interval.
  Cases of a quick run: 200; decided by filter 200.`,
  );
  expect(out).toMatch(/Of class “x = 0”: \d+; at least 5 % are needed\./);
  expect(out).toMatch(/The tightest case of a quick run\n {2}left \/ right = 0\.5\n {2}x: \d/);
  expect(out.endsWith('Verdict of the quick run\nholds')).toBe(true);
});

test('what refutes a claim that is false as written', async () => {
  const { out } = await command([refutedLaw], ['explain', 'test.refuted']);
  expect(out).toContain('What refutes it\n  x: 1\n  claimed: left ≤ right\n    left  = 1\n    right = 0');
});

test('the hypotheses shown necessary are counted, out of all', async () => {
  const { out } = await command([law], ['verify', '--runs', '50', '--witnesses', 'no-such-folder'], { witnesses });
  expect(out).toMatch(/test\.double .* 2\/6 /);
});

test('second opinions on cases in doubles are told, and counted with the others', async () => {
  const inDoubles = {
    ...trueLaw,
    id: 'test.doubles',
    teeth: {},
    claim: ((F, instance, use) => {
      const { x } = instance as OneNumber;
      return use === 'in doubles' ? atMost(F.between(-1, 1), F.of(0)) : atMost(F.neg(F.one), F.square(F.of(x)));
    }) satisfies AnyLaw['claim'],
    subject: 'toy',
    float64: 'in doubles',
  };
  const { out } = await command([inDoubles], ['explain', 'test.doubles']);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    'In doubles: 50 cases, of which 0 are decided and 50 found only consistent: the filter shows neither that every ' +
      'answer within the declared accuracy satisfies the law nor that every one breaks it. Rounded answers ' +
      'can refute an equality, or a bound that is attained, but never confirm it. The decimal intervals judged 10 of ' +
      'these again, and found no violation.',
  );
  const table = await verify([inDoubles]);
  expect(table.out).toMatch(/test\.doubles .* 22\n/);
  expect(table.out).toContain('22 second opinions confirmed');
});

test('cases in doubles that are decided are told apart from those that are only consistent', async () => {
  const half = (share: number, id: string) => ({
    ...trueLaw,
    id,
    teeth: {},
    claim: ((F, instance, use) => {
      const isTie = Number((instance as OneNumber).x) < share;
      return use === 'in doubles' ? atMost(F.between(0, isTie ? 1 : 0.5), F.of(0.75)) : atMost(F.zero, F.one);
    }) satisfies AnyLaw['claim'],
    subject: 'toy',
    float64: 'in doubles',
  });
  const told = async (law: AnyLaw): Promise<string> =>
    (await command([law], ['explain', law.id])).out.replaceAll(/\s+/g, ' ');
  const [, decided, consistent] = /50 cases, of which (\d+) are decided and (\d+) found only consistent: /
    .exec(await told(half(0, 'test.half')))!
    .map(Number);
  expect(decided! + consistent!).toBe(50);
  expect(Math.min(decided!, consistent!)).toBeGreaterThan(10);
  expect(await told(half(-9, 'test.all'))).toContain('In doubles: 50 cases, all decided. ');
});

test('a law of the article', async () => {
  const { code, out } = await command(registry, ['explain', 'proj.nonexp-point'], { witnesses: necessityWitnesses });
  expect(code).toBe(0);
  expect(out).toContain('Article 9902 (SGD), (19)');
});

test('the list names every law once, under its section', async () => {
  const { code, out } = await command([...registry, trueLaw], ['list']);
  expect(code).toBe(0);
  const named = out.split('\n').map((line) => line.split('  ')[0]);
  for (const { id, section } of [...registry, trueLaw]) {
    expect(named.filter((name) => name === id)).toHaveLength(1);
    expect(named).toContain(section);
  }
});

test('what is proved for all reals is checked anew and told, with what it leaves to the cases', () => {
  const text = provedOf('sgd.amgm').join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('for all reals');
  expect(text).toContain('Not zero: η, rootT.');
  expect(provedOf('sgd.line-optimum').join(' ')).toMatch(/^ {2}Not proved: ./);
});

test('what a theorem assumes is told by the reason why it may', () => {
  const lines = provedOf('sgd.regret-bound');
  const first = lines.findIndex((line) => line.includes('Assumes'));
  expect(lines.slice(first - 4, first + 9).map((line) => line.trim())).toEqual([
    'Checked by proofs/kernel for all dimensions, all T (induction).',
    'Code with a loop is read for T = 1 … 128, 1000 (the text of a run) and T =',
    '2, 3, 128 (the text of the losses) and T = 1, 2, 3, 4, 128 (the texts of',
    'the bounds); that it goes on so is tested, not proved.',
    'Assumes [rate], [last rate]: stands for positive-rates.',
    'Assumes [A-(18)]: by nonexpansive, A-(19); stands for convex-set,',
    'comparator-inside.',
    'Assumes [A-(9)]: stands for convex-losses.',
    'Assumes [distance]: stands for distance-bound.',
    'Assumes [invariant]: the invariant, before the step.',
    'Assumes [rates do not increase]: stands for nonincreasing-rates.',
    'Assumes [gradient]: stands for gradient-bound.',
    'Assumes [steps], [last rate]: the sign of a free number.',
  ]);
});

/** A name as `explain` prints it, with `#` for each number. */
const inNumbers = (name: string): string => generic(inLetters(name)).replaceAll(/[₀-₉]+/g, '#');

test('of assumptions that differ in numbers alone the first is told, within 80 columns', () => {
  const lines = provedOf('pg.bopt');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  const text = lines.join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toMatch(/Assumes \[[^\]]*[1₁][^\]]*\] and \d+ like it, /);
  const named = [...text.matchAll(/\[([^\]]*)\]/g)].map(([, name]) => name!);
  for (const { theorem, proof } of proofsAbout('pg.bopt')) {
    for (const { hypotheses } of proof.evidence) {
      for (const { name } of hypotheses) {
        const isNamed = named.some((other) => inNumbers(other) === inNumbers(name));
        expect(isNamed, `${theorem.id}: ${name}`).toBe(true);
      }
    }
  }
});
