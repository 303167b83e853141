import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../cli/json.ts';

test('the committed schemas are those of the code; “npm run schemas” writes them anew', () => {
  const schemas = jsonSchemas();
  expect(readdirSync('schemas').sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, schema] of Object.entries(schemas)) {
    expect(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')), name).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});
