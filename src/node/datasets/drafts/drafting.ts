/** Who writes outputs of training data where the user wants a model to; nothing is sent before `draft` is called. */
export interface Drafting {
  /** For the data card: the model as its server calls it, and who serves it, as `127.0.0.1:11434`. */
  readonly model: string;
  readonly host: string;
  readonly temperature: number;
  /** How many may be asked for at a time. */
  readonly width: number;
  /**
   * What the model wrote; '' where it gave no answer, or not a whole one. Rejects with InputError where no record would be answered, and
   * with the signal's reason.
   */
  draft(prompt: DraftPrompt, signal: AbortSignal): Promise<string>;
}

/** What is said to the model; what is to be masked has been masked. */
export interface DraftPrompt {
  readonly system: string;
  readonly user: string;
}
