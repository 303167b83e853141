import type { AnyLaw } from '../../src/law/law.ts';
import { type Algebra, Unavailable } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import { Rational } from '../../src/scalar/rational.ts';
import { scalar } from '../kernel/symbolic.ts';
import type { Free, Shape } from '../theorem/law-reading.ts';
import { positive } from '../theorem/statements.ts';
import { names } from './models.ts';
import { lawOf, readClaim } from './read-law.ts';
import { MODELS } from './scopes.ts';
import { model, table, upTo } from './shapes.ts';

/** What is read in place of a stand-in. */
const behind = new WeakMap<object, Exact>();

/** A stand-in for a positive number: a text may look at its sign, and at nothing else. */
function knownPositive(number: Exact): Exact {
  const get = (_: Rational, key: string | symbol): bigint => {
    if (key === 'numerator') return 1n;
    throw new Unavailable('Of a stand-in for a positive number nothing is known but its sign.');
  };
  const standIn = new Proxy(Object.create(Rational.prototype) as Rational, { get });
  behind.set(standIn, number);
  return standIn;
}

/** The reading in which these stand-ins are what they stand for. */
function withStandIns<S>(F: Algebra<S>): Algebra<S> {
  const of = (x: Exact): S => F.of((typeof x === 'object' ? behind.get(x) : undefined) ?? x);
  return { ...F, of, vector: (coordinates) => coordinates.map(of) };
}

const importance: AnyLaw = lawOf('c.importance');
const claim: AnyLaw['claim'] = (F, instance, use) => importance.claim(withStandIns(F), instance, use);

const shape = (K: number, features: boolean): Shape => ({
  name: `K = ${K}${features ? ', any model of 1 parameter' : ''}`,
  instance: (free: Free) => ({
    ...(features ? model(free, K, 1) : table(free, K)),
    sampler: free.numbers('q', K).map(knownPositive),
  }),
  given: names('q', K).map((name) => positive(name, scalar(name))),
});

/** Actions from another distribution that draws every class. */
export const offPolicyTheorems = [
  readClaim(
    { ...importance, claim },
    { scope: `K <= 3, for ${MODELS}` },
    upTo(2, 3).flatMap((K) => [shape(K, false), shape(K, true)]),
  ),
];
