import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json.ts';

// Writes the published JSON Schemas anew, after the shape of reports or witnesses has changed.
mkdirSync('schemas', { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join('schemas', name), `${JSON.stringify(schema, undefined, 2)}\n`);
}
