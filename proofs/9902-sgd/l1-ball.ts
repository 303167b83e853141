import { l1BallGeometry } from '../../src/convex/l1-ball.ts';
import type { Argument } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { scalar, scalars, symbolicReading } from '../kernel/symbolic.ts';
import { atMost, factsOf, nonnegative, positive } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { l1BallModels } from './models/thresholds.ts';
import { linear, nowhere, placeOf } from './threshold.ts';

type Texts = { readonly geometry: typeof l1BallGeometry };

const { dot, minus, neg, plus, zero } = symbolicReading;
const radius = scalar('radius');
const given = positive('radius', radius);

const MEMBER = 'member';
const THRESHOLD = 'threshold';
// Names of what is said of coordinate i.
const outward = (i: number) => `size ${i + 1} bounds ψ`;
const inward = (i: number) => `size ${i + 1} bounds −ψ`;
const moved = (i: number) => `moved toward the center ${i + 1}`;
const below = (i: number) => `below the threshold ${i + 1}`;
const size = (i: number) => `size ${i + 1}`;

/**
 * With x = c + z and θ = c + ψ: the signs of z, and where the |zᵢ| lie, decide every step of the text. Outside the ball
 * each coordinate moves toward the center by mᵢ, at most τ, and with bᵢ ≥ |ψᵢ| and σᵢ the sign of zᵢ the angle is
 *
 *     Σ mᵢ (bᵢ − σᵢψᵢ) + Σ (τ − mᵢ) bᵢ + τ (r − Σ bᵢ).
 *
 * That Σ bᵢ ≤ r for any such b, not only for the |ψᵢ| themselves, is all that is assumed of θ.
 */
const argue =
  ({ geometry }: Texts, d: number) =>
  (reader: Reader): Argument => {
    if (!reader.atLeast(radius, zero)) return nowhere(given);
    const [c, z, psi, sizes] = [scalars('c', d), scalars('z', d), scalars('psi', d), scalars('size', d)];
    const signs = z.map((each) => reader.atLeast(each, zero));
    const signed = (v: readonly RationalFunction[]) => v.map((each, i) => (signs[i] ? each : neg(each)));
    const distances = signed(z);
    const { above, threshold, because } = placeOf(reader, [...distances, zero], radius);
    const inside = above.includes(zero);
    const under = distances.flatMap((each, i) => (above.includes(each) ? [] : [i]));

    const A = reader.forced(because);
    const center = c.map((each) => reader.exact(each));
    const set = { kind: 'l1-ball', center, radius: reader.number('radius') } as const;
    const [x, theta] = [plus(c, z), plus(c, psi)];
    const projection = geometry.project(A, set, x);
    const feasible = factsOf('Π(x) lies in the ball', geometry.membership(A, set, projection));
    const angle = nonnegative('A-(23)', dot(minus(projection, theta), minus(x, projection)));

    const abs = (a: RationalFunction) => sizes[psi.findIndex((each) => equal(each, a))] ?? A.abs(a);
    const outside = [
      nonnegative(THRESHOLD, threshold),
      ...signed(minus(x, projection)).map((each, i) => nonnegative(moved(i), each)),
      ...under.map((i) => atMost(below(i), distances[i]!, threshold)),
    ];
    const terms = [
      ...signs.map((sign, i) => ({ facts: [moved(i), sign ? outward(i) : inward(i)] })),
      ...under.map((i) => ({ facts: [below(i), size(i)] })),
      { facts: [THRESHOLD, MEMBER] },
    ];
    return {
      assumes: [
        given,
        ...factsOf(MEMBER, geometry.membership({ ...A, abs }, set, theta), 'member-inside'),
        ...psi.flatMap((each, i) => [
          atMost(outward(i), each, sizes[i]!, 'member-inside'),
          atMost(inward(i), neg(each), sizes[i]!, 'member-inside'),
        ]),
      ],
      steps: [
        ...[...feasible, ...(inside ? [] : outside)].map((goal) => linear(goal, because)),
        ...under.map((i) => ({
          goal: nonnegative(size(i), sizes[i]!),
          by: { terms: [outward(i), inward(i)].map((name) => ({ times: 0.5, facts: [name] })) },
        })),
        { goal: angle, by: { terms: inside ? [] : terms } },
      ],
      concludes: [...feasible, angle].map(({ name }) => name),
    };
  };

/** The text of the projection onto an ℓ₁ ball about any center; with four coordinates it has 1921 paths, and takes seconds. */
export const l1BallTheorem = (texts: Texts = { geometry: l1BallGeometry }, dimensions: readonly number[] = [1, 2, 3]) =>
  proved(
    {
      id: 'l1-ball',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse'],
      cites: [{ article: '9902', equations: [16, 17, 23] }],
      states: String.raw`\Theta=\{\theta:\textstyle\sum|\theta_i-c_i|\le r\}:\quad\Pi(x)_i=c_i+\max(-y_i,\min(y_i,x_i-c_i)),\ y=\Pi_{\Delta_r}(|x-c|)`,
      scope: `d <= ${Math.max(...dimensions)}`,
      leaves: 'More coordinates, for which proofs/coq has the formula, and the other sets.',
    },
    dimensions.map((d): Part => ({ name: `ℓ1 ball, d = ${d}`, argue: argue(texts, d), ...l1BallModels(d) })),
    'cases',
  );
