import { describe, expect, test } from 'vitest';
import { inRuns } from '../../../proofs/9902-sgd/models/in-runs.ts';
import { theorems } from '../../../proofs/index.ts';
import { type Fact, NotProved } from '../../../proofs/kernel/fact.ts';
import { induction as bare, halfOf, type State } from '../../../proofs/kernel/induction.ts';
import type { RationalFunction } from '../../../proofs/kernel/rational-function.ts';
import { formalSpace as F, scalar, vector } from '../../../proofs/kernel/symbolic.ts';
import { induction } from '../../../proofs/theorem/induction.ts';
import { type Checked, checkRuns, root, type SurdModel } from '../../../proofs/theorem/run.ts';
import { atMost, nonnegative, positive, same } from '../../../proofs/theorem/statements.ts';
import { type ArgumentTheorem, type Part, proved } from '../../../proofs/theorem/theorem.ts';

const [total, x, y] = [scalar('total'), scalar('x'), scalar('y')];
const { add, of, square } = F;

interface Sum extends State {
  readonly total: RationalFunction;
}
/** x² ≤ Σ y², where the first sum is `first`, and x stays as it is. */
const sum = (first: RationalFunction, given: readonly Fact[], ofStep: readonly Fact[], next = add(total, square(y))) =>
  ({
    invariant: (_, { total }) => atMost('invariant', of(0), add(total, square(x))),
    before: () => ({ total }),
    base: { first: () => ({ state: { total: first }, assumes: given, by: { terms: [{ square: y }, { square: x }] } }) },
    step: {
      next: () => ({
        state: { total: next },
        assumes: ofStep,
        by: { terms: [{ facts: ['invariant'] }, { square: y }] },
      }),
    },
  }) satisfies Parameters<typeof induction<Sum>>[0];

const statement = { id: 'x', laws: [], cites: [], states: '', scope: 'all T' } as const;
interface Models {
  readonly base: Part['instances'] & object;
  readonly step: Part['instances'] & object;
  readonly baseInRun?: readonly SurdModel[];
  readonly inRun?: readonly SurdModel[];
}
const check = ([base, step]: readonly Part[], models: Models) =>
  proved(statement, [
    { ...base!, instances: models.base, ...(models.baseInRun && { inRun: models.baseInRun }) },
    { ...step!, instances: models.step, ...(models.inRun && { inRun: models.inRun }) },
  ]).check();

describe('an induction', () => {
  const any = { base: [{ x: 0, y: 1 }], step: [{ total: 2, x: 1, y: 1 }] };
  test('has a run of a base and two steps', () => {
    expect(check(induction(sum(square(y), [], [])), any).evidence).toHaveLength(2);
  });
  test('is refused when its base and its step speak of different constants', () => {
    const impossible = induction(sum(square(y), [same('x is 0', x, of(0))], [positive('x is positive', x)]));
    expect(() => check(impossible, any)).toThrow(NotProved);
    expect(() => check(impossible, any)).toThrow(
      'The hypotheses of "base" and "step" may exclude one another: of the known runs that satisfy them all the ' +
        'longest has 0, not 2 steps.',
    );
  });
  test('is refused when its base does not lead to where a step may begin', () => {
    const large = induction(sum(square(y), [], [atMost('a large sum', of(2), total)]));
    expect(() => check(large, any)).toThrow('the longest has 0, not 2 steps');
    expect(check(large, { ...any, base: [{ x: 0, y: 2 }] }).evidence).toHaveLength(2);
  });
  test('is refused when no step follows the first', () => {
    const once = induction(sum(square(y), [], [atMost('the sum is small', total, of(2))]));
    const models = { base: [{ x: 0, y: 1 }], step: [{ total: 1, x: 1, y: 2 }] };
    expect(() => check(once, models)).toThrow('the longest has 1, not 2 steps');
    expect(check(once, { ...models, step: [{ total: 1, x: 1, y: 0.5 }] }).evidence).toHaveLength(2);
  });
  test('is refused when what is listed for its base does not satisfy it', () => {
    const far = induction(sum(square(y), [positive('y', y)], []));
    expect(() => check(far, { ...any, baseInRun: [{ x: 0, y: -1 }] })).toThrow('none satisfies even the base');
  });
  test('may have other values in each step, but for what its invariant speaks of', () => {
    const growing = induction(sum(square(y), [], [same('y² is the sum', square(y), total)]));
    const models = { base: [{ x: 0, y: 1 }], step: [{ total: 4, x: 1, y: 2 }] };
    expect(() => check(growing, models)).toThrow('the longest has 0, not 2 steps');
    const inRun = [{ y: 1 }, { y: root(2) }];
    expect(check(growing, { ...models, inRun }).evidence).toHaveLength(2);
    expect(() => check(growing, { ...models, inRun: [{ y: 1 }, { y: root(3) }] })).toThrow('has 1, not 2');
    const fixed = induction(sum(square(y), [], [same('x is the sum', x, total)]));
    const free = { base: [{ x: 1, y: 1 }], step: [{ total: 2, x: 2, y: 1 }], inRun: [1, 2].map((x) => ({ x, y: 1 })) };
    expect(() => check(fixed, free)).toThrow('the longest has 1, not 2 steps');
  });
  test('may carry vectors, from a sum of none on', () => {
    const [u, v] = [vector('u'), vector('v')];
    const vectors = induction<{ readonly u: typeof u }>({
      invariant: (_, { u }) => nonnegative('invariant', F.squaredNorm(u)),
      before: () => ({ u }),
      base: { first: () => ({ state: { u: new Map() }, assumes: [] }) },
      step: {
        next: (_, before) => ({
          state: { u: F.plus(before.u, v) },
          assumes: [same('a right angle', F.dot(before.u, v), of(0)), same('the length', F.squaredNorm(v), of(1))],
          by: { terms: [{ norm: F.plus(u, v) }] },
        }),
      },
    });
    const models = { base: [{}], step: [{ u: [2, 0], v: [0, 1] }] };
    expect(() => check(vectors, models)).toThrow('the longest has 1, not 2 steps');
    expect(check(vectors, { ...models, inRun: [{ v: [0, 1] }, { v: [1, 0] }] }).evidence).toHaveLength(2);
  });
  test('tells its states, and is there as a whole', () => {
    const all = sum(square(y), [], []);
    expect(() => check(bare<Sum>(all), any)).toThrow('"base" is part of an induction, but does not tell its states.');
    const halves = induction<Sum>(all).map((part): Checked => ({ ...part, induction: halfOf(part.argue), all: [] }));
    for (const half of halves) expect(() => checkRuns([half])).toThrow(`"${half.name}" is half of an induction`);
  });
});

describe('the inductions of the theorems', () => {
  const all = theorems.flatMap((theorem) =>
    'parts' in theorem ? (theorem as ArgumentTheorem).written.map((part) => ({ theorem, part })) : [],
  );
  const steps = all.filter(({ part }) => part.stage?.before);
  test('are many', () => {
    expect(steps.length).toBeGreaterThan(60);
    expect(all.filter(({ part }) => halfOf(part.argue) !== undefined)).toHaveLength(2 * steps.length);
  });
  test('have the values that are listed', () => {
    const names = all.filter(({ part }) => part.inRun).map(({ theorem, part }) => `${theorem.id}: ${part.name}`);
    expect(names.toSorted()).toEqual(Object.keys(inRuns).toSorted());
  });
  test.each([
    ['sum', [{ eta: 0.25, loss: 9, loss_c: 0, c: [0.5], g: [2], next: [0.5] }]],
    ['root-sum', [{ next: root(2) }, { next: 2 }]],
  ])('%s is refused with other values', (id, inRun) => {
    const { written, ...theorem } = theorems.find((each) => each.id === id) as ArgumentTheorem;
    const parts = written.map((part) => (part.stage?.before ? { ...part, inRun } : part));
    expect(() => proved(theorem, parts, 'induction').check()).toThrow('may exclude one another');
  });
});
