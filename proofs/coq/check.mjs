/**
 * Has Coq check the proofs of this folder: compiles them in a temporary folder, has coqchk check what came out once
 * more, and asks for the axioms that every theorem of theorems.json rests on.
 *
 * Usage: node check.mjs [--each] [folder], where --each lists the axioms theorem by theorem.
 * Exit codes: 0, all is proved; 1, a proof is rejected or rests on something it should not rest on; 2, Coq is not
 * installed.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Coq's own real numbers rest on. */
const REAL_NUMBERS = [
  'Coq.Logic.FunctionalExtensionality.functional_extensionality_dep',
  'Coq.Reals.ClassicalDedekindReals.sig_forall_dec',
  'Coq.Reals.ClassicalDedekindReals.sig_not_dec',
];

/** In the libraries that define exp, but no theorem may rest on it. */
const LOADED = ['Coq.Logic.Classical_Prop.classic'];

/** What would let a file assume instead of prove. */
const ASSUMPTION =
  /\b(Admitted|admit|give_up|Axioms?|Parameters?|Conjectures?|Hypothes[ie]s|Variables?|Context|Abort|Unset|bypass_check|Private_|Load|Declare)\b/g;

const NOT_INSTALLED =
  'coqc is not on the PATH. Install Coq 8.16 or later, on Debian with: apt-get install --no-install-recommends coq';

class Rejected extends Error {}

/** Blanks out comments, which nest, but keeps the lines. */
function withoutComments(text) {
  let depth = 0;
  return text.replace(/\(\*|\*\)|[\s\S]/g, (token) => {
    if (token === '(*') depth++;
    const kept = depth === 0 || token === '\n' ? token : '';
    if (token === '*)' && depth > 0) depth--;
    return kept;
  });
}

function forbidAssumptions(folder, files) {
  const found = files.flatMap((file) =>
    withoutComments(readFileSync(join(folder, file), 'utf8'))
      .split('\n')
      .flatMap((line, i) => [...line.matchAll(ASSUMPTION)].map(([word]) => `${file}, line ${i + 1}: ${word}`)),
  );
  if (found.length > 0) throw new Rejected(`Nothing may be assumed here:\n  ${found.join('\n  ')}`);
}

function run(command, args, cwd) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (status !== 0) throw new Rejected(`${command} ${args.at(-1)} failed:\n${stdout}${stderr}`);
  return { stdout, all: stdout + stderr };
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const module = (file) => `GradientLaws.${file.replace(/\.v$/, '')}`;
const shortName = (axiom) => axiom.split('.').at(-1);
const PATHS = ['-Q', '.', 'GradientLaws'];

function compile(folder, files) {
  const ordered = run('coqdep', [...PATHS, '-sort', ...files], folder)
    .stdout.trim()
    .split(/\s+/)
    .map((file) => file.replace(/^\.\//, ''));
  if (ordered.length !== files.length) throw new Rejected(`coqdep ordered ${ordered.length} of ${files.length} files.`);
  for (const file of ordered) run('coqc', ['-q', ...PATHS, file], folder);
}

/** The axioms that Coq says the theorems rest on: those of a file together, or each, which takes about a second each. */
function axiomsOf(folder, theorems, each) {
  const groups = each
    ? theorems.map(({ file, name }) => [`${file} ${name}`, [`${module(file)}.${name}`]])
    : [...new Set(theorems.map(({ file }) => file))].map((file) => [
        file,
        theorems.filter((theorem) => theorem.file === file).map(({ name }) => `${module(file)}.${name}`),
      ]);
  const audit = [
    `From GradientLaws Require ${[...new Set(theorems.map(({ file }) => file.replace(/\.v$/, '')))].join(' ')}.`,
    ...groups.flatMap(([, names], i) => [
      `Definition group_${i} := (${names.join(', ')}).`,
      `Print Assumptions group_${i}.`,
    ]),
  ];
  writeFileSync(join(folder, 'audit.v'), `${audit.join('\n')}\n`);
  const printed = run('coqc', ['-q', ...PATHS, 'audit.v'], folder).stdout;
  const parts = printed
    .split(/^(?=Axioms:$|Closed under the global context$)/m)
    .filter((part) => /^(Axioms:|Closed )/.test(part));
  if (parts.length !== groups.length) {
    throw new Rejected(`Coq reports on ${parts.length} of ${groups.length} groups of theorems:\n${printed}`);
  }
  return groups.map(([name, { length }], i) => {
    const axioms = [...parts[i].matchAll(/^(?!Axioms:$|Closed )([^\s:]+)/gm)].map(([, axiom]) => axiom);
    return { name: each ? name : `${name}, ${length} theorems`, axioms };
  });
}

function forbidAxioms(report) {
  const allowed = new Set(REAL_NUMBERS.map(shortName));
  const more = report.flatMap(({ name, axioms }) =>
    axioms.filter((axiom) => !allowed.has(shortName(axiom))).map((axiom) => `${name}: ${axiom}`),
  );
  if (more.length > 0) throw new Rejected(`More is assumed than the real numbers:\n  ${more.join('\n  ')}`);
}

/** Checks the compiled files with the small checker, and that the context they live in assumes nothing else. */
function recheck(folder, files) {
  const summary = run('coqchk', ['-silent', '-o', ...PATHS, ...files.map(module)], folder).all;
  const sections = new Map(
    summary.split(/^\* /m).map((section) => {
      const [title, ...body] = section.split(':');
      return [title, body.join(':').trim()];
    }),
  );
  for (const title of [
    'Constants/Inductives relying on type-in-type',
    'Constants/Inductives relying on unsafe (co)fixpoints',
    'Inductives whose positivity is assumed',
  ]) {
    if (sections.get(title) !== '<none>') throw new Rejected(`coqchk, ${title}: ${sections.get(title)}`);
  }
  const axioms = (sections.get('Axioms') ?? 'nothing said about axioms')
    .split(/\s*\n\s*/)
    .filter((axiom) => axiom !== '<none>');
  const more = axioms.filter((axiom) => ![...REAL_NUMBERS, ...LOADED].includes(axiom));
  if (more.length > 0)
    throw new Rejected(`coqchk finds axioms that Coq’s real numbers do not come with: ${more.join(', ')}`);
}

function main(source, each) {
  const files = readdirSync(source).filter((file) => file.endsWith('.v'));
  forbidAssumptions(source, files);
  if (spawnSync('coqc', ['--version']).error) {
    console.error(NOT_INSTALLED);
    return 2;
  }
  const theorems = JSON.parse(readFileSync(join(source, 'theorems.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'gradient-laws-coq-'));
  try {
    for (const file of files) copyFileSync(join(source, file), join(folder, file));
    const started = performance.now();
    compile(folder, files);
    const report = axiomsOf(folder, theorems, each);
    console.log(`coqc accepts ${files.length} files (${seconds(started)}).`);
    for (const { name, axioms } of report) console.log(`  ${name}: ${axioms.map(shortName).join(', ') || 'no axioms'}`);
    forbidAxioms(report);
    const again = performance.now();
    recheck(folder, files);
    console.log(`coqchk accepts them too (${seconds(again)}).`);
    console.log(`${theorems.length} theorems are proved from the axioms of Coq's real numbers and nothing else.`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  const [option, folder] = process.argv[2] === '--each' ? process.argv.slice(2, 4) : [undefined, process.argv[2]];
  process.exitCode = main(folder ?? fileURLToPath(new URL('.', import.meta.url)), option !== undefined);
} catch (error) {
  if (!(error instanceof Rejected)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
