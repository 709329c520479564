import type { Clock } from '../../../src/node/llm/clock';

/** A clock that goes when it is told to. */
export class PassedClock implements Clock {
  private at = Date.UTC(2026, 0, 1);
  private readonly alarms = new Set<{ readonly due: number; readonly call: () => void }>();

  now(): number {
    return this.at;
  }

  after(seconds: number, call: () => void): () => void {
    const alarm = { due: this.at + seconds * 1000, call };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  pass(seconds: number): void {
    this.at += seconds * 1000;
    for (const alarm of [...this.alarms]) {
      if (alarm.due > this.at) continue;
      this.alarms.delete(alarm);
      alarm.call();
    }
  }
}
