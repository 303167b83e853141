import { reference, type SgdParts } from '../../properties/9902-sgd/subject.ts';
import { maxAffineForm } from '../../src/descent/losses/max-affine.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import type { Step } from '../kernel/argument.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';
import { type DescentTexts, descentTexts } from './online-step.ts';
import { decidedBy } from './positive-numbers.ts';

const { div, dot, mul, of, one, square, squaredNorm, sub, zero } = formalSpace;
/** What every coordinate starts from, R/√T, and G. */
const [c, G] = [scalar('c'), scalar('G')];
const given: readonly Fact[] = [positive('c', c), positive('G', G)];
const high = mul(G, c);

export interface BestIterateTexts extends DescentTexts {
  readonly form: typeof maxAffineForm;
}

/**
 * The text of the loss on two pieces of these values: which slope it chooses, and the value. It goes through all pieces
 * one by one, so that of pieces that are 0 or G c it chooses the first that is G c.
 */
const comparison = (
  form: typeof maxAffineForm,
  name: string,
  before: RationalFunction,
  piece: RationalFunction,
  chosen: 0 | 1,
): Part => ({
  name: `a piece is compared: ${name}`,
  argue: ({ coordinates, exact }) => {
    const { F, steps } = decidedBy(coordinates, given);
    const loss = { kind: 'max-affine', slopes: [[1], [2]], offsets: [exact(before), exact(piece)] } as const;
    const value = chosen === 0 ? before : piece;
    const goals: readonly Step[] = [
      { goal: same('the slope', form.subgradient(F, loss, [zero])[0]!, of(chosen + 1)) },
      { goal: same('the value', form.value(F, loss, [zero]), value) },
    ];
    return { assumes: given, steps: [...steps, ...goals], concludes: ['the slope', 'the value'] };
  },
});

/** The same for all pieces of the law, in every state of runs of so many steps: j coordinates at 0, the others at c. */
const choices = (form: typeof maxAffineForm, T: number): Part => ({
  name: `the coordinate of a step, T = ${T}`,
  argue: ({ coordinates, exact }) => {
    const { F, steps } = decidedBy(coordinates, given);
    const goals = Array.from({ length: T }, (_, j): readonly Step[] => {
      const values = [...Array.from({ length: T }, (_, i) => (i < j ? zero : high)), zero];
      const loss = { kind: 'max-affine', slopes: values.map((_, i) => [i]), offsets: values.map(exact) } as const;
      return [
        { goal: same(`the coordinate of step ${j + 1}`, form.subgradient(F, loss, [zero])[0]!, of(j)) },
        { goal: same(`the loss at step ${j + 1}`, form.value(F, loss, [zero]), high) },
      ];
    }).flat();
    return {
      assumes: given,
      steps: [...steps, ...goals],
      concludes: goals.flatMap((step) => ('goal' in step ? [step.goal.name] : [])),
    };
  },
});

/** After t steps: θ_{t+1}, and how many coordinates are left at c. */
interface Seen {
  readonly [name: string]: RationalFunction | FormalVector;
  readonly theta: FormalVector;
  readonly left: RationalFunction;
}

const [axis, other, eta] = [vector('axis'), vector('other'), scalar('eta')];
/** One step of the text of SGD, whose gradient is G along the axis that the loss chooses. */
const stepAlong = ({ descend }: DescentTexts, theta: FormalVector): FormalVector =>
  descend<RationalFunction, FormalVector>(formalSpace, {
    start: theta,
    horizon: 1,
    project: (x) => x,
    gradient: () => formalSpace.scale(G, axis),
    rate: () => eta,
  }).iterates[1]!;
const axisOf = (theta: FormalVector): readonly Fact[] => [
  same('the axis', squaredNorm(axis), one),
  same('its coordinate', dot(axis, theta), c),
  same('the rate', mul(eta, G), c),
];

/** A step takes its own coordinate from c to 0 and leaves the others, so that after t steps t of them are at 0. */
const coordinates = (texts: DescentTexts): Part => ({
  name: 'the coordinates of a step',
  argue: () => {
    const theta = vector('theta');
    const next = stepAlong(texts, theta);
    return {
      assumes: [...axisOf(theta), same('another axis', dot(axis, other), zero)],
      steps: [
        { goal: same('its own coordinate', dot(axis, next), zero) },
        { goal: same('another coordinate', dot(other, next), dot(other, theta)) },
      ],
      concludes: ['its own coordinate', 'another coordinate'],
    };
  },
});

/** ‖θ‖² = (T − t) c²: each step of the text of SGD takes one coordinate from c to 0. */
const norms = (texts: DescentTexts): readonly Part[] =>
  induction<Seen>({
    invariant: (_, { theta, left }) => same('invariant', squaredNorm(theta), mul(left, square(c))),
    before: () => ({ theta: vector('theta'), left: scalar('left') }),
    base: {
      first: () => {
        const [start, T] = [vector('start'), scalar('T')];
        return {
          state: { theta: start, left: T },
          assumes: [same('the start', squaredNorm(start), mul(T, square(c)))],
        };
      },
    },
    step: {
      next: (_, { theta, left }) => ({
        state: { theta: stepAlong(texts, theta), left: sub(left, one) },
        assumes: axisOf(theta),
      }),
    },
  }).map((part) => ({ ...part, name: `‖θ‖², ${part.name}` }));

/** Where every iterate has the loss G c, so has the best one. */
const least: readonly Part[] = induction({
  invariant: (_, { best }) => same('invariant', best, high),
  before: () => ({ best: scalar('best') }),
  base: { first: () => ({ state: { best: high }, assumes: [] }) },
  step: {
    next: ({ F }, { best }) => {
      const next = F.min(best, high);
      return { state: { best: next }, assumes: [] };
    },
  },
}).map((part) => ({ ...part, name: `the best iterate, ${part.name}` }));

/** c = R/√T, with the rate R/(G√T). */
const conclusion: Part = {
  name: 'the loss of the best iterate',
  argue: () => {
    const [R, root, T] = [scalar('R'), scalar('root'), scalar('T')];
    const corner = div(R, root);
    const end = squaredNorm(vector('end'));
    return {
      assumes: [
        positive('√T', root),
        positive('G', G),
        same('T', square(root), T),
        same('after T steps', end, mul(sub(T, T), square(corner))),
      ],
      steps: [
        { goal: same('G R/√T', mul(G, corner), div(mul(G, R), root)) },
        { goal: same('a step', mul(div(R, mul(G, root)), G), corner) },
        { goal: same('the start', mul(T, square(corner)), square(R)) },
        { goal: same('the end', end, zero) },
      ],
      concludes: ['G R/√T', 'a step', 'the start', 'the end'],
    };
  },
};

/** The law itself for as many iterates, from any distance R, with G = 2. */
const law = (use: SgdParts, T: number): Part => ({
  name: `the law itself, T = ${T}`,
  argue: ({ coordinates, number }) => {
    const known = [positive('R', scalar('R'))];
    const { F, steps } = decidedBy(coordinates, known);
    const relation = lawOf('sgd.best-iterate-tight').claim(F, { horizon: T, distance: number('R'), gradient: 2 }, use);
    const goals = [...comparisons(relation)].map(({ left, right, name }) => same(name!, left, right));
    return {
      assumes: known,
      steps: [...steps, ...goals.map((goal): Step => ({ goal }))],
      concludes: goals.map(({ name }) => name),
    };
  },
});

/**
 * The subgradient method on one loss, a coordinate a step, for all n. Which piece the loss chooses is read for two pieces
 * and for runs of up to four steps, and of sixteen.
 */
export const bestIterateTheorem = (
  texts: BestIterateTexts = { ...descentTexts, form: maxAffineForm },
  use: SgdParts = reference,
) => {
  const { cites, states } = lawOf('sgd.best-iterate-tight');
  return proved(
    { id: 'best-iterate-tight', laws: ['sgd.best-iterate-tight'], cites, states, scope: 'all T' },
    withModels('best-iterate-tight', [
      comparison(texts.form, '0 with 0', zero, zero, 0),
      comparison(texts.form, '0 with G c', zero, high, 1),
      comparison(texts.form, 'G c with G c', high, high, 0),
      comparison(texts.form, 'G c with 0', high, zero, 0),
      ...[1, 2, 3, 4, 16].map((T) => choices(texts.form, T)),
      coordinates(texts),
      ...norms(texts),
      ...least,
      conclusion,
      law(use, 1),
      law(use, 4),
    ]),
    'induction',
  );
};
