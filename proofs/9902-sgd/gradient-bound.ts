import type { LossForm } from '../../src/descent/losses/loss-form.ts';
import type { MaxAffineLoss } from '../../src/descent/losses/max-affine.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalSpace, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { nameOfVector } from '../theorem/names.ts';
import { atMost, positive, sameVector } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { exponent, withExponentials } from './logistic.ts';
import { decidedOnce, readLoss, theta } from './loss-texts.ts';
import { type LossTexts, lossTexts } from './losses.ts';
import { withModels } from './models.ts';

const { add, minus, plus, scale, squaredNorm, one } = formalSpace;
/** The point that the bound is around, and R². */
const [middle, squaredRadius] = [vector('m'), scalar('R2')];
const near: Fact = atMost('distance', squaredNorm(minus(theta, middle)), squaredRadius);

/** The texts of a loss: its gradient at θ, and G². */
function read<Data>(form: LossForm<Data>, F: FormalSpace, loss: Data) {
  const algebra = F as unknown as Algebra<RationalFunction>;
  const opaque = middle as unknown as Vector<RationalFunction>;
  return {
    slope: () => readLoss(form, F, loss).subgradient(theta),
    bound: () => form.squaredGradientBound(algebra, loss, opaque, squaredRadius),
  };
}

/** ‖g(θ)‖² ≤ G². */
function bounded<Data>(form: LossForm<Data>, F: FormalSpace, loss: Data): Fact {
  const { slope, bound } = read(form, F, loss);
  return atMost('the bound', squaredNorm(slope()), bound());
}

const linear = ({ linear: form }: LossTexts): Part => ({
  name: 'linear',
  argue: ({ F, point }) => ({
    assumes: [],
    steps: [{ goal: bounded(form, decidedOnce(F), { kind: 'linear', slope: point('slope') }) }],
  }),
});

/** ‖θ − c‖² is twice ‖θ − m‖² + ‖m − c‖², less ‖(θ − m) − (m − c)‖². */
const quadratic = ({ quadratic: form }: LossTexts): Part => ({
  name: 'quadratic',
  argue: ({ F, number, point }) => {
    const [curvature, center] = [scalar('curvature'), vector('center')];
    const loss = { kind: 'quadratic', curvature: number('curvature'), center: point('center') } as const;
    const apart = minus(plus(theta, center), scale(add(one, one), middle));
    const hints = { norms: [scale(curvature, apart)], squares: [curvature], degree: 2 };
    return { assumes: [near], steps: [sought(bounded(form, decidedOnce(F), loss), hints)] };
  },
});

const absolute = ({ absolute: form }: LossTexts): Part => ({
  name: 'absolute',
  argue: ({ F, number, point }) => {
    const loss = { kind: 'absolute', feature: point('feature'), target: number('target') } as const;
    return { assumes: [], steps: [{ goal: bounded(form, decidedOnce(F), loss) }] };
  },
});

const hinge = ({ hinge: form }: LossTexts): Part => ({
  name: 'hinge',
  argue: ({ F, point }) => ({
    assumes: [],
    steps: [{ goal: bounded(form, decidedOnce(F), { kind: 'hinge', feature: point('feature') }) }],
  }),
});

/** The factor of the feature is −exp(−m)/(1 + exp(−m)), between −1 and 0. */
const logistic = ({ logistic: form }: LossTexts): Part => ({
  name: 'logistic, where exp(−m) exp m = 1',
  argue: ({ F, point }) => {
    const goal = bounded(form, withExponentials(F), { kind: 'logistic', feature: point('feature') });
    const steps: readonly Step[] = [{ goal: positive('1 + exp(−m)', add(one, exponent)) }];
    const hints = { over: ['1 + exp(−m)', '1 + exp(−m)'], facts: ['exp(−m)'], norms: [vector('feature')], degree: 2 };
    return { assumes: [positive('exp(−m)', exponent)], steps: [...steps, sought(goal, hints)] };
  },
});

/** The text of the largest of K pieces: the slope that it chooses, and the bound. */
function pieces({ maxAffine: form }: LossTexts, { F, number, point }: Reader, count: number) {
  const names = Array.from({ length: count }, (_, k) => `slope_${k + 1}`);
  const offsets = names.map((_, k) => number(`offset_${k + 1}`));
  const loss: MaxAffineLoss = { kind: 'max-affine', slopes: names.map(point), offsets };
  return { names, ...read(form, decidedOnce(F), loss) };
}

/** The gradient is the slope of a piece. */
const chosen = (texts: LossTexts, count: number): Part => ({
  name: `the gradient, K = ${count}`,
  argue: (reader) => {
    const { names, slope } = pieces(texts, reader, count);
    const found = slope();
    const name = names.find((each) => each === nameOfVector(found)) ?? 'no_piece';
    return { assumes: [], steps: [{ goal: sameVector('the gradient is the slope of a piece', found, vector(name)) }] };
  },
});

/** The bound is at least the squared length of every slope. */
const longest = (texts: LossTexts, count: number): Part => ({
  name: `every slope, K = ${count}`,
  argue: (reader) => {
    const { names, bound } = pieces(texts, reader, count);
    const most = bound();
    const goals = names.map((name, k) => atMost(`slope ${k + 1}`, squaredNorm(vector(name)), most));
    return { assumes: [], steps: goals.map((goal) => ({ goal })), concludes: goals.map(({ name }) => name) };
  },
});

/** Of any number of pieces the one that is chosen has a slope that is at most as long as the longest. */
const anyPieces: readonly Part[] = induction({
  invariant: (_, { chosen, longest }) => atMost('invariant', chosen, longest),
  before: () => ({ best: scalar('best'), chosen: scalar('chosen'), longest: scalar('longest') }),
  base: {
    first: () => {
      const first = squaredNorm(vector('slope'));
      return { state: { best: scalar('value'), chosen: first, longest: first }, assumes: [] };
    },
  },
  step: {
    next: ({ F }: Reader, { best, chosen, longest }) => {
      const [value, length] = [scalar('value'), squaredNorm(vector('slope'))];
      const better = F.compare(value, best) > 0;
      const next = F.max(longest, length);
      return { state: { best: better ? value : best, chosen: better ? length : chosen, longest: next }, assumes: [] };
    },
  },
}).map((part) => ({ ...part, name: `pieces, ${part.name}` }));

/** ‖g(θ)‖² ≤ G² for the texts of the losses, at all θ within R of m, in all dimensions. */
export const gradientBoundTheorem = (texts: LossTexts = lossTexts) => {
  const { cites, states } = lawOf('sgd.gradient-bound');
  return proved(
    {
      id: 'gradient-bound',
      laws: ['sgd.gradient-bound'],
      cites,
      states,
      scope: 'all dimensions',
      leaves: 'Of the exponential function that it is positive, and that exponents add, which Coq proves.',
    },
    withModels('gradient-bound', [
      linear(texts),
      quadratic(texts),
      absolute(texts),
      hinge(texts),
      logistic(texts),
      ...anyPieces,
      ...[1, 2, 3].flatMap((K) => [chosen(texts, K), longest(texts, K)]),
    ]),
    'cases',
  );
};
