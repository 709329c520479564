/** Learns a baseline from the log analysed last; baselines it was judged by do not count. */
export interface LearnBaselineRequest {
  /** Path of the file to write; what stands there is replaced in one step. */
  readonly output: string;
  /** Baseline files whose logs count too; `output` may be among them (relearning adds to what is known). None where left out. */
  readonly merge?: readonly string[];
}

/** What a baseline file holds. */
export interface LearnedBaseline {
  readonly path: string;
  /** Good logs it was learned from. */
  readonly logs: number;
  readonly records: number;
  /** Distinct masked messages. */
  readonly messages: number;
  /** Size of the file. */
  readonly bytes: number;
}
