import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Exact } from '../scalar/exact.ts';
import { asExact } from '../scalar/exact-arithmetic.ts';
import { Rational, rational } from '../scalar/rational.ts';
import { decide, observe, type Statement } from './decide.ts';
import type { AnyLaw } from './law.ts';
import { messageOf } from './message-of.ts';

const MOST_DIGITS = 4000;

/** An exact number in JSON: a finite number, or a fraction such as "3/7". */
export const exactNumber = z
  .union([
    z.number(),
    z
      .string()
      .max(MOST_DIGITS, `a fraction has more than ${MOST_DIGITS} characters`)
      .regex(/^-?\d+(\/[1-9]\d*)?$/, 'a number is neither finite nor a fraction such as "3/7"'),
  ])
  .transform((value): Exact => {
    if (typeof value === 'number') return value;
    const [numerator, denominator] = value.split('/');
    return asExact(rational(BigInt(numerator!), BigInt(denominator ?? '1')));
  });

/** A list of exact numbers in JSON. */
export const exactVector = z.array(exactNumber).min(1).max(4096);

/** Instance data as JSON: fractions become "3/7", everything else stays as it is. */
export function encode(data: unknown): unknown {
  if (data instanceof Rational) return data.toString();
  if (typeof data === 'number') return Object.is(data, -0) ? 0 : data;
  if (Array.isArray(data)) return data.map(encode);
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, encode(value)]));
  }
  return data;
}

/** How many characters it takes to write encoded data: what “simple” means among otherwise equal instances. */
export const writtenLength = (encoded: unknown): number => JSON.stringify(encoded)?.length ?? 0;

const enclosureSchema = z.tuple([z.string(), z.string()]).describe('The lower and the upper end.');

/** The JSON form of a counterexample. Replaying it evaluates the values; the hints are for the curious. */
export const witnessSchema = z.strictObject({
  $schema: z.string().optional(),
  law: z.string().max(200).describe('The permanent id of the law.'),
  version: z.int().positive().describe('The version of the law; replaying says if it has changed since.'),
  implementation: z
    .string()
    .max(200)
    .describe('Whose answers were judged: reference, float64, or the name of a planted mistake.'),
  hypotheses: z.array(z.string().max(200)).max(100).describe('The hypotheses that hold on the instance.'),
  broken: z.string().max(200).optional().describe('The hypothesis that is broken, where its necessity is shown.'),
  kept: z.enum(['simplest', 'worst-margin']).describe('What it is kept for: easy to read, or far off.'),
  instance: z.unknown().describe('The input; fractions are written as "3/7".'),
  observed: z
    .strictObject({
      by: z.string().describe('The arithmetic.'),
      comparisons: z
        .array(
          z.strictObject({
            name: z.string().optional(),
            relation: z.enum(['<=', '<', '=']),
            left: enclosureSchema,
            right: enclosureSchema,
          }),
        )
        .describe('What the law claims of the input, and fails.'),
    })
    .describe('What was seen when it was kept. Replaying computes it anew.'),
  hints: z
    .strictObject({ seed: z.int().optional(), package: z.string().optional() })
    .optional()
    .describe('Where it came from; nothing is read from it.'),
});

/** A counterexample, or a witness of the necessity of a hypothesis, as it is stored. */
export type Witness = z.infer<typeof witnessSchema>;

/** Whether a law can be asked about the implementation of that name: not all have one in doubles. */
export const knowsImplementation = ({ float64, teeth }: AnyLaw, name: string): boolean =>
  name === 'reference' || (name === 'float64' && float64 !== undefined) || Object.hasOwn(teeth, name);

/** The statement that a law makes of one instance, about the implementation of that name. */
export function statementAbout(law: AnyLaw, instance: unknown, implementation = 'reference'): Statement {
  const tooth = Object.hasOwn(law.teeth, implementation) ? law.teeth[implementation] : undefined;
  if (tooth !== undefined) {
    const use = tooth.use ?? law.reference;
    return tooth.claim === undefined
      ? (F) => law.claim(F, instance, use)
      : (F) => tooth.claim?.(F, instance, use) ?? law.claim(F, instance, use);
  }
  if (implementation === 'float64' && law.float64 !== undefined) {
    const use = law.float64;
    return (F) => law.claim(F, instance, use);
  }
  if (implementation !== 'reference') {
    throw new RangeError(`${law.id} knows no implementation named ${implementation}.`);
  }
  return (F) => law.claim(F, instance, law.reference);
}

/** A counterexample as data, with both sides of what fails. */
export function witnessOf(
  law: AnyLaw,
  instance: unknown,
  details: { implementation?: string; broken?: string; kept?: Witness['kept']; seed?: number } = {},
): Witness {
  const { implementation = 'reference', broken, kept = 'simplest', seed } = details;
  const { by, seen } = observe(statementAbout(law, instance, implementation));
  return {
    $schema: 'gradient-laws/schemas/witness.schema.json',
    law: law.id,
    version: law.version,
    implementation,
    hypotheses: law.hypotheses.filter(({ holds }) => holds(instance)).map(({ name }) => name),
    ...(broken === undefined ? {} : { broken }),
    kept,
    instance: encode(instance),
    observed: {
      by,
      comparisons: seen.map(({ name, ...rest }) => ({
        ...(name === undefined ? {} : { name }),
        relation: rest.relation,
        left: [...rest.left],
        right: [...rest.right],
      })),
    },
    ...(seed === undefined ? {} : { hints: { seed } }),
  };
}

/**
 * An instance of a law from untrusted JSON.
 * @throws Error that says what is wrong with it, or that it is none of the instances a finite law speaks of.
 */
export function decodeInstance({ id, instances }: AnyLaw, json: unknown, broken?: string): unknown {
  const instance = instances.decode(json);
  const { all } = instances;
  // What breaks a hypothesis need not be one of the law's own instances.
  if (all === undefined || broken !== undefined) return instance;
  const written = plain(instance);
  if (!all.some((known) => isDeepStrictEqual(plain(known), written))) {
    throw new RangeError(`${id} speaks of ${all.length} instances, and this is none of them.`);
  }
  return instance;
}

/** The instance as it would come back from a file. */
const plain = (instance: unknown): unknown => JSON.parse(JSON.stringify(encode(instance)));

/** What becomes of a stored counterexample. */
export type Replay =
  | { readonly outcome: 'reproduced' | 'fixed'; readonly instance: unknown }
  | { readonly outcome: 'undecided'; readonly instance: unknown }
  /** The claim threw an error on the instance: neither true nor false. */
  | { readonly outcome: 'crashed'; readonly instance: unknown; readonly because: string }
  | { readonly outcome: 'input-invalid' | 'law-changed'; readonly because: string };

/** Decides a stored counterexample again, from its values. */
export function replay(law: AnyLaw, witness: Witness): Replay {
  if (witness.version !== law.version) {
    return {
      outcome: 'law-changed',
      because: `The witness is about version ${witness.version} of ${law.id}; this is version ${law.version}.`,
    };
  }
  if (!knowsImplementation(law, witness.implementation)) {
    return { outcome: 'law-changed', because: `${law.id} knows no implementation named ${witness.implementation}.` };
  }
  let instance: unknown;
  try {
    instance = decodeInstance(law, witness.instance, witness.broken);
  } catch (error) {
    return { outcome: 'input-invalid', because: messageOf(error) };
  }
  for (const { name, says, holds } of law.hypotheses) {
    const expected = name !== witness.broken;
    if (holds(instance) !== expected) {
      return {
        outcome: 'input-invalid',
        because: expected ? `The instance breaks “${name}”: ${says}` : `The instance does not break “${name}”: ${says}`,
      };
    }
  }
  try {
    const { outcome } = decide(statementAbout(law, instance, witness.implementation), law.ladder);
    return { outcome: outcome === 'violated' ? 'reproduced' : outcome === 'holds' ? 'fixed' : 'undecided', instance };
  } catch (error) {
    return { outcome: 'crashed', instance, because: messageOf(error) };
  }
}
