import type { Draw } from '../../../src/law/draw.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { sameExact } from '../../../src/scalar/exact.ts';
import { drawLogitCase, gradientsOf, type LogitCase, logitCases } from '../../instances/bridge/logit-case.ts';
import { SECTIONS } from '../sections.ts';
import { cosineAbove } from './angles.ts';

/**
 * Where the cosine comes nearest to −1/√3: a likely class without reward, and one class against two, the farther ones
 * with the larger rewards. The policy gradient sees almost only the farther ones, the zeroth-order gradient, whose
 * weights fall off much faster, only the nearer ones.
 */
function nearTheWorst(draw: Draw): LogitCase {
  const near = draw.integer(20, 36) / 8;
  const far = near + draw.integer(16, 28) / 8;
  const big = draw.integer(1, 9) * 10 ** draw.integer(2, 5);
  const isSingleFar = draw.chance(0.5);
  const [single, pair] = isSingleFar ? [far, near] : [near, far];
  return {
    logits: [0, -single, -pair, -pair - draw.integer(0, 1) / 8],
    rewards: isSingleFar ? [0, big, -1, -1] : [0, 1, -big, -big],
    smoothing: 0.5,
    temperature: 1,
  };
}

/** Rewards that are not all equal: otherwise both gradients are 0. */
function drawn(draw: Draw): LogitCase {
  if (draw.chance(0.6)) return nearTheWorst(draw);
  const instance = drawLogitCase(draw, 4, 4);
  const isMixed = instance.rewards.some((r) => r !== instance.rewards[0]);
  const smoothing = draw.integer(4, 16) / 8;
  return { ...instance, smoothing, rewards: isMixed ? instance.rewards : [0, 1, 0, -1] };
}

export const fourClassAngle = law<LogitCase, undefined>({
  id: 'zoR.four-classes-angle',
  version: 1,
  cites: [{ article: '7737', equations: [23], place: 'in place of (23)' }],
  section: SECTIONS.finale,
  states: String.raw`K=4:\quad\cos\angle(\tilde\nabla_z\mathcal R,\nabla_z\mathcal S)>-\tfrac1{\sqrt3}`,
  says: 'In the logits of one example with four classes the two gradients are less than 125.3° apart: searched, not proved. (For three classes 120° is proved, zoR.three-classes-angle.)',
  expects: 'conjectured',
  instances: logitCases(drawn),
  hypotheses: [
    {
      name: 'rewards-differ',
      says: 'The rewards are not all equal.',
      holds: ({ rewards }) => rewards.some((r) => !sameExact(r, rewards[0]!)),
      necessity: {
        kind: 'necessary-by-argument',
        because: 'With equal rewards both gradients are 0 and make no angle.',
      },
    },
    {
      name: 'four-classes',
      says: 'There are four classes.',
      holds: ({ logits }) => logits.length === 4,
      necessity: {
        kind: 'not-shown',
        because:
          'With more classes the angle can be larger, cosines near −2/3 for five; every case of it takes longer to decide.',
      },
    },
  ],
  reference: undefined,
  claim: (F, instance) => {
    const { policy, zerothOrder } = gradientsOf(F, instance);
    return cosineAbove(F, policy, zerothOrder, 3);
  },
  cover: {
    'an obtuse angle': { atLeast: 0.4, when: (_instance, ratio) => ratio !== undefined && ratio > 0 },
    'a cosine below −1/2': { atLeast: 0.3, when: (_instance, ratio) => ratio !== undefined && ratio > 0.75 },
  },
  teeth: {
    half: {
      says: 'The cosine is above −1/2, as for three classes.',
      claim: (F, instance) => {
        const { policy, zerothOrder } = gradientsOf(F, instance);
        return cosineAbove(F, policy, zerothOrder, 4);
      },
    },
  },
  // Six integrals a case, seconds each in decimal intervals: few cases, one second opinion, and the filter decides.
  atMostRuns: 400,
  ladder: ['filter'],
  secondOpinions: 1,
});

/** What is conjectured of the angle between the two gradients. */
export const worstAngleLaws: readonly AnyLaw[] = [fourClassAngle];
