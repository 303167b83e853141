import { simplexGeometry } from '../../src/convex/simplex.ts';
import type { Argument } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { scalar, scalars, symbolicReading } from '../kernel/symbolic.ts';
import { atMost, factsOf, nonnegative, positive } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { simplexModels } from './models/thresholds.ts';
import { linear, nowhere, placeOf } from './threshold.ts';

type Texts = { readonly geometry: typeof simplexGeometry };

const { dot, minus, neg, zero } = symbolicReading;
const s = scalar('sum');
const given = positive('sum', s);

/**
 * Where a point lies decides every step of the text. The angle is Σ θᵢ μᵢ there, where μᵢ is how far xᵢ is below the
 * threshold.
 */
const argue =
  ({ geometry }: Texts, d: number) =>
  (reader: Reader): Argument => {
    if (!reader.atLeast(s, zero)) return nowhere(given);
    const [x, theta] = [scalars('x', d), scalars('theta', d)];
    const { above, threshold, because } = placeOf(reader, x, s);
    const A = reader.forced(because);
    const set = { kind: 'simplex', dimension: d, sum: reader.number('sum') } as const;
    const projection = geometry.project(A, set, x);
    const inside = factsOf('Π(x)', geometry.membership(A, set, projection));
    const [member, below] = [(i: number) => `member ${i + 1}`, (i: number) => `below the threshold ${i + 1}`];
    const under = x.flatMap((xi, i) => (above.includes(xi) ? [] : [i]));
    const angle = nonnegative('A-(23)', dot(minus(projection, theta), minus(x, projection)));
    return {
      assumes: [given, ...factsOf('member', geometry.membership(A, set, theta), 'member-inside')],
      steps: [
        ...inside.map((goal) => linear(goal, because)),
        ...under.map((i) => linear(atMost(below(i), x[i]!, threshold), because)),
        {
          goal: angle,
          by: {
            terms: [
              ...under.map((i) => ({ facts: [member(i), below(i)] })),
              { multiple: neg(threshold), of: member(d) },
            ],
          },
        },
      ],
      concludes: [...inside, angle].map(({ name }) => name),
    };
  };

/** The text of the projection onto a simplex: sorting, thresholds and all. */
export const simplexTheorem = (texts: Texts = { geometry: simplexGeometry }) =>
  proved(
    {
      id: 'simplex',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta\ge0:\textstyle\sum\theta_i=s\}:\quad\Pi(x)_i=\max(0,x_i-\tau)`,
      scope: 'd <= 4',
      leaves: 'More coordinates, for which proofs/coq has the formula, and the other sets.',
    },
    [1, 2, 3, 4].map((d): Part => ({ name: `simplex, d = ${d}`, argue: argue(texts, d), ...simplexModels(d) })),
    'cases',
  );
