import { expect, test } from 'vitest';
import { prove } from '../../cli/prove.ts';
import { laws } from '../../properties/index.ts';

const printed = (id: string, options: { readonly all?: boolean } = {}): string => {
  const lines: string[] = [];
  const out = (text: string) => lines.push(text);
  const world = { laws, witnesses: () => new Map(), out, err: out, colors: false, terminal: undefined } as const;
  expect(prove(id, options, { ...world, worker: undefined, cores: 1 })).toBe(0);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  return lines.join('\n');
};

test('a proof has numbered steps, what they use, and the multipliers', () => {
  const text = printed('proj.firm');
  expect(text).toContain('Proved, all dimensions.');
  expect(text).toContain('firm (certificate, all dimensions)');
  expect(text).toContain('Rests on obtuse-angle.');
  expect(text).toMatch(/\[A-\(23\) at x\] .* >= 0\s+\(needed: false\s+without it at x = \(0\.125\), Px = \(1\)/);
  expect(text).toMatch(/1\. {2}\[firm\] .*\n\s+= \[A-\(23\) at x\] \+ \[A-\(23\) at y\]/s);
});

test.each([
  ['sgd.regret-bound', /\[rates do not increase\][^[]*\(needed:\s+false\s+without\s+it\s+at\s+D2\s+=/],
  ['proj.obtuse', /\[A-\(22\)\][^[]*\(needed:\s+false\s+without\s+it\s+at\s+phi\s+=/],
])('the model without a hypothesis is told: %s', (id, shown) => {
  expect(printed(id)).toMatch(shown);
});

test('an induction shows its base, its step and its end', () => {
  const text = printed('sgd.regret-bound');
  for (const part of ['base', 'step', 'A-(15) and A-(4)']) expect(text).toContain(`\n  ${part}\n`);
  expect(text).toContain('1/2 [last rate] [A-(18)]');
});

test('what Coq proves as well is named', () => {
  expect(printed('proj.nonexp-point')).toContain(
    'Proved in Coq for all dimensions: A19_fejer in proofs/coq/Projection.v.',
  );
});

test('a refuted claim says so, and a law without a proof says why', () => {
  expect(printed('sgd.c-broq')).toContain('Refuted, one instance.');
  expect(printed('sgd.loss-tangent')).toContain('Not proved: It is about losses as doubles compute them');
});

test('of a text with many paths two are printed, or all', () => {
  const text = printed('proj.feasible');
  expect(text).toMatch(/ {4}Path 000\n {6}\[case 1\] sum >= 0\n/);
  expect(text).toContain('    … and 3 more paths, checked alike; --all prints them.');
  expect(printed('proj.feasible', { all: true })).not.toContain('--all');
});

test('of a path with many steps some are printed, or all', () => {
  const text = printed('pg.rearr');
  expect(text).toMatch(/\n {4}40\. .*\n.*\n(.*\n)* {4}… and 1840 more steps; --all prints them\./);
  expect(text.split('\n').length).toBeLessThan(2000);
  expect(printed('pg.rearr', { all: true }).split('\n').length).toBeGreaterThan(4000);
});

test('what a proof leaves is said', () => {
  expect(printed('proj.feasible')).toContain('Leaves: The other sets.');
});
