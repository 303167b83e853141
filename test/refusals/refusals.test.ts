import { describe, expect, test } from 'vitest';
import * as bridge from '../../src/bridge/index.ts';
import * as root from '../../src/index.ts';
import * as policy from '../../src/policy/index.ts';
import * as zerothOrder from '../../src/zeroth-order/index.ts';
import { bridgeRows } from './bridge.ts';
import { policyRows } from './policy.ts';
import { rootRows } from './root.ts';
import type { Rows } from './rows.ts';
import { zerothOrderRows } from './zeroth-order.ts';

/** What a call throws, as text with the name of the error; what it returns, where it does not throw. */
function outcome(call: () => unknown): string {
  try {
    return `returned ${String(call())}`;
  } catch (error) {
    return String(error);
  }
}

const entryPoints: readonly (readonly [path: string, exported: object, rows: Rows])[] = [
  ['.', root, rootRows],
  ['./policy', policy, policyRows],
  ['./zeroth-order', zerothOrder, zerothOrderRows],
  ['./bridge', bridge, bridgeRows],
];

describe.each(entryPoints)('the functions of %s refuse rubbish', (_path, exported, rows) => {
  const names = Object.entries(exported).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

  test('each has a row here: calls that it refuses, or why it takes anything', () => {
    expect(Object.keys(rows).toSorted()).toEqual(names.toSorted());
    for (const row of Object.values(rows)) expect('takesAnything' in row ? row.takesAnything : row).not.toHaveLength(0);
  });

  const calls = Object.entries(rows).flatMap(([of, row]) =>
    'takesAnything' in row ? [] : row.map(([call, name, value]) => [of, name, value, call] as const),
  );

  test.each(calls)('%s names %s and shows %s, in a sentence that says what to give', (_of, name, value, call) => {
    const refused = outcome(call);
    expect(refused).toMatch(/^RangeError: .* give .*\.$/s);
    expect(refused).toContain(name);
    expect(refused).toContain(value);
  });
});
