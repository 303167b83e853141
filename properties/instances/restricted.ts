import type { Instances } from '../../src/law/instances.ts';

/**
 * The instances of which `holds` is true: what is simplified or read from a file must satisfy it as well. `needed` is
 * the end of the sentence “The instance …”.
 */
export const restricted = <I>(base: Instances<I>, holds: (instance: I) => boolean, needed: string): Instances<I> => ({
  ...base,
  accepts: (instance) => base.accepts(instance) && holds(instance),
  decode: (json) => {
    const instance = base.decode(json);
    if (!holds(instance)) throw new RangeError(`The instance is not one of this law; give one that ${needed}.`);
    return instance;
  },
});
