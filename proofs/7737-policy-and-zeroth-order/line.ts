import type { LineCase } from '../../properties/instances/bridge/line-case.ts';
import type { Certificate } from '../kernel/certificate.ts';
import { symbolicReading as F, scalar } from '../kernel/symbolic.ts';
import { positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { beside, grid, names } from './models.ts';
import { readLaw } from './read-law.ts';

const logit = (y: number) => F.add(F.mul(scalar(`s_${y}`), scalar('theta')), scalar(`o_${y}`));
/** The distance of θ from the boundary of two lines, in ε: their margin over ε times the difference of their slopes. */
const distance = F.div(F.sub(logit(1), logit(2)), F.mul(scalar('epsilon'), F.sub(scalar('s_1'), scalar('s_2'))));
const square: Certificate = { terms: [{ times: 0.5, square: distance }] };

/** Any two classes with logits that are affine in one parameter, whatever φ is at their boundary. */
const twoLines: DecidedShape = {
  name: 'K = 2',
  degree: 2,
  instance: (free): LineCase => ({
    slopes: free.numbers('s', 2),
    offsets: free.numbers('o', 2),
    rewards: free.numbers('r', 2),
    theta: free.number('theta'),
    smoothing: free.number('epsilon'),
    densities: free.numbers('phi', 2),
  }),
  given: [positive('smoothing', scalar('epsilon'))],
  hints: ({ goal }) => (goal.name.includes('log') ? { offer: () => square } : {}),
  models: beside(grid(['s_1', 'o_1', 'r_1'], [0, 1, 2]), [
    { s_2: 1, o_2: 1, r_2: 1, theta: 0, epsilon: 1, phi_1: 1, phi_2: 1 },
  ]),
};

/** Two lines that cross at θ, the second of which is the steeper one by a. */
const crossing: DecidedShape = {
  name: 'K = 2, at the boundary',
  degree: 2,
  instance: (free): LineCase => {
    const [slope, offset, theta] = [free.number('s'), free.number('o'), free.number('theta')];
    free.number('a');
    const [s, o, a] = [scalar('s'), scalar('o'), scalar('a')];
    return {
      slopes: [slope, free.exact(F.add(s, a))],
      offsets: [offset, free.exact(F.sub(o, F.mul(a, scalar('theta'))))],
      rewards: free.numbers('r', 2),
      theta,
      smoothing: free.number('epsilon'),
      densities: free.numbers('phi', 2),
    };
  },
  given: [positive('smoothing', scalar('epsilon')), positive('a', scalar('a'))],
};

/** More classes, numbered by their slopes, of which no two are the same. Four take more than ten times as long as three. */
const steeperAndSteeper = (K: number): DecidedShape => {
  const steps = names('a', K - 1);
  return {
    name: `K = ${K}, each class steeper`,
    degree: 2,
    instance: (free): LineCase => {
      const first = free.number('s');
      for (const step of steps) free.number(step);
      const slopes = steps.map((_, i) => free.exact(F.sum(['s', ...steps.slice(0, i + 1)].map(scalar))));
      return {
        slopes: [first, ...slopes],
        offsets: free.numbers('o', K),
        rewards: free.numbers('r', K),
        theta: free.number('theta'),
        smoothing: free.number('epsilon'),
        densities: free.numbers('phi', K),
      };
    },
    given: ['epsilon', ...steps].map((name) => positive(name, scalar(name))),
    models: beside(grid(names('o', K), [-2, 0, 1]), [
      {
        s: 0,
        theta: 0,
        ...Object.fromEntries(
          ['epsilon', ...steps, ...names('r', K), ...names('phi', K)].map((name, i) => [name, i + 1]),
        ),
      },
    ]),
  };
};

const TWO_LINES = 'K <= 2, for logits affine in one parameter' as const;
const THREE_LINES =
  'K <= 3, for logits affine in one parameter, beyond K = 2 each steeper than the one before' as const;

/** Normal directions on the line, as far as exp 0 = 1 goes. */
export const lineTheorems = [
  readLaw('zoR.boundary', { scope: TWO_LINES, kind: 'cases' }, [crossing]),
  readLaw('zoR.decay', { scope: `${TWO_LINES}: one jump at most`, kind: 'cases' }, [twoLines]),
  readLaw('zoR.probit', { scope: THREE_LINES, kind: 'cases' }, [twoLines, steeperAndSteeper(3)]),
];
