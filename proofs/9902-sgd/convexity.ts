import type { OnlineRun } from '../../properties/instances/descent/online-run.ts';
import type { Fact } from '../kernel/fact.ts';
import { type FormalVector, formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import type { Shape } from '../theorem/law-reading.ts';
import { atMost, below, nonnegative, positive, same } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { lawTexts } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, axpy, dot, minus, mul, of, one, scale, squaredNorm, sub } = formalSpace;
const [a, b, ga, gb, gm] = [vector('a'), vector('b'), vector('ga'), vector('gb'), vector('gm')];
const [La, Lb, Lm, lambda] = [scalar('La'), scalar('Lb'), scalar('Lm'), scalar('lambda')];
/** a + λ(b − a). */
const m = axpy(lambda, minus(b, a), a);

/** L(to) ≥ L(from) + g(from)·(to − from), a case of A-(9). */
const tangent = (
  name: string,
  Lto: typeof La,
  to: FormalVector,
  Lfrom: typeof La,
  from: FormalVector,
  g: FormalVector,
): Fact => nonnegative(name, sub(sub(Lto, Lfrom), dot(minus(to, from), g)), 'convex-losses');

/** Jensen's gap as a sum of two gaps of A-(9). */
export const jensenTheorem = proved(
  {
    id: 'jensen',
    laws: ['sgd.cvx-jensen'],
    cites: [{ article: '9902', equations: [9] }],
    states: String.raw`(1-\lambda)L(a)+\lambda L(b)-L(m)=(1-\lambda)\,[L(a)-L(m)-(a-m)\cdot g(m)]+\lambda\,[L(b)-L(m)-(b-m)\cdot g(m)]`,
    scope: 'all dimensions',
  },
  withModels('jensen', [
    {
      name: 'Jensen',
      instances: [],
      argue: () => {
        const gap = (L: typeof La, at: FormalVector) => sub(sub(L, Lm), dot(minus(at, m), gm));
        const rest = sub(one, lambda);
        return {
          assumes: [],
          steps: [
            {
              goal: same(
                'the gap of Jensen’s inequality',
                sub(add(mul(rest, La), mul(lambda, Lb)), Lm),
                add(mul(rest, gap(La, a)), mul(lambda, gap(Lb, b))),
              ),
            },
          ],
        };
      },
    },
  ]),
);

/** Any quadratic on the line, at any two points. */
const quadratic: Shape = {
  name: 'a quadratic',
  instance: (free): OnlineRun => ({
    set: { kind: 'space', dimension: 1 },
    start: free.numbers('a', 1),
    comparator: free.numbers('b', 1),
    losses: [{ kind: 'quadratic', curvature: free.number('curvature'), center: free.numbers('center', 1) }],
    schedule: { kind: 'sequence', rates: [free.number('eta')] },
  }),
  given: [nonnegative('curvature', scalar('curvature'), 'convex-losses')],
  hints: () => ({ facts: ['curvature'], squares: [sub(scalar('a_1'), scalar('b_1'))] }),
  needed: { curvature: { a_1: 1, b_1: 2, curvature: -1, center_1: 0, eta: 1 } },
};

/** What follows from A-(9): tangents, chords and monotone gradients. */
export const convexityTheorem = proved(
  {
    id: 'convexity',
    laws: ['sgd.cvx-equivalent'],
    cites: [{ article: '9902', equations: [9] }],
    states: String.raw`\lambda\,g(a)\cdot(b-a)\le L(a+\lambda(b-a))-L(a)\le\lambda(L(b)-L(a)),\quad(g(b)-g(a))\cdot(b-a)\ge0,\quad2L\bigl(\tfrac{a+b}2\bigr)\le L(a)+L(b)`,
    scope: 'all dimensions',
  },
  withModels('convexity', [
    {
      name: 'tangent and chord',
      instances: [],
      argue: () => ({
        assumes: [
          nonnegative('λ', lambda),
          atMost('λ at most 1', lambda, one),
          tangent('A-(9) from a to m', Lm, m, La, a, ga),
          tangent('A-(9) from m to a', La, a, Lm, m, gm),
          tangent('A-(9) from m to b', Lb, b, Lm, m, gm),
        ],
        steps: [
          { goal: atMost('tangent', mul(lambda, dot(ga, minus(b, a))), sub(Lm, La)) },
          { goal: atMost('chord', sub(Lm, La), mul(lambda, sub(Lb, La))) },
        ],
        concludes: ['tangent', 'chord'],
      }),
    },
    {
      name: 'monotone gradients',
      instances: [],
      argue: () => ({
        assumes: [tangent('A-(9) from a to b', Lb, b, La, a, ga), tangent('A-(9) from b to a', La, a, Lb, b, gb)],
        steps: [{ goal: nonnegative('monotone', dot(minus(gb, ga), minus(b, a))) }],
      }),
    },
    {
      name: 'second difference',
      instances: [],
      argue: () => {
        const middle = axpy(of(0.5), minus(b, a), a);
        return {
          assumes: [
            tangent('A-(9) from the middle to a', La, a, Lm, middle, gm),
            tangent('A-(9) from the middle to b', Lb, b, Lm, middle, gm),
          ],
          steps: [{ goal: atMost('second difference', mul(of(2), Lm), add(La, Lb)) }],
        };
      },
    },
    ...lawTexts('sgd.cvx-equivalent', [quadratic]),
  ]),
);

/** Over the whole space a linear loss has no least value: a step against its gradient lowers it. */
export const noMinimizerTheorem = proved(
  {
    id: 'no-minimizer',
    laws: ['sgd.no-minimizer'],
    cites: [{ article: '9902', equations: [2] }],
    states: String.raw`L(\theta)=a\cdot\theta,\ a\ne0\implies L\bigl(c-\nabla L(c)\bigr)<L(c)`,
    scope: 'all dimensions',
    leaves: 'That on a closed bounded set there is a minimizer, which Coq proves.',
  },
  withModels('no-minimizer', [
    {
      name: 'a lower value',
      instances: [],
      argue: () => {
        const c = vector('c');
        return {
          assumes: [positive('not constant', squaredNorm(a))],
          steps: [{ goal: below('lower', dot(a, minus(c, a)), dot(a, c)) }],
        };
      },
    },
  ]),
);

/** What is true of the lengths of a sum. */
export const sumOfSquaresTheorem = proved(
  {
    id: 'sum-of-squares',
    laws: ['sgd.c-broq-squares'],
    cites: [{ article: '9902', equations: [20], place: 'the comment by broq' }],
    states: String.raw`\|a+b\|^2-\|a\|^2-\|b\|^2=2\,a\cdot b`,
    scope: 'all dimensions',
  },
  withModels('sum-of-squares', [
    {
      name: 'the difference',
      instances: [],
      argue: () => ({
        assumes: [],
        steps: [
          {
            goal: same(
              'squares',
              sub(squaredNorm(minus(a, scale(of(-1), b))), add(squaredNorm(a), squaredNorm(b))),
              mul(of(2), dot(a, b)),
            ),
          },
        ],
      }),
    },
  ]),
);
