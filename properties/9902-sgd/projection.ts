import { law } from '../../src/law/law.ts';
import { atMost } from '../../src/scalar/relation.ts';
import { type ProjectionCase, projectionCases } from '../instances/projection-case.ts';
import { ALL_SETS } from '../instances/sets.ts';
import { SECTIONS } from './sections.ts';
import { float64Reference, reference, type SgdParts } from './subject.ts';
import { noProjection } from './teeth/parts.ts';

export const nonexpansivePoint = law<ProjectionCase, SgdParts>({
  id: 'proj.nonexp-point',
  version: 1,
  cites: [{ article: '9902', equations: [19] }],
  section: SECTIONS.projection,
  states: String.raw`\|\Pi(\varphi)-\theta\|\le\|\varphi-\theta\|`,
  says: 'Projecting a point never moves it away from any point of the set.',
  expects: 'holds',
  instances: projectionCases(ALL_SETS),
  hypotheses: [],
  subject: 'projection',
  reference,
  float64: float64Reference,
  claim: (F, { set, point, member }, use) => {
    const phi = F.vector(point);
    const theta = F.vector(member);
    const projected = use.project(F, set, phi);
    return atMost(F.squaredNorm(F.minus(projected, theta)), F.squaredNorm(F.minus(phi, theta)));
  },
  cover: {
    'ratio above 1/2': { atLeast: 0.1, when: (_instance, ratio) => ratio !== undefined && ratio > 0.5 },
  },
  teeth: {
    mirror: { says: 'The point is mirrored.', use: { ...noProjection, project: (F, _s, x) => F.scale(F.of(-1), x) } },
  },
});
