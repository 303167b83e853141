import { z } from 'zod';
import type { ProofStatus } from '../proofs/index.ts';
import type { LawReport } from '../src/law/report.ts';
import { witnessSchema } from '../src/law/witness.ts';

const natural = z.int().nonnegative();
const id = z.string().max(200);
const reading = z.enum(['float64', 'filter', 'rational', 'surd', 'interval', 'symbolic']);

const rowSchema = z.strictObject({
  id,
  version: z.int().positive(),
  cites: z.array(
    z.strictObject({
      article: z.enum(['9902', '7737']),
      equations: z.array(natural),
      place: z.string().optional(),
    }),
  ),
  section: z.string(),
  verdict: z.enum([
    'holds',
    'violated',
    'undecided',
    'vacuous',
    'incomplete',
    'refuted',
    'not-refuted',
    'conjectured',
    'errored',
  ]),
  expected: z.enum(['holds', 'refuted', 'conjectured']),
  /** Cases examined, and cases asked for. */
  cases: natural,
  asked: natural,
  exhaustive: z.boolean(),
  decidedBy: z.partialRecord(reading, natural),
  confirmed: natural,
  consistent: natural,
  undecided: natural,
  float64: z
    .strictObject({
      cases: natural,
      answered: natural.describe('Those in which the implementation answered at all.'),
      violated: natural,
      consistent: natural,
      confirmed: natural,
    })
    .nullable(),
  cover: z.record(z.string(), z.strictObject({ atLeast: z.number(), seen: natural })),
  teeth: z.record(z.string(), z.enum(['caught', 'missed'])),
  untried: z
    .strictObject({ teeth: z.array(z.string()), hypotheses: z.array(z.string()) })
    .optional()
    .describe('Planted mistakes and hypotheses, by name, that a time limit left no time for.'),
  tightest: z
    .strictObject({
      /** A fraction, or the decimals that are proved, such as `0.7071…`. */
      ratio: z
        .string()
        .regex(/^-?\d+(\.\d*)?(e[+-]?\d+)?(\/[1-9]\d*)?…?$/)
        .nullable(),
      input: z.unknown(),
    })
    .nullable()
    .describe(
      'The case with the largest left / right of an inequality whose right side is positive; above 1 it breaks the ' +
        'law. Null where no case has one: a law of identities, or of bounds that are not positive.',
    ),
  hypotheses: z.array(
    z.strictObject({
      name: z.string(),
      necessity: z.enum(['necessary', 'necessary-by-argument', 'not-separable', 'proved-unneeded', 'not-shown']),
      witness: z.string().nullable(),
    }),
  ),
  counterexamples: z.array(witnessSchema),
  crash: z
    .strictObject({ because: z.string(), implementation: z.string().max(200), input: z.unknown() })
    .optional()
    .describe('The first case on which the implementation threw an error, made as simple as it gets.'),
  open: z.array(witnessSchema),
  errors: z.array(z.string()),
  milliseconds: natural,
  /** What is proved of the law for all reals, beyond the cases of this run. */
  proof: z.strictObject({
    status: z.enum(['proved', 'refuted', 'unproved']),
    /** For which instances, such as `all dimensions`; null where the law is not proved. */
    scope: z.string().nullable(),
    /** The kind of evidence and the theorem; null likewise. */
    by: z.string().nullable(),
    /** Why there is no proof; null where there is one. */
    because: z.string().nullable(),
  }),
});

const lawSchema = rowSchema.refine(
  ({ cases, decidedBy, undecided }) => Object.values(decidedBy).reduce((sum, count) => sum + count, undecided) <= cases,
  'more cases are decided or undecided than there are',
);

/** The JSON form of a whole run. */
export const reportSchema = z.strictObject({
  $schema: z.string().optional(),
  tool: z.literal('gradient-laws'),
  /** The version of the package. */
  version: z.string().max(100),
  runs: z.int().positive(),
  seed: natural,
  /** Which of how many shards the run was; null for a whole run. */
  shard: z.strictObject({ index: z.int().positive(), of: z.int().positive() }).nullable(),
  laws: z.array(lawSchema),
  milliseconds: natural,
});

/** What a run established of a law, and what is proved of it. */
export interface LawEntry extends LawReport {
  readonly proof: Pick<ProofStatus, 'status' | 'because'> & {
    readonly scope: string | null;
    readonly by: string | null;
  };
}

/** Whether a law is proved besides. A proof says nothing of a law that this run found something wrong with. */
export const isProved = ({ verdict, proof }: LawEntry): boolean =>
  proof.status === 'proved' && (verdict === 'holds' || verdict === 'refuted');

/** How many cases a second opinion confirms, exact ones and those in doubles. */
export const confirmedIn = ({ confirmed, float64 }: LawReport): number => confirmed + (float64?.confirmed ?? 0);

/** Whether a shard has none of the few cases of a law, so that only the others tell of it. */
export const isElsewhere = ({ verdict, asked, untried }: LawReport): boolean =>
  verdict === 'incomplete' && asked === 0 && untried === undefined;

/** Whether all that a report lacks are answers of the implementation in doubles. */
export const isUnanswered = ({ verdict, cases, asked, untried, float64, counterexamples }: LawReport): boolean =>
  verdict === 'incomplete' &&
  untried === undefined &&
  (counterexamples.length > 0 || (cases > 0 && cases >= asked)) &&
  float64?.answered === 0;

/** A whole run, or a shard of one. */
export interface RunReport {
  readonly $schema?: string | undefined;
  readonly tool: 'gradient-laws';
  readonly version: string;
  readonly runs: number;
  readonly seed: number;
  readonly shard: { readonly index: number; readonly of: number } | null;
  readonly laws: readonly LawEntry[];
  readonly milliseconds: number;
}

/** The published JSON Schemas, by file name. */
export const jsonSchemas = (): Readonly<Record<string, unknown>> => ({
  'report.schema.json': published('A report of gradient-laws verify --json', reportSchema),
  'witness.schema.json': published('A counterexample kept by gradient-laws', witnessSchema),
});

const published = (title: string, schema: z.ZodType): unknown => ({
  title,
  ...z.toJSONSchema(schema, { io: 'input' }),
});
