import { absoluteForm } from '../../src/descent/losses/absolute.ts';
import { hingeForm } from '../../src/descent/losses/hinge.ts';
import { linearForm } from '../../src/descent/losses/linear.ts';
import { logisticForm } from '../../src/descent/losses/logistic.ts';
import { maxAffineForm } from '../../src/descent/losses/max-affine.ts';
import { quadraticForm } from '../../src/descent/losses/quadratic.ts';
import type { Certificate, NonnegativeTerm, ZeroTerm } from '../kernel/certificate.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { nonnegative } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { logisticPart } from './logistic.ts';
import { decidedOnce, phi, tangent, theta } from './loss-texts.ts';
import { maxAffineParts } from './max-affine.ts';
import { withModels } from './models.ts';
import { type NegatedTexts, negatedParts, negatedTexts } from './negated-losses.ts';

const { minus, of } = formalSpace;

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
        by: { terms: [{ times: 0.5, facts: ['curvature'], norm: minus(phi, theta) }] },
      },
    ],
  }),
});

/** What the decision about φ says, so many times; it is the last one. */
const decided = (times: number): Certificate => ({ terms: [{ times, facts: ['case 2'] }] });
const equal = (times: number): Certificate => ({ terms: [{ multiple: of(times), of: 'case 2' }] });
const kink: NonnegativeTerm | ZeroTerm = { multiple: of(-1), of: 'case 1' };

/** By the decisions: the sign of the margin at θ, then at φ, positive, zero or negative. The others are identities. */
const ABSOLUTE: Readonly<Record<string, Certificate>> = {
  '02': decided(2),
  '10': { terms: [...decided(1).terms, kink] },
  '11': { terms: [...equal(1).terms, kink] },
  '12': { terms: [...decided(1).terms, kink] },
  '20': decided(2),
  '21': equal(2),
};
const HINGE: Readonly<Record<string, Certificate>> = {
  '02': decided(1),
  '12': decided(1),
  '20': decided(1),
  '21': equal(1),
};

const absolute = (form: typeof absoluteForm): Part => ({
  name: 'absolute',
  argue: ({ F, number, path, point }) => {
    const goal = tangent(form, decidedOnce(F), {
      kind: 'absolute',
      feature: point('feature'),
      target: number('target'),
    });
    return { assumes: [], steps: [{ goal, by: ABSOLUTE[path()] ?? { terms: [] } }] };
  },
});

const hinge = (form: typeof hingeForm): Part => ({
  name: 'hinge',
  argue: ({ F, path, point }) => {
    const goal = tangent(form, decidedOnce(F), { kind: 'hinge', feature: point('feature') });
    return { assumes: [], steps: [{ goal, by: HINGE[path()] ?? { terms: [] } }] };
  },
});

/** A-(9) for the texts of the losses, at all pairs of points of all dimensions. */
export const tangentTheorem = (texts: LossTexts = lossTexts) => {
  const { cites, states } = lawOf('sgd.cvx');
  return proved(
    { id: 'tangent', laws: ['sgd.cvx'], cites, states, scope: 'all dimensions' },
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
