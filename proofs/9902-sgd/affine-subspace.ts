import { projectOntoAffine } from '../../src/convex/affine.ts';
import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { angle } from './nearest-point.ts';

const { add, dot, mul, of, sub, sum, zero } = formalSpace;
const [x, theta] = [vector('x'), vector('theta')];

/** The text of the projection onto {θ : aᵢ·θ = bᵢ}, given M with M A Aᵀ = I, as the code computes it exactly. */
const conditions = (project: typeof projectOntoAffine, count: number): Part => {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  const rows = all.map((i) => vector(`a${i}`));
  const offsets = all.map((i) => scalar(`b${i}`));
  // The inverse of a symmetric matrix is symmetric.
  const inverse = all.map((i) => all.map((j) => scalar(`m${Math.min(i, j)}${Math.max(i, j)}`)));
  const residuals = rows.map((a, i) => sub(dot(a, x), offsets[i]!));
  const multipliers = inverse.map((row) => sum(row.map((m, j) => mul(m, residuals[j]!))));
  return {
    name: `the text of an affine subspace, ${count} ${count === 1 ? 'condition' : 'conditions'}`,
    argue: ({ F }) => {
      const projection = project(F, rows, offsets, inverse, x);
      const identity = all.flatMap((_, i) =>
        all.map((__, j) =>
          same(
            `inverse ${i + 1}, ${j + 1}`,
            rows.map((a, k) => mul(dot(rows[i]!, a), inverse[k]![j]!)).reduce(add),
            of(i === j ? 1 : 0),
          ),
        ),
      );
      const lies = rows.map((a, i) => same(`Π(x) meets condition ${i + 1}`, dot(a, projection), offsets[i]!));
      const members = rows.map((a, i) => same(`member ${i + 1}`, dot(a, theta), offsets[i]!, 'member-inside'));
      return {
        assumes: [...identity, ...members],
        steps: [
          ...lies.map((goal, i) => ({
            goal,
            by: {
              terms: residuals.map((r, j) => ({
                multiple: sub(zero, r),
                of: `inverse ${i + 1}, ${j + 1}`,
              })),
            },
          })),
          {
            goal: same('A-(23), a right angle', angle(x, projection, theta), zero),
            by: {
              terms: multipliers.flatMap((lambda, i) => [
                { multiple: sub(zero, lambda), of: members[i]!.name },
                { multiple: lambda, of: lies[i]!.name },
              ]),
            },
          },
        ],
        concludes: [...lies.map(({ name }) => name), 'A-(23), a right angle'],
      };
    },
    instances: [MODELS[count - 1]!],
    needed: Object.fromEntries(
      all.map((i) => [`member ${i}`, { ...MODELS[count - 1]!, theta: i === 1 ? [4, 2, 0] : [1, 5, 0] }]),
    ),
  };
};

/** θ₁ = 1, and θ₂ = 2. */
const MODELS = [
  { x: [3, 5, 1], theta: [1, 4, 2], a1: [1, 0, 0], b1: 1, m11: 1 },
  { x: [3, 5, 1], theta: [1, 2, 0], a1: [1, 0, 0], a2: [0, 1, 0], b1: 1, b2: 2, m11: 1, m12: 0, m22: 1 },
];

/** The text of the projection onto an affine subspace: at right angles to all of it. */
export const affineSubspaceTheorem = (project = projectOntoAffine) =>
  proved(
    {
      id: 'affine-subspace',
      laws: ['proj.feasible', 'proj.def', 'proj.obtuse', 'proj.affine-equality'],
      cites: [{ article: '9902', equations: [16, 17, 23, 24] }],
      states: String.raw`\Theta=\{\theta:A\theta=b\}:\quad\Pi(x)=x-A^\top(AA^\top)^{-1}(Ax-b)`,
      scope: 'all dimensions',
      leaves: 'The other sets, more than two conditions, and how (A Aᵀ)⁻¹ is computed.',
    },
    [1, 2].map((count) => conditions(project, count)),
  );
