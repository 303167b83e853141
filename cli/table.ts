import type { LawReport } from '../src/law/report.ts';
import { bySection, equationNumbers } from './article.ts';
import { confirmedIn, isProved, type LawEntry } from './json.ts';
import { inLetters } from './letters.ts';
import { shortDecimal } from './number-text.ts';
import type { Paint } from './paint.ts';
import { reasons } from './reasons.ts';
import { WIDTH, wrap } from './text.ts';

interface Column {
  readonly title: string;
  readonly align: 'left' | 'right' | 'apart';
  /** The text of a cell; two texts set apart have a tab between them. */
  cell(report: LawEntry): string;
}

const COLUMNS: readonly Column[] = [
  { title: 'law', align: 'left', cell: ({ id }) => id },
  { title: 'eq.', align: 'left', cell: equationNumbers },
  {
    title: 'verdict\tcases',
    align: 'apart',
    cell: (report) => `${report.verdict}${proved(report)}\t${casesText(report)}`,
  },
  { title: 'by', align: 'left', cell: decidedBy },
  { title: 'ratio', align: 'right', cell: ({ tightest }) => ratioText(tightest) },
  { title: 'hyp', align: 'right', cell: necessary },
  { title: '2nd', align: 'right', cell: (report) => `${confirmedIn(report)}` },
];

/** Marks a law that is proved in some scope, not only tried. */
const proved = (report: LawEntry): string => (isProved(report) ? ' ∎' : '');

/** What the columns mean, for the reader who meets the table first. */
export const LEGEND =
  '∎: proved as well; “gradient-laws prove ID” prints the proof and for which instances it is. ' +
  'cases: how many were decided; after a +, how many of them were also tried in doubles, as users run them. ' +
  'Doubles can refute a law, but never confirm an equality: “gradient-laws explain ID” says how many were decided. ' +
  'by: the reading that decided most of them. ratio: the largest left/right side seen; 1 is tight. ' +
  'hyp: hypotheses shown necessary, out of all. 2nd: second opinions that confirm.';

/** What is proved of a law, for which instances and how, or why nothing is. */
function proofText({ proof: { status, scope, by, because } }: LawEntry): string {
  if (status === 'unproved') return `Unproved because: ${because ?? 'No theorem is about it.'}`;
  return `${status === 'proved' ? 'Proved' : 'Refuted'}${scope === null ? '' : `, ${inLetters(scope)}`}: ${by}.`;
}

/**
 * The reports as a table: per section of the article a heading, then a row per law and below it what is wrong, and what
 * is proved where that is asked for.
 */
export function reportTable(reports: readonly LawEntry[], paint: Paint, proofs = false): string[] {
  const titles = COLUMNS.map(({ title }) => title);
  const texts = new Map(reports.map((report) => [report, COLUMNS.map(({ cell }) => cell(report))]));
  const layout = layoutOf([titles, ...texts.values()]);
  const lines = [paint.dim(aligned(titles, layout).join(layout.gap).trimEnd())];
  for (const [heading, members] of bySection(reports)) {
    lines.push('', ...wrap(heading).map(paint.bold));
    for (const report of members) {
      const [id = '', ...cells] = texts.get(report)!;
      const fits = id.length <= layout.widths[0]!;
      if (!fits) lines.push(id);
      const row = aligned([fits ? id : '', ...cells], layout);
      row[VERDICT] = row[VERDICT]!.replace(report.verdict, (word) => paint.verdict(report.verdict, word));
      lines.push(row.join(layout.gap));
      lines.push(...reasons(report).flatMap((reason) => wrap(reason, '    ')));
      if (proofs) lines.push(...wrap(proofText(report), '    ').map(paint.dim));
    }
  }
  return lines;
}

const VERDICT = 2;
const NARROWEST_ID = 12;

interface Layout {
  readonly widths: readonly number[];
  readonly gap: string;
}

/** Two spaces between columns if there is room for them; otherwise one, and the ids give way. */
function layoutOf(rows: readonly (readonly string[])[]): Layout {
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)));
  const total = widths.reduce((sum, width) => sum + width);
  const gaps = COLUMNS.length - 1;
  if (total + 2 * gaps <= WIDTH) return { widths, gap: '  ' };
  const [id = 0, ...others] = widths;
  return { widths: [Math.max(NARROWEST_ID, Math.min(id, WIDTH - gaps - (total - id))), ...others], gap: ' ' };
}

const aligned = (cells: readonly string[], { widths }: Layout): string[] =>
  cells.map((text, i) => {
    const width = widths[i]!;
    const [left = '', right = ''] = text.split('\t');
    if (COLUMNS[i]!.align === 'apart') return left + right.padStart(width - left.length);
    return COLUMNS[i]!.align === 'left' ? text.padEnd(width) : text.padStart(width);
  });

function casesText({ exhaustive, cases, asked, float64 }: LawReport): string {
  const doubles = float64 === null ? '' : `+${float64.cases}`;
  // A counterexample among finitely many instances ends the search.
  const share = cases < asked ? `${cases} of ${asked}` : `all ${cases} of ${asked}`;
  return (exhaustive ? share : `${cases}`) + doubles;
}

/** The reading that decided most cases, and its share of all of them. */
function decidedBy({ decidedBy, cases }: LawReport): string {
  const [first] = Object.entries(decidedBy).sort(([, a], [, b]) => b - a);
  if (first === undefined) return '–';
  const [reading, decided] = first;
  return decided === cases ? reading : `${reading} ${Math.floor((100 * decided) / cases)}%`;
}

const ratioText = (tightest: LawReport['tightest']): string =>
  tightest === null || tightest.ratio === null ? '–' : shortDecimal(tightest.ratio, 2);

const NECESSARY = new Set(['necessary', 'necessary-by-argument']);

function necessary({ hypotheses }: LawReport): string {
  if (hypotheses.length === 0) return '–';
  return `${hypotheses.filter(({ necessity }) => NECESSARY.has(necessity)).length}/${hypotheses.length}`;
}
