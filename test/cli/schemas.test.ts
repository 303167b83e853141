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

test('what a field is for is said, unless its name or the README says it', () => {
  const plain = ['$schema', 'tool', 'laws', 'cites', 'verdict', 'hypotheses', 'milliseconds'];
  const fieldsOf = (schema: unknown) => {
    return Object.entries((schema as { properties: Record<string, { description?: string }> }).properties);
  };
  const { 'report.schema.json': report, 'witness.schema.json': witness } = jsonSchemas();
  const law = (report as { properties: { laws: { items: unknown } } }).properties.laws.items;
  const silent = [report, law, witness].flatMap((schema) =>
    fieldsOf(schema).flatMap(([name, { description }]) => (description === undefined ? [name] : [])),
  );
  expect(silent.filter((name) => !plain.includes(name))).toEqual([]);
});
