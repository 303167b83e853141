import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { laws } from '../properties/index.ts';
import type { AnyLaw, Hypothesis } from '../src/law/law.ts';
import { searchNecessity, witnessName } from '../src/law/necessity.ts';
import { seedFor } from '../src/law/seed.ts';
import { encode, witnessOf, writtenLength } from '../src/law/witness.ts';

/** Searches for the witnesses of necessity and writes the simplest ones found beside the laws. For maintainers. */

const SEEDS = 8;
const CASES = 3000;
// From dist/cli back to the sources.
const PROPERTIES = fileURLToPath(new URL('../../properties', import.meta.url));

/** Steps, then coordinates, then characters: what “small” means for a witness. */
function size(instance: unknown): readonly number[] {
  const data = encode(instance) as { readonly [key: string]: unknown };
  const lengthOf = (key: string): number => (Array.isArray(data[key]) ? data[key].length : 0);
  return [lengthOf('losses'), lengthOf('start') + lengthOf('point'), writtenLength(data)];
}

function smaller(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((x, i) => x !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}

function simplest(law: AnyLaw, hypothesis: Hypothesis<unknown>): unknown {
  let best: unknown;
  for (let k = 1; k <= SEEDS; k++) {
    const seed = seedFor(k, witnessName(law.id, hypothesis.name));
    const found = searchNecessity(law, hypothesis, { seed, from: 0, to: CASES });
    if (found !== undefined && (best === undefined || smaller(size(found), size(best)))) best = found;
  }
  return best;
}

const pattern = process.argv[2] ?? '';
for (const law of laws.filter(({ id }) => id.startsWith(pattern))) {
  for (const hypothesis of law.hypotheses.filter(({ necessity }) => necessity.kind === 'search')) {
    const name = witnessName(law.id, hypothesis.name);
    const found = simplest(law, hypothesis);
    if (found === undefined) {
      process.stderr.write(`${name}: none found in ${SEEDS} searches of ${CASES} cases.\n`);
      continue;
    }
    const folder = { 9902: '9902-sgd', 7737: '7737-policy-and-zeroth-order' }[law.cites[0]!.article];
    const file = join(PROPERTIES, folder, 'witnesses', `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(witnessOf(law, found, { broken: hypothesis.name }), null, 2)}\n`);
    process.stdout.write(`${name}: ${JSON.stringify(encode(found))}\n`);
  }
}
