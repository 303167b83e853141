import { Arbitrary, type Random, Stream, Value } from 'fast-check';
import { Draw } from './draw.ts';
import { kindOf, messageOf } from './message-of.ts';
import { simplerData } from './simplify.ts';
import { encode, writtenLength } from './witness.ts';

/** How a law's instances are made, made simpler, and read back from a file. */
export interface Instances<I> {
  /** A fresh instance that satisfies every hypothesis by construction. */
  generate(draw: Draw): I;
  /** Simpler variants of an instance, the boldest simplification first. They may break hypotheses. */
  simplify(instance: I): Iterable<I>;
  /** Whether the parts of a simplified instance still fit together; its hypotheses are the law's business. */
  accepts(instance: I): boolean;
  /** An instance from untrusted JSON; throws an Error that names what is wrong. */
  decode(json: unknown): I;
  /** All instances there are, for laws about finitely many. */
  readonly all?: readonly I[];
}

/** Further draws, once one has crashed: what it was computed from cannot be made simpler, only drawn again. */
const MORE_DRAWS = 1000;

/**
 * The instances as a fast-check arbitrary. Values carry no hidden state: any instance, generated or read from a file,
 * shrinks by the same simplifications.
 */
export class InstanceArbitrary<I> extends Arbitrary<I> {
  readonly #instances: Instances<I>;
  constructor(instances: Instances<I>) {
    super();
    this.#instances = instances;
  }

  override generate(random: Random): Value<I> {
    const drawn = drawFrom(random, this.#instances);
    if ('instance' in drawn) return new Value(drawn.instance, undefined);
    const { error, kept } = shortestLike(drawn, () => drawFrom(random, this.#instances));
    const told = kept === undefined ? 'nothing' : JSON.stringify(encode(kept));
    throw new Error(`drawing an instance crashed: ${messageOf(error)} Drawn so far: ${told}`, { cause: error });
  }

  override canShrinkWithoutContext(value: unknown): value is I {
    return value !== undefined;
  }

  override shrink(value: I): Stream<Value<I>> {
    return new Stream(simplifications(this.#instances, value));
  }
}

/** An instance, or what was thrown while it was drawn, and what had been drawn before. */
type Drawn<I> = { readonly instance: I } | Broken;
interface Broken {
  readonly error: unknown;
  readonly kept: unknown;
}

function drawFrom<I>(random: Random, instances: Instances<I>): Drawn<I> {
  const draw = new Draw(random);
  try {
    return { instance: instances.generate(draw) };
  } catch (error) {
    return { error, kept: draw.kept };
  }
}

/** Of further draws that crash alike, with the same parts drawn before, the one whose parts are the shortest to write. */
function shortestLike<I>(first: Broken, draw: () => Drawn<I>): Broken {
  if (first.kept === undefined) return first;
  const lengthOf = ({ kept }: Broken): number => writtenLength(encode(kept));
  const isAlike = (other: Broken): boolean =>
    kindOf(other.error) === kindOf(first.error) && partsOf(other.kept) === partsOf(first.kept);
  let shortest = first;
  for (let k = 0; k < MORE_DRAWS; k++) {
    const other = draw();
    if ('error' in other && isAlike(other) && lengthOf(other) < lengthOf(shortest)) shortest = other;
  }
  return shortest;
}

const partsOf = (kept: unknown): string => Object.keys(kept ?? {}).join();

function* simplifications<I>(instances: Instances<I>, instance: I): IterableIterator<Value<I>> {
  for (const simpler of simplerInstances(instances, instance)) yield new Value(simpler, undefined);
}

/**
 * Simpler variants of an instance, whose parts fit together. Where making one crashes, because it is computed by what is
 * judged, those with simpler numbers.
 */
export function* simplerInstances<I>({ simplify, accepts }: Instances<I>, instance: I): Generator<I> {
  const fits = (candidate: I): boolean => {
    try {
      return accepts(candidate);
    } catch {
      return false;
    }
  };
  try {
    for (const candidate of simplify(instance)) if (fits(candidate)) yield candidate;
  } catch {
    for (const candidate of simplerData(instance, new Set(['kind']))) if (fits(candidate)) yield candidate;
  }
}
