import { Arbitrary, type Random, Stream, Value } from 'fast-check';
import { Draw } from './draw.ts';
import { messageOf } from './message-of.ts';
import { encode } from './witness.ts';

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
    const draw = new Draw(random);
    try {
      return new Value(this.#instances.generate(draw), undefined);
    } catch (error) {
      const drawn = draw.kept === undefined ? 'nothing' : JSON.stringify(encode(draw.kept));
      throw new Error(`drawing an instance crashed: ${messageOf(error)} Drawn so far: ${drawn}`, { cause: error });
    }
  }

  override canShrinkWithoutContext(value: unknown): value is I {
    return value !== undefined;
  }

  override shrink(value: I): Stream<Value<I>> {
    const { simplify, accepts } = this.#instances;
    return new Stream(simplifications(simplify(value), accepts));
  }
}

function* simplifications<I>(candidates: Iterable<I>, accepts: (instance: I) => boolean): IterableIterator<Value<I>> {
  for (const candidate of candidates) {
    if (accepts(candidate)) yield new Value(candidate, undefined);
  }
}
