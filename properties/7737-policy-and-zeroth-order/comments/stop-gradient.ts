import { z } from 'zod';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { type Differentiable, relu, straightThrough } from '../../../src/policy/surrogate.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { type Exact, sameExact, toDouble } from '../../../src/scalar/exact.ts';
import { equal } from '../../../src/scalar/relation.ts';
import { type SegmentCase, segmentCases, stoppedGradients } from '../../instances/comments/segment-case.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { degreeOf, objectiveOf } from '../../instances/zeroth-order/objectives.ts';
import { SECTIONS } from '../sections.ts';

const about = {
  version: 1,
  section: SECTIONS.comments,
  expects: 'holds',
  hypotheses: [],
  cites: [{ article: '7737', equations: [], place: 'the comments of September 23 to 26, 2020' }],
} as const;

/** A function of one variable with derivatives. */
type StoppedFunction = <S>(F: Differentiable<S>, x: S) => S;

/** sg(relu(x) − x) + x. */
const reluOfSlopeOne: StoppedFunction = (F, x) => straightThrough(F, relu(F, x), x);

/** f(x), and the derivative that automatic differentiation finds. */
function differentiatedAt<S>(F: Algebra<S>, at: Exact, f: StoppedFunction): readonly [value: S, derivative: S] {
  const D = dual(F);
  const result = f(D, D.variables([F.of(at)])[0]!);
  return [result.value, D.gradient(result, 1)[0]!];
}

const points = plainData<{ readonly x: Exact }>({
  schema: z.strictObject({ x: exactNumber }),
  generate: (draw) => ({ x: draw.chance(0.1) ? 0 : draw.real(draw.pick(['integer', 'fraction', 'dyadic'])) }),
});

export const slopeOne = law<{ readonly x: Exact }, StoppedFunction>({
  ...about,
  id: 'c.sg',
  states: String.raw`f(x)=\mathrm{sg}\big(\mathrm{relu}(x)-x\big)+x:\quad f(x)=\mathrm{relu}(x),\quad f'(x)=1\text{ for every }x`,
  says: 'With a stopped gradient a text can have the value of relu and the derivative 1, also where relu is flat.',
  instances: points,
  subject: 'stopped function',
  reference: reluOfSlopeOne,
  claim: (F, { x }, use) => {
    const [value, derivative] = differentiatedAt(F, x, use);
    return [equal(value, relu(F, F.of(x)), 'value'), equal(derivative, F.one, 'derivative')];
  },
  cover: {
    negative: { atLeast: 0.3, when: ({ x }) => toDouble(x) < 0 },
    positive: { atLeast: 0.3, when: ({ x }) => toDouble(x) > 0 },
    zero: { atLeast: 0.05, when: ({ x }) => sameExact(x, 0) },
  },
  teeth: {
    'missing-stop-gradient': {
      says: 'The gradient is not stopped.',
      use: (F, x) => F.add(F.sub(relu(F, x), x), x),
    },
    'all-stopped': {
      says: 'The gradient of the whole is stopped.',
      use: (F, x) => F.stopGradient(relu(F, x)),
    },
    'only-the-relu-stopped': {
      says: 'The gradient of relu alone is stopped: sg(relu(x)) − x + x.',
      use: (F, x) => F.add(F.sub(F.stopGradient(relu(F, x)), x), x),
    },
    'wrong-sign': {
      says: 'The difference is taken with the wrong sign: sg(x − relu(x)) + x.',
      use: (F, x) => F.add(F.stopGradient(F.sub(x, relu(F, x))), x),
    },
  },
});

export const notTheDerivative = law<{ readonly x: Exact }, StoppedFunction>({
  ...about,
  id: 'c.sg-derivative',
  states: String.raw`f=\mathrm{relu}\implies f'(x)=\mathrm{relu}'(x)\text{ by automatic differentiation}`,
  says: 'What automatic differentiation finds is the derivative of the function that is computed. (At −1 relu is flat, but sg(relu(x) − x) + x gets the derivative 1.)',
  expects: 'refuted',
  instead: ['c.sg'],
  instances: listed(points, [{ x: -1 }]),
  subject: 'stopped function',
  reference: reluOfSlopeOne,
  claim: (F, { x }, use) => {
    const [value, derivative] = differentiatedAt(F, x, use);
    const [reluValue, reluDerivative] = differentiatedAt(F, x, relu);
    return [equal(value, reluValue, 'value'), equal(derivative, reluDerivative, 'derivative')];
  },
  cover: {},
  teeth: {},
});

const pairs = plainData<{ readonly x: Exact; readonly other: Exact }>({
  schema: z.strictObject({ x: exactNumber, other: exactNumber }),
  generate: (draw) => ({ x: draw.real('integer'), other: draw.real('integer') }),
});

export const stoppedDifference = law<{ readonly x: Exact; readonly other: Exact }, StoppedFunction>({
  ...about,
  id: 'c.sg-constant',
  states: String.raw`f'=g'\text{ by automatic differentiation}\implies f(x)-g(x)=f(x')-g(x')`,
  says: 'Two functions with the same automatic derivative differ by a constant. (sg(relu(x) − x) + x and x both have the derivative 1; they differ by 1 at −1 and by 0 at 0.)',
  expects: 'refuted',
  instead: ['c.const-diff'],
  instances: listed(pairs, [{ x: -1, other: 0 }]),
  subject: 'stopped function',
  reference: reluOfSlopeOne,
  claim: (F, { x, other }, use) => {
    const found = [x, other].map((at) => differentiatedAt(F, at, use));
    const [here, there] = [x, other].map((at, i) => F.sub(found[i]![0], F.of(at)));
    return [found.map(([, derivative]) => equal(derivative, F.one, 'derivative')), equal(here!, there!, 'difference')];
  },
  cover: {},
  teeth: {},
});

/** How the gradient of an objective is found. */
type Differentiation = <S>(F: Algebra<S>, instance: SegmentCase, x: Vector<S>) => Vector<S>;

/** The gradient of the text of the objective. */
const automatic: Differentiation = (F, { objective, through }, x) => {
  const D = dual(F);
  const variables = D.variables(x);
  const value = objectiveOf(objective)(D, variables);
  const result = through === undefined ? value : straightThrough(D, value, D.dot(D.vector(through), variables));
  return D.gradient(result, x.length);
};

/** (φ(0) + 4 φ(1/2) + φ(1)) / 6, the integral of φ over [0, 1] for polynomials of degree at most 3. */
const simpson = <S>({ add, div, mul, of }: Algebra<S>, [start, middle, end]: readonly [S, S, S]): S =>
  div(add(add(start, mul(of(4), middle)), end), of(6));

/** f(to) − f(from), and ∇f · (to − from) at the ends and the middle of the segment. */
function alongSegment<S>(F: Algebra<S>, instance: SegmentCase, use: Differentiation) {
  const [from, to] = [F.vector(instance.from), F.vector(instance.to)];
  const step = F.minus(to, from);
  const f = objectiveOf(instance.objective);
  const slope = (t: Exact): S => F.dot(use(F, instance, F.axpy(F.of(t), step, from)), step);
  return { change: F.sub(f(F, to), f(F, from)), slopes: [slope(0), slope(1 / 2), slope(1)] as const };
}

export const constantDifference = law<SegmentCase, Differentiation>({
  ...about,
  id: 'c.const-diff',
  states: String.raw`f(b)-f(a)=\int_0^1\nabla f\big(a+t(b-a)\big)\cdot(b-a)\,dt,\quad\text{so }\nabla f=\nabla g\implies f-g\text{ is constant}`,
  says: 'On a connected domain the gradient determines a function up to a constant: the difference of two values is the integral of the gradient between them. This needs the gradient of the function, not one with a stopped part.',
  instances: segmentCases,
  hypotheses: [
    {
      name: 'true-gradient',
      says: 'The gradient is that of the function: no part of it is stopped.',
      holds: ({ through }) => through === undefined,
      necessity: { kind: 'search', breaking: stoppedGradients },
    },
    {
      name: 'connected-domain',
      says: 'The domain is connected.',
      holds: () => true,
      necessity: {
        kind: 'necessary-by-argument',
        because:
          'On the line without 0, x/|x| and 0 both have the derivative 0 everywhere; they differ by 1 on the right and by −1 on the left.',
      },
    },
  ],
  subject: 'differentiation',
  reference: automatic,
  claim: (F, instance, use) => {
    const { change, slopes } = alongSegment(F, instance, use);
    return equal(change, simpson(F, slopes), 'change');
  },
  cover: {
    'of degree 4': { atLeast: 0.15, when: ({ objective }) => degreeOf(objective) === 4 },
    'several variables': { atLeast: 0.4, when: ({ from }) => from.length > 1 },
  },
  teeth: {
    'gradient-of-the-start': {
      says: 'The gradient is taken at the start for the whole way.',
      claim: (F, instance, use) => {
        const { change, slopes } = alongSegment(F, instance, use);
        return equal(change, slopes[0]);
      },
    },
    'gradient-stopped': {
      says: 'The gradient is that of sg(f(x) − Σ x) + Σ x.',
      use: (F, instance, x) => automatic(F, { ...instance, through: instance.from.map(() => 1) }, x),
    },
    'last-variable-forgotten': {
      says: 'The last coordinate of the gradient is 0.',
      use: (F, instance, x) => automatic(F, instance, x).with(-1, F.zero),
    },
  },
});

/** Stopped gradients, and what a gradient says of its function. */
export const stopGradientLaws: readonly AnyLaw[] = [slopeOne, notTheDerivative, stoppedDifference, constantDifference];
