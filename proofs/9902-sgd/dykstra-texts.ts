import { dykstraGap, dykstraPotential, dykstraStart, dykstraSweep } from '../../src/convex/dykstra.ts';
import type { Algebra } from '../../src/scalar/algebra.ts';
import type { Step } from '../kernel/argument.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { type FormalVector, formalSpace, scalar, scalars, vector } from '../kernel/symbolic.ts';
import { same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { opaque } from './opaque.ts';

const { add, dot, minus, mul, of, squaredNorm, sub, sum, zero } = formalSpace;
/** The point to be projected, a point of all the sets, and the iterate before a projection. */
export const [x, c, p] = [vector('x'), vector('c'), vector('p')] as const;

/** The texts of Dykstra's iteration. */
export interface DykstraTexts {
  readonly gap: typeof dykstraGap;
  readonly potential: typeof dykstraPotential;
  readonly start: typeof dykstraStart;
  readonly sweep: typeof dykstraSweep;
}
export const dykstraTexts: DykstraTexts = {
  gap: dykstraGap,
  potential: dykstraPotential,
  start: dykstraStart,
  sweep: dykstraSweep,
};

/** e · (at − c). */
export const term = (normal: FormalVector, at: FormalVector) => dot(normal, minus(at, c));

/** For how many sets a text that goes through all of them is read. */
export const SIZES: readonly number[] = [1, 2, 3, 16];
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, k) => `${name}${k + 1}`);

/**
 * The text of a sweep over so many sets, from any state in the plane. The sets are vertical lines, so that the first
 * coordinate of a projection is any number and the second one is that of p + e: what is projected can be seen. No
 * operation of a sweep mixes coordinates.
 */
export const sweepText = ({ sweep }: DykstraTexts, count: number): Part => ({
  name: `the text of a sweep, ${count} sets`,
  argue: ({ coordinates: F, number }) => {
    const plane = (name: string) => scalars(name, count).map((each, k) => [each, scalar(`${name}y_${k + 1}`)] as const);
    const [normals, projections, lines] = [plane('e'), plane('P'), scalars('next', count)];
    const sets = lines.map(
      (_, k) => ({ kind: 'hyperplane', normal: [1, 0], offset: number(`next_${k + 1}`) }) as const,
    );
    const after = sweep(F, sets, { point: [scalar('p'), scalar('py')], projections, normals });
    let [x, y] = [scalar('p'), scalar('py')];
    const steps = lines.flatMap((line, k): Step[] => {
      const [fromX, fromY] = [add(x, normals[k]![0]), add(y, normals[k]![1])];
      [x, y] = [line, fromY];
      return [
        { goal: same(`P${k + 1}`, after.projections[k]![0]!, line) },
        { goal: same(`e${k + 1}`, after.normals[k]![0]!, sub(fromX, line)) },
        { goal: same(`P${k + 1} is the projection of p + e${k + 1}`, after.projections[k]![1]!, fromY) },
        { goal: same(`e${k + 1} across`, after.normals[k]![1]!, zero) },
      ];
    });
    const last: readonly Step[] = [
      { goal: same('the point', after.point[0]!, x) },
      { goal: same('the point across', after.point[1]!, y) },
    ];
    const all = [...steps, ...last];
    return { assumes: [], steps: all, concludes: all.flatMap((step) => ('goal' in step ? [step.goal.name] : [])) };
  },
});

/** The texts of a number that belongs to a state, for so many sets, over formal vectors. */
function stateText(F: unknown, count: number) {
  const algebra = F as Algebra<RationalFunction>;
  const [normals, projections] = [numbered('e', count).map(vector), numbered('P', count).map(vector)];
  const state = { point: opaque(p), projections: projections.map(opaque), normals: normals.map(opaque) };
  const pairs = normals.map((normal, k) => [normal, projections[k]!] as const);
  return { algebra, opaque, state, pairs };
}

/** The text of the potential of any state of so many sets, and of the first one. */
export const potentialText = ({ potential, start }: DykstraTexts, count: number): Part => ({
  name: `the text of the potential, ${count} sets`,
  argue: ({ F }) => {
    const { algebra, opaque, state, pairs } = stateText(F, count);
    const sets = pairs.map(() => ({ kind: 'hyperplane', normal: [1], offset: 0 }) as const);
    const whole = add(squaredNorm(minus(p, c)), mul(of(2), sum(pairs.map(([normal, at]) => term(normal, at)))));
    return {
      assumes: [],
      steps: [
        { goal: same('the potential', potential(algebra, state, opaque(c)), whole) },
        {
          goal: same(
            'the first potential',
            potential(algebra, start(algebra, sets, opaque(x)), opaque(c)),
            squaredNorm(minus(x, c)),
          ),
        },
      ],
      concludes: ['the potential', 'the first potential'],
    };
  },
});

/** The text of the gap of any state of so many sets. */
export const gapText = ({ gap }: DykstraTexts, count: number): Part => ({
  name: `the text of the gap, ${count} sets`,
  argue: ({ F }) => {
    const { algebra, state, pairs } = stateText(F, count);
    const whole = sum(pairs.map(([normal, at]) => dot(normal, minus(at, p))));
    return { assumes: [], steps: [{ goal: same('the gap', gap(algebra, state), whole) }] };
  },
});
