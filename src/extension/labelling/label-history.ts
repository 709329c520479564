/** Something that can be taken back, and done again. */
export interface Step {
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** What it was, for whoever takes it back. */
  readonly what: string;
}

/** More steps than anybody takes back one by one. */
const mostSteps = 200;

/** What was said in this window, to be taken back step by step. */
export class LabelHistory {
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];

  get last(): Step | undefined {
    return this.done.at(-1);
  }

  did(step: Step): void {
    this.done = [...this.done, step].slice(-mostSteps);
    this.undone = [];
  }

  /** Undefined where there is none; where it fails it can be tried again. */
  async undo(step = this.done.at(-1)): Promise<Step | undefined> {
    if (!step || !this.done.includes(step)) return undefined;
    await step.undo();
    this.done = this.done.filter((one) => one !== step);
    this.undone = [...this.undone, step];
    return step;
  }

  async redo(): Promise<Step | undefined> {
    const step = this.undone.at(-1);
    if (!step) return undefined;
    await step.redo();
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, step];
    return step;
  }
}
