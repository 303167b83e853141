import { describe, expect, test } from 'vitest';
import { wrap } from '../../cli/text.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { atMost, below } from '../../src/scalar/relation.ts';
import { falseLaw, testLaw, trueLaw, verify } from './support.ts';

describe('a law at fault', () => {
  test('names a planted mistake that crashes, and the input that makes it', async () => {
    const teeth = {
      blunt: {
        says: 'It stops above 3.',
        claim: ((F, { x }) => {
          if (Number(x) > 3) throw new TypeError('too large');
          return atMost(F.zero, F.one);
        }) satisfies typeof trueLaw.claim as never,
      },
    };
    const { code, out } = await verify([testLaw({ id: 'test.blunt', claim: trueLaw.claim as never, teeth })]);
    expect(code).toBe(1);
    expect(out).toContain('    The planted mistake “blunt” crashed: too large\n');
    const shown = [
      'test.blunt crashes',
      '  What test.blunt says.',
      '  with the planted mistake “blunt”: It stops above 3.',
      '  input:',
      '    x: 4',
      '  the error: too large.',
    ];
    expect(out).toContain(shown.join('\n'));
  });

  test.each([
    ['The law', {}, falseLaw.claim],
    ['The float64 reading, as users run it,', { float64: 'in doubles', subject: 'the doubles' }, trueLaw.claim],
  ])('shows the counterexample that there is besides: %s', async (subject, parts, claim) => {
    const tooth = { says: 'Nothing is wrong.', claim: () => [] };
    const inDoubles: AnyLaw['claim'] = (F, instance, use) =>
      use === 'in doubles' ? below(F.one, F.zero) : claim(F, instance, use);
    const law = { ...falseLaw, derivation: [], teeth: { toothless: tooth }, ...parts, claim: inDoubles };
    const { code, out } = await verify([law]);
    expect(code).toBe(1);
    expect(out).toContain(
      [
        '    The planted mistake “toothless” was not caught.',
        ...wrap(`${subject} also has a counterexample, shown below.`, '    '),
      ].join('\n'),
    );
    expect(out).toContain('test.square-small is violated\n');
    expect(out).toContain('    npx gradient-laws replay ');
  });
});
