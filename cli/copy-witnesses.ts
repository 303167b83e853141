import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { witnessFiles } from './witnesses.ts';

// A step of the build: the compiler leaves data behind, so the witnesses of necessity are copied to where the built
// command looks for them.
const built = fileURLToPath(new URL('../properties', import.meta.url));
const source = join(process.cwd(), 'properties');
for (const file of existsSync(built) ? witnessFiles(built) : []) rmSync(file);
for (const file of witnessFiles(source)) {
  const target = join(built, relative(source, file));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
