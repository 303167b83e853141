import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFiles } from './witnesses.ts';

// A step of the build: the compiler leaves data behind, so the witnesses of necessity, the certificates and the list of
// Coq's theorems are copied to where the built package looks for them.
const built = fileURLToPath(new URL('..', import.meta.url));
const source = process.cwd();
const inLawsAndProofs = (root: string): readonly string[] =>
  (['properties', 'proofs'] as const)
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => dataFiles(join(root, folder), folder === 'proofs' ? 'certificates' : 'witnesses'));
for (const file of inLawsAndProofs(built)) rmSync(file);
for (const file of [...inLawsAndProofs(source), join(source, 'proofs', 'coq', 'theorems.json')]) {
  const target = join(built, relative(source, file));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
