/** The number of steps of a run, and its dimension: what witnesses are compared by first. */
export function sizeOf(instance: unknown): [steps: number, dimension: number] {
  const { losses, start } = instance as { readonly losses: readonly unknown[]; readonly start: readonly unknown[] };
  return [losses.length, start.length];
}
