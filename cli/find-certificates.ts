import { fileURLToPath } from 'node:url';
import { theorems } from '../proofs/index.ts';
import { proveCommand } from '../proofs/search/command.ts';
import { solver } from '../proofs/search/solver.ts';

// Searches for the certificates of the theorems and writes them beside these. For maintainers.

// From dist/cli back to the sources.
const folder = fileURLToPath(new URL('../../proofs', import.meta.url));
const z3 = solver({ program: `${folder}/search/z3-process.mjs` });
// Handled between two turns, so that no file is left half written; a second one ends the process at once.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    z3.close();
    process.exit(code);
  });
}
process.exitCode = await proveCommand(process.argv.slice(2), {
  theorems,
  solver: z3,
  folder,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
z3.close();
