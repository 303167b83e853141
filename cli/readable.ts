import { WIDTH, wrap } from './text.ts';

/** Data of a witness: numbers, fractions as text, names, lists and records. */
type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

const isRecord = (data: Data): data is { readonly [key: string]: Data } =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** The input of a witness as a person would write it down: short lines, numbers plain, vectors in brackets. */
export function readable(data: unknown, indent = ''): string[] {
  return block(JSON.parse(JSON.stringify(data ?? null)) as Data, indent);
}

function block(data: Data, indent: string): string[] {
  if (isRecord(data)) {
    const { kind, ...rest } = data;
    const title = kind === undefined ? [] : [`${indent}${inline(kind)}`];
    return [...title, ...Object.entries(rest).flatMap(([key, value]) => entry(`${indent}${key}:`, value, indent))];
  }
  if (Array.isArray(data) && data.some(isRecord)) {
    return data.flatMap((item) => entry(`${indent}-`, item, indent));
  }
  return wrap(inline(data), indent);
}

/** `key: value` on one line where it fits, otherwise the value below its key. */
function entry(label: string, value: Data, indent: string): string[] {
  const line = `${label} ${inline(value)}`;
  const isListOfRecords = Array.isArray(value) && value.some(isRecord);
  if (line.length <= WIDTH && !isListOfRecords) return [line];
  if (isRecord(value) || isListOfRecords) return [label, ...block(value, `${indent}  `)];
  return wrap(line.trimStart(), indent, `${indent}  `);
}

function inline(data: Data): string {
  if (Array.isArray(data)) return `[${data.map(inline).join(', ')}]`;
  if (!isRecord(data)) return data === null ? 'none' : `${data}`;
  const { kind, ...rest } = data;
  const parts = Object.entries(rest).map(([key, value]) =>
    isRecord(value) ? `${key} (${inline(value)})` : `${key} ${inline(value)}`,
  );
  return [...(kind === undefined ? [] : [inline(kind)]), ...parts].join(', ');
}
