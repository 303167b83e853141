import { reference, type SgdParts } from '../../properties/9902-sgd/subject.ts';
import type { Reader } from '../kernel/cases.ts';
import type { Fact } from '../kernel/fact.ts';
import type { RationalFunction } from '../kernel/rational-function.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { nonnegative, positive, same } from '../theorem/statements.ts';
import type { Part } from '../theorem/theorem.ts';
import { attainedTheorem, G, given, s, walk } from './tight-runs.ts';

const { add, div, mul, neg, of, one, square, sub, sum, zero } = formalSpace;

/** Up to (k² − k)/2 pairs of steps from the far end k s, down and back: each pair pays G s. */
const pairs = (use: SgdParts): readonly Part[] => {
  const rest = scalar('rest');
  const known = [...given, positive('rest', rest)];
  const upper = add(s, rest);
  const pair = (reader: Reader) => {
    const down = walk(use, reader, known, { from: upper, upper, gradient: G, to: rest }, 'down');
    const back = walk(use, reader, known, { from: rest, upper, gradient: neg(G), to: upper }, 'back');
    return { regret: add(down.regret, back.regret), steps: [...down.steps, ...back.steps] };
  };
  return induction({
    invariant: (_, { regrets, count }) => same('invariant', regrets, mul(count, mul(G, s))),
    before: () => ({ regrets: scalar('regrets'), count: scalar('count') }),
    base: { first: () => ({ state: { regrets: zero, count: zero }, assumes: [] }) },
    step: {
      next: (reader, { regrets, count }) => {
        const { regret, steps } = pair(reader);
        return { state: { regrets: add(regrets, regret), count: add(count, one) }, assumes: known, steps };
      },
    },
  }).map((part) => ({ ...part, name: `pairs, ${part.name}` }));
};

const [left, above, length] = [scalar('left'), scalar('above'), scalar('length')];
const known: readonly Fact[] = [...given, nonnegative('left', left), nonnegative('above', above)];
const from = add(left, s);
/** A step of the march, from any point from which a whole step is left. */
const stepOfMarch = (use: SgdParts, reader: Reader) =>
  walk(use, reader, known, { from, upper: sum([left, s, above]), gradient: G, to: left });

/** From k s all the way to 0: at x, 2 s Σ regrets = G (k s (k s + s) − x (x + s)). */
const march = (use: SgdParts): readonly Part[] => {
  const area = (x: RationalFunction) => mul(x, add(x, s));
  return induction({
    invariant: (_, { regrets, position }) =>
      same('invariant', mul(mul(of(2), s), regrets), mul(G, sub(area(length), area(position)))),
    before: () => ({ regrets: scalar('regrets'), position: scalar('position') }),
    base: { first: () => ({ state: { regrets: zero, position: length }, assumes: [] }) },
    step: {
      next: (reader, { regrets, position }) => {
        const { regret, steps } = stepOfMarch(use, reader);
        return {
          state: { regrets: add(regrets, regret), position: left },
          assumes: [...known, same('a step is left', position, from)],
          steps,
        };
      },
    },
  }).map((part) => ({ ...part, name: `march, ${part.name}` }));
};

/** t steps of the march lead from k s to (k − t) s. */
const place = (use: SgdParts): readonly Part[] =>
  induction({
    invariant: (_, { position, count }) => same('invariant', position, sub(length, mul(count, s))),
    before: () => ({ position: scalar('position'), count: scalar('count') }),
    base: { first: () => ({ state: { position: length, count: zero }, assumes: [] }) },
    step: {
      next: (reader, { position, count }) => ({
        state: { position: left, count: add(count, one) },
        assumes: [...known, same('a step is left', position, from)],
        steps: stepOfMarch(use, reader).steps,
      }),
    },
  }).map((part) => ({ ...part, name: `the place, ${part.name}` }));

/** (k² − k)/2 pairs and then k steps, on an interval of length D = k s, come to T G s with T = k². */
const whole: Part = {
  name: 'pairs and march',
  argue: () => {
    const [k, regrets, marched] = [scalar('k'), scalar('regrets'), scalar('marched')];
    const length = mul(k, s);
    const end = scalar('end');
    return {
      assumes: [
        ...given,
        same('pairs', regrets, mul(div(sub(square(k), k), of(2)), mul(G, s))),
        same('the place after k steps', end, sub(length, mul(k, s))),
        same('march', mul(mul(of(2), s), marched), mul(G, sub(mul(length, add(length, s)), mul(end, add(end, s))))),
      ],
      steps: [
        { goal: same('the run ends at 0', end, zero) },
        { goal: same('the regret', add(regrets, marched), mul(square(k), mul(G, s))) },
        { goal: same('the diameter', square(length), mul(square(k), square(s))) },
      ],
      concludes: ['the run ends at 0', 'the regret', 'the diameter'],
    };
  },
};

/**
 * Pairs of steps at the far end of an interval and then a march to 0, for all square T = k². Each step is read for any
 * numbers, the order of the steps in runs of k ≤ 4 marches.
 */
export const tightLineTheorem = (use: SgdParts = reference) =>
  attainedTheorem('tight-line', 'sgd.tight-line', 'all T', [...pairs(use), ...march(use), ...place(use), whole], use);
