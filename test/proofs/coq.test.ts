import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { theorems as symbolicTheorems } from '../../proofs/index.ts';
import { laws } from '../../properties/index.ts';
import type { Citation } from '../../src/law/law.ts';

/** An entry of theorems.json. */
interface CoqTheorem {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly laws: readonly string[];
  readonly cites: readonly Citation[];
  readonly scope: string;
  readonly states: string;
  readonly leaves?: string;
}

const folder = fileURLToPath(new URL('../../proofs/coq/', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.v'));
const sources = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const theorems = JSON.parse(readFileSync(join(folder, 'theorems.json'), 'utf8')) as readonly CoqTheorem[];

/** The claims of article B, which a law will have as its id or not at all. */
const claimsOfB = `
  pg.argmax-inv pg.smooth pg.rearr pg.same-order pg.shift pg.grad pg.logtrick pg.score0 pg.baseline pg.example
  pg.var-m2 pg.bopt pg.bopt-weighted pg.bmean pg.sign
  zo.def zo.taylor zo.limit zo.outer zo.noshift zo.m2 zo.bopt zo.bopt-taylor zo.b0 zo.sample-b zo.highdim zo.alt
  zoR.fubini zoR.partition zoR.chi zoR.chi-limit zoR.soften zoR.zero-term zoR.taylor zoR.final
  c.J c.J-decr c.const-diff c.logp c.sg c.uTu c.14`
  .trim()
  .split(/\s+/);

/** What would let a proof assume what it should show. */
const assumption =
  /\b(Admitted|admit|give_up|Axioms?|Parameters?|Conjectures?|Hypothes[ie]s|Variables?|Context|Unset|bypass_check)\b/;

/** Comments, which nest, left out. */
function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (const [token] of text.matchAll(/\(\*|\*\)|[\s\S]/g)) {
    if (token === '(*') depth++;
    if (depth === 0) kept += token;
    if (token === '*)') depth--;
  }
  return kept;
}

/** The theorems that a file states, each with the laws that the comment above it names. */
const stated = (file: string): readonly { readonly name: string; readonly laws: readonly string[] }[] =>
  [...(sources.get(file) ?? '').matchAll(/\(\*\*((?:(?!\*\))[\s\S])*)\*\)\nTheorem (\w+)/g)].map(
    ([, comment = '', name = '']) => ({
      name,
      laws: [...(comment.split('Laws:')[1] ?? '').matchAll(/[a-zA-Z]+\.[\w-]*\w/g)].map(([law]) => law),
    }),
  );

describe('the Coq files', () => {
  test.each(files)('%s assumes nothing', (file) => {
    expect(withoutComments(sources.get(file)!).match(assumption)?.[0]).toBeUndefined();
  });

  test.each(files)('%s ends every proof', (file) => {
    const text = withoutComments(sources.get(file)!);
    expect(text.match(/\bQed\./g)?.length).toBe(text.match(/\bProof\./g)?.length);
    expect(text.match(/\b(Theorem|Lemma)\b/g)?.length).toBe(text.match(/\bProof\./g)?.length);
  });

  test.each(files)('%s has a comment above every theorem', (file) => {
    expect(stated(file)).toHaveLength(withoutComments(sources.get(file)!).match(/\bTheorem\b/g)?.length ?? 0);
  });
});

describe('theorems.json', () => {
  test('lists every theorem of every file, with the laws that the file names', () => {
    const found = files.flatMap((file) => stated(file).map((each) => ({ file, ...each })));
    const key = ({ file, name }: { readonly file: string; readonly name: string }) => `${file} ${name}`;
    const listed = theorems.map(({ file, name, laws }) => ({ file, name, laws }));
    const sorted = (all: typeof found) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(sorted(listed)).toEqual(sorted(found));
  });

  test('names laws that exist', () => {
    const known = new Set([...laws.map(({ id }) => id), ...claimsOfB]);
    expect(theorems.flatMap(({ laws }) => laws).filter((id) => !known.has(id))).toEqual([]);
  });

  test('has ids of its own', () => {
    const ids = [...theorems, ...symbolicTheorems].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(theorems.map((theorem) => [theorem.id, theorem] as const))('%s says what it is about', (_, theorem) => {
    expect(theorem.scope).toMatch(/^(all |one instance$)/);
    expect(theorem.states).toMatch(/[=<]|\\[lg]e/);
    expect(theorem.leaves ?? 'Something.').toMatch(/^[A-Z].*\.$/);
    const [, article, equation] = theorem.name.match(/^([AB])(\d+)_/) ?? [];
    expect(theorem.cites).toEqual(
      article === undefined ? [] : [{ article: article === 'A' ? '9902' : '7737', equations: [Number(equation)] }],
    );
  });

  test('covers the core of both articles', () => {
    const covered = new Set(theorems.flatMap(({ laws }) => laws));
    for (const id of ['sgd.regret-bound', 'sgd.sum-sqrt', 'proj.obtuse', 'proj.firm', 'pg.rearr', 'pg.bopt', 'zo.bopt'])
      expect(covered).toContain(id);
  });
});

describe('the check', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'gradient-laws-coq-test-'));
  afterAll(() => rmSync(scratch, { recursive: true }));

  /** A folder of sources, with a theorem in Sound.v and whatever else is given. */
  const proofs = (name: string, extra: Readonly<Record<string, string>> = {}): string => {
    const path = join(scratch, name);
    mkdirSync(path);
    const all = {
      'Sound.v': 'Theorem sound : True.\nProof. exact I. Qed.\n',
      'theorems.json': JSON.stringify([{ id: 'sound', file: 'Sound.v', name: 'sound' }]),
      ...extra,
    };
    for (const [file, text] of Object.entries(all)) writeFileSync(join(path, file), text);
    return path;
  };

  /** A folder of commands that stand in for those of Coq. */
  const coq = (name: string, said: { readonly coqc?: string; readonly coqchk?: string }): string => {
    const path = join(scratch, name);
    mkdirSync(path);
    const commands = {
      coqdep: 'echo ./Sound.v',
      coqc: `case "$*" in *audit.v) ${said.coqc ?? 'echo "Closed under the global context"'} ;; esac`,
      coqchk: `${said.coqchk ?? summary('<none>')} >&2`,
    };
    for (const [command, script] of Object.entries(commands)) {
      writeFileSync(join(path, command), `#!/bin/sh\n${script}\n`);
      chmodSync(join(path, command), 0o755);
    }
    return path;
  };
  const summary = (axioms: string, positivity = '<none>') =>
    `printf '%s\\n' '* Theory: Set is predicative' '* Axioms:' '    ${axioms}' \
      '* Constants/Inductives relying on type-in-type: <none>' \
      '* Constants/Inductives relying on unsafe (co)fixpoints: <none>' \
      '* Inductives whose positivity is assumed: ${positivity}'`;

  const check = (path: string, commands: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'check.mjs'), path], {
      env: { PATH: commands },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  test('says what to install where Coq is missing', () => {
    const { status, stderr } = check(folder, join(scratch, 'nothing'));
    expect(stderr).toContain('apt-get install --no-install-recommends coq');
    expect(status).toBe(2);
  });

  test.each([
    ['Admitted', 'Theorem t : False.\nProof. Admitted.', 'Bad.v, line 2: Admitted'],
    ['admit', '(* Axiom in a (* nested *) comment *)\nLemma t : False. Proof. admit. Qed.', 'Bad.v, line 2: admit'],
    ['Axiom', 'Axiom t : False.', 'Bad.v, line 1: Axiom'],
    ['Parameter', 'Parameter t : False.', 'Bad.v, line 1: Parameter'],
  ])('rejects %s before Coq is asked', (word, text, message) => {
    const { status, stderr } = check(proofs(word, { 'Bad.v': text }), join(scratch, 'nothing'));
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });

  test('accepts a theorem without axioms', () => {
    const { status, stdout } = check(proofs('accepted'), coq('accepting', {}));
    expect(stdout).toContain('Sound.v, 1 theorems: no axioms');
    expect(status).toBe(0);
  });

  test('does not mind an axiom of a library that no theorem rests on', () => {
    const commands = coq('loading', { coqchk: summary('Coq.Logic.Classical_Prop.classic') });
    expect(check(proofs('loaded'), commands).status).toBe(0);
  });

  test.each([
    ['a file that coqc rejects', { coqc: 'exit 1' }, 'coqc audit.v failed'],
    ['an axiom', { coqc: 'printf "Axioms:\\nsig_not_dec : P\\nbold : False\\n"' }, 'Sound.v, 1 theorems: bold'],
    [
      'an axiom that is only loaded',
      { coqc: 'printf "Axioms:\\nClassical_Prop.classic : P\\n"' },
      'Sound.v, 1 theorems: Classical_Prop.classic',
    ],
    ['silence about axioms', { coqc: 'true' }, 'Coq reports on'],
    ['an axiom that only coqchk sees', { coqchk: summary('Coq.Logic.Bold.bold') }, 'Coq.Logic.Bold.bold'],
    ['an inductive type that is not positive', { coqchk: summary('<none>', 'Bold') }, 'positivity is assumed: Bold'],
    ['a coqchk that fails', { coqchk: 'exit 1' }, 'coqchk GradientLaws.Sound failed'],
    ['a coqchk that says nothing', { coqchk: 'true' }, 'coqchk'],
  ])('rejects %s', (name, said, message) => {
    const { status, stderr } = check(proofs(`${name} proofs`), coq(`${name} commands`, said));
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });
});
