import type { Reading } from '../../src/protocol/reading';
import { keyOf } from './filter/clauses';
import type { LogModel } from './model';

const overtakenMs = 3000;

/** How the log is to be read, once the host has done what it was asked for: whoever asks for more goes on from there, not from what is shown yet. */
export class WishedReading {
  private wished: Partial<Reading> = {};
  private wishedAt = 0;

  constructor(
    private readonly model: Pick<LogModel, 'reading' | 'showing' | 'listen'>,
    private readonly ask: (change: Partial<Reading>) => void,
  ) {
    model.listen(() => this.settle());
  }

  get now(): Reading {
    return { ...this.model.reading, ...this.wished };
  }

  change(change: Partial<Reading>): void {
    this.wished = { ...this.wished, ...change };
    this.wishedAt = performance.now();
    this.ask(change);
  }

  /** Where somebody else's change overtook it, what was wished for is never shown as it is. */
  private settle(): void {
    const wishes = Object.entries(this.wished);
    if (wishes.length === 0) return;
    const { reading, showing } = this.model;
    const isOvertaken = !showing.busy && performance.now() - this.wishedAt > overtakenMs;
    const open = isOvertaken
      ? []
      : wishes.filter(([name, wish]) => keyOf(wish) !== keyOf(reading[name as keyof Reading]));
    this.wished = Object.fromEntries(open);
  }
}
