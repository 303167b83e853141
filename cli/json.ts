import { z } from 'zod';
import type { ProofStatus } from '../proofs/index.ts';
import type { LawReport } from '../src/law/report.ts';
import { witnessSchema } from '../src/law/witness.ts';

const natural = z.int().nonnegative();
const id = z.string().max(200);
const reading = z.enum(['float64', 'filter', 'rational', 'surd', 'interval', 'symbolic']);

const rowSchema = z.strictObject({
  id: id.describe('The permanent id of the law.'),
  version: z.int().positive().describe('Grows when the law changes in meaning.'),
  cites: z.array(
    z.strictObject({
      article: z.enum(['9902', '7737']),
      equations: z.array(natural),
      place: z.string().optional().describe('Where, if it is not the equation itself.'),
    }),
  ),
  section: z.string().describe('The section of the article.'),
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
  expected: z.enum(['holds', 'refuted', 'conjectured']).describe('The verdict that is as it should be.'),
  cases: natural.describe('Cases examined.'),
  asked: natural.describe('Cases asked for.'),
  exhaustive: z.boolean().describe('Whether these are all the cases there are.'),
  decidedBy: z.partialRecord(reading, natural).describe('How many cases each arithmetic decided.'),
  confirmed: natural.describe('Second opinions of the decimal intervals that agree strictly.'),
  consistent: natural.describe('Second opinions that only enclose equality.'),
  undecided: natural.describe('Cases that no arithmetic could decide.'),
  float64: z
    .strictObject({
      cases: natural,
      answered: natural.describe('Those in which the implementation answered at all.'),
      violated: natural,
      consistent: natural.describe('Cases that rounded answers neither confirm nor refute, as all of an equality.'),
      confirmed: natural.describe('Those of them in which the decimal intervals find no violation either.'),
    })
    .nullable()
    .describe('The cases tried in doubles as well; null where a law has no reading in doubles.'),
  cover: z
    .record(z.string(), z.strictObject({ atLeast: z.number().describe('A share of the cases.'), seen: natural }))
    .describe('The classes of interesting cases, how often they have to come up, and how often they did.'),
  teeth: z.record(z.string(), z.enum(['caught', 'missed'])).describe('The planted mistakes.'),
  untried: z
    .strictObject({ teeth: z.array(z.string()), hypotheses: z.array(z.string()) })
    .optional()
    .describe('Planted mistakes and hypotheses, by name, that a time limit left no time for.'),
  tightest: z
    .strictObject({
      ratio: z
        .string()
        .regex(/^-?\d+(\.\d*)?(e[+-]?\d+)?(\/[1-9]\d*)?…?$/)
        .nullable()
        .describe('A fraction, or the decimals that are proved, such as 0.7071….'),
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
      witness: z.string().nullable().describe('The stored counterexample to the law without it.'),
    }),
  ),
  counterexamples: z.array(witnessSchema).describe('The simplest one, and the one that fails by most.'),
  crash: z
    .strictObject({ because: z.string(), implementation: z.string().max(200), input: z.unknown() })
    .optional()
    .describe('The first case on which the implementation threw an error, made as simple as it gets.'),
  open: z.array(witnessSchema).describe('A few of the undecided cases.'),
  errors: z.array(z.string()).describe('What is wrong with the law itself, or with the implementation it judges.'),
  milliseconds: natural,
  proof: z
    .strictObject({
      status: z.enum(['proved', 'refuted', 'unproved']),
      scope: z.string().nullable().describe('For which instances, such as all dimensions; null without a proof.'),
      by: z.string().nullable().describe('The kind of evidence and the theorem; null without a proof.'),
      because: z.string().nullable().describe('Why there is no proof; null where there is one.'),
    })
    .describe('What is proved of the law for all reals, beyond the cases of this run.'),
});

const lawSchema = rowSchema.refine(
  ({ cases, decidedBy, undecided }) => Object.values(decidedBy).reduce((sum, count) => sum + count, undecided) <= cases,
  'more cases are decided or undecided than there are',
);

/** The JSON form of a whole run. */
export const reportSchema = z.strictObject({
  $schema: z.string().optional(),
  tool: z.literal('gradient-laws'),
  version: z.string().max(100).describe('The version of the package.'),
  runs: z.int().positive().describe('Cases asked for of each law.'),
  seed: natural.describe('Where the cases are drawn from.'),
  shard: z
    .strictObject({ index: z.int().positive(), of: z.int().positive() })
    .nullable()
    .describe('Which of how many shards the run was; null for a whole run.'),
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
