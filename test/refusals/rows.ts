/** A call with rubbish, the argument that its refusal names, and the value that it shows. */
export type Rubbish = readonly [call: () => unknown, name: string, value: string];

/** What an exported function refuses, or why there is nothing it could refuse. */
export type Row = readonly Rubbish[] | { readonly takesAnything: string };

/** A row for each function that an entry point exports, by its name. */
export type Rows = Readonly<Record<string, Row>>;

export const takesAnything = (why: string): Row => ({ takesAnything: why });

/** What no type lets through, and plain JavaScript does. */
export const wrong = (x: unknown): never => x as never;

export const identity = <V>(x: V): V => x;
export const constant =
  <V>(x: V) =>
  (): V =>
    x;
