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
  expect(text).toContain('    [A-(23) at x] ⟨Py − Px, x − Px⟩ ≤ 0 — by obtuse-angle, A-(23); stands for\n');
  expect(text).toContain('      needed: without it false at x = (0.125), Px = (1), y = (-1), Py = (-1)\n');
  expect(text).toMatch(/1\. {2}\[firm\] ‖Px − Py‖² ≤ .*\n\s+= \[A-\(23\) at x\] \+ \[A-\(23\) at y\]/);
  expect(text).toContain('3.  [not farther apart] ‖Px − Py‖² ≤ ‖x − y‖²\n');
});

test.each([
  ['sgd.regret-bound', /\[rates do not increase\][^[]*needed: without it false at D² = /],
  ['proj.obtuse', /\[A-\(22\)\][^[]*needed: without it false at φ = /],
])('the model without a hypothesis is told: %s', (id, shown) => {
  expect(printed(id)).toMatch(shown);
});

test('an induction shows its base, its step and its end', () => {
  const text = printed('sgd.regret-bound');
  for (const part of ['base', 'step', 'A-(15) and A-(4)']) expect(text).toContain(`\n  ${part}\n`);
  expect(text).toContain('1/2 [last rate] [A-(18)]');
  expect(text).toContain(
    '    3.  [A-(4)] regrets/T ≤ D²/(2·T·last) + G²·rates/(2·T)\n        = [A-(15)], over [steps]',
  );
});

test('that the code computes it comes after the proof', () => {
  const text = printed('sgd.regret-bound');
  const [proof, code] = text.split('\n  That the code computes this, read over symbols:\n');
  expect(proof).toContain('\n  A-(15) and A-(4)\n');
  expect(code).toContain('\n  the text of a run, T = 2\n');
  expect(code).toContain('[step 2 is θ − ηg] both sides are next₁ − η₂·g₂\n');
  expect(printed('proj.firm')).not.toContain('That the code');
});

test.each([
  [
    'sgd.regret-bound',
    'T = 1 … 128, 1000 (the text of a run) and T = 2, 3, 128 (the text of the losses) and T = 1, 2, 3, 4, 128 (the texts of the bounds)',
  ],
  ['proj.dykstra-normals', '1, 2, 3, 16 sets'],
  ['sgd.gap-reading', '1, 2, 3, 4, 12 samples and T = 1, 2, 3'],
])('up to which size code with a loop is read is said of a theorem for all sizes: %s', (id, sizes) => {
  const text = printed(id).replaceAll(/\s+/g, ' ');
  expect(text).toContain(`Code with a loop is read for ${sizes}; that it goes on so is tested, not proved.`);
  expect(printed('pg.bopt-coordinate')).not.toContain('Code with a loop');
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
  expect(text).toMatch(/ {4}Path 000\n {6}\[case 1\] sum ≥ 0\n/);
  expect(text).toContain('    … and 3 more paths, checked alike; --all prints them.');
  expect(printed('proj.feasible', { all: true })).not.toContain('--all');
});

test('of parts that are alike but for a size the first are printed, and the others named; or all', () => {
  const text = printed('pg.rearr');
  expect(text).toContain('\n  n = 2\n');
  expect(text).not.toContain('\n  n = 3\n');
  expect(text).toContain('\n  Checked alike: n = 3; n = 4; n = 5. --all prints them.\n');
  const all = printed('pg.rearr', { all: true });
  expect(all).toContain('\n  n = 5\n');
  expect(all).not.toContain('Checked alike');
  expect(all.split('\n').length).toBeGreaterThan(8 * text.split('\n').length);
  expect(printed('sgd.regret-bound')).toContain('\n  A-(15) and A-(4)\n');
});

test('what a name is short for is said', () => {
  expect(printed('sgd.case1')).toContain('    Here start for ‖c − start‖² of what it rests on.\n');
  expect(printed('proj.firm')).not.toContain('of what it rests on');
});

test('a number under a root, and what must not be zero, are written as all else', () => {
  expect(printed('proj.obtuse')).toContain('    [under root₁] ‖center − x‖² ≥ 0 — a number under a root\n');
  expect(printed('c.J')).toContain('Not zero: 1 − p1_1, p1_1\n');
});

test('what a proof leaves is said', () => {
  expect(printed('proj.feasible')).toContain('Leaves: The other sets.');
});

test('of a long equation both sides are shown, each without its middle', () => {
  const text = printed('pg.bopt').replaceAll(/\s+/g, ' ');
  expect(text).toMatch(/\[V\(b\) is V\(b\*\) and a square\] [^=]* … [^=]* = [^=]* … /);
});

test('a step of an induction says what the next state is', () => {
  const text = printed('sgd.regret-bound');
  expect(text).toContain('    first state: regrets = loss − loss_c, ');
  expect(text).toMatch(/\n {4}next state: regrets = loss \+ regrets − loss_c, .*\n.*last = η, θ = next\n/);
});

test('what is proved elsewhere says where, and what it stands for', () => {
  expect(printed('proj.pyth').replaceAll(/\s+/g, ' ')).toContain(
    '[A-(23)] ⟨φ − P, θ − P⟩ ≤ 0 — by obtuse-angle, A-(23); stands for convex-set, euclidean-norm',
  );
});

test('a refuted claim shows the instance of which it is false', () => {
  const text = printed('sgd.faster-constant');
  expect(text).toMatch(/\n {2}It is false of\n {4}set: box, lower \[0\], upper \[1\]\n/);
  expect(text).toMatch(/left {2}= 3\/8 ≈ 0.375\n {6}right = 1\/4 ≈ 0.25\n/);
  expect(printed('sgd.sum-sqrt')).not.toContain('It is false of');
});
