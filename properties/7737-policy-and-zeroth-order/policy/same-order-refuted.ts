import { z } from 'zod';
import type { Instances } from '../../../src/law/instances.ts';
import { law } from '../../../src/law/law.ts';
import { exactNumber } from '../../../src/law/witness.ts';
import { expectedReward } from '../../../src/policy/gradient.ts';
import { normalize } from '../../../src/policy/softmax.ts';
import type { Algebra, Vector } from '../../../src/scalar/algebra.ts';
import { type Exact, ratio } from '../../../src/scalar/exact.ts';
import { atMost } from '../../../src/scalar/relation.ts';
import { listed, plainData } from '../../instances/plain-data.ts';
import { drawRanked, type RankedCase, rankedShape, requireRanked } from '../../instances/policy/ranked-case.ts';
import { SECTIONS } from '../sections.ts';

const cites = [{ article: '7737', equations: [2, 3], place: 'the text after (3)' }] as const;

/** A policy, and by how much of the range of the rewards objective (2) may miss its supremum. */
interface NearlyBest extends RankedCase {
  readonly slack: Exact;
}

const schema: z.ZodType<NearlyBest> = z.strictObject({ ...rankedShape, slack: exactNumber });

const nearlyBest: Instances<NearlyBest> = plainData<NearlyBest>({
  schema,
  generate: (draw) => ({ ...drawRanked(draw, { most: 4, degenerate: false }), slack: ratio(1, draw.integer(1, 1000)) }),
  require: requireRanked,
});

const opposite = (k: number): NearlyBest => ({
  weights: [k, ratio(1, 100), 1],
  rewards: [1, 0.5, 0],
  slack: ratio(2, k),
});

/** (p_i − p_j)(r_i − r_j) ≥ 0 for all pairs. */
const sameOrder = <S>({ mul, sub, zero }: Algebra<S>, p: Vector<S>, r: Vector<S>) =>
  p.flatMap((pi, i) =>
    p.slice(0, i).map((pj, j) => atMost(zero, mul(sub(pi, pj), sub(r[i]!, r[j]!)), `classes ${j + 1} and ${i + 1}`)),
  );

export const sameOrderAtTheBest = law<NearlyBest, undefined>({
  id: 'pg.same-order',
  version: 1,
  cites,
  section: SECTIONS.rearrangement,
  states: String.raw`\sum_yp_yr_y\ge\max r-\delta\,(\max r-\min r)\implies(p_i-p_j)(r_i-r_j)\ge0\ \forall i,j`,
  says: 'Where objective (2) is as good as at its best, the classes are ranked as their rewards are, down to the last. (Not so: the objective comes as near to its best as one likes while second and third are exchanged.)',
  expects: 'refuted',
  instead: ['pg.same-order-fixed', 'pg.simplex-maximizer', 'pg.ascent-order'],
  instances: listed(nearlyBest, [opposite(100), opposite(10_000), opposite(1_000_000)]),
  hypotheses: [],
  reference: undefined,
  claim: (F, { weights, rewards, slack }) => {
    const [p, r] = [normalize(F, F.vector(weights)), F.vector(rewards)];
    const [best, worst] = [r.reduce((a, b) => F.max(a, b)), r.reduce((a, b) => F.min(a, b))];
    const missing = F.sub(best, expectedReward(F, p, r));
    return F.compare(missing, F.mul(F.of(slack), F.sub(best, worst))) > 0 ? [] : sameOrder(F, p, r);
  },
  cover: {},
  teeth: {},
});
