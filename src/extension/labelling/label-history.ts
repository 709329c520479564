import type { Sentence } from '../../engine/model/finding';

/** Something that can be taken back, and done again. Both resolve with what they had to leave as it is, null where that is nothing. */
export interface Step {
  undo(): Promise<Sentence | null>;
  redo(): Promise<Sentence | null>;
  /** What it was, for whoever takes it back. */
  readonly what: string;
}

/** What was taken back, or done again, but for what was left. */
export interface Retraced {
  readonly step: Step;
  readonly left: Sentence | null;
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
  async undo(step = this.done.at(-1)): Promise<Retraced | undefined> {
    if (!step || !this.done.includes(step)) return undefined;
    const left = await step.undo();
    this.done = this.done.filter((one) => one !== step);
    this.undone = [...this.undone, step];
    return { step, left };
  }

  async redo(): Promise<Retraced | undefined> {
    const step = this.undone.at(-1);
    if (!step) return undefined;
    const left = await step.redo();
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, step];
    return { step, left };
  }
}
