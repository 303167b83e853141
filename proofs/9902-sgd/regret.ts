import { averageRegret, gradientRegretBound, regretBound } from '../../src/descent/regret.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { LONGEST } from './long-runs.ts';
import { withModels } from './models.ts';
import {
  type DescentTexts,
  descends,
  descentTexts,
  distanceBound,
  gradientBound,
  type OnlineStep,
  positiveRate,
  projected,
  readStep,
  tangent,
  target,
} from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, minus, mul, of, square, squaredNorm, sub, sum } = formalSpace;
const [D2, G2, T] = [scalar('D2'), scalar('G2'), scalar('T')];

/** What has been seen after t steps: Σ regrets, Σ η‖g‖²/2, Σ η, the last rate, and where the run is. */
interface Seen {
  readonly [name: string]: RationalFunction | FormalVector;
  readonly regrets: RationalFunction;
  readonly gradients: RationalFunction;
  readonly rates: RationalFunction;
  readonly last: RationalFunction;
  readonly theta: FormalVector;
}

const anyState = (): Seen => ({
  regrets: scalar('regrets'),
  gradients: scalar('gradients'),
  rates: scalar('rates'),
  last: scalar('last'),
  theta: vector('theta'),
});

/** Σ regrets ≤ (D² − ‖θ_{t+1} − c‖²)/(2η_t) + Σ η‖g‖²/2, which A-(12) to A-(14) add up to. */
const invariant = (_: Reader, { regrets, gradients, last, theta }: Seen): Fact =>
  atMost('invariant', regrets, add(div(sub(D2, squaredNorm(minus(theta, target))), mul(of(2), last)), gradients));

/** Σ η‖g‖²/2 ≤ G²/2 Σ η. */
const gradientInvariant = (_: Reader, { gradients, rates }: Seen): Fact =>
  atMost('invariant', gradients, mul(div(G2, of(2)), rates));

const half = (a: RationalFunction) => div(a, of(2));

/** The texts of both sides of A-(4) and of the middle of A-(15). */
export interface SideTexts {
  readonly averageRegret: typeof averageRegret;
  readonly gradientRegretBound: typeof gradientRegretBound;
  readonly regretBound: typeof regretBound;
}
export const sideTexts: SideTexts = { averageRegret, gradientRegretBound, regretBound };

/** The texts, and whether the run is projected. */
interface Setting {
  readonly texts: DescentTexts;
  readonly bounds: SideTexts;
  readonly projects: boolean;
}

/** The state after a step, and what is assumed of every step. */
function advance({ texts, projects }: Setting, reader: Reader, before: Seen | undefined) {
  const step = readStep(texts, reader, before?.theta ?? vector('start'), scalar('eta'), projects);
  const term = half(mul(step.eta, step.squaredGradient));
  const state: Seen = {
    regrets: before ? add(before.regrets, step.regret) : step.regret,
    gradients: before ? add(before.gradients, term) : term,
    rates: before ? add(before.rates, step.eta) : step.eta,
    last: step.eta,
    theta: step.next,
  };
  return { step, state };
}

const stepFacts = (step: OnlineStep, { projects }: Setting): Fact[] => [
  positiveRate(step),
  ...(projects ? [projected(step)] : []),
  tangent(step),
  distanceBound(step),
];

/** A-(12) to A-(15): the sum of the steps, telescoped, for all T. */
const distanceParts = (setting: Setting): readonly Part[] =>
  induction<Seen>({
    invariant,
    before: anyState,
    base: {
      first: (reader) => {
        const { step, state } = advance(setting, reader, undefined);
        return {
          state,
          assumes: stepFacts(step, setting),
          steps: [descends(step)],
        };
      },
    },
    step: {
      next: (reader, before) => {
        const { step, state } = advance(setting, reader, before);
        return {
          state,
          assumes: [
            atMost('rates do not increase', step.eta, before.last, 'nonincreasing-rates'),
            ...stepFacts(step, setting),
          ],
          steps: [{ goal: positive('last rate', before.last) }, descends(step)],
        };
      },
    },
  });

/** ‖g_t‖ ≤ G in every step. */
const gradientParts = (setting: Setting): readonly Part[] =>
  induction<Seen>({
    invariant: gradientInvariant,
    before: anyState,
    base: {
      first: (reader) => {
        const { step, state } = advance(setting, reader, undefined);
        return {
          state,
          assumes: [positiveRate(step), gradientBound(step)],
        };
      },
    },
    step: {
      next: (reader, before) => {
        const { step, state } = advance(setting, reader, before);
        return {
          state,
          assumes: [positiveRate(step), gradientBound(step)],
        };
      },
    },
  }).map((part) => ({ ...part, name: `gradients, ${part.name}` }));

/** From the invariants at T to A-(15) and A-(4). */
const conclusion: Part = {
  name: 'A-(15) and A-(4)',
  instances: [],
  argue: (reader) => {
    const state = anyState();
    const { regrets, gradients, rates, last, theta } = state;
    const rest = sub(D2, squaredNorm(minus(theta, target)));
    const middle = add(div(D2, mul(of(2), last)), gradients);
    const right = add(div(D2, mul(of(2), last)), mul(half(G2), rates));
    return {
      assumes: [
        positive('last rate', last, 'positive-rates'),
        positive('steps', T),
        { ...invariant(reader, state), name: 'after T steps' },
        { ...gradientInvariant(reader, state), name: 'gradients after T steps', standsFor: ['gradient-bound'] },
      ],
      steps: [
        { goal: atMost('A-(15), the middle', regrets, middle) },
        { goal: atMost('A-(15)', regrets, right) },
        {
          goal: atMost(
            'A-(4)',
            div(regrets, T),
            add(div(D2, mul(mul(of(2), T), last)), mul(div(G2, mul(of(2), T)), rates)),
          ),
        },
        {
          goal: atMost('A-(15) less the last distance', regrets, add(div(rest, mul(of(2), last)), gradients)),
        },
      ],
      concludes: ['A-(15), the middle', 'A-(15)', 'A-(4)', 'A-(15) less the last distance'],
    };
  },
};

/** The texts of both sides are these formulas. They take lists of losses and rates, and are read for T = 1 … 4 and 128. */
const sides = ({ averageRegret, gradientRegretBound, regretBound }: SideTexts, T: number): Part => ({
  name: `the texts of the bounds, T = ${T}`,
  instances: [
    Object.fromEntries([
      ['D2', 3],
      ['G2', 5],
      ...Array.from({ length: T }, (_, t) => [`eta_${t + 1}`, 1 / (t + 1)]),
      ...Array.from({ length: T }, (_, t) => [`g_${t + 1}`, t]),
      ...Array.from({ length: T }, (_, t) => [`loss_${t + 1}`, 2 * t]),
      ...Array.from({ length: T + 1 }, (_, t) => [`loss_c_${t + 1}`, t]),
    ]),
  ],
  argue: ({ F }) => {
    const [rates, gradients] = [scalars('eta', T), scalars('g', T).map((g) => square(g))];
    const last = rates.at(-1)!;
    // A run's first steps are judged with the comparator's losses of all steps.
    const [losses, ofComparator] = [scalars('loss', T), scalars('loss_c', T + 1)];
    return {
      assumes: [positive('last rate', last)],
      steps: [
        {
          goal: same(
            'the text of the average regret',
            averageRegret(F, losses, ofComparator),
            div(sum(losses.map((loss, t) => sub(loss, ofComparator[t]!))), of(T)),
          ),
        },
        {
          goal: same(
            'the text of A-(4)',
            regretBound(F, { squaredDistance: D2, squaredGradient: G2, rates }),
            add(div(D2, mul(of(2 * T), last)), mul(div(G2, of(2 * T)), sum(rates))),
          ),
        },
        {
          goal: same(
            'the text of the middle of A-(15)',
            gradientRegretBound(F, D2, gradients, rates),
            add(div(D2, mul(of(2), last)), sum(rates.map((eta, t) => half(mul(eta, gradients[t]!))))),
          ),
        },
      ],
      concludes: ['the text of the average regret', 'the text of A-(4)', 'the text of the middle of A-(15)'],
    };
  },
});

const parts = (id: string, setting: Setting): readonly Part[] =>
  withModels(id, [
    ...runParts(setting.texts),
    ...distanceParts(setting),
    ...gradientParts(setting),
    conclusion,
    ...[1, 2, 3, 4, LONGEST].map((T) => sides(setting.bounds, T)),
  ]);

/** A-(4): the average regret of projected SGD against every comparator, for all T, by induction. */
export const regretBoundTheorem = (from: DescentTexts = descentTexts, bounds: SideTexts = sideTexts) =>
  proved(
    {
      id: 'regret-bound',
      laws: ['sgd.regret-bound', 'sgd.combine', 'sgd.final', 'sgd.adaptive-losses', 'sgd.last-distance'],
      cites: [{ article: '9902', equations: [4, 13, 14, 15] }],
      states: String.raw`\frac1T\sum_t L_t(\theta_t)-\frac1T\sum_t L_t(c)\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_t\eta_t`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    parts('regret-bound', { texts: from, bounds, projects: true }),
    'induction',
  );

/** The same of a run that is not projected, with D and G read off it afterwards. */
export const posthocTheorem = (from: DescentTexts = descentTexts, bounds: SideTexts = sideTexts) =>
  proved(
    {
      id: 'posthoc',
      laws: ['sgd.posthoc'],
      cites: [{ article: '9902', equations: [4, 14, 15] }],
      states: String.raw`\Theta=\mathbb R^d,\ D=\max_{t\le T}\|\theta_t-c\|,\ G=\max_{t\le T}\|g_t\|\implies\text{A-(4)}`,
      scope: 'all dimensions, all T',
    },
    parts('posthoc', { texts: from, bounds, projects: false }),
    'induction',
  );
