import { absoluteForm } from '../../src/descent/losses/absolute.ts';
import { hingeForm } from '../../src/descent/losses/hinge.ts';
import { linearForm } from '../../src/descent/losses/linear.ts';
import { logisticForm } from '../../src/descent/losses/logistic.ts';
import { maxAffineForm } from '../../src/descent/losses/max-affine.ts';
import { quadraticForm } from '../../src/descent/losses/quadratic.ts';
import { scalar } from '../kernel/symbolic.ts';
import { nonnegative } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { logisticPart } from './logistic.ts';
import { decidedOnce, tangent } from './loss-texts.ts';
import { maxAffineParts } from './max-affine.ts';
import { withModels } from './models.ts';
import { type NegatedTexts, negatedParts, negatedTexts } from './negated-losses.ts';

/** The texts that A-(9) is proved of. */
export interface LossTexts {
  readonly absolute: typeof absoluteForm;
  readonly hinge: typeof hingeForm;
  readonly linear: typeof linearForm;
  readonly logistic: typeof logisticForm;
  readonly maxAffine: typeof maxAffineForm;
  readonly negated: NegatedTexts;
  readonly quadratic: typeof quadraticForm;
}
export const lossTexts: LossTexts = {
  absolute: absoluteForm,
  hinge: hingeForm,
  linear: linearForm,
  logistic: logisticForm,
  maxAffine: maxAffineForm,
  negated: negatedTexts,
  quadratic: quadraticForm,
};

const linear = (form: typeof linearForm): Part => ({
  name: 'linear',
  argue: ({ F, point }) => ({
    assumes: [],
    steps: [{ goal: tangent(form, decidedOnce(F), { kind: 'linear', slope: point('slope') }) }],
  }),
});

const quadratic = (form: typeof quadraticForm): Part => ({
  name: 'quadratic',
  argue: ({ F, number, point }) => ({
    assumes: [nonnegative('curvature', scalar('curvature'), 'convex-losses')],
    steps: [
      {
        goal: tangent(form, decidedOnce(F), {
          kind: 'quadratic',
          curvature: number('curvature'),
          center: point('center'),
        }),
      },
    ],
  }),
});

const absolute = (form: typeof absoluteForm): Part => ({
  name: 'absolute',
  argue: ({ F, number, point }) => {
    const goal = tangent(form, decidedOnce(F), {
      kind: 'absolute',
      feature: point('feature'),
      target: number('target'),
    });
    return { assumes: [], steps: [{ goal }] };
  },
});

const hinge = (form: typeof hingeForm): Part => ({
  name: 'hinge',
  argue: ({ F, point }) => {
    const goal = tangent(form, decidedOnce(F), { kind: 'hinge', feature: point('feature') });
    return { assumes: [], steps: [{ goal }] };
  },
});

/** A-(9) for the texts of the losses, at all pairs of points of all dimensions. */
export const tangentTheorem = (texts: LossTexts = lossTexts) => {
  const { cites, states } = lawOf('sgd.cvx');
  return proved(
    {
      id: 'tangent',
      laws: ['sgd.cvx'],
      cites,
      states,
      scope: 'all dimensions',
      leaves:
        'Of the functions that the logistic loss takes, what Coq proves: exp z ≥ 1 + z, log z ≤ z − 1, and that exponents add.',
    },
    withModels('tangent', [
      linear(texts.linear),
      quadratic(texts.quadratic),
      absolute(texts.absolute),
      hinge(texts.hinge),
      ...maxAffineParts(texts.maxAffine),
      logisticPart(texts.logistic),
      ...negatedParts(texts.negated),
    ]),
    'cases',
  );
};
