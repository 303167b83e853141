import { reference, trace } from '../../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../../properties/instances/descent/online-run.ts';
import { type Exact, ratio } from '../../../src/scalar/exact.ts';
import { rationalReading } from '../../../src/scalar/rational-reading.ts';
import { root, type SurdModel } from '../../theorem/run.ts';

/**
 * The own symbols of bases and steps in runs of inductions, by `theorem: part`: the values of the base, and for the
 * steps those of the first, of the second and so on. Where nothing is listed the instances of the part are such values.
 */
export type InRuns = Readonly<Record<string, readonly SurdModel[]>>;

const [start, comparator] = [1, 0.5];

/** The steps of a run of SGD on the line with the losses (θ − m)²: a model for each. */
function sgd(m: readonly Exact[], rates: readonly Exact[], set: OnlineRun['set']): readonly SurdModel[] {
  const instance: OnlineRun = {
    ...{ set, start: [start], comparator: [comparator] },
    losses: m.map((center) => ({ kind: 'quadratic', curvature: 2, center: [center] })),
    schedule: { kind: 'sequence', rates },
  };
  const run = trace(rationalReading, instance, reference);
  return run.rates.map((eta, t) => ({
    ...{ eta, loss: run.losses[t]!, loss_c: run.comparatorLosses[t]! },
    ...{ c: run.comparator, g: run.gradients[t]!, next: run.iterates[t + 1]! },
  }));
}

const INTERVAL: OnlineRun['set'] = { kind: 'box', lower: [-1], upper: [1] };
const m = [0, 4, -1];
const falling = sgd(m, [0.5, 0.25, 0.125], INTERVAL);
const constant = sgd(m, [0.25, 0.25, 0.25], INTERVAL);
const free = sgd(m, [0.5, 0.25, 0.125], { kind: 'space', dimension: 1 });
const harmonic = sgd(m, [0.5, 0.25, ratio(1, 6)], INTERVAL);

/** From before the first step: its point, and what is the same throughout. */
const before = (more: SurdModel = {}): readonly SurdModel[] => [{ start: [start], c: [comparator], ...more }];
/** From after the first step, with what is the same throughout. */
const after = ([first]: readonly SurdModel[], more: SurdModel): readonly SurdModel[] => [
  { start: [start], ...first, ...more },
];
const from = ([, ...more]: readonly SurdModel[]): readonly SurdModel[] => more;
const [D2, G2] = [4, 64];

/** √2 and √3, and the rates 1/√2 and 1/√3. */
const roots = [2, 3].map((t) => ({ next: root(t), eta: root(ratio(1, t)) }));
const along = (more: SurdModel = {}) => [
  { g: [2, 0, 0], ...more },
  { g: [0, 2, 0], ...more },
];

export const inRuns: InRuns = {
  'sum: base': before(),
  'sum: step': falling,
  'abel: base': [{ eta_1: 1, a_1: 4, a_next: 3 }],
  'abel: step': [
    { eta: 0.5, a_next: 2 },
    { eta: 0.25, a_next: 3 },
  ],
  'abel-bound: base': [{ eta_1: 1 }],
  'abel-bound: step': [
    { eta: 0.5, D2: 4, a: 3 },
    { eta: 0.25, D2: 4, a: 2 },
  ],
  'regret-bound: base': after(falling, { D2 }),
  'regret-bound: step': from(falling),
  'regret-bound: gradients, base': after(falling, { G2 }),
  'regret-bound: gradients, step': from(falling),
  'posthoc: base': after(free, { D2 }),
  'posthoc: step': from(free),
  'posthoc: gradients, base': after(free, { G2 }),
  'posthoc: gradients, step': from(free),
  'weighted: base': before(),
  'weighted: step': falling,
  'constant-rate: base': before({ eta: 0.25 }),
  'constant-rate: step': constant,
  'any-rates: base': after(falling, { D2 }),
  'any-rates: step': from(falling),
  'strongly-convex: base': before({ sigma: 2 }),
  'strongly-convex: step': harmonic,
  'strongly-convex-equality: base': before({ sigma: 2 }),
  'strongly-convex-equality: step': m.map((center) => ({ m: [center] })),
  'constant-is-best: base': [{ eta: 1 }],
  'constant-is-best: step': [{ eta: 0.5 }, { eta: 0.25 }],
  'adagrad-norm: base': [{ later: 2, squared: 1 }],
  'adagrad-norm: step': [
    { D2: 8, later: 1, squared: 3 },
    { D2: 8, later: 0.5, squared: 12 },
  ],
  'root-sum: step': roots,
  'root-sum-below: step': roots,
  'best-alpha: share at least 1, step': roots,
  'unbounded-regret: there, step': [{ next: 1, eta: 1 }, ...roots],
  // From √2 on, in the two steps that are left after two.
  'unbounded-regret: back, base': [{ regrets: 0, theta: 1, half: root(2) }],
  'unbounded-regret: back, step': [3, 4].map((t) => ({ next: root(t), eta: root(ratio(1, t)) })),
  'harmonic-log: from above, step': [
    { count: 1, log: 0.75 },
    { count: 2, log: 1.125 },
  ],
  'lln: squares, base': [{ variance: 1 }],
  'lln: squares, step': [
    { certain: [1, 0, 0], deviation: [0, 0, 1] },
    { certain: [1, 0, 0], deviation: [0, 1, 0] },
  ],
  'gap-reading: all paths go on, base': [{ mass: 1 }],
  'gap-reading: all paths go on, step': [{ left: 4, weight: 2, regret: 3, gap: 1 }],
  'tight-line: march, base': [{ s: 2, G: 3, length: 6 }],
  'tight-line: march, step': [4, 2].map((left) => ({ left, above: 0 })),
  'tight-line: the place, base': [{ s: 2, G: 3, length: 6 }],
  'tight-line: the place, step': [4, 2].map((left) => ({ left, above: 0, G: 3 })),
  'minimax-attained: Σ g, step': along(),
  'minimax-attained: ‖θ‖², step': along({ R: 6 }),
  'minimax-attained: θ · Σ g, step': along({ R: 6 }),
  'minimax-attained: points and axes ahead, step': along({ R: 6, G: 2, eta: 0.5 }),
  'minimax-axes: Σ g, step': along(),
  'minimax-plane: Σ g, step': along(),
  'minimax-line: the walk, step': [{ next: 2 }, { next: 6 }],
  'best-iterate-tight: ‖θ‖², step': [
    [1, 0],
    [0, 1],
  ].map((axis) => ({ axis, eta: 1, G: 2 })),
};
