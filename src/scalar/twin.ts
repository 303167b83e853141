import { type Algebra, decided, type Vector } from './algebra.ts';

/** One value in two arithmetics. */
export interface Twin<A, B> {
  readonly first: A;
  readonly second: B;
}

/** Thrown when two arithmetics enclose one value in ranges that have no number in common: one of them is wrong. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/**
 * Reads a text in two arithmetics at once, step by step, and compares what they say of every value on the way. A value
 * that both enclose lies in both ranges, so ranges without a common number show that one of them is wrong.
 *
 * The first arithmetic leads: what is run in doubles is given its values, so that both judge the same answers. A sign
 * that it leaves open is asked of the second.
 *
 * @param areApart whether two ranges are sure to have no number in common.
 * @throws Disagreement where they are apart, or the signs differ; whatever an operation of either arithmetic throws.
 */
export function twin<A, B>(
  one: Algebra<A>,
  other: Algebra<B>,
  areApart: (first: A, second: B) => boolean,
): Algebra<Twin<A, B>> {
  type T = Twin<A, B>;
  const disagreement = ({ first, second }: T): Disagreement =>
    new Disagreement(`Readings are in conflict: one value is ${told(one, first)}, but ${told(other, second)}.`);
  const pair = (first: A, second: B): T => {
    const value = { first, second };
    if (areApart(first, second)) throw disagreement(value);
    return value;
  };
  const pairs = (first: Vector<A>, second: Vector<B>): Vector<T> => first.map((x, i) => pair(x, second[i]!));
  const firsts = (v: Vector<T>): Vector<A> => v.map(({ first }) => first);
  const seconds = (v: Vector<T>): Vector<B> => v.map(({ second }) => second);

  const ofScalar =
    (name: 'neg' | 'sqrt' | 'exp' | 'log' | 'abs' | 'square') =>
    (a: T): T =>
      pair(one[name](a.first), other[name](a.second));
  const ofScalars =
    (name: 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max') =>
    (a: T, b: T): T =>
      pair(one[name](a.first, b.first), other[name](a.second, b.second));
  const ofVector =
    (name: 'sum' | 'squaredNorm' | 'norm') =>
    (v: Vector<T>): T =>
      pair(one[name](firsts(v)), other[name](seconds(v)));
  const ofVectors =
    (name: 'dot' | 'squaredDistance') =>
    (u: Vector<T>, v: Vector<T>): T =>
      pair(one[name](firsts(u), firsts(v)), other[name](seconds(u), seconds(v)));
  const toVector =
    (name: 'plus' | 'minus') =>
    (u: Vector<T>, v: Vector<T>): Vector<T> =>
      pairs(one[name](firsts(u), firsts(v)), other[name](seconds(u), seconds(v)));

  const sub = ofScalars('sub');
  const sign = (a: T): ReturnType<typeof one.sign> => {
    const [first, second] = [one.sign(a.first), other.sign(a.second)];
    if (first !== undefined && second !== undefined && first !== second) throw disagreement(a);
    return first ?? second;
  };

  return {
    reading: one.reading,
    ...(one.digits === undefined ? {} : { digits: one.digits }),
    zero: pair(one.zero, other.zero),
    one: pair(one.one, other.one),
    of: (x) => pair(one.of(x), other.of(x)),
    between: (lower, upper) => pair(one.between(lower, upper), other.between(lower, upper)),
    add: ofScalars('add'),
    sub,
    mul: ofScalars('mul'),
    div: ofScalars('div'),
    min: ofScalars('min'),
    max: ofScalars('max'),
    neg: ofScalar('neg'),
    sqrt: ofScalar('sqrt'),
    exp: ofScalar('exp'),
    log: ofScalar('log'),
    abs: ofScalar('abs'),
    square: ofScalar('square'),
    clamp: (lo, x, hi) => pair(one.clamp(lo.first, x.first, hi.first), other.clamp(lo.second, x.second, hi.second)),
    sum: ofVector('sum'),
    squaredNorm: ofVector('squaredNorm'),
    norm: ofVector('norm'),
    dot: ofVectors('dot'),
    squaredDistance: ofVectors('squaredDistance'),
    plus: toVector('plus'),
    minus: toVector('minus'),
    scale: (a, v) => pairs(one.scale(a.first, firsts(v)), other.scale(a.second, seconds(v))),
    axpy: (a, x, y) => pairs(one.axpy(a.first, firsts(x), firsts(y)), other.axpy(a.second, seconds(x), seconds(y))),
    vector: (coordinates) => pairs(one.vector(coordinates), other.vector(coordinates)),
    descending: (numbers) => pairs(one.descending(firsts(numbers)), other.descending(seconds(numbers))),
    sign,
    compare: (a, b) => decided(sign(sub(a, b))),
    approximate: ({ first }) => one.approximate(first),
    enclosure: ({ second }) => other.enclosure(second),
  };
}

function told<S>({ enclosure, reading }: Algebra<S>, value: S): string {
  const [lower, upper] = enclosure(value);
  return `${lower === upper ? lower : `from ${lower} to ${upper}`} in the ${reading} reading`;
}
