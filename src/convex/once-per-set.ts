/**
 * The same function, computed once for each set it is asked about. Sets stay plain data; what is derived from them
 * (an inverse matrix, a list of vertices) is kept beside them and goes when they go.
 */
export function oncePerSet<Data extends object, T>(compute: (set: Data) => T): (set: Data) => T {
  const known = new WeakMap<Data, { readonly value: T }>();
  return (set) => {
    const found = known.get(set);
    if (found !== undefined) return found.value;
    const value = compute(set);
    known.set(set, { value });
    return value;
  };
}
