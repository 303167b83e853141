import { z } from 'zod';
import { segmentPoint } from '../../src/convex/segment-identities.ts';
import type { Instances } from '../../src/law/instances.ts';
import { type AnyLaw, law } from '../../src/law/law.ts';
import { withoutEntry } from '../../src/law/simplify.ts';
import { exactVector } from '../../src/law/witness.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Exact, ExactVector } from '../../src/scalar/exact.ts';
import { atMost, equal } from '../../src/scalar/relation.ts';
import type { ProjectionCase } from '../instances/descent/projection-case.ts';
import { dotExact, negated } from '../instances/exact-vectors.ts';
import { listed, plainData } from '../instances/plain-data.ts';
import { isPositive, isZero, requireDimension } from '../instances/well-formed.ts';
import { memberOfModel } from '../model.ts';
import { lambdaAtMostOneNeeded, lambdaNonnegative, nearestPointHypotheses } from './projection-hypotheses.ts';
import { aboutCases, movedOrNot, readCase } from './projection-reading.ts';
import { mistakes } from './projection-teeth.ts';
import { SECTIONS } from './sections.ts';
import type { SgdParts } from './subject.ts';

/** Two vectors to add. */
interface VectorPair {
  readonly a: ExactVector;
  readonly b: ExactVector;
}

const schema: z.ZodType<VectorPair> = z.strictObject({ a: exactVector, b: exactVector });

const drawn = plainData<VectorPair>({
  schema,
  generate: (draw) => {
    const d = draw.logUniform(1, 32);
    const style = draw.pick(['integer', 'dyadic', 'fraction', 'full-mantissa'] as const);
    const a = draw.list(d, () => draw.real(style));
    const isTurned = d % 2 === 0 && draw.chance(1 / 4);
    return { a, b: isTurned ? a.map((_, i) => quarterTurn(a, i)) : draw.list(d, () => draw.real(style)) };
  },
  require: ({ a, b }) => requireDimension('b', b, a.length),
});

const pairs: Instances<VectorPair> = {
  ...drawn,
  *simplify({ a, b }) {
    for (let i = 0; i < a.length && a.length > 1; i++) yield { a: withoutEntry(a, i), b: withoutEntry(b, i) };
    yield* drawn.simplify({ a, b });
  },
};

/** Coordinate i of (−a₂, a₁, −a₄, a₃, …), which is at a right angle to a. */
const quarterTurn = (a: ExactVector, i: number): Exact => (i % 2 === 0 ? negated(a[i + 1]!) : a[i - 1]!);

/** ‖a + b‖², ‖a‖² + ‖b‖² and a · b. */
function squares<S>(F: Algebra<S>, pair: VectorPair): { readonly ofSum: S; readonly sum: S; readonly inner: S } {
  const [a, b] = [F.vector(pair.a), F.vector(pair.b)];
  return {
    ofSum: F.squaredNorm(F.plus(a, b)),
    sum: F.add(F.squaredNorm(a), F.squaredNorm(b)),
    inner: F.dot(a, b),
  };
}

const aboutPairs = { version: 1, section: SECTIONS.assumptions, hypotheses: [], reference: undefined } as const;
const place = 'the comment by broq';

export const reversedTriangle = law<VectorPair, undefined>({
  ...aboutPairs,
  id: 'sgd.c-broq',
  cites: [{ article: '9902', equations: [20], place }],
  states: String.raw`\|a+b\|\ge\|a\|+\|b\|`,
  says: 'The length of a sum is at least the sum of the lengths. (It is at most that, and less for opposite vectors.)',
  expects: 'refuted',
  instead: ['sgd.c-broq-squares'],
  instances: listed(pairs, [{ a: [1], b: [-1] }]),
  claim: (F, pair) => {
    const [a, b] = [F.vector(pair.a), F.vector(pair.b)];
    return atMost(F.add(F.norm(a), F.norm(b)), F.norm(F.plus(a, b)), 'sum of the lengths');
  },
  cover: {},
  teeth: {},
});

export const obtuseSquares = law<VectorPair, undefined>({
  ...aboutPairs,
  id: 'sgd.c-broq-squares',
  cites: [{ article: '9902', equations: [20], place }],
  states: String.raw`\|a+b\|^2\ge\|a\|^2+\|b\|^2\iff a\cdot b\ge0`,
  says: 'What is true of lengths under a sum: the squares compare as the inner product compares with 0.',
  expects: 'holds',
  instances: pairs,
  claim: (F, pair) => {
    const { ofSum, sum, inner } = squares(F, pair);
    return equal(F.of(F.compare(ofSum, sum)), F.of(F.compare(inner, F.zero)), 'sign');
  },
  cover: {
    'right angle': { atLeast: 0.1, when: ({ a, b }) => isZero(dotExact(a, b)) },
    'acute angle': { atLeast: 0.2, when: ({ a, b }) => isPositive(dotExact(a, b)) },
  },
  teeth: {
    'sign-of-the-inner-product': {
      says: 'The inner product is taken with the wrong sign.',
      claim: (F, pair) => {
        const { ofSum, sum, inner } = squares(F, pair);
        return equal(F.of(F.compare(ofSum, sum)), F.of(F.compare(F.zero, inner)));
      },
    },
  },
});

export const convexityOfTheSet = law<ProjectionCase, SgdParts>({
  ...aboutCases,
  id: 'sgd.c-su',
  section: SECTIONS.assumptions,
  cites: [{ article: '9902', equations: [20], place: 'the reply to broq' }],
  states: String.raw`\lambda\theta+(1-\lambda)\Pi(\varphi)\in\Theta,\quad\text{hence}\quad\|\varphi-\Pi(\varphi)\|\le\|\varphi-\lambda\theta-(1-\lambda)\Pi(\varphi)\|`,
  says: 'Inequality (20) comes from the convexity of the set: the segment from Π(φ) to θ stays in Θ, where nothing is nearer to φ than Π(φ). No loss takes part.',
  hypotheses: [...nearestPointHypotheses, lambdaNonnegative, lambdaAtMostOneNeeded],
  claim: (F, instance, use) => {
    const { phi, theta, lambda, projection } = readCase(F, instance, use);
    const point = segmentPoint(F, projection, theta, lambda);
    return [
      memberOfModel(F, instance.set, point),
      atMost(F.squaredNorm(F.minus(phi, projection)), F.squaredNorm(F.minus(phi, point)), 'squared distance to φ'),
    ];
  },
  cover: movedOrNot,
  teeth: mistakes('no-projection', 'simplex-sum-shortcut', 'ball-moves-interior-points', 'unsquared-prox'),
});

/** What the comments under the article say of A-(20). */
export const projectionCommentLaws: readonly AnyLaw[] = [reversedTriangle, obtuseSquares, convexityOfTheSet];
