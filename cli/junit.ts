import { createRequire } from 'node:module';
import type { Builder } from 'junit-report-builder';
import type { LawReport } from '../src/law/report.ts';
import { bySection } from './article.ts';
import type { RunReport } from './json.ts';
import { reasons } from './reasons.ts';

// Its declarations promise a default export that its CommonJS build does not have.
const junit = createRequire(import.meta.url)('junit-report-builder') as Builder;

/**
 * A run as JUnit XML: a suite per section of the article, a case per law. Only what is as expected passes. The case
 * that a law fails on, in lines by the law's id, is the body of its failure.
 */
export function junitReport({ laws }: RunReport, shown: ReadonlyMap<string, readonly string[]>): string {
  const builder = junit.newBuilder().name('gradient-laws');
  for (const [section, reports] of bySection(laws)) {
    const suite = builder.testSuite().name(section);
    for (const report of reports) {
      const test = suite
        .testCase()
        .className('gradient-laws')
        .name(report.id)
        .time(report.milliseconds / 1000);
      const message = legal(`${report.verdict}: ${reasons(report).join(' ')}`);
      const body = legal((shown.get(report.id) ?? []).join('\n'));
      const outcome = outcomeOf(report);
      if (outcome === 'failure') test.failure(message, report.verdict).stacktrace(body);
      if (outcome === 'error') test.error(message, report.verdict, body);
    }
  }
  return builder.build();
}

/** The text without the control characters that no XML may hold; an error message of a user's may. */
const legal = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

/** A failure says that something is wrong; an error, that the law was not settled. */
function outcomeOf({ verdict }: LawReport): 'pass' | 'failure' | 'error' {
  switch (verdict) {
    case 'holds':
    case 'refuted':
    case 'conjectured':
      return 'pass';
    case 'violated':
    case 'not-refuted':
      return 'failure';
    default:
      return 'error';
  }
}
