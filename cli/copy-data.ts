import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { witnessFiles } from './witnesses.ts';

// A step of the build: the compiler leaves data behind, so the witnesses of necessity and the list of Coq's theorems are
// copied to where the built package looks for them.
const built = fileURLToPath(new URL('..', import.meta.url));
const source = process.cwd();
const stale = join(built, 'properties');
for (const file of existsSync(stale) ? witnessFiles(stale) : []) rmSync(file);
for (const file of [...witnessFiles(join(source, 'properties')), join(source, 'proofs', 'coq', 'theorems.json')]) {
  const target = join(built, relative(source, file));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
