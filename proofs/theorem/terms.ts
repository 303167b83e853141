import { type Algebra, algebra, type InnerProductSpace, Unavailable } from '../../src/scalar/algebra.ts';
import type { Exact } from '../../src/scalar/exact.ts';

/** What an operation makes of terms. Nothing is known of it but that: made again of the same terms, it is the same object. */
export interface Term {
  readonly number: number;
}

/** A reading in terms. */
export interface TermReading {
  /** What an operation of this name makes of these; without any, a term of its own. */
  made(operation: string, ...terms: readonly Term[]): Term;
  /** What stands for an exactly known number in an instance, and is read as this term. */
  exact(term: Term): Exact;
  /** Vectors by coordinates. */
  readonly coordinates: Algebra<Term>;
  /** Vectors that are terms. */
  readonly space: InnerProductSpace<Term, Term>;
}

const missing = (what: string) => (): never => {
  throw new Unavailable(`Nothing is known of a term, so that it has no ${what}.`);
};

/**
 * Operations that are noted, and not carried out. Texts that make the same term of the same terms compute the same in every
 * reading; of texts that make different terms nothing is said. Nothing grows by being computed with, so that a long run is
 * read in no time.
 */
export function termReading(): TermReading {
  const all = new Map<string, Term>();
  const constants = new Map<unknown, Term>();
  const made = (operation: string, ...terms: readonly Term[]): Term => {
    const text = terms.reduce((before, { number }) => `${before} ${number}`, operation);
    const term = all.get(text) ?? { number: all.size };
    all.set(text, term);
    return term;
  };
  const of = (x: unknown): Term => {
    const term = constants.get(x) ?? made(`number ${constants.size}`);
    constants.set(x, term);
    return term;
  };
  const exact = (term: Term): Exact => {
    constants.set(term, term);
    return term as unknown as Exact;
  };
  const [one, two] = [
    (operation: string) => (a: Term) => made(operation, a),
    (operation: string) => (a: Term, b: Term) => made(operation, a, b),
  ];
  const coordinates = algebra<Term>({
    reading: 'symbolic',
    of,
    ...{ add: two('add'), sub: two('sub'), mul: two('mul'), div: two('div'), min: two('min'), max: two('max') },
    ...{ neg: one('neg'), sqrt: one('sqrt'), exp: one('exp'), log: one('log') },
    ...{
      between: missing('range'),
      sign: missing('sign'),
      approximate: missing('double'),
      enclosure: missing('bounds'),
    },
  });
  const space: InnerProductSpace<Term, Term> = {
    ...coordinates,
    ...{ dot: two('dot'), plus: two('plus'), minus: two('minus'), scale: two('scale') },
    ...{ squaredNorm: one('squaredNorm'), norm: one('norm'), axpy: (a, x, y) => made('axpy', a, x, y), vector: of },
  };
  return { made, exact, coordinates, space };
}
