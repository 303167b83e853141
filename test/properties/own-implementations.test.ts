import { describe, expect, test } from 'vitest';
import {
  type AnyLaw,
  checkLaw,
  laws,
  type Numbers,
  withLosses,
  withPolicyGradient,
  withProjection,
  withSoftmax,
  withZerothOrder,
} from '../../properties/index.ts';
import { projectModel } from '../../properties/model.ts';
import { lossValue, subgradient } from '../../src/descent/loss.ts';
import type { LawReport } from '../../src/law/report.ts';
import { policyGradient } from '../../src/policy/gradient.ts';
import { logSoftmax, softmax } from '../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import { filter } from '../../src/scalar/filter.ts';
import { float64 } from '../../src/scalar/float64.ts';
import { Rational } from '../../src/scalar/rational.ts';

/** What an implementation does to its right answer, and to what it was given, before it hands the answer over. */
type Spoil = (answer: readonly number[], ...given: readonly object[]) => Numbers;

const projection = (spoil: Spoil) => withProjection((set, x) => spoil(projectModel(float64, set, x), set, x));

const losses = (spoil: Spoil) =>
  withLosses({
    value: (loss, theta) => {
      const answer = lossValue(float64, loss, theta);
      spoil([], loss, theta);
      return answer;
    },
    subgradient: (loss, theta) => spoil(subgradient(float64, loss, theta), loss, theta),
  });

/** Values and gradients that go together, of a multiple of the loss. */
const timesLosses = (factor: number) =>
  withLosses({
    value: (loss, theta) => factor * lossValue(float64, loss, theta),
    subgradient: (loss, theta) => subgradient(float64, loss, theta).map((g) => factor * g),
  });

const softmaxes = (spoil: Spoil) =>
  withSoftmax(
    (logits, temperature) => spoil(softmax(float64, logits, temperature), logits),
    (logits, temperature) => spoil(logSoftmax(float64, logits, temperature), logits),
  );

const policy = (spoil: Spoil) =>
  withPolicyGradient((probabilities, logitGradients, temperature, rewards) =>
    spoil(
      policyGradient(float64, { probabilities, logitGradients, temperature }, rewards),
      probabilities,
      logitGradients,
      rewards,
    ),
  );

const zerothOrder = (spoil: Spoil) =>
  withZerothOrder((f, x, u, smoothing) => {
    const moved = new Float64Array(x).map((value, i) => value + smoothing * u[i]!);
    const answer = u.map((value) => ((f(moved) - f(x)) / smoothing) * value);
    return spoil(answer, moved, x, u);
  });

/** For each kind of implementation laws that judge it. */
const JUDGED: Readonly<Record<string, readonly [own: (spoil: Spoil) => unknown, ids: readonly string[]]>> = {
  projection: [
    projection,
    [
      'proj.nonexp-point',
      'proj.def',
      'proj.variational',
      'proj.feasible',
      'proj.pyth',
      'proj.min-segment',
      'proj.fixes-set',
      'sgd.step',
    ],
  ],
  losses: [losses, ['sgd.loss-tangent']],
  softmax: [softmaxes, ['pg.softmax', 'pg.log-softmax']],
  'policy gradient': [policy, ['pg.grad', 'pg.grad-logits', 'pg.grad-norm', 'pg.reward-inner', 'pg.grad-norm-sharp']],
  'zeroth-order estimate': [zerothOrder, ['zo.def', 'zo.bias-cube', 'c.times-u-quadratic']],
};

const lawOf = (id: string): AnyLaw => laws.find((law) => law.id === id)!;

const judged = (id: string, own: unknown): LawReport =>
  checkLaw({ ...lawOf(id), teeth: {}, cover: {}, secondOpinions: 1, float64: own }, { runs: 40, seed: 1 });

/** What the kind of array that answers come in must not change. */
const withoutTime = ({ milliseconds: _, ...report }: LawReport): unknown => report;

const typed = (answer: readonly number[]): Float64Array => Float64Array.from(answer);
const sevens = (answer: readonly number[]): readonly number[] => answer.map(() => 7);

/** Sorts every list that it reaches from the largest number down, and makes every number 7. */
function overwrite(given: object): void {
  if (Array.isArray(given)) given.sort((a, b) => Number(b) - Number(a));
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'number' || value instanceof Rational) Object.assign(given, { [key]: 7 });
    else if (typeof value === 'object' && value !== null) overwrite(value);
  }
}

const overwriting: Spoil = (answer, ...given) => {
  const own = [...answer];
  given.forEach(overwrite);
  return own;
};

const each = Object.entries(JUDGED).flatMap(([name, [own, ids]]) => ids.map((id) => [name, id, own] as const));
const oneEach = Object.entries(JUDGED).map(([name, [own, [id]]]) => [name, id!, own] as const);

describe('an implementation of one’s own', () => {
  test.each(each)('as a %s is as right in %s in typed arrays as in plain ones', (_name, id, own) => {
    const plain = judged(
      id,
      own((answer) => answer),
    );
    expect(plain).toMatchObject({ verdict: 'holds', float64: { cases: 10, violated: 0 } });
    expect(withoutTime(judged(id, own(typed)))).toEqual(withoutTime(plain));
  });

  test.each(each)('as a %s is as wrong in %s in typed arrays as in plain ones', (_name, id, own) => {
    const plain = judged(id, own(sevens));
    expect(plain.verdict).toBe('violated');
    expect(plain.counterexamples[0]).toMatchObject({ implementation: 'float64', kept: 'simplest' });
    expect(
      withoutTime(
        judged(
          id,
          own((answer) => typed(sevens(answer))),
        ),
      ),
    ).toEqual(withoutTime(plain));
  });

  test.each<readonly [string, string, (factor: number) => unknown]>([
    ['projection', 'proj.def', (factor) => projection((answer) => answer.map((x) => factor * x))],
    ['losses', 'sgd.loss-tangent', timesLosses],
    ['softmax', 'pg.softmax', (factor) => softmaxes((answer) => answer.map((x) => factor * x))],
    ['log-softmax', 'pg.log-softmax', (factor) => softmaxes((answer) => answer.map((x) => factor * x))],
    ['policy gradient', 'pg.grad', (factor) => policy((answer) => answer.map((x) => factor * x))],
    ['zeroth-order estimate', 'zo.def', (factor) => zerothOrder((answer) => answer.map((x) => factor * x))],
  ])('as a %s is caught in %s when its answers are 0, or twice what they should be', (_name, id, own) => {
    expect([0, 1, 2].map((factor) => judged(id, own(factor)).verdict)).toEqual(['violated', 'holds', 'violated']);
  });

  test.each(each)('as a %s is judged in %s on what was drawn, whatever it overwrites', (_name, id, own) => {
    const plain = judged(
      id,
      own((answer) => answer),
    );
    expect(withoutTime(judged(id, own(overwriting)))).toEqual(withoutTime(plain));
  });

  test('is given the same set as long as it writes nothing into it', () => {
    const given: unknown[] = [];
    const set = { kind: 'box', lower: [0, -1], upper: [1, 1] } as const;
    const { project } = withProjection((mine, x) => {
      given.push(mine);
      if (given.length === 2) Object.assign(mine, { lower: [5, 5] });
      return x;
    });
    for (let t = 0; t < 4; t++) project(filter, set, [0, 0]);
    expect(given.map((mine) => given.indexOf(mine))).toEqual([0, 0, 2, 2]);
    expect(given[2]).toEqual(set);
    expect(given[2]).not.toBe(set);
  });

  describe.each(oneEach)('as a %s in %s', (_name, id, own) => {
    test.each<readonly [string, (answer: readonly number[]) => unknown, RegExp]>([
      [
        'NaN',
        ({ length }) => new Float64Array(length).fill(Number.NaN),
        / is NaN at index 0; give \d+ finite numbers?\.$/,
      ],
      ['too short', (answer) => answer.slice(1), / has \d+ entr(y|ies); give \d+ finite numbers?\.$/],
      ['nothing', () => undefined, / is undefined; give \d+ finite numbers? in an array\.$/],
    ])('errs when its answer is %s, and says so', (_what, spoil, says) => {
      const { verdict, errors, crash } = judged(id, own(spoil as Spoil));
      expect(verdict).toBe('errored');
      expect(errors[0]).toMatch(says);
      expect(crash).toMatchObject({ implementation: 'float64', because: expect.stringMatching(says) });
    });
  });

  test.each<readonly [string, () => unknown]>([
    ['project', () => withProjection(undefined as never)],
    ['value', () => withLosses(undefined as never)],
    ['subgradient', () => withLosses({ value: () => 0 } as never)],
    ['mine', () => withSoftmax(undefined as never)],
    ['myLogSoftmax', () => withSoftmax(() => [1], null as never)],
    ['mine', () => withPolicyGradient(7 as never)],
    ['estimate', () => withZerothOrder({} as never)],
  ])('is refused at once where %s is no function', (name, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(new RegExp(`^${name} is (undefined|null|7|an object); give a function\\.$`));
  });

  test('must value a loss as a number', () => {
    const mine = { value: () => Number.NaN, subgradient: (_: unknown, theta: readonly number[]) => theta };
    const { verdict, errors } = judged('sgd.loss-tangent', withLosses(mine));
    expect(verdict).toBe('errored');
    expect(errors[0]).toContain('The value of the loss is NaN; give a finite number.');
  });

  test('may ask for the objective at points of its own number of variables only', () => {
    const short = withZerothOrder((f, x) => x.map(() => f([])));
    expect(judged('zo.def', short).errors[0]).toMatch(/The point that f is given has 0 entries; give \d/);
  });

  test('may calculate in the arrays that it is given', () => {
    const inPlace = <T extends readonly number[]>(given: T, answer: readonly number[]): T =>
      Object.assign(given as unknown as number[], answer) as unknown as T;
    const box = { kind: 'box', lower: [0], upper: [1] } as const;
    const [mine, mineInPlace] = [
      projection((answer) => answer),
      withProjection((set, x) => inPlace(x, projectModel(float64, set, x))),
    ];
    expect(mineInPlace.project(filter, box, [9])).toEqual(mine.project(filter, box, [9]));
    const logits = [0, -700];
    expect(withSoftmax((z, tau) => inPlace(z, softmax(float64, z, tau))).softmax(filter, logits, 1)).toEqual(
      softmaxes((answer) => answer).softmax(filter, logits, 1),
    );
    const difference = withZerothOrder((f, x, u, smoothing) => {
      const before = f(x);
      const slope =
        (f(
          inPlace(
            x,
            x.map((value, i) => value + smoothing * u[i]!),
          ),
        ) -
          before) /
        smoothing;
      return inPlace(
        u,
        u.map((value) => slope * value),
      );
    });
    const square = <S>({ mul }: Algebra<S>, [x]: Vector<S>): S => mul(x!, x!);
    expect(difference.forward(filter, square, [3], [2], 1)).toEqual(
      zerothOrder((answer) => answer).forward(filter, square, [3], [2], 1),
    );
  });
});
