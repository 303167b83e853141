import { isTrue } from '../../src/law/decide.ts';
import type { Draw } from '../../src/law/draw.ts';
import { type Hypothesis, law } from '../../src/law/law.ts';
import { type ExactVector, sameExact } from '../../src/scalar/exact.ts';
import { below } from '../../src/scalar/relation.ts';
import { beyondThePair, pointsOfTheSet } from '../breaking/descent/projection-cases.ts';
import { type ProjectionCase, projectionCasesFrom } from '../instances/descent/projection-case.ts';
import { axpyExact } from '../instances/exact-vectors.ts';
import { memberOfModel } from '../model.ts';
import { searched } from '../necessity.ts';
import { aboutCases, readCase } from './projection-reading.ts';
import { SECTIONS } from './sections.ts';
import { reference, type SgdParts } from './subject.ts';

/** A few points, and φ on the segment between the first two of them, at none of the points. */
const gaps = projectionCasesFrom((draw) => {
  const d = draw.logUniform(1, 8);
  const a = draw.list(d, () => draw.real('dyadic'));
  const step = differentFromZero(draw, d);
  const point = axpyExact(draw.integer(1, 15) / 16, step, a);
  const others = draw.list(draw.integer(0, 3), () => draw.list(d, () => draw.integer(-4, 4)));
  return {
    set: { kind: 'finite', points: [a, axpyExact(1, step, a), ...others.filter((x) => !isSame(x, point))] },
    point,
    other: point,
    member: a,
    lambda: 1,
  };
});

const differentFromZero = (draw: Draw, d: number): ExactVector => {
  const sure = draw.integer(0, d - 1);
  return draw.list(d, () => draw.real('dyadic')).map((x, i) => (i === sure ? draw.positive('dyadic') : x));
};

const isSame = (x: ExactVector, y: ExactVector): boolean => x.every((xi, i) => sameExact(xi, y[i]!));

/** a and b: the first two points of the set. */
const pair = ({ set }: ProjectionCase): readonly [ExactVector, ExactVector] | undefined => {
  const [a, b] = set.kind === 'finite' ? set.points : [];
  return a === undefined || b === undefined ? undefined : [a, b];
};

const outsideSet: Hypothesis<ProjectionCase> = {
  name: 'outside-set',
  says: 'φ is not in Θ.',
  holds: ({ set, point }) => !isTrue((F) => memberOfModel(F, set, F.vector(point))),
  necessity: searched(pointsOfTheSet),
};

const betweenPoints: Hypothesis<ProjectionCase> = {
  name: 'between-points',
  says: 'φ lies on the segment between two points a and b of Θ.',
  holds: (instance) => {
    const ends = pair(instance);
    if (ends === undefined) return false;
    const segment = { kind: 'segment', from: ends[0], to: ends[1] } as const;
    return isTrue((F) => memberOfModel(F, segment, F.vector(instance.point)));
  },
  necessity: searched(beyondThePair),
};

export const converse = law<ProjectionCase, SgdParts>({
  id: 'proj.nonexp-converse',
  version: 1,
  cites: [{ article: '9902', equations: [19], place: 'what follows from it' }],
  section: SECTIONS.beyond,
  states: String.raw`\varphi\in[a,b]\setminus\Theta,\ a,b\in\Theta\implies\|\Pi(\varphi)-\theta\|>\|\varphi-\theta\|\ \text{for}\ \theta=a\ \text{or}\ \theta=b`,
  says: 'Of all closed sets (19) holds for the convex ones only: where Θ leaves out a point between two of its points, it fails for one of the two.',
  expects: 'holds',
  instances: gaps,
  hypotheses: [outsideSet, betweenPoints],
  subject: 'projection',
  reference,
  float64: aboutCases.float64,
  claim: (F, instance, use) => {
    const { phi, projection } = readCase(F, instance, use);
    const excess = (pair(instance) ?? []).map((end) => {
      const theta = F.vector(end);
      return F.sub(F.squaredNorm(F.minus(projection, theta)), F.squaredNorm(F.minus(phi, theta)));
    });
    return below(F.zero, excess.reduce(F.max), 'the larger excess');
  },
  cover: {
    'more than two points': { atLeast: 0.3, when: ({ set }) => set.kind === 'finite' && set.points.length > 2 },
  },
  teeth: {
    'no-projection': { says: 'The point is not projected.', use: { ...reference, project: (_F, _set, x) => x } },
    'both-points': {
      says: 'It fails for both points.',
      claim: (F, instance, use) => {
        const { phi, projection } = readCase(F, instance, use);
        return (pair(instance) ?? []).map((end) => {
          const theta = F.vector(end);
          return below(F.squaredNorm(F.minus(phi, theta)), F.squaredNorm(F.minus(projection, theta)));
        });
      },
    },
  },
});
