import type { z } from 'zod';
import type { Draw } from '../../src/law/draw.ts';
import type { Instances } from '../../src/law/instances.ts';
import { simplerData } from '../../src/law/simplify.ts';
import { passes } from './well-formed.ts';

/** How instances made of a few numbers are drawn and checked. */
export interface PlainData<I> {
  readonly schema: z.ZodType<I>;
  generate(draw: Draw): I;
  /** Throws a RangeError when the numbers do not go together. */
  readonly require?: (instance: I) => void;
  /** Keys whose numbers are left alone when an instance is simplified. */
  readonly fixed?: readonly string[];
}

/** Instances that are plain data, simplified number by number. */
export function plainData<I>({ schema, generate, require, fixed = [] }: PlainData<I>): Instances<I> {
  const left = new Set(['kind', ...fixed]);
  return {
    generate,
    simplify: (instance) => simplerData(instance, left),
    accepts: (instance) => passes(() => require?.(instance)),
    decode: (json) => {
      const instance = schema.parse(json);
      require?.(instance);
      return instance;
    },
  };
}

/** Exactly the instances listed, each of them checked in every run. */
export const listed = <I>(base: Omit<Instances<I>, 'generate' | 'all'>, all: readonly I[]): Instances<I> => ({
  ...base,
  generate: (draw) => draw.pick(all),
  all,
});
