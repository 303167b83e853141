import { type AnyLaw, law } from '../../src/law/law.ts';
import { atMost, below } from '../../src/scalar/relation.ts';
import type { ProjectionCase } from '../instances/descent/projection-case.ts';
import { memberOfModel } from '../model.ts';
import { closedSet, nearestPointHypotheses } from './projection-hypotheses.ts';
import { outwardNormal } from './projection-normal-cone.ts';
import { projectionProofLaws } from './projection-proof.ts';
import { aboutCases, cites, movedOrNot, readCase } from './projection-reading.ts';
import { projectedSteps } from './projection-step.ts';
import { mistakes } from './projection-teeth.ts';
import type { SgdParts } from './subject.ts';

export const definition = law<ProjectionCase, SgdParts>({
  ...aboutCases,
  id: 'proj.def',
  cites: cites(16),
  states: String.raw`\Pi(\varphi)\in\Theta,\quad\|\varphi-\Pi(\varphi)\|<\|\varphi-\theta\|\ \text{for every other}\ \theta\in\Theta`,
  says: 'Every point has one nearest point in Θ: Π(φ) lies in Θ, and every other point of Θ is farther from φ.',
  hypotheses: [closedSet, ...nearestPointHypotheses],
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    const compared = F.compare(F.squaredNorm(F.minus(projection, theta)), F.zero) > 0 ? below : atMost;
    return [
      memberOfModel(F, instance.set, projection),
      outwardNormal(F, instance.set, projection, F.minus(phi, projection)),
      compared(F.squaredNorm(F.minus(phi, projection)), F.squaredNorm(F.minus(phi, theta)), 'squared distance to φ'),
    ];
  },
  cover: movedOrNot,
  teeth: mistakes(
    'simplex-threshold-off-by-one',
    'simplex-clips-first',
    'simplex-sum-shortcut',
    'ball-moves-interior-points',
    'ball-ignores-radius',
    'halfspace-not-normalized',
    'no-projection',
    'projection-sign',
    'reflection',
    'unsquared-prox',
    'alternating-projections',
  ),
});

export const nonexpansivePoint = law<ProjectionCase, SgdParts>({
  ...aboutCases,
  id: 'proj.nonexp-point',
  cites: cites(19),
  states: String.raw`\|\Pi(\varphi)-\theta\|\le\|\varphi-\theta\|`,
  says: 'Projecting a point never moves it away from any point of the set.',
  hypotheses: [closedSet, ...nearestPointHypotheses],
  claim: (F, instance, use) => {
    const { phi, theta, projection } = readCase(F, instance, use);
    return atMost(F.squaredDistance(projection, theta), F.squaredDistance(phi, theta), 'squared distance to θ');
  },
  cover: {
    ...movedOrNot,
    'ratio above 1/2': { atLeast: 0.1, when: (_instance, ratio) => ratio !== undefined && ratio > 0.5 },
  },
  teeth: mistakes('projection-sign', 'ball-moves-interior-points', 'ball-ignores-radius', 'halfspace-not-normalized'),
  derivation: ['proj.def', 'proj.min-segment', 'proj.square', 'proj.divide', 'proj.obtuse', 'proj.pyth'],
});

/** A-(16)…(24), in the article's order. */
export const projectionLaws: readonly AnyLaw[] = [
  definition,
  ...projectedSteps,
  nonexpansivePoint,
  ...projectionProofLaws,
];
