import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { laws } from '../properties/index.ts';
import { witnessName } from '../src/law/necessity.ts';
import { encode, witnessOf } from '../src/law/witness.ts';
import { CASES, SEEDS, simplestWitness } from './simplest-witness.ts';
import { readNecessityWitnesses } from './witnesses.ts';

/** Searches for the witnesses of necessity and writes those beside the laws that are simpler than what is stored. For maintainers. */

// From dist/cli back to the sources.
const PROPERTIES = fileURLToPath(new URL('../../properties', import.meta.url));

const stored = readNecessityWitnesses(PROPERTIES);
const pattern = process.argv[2] ?? '';
for (const law of laws.filter(({ id }) => id.startsWith(pattern))) {
  for (const hypothesis of law.hypotheses.filter(({ necessity }) => necessity.kind === 'search')) {
    const name = witnessName(law.id, hypothesis.name);
    const found = simplestWitness(law, hypothesis, stored.get(name));
    if (found === undefined) {
      process.stderr.write(`${name}: none found in ${SEEDS} searches of ${CASES} cases.\n`);
      continue;
    }
    const { instance, isStored } = found;
    process.stdout.write(`${name}${isStored ? ', as stored' : ''}: ${JSON.stringify(encode(instance))}\n`);
    if (isStored) continue;
    const folder = { 9902: '9902-sgd', 7737: '7737-policy-and-zeroth-order' }[law.cites[0]!.article];
    const file = join(PROPERTIES, folder, 'witnesses', `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(witnessOf(law, instance, { broken: hypothesis.name }), null, 2)}\n`);
  }
}
