import { modelLossValue, modelSubgradient } from '../../properties/model.ts';
import type { ConvexLoss } from '../../src/descent/loss.ts';
import type { LossForm } from '../../src/descent/losses/loss-form.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import { type FormalSpace, scalar } from '../kernel/symbolic.ts';
import type { Model } from '../theorem/model.ts';
import { zero } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { decidedOnce, tangent } from './loss-texts.ts';

/** What a text is handed for the zero vector. */
const NOTHING: ExactVector = [];
const withNothing = (F: FormalSpace): FormalSpace => ({
  ...F,
  vector: (coordinates) => (coordinates === NOTHING ? new Map() : F.vector(coordinates)),
});

/** The texts of the laws for the negative of a loss. */
export interface NegatedTexts {
  readonly modelLossValue: typeof modelLossValue;
  readonly modelSubgradient: typeof modelSubgradient;
}
export const negatedTexts: NegatedTexts = { modelLossValue, modelSubgradient };

const formOf = ({ modelLossValue, modelSubgradient }: NegatedTexts) =>
  ({
    value: (F, loss, at) => modelLossValue(F, { kind: 'negated', loss }, at),
    subgradient: (F, loss, at) => modelSubgradient(F, { kind: 'negated', loss }, at),
  }) as LossForm<ConvexLoss>;

/** A loss that is affine, and models of its numbers. */
interface Affine {
  readonly name: string;
  readonly models: readonly Model[];
  readonly assumes?: readonly Fact[];
  loss(reader: Reader): ConvexLoss;
}

const negated =
  (texts: NegatedTexts) =>
  ({ name, models, assumes = [], loss }: Affine): Part => ({
    name: `the negative of ${name}`,
    instances: models.map((model) => ({ theta: [1], phi: [3], ...model })),
    argue: (reader) => {
      const goal = tangent(formOf(texts), withNothing(decidedOnce(reader.F)), loss(reader));
      return { assumes, steps: [{ goal }] };
    },
  });

const AFFINE: readonly Affine[] = [
  {
    name: 'a linear loss',
    models: [{ slope: [2] }],
    loss: ({ point }) => ({ kind: 'linear', slope: point('slope') }),
  },
  {
    name: 'a quadratic loss without curvature',
    models: [{ curvature: 0, center: [0] }],
    assumes: [zero('no curvature', scalar('curvature'))],
    loss: ({ number, point }) => ({ kind: 'quadratic', curvature: number('curvature'), center: point('center') }),
  },
  {
    name: 'an absolute loss without a feature',
    models: [-1, 0, 1].map((target) => ({ target })),
    loss: ({ number }) => ({ kind: 'absolute', feature: NOTHING, target: number('target') }),
  },
  {
    name: 'a hinge loss without a feature',
    models: [{}],
    loss: () => ({ kind: 'hinge', feature: NOTHING }),
  },
  {
    name: 'pieces of one slope',
    models: [-1, 0, 1].map((second) => ({ slope: [2], first: 0, second })),
    loss: ({ number, point }) => ({
      kind: 'max-affine',
      slopes: [point('slope'), point('slope')],
      offsets: [number('first'), number('second')],
    }),
  },
];

/**
 * A-(9) for the negative of a loss where that is convex too, because the loss is affine. Of a logistic loss without a
 * feature the law says nothing.
 */
export const negatedParts = (texts: NegatedTexts): readonly Part[] => AFFINE.map(negated(texts));
