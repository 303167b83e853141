import { createRequire } from 'node:module';
import type { Builder } from 'junit-report-builder';
import type { LawReport } from '../src/law/report.ts';
import { bySection } from './article.ts';
import type { RunReport } from './json.ts';
import { reasons } from './reasons.ts';

// Its declarations promise a default export that its CommonJS build does not have.
const junit = createRequire(import.meta.url)('junit-report-builder') as Builder;

/** A run as JUnit XML: a suite per section of the article, a case per law. Only what is as expected passes. */
export function junitReport({ laws }: RunReport): string {
  const builder = junit.newBuilder().name('gradient-laws');
  for (const [section, reports] of bySection(laws)) {
    const suite = builder.testSuite().name(section);
    for (const report of reports) {
      const test = suite
        .testCase()
        .className('gradient-laws')
        .name(report.id)
        .time(report.milliseconds / 1000);
      const message = `${report.verdict}: ${reasons(report).join(' ')}`;
      const outcome = outcomeOf(report);
      if (outcome === 'failure') test.failure(message, report.verdict);
      if (outcome === 'error') test.error(message, report.verdict);
    }
  }
  return builder.build();
}

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
