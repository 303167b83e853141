import { type Definition, definition, type Ledger, type Narrative, narrative } from '../ledger.ts';

const definitions: readonly Definition[] = [
  definition(2, 'src/descent/regret.ts#averageRegret', 'θ* or any other point c to compare with'),
  definition(3, 'src/descent/sgd.ts#descend', 'the iteration'),
  definition(3, 'src/descent/loss.ts#subgradient', 'the gradient g(x_t, θ)'),
  definition(4, 'src/descent/regret.ts#averageRegret', 'left side'),
  definition(4, 'src/descent/regret.ts#regretBound', 'right side'),
  definition(5, 'src/descent/step-identities.ts#constantRateGap'),
  definition(6, 'src/descent/schedule.ts#horizonRate', 'the rate D/(G√T)'),
  definition(6, 'properties/9902-sgd/bounds.ts#horizonBound', 'the bound'),
  definition(7, 'src/descent/schedule.ts#decayingRate', 'the rate α/√t'),
  definition(8, 'properties/9902-sgd/bounds.ts#decayBound'),
  definition(9, 'src/descent/loss.ts#subgradient'),
  definition(10, 'src/descent/step-identities.ts#distanceExpansion'),
  definition(11, 'src/descent/step-identities.ts#solvedInnerProduct'),
  definition(14, 'src/descent/step-identities.ts#abelSummation', 'line 1'),
  definition(14, 'src/descent/step-identities.ts#abelClose', 'line 3'),
  definition(15, 'src/descent/regret.ts#gradientRegretBound', 'the middle'),
  definition(16, 'src/convex/index.ts#project'),
  definition(17, 'src/descent/sgd.ts#step'),
  definition(20, 'src/convex/segment-identities.ts#segmentRegrouping'),
  definition(21, 'src/convex/segment-identities.ts#segmentGap'),
  definition(24, 'src/convex/segment-identities.ts#pythagoreanExpansion'),
];

const narratives: readonly Narrative[] = [
  narrative(
    'sgd.speed',
    'A-(6) “probably converges faster” than A-(8) compares two upper bounds, which sgd.const-larger decides. Read as a statement about runs it is false, sgd.faster-constant.',
  ),
  narrative(
    'a closed, nonempty Θ',
    'Every set that can be written down is closed and nonempty; sgd.final and proj.def say what is missing without it.',
  ),
  narrative(
    'D and G known before the rate is chosen',
    'With the D and G of the finished run the rate D/(G√T) of A-(6) would need the run to choose the rate. The article says as much, and turns to D = diam Θ, for which sgd.final holds.',
  ),
  narrative(
    '“the average of the SGD iterates”',
    'The average loss is meant, not the loss at the average; sgd.averaged-iterate links the two for convex losses.',
  ),
  narrative(
    'the gradient in A-(9)',
    'It is written at θ and meant at θ₁, the point of the tangent; sgd.cvx is stated so.',
  ),
  narrative('x as “the training set”', 'x_t is the sample of step t, a subset of the training set.'),
  narrative('“monotonically decreasing” rates', 'Nonincreasing is meant, as the formula beside it says.'),
  narrative(
    'losses chosen by an adversary',
    'sgd.regret-bound takes any losses in any order, so A-(4) needs no independent samples; sgd.adaptive-losses lets them depend on the run. Only the reading as L(θ*) needs samples independent of a θ* fixed before; sgd.gap-reading.',
  ),
  narrative(
    'the circumradius of any Θ',
    'R ≤ D √(d/(2(d + 1))) for every bounded set is Jung’s theorem (1901); sgd.jung-simplex decides the simplex that attains it.',
  ),
];

/** What stands for article 9902 beside its laws. */
export const sgdLedger: Ledger = { article: '9902', equations: 24, definitions, narratives };
