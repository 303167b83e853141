import { descend, step } from '../../src/descent/sgd.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { atMost, nonnegative, positive, same, sameVector } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { withModels } from './models.ts';
import { type DescentTexts, descends, descentTexts, projected, readStep, target } from './online-step.ts';
import { runParts } from './run-text.ts';

const { add, div, dot, minus, mul, of, one, scale, squaredNorm, sub } = formalSpace;
const nothing = formalSpace.zero;
const sigma = scalar('sigma');
const half = (a: RationalFunction) => div(a, of(2));

/** Σ regrets, Σ‖g‖²/(2σt), the number of steps, and where the run is. */
interface Seen {
  readonly [name: string]: RationalFunction | FormalVector;
  readonly regrets: RationalFunction;
  readonly gradients: RationalFunction;
  readonly count: RationalFunction;
  readonly theta: FormalVector;
}
const anyState = (): Seen => ({
  regrets: scalar('regrets'),
  gradients: scalar('gradients'),
  count: scalar('count'),
  theta: vector('theta'),
});
const beginning = (): Seen => ({ regrets: nothing, gradients: nothing, count: nothing, theta: vector('start') });
/** Σ‖g‖²/(2σt) − (σt/2)‖θ_{t+1} − c‖². */
const bound = ({ gradients, count, theta }: Seen) =>
  sub(gradients, half(mul(mul(sigma, count), squaredNorm(minus(theta, target)))));

/** Strongly convex losses with rates 1/(σt), for all T. */
export const stronglyConvexTheorem = (texts: DescentTexts = descentTexts) =>
  proved(
    {
      id: 'strongly-convex',
      laws: ['sgd.strongly-convex'],
      cites: [{ article: '9902', equations: [4], place: 'sharper for strongly convex losses' }],
      states: String.raw`\eta_t=\frac1{\sigma t}:\quad\sum_tL_t(\theta_t)-L_t(c)\le\sum_t\frac{\|g_t\|^2}{2\sigma t}-\frac{\sigma T}2\|\theta_{T+1}-c\|^2\le\frac{G^2}{2\sigma}\sum_{t=1}^T\frac1t`,
      scope: 'all dimensions, all T',
      restsOn: ['nonexpansive'],
    },
    withModels('strongly-convex', [
      ...runParts(texts),
      ...induction<Seen>({
        invariant: (_, state): Fact => atMost('invariant', state.regrets, bound(state)),
        before: anyState,
        base: { first: () => ({ state: beginning(), assumes: [] }) },
        step: {
          next: (reader, before) => {
            const count = add(before.count, one);
            const taken = readStep(texts, reader, before.theta, div(one, mul(sigma, count)));
            const curved = sub(
              dot(minus(taken.theta, target), taken.g),
              half(mul(sigma, squaredNorm(minus(taken.theta, target)))),
            );
            return {
              state: {
                regrets: add(before.regrets, taken.regret),
                gradients: add(before.gradients, div(taken.squaredGradient, mul(of(2), mul(sigma, count)))),
                count,
                theta: taken.next,
              },
              assumes: [
                positive('curvature', sigma, 'positive-rates', 'harmonic-rates'),
                nonnegative('steps before', before.count),
                projected(taken),
                atMost('strongly convex', taken.regret, curved, 'strongly-convex'),
              ],
              steps: [{ goal: positive('steps', count) }, descends(taken)],
            };
          },
        },
      }),
      ...induction({
        invariant: (_, { gradients, sum }) =>
          atMost('invariant', gradients, mul(div(scalar('G2'), mul(of(2), sigma)), sum)),
        before: () => ({ gradients: scalar('gradients'), sum: scalar('sum') }),
        base: {
          first: () => ({
            state: { gradients: nothing, sum: nothing },
            assumes: [positive('curvature', sigma, 'positive-rates')],
          }),
        },
        step: {
          next: (_, { gradients, sum }) => {
            const [count, squared] = [scalar('count'), scalar('squared')];
            return {
              state: {
                gradients: add(gradients, div(squared, mul(of(2), mul(sigma, count)))),
                sum: add(sum, div(one, count)),
              },
              assumes: [
                positive('curvature', sigma, 'positive-rates'),
                positive('steps', count),
                atMost('gradient', squared, scalar('G2')),
              ],
            };
          },
        },
      }).map((part) => ({ ...part, name: `harmonic, ${part.name}` })),
      {
        name: 'the end',
        instances: [],
        argue: () => {
          const state = anyState();
          const [sum, { gradients, count }] = [scalar('sum'), state];
          const harmonic = mul(div(scalar('G2'), mul(of(2), sigma)), sum);
          return {
            assumes: [
              positive('curvature', sigma, 'positive-rates'),
              nonnegative('steps', count),
              atMost('harmonic invariant', gradients, harmonic),
            ],
            steps: [{ goal: atMost('the second bound', bound(state), harmonic) }],
          };
        },
      },
    ]),
    'induction',
  );

/** On quadratic losses without a projection that bound is an equality, and the run is at the mean of the minima. */
export const stronglyConvexEqualityTheorem = (texts = { descend, step }) =>
  proved(
    {
      id: 'strongly-convex-equality',
      laws: ['sgd.strongly-convex-equality'],
      cites: [{ article: '9902', equations: [3], place: 'on quadratic losses' }],
      states: String.raw`L_t(\theta)=\tfrac\sigma2\|\theta-m_t\|^2,\ \eta_t=\frac1{\sigma t}:\quad\sum_tL_t(\theta_t)-L_t(c)=\sum_t\frac{\|g_t\|^2}{2\sigma t}-\frac{\sigma T}2\|\theta_{T+1}-c\|^2,\quad\theta_{T+1}=\frac1T\sum_tm_t`,
      scope: 'all dimensions, all T',
    },
    withModels('strongly-convex-equality', [
      ...runParts(texts),
      ...induction<Seen>({
        invariant: (_, state) => same('invariant', state.regrets, bound(state)),
        before: anyState,
        base: { first: () => ({ state: beginning(), assumes: [] }) },
        step: {
          next: ({ F }, before) => {
            const m = vector('m');
            const count = add(before.count, one);
            const g = scale(sigma, minus(before.theta, m));
            const theta = texts.step(F, (x) => x, before.theta, div(one, mul(sigma, count)), g);
            const loss = (at: FormalVector) => half(mul(sigma, squaredNorm(minus(at, m))));
            return {
              state: {
                regrets: add(before.regrets, sub(loss(before.theta), loss(target))),
                gradients: add(before.gradients, div(squaredNorm(g), mul(of(2), mul(sigma, count)))),
                count,
                theta,
              },
              assumes: [positive('curvature', sigma), nonnegative('steps before', before.count)],
              steps: [{ goal: positive('steps', count) }],
            };
          },
        },
      }),
      {
        name: 'the mean of the minima, from one step to the next',
        instances: [],
        argue: ({ F }) => {
          const [m, sum, count] = [vector('m'), vector('sum'), scalar('count')];
          const before = scale(div(one, count), sum);
          const after = add(count, one);
          const g = scale(sigma, minus(before, m));
          const theta = texts.step(F, (x) => x, before, div(one, mul(sigma, after)), g);
          const mean = scale(div(one, after), formalSpace.plus(sum, m));
          return {
            assumes: [positive('curvature', sigma), positive('steps before', count)],
            steps: [{ goal: positive('steps', after) }, { goal: sameVector('at the mean', theta, mean) }],
          };
        },
      },
    ]),
    'induction',
  );
