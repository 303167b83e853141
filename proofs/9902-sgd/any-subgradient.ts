import { between, extremes } from '../../properties/9902-sgd/stronger-subgradient.ts';
import { type ModelLoss, modelLossValue } from '../../properties/model.ts';
import { maxAffineForm } from '../../src/descent/losses/max-affine.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Because, Reader } from '../kernel/cases.ts';
import { equal, type RationalFunction } from '../kernel/rational-function.ts';
import { type FormalSpace, type FormalVector, formalSpace, overVectors, scalar, vector } from '../kernel/symbolic.ts';
import { nameOfVector } from '../theorem/names.ts';
import { atMost, nonnegative, positive, same } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { decidedOnce, phi, theta } from './loss-texts.ts';
import { largest, maxAffineTangent } from './max-affine.ts';
import { withModels } from './models.ts';
import { opaque } from './opaque.ts';

/** The texts of the subgradients that the law takes. */
export interface SubgradientTexts {
  readonly extremes: typeof extremes;
  readonly between: typeof between;
}
export const subgradientTexts: SubgradientTexts = { extremes, between };

const { add, div, dot, minus, mul, neg, of, one, sub } = formalSpace;
const ENDS = ['first', 'last'] as const;

/** The texts of a loss and its extreme subgradients, which touch vectors only through the algebra they are given. */
function read({ extremes }: SubgradientTexts, F: FormalSpace, loss: ModelLoss) {
  const algebra = F as unknown as Algebra<RationalFunction>;
  const ends = extremes(algebra, loss, opaque(theta)) as unknown as readonly [FormalVector, FormalVector];
  return { ends, value: (at: FormalVector): RationalFunction => modelLossValue(algebra, loss, opaque(at)) };
}

/** What lies between two subgradients is one: A-(9) is linear in the gradient. */
const convexCombination = ({ between }: SubgradientTexts): Part => ({
  name: 'between two subgradients',
  argue: ({ F }) => {
    const [first, second, s] = [vector('first'), vector('second'), scalar('s')];
    const algebra = F as unknown as Algebra<RationalFunction>;
    const taken = between(algebra, s, opaque(first), opaque(second)) as unknown as FormalVector;
    const [away, regret] = [minus(theta, vector('c')), sub(scalar('loss'), scalar('loss_c'))];
    return {
      assumes: [
        atMost('A-(9) with the first', regret, dot(away, first), 'convex-losses'),
        atMost('A-(9) with the second', regret, dot(away, second), 'convex-losses'),
        nonnegative('s at least 0', s, 'in-the-subdifferential'),
        atMost('s at most 1', s, one, 'in-the-subdifferential'),
      ],
      steps: [{ goal: atMost('A-(9)', regret, dot(away, taken)) }],
    };
  },
});

/** Both extreme subgradients of a loss obey A-(9), at its kink and elsewhere. */
const atTheKink = (texts: SubgradientTexts, name: string, loss: (reader: Reader) => ModelLoss): Part => ({
  name,
  argue: (reader) => {
    const { ends, value } = read(texts, decidedOnce(reader.F), loss(reader));
    const here = value(theta);
    const goals = ends.map((slope, i) =>
      atMost(`A-(9) with the ${ENDS[i]}`, dot(minus(phi, theta), slope), sub(value(phi), here)),
    );
    return { assumes: [], steps: goals.map((goal) => ({ goal })), concludes: goals.map(({ name }) => name) };
  },
});

/** Why an option follows from one or two decisions before it, as transitivity and symmetry have it. */
const following =
  ({ facts }: Reader): Because =>
  ({ relation, value }) => {
    const signed = facts().flatMap(({ name, ...fact }) => [
      { ...fact, term: fact.relation === '= 0' ? { multiple: one, of: name } : { facts: [name] } },
      ...(fact.relation === '= 0' ? [{ ...fact, value: neg(fact.value), term: { multiple: of(-1), of: name } }] : []),
    ]);
    const sums = [...signed.map((a) => [a]), ...signed.flatMap((a, i) => signed.slice(0, i).map((b) => [a, b]))];
    const found = sums.find((terms) => {
      const relations = terms.map((each) => each.relation);
      const says = relations.includes('> 0') ? '> 0' : relations.includes('>= 0') ? '>= 0' : '= 0';
      const enough = says === relation || (relation === '>= 0' && says !== relation);
      return enough && equal(terms.map((each) => each.value).reduce(add), value);
    });
    return found && { terms: found.map(({ term }) => term) };
  };

/** The extremes of the largest of K affine pieces are slopes of pieces that attain the value at θ. */
const attained = (texts: SubgradientTexts, count: number): Part => ({
  name: `the extremes at θ, K = ${count}`,
  argue: (reader) => {
    const names = Array.from({ length: count }, (_, k) => `slope_${k + 1}`);
    const loss = {
      kind: 'max-affine',
      slopes: names.map(reader.point),
      offsets: names.map((_, k) => reader.number(`offset_${k + 1}`)),
    } as unknown as ModelLoss;
    const { ends, value } = read(texts, overVectors(reader.forced(following(reader))), loss);
    const here = value(theta);
    const goals = ends.map((slope, i) => {
      const k = names.indexOf(nameOfVector(slope) ?? '') + 1;
      const piece = add(dot(vector(`slope_${k}`), theta), scalar(`offset_${k}`));
      return same(`the value is that of the ${ENDS[i]} piece`, here, piece);
    });
    return { assumes: [], steps: goals.map((goal) => ({ goal })), concludes: goals.map(({ name }) => name) };
  },
});

/** A-(9) of such a piece, of any number of them. */
const ofAPiece: Part = { ...maxAffineTangent, name: 'a piece that attains the value' };

/** A-(15) for these gradients: nothing but A-(9) is asked of a gradient there. */
const total: Part = {
  name: 'A-(15)',
  argue: () => {
    const [regrets, D2, last, gradients] = [scalar('regrets'), scalar('D2'), scalar('last'), scalar('gradients')];
    const middle = add(div(D2, mul(of(2), last)), gradients);
    const by = ['nonincreasing-rates', 'positive-rates', 'convex-set', 'comparator-inside', 'convex-losses'];
    return {
      assumes: [positive('last rate', last), atMost('A-(15), the middle', regrets, middle, ...by)],
      steps: [{ goal: atMost('A-(15) with these subgradients', regrets, middle) }],
    };
  },
};

/** A-(9) for every subgradient between the extreme ones, and A-(15) with it. */
export const anySubgradientTheorem = (texts: SubgradientTexts = subgradientTexts) => {
  const { cites, states } = lawOf('sgd.any-subgradient');
  const statement = { id: 'any-subgradient', laws: ['sgd.any-subgradient'], cites, states } as const;
  return proved(
    { ...statement, scope: 'all dimensions, all T', restsOn: ['regret-bound'] },
    withModels('any-subgradient', [
      atTheKink(texts, 'absolute', ({ number, point }) => ({
        kind: 'absolute',
        feature: point('feature'),
        target: number('target'),
      })),
      atTheKink(texts, 'hinge', ({ point }) => ({ kind: 'hinge', feature: point('feature') })),
      ofAPiece,
      ...[1, 2, 3].flatMap((K) => [attained(texts, K), largest(maxAffineForm, K)]),
      convexCombination(texts),
      total,
    ]),
    'cases',
  );
};
