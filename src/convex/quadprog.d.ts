/** The part of quadprog that is used here. Its arrays start at index 1. */
declare module 'quadprog' {
  export interface Solution {
    readonly solution: readonly number[];
    /** Empty when the problem was solved. */
    readonly message: string;
  }
  /** Minimizes ½ yᵀ D y − d · y subject to Aᵀ y ≥ b. Overwrites its arguments. */
  export function solveQP(D: number[][], d: number[], A: number[][], b: number[]): Solution;
}
