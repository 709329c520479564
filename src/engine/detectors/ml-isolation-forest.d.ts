/** The library ships no types: what is used of version 0.1.0, read from its source. */
declare module 'ml-isolation-forest' {
  /** An inner node has both children and a split, a leaf has its rows. */
  export interface TreeNode {
    readonly left?: TreeNode;
    readonly right?: TreeNode;
    readonly splitColumn: number;
    readonly splitValue: number;
    readonly trainingSet?: readonly (readonly number[])[];
    pathLengthFromRoot(row: readonly number[], soFar: number): number;
  }

  export class IsolationForest {
    constructor(options?: { nEstimators?: number });
    readonly forest: readonly TreeNode[];
    train(rows: readonly (readonly number[])[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
  }
}
