/** The pairs of a list. */
export const pairs = <X>(all: readonly X[]): (readonly [X, X])[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));

/** The ways to take two differences of four different entries, up to sign. */
export const fours = <X>(all: readonly X[]): (readonly [X, X, X, X])[] =>
  pairs(pairs(all)).flatMap(([[a, b], [c, d]]) =>
    new Set([a, b, c, d]).size === 4
      ? [
          [a, b, c, d],
          [a, b, d, c],
        ]
      : [],
  );

/** The lists of up to `most` entries, in their order, each any number of times. */
export function products<X>(entries: readonly X[], most: number): readonly (readonly X[])[] {
  let last: (readonly number[])[] = [[]];
  const all = [...last];
  for (let i = 0; i < most; i++) {
    last = last.flatMap((before) =>
      entries.flatMap((_, at) => (at < (before.at(-1) ?? 0) ? [] : [[...before, at] as const])),
    );
    all.push(...last);
  }
  return all.map((places) => places.map((at) => entries[at]!));
}

/** The different parts of a product: `a a b` has the parts nothing, a, b, a a, a b and a a b. */
export function parts(names: readonly string[]): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>([['', []]]);
  for (const name of names)
    for (const part of [...found.values()]) {
      const longer = [...part, name];
      found.set(longer.join('\n'), longer);
    }
  return [...found.values()];
}
