import type { LossForm, Region } from '../../src/descent/losses/loss-form.ts';
import type { MaxAffineLoss } from '../../src/descent/losses/max-affine.ts';
import type { Algebra, Vector } from '../../src/scalar/algebra.ts';
import type { Argument } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { NotProved } from '../kernel/fact.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalSpace, type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { nameOfVector } from '../theorem/names.ts';
import { atMost, positive, same, sameVector, zero } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { atTheta, type Margin, withExponentials } from './logistic.ts';
import { decidedOnce, readLoss, theta } from './loss-texts.ts';
import { type LossTexts, lossTexts } from './losses.ts';
import { withModels } from './models.ts';

const { add, minus, mul, neg, of, one, scale, squaredNorm, sub, zero: none } = formalSpace;
const [curvature, center, feature] = [scalar('curvature'), vector('center'), vector('feature')];
/** The largest ‖θ − c‖² in Θ, and the largest −w · θ. */
const [farthest, highest] = [scalar('farthest'), scalar('highest')];
const distance = squaredNorm(minus(theta, center));

/** What is known of Θ: how far it reaches from the center of a quadratic, and how high against a feature. */
function regionOf(height: RationalFunction): Region<RationalFunction> {
  const known = (what: string, at: FormalVector, value: RationalFunction) => (v: Vector<RationalFunction>) => {
    const apart = minus(v as unknown as FormalVector, at);
    if (equal(squaredNorm(apart), none)) return value;
    throw new NotProved(`The text asks ${what} of another vector than that of the loss; nothing is assumed of it.`);
  };
  return {
    squaredFarthest: known('how far Θ reaches', center, farthest),
    support: known('how high Θ reaches', scale(of(-1), feature), height),
  };
}

/** The texts of a loss: its gradient at θ, and G². */
function read<Data>(form: LossForm<Data>, F: FormalSpace, loss: Data, height = highest) {
  const algebra = F as unknown as Algebra<RationalFunction>;
  return {
    slope: () => readLoss(form, F, loss).subgradient(theta),
    bound: () => form.squaredGradientBound(algebra, loss, regionOf(height)),
  };
}

/** ‖g(θ)‖² and G², in the order of the texts. */
function sides<Data>(form: LossForm<Data>, F: FormalSpace, loss: Data, height = highest) {
  const { slope, bound } = read(form, F, loss, height);
  return [squaredNorm(slope()), bound()] as const;
}

const linear = ({ linear: form }: LossTexts): Part => ({
  name: 'linear',
  argue: ({ F, point }) => {
    const attained = same('attained', ...sides(form, decidedOnce(F), { kind: 'linear', slope: point('slope') }));
    return { assumes: [], steps: [{ goal: attained }] };
  },
});

const quadratic = ({ quadratic: form }: LossTexts): readonly Part[] => {
  const texts = ({ F, number, point }: Reader) =>
    sides(form, decidedOnce(F), { kind: 'quadratic', curvature: number('curvature'), center: point('center') });
  return [
    {
      name: 'quadratic',
      argue: (reader) => {
        const goal = atMost('the bound', ...texts(reader));
        return {
          assumes: [atMost('no point is farther', distance, farthest)],
          steps: [sought(goal, { squares: [curvature] })],
        };
      },
    },
    {
      name: 'quadratic, at a farthest point',
      argue: (reader) => ({
        assumes: [same('a farthest point', distance, farthest)],
        steps: [{ goal: same('attained', ...texts(reader)) }],
      }),
    },
  ];
};

/** ‖g(θ)‖² ≤ G², where ‖g(θ)‖² is either G² or 0. */
function boundOrFlat([squared, bound]: readonly [RationalFunction, RationalFunction]): Argument {
  const either = zero('attained, or flat', mul(squared, sub(bound, squared)));
  const goals = [atMost('the bound', squared, bound), either];
  return { assumes: [], steps: goals.map((goal) => ({ goal })), concludes: goals.map(({ name }) => name) };
}

const absolute = ({ absolute: form }: LossTexts): Part => ({
  name: 'absolute',
  argue: ({ F, number, point }) =>
    boundOrFlat(sides(form, decidedOnce(F), { kind: 'absolute', feature: point('feature'), target: number('target') })),
});

const hinge = ({ hinge: form }: LossTexts): Part => ({
  name: 'hinge',
  argue: ({ F, point }) => boundOrFlat(sides(form, decidedOnce(F), { kind: 'hinge', feature: point('feature') })),
});

/** The least margin on Θ, with its exponential. */
const least: Margin = { margin: neg(highest), exp: scalar('exp_highest'), log: scalar('log_highest') };

/** With p = exp(−m)/(1 + exp(−m)) at θ and q at the least m: p ≤ q because exp(−m) ≤ exp h, and ‖g‖² is p² ‖w‖². */
const logistic = ({ logistic: form }: LossTexts): readonly Part[] => [
  {
    name: 'logistic, where exp(−m) exp m = 1',
    argue: ({ F, point }) => {
      const loss = { kind: 'logistic', feature: point('feature') } as const;
      const goal = atMost('the bound', ...sides(form, withExponentials(F, [atTheta, least]), loss));
      const [below, above] = [add(one, atTheta.exp), add(one, least.exp)];
      const over = ['1 + exp(−m)', '1 + exp(−m)', '1 + exp h', '1 + exp h'];
      const facts = ['exp(−m)', 'exp h', 'exp(−m) ≤ exp h'];
      return {
        assumes: [
          positive('exp(−m)', atTheta.exp),
          positive('exp h', least.exp),
          atMost('exp(−m) ≤ exp h', atTheta.exp, least.exp),
        ],
        steps: [
          { goal: positive('1 + exp(−m)', below) },
          { goal: positive('1 + exp h', above) },
          sought(goal, { over, facts, norms: [feature], degree: 3 }),
        ],
        concludes: [goal.name],
      };
    },
  },
  {
    name: 'logistic, at the least m, where exp(−m) exp m = 1',
    argue: ({ F, point }) => {
      const loss = { kind: 'logistic', feature: point('feature') } as const;
      const texts = sides(form, withExponentials(F, [atTheta]), loss, neg(atTheta.margin));
      const below = positive('1 + exp(−m)', add(one, atTheta.exp));
      return {
        assumes: [positive('exp(−m)', atTheta.exp)],
        steps: [{ goal: below }, { goal: same('attained', ...texts) }],
        concludes: ['attained'],
      };
    },
  },
];

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

/** ‖g(θ)‖² ≤ G² for the texts of the losses on any Θ that reaches as far as it says, in all dimensions. */
export const gradientBoundTheorem = (texts: LossTexts = lossTexts) => {
  const { cites, states } = lawOf('sgd.gradient-bound');
  return proved(
    {
      id: 'gradient-bound',
      laws: ['sgd.gradient-bound'],
      cites,
      states,
      scope: 'all dimensions',
      leaves:
        'That each set of src/convex reaches as far as it says, and an end of it does; of the exponential function that it is positive and increases and that exponents add, which Coq proves.',
    },
    withModels('gradient-bound', [
      linear(texts),
      ...quadratic(texts),
      absolute(texts),
      hinge(texts),
      ...logistic(texts),
      ...anyPieces,
      ...[1, 2, 3].flatMap((K) => [chosen(texts, K), longest(texts, K)]),
    ]),
    'cases',
  );
};
