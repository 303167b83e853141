import { simplexGeometry } from '../../src/convex/simplex.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { type Fact, factsOf, nonnegative, positive } from '../kernel/fact.ts';
import { isZero } from '../kernel/polynomial.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { proved } from '../theorem/theorem.ts';
import { certificates } from './certificates/simplex.ts';

const DIMENSION = 2;
const [x, theta, s] = [scalars('x', DIMENSION), scalars('theta', DIMENSION), scalar('sum')];

interface Texts {
  readonly geometry: typeof simplexGeometry;
}

/** What one path of the text comes to. */
interface Projected {
  readonly assumes: readonly Fact[];
  readonly projection: readonly RationalFunction[];
  /** Π(x)ᵢ ≥ 0, Σ Π(x)ᵢ ≥ s and ≤ s, and how far xᵢ is below the threshold: linear in x and s. */
  readonly linear: readonly Fact[];
  readonly sum: Fact;
  /** xᵢ − Π(x)ᵢ where Π(x)ᵢ is not 0: the threshold. */
  readonly threshold: RationalFunction;
}

/** Reads the text on one path; without a threshold when all coordinates come out 0. */
export function readSimplex({ geometry }: Texts, { coordinates: A, number }: Reader): Projected | undefined {
  const set = { kind: 'simplex', dimension: DIMENSION, sum: number('sum') } as const;
  const projection = geometry.project(A, set, x);
  const inside = factsOf('Π(x)', geometry.membership(A, set, projection));
  const [sum, ...none] = inside.filter(({ relation }) => relation === '= 0');
  const active = projection.findIndex((each) => !isZero(each.numerator));
  if (active < 0 || sum === undefined || none.length > 0) return undefined;
  const threshold = A.sub(x[active]!, projection[active]!);
  return {
    assumes: [positive('sum', s), ...factsOf('member', geometry.membership(A, set, theta), 'member-inside')],
    projection,
    linear: [
      ...inside.filter(({ relation }) => relation === '>= 0'),
      nonnegative('the sum is at least s', sum.value),
      nonnegative('the sum is at most s', A.neg(sum.value)),
      ...x.map((xi, i) => nonnegative(`below the threshold ${i + 1}`, A.sub(threshold, A.sub(xi, projection[i]!)))),
    ],
    sum,
    threshold,
  };
}

/** The points of a grid: between them they take every path that any point takes. */
const instances: readonly Model[] = [-2, 0, 1, 2].flatMap((first) =>
  [-2, 0, 1, 2].map((second) => ({ x_1: first, x_2: second, sum: 2, theta_1: 0.5, theta_2: 1.5 })),
);

/**
 * The text of the projection onto a simplex, in the plane: sorting, thresholds and all. The angle is Σ θᵢ μᵢ, where μᵢ is
 * how far xᵢ is below the threshold.
 */
export const simplexTheorem = (texts: Texts = { geometry: simplexGeometry }) =>
  proved(
    {
      id: 'simplex',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta\ge0:\textstyle\sum\theta_i=s\}:\quad\Pi(x)_i=\max(0,x_i-\tau)`,
      scope: `d <= ${DIMENSION}`,
      leaves: 'More coordinates, and the other sets.',
    },
    [
      {
        name: 'simplex',
        argue: (reader) => {
          const read = readSimplex(texts, reader);
          const found = certificates[reader.path()] ?? {};
          const given = (name: string) => ({ terms: found[name] ?? [] });
          const A = reader.coordinates;
          if (read === undefined || 'empty' in found) {
            return {
              assumes: [positive('sum', s)],
              steps: [
                { goal: nonnegative('empty', A.neg(s)), by: given('empty') },
                {
                  goal: positive('absurd', A.zero),
                  by: { terms: [{ facts: ['sum'] }, { facts: ['empty'] }] },
                },
              ],
            };
          }
          const { assumes, projection, linear, sum, threshold } = read;
          const angle = A.dot(A.minus(projection, theta), A.minus(x, projection));
          const steps: Step[] = [
            ...linear.map((goal) => ({ goal, by: given(goal.name) })),
            { goal: sum, atLeast: 'the sum is at least s', atMost: 'the sum is at most s' },
            {
              goal: nonnegative('A-(23)', angle),
              by: {
                terms: [
                  ...x.flatMap((_, i) =>
                    isZero(linear.at(i - DIMENSION)!.value.numerator)
                      ? []
                      : [{ facts: [`member ${i + 1}`, `below the threshold ${i + 1}`] }],
                  ),
                  ...(isZero(sum.value.numerator) ? [] : [{ multiple: threshold, of: sum.name }]),
                  { multiple: A.neg(threshold), of: `member ${DIMENSION + 1}` },
                ],
              },
            },
          ];
          return {
            assumes,
            steps,
            concludes: [...linear.slice(0, DIMENSION).map(({ name }) => name), sum.name, 'A-(23)'],
          };
        },
        instances,
        needed: {
          'member 1': { x_1: -3, x_2: 3, sum: 2, theta_1: -1, theta_2: 3 },
          'member 2': { x_1: 3, x_2: -3, sum: 2, theta_1: 3, theta_2: -1 },
          'member 3': { x_1: 3, x_2: 3, sum: 2, theta_1: 4, theta_2: 4 },
        },
      },
    ],
    'cases',
  );
