import { describe, expect, test } from 'vitest';
import { checkLaw } from '../src/law/check.ts';
import { requireLaw, requireObject, requireRunsAndSeed } from '../src/law/check-options.ts';
import type { AnyLaw } from '../src/law/law.ts';
import { exitCode } from '../src/law/verdict.ts';

export interface LawTestOptions {
  /** Cases a law. Default 100. */
  readonly runs?: number;
  /** Default 9902. */
  readonly seed?: number;
}

/**
 * Registers every law as a vitest test under its permanent id, so that editors and CI logs show laws by name.
 * A failure shows what went wrong with the simplest counterexample.
 *
 * @throws RangeError that names the option and its value where one is not what it should be.
 */
export function testLaws(laws: readonly AnyLaw[], options: LawTestOptions = {}): void {
  requireObject('options', options, '{ runs, seed }, or none');
  const { runs = 100, seed = 9902 } = options;
  requireRunsAndSeed({ runs, seed });
  laws.forEach(requireLaw);
  const sections = new Map<string, AnyLaw[]>();
  for (const law of laws) sections.set(law.section, [...(sections.get(law.section) ?? []), law]);
  for (const [section, members] of sections) {
    describe(section, () => {
      for (const law of members) {
        test(law.id, ({ task }) => {
          Object.assign(task.meta, { law: law.id, version: law.version, runs, seed });
          const { verdict, errors, counterexamples, crash } = checkLaw(law, { runs, seed });
          const asExpected = exitCode([verdict]) === 0;
          expect(asExpected ? 'as expected' : { verdict, errors, counterexample: counterexamples[0], crash }).toBe(
            'as expected',
          );
        });
      }
    });
  }
}
