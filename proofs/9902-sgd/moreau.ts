import { reference, type SgdParts } from '../../properties/9902-sgd/subject.ts';
import type { ExactVector } from '../../src/scalar/exact.ts';
import { comparisons } from '../../src/scalar/relation.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import { symbol } from '../kernel/polynomial.ts';
import { fromPolynomial } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { positive, same } from '../theorem/statements.ts';
import { sought } from '../theorem/stored.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { lawOf } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, zero } = formalSpace;
const radius = positive('radius', scalar('radius'));

/** What the law claims of a set and any point, coordinate by coordinate. */
function claims(use: SgdParts, { coordinates, number }: Reader, set: unknown, dimension: number): readonly Fact[] {
  const point: ExactVector = Array.from({ length: dimension }, (_, i) => number(`x_${i + 1}`));
  const instance = { set, point, other: point, member: point, lambda: 1 };
  return [...comparisons(lawOf('proj.moreau').claim(coordinates, instance, use))].map(({ left, right, name }) =>
    same(name!, left, right),
  );
}

/** The ball of so many dimensions: inside (path 0) nothing is taken away, outside (path 1) r of the norm. */
const ball = (use: SgdParts, dimension: number): Part => ({
  name: `the ball, d = ${dimension}`,
  argue: (reader) => {
    const center = Array.from({ length: dimension }, () => 0);
    const goals = claims(use, reader, { kind: 'ball', center, radius: reader.number('radius') }, dimension);
    const norm: Step = { goal: positive('norm', fromPolynomial(symbol('√1'))) };
    return {
      assumes: [radius],
      steps: [...(reader.path() === '1' ? [norm] : []), ...goals.map((goal): Step => ({ goal }))],
      concludes: goals.map(({ name }) => name),
    };
  },
});

/** An interval with its lower end above the upper one, or a point above it and below −r. */
const EMPTY: readonly string[] = ['100', '101', '111'];

/** The cube, which is projected coordinate by coordinate: any interval, of which it is assumed that it is about 0. */
const cube = (use: SgdParts): Part => ({
  name: 'the cube, one coordinate',
  argue: (reader) => {
    const set = { kind: 'box', lower: [reader.number('lower')], upper: [reader.number('radius')] };
    const [goal] = claims(use, reader, set, 1);
    const assumes = [radius, same('centered', add(scalar('lower'), scalar('radius')), zero, 'centered')];
    if (EMPTY.includes(reader.path())) return { assumes, steps: [{ goal: positive('absurd', zero) }] };
    return { assumes, steps: [sought(goal!, { otherwise: 'elsewhere' })] };
  },
});

/**
 * Moreau's decomposition for the texts of the ball in up to three dimensions, and of the cube, whose texts take one
 * coordinate after the other: read for one.
 */
export const moreauTheorem = (use: SgdParts = reference) => {
  const { cites, states } = lawOf('proj.moreau');
  return proved(
    { id: 'moreau', laws: ['proj.moreau'], cites, states, scope: 'd <= 3' },
    withModels('moreau', [...[1, 2, 3].map((d) => ball(use, d)), cube(use)]),
    'cases',
  );
};
