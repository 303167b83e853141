import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { l1BallTheorem } from '../../../proofs/9902-sgd/l1-ball.ts';
import { simplexTheorem } from '../../../proofs/9902-sgd/simplex.ts';
import { placeOf } from '../../../proofs/9902-sgd/threshold.ts';
import { paths, type Reader } from '../../../proofs/kernel/cases.ts';
import { checkObligation } from '../../../proofs/kernel/obligation.ts';
import { scalar, scalars, symbolicReading } from '../../../proofs/kernel/symbolic.ts';
import { parseCertificate } from '../../../proofs/theorem/certificate-text.ts';
import { holds, valuesIn } from '../../../proofs/theorem/model.ts';
import { nonnegative } from '../../../proofs/theorem/statements.ts';
import { type Answers, keyFor, type Question, readStored } from '../../../proofs/theorem/stored.ts';
import { projectOntoL1Ball } from '../../../src/convex/l1-ball.ts';
import { projectOntoSimplex } from '../../../src/convex/simplex.ts';
import { compare, type Rational, signOf, ZERO } from '../../../src/scalar/rational.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { RUNS, smallRational } from '../kernel/expressions.ts';

const s = scalar('sum');
const { add, neg, sub, zero } = symbolicReading;
const none: Answers = () => undefined;

const stored = readStored('9902-sgd/certificates/simplex.json');
const answersFor =
  (d: number): Answers =>
  ({ key, path }) => {
    const part = `simplex, d = ${d}`;
    const name = keyFor(stored, part, key, path);
    return name === undefined ? undefined : parseCertificate(stored[part]![name]!);
  };
const onSimplex = (d: number, answers: Answers) => (reader: Reader) => {
  if (!reader.atLeast(s, zero)) return undefined;
  const x = scalars('x', d);
  return projectOntoSimplex(reader.forced(placeOf(reader, x, s, answers).because), s, x);
};

test.each([
  [1, 1],
  [2, 4],
  [3, 18],
  [4, 96],
])('%s coordinates lie in one of %s places', (d, places) => {
  const all = paths((reader) => {
    if (reader.atLeast(s, zero)) placeOf(reader, scalars('x', d), s, none);
  });
  expect(all).toHaveLength(places + 1);
});

const sum = smallRational.filter(({ numerator }) => numerator > 0n);
const point = (d: number) => fc.array(smallRational, { minLength: d, maxLength: d });
const model = (name: string, values: readonly Rational[]) =>
  Object.fromEntries(values.map((value, i) => [`${name}_${i + 1}`, value]));

describe('where a point lies decides the whole text, and the text computes there what it does in fractions', () => {
  test('with the answers that are stored', () => {
    const all = paths(onSimplex(3, answersFor(3)));
    expect(all).toHaveLength(19);
    fc.assert(
      fc.property(sum, point(3), (sum, x) => {
        const valueAt = valuesIn({ sum, ...model('x', x) });
        const taken = all.filter(({ facts }) => facts.every((fact) => holds(fact, valueAt)));
        const direct: readonly Rational[] = projectOntoSimplex(rationalReading, sum, x);
        expect(taken.length).toBeGreaterThan(0);
        for (const { result } of taken) {
          expect(result?.map(valueAt).map((value, i) => compare(value, direct[i]!))).toEqual(x.map(() => 0));
        }
      }),
      { seed: 20231219, numRuns: RUNS },
    );
  });
  test('without them the text decides more', () => {
    expect(paths(onSimplex(2, answersFor(2)))).toHaveLength(5);
    expect(paths(onSimplex(2, none)).length).toBeGreaterThan(5);
  });
});

test('what is asked is refuted unless it holds all over a place, and an answer is in the words of the path', () => {
  const [x, y] = [scalar('x'), scalar('y')];
  const forms = [sub(x, y), sub(y, x), sub(sub(x, y), s), add(sub(x, y), s), s, neg(s)];
  const shown = paths((reader) => {
    if (!reader.atLeast(s, zero)) return [];
    const asked: Question[] = [];
    const { because } = placeOf(reader, [x, y], s, (question) => {
      asked.push(question);
      return { terms: [{ facts: ['gap 1'] }] };
    });
    return forms.flatMap((form) => {
      const certificate = because(nonnegative('form', form));
      const { key, refuted } = asked.at(-1)!;
      if (refuted()) return [];
      return [`${form}, ${key}, ${JSON.stringify(certificate?.terms)}`];
    });
  });
  const gap = '[{"facts":["case 2"]}]';
  expect(shown.map(({ result }) => result)).toEqual([
    [
      `x - y, 1 above: u_1 - u_2 >= 0, ${gap}`,
      `-sum + x - y, 1 above: -s + u_1 - u_2 >= 0, ${gap}`,
      `sum + x - y, 1 above: s + u_1 - u_2 >= 0, ${gap}`,
      `sum, 1 above: s >= 0, ${gap}`,
    ],
    [
      `x - y, 2 above: u_1 - u_2 >= 0, ${gap}`,
      `sum + x - y, 2 above: s + u_1 - u_2 >= 0, ${gap}`,
      `sum, 2 above: s >= 0, ${gap}`,
    ],
    [`-x + y, 1 above: u_1 - u_2 >= 0, ${gap}`, `sum, 1 above: s >= 0, ${gap}`],
    [
      `-x + y, 2 above: u_1 - u_2 >= 0, ${gap}`,
      `sum + x - y, 2 above: s - u_1 + u_2 >= 0, ${gap}`,
      `sum, 2 above: s >= 0, ${gap}`,
    ],
    [],
  ]);
});

test('what the ℓ₁ ball assumes of a simplex, and of its coordinates, is so in fractions', () => {
  const { parts } = l1BallTheorem();
  const [coordinate, , ball] = parts.map((part) => checkObligation(part));
  const [, segment] = simplexTheorem().parts;
  const says = checkObligation(segment!)[0]!.conclusions.map(({ name }) => name);
  expect(says).toEqual(expect.arrayContaining(['Π(x) 1', 'cut by τ at most 1', '0 or cut by τ 1']));
  const { abs, max, sub, zero } = rationalReading;
  fc.assert(
    fc.property(sum, point(2), point(2), point(2), (radius, c, z, psi) => {
      const lengths = z.map(abs);
      const y: readonly Rational[] = projectOntoSimplex(rationalReading, radius, lengths);
      const p: readonly Rational[] = projectOntoL1Ball(rationalReading, radius, z);
      const size = psi.map(abs);
      const at = y.findIndex((each) => signOf(each) > 0);
      const tau = sub(lengths[at]!, y[at]!);
      for (const i of [0, 1]) {
        const valueAt = valuesIn({
          ...{ z: z[i]!, psi: psi[i]!, y: y[i]!, p: p[i]!, size: size[i]! },
          ...{ length: lengths[i]!, remaining: abs(p[i]!), tau, sigma: max(zero, tau) },
        });
        const taken = coordinate!.filter(({ facts }) => facts.every((fact) => holds(fact, valueAt)));
        expect(taken.length).toBeGreaterThan(0);
        for (const { result, proved } of taken) {
          expect([...result.assumes, ...proved].filter((fact) => !holds(fact, valueAt))).toEqual([]);
        }
      }
      const valueAt = valuesIn({
        ...{ radius, sigma: max(zero, tau) },
        ...{ ...model('c', c), ...model('z', z), ...model('psi', psi), ...model('y', y), ...model('p', p) },
        ...{ ...model('size', size), ...model('length', lengths), ...model('remaining', p.map(abs)) },
      });
      const { result, proved } = ball![0]!;
      const broken = [...result.assumes, ...proved].filter((fact) => !holds(fact, valueAt)).map(({ name }) => name);
      const outside = compare(size.reduce(rationalReading.add, ZERO), radius) > 0;
      expect(broken.filter((name) => name !== 'A-(23)')).toEqual(outside ? ['member'] : []);
      if (!outside) expect(broken).toEqual([]);
    }),
    { seed: 20231219, numRuns: RUNS },
  );
});
