import type { LawReport } from '../src/law/report.ts';
import { verdictOf } from '../src/law/verdict.ts';
import { writtenLength } from '../src/law/witness.ts';
import type { Environment } from './environment.ts';
import { type LawEntry, type RunReport, reportSchema } from './json.ts';
import { readJsonFile } from './json-file.ts';
import { numberIn } from './number-text.ts';
import { type Destinations, publish } from './outcome.ts';
import { requireFolder, requireWritable } from './output-file.ts';
import { UsageError } from './usage-error.ts';

const LARGEST_REPORT_MEGABYTES = 100;

/** Adds the JSON reports of all shards of one run up, and says what the whole run came to. */
export function merge(files: readonly string[], destinations: Destinations, environment: Environment): number {
  const shards = files.map((file) => readReport(file));
  requireWritable(destinations.json, destinations.junit);
  requireFolder(destinations.witnesses);
  return publish(mergeShards(shards), destinations, environment);
}

/** The report of a shard, and the file it came from. */
export interface ShardFile {
  readonly file: string;
  readonly report: RunReport;
}

function readReport(file: string): ShardFile {
  const report = readJsonFile(file, reportSchema, LARGEST_REPORT_MEGABYTES) as RunReport;
  return { file, report };
}

/** The report of the whole run. Throws a UsageError unless the shards are all those of one run. */
export function mergeShards(shards: readonly ShardFile[]): RunReport {
  const ordered = inOrder(shards);
  const [first] = ordered as [RunReport];
  return {
    ...first,
    shard: null,
    laws: first.laws.map((_, i) => mergeLaw(ordered.map(({ laws }) => laws[i]!))),
    milliseconds: Math.max(...ordered.map(({ milliseconds }) => milliseconds)),
  };
}

/** The shards from the first to the last, each once, all of the same run. */
function inOrder(shards: readonly ShardFile[]): readonly RunReport[] {
  const [lead] = shards;
  if (lead === undefined) throw new UsageError('Give the JSON reports of all shards of one run.');
  const places = new Map<number, ShardFile>();
  for (const entry of shards) {
    const { file, report } = entry;
    if (report.shard === null)
      throw new UsageError(`${file} is not a shard but a whole run; there is nothing to merge.`);
    if (report.shard.index > report.shard.of) {
      throw new UsageError(`${file} says that it is shard ${report.shard.index} of ${report.shard.of}.`);
    }
    requireSameRun(lead, entry);
    const twin = places.get(report.shard.index);
    if (twin !== undefined) {
      throw new UsageError(`${twin.file} and ${file} are both shard ${nameOf(report)}; give each shard once.`);
    }
    places.set(report.shard.index, entry);
  }
  const { of } = lead.report.shard!;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !places.has(index));
  if (missing.length > 0) {
    const few = missing.slice(0, 8).join(', ') + (missing.length > 8 ? ', …' : '');
    throw new UsageError(`Of ${of} shards, number ${few} ${missing.length === 1 ? 'is' : 'are'} missing.`);
  }
  return Array.from({ length: of }, (_, i) => places.get(i + 1)!.report);
}

const nameOf = ({ shard }: RunReport): string => `${shard?.index}/${shard?.of}`;

const lawsOf = ({ laws }: RunReport): string => laws.map(({ id, version }) => `${id} version ${version}`).join(', ');

function requireSameRun(a: ShardFile, b: ShardFile): void {
  const facts: readonly [string, (report: RunReport) => string | number | undefined][] = [
    ['numbers of shards', ({ shard }) => shard?.of],
    ['cases a law', ({ runs }) => runs],
    ['seeds', ({ seed }) => seed],
    ['versions of gradient-laws', ({ version }) => version],
  ];
  for (const [name, of] of facts) {
    const [one, other] = [of(a.report), of(b.report)];
    if (one !== other) {
      throw new UsageError(
        `${a.file} and ${b.file} have different ${name}, ${one} and ${other}; they are not of one run.`,
      );
    }
  }
  if (lawsOf(a.report) !== lawsOf(b.report)) {
    throw new UsageError(`${a.file} and ${b.file} are about different laws, or different versions of one.`);
  }
}

/** One law's counts over all shards, and the verdict they amount to. */
function mergeLaw(reports: readonly LawEntry[]): LawEntry {
  const [first] = reports as [LawEntry];
  // Laws about finitely many instances are decided whole in every shard.
  const parts = first.exhaustive ? [first] : reports;
  const sum = (of: (report: LawReport) => number): number => parts.reduce((total, report) => total + of(report), 0);
  const merged = {
    ...first,
    cases: sum(({ cases }) => cases),
    asked: sum(({ asked }) => asked),
    decidedBy: addCounts(parts.map(({ decidedBy }) => decidedBy)),
    confirmed: sum(({ confirmed }) => confirmed),
    consistent: sum(({ consistent }) => consistent),
    undecided: sum(({ undecided }) => undecided),
    float64: first.float64 && {
      cases: sum(({ float64 }) => float64?.cases ?? 0),
      answered: sum(({ float64 }) => float64?.answered ?? 0),
      violated: sum(({ float64 }) => float64?.violated ?? 0),
      consistent: sum(({ float64 }) => float64?.consistent ?? 0),
      confirmed: sum(({ float64 }) => float64?.confirmed ?? 0),
    },
    cover: Object.fromEntries(
      Object.entries(first.cover).map(([name, { atLeast }]) => [
        name,
        { atLeast, seen: sum(({ cover }) => cover[name]?.seen ?? 0) },
      ]),
    ),
    tightest: parts.map(({ tightest }) => tightest).reduce(tighter),
    counterexamples: parts.flatMap(({ counterexamples }) => counterexamples),
    crash: parts.find(({ crash }) => crash !== undefined)?.crash,
    open: parts.flatMap(({ open }) => open),
    errors: [...new Set(parts.flatMap(({ errors }) => errors))],
    milliseconds: sum(({ milliseconds }) => milliseconds),
  };
  return { ...merged, verdict: verdictOf(merged) };
}

function addCounts(counts: readonly LawReport['decidedBy'][]): LawReport['decidedBy'] {
  const total = new Map<string, number>();
  for (const [reading, n] of counts.flatMap((count) => Object.entries(count))) {
    total.set(reading, (total.get(reading) ?? 0) + n);
  }
  return Object.fromEntries(total);
}

/** The tightest case of two; where they are equally tight, the one that is shorter to write, as in one run. */
function tighter(a: LawReport['tightest'], b: LawReport['tightest']): LawReport['tightest'] {
  if (a?.ratio === undefined || a.ratio === null) return b ?? a;
  if (b?.ratio === undefined || b.ratio === null) return a;
  const order = numberIn(b.ratio).comparedTo(numberIn(a.ratio));
  if (order !== 0) return order > 0 ? b : a;
  return writtenLength(b.input) < writtenLength(a.input) ? b : a;
}
