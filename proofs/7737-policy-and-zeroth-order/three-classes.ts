import type { LaplacianCase } from '../../properties/instances/bridge/laplacian-case.ts';
import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { nonnegative, positive } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { readLaw } from './read-law.ts';
import { BY_REWARD } from './scopes.ts';
import { logits } from './shapes.ts';

const [g, h] = [scalar('g'), scalar('h')];
const range = F.add(g, h);
const [first, last, middle] = [0, 1, 2] as const;
const p = logits(3).probabilities;
const w = scalars('w', 3);
/** The weights of the pairs 12, 13, 23 under the policy. */
const products = [F.mul(p[0]!, p[1]!), F.mul(p[0]!, p[2]!), F.mul(p[1]!, p[2]!)];

/** L_w r = A (e_1 − e_2) + B (e_2 − e_3), two vectors at 120°; A and B are positive. */
const parts = (edges: typeof products) => [
  F.add(F.mul(edges[first]!, g), F.mul(edges[last]!, range)),
  F.add(F.mul(edges[middle]!, h), F.mul(edges[last]!, range)),
];
const [A, B] = parts(products);
const [C, D] = parts([w[0]!, w[1]!, w[2]!]);

/**
 * a · b ≤ 0: 3 (AD − BC)² − 3 (2AC + 2BD − AD − BC)² = 12 ((AC + BD)(−a · b) + (AC)² + AC BD + (BD)²).
 * Else |a|² = A² + B² + (A − B)², and |b|² likewise.
 */
const squares = [F.sub(A!, B!), F.sub(C!, D!), F.mul(F.sub(A!, B!), F.sub(C!, D!))];

/** Three classes in the order of their rewards r + g + h ≥ r + h ≥ r, which names them. */
const sorted: Shape = {
  name: 'K = 3',
  instance: (free): LaplacianCase => {
    const weights = free.shares('p', 3);
    const low = free.number('r');
    for (const step of ['g', 'h']) free.number(step);
    return {
      weights,
      rewards: [free.exact(F.add(scalar('r'), range)), free.exact(F.add(scalar('r'), h)), low],
      edges: free.numbers('w', 3),
    };
  },
  given: [
    ...p.map((probability, y) => positive(`p_${y + 1}`, probability)),
    ...w.map((weight, k) => positive(`w_${k + 1}`, weight, 'positive-edges')),
    nonnegative('g', g),
    nonnegative('h', h),
    positive('range', range, 'mixed-rewards'),
  ],
  lemmas: [
    sought(positive('A', A!), { degree: 3, squares: [] }),
    sought(positive('B', B!), { degree: 3, squares: [] }),
    sought(positive('C', C!), { degree: 2 }),
    sought(positive('D', D!), { degree: 2 }),
  ],
  needed: {
    w_2: { p_1: 1 / 4, p_2: 1 / 4, r: 0, g: 1, h: 1, w_1: 1, w_2: -10, w_3: 1 },
    range: { p_1: 1 / 4, p_2: 1 / 4, r: 0, g: 0, h: 0, w_1: 1, w_2: 1, w_3: 1 },
  },
  hints: () => ({ facts: ['A', 'B', 'C', 'D', 'case 1'], squares, degree: 4 }),
  models: [
    { p_1: 1 / 128, p_2: 63 / 64, r: -10, g: 1, h: 10, w_1: 1000, w_2: 1, w_3: 1 },
    { p_1: 1 / 4, p_2: 1 / 4, r: 0, g: 1, h: 1, w_1: 1, w_2: 1, w_3: 1 },
  ],
};

/** Three classes: the angle between the two gradients is below 120°. */
export const threeClassesTheorem = readLaw(
  'zoR.three-classes-angle',
  { scope: `K <= 3, for ${BY_REWARD}`, kind: 'cases' },
  [sorted],
);
