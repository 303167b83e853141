import { symbolicReading as F, scalar, scalars } from '../kernel/symbolic.ts';
import type { Free } from '../theorem/law-reading.ts';
import { positive } from '../theorem/statements.ts';
import type { DecidedShape } from './decisions/decided-part.ts';
import { beside, names, weakOrders } from './models.ts';
import { upTo } from './shapes.ts';

// What is a sum over the directions is so for all of them when it is for each: here one has probability 1.
const certain = (direction: readonly unknown[]) => ({ kind: 'finite', atoms: [{ direction, probability: 1 }] });

const ones = (symbols: readonly string[]) => Object.fromEntries(symbols.map((name) => [name, 1]));
const powersOfTwo = (symbols: readonly string[]) => Object.fromEntries(symbols.map((name, i) => [name, 2 ** i]));

/** One example with logits linear in θ, in any direction; a tie goes to the lowest index. */
const linear = (K: number, d: number): DecidedShape => {
  const features = upTo(1, K).map((y) => names(`f_${y}`, d));
  const orders = weakOrders('f', K).map((order) =>
    Object.fromEntries(Object.entries(order).map(([name, x]) => [`${name}_1`, x])),
  );
  return {
    name: `K = ${K}, d = ${d}, one direction`,
    degree: 1,
    instance: (free) => ({
      examples: [{ features: upTo(1, K).map((y) => free.numbers(`f_${y}`, d)), rewards: free.numbers('r', K) }],
      theta: free.numbers('theta', d),
      smoothing: free.number('epsilon'),
      directions: certain(free.numbers('u', d)),
      ties: 'lowest',
    }),
    given: [positive('smoothing', scalar('epsilon'))],
    models: beside(orders, [
      {
        ...Object.fromEntries(features.flatMap((own) => own.slice(1)).map((name) => [name, 0])),
        ...ones(['epsilon', ...names('theta', d), ...names('u', d)]),
        ...powersOfTwo(names('r', K)),
      },
    ]),
  };
};

/** Logits linear in any parameters. */
export const inOneDirection = [linear(3, 1), linear(4, 1), linear(2, 2), linear(3, 2)];

/** Weights where a direction leads, given by exponentials: the steps are in them. */
const led = (free: Free, K: number, n: number) => ({
  weights: free.numbers('a', K),
  steps: upTo(1, K).map(() => [1]),
  rewards: free.numbers('r', K),
  smoothing: free.number('epsilon'),
  inverseTemperature: n,
  directions: certain([1]),
});

/** Any weights, in any order. */
export const ledAnywhere = (K: number, n: number): DecidedShape => ({
  name: `K = ${K}, one direction, τ = 1/${n}`,
  degree: n,
  instance: (free) => led(free, K, n),
  given: [...scalars('a', K), scalar('epsilon')].map((x) => positive(`${x}`, x)),
  models: beside(weakOrders('a', K), [{ ...ones(['epsilon']), ...powersOfTwo(names('r', K)) }]),
});

/** Weights of which the first is the largest, the class being numbered so, with no tie. */
export const firstLeads = (K: number, n: number): DecidedShape => {
  const { given = [], name, ...shape } = ledAnywhere(K, n);
  const [first, ...others] = scalars('a', K);
  return {
    ...shape,
    name: `${name}, class 1 leads`,
    degree: 2 * n + 1,
    given: [...given, ...others.map((other, i) => positive(`lead over ${i + 2}`, F.sub(first!, other), 'no-ties'))],
    models: beside(
      weakOrders('a', K).filter((order) =>
        others.every((other) => Number(order[`${other}`]) < Number(order[`${first}`])),
      ),
      beside(weakOrders('r', K), [ones(['epsilon'])]),
    ),
  };
};
