import { reference, type SgdParts, trace } from '../../properties/9902-sgd/subject.ts';
import { boxGeometry } from '../../src/convex/box.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { positive, same } from '../theorem/statements.ts';
import { type Part, proved, type Theorem } from '../theorem/theorem.ts';
import { lawOf, lawTexts } from './law-texts.ts';
import { withModels } from './models.ts';
import { decidedBy } from './positive-numbers.ts';

const { add, div, mul, of, one, square, sub, zero } = formalSpace;
/** The length of a step, and G. */
export const [s, G] = [scalar('s'), scalar('G')] as const;
const T = scalar('T');
const eta = div(s, G);
export const given: readonly Fact[] = [positive('s', s), positive('G', G)];

/** A step on the line: from where, on which interval, with which gradient, and where it should lead. */
interface Walk {
  readonly from: RationalFunction;
  readonly upper: RationalFunction;
  readonly gradient: RationalFunction;
  readonly to: RationalFunction;
}

/** The text of SGD for one step with the rate s/G, against 0: what it adds to the regret, and that it leads there. */
export function walk(
  use: SgdParts,
  { coordinates, exact }: Reader,
  known: readonly Fact[],
  step: Walk,
  name = 'the step',
) {
  const { F, steps } = decidedBy(coordinates, known, `${name}, decision`);
  const run = trace(
    F,
    {
      set: { kind: 'box', lower: [0], upper: [exact(step.upper)] },
      start: [exact(step.from)],
      comparator: [0],
      losses: [{ kind: 'linear', slope: [exact(step.gradient)] }],
      schedule: { kind: 'constant', rate: exact(eta) },
    },
    use,
  );
  const leads: Step = { goal: same(`${name} leads there`, run.iterates[1]![0]!, step.to) };
  return { regret: sub(run.losses[0]!, run.comparatorLosses[0]!), steps: [...steps, leads] };
}

/** One coordinate of the run on the cube: it stays at s, then walks to 0 when it is met, and stays there. */
const coordinate = (use: SgdParts, name: string, step: Omit<Walk, 'upper'>, regret: RationalFunction): Part => ({
  name: `a coordinate ${name}`,
  argue: (reader) => {
    const walked = walk(use, reader, given, { ...step, upper: s });
    const goal = same('what it pays', walked.regret, regret);
    return { assumes: given, steps: [...walked.steps, { goal }], concludes: ['the step leads there', goal.name] };
  },
});

/** What T steps that each add the same come to. */
const adding = (name: string, term: RationalFunction): readonly Part[] =>
  induction({
    invariant: (_, { total, count }) => same('invariant', total, mul(count, term)),
    before: () => ({ total: scalar('total'), count: scalar('count') }),
    base: { first: () => ({ state: { total: zero, count: zero }, assumes: [] }) },
    step: {
      next: (_, { total, count }) => ({ state: { total: add(total, term), count: add(count, one) }, assumes: [] }),
    },
  }).map((part) => ({ ...part, name: `${name}, ${part.name}` }));

/** The squared diameter of the cube and the squared gradient, by their texts, in d dimensions. */
const cube = (d: number): Part => ({
  name: `the cube, d = ${d}`,
  argue: ({ coordinates: F, number }) => {
    const axes = Array.from({ length: d }, (_, i) => i);
    const set = { kind: 'box', lower: axes.map(() => 0), upper: axes.map(() => number('s')) } as const;
    return {
      assumes: [],
      steps: [
        { goal: same('D²', boxGeometry.squaredDiameter(F, set)!, mul(of(d), square(s))) },
        { goal: same('G²', F.squaredNorm(axes.map((i) => (i === 0 ? G : F.zero))), square(G)) },
      ],
      concludes: ['D²', 'G²'],
    };
  },
});

/** The average regret, RHS(4) and RHS(6) are one number when the regret is T G s, D² = T s² and η = s/G. */
const attained: Part = {
  name: 'the bound is attained',
  argue: () => {
    const [regrets, D2] = [scalar('regrets'), scalar('D2')];
    const average = div(regrets, T);
    const bound = add(div(D2, mul(mul(of(2), T), eta)), mul(div(square(G), mul(of(2), T)), mul(T, eta)));
    return {
      assumes: [
        ...given,
        positive('T', T),
        same('the regret', regrets, mul(T, mul(G, s))),
        same('the diameter', D2, mul(T, square(s))),
      ],
      steps: [
        { goal: same('the average regret', average, mul(G, s)) },
        { goal: positive('not negative', average) },
        { goal: same('RHS(4)', bound, mul(G, s)) },
        { goal: same('RHS(6)', mul(square(average), T), mul(D2, square(G))) },
        { goal: same('the rate', mul(mul(square(eta), square(G)), T), D2) },
      ],
      concludes: ['the average regret', 'not negative', 'RHS(4)', 'RHS(6)', 'the rate'],
    };
  },
};

/** The theorem that a run attains A-(4) and A-(6), with the law itself at a few sizes. */
export const attainedTheorem = (
  id: string,
  law: string,
  scope: Theorem['scope'],
  parts: readonly Part[],
  use: SgdParts,
) => {
  const { cites, states } = lawOf(law);
  const runs = [1, 2, 3, 4].map((size) => ({
    name: `of size ${size}`,
    instance: () => ({ size, unit: 2, gradient: 3 }),
  }));
  return proved(
    { id, laws: [law], cites, states, scope },
    withModels(id, [...parts, attained, ...lawTexts(law, runs, use)]),
    'induction',
  );
};

/** The walk along the edges of a cube, one a step, for all T. Each coordinate is read for any numbers, runs for T ≤ 4. */
export const tightOrthogonalTheorem = (use: SgdParts = reference) =>
  attainedTheorem(
    'tight-orthogonal',
    'sgd.tight-orthogonal',
    'all T',
    [
      coordinate(use, 'before it is met', { from: s, gradient: zero, to: s }, zero),
      coordinate(use, 'when it is met', { from: s, gradient: G, to: zero }, mul(G, s)),
      coordinate(use, 'after it was met', { from: zero, gradient: zero, to: zero }, zero),
      ...adding('regrets', mul(G, s)),
      ...adding('the squared diameter', square(s)),
      ...[1, 2, 3, 128].map(cube),
    ],
    use,
  );
