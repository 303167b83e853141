import { type LineRegion, lineGradient, lineRegions, lineReward } from '../../../src/bridge/line-regions.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import type { Algebra } from '../../../src/scalar/algebra.ts';
import { dual } from '../../../src/scalar/dual.ts';
import { equal, type Relation } from '../../../src/scalar/relation.ts';
import { boundariesOf, type LineCase, lineCases, regionCount, regionsOf } from '../../instances/bridge/line-case.ts';
import { SECTIONS } from '../sections.ts';

/** The regions of the case with the densities given for their boundaries, by position. */
function given<S>(F: Algebra<S>, instance: LineCase) {
  const regions = regionsOf(F, instance);
  const theta = F.of(instance.theta);
  const smoothing = F.of(instance.smoothing);
  const boundaries = boundariesOf(regions).map((v) => F.div(F.sub(v, theta), smoothing));
  const density = (u: S): S => F.of(instance.densities[boundaries.findIndex((t) => F.compare(t, u) === 0)]!);
  return { regions, theta, smoothing, boundaries, density, rewards: F.vector(instance.rewards) };
}

/** (1/ε) Σ_y r_y (φ(a_y) − φ(b_y)). */
const zerothOrder = <S>(F: Algebra<S>, instance: LineCase): S => {
  const { regions, rewards, theta, smoothing, density } = given(F, instance);
  return lineGradient(F, regions, rewards, theta, smoothing, density);
};

/** d/dθ Σ_y r_y (Φ(b_y) − Φ(a_y)), by differentiating with Φ′ = φ. */
function policyGradient<S>(F: Algebra<S>, instance: LineCase): S {
  const D = dual(F);
  const { regions, rewards, theta, smoothing, density } = given(F, instance);
  const [at] = D.variables([theta]);
  const lifted = regions.map(
    ({ winner, from, to }): LineRegion<ReturnType<typeof D.constant>> => ({
      winner,
      from: from === undefined ? undefined : D.constant(from),
      to: to === undefined ? undefined : D.constant(to),
    }),
  );
  const reward = lineReward(D, lifted, rewards.map(D.constant), at!, D.constant(smoothing), ({ value, gradient }) => ({
    value: F.zero, // Φ itself does not enter its derivative
    gradient: F.scale(density(value), gradient),
  }));
  return D.gradient(reward, 1)[0]!;
}

/** φ′(t)/φ(t) = −t, by differentiating exp((t² − u²)/2) at u = t. */
function logarithmicDerivative<S>(F: Algebra<S>, t: S): S {
  const D = dual(F);
  const [u] = D.variables([t]);
  const relative = D.exp(D.div(D.sub(D.square(D.constant(t)), D.square(u!)), D.of(2)));
  return D.gradient(relative, 1)[0]!;
}

const differentiatesToItself = <S>(F: Algebra<S>, instance: LineCase): Relation<S> =>
  given(F, instance).boundaries.map((t, k) =>
    equal(logarithmicDerivative(F, t), F.neg(t), `φ′/φ at boundary ${k + 1}`),
  );

/**
 * Whether each region's class has the largest logit everywhere in it. The largest logit is convex, so it is enough to
 * look at the ends: at a boundary the logit itself, at an end of the line the slope.
 */
function winsItsRegion<S>(F: Algebra<S>, instance: LineCase, regions: readonly LineRegion<S>[]): Relation<S> {
  const [slopes, offsets] = [F.vector(instance.slopes), F.vector(instance.offsets)];
  const isLargestAt = (winner: number, v: S) => {
    const logits = F.axpy(v, slopes, offsets);
    return equal(logits[winner]!, logits.reduce(F.max), `logit of class ${winner + 1}`);
  };
  return regions.map(({ winner, from, to }) => {
    const name = `slope of class ${winner + 1}`;
    return [
      isLargestAt(winner, from ?? to ?? F.of(instance.theta)),
      from === undefined ? equal(slopes[winner]!, slopes.reduce(F.min), name) : isLargestAt(winner, from),
      to === undefined ? equal(slopes[winner]!, slopes.reduce(F.max), name) : isLargestAt(winner, to),
    ];
  });
}

export const probitPolicy = law<LineCase, undefined>({
  id: 'zoR.probit',
  version: 1,
  cites: [{ article: '7737', equations: [17, 18, 23], place: 'in place of (23)' }],
  section: SECTIONS.finale,
  states: String.raw`u\sim N(0,1):\quad\tilde\nabla_\theta r(\operatorname{argmax}f_\theta)=\nabla_\theta\sum_y\pi_\varepsilon(y|\theta)\,r_y,\qquad\pi_\varepsilon(y|\theta)=P(\operatorname{argmax}f_{\theta+\varepsilon u}=y)`,
  says: 'What (23) should say: for Gaussian directions the zeroth-order gradient of the hard reward is a policy gradient exactly, at every ε, of the policy that plays the winner at θ + εu. (Checked for logits affine in one parameter, whatever the values of φ at the boundaries; φ′ = −uφ is all that it takes.)',
  expects: 'holds',
  instances: lineCases,
  hypotheses: [],
  reference: undefined,
  claim: (F, instance) => [
    equal(zerothOrder(F, instance), policyGradient(F, instance), 'gradient'),
    differentiatesToItself(F, instance),
    winsItsRegion(F, instance, regionsOf(F, instance)),
  ],
  cover: {
    'three regions or more': { atLeast: 0.2, when: (instance) => regionCount(instance) > 2 },
    'a class that never wins': { atLeast: 0.3, when: (instance) => regionCount(instance) < instance.slopes.length },
  },
  teeth: {
    'region-sides-swapped': {
      says: 'The regions are taken from the wrong side: the lower end for the upper.',
      claim: (F, instance) => equal(F.neg(zerothOrder(F, instance)), policyGradient(F, instance)),
    },
    'missing-smoothing': {
      says: 'The integral is not divided by ε.',
      claim: (F, instance) =>
        equal(F.mul(F.of(instance.smoothing), zerothOrder(F, instance)), policyGradient(F, instance)),
    },
    'next-reward': {
      says: 'Each class is paid the reward of the next one.',
      claim: (F, instance) => {
        const { rewards } = instance;
        const shifted = { ...instance, rewards: [...rewards.slice(1), rewards[0]!] };
        return equal(zerothOrder(F, shifted), policyGradient(F, instance));
      },
    },
    'losers-for-winners': {
      says: 'The regions are those of the smallest logit.',
      claim: (F, instance) => {
        const [slopes, offsets] = [F.vector(instance.slopes).map(F.neg), F.vector(instance.offsets).map(F.neg)];
        return winsItsRegion(F, instance, lineRegions(F, { slopes, offsets }));
      },
    },
    'uniform-density': {
      says: 'φ is taken to be constant near a boundary.',
      claim: (F, instance) => given(F, instance).boundaries.map((t) => equal(logarithmicDerivative(F, t), F.zero)),
    },
  },
});

/** What the zeroth-order gradient of the hard reward is exactly. */
export const probitLaws: readonly AnyLaw[] = [probitPolicy];
