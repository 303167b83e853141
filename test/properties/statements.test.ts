import { describe, expect, test } from 'vitest';
import { laws } from '../../properties/index.ts';

const count = (text: string, part: RegExp): number => (text.match(part) ?? []).length;

describe('every law states itself in LaTeX that can be set', () => {
  test.each(laws.map(({ id, states, says }) => [id, states, says] as const))('%s', (_id, states, says) => {
    expect(states).not.toMatch(/\p{Cc}/u);
    expect(says).not.toMatch(/\p{Cc}/u);
    const bare = states.replaceAll(/\\[{}]/g, '');
    expect(count(bare, /\{/g)).toBe(count(bare, /\}/g));
    expect(count(states, /\\left(?![a-z])/g)).toBe(count(states, /\\right(?![a-z])/g));
    expect(count(states, /\\begin\{/g)).toBe(count(states, /\\end\{/g));
  });
});
