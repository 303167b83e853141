import { IDENTITY_LADDER } from '../../../src/law/decide.ts';
import { type AnyLaw, law } from '../../../src/law/law.ts';
import { equalVectors } from '../../../src/scalar/relation.ts';
import { harmonicInSigns, polynomialsInNormalDirections } from '../../breaking/zeroth-order/cases.ts';
import { harmonicCases, isHarmonic } from '../../instances/zeroth-order/harmonic.ts';
import { degreeOf } from '../../instances/zeroth-order/objectives.ts';
import type { ZerothOrderCase } from '../../instances/zeroth-order/zeroth-order-case.ts';
import { SECTIONS } from '../sections.ts';
import { gradientOf } from './derivatives.ts';
import { expectedForward, readCase, reference, type ZerothOrderParts } from './subject.ts';
import { zerothOrderMistakes } from './teeth/estimates.ts';

export const exactForHarmonic = law<ZerothOrderCase, ZerothOrderParts>({
  id: 'zo.harmonic',
  ladder: IDENTITY_LADDER,
  version: 1,
  cites: [{ article: '7737', equations: [11, 12] }],
  section: SECTIONS.beyond,
  states: String.raw`\Delta f=0,\ u\sim\mathcal N(0,I)\implies\mathbb E\left[\frac{f(x+\varepsilon u)-f(x)}\varepsilon\,u\right]=\nabla f(x)\text{ for }\varepsilon>0`,
  says: 'Quadratics are not the only functions whose zeroth-order gradient is exact for every ε: with normal directions, or on a sphere, every harmonic polynomial is one, such as a³ − 3ab².',
  expects: 'holds',
  instances: harmonicCases((draw) => ({ kind: draw.chance(0.8) ? 'normal' : 'sphere', dimension: 2 })),
  hypotheses: [
    {
      name: 'harmonic',
      says: 'f is a polynomial with Σ ∂²f/∂x_i² = 0.',
      holds: ({ objective }) => isHarmonic(objective),
      necessity: { kind: 'search', breaking: polynomialsInNormalDirections },
    },
    {
      name: 'isotropic',
      says: 'The distribution of the directions is that of all their rotations.',
      holds: ({ directions: { kind } }) => kind === 'normal' || kind === 'sphere',
      necessity: { kind: 'search', breaking: harmonicInSigns },
    },
  ],
  subject: 'directions and estimate',
  reference,
  claim: (F, instance, use) => {
    const read = readCase(F, instance, use);
    return equalVectors(expectedForward(F, read, use), gradientOf(F, read.f, read.x), 'partial derivative');
  },
  cover: { 'degree 3 or 4': { atLeast: 0.3, when: ({ objective }) => degreeOf(objective) > 2 } },
  teeth: zerothOrderMistakes('not-divided', 'divided-by-two', 'wrong-sign', 'doubled-covariance'),
});

/** Where the zeroth-order gradient is exact beyond quadratics. */
export const zerothOrderHarmonicLaws: readonly AnyLaw[] = [exactForHarmonic];
